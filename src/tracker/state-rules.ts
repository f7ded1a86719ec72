import type { TrackedState } from './types.ts'

/** Everything that moves a row from one state to another. */
export const ROW_ACTS = [
  'propose',
  'unpropose',
  'close',
  'reopen',
  'pause',
  'resume',
  'resumeProposed',
  'supersede',
  'transfer',
  'withdraw',
  'takeUp',
] as const
export type RowAct = (typeof ROW_ACTS)[number]

const LIVE: readonly TrackedState[] = ['open', 'proposed', 'paused']

/** From which states an act leads, and to which. Only `close`, the committee's own act, leads to `closed` (law 6). */
const MOVES: Readonly<Record<RowAct, { readonly from: readonly TrackedState[]; readonly to: TrackedState }>> =
  {
    propose: { from: ['open'], to: 'proposed' },
    unpropose: { from: ['proposed'], to: 'open' },
    close: { from: LIVE, to: 'closed' },
    reopen: { from: ['closed'], to: 'open' },
    pause: { from: ['open', 'proposed'], to: 'paused' },
    resume: { from: ['paused'], to: 'open' },
    // Its owner had said that it is done before it was paused.
    resumeProposed: { from: ['paused'], to: 'proposed' },
    supersede: { from: LIVE, to: 'superseded' },
    transfer: { from: LIVE, to: 'transferred' },
    withdraw: { from: LIVE, to: 'withdrawn' },
    takeUp: { from: ['withdrawn'], to: 'open' },
  }

/** The state that an act leads to; `undefined` where it cannot be done in this one. */
export function stateAfter(act: RowAct, state: TrackedState): TrackedState | undefined {
  const { from, to } = MOVES[act]
  return from.includes(state) ? to : undefined
}

/** Somebody still owes it, or the committee has still to look at it. */
export function isLive({ state }: { readonly state: TrackedState }): boolean {
  return LIVE.includes(state)
}

export const LIVE_STATES = LIVE

/**
 * Why the committee could not close a row at a meeting: it is another committee's, is closed or gone already, or was
 * asked for at a later meeting.
 *
 * @param meeting.date ISO civil date
 */
export function whyNotClose(
  row: {
    readonly committeeId: string
    readonly state: TrackedState
    readonly metOn: string | undefined
  },
  meeting: { readonly committeeId: string; readonly date: string },
): 'other-committee' | 'row-over' | 'too-early' | undefined {
  if (row.committeeId !== meeting.committeeId) return 'other-committee'
  if (stateAfter('close', row.state) === undefined) return 'row-over'
  return row.metOn !== undefined && meeting.date < row.metOn ? 'too-early' : undefined
}
