import { z } from 'zod'
import { BARS, type Standing } from './types.ts'

const standings = z.array(z.object({ personId: z.string(), bar: z.enum(BARS).optional() }))

/** Who could vote at an instant, and what kept others from it, as a vote keeps it. */
export function standingsOf(stored: unknown): Standing[] {
  return standings.parse(stored ?? []).map(({ personId, bar }) => ({ personId, bar }))
}

export function toStored(of: readonly Standing[]): { personId: string; bar?: string }[] {
  return of.map(({ personId, bar }) => (bar === undefined ? { personId } : { personId, bar }))
}
