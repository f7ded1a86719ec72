import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { awayModal, awayReceipt, tickedOf } from '../../src/apologies/away-view.ts'
import { listModal } from '../../src/apologies/meetings-list.ts'
import { MEMBER_STATES } from '../../src/apologies/rules.ts'
import type { AbsentEntry } from '../../src/apologies/substitute-desk.ts'
import { deskModal, namingModal, rolesModal, rulesModal } from '../../src/apologies/substitute-views.ts'
import { words as substitutes } from '../../src/apologies/substitute-words.en.ts'
import { relayModal } from '../../src/apologies/views.ts'
import { words } from '../../src/apologies/words.en.ts'
import { substitutionCard } from '../../src/cards/substitution-view.ts'
import type { MeetingAtHand } from '../../src/meetings/meeting.ts'
import { readable, textsOf } from '../support/shown.ts'
import { expectShowable, longCommittee, longPerson } from '../support/worst-case.ts'

const at = Temporal.Instant.from('2027-09-11T09:02:00Z')
const timeZone = 'Europe/London'
const meeting = (place: number, committeeName = 'Wellbeing Scrutiny Committee'): MeetingAtHand => ({
  id: `01a22111-a667-75be-89f8-${String(place).padStart(12, '0')}`,
  committeeId: 'c1',
  committeeName,
  channelId: undefined,
  clerksChannelId: undefined,
  quorum: 4,
  date: '2027-10-13',
  startTime: '10:00',
  timeZone,
  startsAt: at,
  endsAt: at,
  venue: '',
  state: 'scheduled',
  convenedOn: undefined,
  answersSince: undefined,
  version: 1,
})
const many = (count: number) => Array.from({ length: count }, (_, place) => meeting(place, longCommittee))
const person = (name: string) => ({
  id: name,
  name,
  title: 'Councillor',
  email: undefined,
  slackUserId: 'U1',
  language: 'en',
})
const entry = (state: 'asked' | 'accepted', name: string): AbsentEntry => ({
  meeting: meeting(1, longCommittee),
  absentId: '01a22111-a667-75be-89f8-000000000001',
  absent: name,
  substitution: {
    id: 's1',
    seatId: 'seat',
    state,
    absent: person(name),
    substitute: person(name),
    namedById: 'x',
    namedAt: at,
    acceptedAt: state === 'accepted' ? at : undefined,
    answeredById: undefined,
  },
  cutOff: { at, covered: false },
  mayAnswer: true,
})

describe('days away', () => {
  const days = { from: Temporal.PlainDate.from('2027-10-03'), until: Temporal.PlainDate.from('2027-10-20') }

  test('offer every meeting in them, ticked, in groups that Slack takes', () => {
    expect(readable(awayModal({ days, meetings: [meeting(1)], alsoSits: [] }, words))).toMatchInlineSnapshot(`
      "# Away
      These meetings of your committees are planned from Sunday 3 October 2027 to Wednesday 20 October 2027. Take the tick from those that you will come to.
      Send apologies for: [Wed 13 Oct, 10 am – Wellbeing Scrutiny Committee]
      Reason: []
      What the minutes may say of the reason: [Nothing of Nothing | Other council business | Illness | Family reasons | Work | Holiday]"
    `)
    for (const count of [1, 10, 11, 100]) {
      const alsoSits = many(3).map((one) => substitutes.awayToo(longPerson(1), one))
      const view = awayModal({ days, meetings: many(count), alsoSits }, words)
      expectShowable(view)
      expect(new Set(JSON.stringify(view).match(/89f8-\d{12}/g)).size).toBe(count)
    }
  })

  test('are read from all groups of ticks', () => {
    const fields = {
      'apologies.away-meetings.0': ['a/2027-10-13'],
      'apologies.away-meetings.1': ['b/2027-10-14'],
      other: ['c'],
    }
    expect(tickedOf(fields)).toEqual([
      { meetingId: 'a', day: '2027-10-13' },
      { meetingId: 'b', day: '2027-10-14' },
    ])
  })

  test('have a receipt with every meeting, however many', () => {
    const receipt = awayReceipt(
      { sent: many(100), notSent: many(50).map(() => longCommittee), reasonGiven: true, clerks: ['A', 'B'] },
      words,
    )
    expectShowable(receipt)
    expect(textsOf(receipt).join('').match(/10 am/g)).toHaveLength(100)
  })
})

test('corrections of a meeting beyond what a view holds are counted, never left out in silence', () => {
  const line = words.correct.line({
    name: 'A',
    before: 'coming',
    after: 'apologies',
    why: 'x',
    by: 'B',
    at: 'C',
  })
  const model = { metadata: '{}', meeting: meeting(1), members: [{ value: 'm', text: 'A' }] }
  const shown = (count: number) =>
    relayModal({ ...model, correcting: Array.from({ length: count }, () => line) }, words)
  for (const count of [0, 80, 81, 200]) expectShowable(shown(count))
  expect(textsOf(shown(80)).join()).not.toContain('earlier')
  expect(textsOf(shown(81)).join()).toContain('One earlier correction')
  expect(textsOf(shown(200)).join()).toContain('120 earlier corrections')
})

