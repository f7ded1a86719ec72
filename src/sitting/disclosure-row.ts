import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { InterestKind } from '../interests/kind-rules.ts'
import { notifyUntil, type Registration } from '../interests/rules.ts'
import type { HeldSitting } from './acting.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { Conduct } from './interest-rules.ts'

/** An interest as it is put on record. */
export interface DisclosureGiven {
  readonly personId: string
  readonly itemId: string | undefined
  readonly noticeId: string | undefined
  readonly outcome: 'disclosed' | 'notDeclared'
  readonly kind: InterestKind
  readonly holder: 'own' | 'partner'
  readonly sensitive: boolean
  readonly nature: string
  readonly registration: Registration | undefined
  readonly dispensationId: string | undefined
  readonly conduct: Conduct | undefined
}

/** What a message about a disclosure needs. */
export interface DisclosureRow {
  readonly id: string
  readonly personId: string
  readonly isRunning: boolean
}

/**
 * Put a disclosure on record, with the last day on which the Monitoring Officer can be told where it is neither
 * registered nor pending: 28 days beginning with the day of the disclosure (Localism Act 2011 s31(3)).
 */
export async function keptDisclosure(
  { tx, sitting, at }: HeldSitting,
  given: DisclosureGiven,
): Promise<DisclosureRow> {
  const { meeting } = sitting
  const { kind, outcome, registration } = given
  const { holidays } = await councilCalendar(tx)
  const disclosedOn = civilDate(at, meeting.timeZone)
  const end = outcome === 'disclosed' ? notifyUntil(kind, registration, disclosedOn, holidays) : undefined
  const { id } = await tx.db.disclosure.create({
    data: {
      councilId: tx.councilId,
      meetingId: meeting.id,
      personId: given.personId,
      itemId: given.itemId ?? null,
      noticeId: given.noticeId ?? null,
      outcome,
      type: kind.id,
      holder: given.holder,
      sensitive: given.sensitive,
      nature: given.nature,
      registration: registration ?? null,
      dispensationId: given.dispensationId ?? null,
      conduct: given.conduct ?? null,
      at: toDate(at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
      notifyUntil: end ? columnOfDate(end.lastDay.toString()) : null,
    },
  })
  tx.audit(
    outcome === 'disclosed' ? 'sitting.interest-disclosed' : 'sitting.interest-not-declared',
    {
      meeting: meeting.id,
      member: given.personId,
      item: notedItem(sitting, given.itemId),
      // Of a sensitive interest only the fact is noted; what was not declared stays between the member and the clerks.
      ...(given.sensitive || outcome === 'notDeclared' ? {} : { type: kind.id }),
      ...(end ? { notifyUntil: end.lastDay.toString() } : {}),
    },
    meeting.committeeId,
  )
  return { id, personId: given.personId, isRunning: end !== undefined }
}

/** An item as the audit names it: by its place, never by a title. */
export function notedItem({ business }: Pick<SittingAtHand, 'business'>, itemId: string | undefined): string {
  if (itemId === undefined) return 'whole meeting'
  const found = business.find((one) => one.itemId === itemId)
  return String(found?.position ?? '')
}
