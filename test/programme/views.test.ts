import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  askModal,
  callInsView,
  callInView,
  enterModal,
  hearModal,
  invalidModal,
  scheduleModal,
} from '../../src/programme/call-in-views.ts'
import { callInWords } from '../../src/programme/call-in-words.en.ts'
import type { CallInRow } from '../../src/programme/call-ins.ts'
import { arrangeModal, decideModal, entryModal, settingsModal } from '../../src/programme/form-views.ts'
import { formWords } from '../../src/programme/form-words.en.ts'
import { differencesView } from '../../src/programme/import-listeners.ts'
import { importWords } from '../../src/programme/import-words.en.ts'
import type { EntryModel, ProgrammeModel } from '../../src/programme/programme-model.ts'
import { sectionsOf } from '../../src/programme/programme-model.ts'
import { entryView, programmeView } from '../../src/programme/programme-views.ts'
import { scoringOf, scorings } from '../../src/programme/scorings.ts'
import type { EntryAtHand, ProgrammeMeeting } from '../../src/programme/types.ts'
import { words } from '../../src/programme/words.en.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'
import { RULE } from './programme-stage.ts'

const at = Temporal.Instant.from('2017-09-06T08:00:00Z')
const idAt = (place: number) => `0198a000-0000-7000-8000-${String(place).padStart(12, '0')}`
const meetings: ProgrammeMeeting[] = Array.from({ length: 150 }, (_, place) => ({
  id: idAt(place),
  date: '2017-09-20',
  startTime: '10:00',
  state: 'scheduled',
  startsAt: at,
  endsAt: at,
  sitting: undefined,
  moved: undefined,
}))
const TEXT = 3_000

function entry(place: number, over: Partial<EntryAtHand> = {}): EntryAtHand {
  return {
    id: idAt(place),
    committeeId: idAt(999),
    kind: 'item',
    state: 'proposed',
    standing: 'proposed',
    title: long(`Topic ${place}`, TEXT),
    reason: allEscaped(TEXT),
    outcomeWanted: long('Outcome', TEXT),
    lead: long('Lead', TEXT),
    scope: long('Scope', TEXT),
    scores: {},
    scoreText: '6 (High)',
    meeting: meetings[0],
    movedFrom: '2017-09-13',
    printedDate: '',
    position: place,
    proposer: { id: idAt(998), name: longPerson(place), onSlack: true },
    relayed: true,
    proposedAt: at,
    decideBy: '2017-09-13',
    overdue: true,
    decisionReason: long('Declined', TEXT),
    sourceKey: undefined,
    createdAt: at,
    changedOn: '2017-09-06',
    changes: 3,
    version: 1,
    ...over,
  }
}

const roles = { isClerk: true, isChair: true, isMember: true }
const standings = [
  'proposed',
  'declined',
  'withdrawn',
  'toSchedule',
  'toReschedule',
  'scheduled',
  'taken',
] as const
const many = Array.from({ length: 14 }, (_, place) =>
  entry(place, {
    standing: standings[place % standings.length] ?? 'taken',
    kind: place % 2 === 0 ? 'item' : 'review',
  }),
)
const committees = Array.from({ length: 130 }, (_, place) => ({ id: idAt(place), name: longCommittee }))
const model: ProgrammeModel = {
  committee: { id: idAt(120), name: longCommittee },
  committees,
  roles,
  sections: sectionsOf(many, '2017-09-06', roles, ''),
}

