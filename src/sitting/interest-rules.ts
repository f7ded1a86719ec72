import type { Effect, Registration } from '../interests/types.ts'

/** What a member did about an item in which they have an interest. */
export const CONDUCTS = ['left', 'silent', 'spoke', 'tookPart'] as const
export type Conduct = (typeof CONDUCTS)[number]

/** What is recorded of somebody that the law or the code does not allow; it stands all the same (law 4). */
export type ConductProblem = 'spoke' | 'voted'

/** @param effect what the interest lets the member do, dispensation counted */
export function problemsOfConduct(effect: Effect, conduct: Conduct | undefined): ConductProblem[] {
  const spoke = conduct === 'spoke' || conduct === 'tookPart'
  return [
    ...(spoke && effect.speaking === 'no' ? (['spoke'] as const) : []),
    ...(conduct === 'tookPart' && !effect.mayVote ? (['voted'] as const) : []),
  ]
}

/** An interest as a clerk enters it on the spot. */
export interface InterestSaid {
  readonly type: string
  readonly holder: 'own' | 'partner'
  readonly sensitive: boolean
  readonly nature: string
  readonly registration: Registration | undefined
  readonly dispensationId: string | undefined
}

/**
 * - `no-such-kind`: the council's code has no such interest; choose one that it has
 * - `nature-missing`: say in what it lies, or mark it as sensitive
 * - `registration-missing`: say whether it is in the register
 * - `no-leave`: that dispensation is not in force for this member on the day of the meeting
 */
export type SaidRefusal = {
  readonly code: 'no-such-kind' | 'nature-missing' | 'registration-missing' | 'no-leave'
}

/** Why an interest cannot be recorded so, or `undefined` when it can. */
export function whyNotSaid(
  said: InterestSaid,
  kind: { readonly asksNature: boolean; readonly notifying: unknown } | undefined,
  inForce: readonly { readonly id: string }[],
): SaidRefusal | undefined {
  if (!kind) return { code: 'no-such-kind' }
  if (kind.asksNature && !said.sensitive && said.nature === '') return { code: 'nature-missing' }
  if (kind.notifying && said.registration === undefined) return { code: 'registration-missing' }
  if (said.dispensationId !== undefined && !inForce.some(({ id }) => id === said.dispensationId))
    return { code: 'no-leave' }
  return undefined
}
