/** What was read of a pack, and what the site says of the meeting that it was found at. */
export interface ReadForPublishing {
  readonly committeeId: string
  readonly date: string
  readonly startTime: string | undefined
  readonly restrictedOnSite: number
  readonly read: {
    readonly isRead: boolean
    readonly committeeId: string | undefined
    readonly date: string | undefined
    readonly time: string | undefined
    readonly items: readonly { readonly closed?: true }[]
    readonly doubts: number
    readonly marks: number
  }
}

export type WhyNotByItself =
  | 'unreadable'
  | 'doubts'
  | 'restricted-marks'
  | 'no-items'
  | 'another-committee'
  | 'another-time'

/**
 * Why a pack is left to a clerk although the committee's packs may be published by themselves: whatever a
 * clerk would have to look at. Even the standing sentence about a possible exclusion is such a mark.
 */
export function whyNotByItself(of: ReadForPublishing): WhyNotByItself | undefined {
  const { read } = of
  if (!read.isRead) return 'unreadable'
  if (read.marks > 0 || of.restrictedOnSite > 0 || read.items.some((item) => item.closed))
    return 'restricted-marks'
  if (read.doubts > 0) return 'doubts'
  if (read.items.length === 0) return 'no-items'
  if (read.committeeId !== of.committeeId) return 'another-committee'
  const isSameTime = read.time !== undefined && read.time === of.startTime
  return read.date === of.date && isSameTime ? undefined : 'another-time'
}
