/** An agenda item as a paper prints it and a clerk corrects it. */
export interface ItemLine {
  /** "5", "5a", "A3", "23/12", or empty where none is printed. */
  readonly number: string
  readonly title: string
  readonly pageFrom?: number
  readonly pageTo?: number
  /** The public is excluded: its title is shown to nobody in Slack. */
  readonly closed?: true
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
}
