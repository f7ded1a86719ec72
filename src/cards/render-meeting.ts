import type { Temporal } from 'temporal-polyfill'
import { answersOf } from '../apologies/answers.ts'
import { attendanceCounts } from '../apologies/attendance-records.ts'
import { forecastOf } from '../apologies/quorum-forecast.ts'
import { substituteWords } from '../apologies/substitute-words.ts'
import { apologiesWords } from '../apologies/words.ts'
import { isAfter } from '../calendar/civil.ts'
import { stamp } from '../calendar/words.en.ts'
import { clerksOf, displayName, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { changesOf, type RecordedChange } from '../meetings/changes.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { whoIsTold, withoutSlack } from '../meetings/who-is-told.ts'
import { pagesOf } from '../publications/paper-rules.ts'
import { type AgendaEntry, publishedAgenda } from '../publications/published-agenda.ts'
import { whyNotOpen } from '../sitting/opening-rules.ts'
import { isSitting } from '../sitting/state-rules.ts'
import { section } from '../slack/blocks.ts'
import { type ClerksModel, clerksList } from './clerks-view.ts'
import { conditionLines } from './conditions.ts'
import { heading } from './heading.ts'
import { hasSatFor, memberModel, substitutionSaid } from './member-model.ts'
import { memberMessage } from './member-view.ts'
import { type CardPaper, type PackCardModel, packCard } from './pack-card-view.ts'
import { calendarLink } from './public-links.ts'
import { countsOpenings, openingsOf } from './receipts-count.ts'
import { cardWords } from './words.ts'

/** The card in the committee's channel: only what is open to the public (law 3). */
export const renderPackCard: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!isFor(message, meeting.channelId)) return { drop: 'other-channel' }
  return { post: packCard(await packCardModel(house, meeting), cardWords('en')) }
}

/** What the card says now, and the whole agenda behind it. */
export async function packCardModel(house: House, meeting: MeetingAtHand): Promise<PackCardModel> {
  const [agenda, clerks] = await Promise.all([
    publishedAgenda(house, meeting),
    clerksOf(house, meeting.committeeId),
  ])
  return {
    meetingId: meeting.id,
    meeting,
    venue: meeting.venue,
    state: meeting.state,
    items: agenda.entries.map(
      ({ number, title, pageFrom, pageTo, access, closed, lateness, toFollow, papers, ...entry }) => ({
        number,
        title,
        pageFrom,
        pageTo,
        open: access === 'public',
        closed,
        lateness,
        toFollow,
        papers: papersOnCard(papers),
        // Of a closed item nothing is said but the lawful words.
        lead: access === 'public' ? entry.lead : '',
        address: entry.reports.find(({ publicationNumber }) => publicationNumber === 0)?.address ?? '',
      }),
    ),
    supplements: agenda.supplements.map(({ publicAddress: address, ...one }) => ({ ...one, address })),
    publicAddress: agenda.publicAddress,
    publishedAt: agenda.publishedAt,
    agendaLate: agenda.notice?.state === 'late',
    openedOn: agenda.openedOn?.toString(),
    timeZone: house.timeZone,
    clerks: clerks.map((clerk) => clerk.name),
    countedAs: (await countsOpenings(house, meeting.committeeId)) ? agenda.publicationId : undefined,
    calendar: calendarLink(house, meeting.id),
    corrected: agenda.corrected,
    changes: await changesSince(house, meeting.id, agenda.publishedAt),
  }
}

/** What was changed before the papers were out stands in them. */
export async function changesSince(
  house: House,
  meetingId: string,
  since: Temporal.Instant | undefined,
): Promise<RecordedChange[]> {
  if (!since) return []
  return (await changesOf(house, meetingId)).filter(({ at }) => isAfter(at, since))
}

/** What the agenda pack alone has is said by the item's own pages. */
function papersOnCard(papers: AgendaEntry['papers']): CardPaper[] {
  if (papers.every(({ report }) => report.publicationNumber === 0)) return []
  return papers.map(({ report, replaced }) => ({
    supplement:
      report.publicationNumber === 0
        ? undefined
        : { number: report.publicationNumber, printedNo: report.printedNo },
    pages: pagesOf(report),
    replaced,
    address: report.address,
  }))
}

