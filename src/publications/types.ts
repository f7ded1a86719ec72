/** An agenda item as a paper prints it and a clerk corrects it. */
export interface ItemLine {
  /** "5", "5a", "A3", "23/12", or empty where none is printed. */
  readonly number: string
  readonly title: string
  readonly pageFrom?: number
  readonly pageTo?: number
  /** The public is excluded: its title is neither shown nor kept, and may be left out. */
  readonly closed?: true
  /** Of the nation's Schedule of exempt information, where the line says which. */
  readonly paragraphs?: readonly string[]
  /** Closed not by a resolution but because the law forbids disclosure (LGA 1972 s100A(2), (3)). */
  readonly confidential?: true
  /** Its report is not ready yet. */
  readonly toFollow?: true
  /** Who leads it, as the clerk wrote it: "(lead: Jo Smith, Director)". */
  readonly lead?: string
  /** The public address of its report alone. */
  readonly address?: string
}

/** A civil date and a local time, as a clerk gives them. */
export interface LocalMoment {
  /** ISO civil date. */
  readonly date: string
  /** Local time `HH:MM`. */
  readonly time: string
}

/** What a clerk publishes, after correction. */
export interface PackFields {
  readonly committeeId: string
  /** ISO civil date. */
  readonly date: string
  /** Local time `HH:MM`. */
  readonly startTime: string
  readonly venue: string
  readonly items: readonly ItemLine[]
  /** Where the public may read the pack; empty when it is not published by address. */
  readonly publicAddress: string
  /** When the papers were opened to inspection at the offices: local date and time. Clear days count from then. */
  readonly opened: LocalMoment
  /** When they stood on the web site, where that was at another time. */
  readonly online: LocalMoment | undefined
  /** The day on which the meeting was convened, only where that was at short notice. */
  readonly convenedOn: string | undefined
  /** The clerk has confirmed that this is the public copy. */
  readonly publicCopyConfirmed: boolean
  /** The PDF itself goes under the card, too. */
  readonly sharesFile?: boolean
}

/**
 * What a line of a supplement brings: an item that was not on the agenda, a further report to one that was,
 * the report that was to follow, or one that replaces an earlier.
 */
export type SupplementEffect = 'new' | 'adds' | 'fulfils' | 'replaces'

export interface SupplementLine extends ItemLine {
  readonly effect: SupplementEffect
}

/** What a clerk publishes as a supplement, after correction. */
export interface SupplementFields {
  readonly meetingId: string
  /** Which publication of the meeting it would be: what the clerk has looked at were those before. */
  readonly number: number
  /** The number that the paper prints, where it prints one. */
  readonly printedNo: number | undefined
  readonly lines: readonly SupplementLine[]
  /** It counts its pages from 1 itself. */
  readonly ownPages: boolean
  readonly publicAddress: string
  readonly opened: LocalMoment
  readonly online: LocalMoment | undefined
  readonly publicCopyConfirmed: boolean
}
