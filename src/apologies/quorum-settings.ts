import { civilDate, toDate } from '../calendar/civil.ts'
import { type CouncilRows, isClerk, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { noteQuorum } from './quorum-changes.ts'
import { quorumRule } from './quorum-forecast.ts'
import { countsForQuorum, type Quorum, type QuorumRule, quorumOf } from './quorum-rules.ts'

/** What clerks set of a committee for its quorum and its attendance. */
export interface QuorumSettings extends QuorumRule {
  readonly chairSeesNames: boolean
  /** The whole council: it alone approves reasons for absence (LGA 1972 s85(1)). */
  readonly isFullCouncil: boolean
  readonly countsForSixMonths: boolean
}

export interface SetQuorum {
  readonly by: string
  readonly committeeId: string
  readonly settings: QuorumSettings
}

export async function quorumSettings(rows: CouncilRows, committeeId: string): Promise<QuorumSettings> {
  const { isFullCouncil, countsForSixMonths } = await rows.db.committee.findFirstOrThrow({
    where: { councilId: rows.councilId, id: committeeId },
  })
  return { ...(await quorumRule(rows, committeeId)), isFullCouncil, countsForSixMonths }
}

/** The quorum with its working, by the membership of a day. */
export async function quorumOn(
  rows: CouncilRows,
  committeeId: string,
  day: string,
): Promise<Quorum | undefined> {
  const where = { councilId: rows.councilId, committeeId }
  const seats = await rows.db.seat.findMany({ where, select: { kind: true, voting: true } })
  const held = await membersOn(rows.db, rows.councilId, committeeId, day)
  return quorumOf(await quorumRule(rows, committeeId), {
    whole: seats.filter(countsForQuorum).length,
    held: held.filter(countsForQuorum).length,
  })
}

/** Set the quorum; the forecasts of coming meetings follow at once. Setting the same twice is the same as once. */
export async function setQuorum(
  house: House,
  act: SetQuorum,
): Promise<Outcome<{ readonly quorum: Quorum | undefined }, { readonly code: 'not-a-clerk' }>> {
  return house.transact(act.by, async (tx) => {
    const { committeeId, settings } = act
    if (!(await isClerk(tx, committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const data = {
      quorum: settings.least ?? null,
      quorumNumerator: settings.fraction?.numerator ?? null,
      quorumDenominator: settings.fraction?.denominator ?? null,
      quorumBase: settings.base,
      quorumRounding: settings.rounding,
      quorumWait: settings.waitMinutes,
      chairSeesNames: settings.chairSeesNames,
      isFullCouncil: settings.isFullCouncil,
      countsForSixMonths: settings.countsForSixMonths,
    }
    await tx.db.committee.update({ where: { id: committeeId, councilId: tx.councilId }, data })
    tx.audit('committee.quorum-set', data, committeeId)
    await follow(tx, committeeId)
    return done({ quorum: await quorumOn(tx, committeeId, civilDate(tx.now, house.timeZone).toString()) })
  })
}

async function follow(tx: Tx, committeeId: string): Promise<void> {
  const { councilId } = tx
  // Held in one order, as answers hold them one at a time.
  const coming = await tx.db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Meeting"
    WHERE "councilId" = ${councilId}::uuid AND "committeeId" = ${committeeId}::uuid
      AND "startsAt" > ${toDate(tx.now)} ORDER BY "id" FOR UPDATE`
  for (const { id } of coming) {
    const meeting = await meetingAtHand(tx, id)
    if (!meeting) continue
    await tx.refresh({ kind: messageKinds.clerks, subject: id })
    await noteQuorum(tx, meeting)
  }
}
