import { type CouncilRows, displayName, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { openedNature } from './interest-nature.ts'
import {
  type InterestsOfMeeting,
  type StandingInterest,
  type StandingWhip,
  standingInterests,
} from './standing-interests.ts'
import { type UnansweredInterests, unansweredInterests } from './unanswered-interests.ts'

export interface ReadInterest extends StandingInterest {
  readonly memberName: string
  /** Who entered it, where that was not the member. */
  readonly relayedBy: string | undefined
  /** Of a sensitive interest there is none; `unopened` was sealed with another key. */
  readonly nature: string | undefined
  readonly isUnopened: boolean
}

export interface ReadWhip extends StandingWhip {
  readonly memberName: string
  readonly relayedBy: string | undefined
}

export interface ReadInterests extends Pick<InterestsOfMeeting, 'code' | 'items'> {
  readonly meeting: MeetingAtHand
  readonly interests: readonly ReadInterest[]
  readonly whips: readonly ReadWhip[]
  /** Who has answered that there is nothing. */
  readonly nothing: readonly string[]
  readonly unanswered: readonly UnansweredInterests[]
  /** The reader may enter notices for members: a clerk, but not the Monitoring Officer. */
  readonly isClerk: boolean
}

/** Whether this person is the council's Monitoring Officer, or one of their deputies. */
export async function isMonitoringOfficer(
  { councilId, db }: CouncilRows,
  personId: string,
): Promise<boolean> {
  return (await db.councilRole.count({ where: { councilId, personId, duty: 'monitoringOfficer' } })) > 0
}

/**
 * What members have given notice of before a meeting, for its clerks and the Monitoring Officer alone, natures
 * included; that it was read is noted, what it says is not.
 */
export async function readInterests(
  house: House,
  act: { readonly by: string; readonly meetingId: string },
): Promise<Outcome<ReadInterests, { readonly code: 'not-a-reader' } | { readonly code: 'meeting-gone' }>> {
  return house.transact(act.by, async (tx) => {
    const meeting = await meetingAtHand(tx, act.meetingId)
    if (!meeting) return refused({ code: 'meeting-gone' })
    const byClerk = await isClerk(tx, meeting.committeeId, act.by)
    if (!byClerk && !(await isMonitoringOfficer(tx, act.by))) return refused({ code: 'not-a-reader' })
    const { councilId, db } = tx
    const standing = await standingInterests(tx, meeting)
    const ids = standing.interests.map((notice) => notice.id)
    const natures = await db.interestNature.findMany({ where: { councilId, noticeId: { in: ids } } })
    const answers = await db.interestAnswer.findMany({
      where: { councilId, meetingId: meeting.id, nothing: true },
    })
    const given = [...standing.interests, ...standing.whips]
    const names = await namesOf(tx, [
      ...given.flatMap((notice) => [notice.memberId, notice.givenById]),
      ...answers.map((answer) => answer.personId),
    ])
    const whose = (notice: { readonly memberId: string; readonly givenById: string }) => ({
      memberName: names.get(notice.memberId)?.inFull ?? '',
      relayedBy: notice.givenById === notice.memberId ? undefined : names.get(notice.givenById)?.name,
    })
    tx.audit(
      'interests.read',
      { meeting: meeting.id, notices: standing.interests.length },
      meeting.committeeId,
    )
    return done({
      code: standing.code,
      items: standing.items,
      meeting,
      interests: standing.interests.map((notice) => {
        const sealed = natures.find((one) => one.noticeId === notice.id)?.sealed
        const nature = sealed === undefined ? undefined : openedNature(house, notice.id, sealed)
        return {
          ...notice,
          ...whose(notice),
          nature,
          isUnopened: sealed !== undefined && nature === undefined,
        }
      }),
      whips: standing.whips.map((notice) => ({ ...notice, ...whose(notice) })),
      nothing: answers.map((answer) => names.get(answer.personId)?.inFull ?? '').toSorted(),
      unanswered: await unansweredInterests(tx, meeting),
      isClerk: byClerk,
    })
  })
}

async function namesOf(
  { councilId, db }: CouncilRows,
  ids: readonly string[],
): Promise<Map<string, { readonly name: string; readonly inFull: string }>> {
  const people = await db.person.findMany({ where: { councilId, id: { in: [...new Set(ids)] } } })
  return new Map(people.map((person) => [person.id, { name: person.name, inFull: displayName(person) }]))
}
