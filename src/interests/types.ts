/** Whether a member may speak on an item: freely, as far as the public may, or not at all. */
export type Speaking = 'yes' | 'asPublic' | 'no'

/** What a member may do about an item. */
export interface Effect {
  readonly speaking: Speaking
  readonly mayVote: boolean
  readonly mustLeave: boolean
  /** The law, code or standing order behind each part, once. */
  readonly sources: readonly string[]
}

/** How an interest stands with the register, by what its holder says. */
export type Registration = 'registered' | 'pending' | 'neither'
