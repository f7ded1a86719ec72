import type { Line } from '../lines/line.ts'
import type { Place } from '../paper.ts'

/** A value and the line that states it. */
export interface Found<T> {
  value: T
  at: Place
}

export function found<T>(value: T, line: Line): Found<T> {
  return { value, at: placeOf(line) }
}

export function placeOf(line: Line): Place {
  return { page: line.page, line: line.line }
}