describe('views of the work programme', () => {
  test('take the longest texts of many entries on as many pages as they need, and leave none out', () => {
    const seen = new Set<string>()
    let pages = 0
    for (; pages < 200; pages += 1) {
      const view = programmeView(model, words, pages)
      expectShowable(view)
      for (const [topic] of readable(view).matchAll(/Topic \d+/g)) seen.add(topic)
      if (!readable(view).includes('[More]')) break
    }
    expect(seen.size).toBe(14)
  })

  test('say that nothing is on where nothing is', () => {
    const view = programmeView({ ...model, sections: sectionsOf([], '2017-09-06', roles, '') }, words)
    expect(readable(view)).toContain('Nothing is on the work programme yet.')
  })

  test.each(standings)('show an entry that is %s with all that was done to it', (standing) => {
    const history = Array.from({ length: 12 }, () => ({
      on: '2017-09-06',
      by: longPerson(1),
      names: ['state', 'meetingId', 'title'],
      why: allEscaped(TEXT),
      delegated: true,
    }))
    const shown: EntryModel = {
      committeeName: longCommittee,
      entry: entry(1, { standing, state: standing === 'proposed' ? 'proposed' : 'agreed' }),
      roles,
      isProposer: true,
      history,
      settings: { ...settings, variedBy: '' },
    }
    for (const page of [0, 99]) expectShowable(entryView(shown, ['Working.'], words, undefined, page))
  })

  test.each(scorings.map(({ id }) => id))(
    'hold the forms with the scoring %s and every text at its longest',
    (id) => {
      const place = { meetings, variedBy: long('The clerk', 500) }
      const proposers = Array.from({ length: 80 }, (_, at) => ({ value: idAt(at), text: `Councillor ${at}` }))
      const form = {
        id: 'programme.add-form',
        metadata: '{}',
        title: formWords.propose.titleAdd,
        submit: formWords.propose.add,
        scoring: scoringOf(id),
        said: entry(1),
        proposers,
        asksKind: true,
        place,
      }
      expectShowable(entryModal(form, words, formWords))
      expectShowable(decideModal(entry(1), place, '{}', words, formWords))
      expectShowable(arrangeModal(entry(1), place, '{}', words, formWords))
      expectShowable(arrangeModal(entry(1), { ...place, variedBy: '' }, '{}', words, formWords))
      const grounds = Array.from({ length: 10 }, (_, at) => `${at}${'x'.repeat(74)}`)
      const given = { ...RULE, scoring: id, callInGrounds: grounds, variedBy: long('The clerk', 500) }
      expectShowable(settingsModal({ committeeId: idAt(1), settings: given, scorings }, formWords))
    },
  )

  test('show the differences of a paper of three hundred rows whole', () => {
    const row = { reason: '', scoreText: '5 (High)', lead: 'Lead', kind: 'item' as const, date: '2017-09-20' }
    const differences = Array.from({ length: 300 }, (_, at) => ({
      code: 'new' as const,
      row: { ...row, title: long(`Row ${at};`, 200) },
      sourceKey: String(at),
    }))
    const plan = { differences, unchanged: 0, notInPaper: many.slice(0, 5), unreadable: 2 }
    const view = differencesView({ plan, mark: '' }, '{}', importWords)
    expectShowable(view)
    const text = readable(view)
    for (const { row } of differences) expect(text).toContain(row.title.slice(0, 7).trimEnd())
  })
})

describe('views of call-in', () => {
  const callIn: CallInRow = {
    id: idAt(1),
    committeeId: idAt(999),
    title: long('Decision', TEXT),
    reference: long('Ref', 100),
    decidedBy: long('Cabinet', 300),
    publishedOn: '2017-09-04',
    closesOn: '2017-09-11',
    rule: {
      requesters: 40,
      windowDays: 5,
      meetWithin: 10,
      grounds: Array.from({ length: 10 }, (_, at) => `${at}${'x'.repeat(74)}`),
    },
    state: 'open',
    requests: Array.from({ length: 12 }, (_, place) => ({
      requestId: idAt(place),
      personId: idAt(place),
      name: longPerson(place),
      grounds: ['x'.repeat(75)],
      reason: allEscaped(TEXT),
      at,
      relayed: true,
    })),
    calledAt: at,
    meetBy: '2017-09-13',
    meeting: meetings[0],
    outcome: 'referredBack',
    outcomeWhy: allEscaped(TEXT),
    outcomeMinute: long('34', 100),
    at,
    version: 1,
  }

  // The largest council has fewer.
  const councillors = Array.from({ length: 150 }, (_, at) => ({ id: idAt(at), name: longPerson(at) }))

  test.each(['open', 'called', 'lapsed', 'invalid', 'heard'] as const)(
    'fit with everything at its longest: %s',
    (state) => {
      const one = { ...callIn, state }
      for (const hasAsked of [true, false])
        for (const page of [0, 99])
          expectShowable(
            callInView({ callIn: one, roles, hasAsked, working: ['Working.'] }, callInWords, page),
          )
      const list = {
        committee: { id: idAt(1), name: longCommittee },
        isClerk: true,
        callIns: Array(12).fill(one),
      }
      for (const page of [0, 99]) expectShowable(callInsView(list, callInWords, page))
      expectShowable(askModal(one, undefined, callInWords))
      expectShowable(askModal(one, { today: '2017-09-06', councillors }, callInWords))
      expectShowable(invalidModal(one, callInWords))
      expectShowable(hearModal(one, callInWords))
      expectShowable(scheduleModal(one, meetings, callInWords, words))
    },
  )

  test('show the rule when a decision is entered', () => {
    const view = enterModal({ committeeId: idAt(1), rule: callIn.rule, today: '2017-09-06' }, callInWords)
    expectShowable(view)
    expect(readable(view)).toContain('40 councillors, within 5 working days after publication')
  })
})

const settings = {
  needsClearance: false,
  localWeeks: undefined,
  localMonths: undefined,
  localSource: '',
  documentMode: 'working',
  headAfter: 10,
  finalDays: 10,
  profile: 'plain',
  version: 0,
  ...RULE,
} as const
