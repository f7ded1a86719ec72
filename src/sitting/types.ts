import type { Temporal } from 'temporal-polyfill'

export type SittingState = 'open' | 'adjourned' | 'closed' | 'inquorate'

/** How somebody takes part: in the room, from afar where the law allows it, or only looking on. */
export type PresenceMode = 'inRoom' | 'remoteMember' | 'remoteObserver'

/** That somebody came into the room or left it, as entered; what was struck is left out. */
export interface RollLine {
  readonly id: string
  readonly personId: string
  readonly kind: 'arrived' | 'left'
  readonly mode: PresenceMode
  /** The absent member for whom a substitute sits. */
  readonly forId: string | undefined
  /** When it happened, which may be long before it was entered. */
  readonly at: Temporal.Instant
}

/** Somebody who is at the meeting at an instant. */
export interface Presence {
  readonly personId: string
  readonly mode: PresenceMode
  readonly forId: string | undefined
  readonly since: Temporal.Instant
}

/** Who takes the chair, from when; for one item alone where it names one. */
export interface ChairLine {
  readonly id: string
  readonly personId: string
  readonly recordId: string | undefined
  readonly at: Temporal.Instant
}
