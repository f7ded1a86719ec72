/** Minutes of another meeting of the committee in the same municipal year, with the numbers that they have. */
export interface NumberedMinutes {
  readonly meetingId: string
  /** ISO civil date. */
  readonly date: string
  readonly first: number
  readonly last: number
  readonly isSigned: boolean
}

/** What stands in the way of numbers, or is to be looked at. */
export interface NumberClash {
  readonly meetingId: string
  readonly date: string
  readonly first: number
  readonly last: number
}

/**
 * The first number of a meeting's minutes: they are continuous from annual meeting to annual meeting, and those of
 * meetings that come later are not counted on, though they may have been drafted first.
 */
export function nextNumber(others: readonly NumberedMinutes[], date: string): number {
  const before = others.filter((one) => one.date <= date).map(({ last }) => last)
  return Math.max(0, ...before) + 1
}

/** Minutes whose numbers these would take: signed ones forbid it, drafts are to be numbered anew. */
export function clashesOf(
  others: readonly NumberedMinutes[],
  { first, count }: { readonly first: number; readonly count: number },
): { readonly signed: readonly NumberClash[]; readonly drafts: readonly NumberClash[] } {
  const last = first + count - 1
  const clashing = others.filter((one) => one.first <= last && first <= one.last)
  return {
    signed: clashing.filter(({ isSigned }) => isSigned),
    drafts: clashing.filter(({ isSigned }) => !isSigned),
  }
}
