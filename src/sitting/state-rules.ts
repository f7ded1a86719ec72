import type { SittingState } from './types.ts'

/** What ends or interrupts a meeting, or takes that back, in the order in which it is offered. */
export const STATE_CHANGES = ['adjourned', 'resumed', 'closed', 'inquorate', 'reopened'] as const
export type StateChange = (typeof STATE_CHANGES)[number]

interface Way {
  readonly from: readonly SittingState[]
  readonly to: SittingState
}

const WAYS: Readonly<Record<StateChange, Way>> = {
  adjourned: { from: ['open'], to: 'adjourned' },
  resumed: { from: ['adjourned'], to: 'open' },
  closed: { from: ['open', 'adjourned'], to: 'closed' },
  inquorate: { from: ['open', 'adjourned'], to: 'inquorate' },
  reopened: { from: ['closed', 'inquorate'], to: 'open' },
}

/**
 * The state after a change; `already` where it is so: another clerk was quicker, or the button was pressed
 * twice. `undefined` where the one does not follow from the other.
 */
export function stateAfter(state: SittingState, change: StateChange): SittingState | 'already' | undefined {
  const { from, to } = WAYS[change]
  if (from.includes(state)) return to
  return state === to ? 'already' : undefined
}

/** What can be done now, in the order in which it is offered. */
export function changesFrom(state: SittingState): StateChange[] {
  return STATE_CHANGES.filter((change) => WAYS[change].from.includes(state))
}

export function isSitting(state: SittingState): boolean {
  return state === 'open' || state === 'adjourned'
}
