import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { type ConfirmForm, confirmModal, NATURE_LIMIT } from '../../src/interests/confirm-view.ts'
import type { DeclareForm } from '../../src/interests/declare-form.ts'
import type { DispensationAtHand } from '../../src/interests/dispensation-rules.ts'
import { codeOf, type InterestKind } from '../../src/interests/kind-rules.ts'
import { askedMark, type ItemAsked } from '../../src/interests/meeting-items.ts'
import { interestsPart } from '../../src/interests/member-part.ts'
import { dispensationsView, dispenseModal, noticesView } from '../../src/interests/officer-views.ts'
import { officerWords } from '../../src/interests/officer-words.en.ts'
import { effectOf, FREE } from '../../src/interests/rules.ts'
import type { StandingInterest } from '../../src/interests/standing-interests.ts'
import { declareModal, ownListView, receiptView, saidView, standingSaid } from '../../src/interests/views.ts'
import { words } from '../../src/interests/words.en.ts'
import type { MeetingAtHand } from '../../src/meetings/meeting.ts'
import { readable, textsOf } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const at = Temporal.Instant.from('2017-09-12T13:05:00Z')
const code = codeOf({ nation: 'england', own: {}, leavesRoom: true, asksForWhip: undefined })
const [dpi] = code.kinds as [InterestKind]
const idAt = (place: number) => `0198a000-0000-7000-8000-${String(place).padStart(12, '0')}`
const meeting: MeetingAtHand = {
  id: idAt(999),
  committeeId: idAt(998),
  committeeName: 'Wellbeing Scrutiny Committee',
  channelId: 'C1',
  clerksChannelId: 'G1',
  quorum: 4,
  date: '2017-09-20',
  startTime: '10:00',
  timeZone: 'Europe/London',
  startsAt: at,
  endsAt: at,
  venue: '',
  state: 'scheduled',
  convenedOn: undefined,
  answersSince: undefined,
  version: 1,
}
const items = (many: number, title: (place: number) => string): ItemAsked[] =>
  Array.from({ length: many }, (_, place) => ({
    id: idAt(place),
    position: place + 1,
    number: String(place + 1),
    title: title(place),
    closed: undefined,
  }))
const few = items(2, (place) => (place === 0 ? 'Apologies' : 'Pharmacy services'))
const most = items(150, (place) => long(`Item ${place}`, 500))

const dispensation = (place: number): DispensationAtHand => ({
  id: idAt(place),
  personId: undefined,
  ground: 'residents',
  scope: allEscaped(200),
  mayVote: true,
  grantedBy: allEscaped(120),
  grantedOn: '2017-09-01',
  until: '2018-08-31',
  isRevoked: false,
})

const notice = (place: number, item: ItemAsked | undefined): StandingInterest => ({
  id: idAt(place),
  version: 1,
  memberId: idAt(1),
  item,
  effect: effectOf(dpi, code),
  givenAt: at,
  way: 'relayed',
  givenById: idAt(2),
  relayedNote: long('by e-mail', 200),
  kind: dpi,
  holder: 'partner',
  sensitive: true,
  registration: 'neither',
  dispensation: undefined,
})

const form = (asked: readonly ItemAsked[], more: Partial<DeclareForm> = {}): DeclareForm => ({
  metadata: { meetingId: meeting.id, day: meeting.date, mark: askedMark(asked), way: 'command' },
  meeting,
  meetings: [meeting],
  forName: undefined,
  code,
  items: asked,
  asked: { toAsk: asked, isFirst: true, notices: 0, mark: askedMark(asked) },
  interests: [],
  whips: [],
  relayers: new Map([[idAt(2), longPerson(2)]]),
  earlier: [],
  dispensations: [],
  changing: undefined,
  ...more,
})

describe('the form', () => {
  test('asks in which item, what, whose, and whether it is sensitive; "nothing" is one tap', () => {
    expect(readable(declareModal(form(few), words))).toMatchInlineSnapshot(`
      "# Interests
      Meeting: [Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee of Wed 20 Sep, 10 am – Wellbeing Scrutiny Committee]
      There are 2 items on the agenda. If you have nothing to declare in any of them, one tap says so.
      [Nothing to declare]
      ----
      *Declare an interest*
      In which item?: [The whole meeting | 1. Apologies | 2. Pharmacy services]
      What kind is it?: [Disclosable pecuniary interest | Other registrable interest | Non-registrable interest | Affected, no more than most people here | For transparency only | Council tax two months in arrears | Party whip]
      Whose interest is it?: [The member’s own of The member’s own | A partner’s, or that of somebody close]
      Sensitive: [Its details could lead to violence or intimidation]
      This is advance notice. Only you, the clerks of this committee and the Monitoring Officer see it; it appears in no channel. You still have to disclose the interest at the meeting."
    `)
  })

  test('is taken by Slack at its worst', () => {
    const notices = most.slice(0, 60).map((item, place) => notice(place, item))
    const worst = form(most, {
      meeting: { ...meeting, committeeName: longCommittee },
      meetings: Array.from({ length: 100 }, (_, place) => ({ ...meeting, id: idAt(500 + place) })),
      asked: { toAsk: most, isFirst: false, notices: 60, mark: askedMark(most) },
      interests: notices,
      earlier: most.slice(0, 20).map((item, place) => ({
        noticeId: idAt(place),
        type: 'dpi',
        holder: 'own',
        sensitive: true,
        item,
        date: '2017-07-12',
        alike: [],
      })),
      dispensations: Array.from({ length: 120 }, (_, place) => dispensation(place)),
    })
    expectShowable(declareModal(worst, words))
    expectShowable(declareModal({ ...worst, forName: longPerson(1) }, words))
    expectShowable(declareModal({ ...worst, changing: notice(1, most[1]) }, words))
    expectShowable(declareModal(form([]), words))
  })
})

