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
  /** The clerk has confirmed that this is the public copy. */
  readonly publicCopyConfirmed: boolean
}
