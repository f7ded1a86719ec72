/** How many must ask for a vote to be recorded by name: standing orders differ from council to council. */
export interface RecordedThreshold {
  /** "Six members rising in their places" */
  readonly members: number | undefined
  /** "One third of the members present" */
  readonly fraction: { readonly numerator: number; readonly denominator: number } | undefined
}

/** How many of those present it takes; `undefined` where standing orders let nobody demand it. */
export function neededForNames(
  { members, fraction }: RecordedThreshold,
  present: number,
): number | undefined {
  if (members !== undefined) return members
  if (!fraction) return undefined
  // A part of a member is a whole one: a third of 11 is 4.
  return Math.max(1, Math.ceil((present * fraction.numerator) / fraction.denominator))
}

/** Whether enough have asked. */
export function areNamesDue(needed: number | undefined, asking: number): boolean {
  return needed !== undefined && asking >= needed
}
