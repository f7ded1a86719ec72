import type { Doubt, Place } from '../paper.ts'
import type { DocumentField, DocumentRecord } from '../record.ts'

/** A value and the line that states it. */
export interface Found<T> {
  value: T
  at: Place
  /** Set where the reader could not settle it and a person must look. */
  doubt?: Pick<Doubt, 'code' | 'text'>
  /** Of a list: each of its entries with its own line. */
  entries?: readonly Found<unknown>[]
}

/** What one part of the reader has found of a document; a key that the paper does not state stays out. */
export type FoundFields = {
  [Field in DocumentField]?: Found<NonNullable<DocumentRecord[Field]>> | undefined
}

/** A value and where it stands: a line is a place too. */
export function found<T>(value: T, at: Place): Found<T> {
  return { value, at: placeOf(at) }
}

export function placeOf({ page, line }: Place): Place {
  return { page, line }
}

/** The entries as a list, or nothing where there are none: that none were found does not mean that the paper says so. */
export function listOf<T>(entries: readonly Found<T>[]): Found<T[]> | undefined {
  const [first] = entries
  return first && { value: entries.map((entry) => entry.value), at: first.at, entries }
}

/** The paper says on this line that there were none. */
export function statedNone(at: Place): Found<never[]> {
  return found([], at)
}
