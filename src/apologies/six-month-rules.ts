import { Temporal } from 'temporal-polyfill'
import type { Nation } from '../calendar/nations.ts'

/*
 * A councillor who fails throughout six consecutive months from their last attendance to attend any meeting of
 * the authority ceases to be one, unless a reason was approved before the six months were over (LGA 1972
 * s85(1); in Scotland LG(S)A 1973 s35(1)). Apologies are no approval.
 */

export const SIX_MONTHS_SOURCE: Readonly<Record<Nation, string>> = {
  england: 'Local Government Act 1972 s85(1)',
  wales: 'Local Government Act 1972 s85(1)',
  scotland: 'Local Government (Scotland) Act 1973 s35(1)',
}

/** A reason for not attending that the authority has approved. */
export interface Approval {
  /** ISO civil dates. */
  readonly approvedOn: string
  /** The last day for which it holds. */
  readonly until: string
}

export interface SixMonths {
  /** The last attendance that counts, or the day from which the watch counts for want of one. */
  readonly from: string
  /** The day on which the six months are over. */
  readonly expiry: string
  /** The last day on which a reason can safely be approved: the day before, since it must be *before* the expiry. */
  readonly lastSafeDay: string
  /** The approvals that moved the expiry, in the order in which they did. */
  readonly extended: readonly Approval[]
  /** Approvals that came on or after the expiry of their time: they changed nothing. */
  readonly tooLate: readonly Approval[]
}

/**
 * When the six months of a councillor are over. Six months from a day end on the day of the same number
 * (*Dodds v Walker* [1981] 1 WLR 1027): from 9 August to 9 February, from 31 August to the last of February.
 * An approved reason counts only from before the expiry; absence it covers is no failure, so that the end of
 * its time is the earliest new expiry.
 *
 * @param from ISO civil date of the last attendance that counts
 */
export function sixMonthsFrom(from: string, approvals: readonly Approval[]): SixMonths {
  let expiry = Temporal.PlainDate.from(from).add({ months: 6 }).toString()
  const extended: Approval[] = []
  const tooLate: Approval[] = []
  for (const approval of [...approvals].sort(byDay)) {
    // Granted for the time before the last attendance, it has nothing left to excuse.
    if (approval.until < from) continue
    if (approval.approvedOn >= expiry) tooLate.push(approval)
    else if (approval.until > expiry) {
      expiry = approval.until
      extended.push(approval)
    }
  }
  return {
    from,
    expiry,
    lastSafeDay: Temporal.PlainDate.from(expiry).subtract({ days: 1 }).toString(),
    extended,
    tooLate,
  }
}

/** Whether a reason approved on a day comes before the expiry, as it must. */
export function isInTime(approvedOn: string, { expiry }: Pick<SixMonths, 'expiry'>): boolean {
  return approvedOn < expiry
}

/** So many months after the last attendance, and so many days before the expiry, the clerks are warned. */
export const WARNINGS = ['3 months', '4 months', '5 months', '28 days', '14 days'] as const
export type WarningStep = (typeof WARNINGS)[number]

/** The day on which a warning falls due. Where an approval has moved the expiry, the months count back from it. */
export function warningDay(watch: Pick<SixMonths, 'expiry'>, step: WarningStep): string {
  const expiry = Temporal.PlainDate.from(watch.expiry)
  const before = {
    '3 months': { months: 3 },
    '4 months': { months: 2 },
    '5 months': { months: 1 },
    '28 days': { days: 28 },
    '14 days': { days: 14 },
  }[step]
  return expiry.subtract(before).toString()
}

/** The latest warning whose day has come; none before the first, nor once the six months are over. */
export function warningDue(watch: Pick<SixMonths, 'expiry'>, today: string): WarningStep | undefined {
  if (today > watch.expiry) return undefined
  return WARNINGS.findLast((step) => warningDay(watch, step) <= today)
}

/**
 * The last meeting of the full council at which a reason can still be approved: before the expiry, and not
 * past.
 *
 * @param meetings days of meetings of the full council, in any order
 */
export function lastCouncilBefore(
  meetings: readonly string[],
  watch: Pick<SixMonths, 'lastSafeDay'>,
  today: string,
): string | undefined {
  return [...meetings]
    .filter((day) => day >= today && day <= watch.lastSafeDay)
    .sort()
    .at(-1)
}

function byDay(one: Approval, other: Approval): number {
  return one.approvedOn < other.approvedOn ? -1 : one.approvedOn > other.approvedOn ? 1 : 0
}
