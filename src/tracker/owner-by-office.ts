import type { CouncilRows } from '../committees/people.ts'

/**
 * Who holds the office that a resolution names, "the Director of Public Health"; `undefined` where nobody, or more
 * than one, does: the clerk says then who owes it. "The lead officer" is the committee's officer, where it has one.
 */
export async function ownerByOffice(
  { councilId, db }: CouncilRows,
  committeeId: string,
  addressee: string,
): Promise<string | undefined> {
  const wanted = office(addressee)
  if (wanted === '') return undefined
  const ofCommittee = await db.committeeRole.findMany({ where: { councilId, committeeId, duty: 'officer' } })
  const ofCouncil = await db.councilRole.findMany({ where: { councilId, jobTitle: { not: '' } } })
  const named = [...ofCommittee, ...ofCouncil].filter(({ jobTitle }) => office(jobTitle) === wanted)
  const ids = new Set(named.map(({ personId }) => personId))
  if (ids.size === 0 && wanted === 'lead officer' && ofCommittee.length === 1) return ofCommittee[0]?.personId
  return ids.size === 1 ? [...ids][0] : undefined
}

function office(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
