import type { Shown } from './pdf-page.ts'
import type { Pdfium } from './pdfium.ts'

/** A printed rule, level or upright, as of a table; in points from the top left of the page. */
export interface Ruling {
  level: boolean
  /** How far down a level one stands, how far to the right an upright one. */
  at: number
  from: number
  to: number
}

/** fpdf_edit.h: kinds of page objects, and of the parts of a path. */
const PATH = 2
const FORM = 5
const LINE_TO = 0

/** Maps and charts can have a hundred thousand strokes; tables have not. */
const MOST_SEGMENTS = 20_000
const DEEPEST_FORM = 4
/** In points: shorter strokes are letters drawn by hand, ticks and dots. */
const SHORTEST = 6
/** In points, from one end to the other. */
const SLANT = 1

/** The level and upright strokes of a page, edges of shaded areas among them. */
export function rulingsOf({ call, memory, scratch }: Pdfium, page: number, shown: Shown): Ruling[] {
  const rulings: Ruling[] = []
  let left = MOST_SEGMENTS

  const look = (object: number, outer: Shown, depth: number): void => {
    if (left <= 0) return
    const type = call.objectType(object)
    if (type === PATH) strokesOf(object, placed(object, outer))
    else if (type === FORM && depth < DEEPEST_FORM) {
      const inner = placed(object, outer)
      const count = call.countFormObjects(object)
      for (let at = 0; at < count && left > 0; at += 1) look(call.formObject(object, at), inner, depth + 1)
    }
  }

  const placed = (object: number, outer: Shown): Shown => {
    if (call.objectMatrix(object, scratch) === 0) return outer
    const a = memory.float(scratch)
    const b = memory.float(scratch + 4)
    const c = memory.float(scratch + 8)
    const d = memory.float(scratch + 12)
    const e = memory.float(scratch + 16)
    const f = memory.float(scratch + 20)
    if (a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0) return outer
    return (x, y) => outer(a * x + c * y + e, b * x + d * y + f)
  }

  const strokesOf = (path: number, place: Shown): void => {
    const count = call.countSegments(path)
    let begin = { x: 0, y: 0 }
    let last = begin
    for (let at = 0; at < count && left > 0; at += 1) {
      left -= 1
      const segment = call.segment(path, at)
      call.segmentPoint(segment, scratch, scratch + 4)
      const point = place(memory.float(scratch), memory.float(scratch + 4))
      if (call.segmentType(segment) === LINE_TO) stroke(last, point)
      else begin = point
      if (call.segmentClose(segment) !== 0) stroke(point, begin)
      last = point
    }
  }

  const stroke = (one: { x: number; y: number }, other: { x: number; y: number }): void => {
    const wide = Math.abs(one.x - other.x)
    const high = Math.abs(one.y - other.y)
    if (wide >= SHORTEST && high <= SLANT)
      rulings.push({
        level: true,
        at: (one.y + other.y) / 2,
        from: Math.min(one.x, other.x),
        to: Math.max(one.x, other.x),
      })
    else if (high >= SHORTEST && wide <= SLANT)
      rulings.push({
        level: false,
        at: (one.x + other.x) / 2,
        from: Math.min(one.y, other.y),
        to: Math.max(one.y, other.y),
      })
  }

  const count = call.countObjects(page)
  for (let at = 0; at < count && left > 0; at += 1) look(call.object(page, at), shown, 0)
  return rulings
}
