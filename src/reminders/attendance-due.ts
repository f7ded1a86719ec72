import { columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { meetingSteps } from './meeting-steps.ts'
import type { DueReminder, Moment } from './types.ts'

/**
 * Members on Slack who have not said whether they come, for each meeting whose time has come. Whoever wants
 * fewer reminders hears at the last time alone.
 */
export async function attendanceDue(house: House, moment: Moment): Promise<DueReminder[]> {
  const steps = await meetingSteps(house, moment, 'members')
  if (steps.length === 0) return []
  const byMeeting = new Map(steps.map((one) => [one.meetingId, one]))
  const rows = await house.db.$queryRaw<{ meetingId: string; personId: string }[]>`
    SELECT "meeting"."id" AS "meetingId", "person"."id" AS "personId"
    FROM unnest(${steps.map(({ meetingId }) => meetingId)}::uuid[], ${steps.map(({ slot }) => slot)}::text[],
      ${steps.map(({ step }) => step.isLast)}::boolean[]) AS "step"("meetingId", "slot", "isLast")
    JOIN "Meeting" AS "meeting" ON "meeting"."id" = "step"."meetingId"
      AND "meeting"."councilId" = ${house.councilId}::uuid AND "meeting"."state" = 'scheduled'
    JOIN "Seat" AS "seat" ON "seat"."councilId" = "meeting"."councilId"
      AND "seat"."committeeId" = "meeting"."committeeId" AND "seat"."kind" <> 'substitute'
    JOIN "SeatOccupancy" AS "held" ON "held"."councilId" = "seat"."councilId" AND "held"."seatId" = "seat"."id"
      AND "held"."since" <= "meeting"."date" AND ("held"."until" IS NULL OR "held"."until" >= "meeting"."date")
    JOIN "Person" AS "person" ON "person"."councilId" = "held"."councilId" AND "person"."id" = "held"."personId"
      AND "person"."slackUserId" IS NOT NULL AND ("step"."isLast" OR NOT "person"."wantsFewer")
    WHERE NOT EXISTS (SELECT FROM "Apology" AS "sent"
        WHERE "sent"."councilId" = "meeting"."councilId" AND "sent"."meetingId" = "meeting"."id"
          AND "sent"."personId" = "person"."id" AND "sent"."withdrawnAt" IS NULL
          AND ("meeting"."answersSince" IS NULL OR "sent"."tenderedAt" >= "meeting"."answersSince"))
      AND NOT EXISTS (SELECT FROM "Attendance" AS "said"
        WHERE "said"."councilId" = "meeting"."councilId" AND "said"."meetingId" = "meeting"."id"
          AND "said"."personId" = "person"."id" AND "said"."state" = 'expected'
          AND ("meeting"."answersSince" IS NULL OR "said"."saidAt" >= "meeting"."answersSince"))
      AND NOT EXISTS (SELECT FROM "ReminderSlot" AS "slot"
        WHERE "slot"."councilId" = "meeting"."councilId" AND "slot"."kind" = 'attendance'
          AND "slot"."subject" = "meeting"."id"::text AND "slot"."personId" = "person"."id"
          AND "slot"."slot" = "step"."slot")
      AND NOT EXISTS (SELECT FROM "ReminderBundle" AS "bundle"
        WHERE "bundle"."councilId" = "meeting"."councilId" AND "bundle"."personId" = "person"."id"
          AND "bundle"."day" = ${columnOfDate(moment.today.toString())}::date)`
  return rows.flatMap(({ meetingId, personId }): DueReminder[] => {
    const step = byMeeting.get(meetingId)
    if (!step) return []
    const { committeeId, slot, stale } = step
    return [{ kind: 'attendance', subject: meetingId, personId, committeeId, slot, stale }]
  })
}
