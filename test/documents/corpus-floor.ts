// Below these scores the reader must not fall. They only rise: `npm run score -- --raise`.
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Group, Scores } from './corpus.ts'

export const floorFile = fileURLToPath(new URL('./corpus-floor.json', import.meta.url))

const share = z.number().min(0).max(1)
const floor = z.partialRecord(
  z.enum(['real', 'rewritten', 'seeds', 'files', 'originals']),
  z.object({ macro: share, rows: z.record(z.string(), z.object({ precision: share, f1: share })) }),
)
export type Floor = z.infer<typeof floor>

export function readFloor(text: string): Floor {
  return floor.parse(JSON.parse(text))
}

/** Rounding of what was written; a fall is more than that. */
const ROUNDING = 0.0005

/** What fell below the floor, one sentence each. */
export function fallen(floorOf: Floor, group: Group, scores: Scores): string[] {
  const held = floorOf[group]
  if (!held) return []
  const below = (what: string, least: number, is: number | null | undefined): string[] =>
    (is ?? 0) < least - ROUNDING ? [`${group}: ${what} is ${(is ?? 0).toFixed(3)}, not ${least}`] : []
  return [
    ...below('macro F1', held.macro, scores.macro),
    ...Object.entries(held.rows).flatMap(([name, least]) => [
      ...below(`F1 of ${name}`, least.f1, scores.fields[name]?.f1),
      ...below(`precision of ${name}`, least.precision, scores.fields[name]?.precision),
    ]),
  ]
}

/** The floor with everything that is better now. */
export function raised(before: Floor, scores: ReadonlyMap<Group, Scores>): Floor {
  const after: Floor = {}
  for (const [group, { fields, macro }] of scores) {
    const held = before[group]
    const rows: NonNullable<Floor[Group]>['rows'] = {}
    for (const [name, { precision, f1 }] of Object.entries(fields))
      rows[name] = {
        precision: higher(held?.rows[name]?.precision, precision),
        f1: higher(held?.rows[name]?.f1, f1),
      }
    after[group] = { macro: higher(held?.macro, macro), rows }
  }
  return after
}

function higher(before: number | undefined, now: number | null): number {
  return Math.max(before ?? 0, Math.floor((now ?? 0) * 1000) / 1000)
}
