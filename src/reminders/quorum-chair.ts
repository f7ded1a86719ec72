import { CHAIR_HEARS, FORECAST_AHEAD, forecastDue } from '../apologies/quorum-due.ts'
import { forecastOf } from '../apologies/quorum-forecast.ts'
import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { type MeetingAtHand, meetingsBetween } from '../meetings/meeting.ts'
import { quorumForecastMessage } from '../meetings/messages.ts'
import { MOST_A_MEETING } from './rules.ts'
import { sittingNow } from './sitting-now.ts'

const KIND = 'quorum'

/**
 * Tell the Chair how the quorum stands. The Chair is a member: one automatic message a day, three a meeting,
 * none while a meeting of theirs sits (law 12). It takes the place of the day's bundle, so that it waits a day
 * where there is one already; to be called after `remind`, which asks what only the Chair can answer.
 *
 * @returns how many were told now
 */
export async function tellChairs(house: House): Promise<number> {
  const now = house.now()
  const offices = await officesOf(house)
  if (!isOfficeHour(now.toZonedDateTimeISO(house.timeZone), offices)) return 0
  const meetings = await meetingsBetween(house, now, now.add(FORECAST_AHEAD))
  const sitting = meetings.length === 0 ? new Set<string>() : await sittingNow(house, now)
  let told = 0
  for (const meeting of meetings) {
    const step = forecastDue(meeting, CHAIR_HEARS, offices, now)
    if (step === undefined) continue
    const { councilId, db } = house
    const members = await membersOn(db, councilId, meeting.committeeId, meeting.date)
    const chair = members.find(({ office }) => office === 'chair')?.person
    if (!chair?.slackUserId || sitting.has(chair.id)) continue
    const of = { personId: chair.id, slot: `${meeting.date}/${step}` }
    const before = await db.reminderSlot.findMany({
      where: { councilId, subject: meeting.id, personId: chair.id, outcome: 'sent' },
      select: { kind: true, slot: true, bundleId: true },
    })
    if (before.some(({ kind, slot }) => kind === KIND && slot === of.slot)) continue
    if (new Set(before.map(({ bundleId }) => bundleId)).size >= MOST_A_MEETING) continue
    if (await house.transact(SCRUTINEER, (tx) => tell(tx, meeting, of))) told += 1
  }
  return told
}

async function tell(
  tx: Tx,
  meeting: MeetingAtHand,
  { personId, slot }: { readonly personId: string; readonly slot: string },
): Promise<boolean> {
  const { councilId } = tx
  const forecast = await forecastOf(tx, meeting)
  if (!forecast) return false
  const at = toDate(tx.now)
  const day = columnOfDate(civilDate(tx.now, meeting.timeZone).toString())
  // The unique keys decide between processes: one bundle a person and day, one slot a step.
  const [bundle] = await tx.db.reminderBundle.createManyAndReturn({
    data: [{ councilId, personId, day, at }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (!bundle) return false
  const row = { councilId, kind: KIND, subject: meeting.id, personId, slot, at }
  const made = await tx.db.reminderSlot.createMany({
    data: [{ ...row, outcome: 'sent', bundleId: bundle.id }],
    skipDuplicates: true,
  })
  if (made.count === 0) {
    await tx.db.reminderBundle.deleteMany({ where: { councilId, id: bundle.id } })
    return false
  }
  const { id: meetingId, committeeId } = meeting
  await tx.show(quorumForecastMessage({ meetingId, committeeId, slot, recipient: { person: personId } }))
  tx.audit('quorum.chair-told', { meeting: meetingId, step: slot, state: forecast.state }, committeeId)
  return true
}
