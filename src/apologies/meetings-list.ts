import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingsAhead } from '../meetings/meeting.ts'
import { type StandingSubstitution, soonerFirst, substitutionsAhead } from '../meetings/substitutions.ts'
import { actions, button, context, contexts, modal, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { answersOf } from './answers.ts'
import { askedValue } from './asked-day.ts'
import type { MemberState } from './rules.ts'
import { words as substituteWords } from './substitute-words.en.ts'
import type { ApologiesWords } from './words.en.ts'

/** One coming meeting with what the member has said. */
export interface ListedMeeting {
  readonly meeting: MeetingAtHand
  readonly state: MemberState
  readonly at: Temporal.Instant | undefined
  /** "Councillor B substitutes (accepted …)" */
  readonly substitute: string | undefined
  /** That they are asked, or have agreed, to sit for somebody at this meeting. */
  readonly own?: StandingSubstitution | undefined
}

/**
 * All coming meetings of a member's committees, with their own state, and those at which they are to sit for
 * somebody; only those with apologies when asked.
 */
export async function meetingsOf(
  house: House,
  memberId: string,
  which: { readonly withApologies?: boolean } = {},
): Promise<ListedMeeting[]> {
  const meetings = await meetingsAhead(house, memberId, house.now(), house.timeZone)
  const asSubstitute = await substitutionsAhead(house, memberId, house.now())
  const all: ListedMeeting[] = asSubstitute.map(({ meeting, substitution }) => ({
    meeting,
    state: 'unanswered',
    at: substitution.acceptedAt,
    substitute: undefined,
    own: substitution,
  }))
  for (const meeting of meetings.filter(({ id }) => all.every((one) => one.meeting.id !== id))) {
    const own = (await answersOf(house, meeting)).find(({ person }) => person.id === memberId)
    const standing = own?.substitution
    const { standing: say } = substituteWords
    const name = standing ? displayName(standing.substitute) : ''
    all.push({
      meeting,
      state: own?.state ?? ('unanswered' as const),
      at: own?.at,
      substitute:
        standing &&
        (standing.acceptedAt
          ? say.accepted(name, standing.acceptedAt, house.timeZone)
          : say.asked(name, standing.namedAt, house.timeZone)),
    })
  }
  all.sort((one, other) => soonerFirst(one.meeting, other.meeting))
  return which.withApologies ? all.filter(({ state }) => APOLOGIES.has(state)) : all
}

const APOLOGIES: ReadonlySet<MemberState> = new Set(['absent', 'late', 'leavingEarly'])
/** A view holds 100 blocks; each meeting takes at most three. */
const LISTED = 30

/** What a member has said to each of their coming meetings, to be changed in place. */
export function listModal(
  listed: readonly ListedMeeting[],
  shown: { readonly metadata: string; readonly timeZone: string },
  say: ApologiesWords,
): ModalView {
  const left = listed.length - LISTED
  return modal({
    title: say.list.title,
    close: say.close,
    metadata: shown.metadata,
    blocks: [
      ...(listed.length === 0 ? [section(say.none.meetings())] : []),
      ...listed
        .slice(0, LISTED)
        .flatMap((one) =>
          one.own ? substituteEntry(one, one.own, shown.timeZone, say) : entry(one, shown.timeZone, say),
        ),
      ...(left > 0 ? [context(say.list.more(left))] : []),
    ],
  })
}

/** Whoever is to sit for somebody answers that, and sends no apologies of their own. */
function substituteEntry(
  { meeting, at }: ListedMeeting,
  { id: value, absent, state }: StandingSubstitution,
  timeZone: string,
  say: ApologiesWords,
): KnownBlock[] {
  const { listed, asked } = substituteWords
  const no = (text: string) => button({ id: ids.apologies.listDecline, text, value })
  return [
    section(say.list.entry(meeting)),
    ...contexts(say.list.stated(listed[state](displayName(absent)), at, timeZone)),
    state === 'asked'
      ? actions(button({ id: ids.apologies.listAccept, text: asked.iWill, value }), no(asked.iCannot))
      : actions(no(asked.notAfterAll)),
  ]
}

function entry(
  { meeting, state, at, substitute }: ListedMeeting,
  timeZone: string,
  say: ApologiesWords,
): KnownBlock[] {
  const value = askedValue(meeting.id, meeting.date)
  const open = (text: string) => button({ id: ids.apologies.listOpen, text, value })
  const coming = button({ id: ids.apologies.listComing, text: say.list.coming, value })
  const withdraw = button({ id: ids.apologies.listWithdraw, text: say.list.withdraw, value })
  return [
    section(say.list.entry(meeting)),
    context(
      say.list.stated(say.list.states[state], at, timeZone),
      ...(substitute === undefined ? [] : [substitute]),
    ),
    state === 'unanswered'
      ? actions(coming, open(say.list.apologies))
      : state === 'coming'
        ? actions(open(say.list.apologies))
        : actions(open(say.list.change), withdraw),
  ]
}