/** A member's one message. Somebody who no longer sits on the committee gets none. */
export const renderMember: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting || !('person' in message.recipient)) return { drop: 'meeting-gone' }
  const found = await memberModel(house, meeting, message.recipient.person)
  if (!found) return memberNoMore(house, meeting, message.recipient.person)
  return { post: memberMessage(found.model, cardWords(found.person.language)) }
}

/** Who was a substitute reads that they are none any more; anybody else gets no message. */
async function memberNoMore(house: House, meeting: MeetingAtHand, personId: string): Promise<Rendering> {
  const person = await personById(house, personId)
  if (!person || !(await hasSatFor(house, meeting.id, personId))) return { drop: 'not-a-member' }
  const said = substituteWords(person.language).sitsNoMore()
  return { post: { text: said.text, blocks: [heading(meeting.committeeName), section(said)] } }
}

/** The clerks' list; the private reasons stay out of it. */
export const renderClerks: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!isFor(message, meeting.clerksChannelId)) return { drop: 'other-channel' }
  return { post: clerksList(await clerksModel(house, meeting), cardWords('en')) }
}

/** What the clerks' list says now, and the whole list behind it. */
export async function clerksModel(house: House, meeting: MeetingAtHand): Promise<ClerksModel> {
  const answers = await answersOf(house, meeting)
  const changes = await house.db.meetingChange.count({
    where: { councilId: house.councilId, meetingId: meeting.id },
  })
  const items = await house.db.agendaItem.count({
    where: { councilId: house.councilId, meetingId: meeting.id, withdrawnAt: null },
  })
  const say = apologiesWords('en')
  const seated = answers.filter((answer) => answer.kind !== 'substitute')
  return {
    meetingId: meeting.id,
    meeting,
    channelId: meeting.channelId,
    state: meeting.state,
    answers: answers.map((answer) => ({
      name:
        answer.kind === 'substitute'
          ? say.substitute(displayName(answer.person))
          : displayName(answer.person),
      isSubstitute: answer.kind === 'substitute',
      state: answer.state,
      stateSaid: say.states[answer.state],
      at: answer.at ? stamp(answer.at, house.timeZone) : '',
      way: answer.way ?? 'command',
      relayedBy: answer.relayedBy,
      relayedNote: answer.relayedNote,
      hasReason: answer.hasReason,
      substitute: answer.substitution && substitutionSaid(answer.substitution, house.timeZone),
    })),
    members: seated.length,
    recorded: await attendanceCounts(house, meeting.id),
    hasBegun: meeting.state === 'scheduled' && !isAfter(meeting.startsAt, house.now()),
    ...(await openingOf(house, meeting)),
    quorum: isComing(house, meeting) ? await forecastOf(house, meeting) : undefined,
    openings: await openingsOf(house, meeting),
    conditions: await conditionLines(house, meeting),
    supplements: await house.db.publication.count({
      where: { councilId: house.councilId, meetingId: meeting.id, number: { gt: 0 } },
    }),
    hasItems: items > 0,
    isChanged: changes > 0,
    isOpen: meeting.state === 'postponed' || isAfter(meeting.endsAt, house.now()),
    isOver: meeting.state === 'scheduled' && !isAfter(meeting.endsAt, house.now()),
    withoutSlack: withoutSlack(await whoIsTold(house, meeting, meeting.date)).map(displayName),
  }
}

/** Whether the meeting can be opened, and whether it sits. */
async function openingOf(house: House, meeting: MeetingAtHand): Promise<{ canOpen: boolean; sits: boolean }> {
  const { councilId } = house
  const sitting = await house.db.sitting.findUnique({
    where: { councilId_meetingId: { councilId, meetingId: meeting.id } },
    select: { state: true },
  })
  return {
    canOpen: !sitting && whyNotOpen(meeting, house.now()) === undefined,
    sits: sitting !== null && isSitting(sitting.state),
  }
}

/** A channel that was the committee's when the message was wanted may be anybody's now (law 3). */
function isFor(message: OutgoingMessage, channelId: string | undefined): boolean {
  return 'channel' in message.recipient && message.recipient.channel === channelId
}

/** Who is there is recorded once the meeting has begun; before, it is forecast. */
function isComing(house: House, meeting: MeetingAtHand): boolean {
  return meeting.state === 'scheduled' && isAfter(meeting.startsAt, house.now())
}