describe('what follows', () => {
  const confirm = (chosenItems: readonly ItemAsked[], more: Partial<ConfirmForm> = {}): ConfirmForm => ({
    metadata: {
      ...form(chosenItems).metadata,
      way: 'relayed',
      forId: idAt(1),
      notice: { id: idAt(3), version: 12 },
      chosen: {
        type: 'dpi',
        itemIds: chosenItems.map((item) => item.id),
        isWholeMeeting: false,
        holder: 'partner',
        sensitive: false,
        dispensationId: idAt(4),
        repeatsId: idAt(5),
      },
    },
    code,
    kind: dpi,
    items: chosenItems,
    dispensation: undefined,
    registration: 'pending',
    hasNature: true,
    ...more,
  })

  test('is shown for forty items at their longest', () => {
    expectShowable(confirmModal(confirm(most.slice(0, 40)), words))
    expectShowable(confirmModal(confirm(most.slice(0, 40), { dispensation: dispensation(1) }), words))
    expectShowable(confirmModal(confirm(few, { kind: undefined }), words))
  })

  test('the receipt and a refusal, too', () => {
    const effects = most.slice(0, 40).map((item) => words.effect(FREE, item.title))
    const model = { meeting: { ...meeting, committeeName: longCommittee }, forName: longPerson(1), effects }
    expectShowable(receiptView({ ...model, notifies: true }, words))
    expectShowable(saidView(words.refusals.title, words.refusals.over(longCommittee, [longPerson(1)]), words))
  })
})

test.each([
  [{ speaking: 'no', mayVote: false, mustLeave: false }, 'You may stay but not speak or vote on item 7.'],
  [
    { speaking: 'no', mayVote: false, mustLeave: true },
    'You must leave the room, and may neither speak nor vote, on item 7.',
  ],
  [
    { speaking: 'asPublic', mayVote: false, mustLeave: true },
    'You may speak only as far as the public may, must then leave the room, and may not vote, on item 7.',
  ],
  [
    { speaking: 'asPublic', mayVote: false, mustLeave: false },
    'You may stay, speak only as far as the public may, and not vote, on item 7.',
  ],
  [{ speaking: 'yes', mayVote: false, mustLeave: false }, 'You may stay and speak but not vote on item 7.'],
  [{ speaking: 'yes', mayVote: true, mustLeave: false }, 'You may stay, speak and vote on item 7.'],
] as const)('%o is said as: %s', (effect, said) => {
  expect(words.effect({ ...effect, sources: [] }, 'item 7').text).toBe(said)
})

describe('what others see', () => {
  test('the member’s message never says what a notice says', () => {
    const asked = { toAsk: most.slice(0, 9), isFirst: false, notices: 3, mark: 'm' }
    const blocks = interestsPart(asked, { meetingId: meeting.id, day: meeting.date }, words)
    expectShowable({ text: 'x', blocks })
    const said = textsOf(blocks).join('\n')
    expect(said).toContain('; and 4 more: anything to declare?')
    expect(said).not.toMatch(/pecuniary|registrable/)
  })

  test('the lists of members, clerks and officers are taken by Slack at their worst', () => {
    const notices = most.slice(0, 120).map((item, place) => ({
      ...notice(place, item),
      memberName: longPerson(place),
      relayedBy: longPerson(2),
      nature: allEscaped(NATURE_LIMIT),
      isUnopened: place % 2 === 0,
    }))
    const people = Array.from({ length: 90 }, (_, place) => ({
      person: {
        id: idAt(place),
        name: longPerson(place),
        title: 'Councillor',
        email: undefined,
        slackUserId: undefined,
        language: 'en',
      },
      toAsk: most,
      isFirst: true,
    }))
    const shownFrom = (from: number) =>
      noticesView(
        {
          from,
          code,
          items: most,
          meeting: { ...meeting, committeeName: longCommittee },
          interests: notices,
          whips: [],
          nothing: people.map(({ person }) => person.name),
          unanswered: people,
          isClerk: true,
          meetings: [meeting, { ...meeting, id: idAt(7) }],
          members: people.map(({ person }) => ({
            value: `${meeting.id}/${person.id}`,
            text: person.name.slice(0, 70),
          })),
          timeZone: 'Europe/London',
        },
        words,
        officerWords,
      )
    // Every notice can be reached, page by page.
    const places: number[] = []
    let from = 0
    do {
      const view = shownFrom(from)
      expectShowable(view)
      const [, first, until] = /Shown: (\d+) to (\d+) of 120/.exec(textsOf(view).join('\n')) ?? []
      expect(Number(first)).toBe(from + 1)
      places.push(Number(until))
      const next = JSON.stringify(view).match(/"value":"[^"/]+\/(\d+)"/)?.[1]
      from = Number(next)
    } while (from > 0)
    expect(places.at(-1)).toBe(120)
    expect(places.length).toBeGreaterThan(1)
    const said = notices.map((one) => standingSaid({ code, relayers: new Map() }, one, words))
    expectShowable(ownListView({ meetings: [{ meeting, notices: said, nothing: undefined }] }, words))
    const listed = Array.from({ length: 60 }, (_, place) => ({
      ...dispensation(place),
      name: longPerson(place),
    }))
    expectShowable(dispensationsView({ dispensations: listed, source: 'x', from: 0 }, words, officerWords))
    const choices = people.map(({ person }) => ({ value: person.id, text: person.name }))
    const today = Temporal.PlainDate.from('2017-09-06')
    expectShowable(dispenseModal({ people: choices, today }, words, officerWords))
  })
})