test('the list of a hundred meetings is taken by Slack in every state, and says how many are left', () => {
  for (const state of MEMBER_STATES) {
    const listed = many(100).map((one) => ({ meeting: one, state, at, substitute: longPerson(1) }))
    const view = listModal(listed, { metadata: '{}', timeZone }, words)
    expectShowable(view)
    expect(textsOf(view).join()).toContain('70 more')
  }
})

describe('substitutes', () => {
  test('of the absent are listed with who is asked and until when, with the controls of a clerk', () => {
    expect(
      readable(
        deskModal(
          {
            entries: [{ ...entry('asked', 'Jo Ward'), meeting: meeting(1) }],
            meetingId: undefined,
            page: 0,
            timeZone,
          },
          substitutes,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "# Substitutes
      Who is away from the coming meetings, and who sits for them.
      *Jo Ward* – Wed 13 Oct, 10 am – Wellbeing Scrutiny Committee
      Councillor Jo Ward is asked to substitute (10:02 on Sat 11 Sep) A substitute can be named until 10:02 on Sat 11 Sep, or earlier: the bank holidays before the meeting are not all known.
      [Name somebody else] [Has agreed] [Cannot] [Take back]"
    `)
    const entries = Array.from({ length: 80 }, (_, place) => entry('accepted', longPerson(place)))
    const said = substitutes.naming.takenBack()
    for (const page of [0, 1, 2, 3])
      expectShowable(deskModal({ entries, meetingId: undefined, page, timeZone, said }, substitutes))
  })

  test('of eighty absent are listed page by page, each once, from the soonest to the last', () => {
    const entries = Array.from({ length: 80 }, (_, place) => ({
      ...entry('asked', `Absent ${place}.`),
      meeting: meeting(1),
    }))
    const shown: string[] = []
    for (let page = 0; page < 10; page += 1) {
      const view = deskModal({ entries, meetingId: 'm', page, timeZone }, substitutes)
      expectShowable(view)
      const said = readable(view)
      shown.push(...(said.match(/Absent \d+\.(?=\*)/g) ?? []))
      expect(said.includes(`[${substitutes.desk.back}]`)).toBe(page > 0)
      expect(view.private_metadata).toBe(JSON.stringify({ meetingId: 'm', page }))
      if (!said.includes(`[${substitutes.desk.on}]`)) break
    }
    expect(shown).toEqual(entries.map((_, place) => `Absent ${place}.`))
  })

  test('are chosen from a pool of any size, and an empty one says what to do', () => {
    const model = { absent: longPerson(1), meeting: meeting(1, longCommittee), metadata: 'm' }
    const choices = (count: number) =>
      Array.from({ length: count }, (_, place) => ({ value: `p${place}`, text: longPerson(place) }))
    for (const count of [1, 80, 130])
      expectShowable(namingModal({ ...model, choices: choices(count) }, substitutes))
    const empty = namingModal({ ...model, choices: [] }, substitutes)
    expectShowable(empty)
    expect(readable(empty)).toContain('Nobody may sit for this member')
    expectShowable(rolesModal({ people: choices(130), personId: 'p3', duties: ['executive'] }, substitutes))
  })

  test('have rules in the words of standing orders', () => {
    const view = rulesModal(
      {
        committees: [{ value: 'c1', text: 'Wellbeing Scrutiny Committee' }],
        committeeId: 'c1',
        committee: 'Wellbeing Scrutiny Committee',
        pool: 'group',
        sameGroup: true,
        perYear: 2,
        days: 0,
        time: '12:00',
      },
      substitutes,
    )
    expectShowable(view)
    expect(readable(view)).toMatchInlineSnapshot(`
      "# Rules for substitutes
      Committee: [Wellbeing Scrutiny Committee of Wellbeing Scrutiny Committee]
      *Wellbeing Scrutiny Committee*, as its standing orders say.
      Who may be a substitute: [Any member of the council of Nobody: no substitutes | The committee’s named substitutes | Any member of the council]
      Political group: [Only of the absent member’s own group]
      Most substitutions for one member in a municipal year: [2]
      Working days before the meeting: [0]
      Time of that day: [12:00]
      [Executive members and whips]"
    `)
  })

  test.each(['asked', 'accepted', 'declined', 'ended', 'off', 'over'] as const)(
    'get a message that says that they are %s, at its longest',
    (state) => {
      const model = {
        substitutionId: '01a22111-a667-75be-89f8-000000000001',
        meeting: meeting(1, longCommittee),
        venue: 'Committee Room 2',
        absent: longPerson(1),
        state,
        at,
        relayedBy: longPerson(2),
        namedBy: longPerson(3),
        timeZone,
      }
      expectShowable(substitutionCard(model, substitutes))
      const short = substitutionCard(
        {
          ...model,
          meeting: meeting(1),
          absent: 'Councillor Jo Ward',
          relayedBy: undefined,
          namedBy: 'Jo Ward',
        },
        substitutes,
      )
      expect(readable(short)).toMatchSnapshot()
    },
  )
})
