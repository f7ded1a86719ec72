import type { MotionKind, MotionState } from './types.ts'

export interface MotionAtHand {
  readonly id: string
  readonly recordId: string
  /** Within the item, in the order moved. */
  readonly number: number
  readonly kind: MotionKind
  readonly parentId: string | undefined
  readonly text: string
  /** As it stands after the amendments that were carried; of an amendment, the motion as it would read. */
  readonly substantive: string
  readonly moverId: string | undefined
  readonly seconderId: string | undefined
  readonly state: MotionState
}

/**
 * - `motion-ended`: it was carried, lost, withdrawn, deferred, or fell: nothing more can be done with it
 * - `amendment-open`: amendments are put before the motion, in the order moved; this one comes first
 * - `amends-amendment`: an amendment changes a motion; move it anew when the one before it is decided
 */
export type MotionRefusal =
  | { readonly code: 'motion-gone' }
  | { readonly code: 'motion-ended'; readonly state: MotionState }
  | { readonly code: 'amendment-open'; readonly text: string }
  | { readonly code: 'amends-amendment' }

/** Why a motion cannot be put to the vote now, or `undefined` when it can. */
export function whyNotPut(motion: MotionAtHand, all: readonly MotionAtHand[]): MotionRefusal | undefined {
  if (motion.state !== 'open') return { code: 'motion-ended', state: motion.state }
  const parent = all.find(({ id }) => id === motion.parentId)
  if (parent && parent.state !== 'open') return { code: 'motion-ended', state: parent.state }
  const first = openAmendments(motion.parentId ?? motion.id, all)[0]
  return first && first.id !== motion.id ? { code: 'amendment-open', text: first.text } : undefined
}

/** Why this motion cannot be amended now, or `undefined` when it can. */
export function whyNotAmend(motion: MotionAtHand): MotionRefusal | undefined {
  if (motion.kind === 'amendment') return { code: 'amends-amendment' }
  return motion.state === 'open' ? undefined : { code: 'motion-ended', state: motion.state }
}

/** What is to be put next: of the last motion that is open, its first amendment, else itself. */
export function nextToPut(all: readonly MotionAtHand[]): MotionAtHand | undefined {
  const motion = all.findLast(({ kind, state }) => kind !== 'amendment' && state === 'open')
  return motion && (openAmendments(motion.id, all)[0] ?? motion)
}

export function openAmendments(motionId: string, all: readonly MotionAtHand[]): MotionAtHand[] {
  return all
    .filter(({ parentId, state }) => parentId === motionId && state === 'open')
    .toSorted((one, other) => one.number - other.number)
}

/**
 * Whether a motion was carried in words that its amendments, as they were corrected since, do not give: what was voted
 * on stays, and what was resolved is for the clerk to look at.
 */
export function readsOtherwise(motion: MotionAtHand, all: readonly MotionAtHand[]): boolean {
  return motion.state === 'carried' && motion.substantive !== substantiveText(motion, all)
}

/** How a motion reads after its amendments: as the last that was carried has it, else as moved. */
export function substantiveText(motion: MotionAtHand, all: readonly MotionAtHand[]): string {
  const carried = all
    .filter(({ parentId, state }) => parentId === motion.id && state === 'carried')
    .toSorted((one, other) => one.number - other.number)
  return carried.at(-1)?.substantive ?? motion.text
}
