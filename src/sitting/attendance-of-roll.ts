import type { Recorded } from '../apologies/attendance-rules.ts'
import { isPresent, staysOf } from './roll-rules.ts'
import type { RollLine } from './types.ts'

/** Who holds a seat, and whether their apologies stand. */
export interface SeatHolder {
  readonly personId: string
  readonly hasApologies: boolean
}

/**
 * The record of who came, by the roll: present is who was there at any time in the sense of the law (LGA 1972
 * Sch 12 para 40). A remote observer stands with the apologies, and who neither came nor sent apologies is absent.
 *
 * @param standing what is recorded so far: by it, somebody may have sent apologies in another way
 */
export function recordedByRoll(
  roll: readonly RollLine[],
  holders: readonly SeatHolder[],
  standing: readonly Recorded[],
): Recorded[] {
  const stays = staysOf(roll)
  const holds = new Set(holders.map(({ personId }) => personId))
  const members = holders.map(({ personId, hasApologies }): Recorded => {
    const own = stays.filter((stay) => stay.personId === personId && stay.forId === undefined)
    const there = own.filter(isPresent)
    if (there.length > 0) {
      const mode = there.some((stay) => stay.mode === 'inRoom') ? 'inRoom' : 'remoteMember'
      return { personId, state: 'present', mode, forId: undefined }
    }
    if (own.length > 0) return { personId, state: 'apologies', mode: 'remoteObserver', forId: undefined }
    const before = standing.find((it) => it.personId === personId && it.mode === 'inRoom')
    const state = hasApologies || before?.state === 'apologies' ? 'apologies' : 'absent'
    return { personId, state, mode: 'inRoom', forId: undefined }
  })
  const substitutes = new Map<string, Recorded>()
  for (const { personId, forId, mode } of stays)
    if (forId !== undefined && isPresent({ mode }) && !holds.has(personId))
      substitutes.set(personId, { personId, state: 'present', mode, forId })
  // Recorded as a substitute, and by the roll none after all.
  const notThere = standing
    .filter((it) => !holds.has(it.personId) && !substitutes.has(it.personId) && it.state === 'present')
    .map(({ personId }): Recorded => ({ personId, state: 'absent', mode: 'inRoom', forId: undefined }))
  return [...members, ...substitutes.values(), ...notThere]
}
