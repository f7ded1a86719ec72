import { answerOf } from '../apologies/answers.ts'
import { substituteRule } from '../apologies/substitute-pool.ts'
import { substituteWords } from '../apologies/substitute-words.ts'
import { isAfter } from '../calendar/civil.ts'
import { type CouncilPerson, displayName, memberOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { interestsAsked } from '../interests/unanswered-interests.ts'
import { interestWords } from '../interests/words.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { type StandingSubstitution, standingSubstitutions } from '../meetings/substitutions.ts'
import type { MemberModel } from './member-view.ts'
import { papersLink } from './receipts-count.ts'

/**
 * How a meeting concerns one of its members, or somebody who has agreed to sit for one: what their message and
 * `/agenda` both show.
 *
 * @returns nothing for somebody who has no seat at it
 */
export async function memberModel(
  house: House,
  meeting: MeetingAtHand,
  personId: string,
): Promise<{ readonly model: MemberModel; readonly person: CouncilPerson } | undefined> {
  const { councilId } = house
  const accepted = await standingSubstitutions(house, meeting, 'accepted')
  const own = accepted.find(({ substitute }) => substitute.id === personId)
  const member = await memberOn(house.db, councilId, meeting.committeeId, meeting.date, personId)
  const person = own?.substitute ?? member?.person
  if (!person) return undefined
  // A named substitute who is not needed any more is not asked whether they come.
  if (!own && member?.kind === 'substitute' && (await hasSatFor(house, meeting.id, personId)))
    return undefined
  const papers = await publishedPapers(house, meeting.id)
  const items = await house.db.agendaItem.count({
    where: { councilId, meetingId: meeting.id, withdrawnAt: null },
  })
  const answer = member && (await answerOf(house, meeting, member))
  const phase = phaseOf(house, meeting)
  const model: MemberModel = {
    meetingId: meeting.id,
    meeting,
    venue: meeting.venue,
    phase,
    items,
    publicAddress: await papersLink(house, {
      meeting,
      publicationId: papers.publicationId,
      publicAddress: papers.address,
      personId,
    }),
    supplements: papers.supplements,
    state: answer?.state ?? 'unanswered',
    at: answer?.at,
    relayedBy: answer?.relayedBy,
    deadlines: phase === 'ahead' && !own ? await deadlinesOf(house, meeting) : undefined,
    interests:
      items === 0 || answer?.state === 'absent'
        ? undefined
        : { asked: await interestsAsked(house, meeting, personId), words: interestWords(person.language) },
    sitsFor: own && {
      substitutionId: own.id,
      said: substituteWords(person.language).sitsFor(displayName(own.absent)),
    },
    substitute: answer?.substitution && substitutionSaid(answer.substitution, house.timeZone),
    timeZone: house.timeZone,
  }
  return { model, person }
}

/** Until when apologies are taken, and a substitute may be named where the committee takes any. */
async function deadlinesOf(house: House, meeting: MeetingAtHand): Promise<MemberModel['deadlines']> {
  const { pool, cutOff } = await substituteRule(house, meeting)
  return { apologies: meeting.endsAt, substitute: pool === undefined ? undefined : cutOff }
}

/** Who is asked, or has agreed, to sit for an absent member. */
export function substitutionSaid(of: StandingSubstitution, timeZone: string): string {
  const { standing } = substituteWords('en')
  const name = displayName(of.substitute)
  return of.acceptedAt
    ? standing.accepted(name, of.acceptedAt, timeZone)
    : standing.asked(name, of.namedAt, timeZone)
}

function phaseOf(house: House, meeting: MeetingAtHand): MemberModel['phase'] {
  if (meeting.state !== 'scheduled') return meeting.state
  return isAfter(meeting.endsAt, house.now()) ? 'ahead' : 'over'
}

/** The agenda pack, and the supplements that stand. */
async function publishedPapers(house: House, meetingId: string) {
  const [agenda, ...supplements] = await house.db.publication.findMany({
    where: { councilId: house.councilId, meetingId, withdrawnAt: null },
    include: { pack: { select: { publicAddress: true } } },
    orderBy: { number: 'asc' },
  })
  return {
    publicationId: agenda?.id,
    address: agenda?.pack.publicAddress ?? '',
    supplements: supplements.map(({ number, printedNo }) => ({ number, printedNo: printedNo ?? undefined })),
  }
}

/** Whether somebody had agreed to be a substitute at this meeting. */
export async function hasSatFor(house: House, meetingId: string, personId: string): Promise<boolean> {
  const of = { councilId: house.councilId, meetingId, substituteId: personId }
  return (await house.db.substitution.count({ where: { ...of, answeredAt: { not: null } } })) > 0
}
