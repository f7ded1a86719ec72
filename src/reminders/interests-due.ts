import type { House } from '../database/house.ts'
import { unansweredInterests } from '../interests/unanswered-interests.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { type MeetingStep, meetingSteps } from './meeting-steps.ts'
import type { DueReminder, Moment } from './types.ts'

/**
 * Whoever has not answered about interests in every item of an agenda: members, co-optees and substitutes who
 * have agreed to sit, without those who are away. Whoever wants fewer reminders hears at the last time alone.
 */
export async function interestsDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const steps = await withAgenda(house, await meetingSteps(house, moment, 'members'))
  const due: DueReminder[] = []
  for (const { meetingId, committeeId, slot, stale, step } of steps) {
    const meeting = await meetingAtHand(house, meetingId)
    if (!meeting) continue
    const unanswered = (await unansweredInterests(house, meeting)).flatMap(({ person }) =>
      person.slackUserId === undefined ? [] : [person.id],
    )
    if (unanswered.length === 0) continue
    const leftAlone = await whoIsLeftAlone(house, unanswered, { meetingId, slot, isLast: step.isLast })
    for (const personId of unanswered)
      if (!leftAlone.has(personId))
        due.push({ kind: 'interests', subject: meetingId, personId, committeeId, slot, stale })
  }
  return due
}

/** Without an agenda nobody is asked. */
async function withAgenda(house: House, steps: readonly MeetingStep[]): Promise<MeetingStep[]> {
  if (steps.length === 0) return []
  const items = await house.db.agendaItem.findMany({
    where: {
      councilId: house.councilId,
      meetingId: { in: steps.map(({ meetingId }) => meetingId) },
      withdrawnAt: null,
    },
    select: { meetingId: true },
    distinct: ['meetingId'],
  })
  const listed = new Set(items.map(({ meetingId }) => meetingId))
  return steps.filter(({ meetingId }) => listed.has(meetingId))
}

/** Those who were reminded this time already and, but for the last time, those who want fewer. */
async function whoIsLeftAlone(
  house: House,
  personIds: readonly string[],
  of: { readonly meetingId: string; readonly slot: string; readonly isLast: boolean },
): Promise<Set<string>> {
  const { councilId, db } = house
  const reminded = await db.reminderSlot.findMany({
    where: { councilId, kind: 'interests', subject: of.meetingId, slot: of.slot },
    select: { personId: true },
  })
  const fewer = of.isLast
    ? []
    : await db.person.findMany({
        where: { councilId, id: { in: [...personIds] }, wantsFewer: true },
        select: { id: true },
      })
  return new Set([...reminded.map(({ personId }) => personId), ...fewer.map(({ id }) => id)])
}
