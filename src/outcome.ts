/**
 * What a use case answers. A refusal is a value with a code and the facts needed to explain it, so that
 * the caller can recover and the person can be told what to do next; exceptions are for what nobody
 * could foresee. A refusal rolls the transaction back.
 */
export type Outcome<T, R extends { readonly code: string }> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R }

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refused<R extends { readonly code: string }>(
  refusal: R,
): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal }
}
