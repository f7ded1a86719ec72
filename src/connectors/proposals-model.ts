import { toInstant } from '../calendar/civil.ts'
import { stamp } from '../calendar/words.en.ts'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { civilToday } from './civil-today.ts'
import { comparison, onSiteOf, proposalOf } from './present-state.ts'
import { standingOf } from './rules.ts'
import { storedPapers } from './seen-papers.ts'
import { meetingPage } from './site-address.ts'
import type { AskedModel, ProposalsModel } from './views.ts'

/** What the message about a meeting on a site shows now; `undefined` when it is not known any more. */
export async function proposalsModel(house: House, seenId: string): Promise<ProposalsModel | undefined> {
  const { councilId } = house
  const seen = await house.db.seenMeeting.findFirst({
    where: { councilId, id: seenId },
    include: {
      watched: { include: { committee: true } },
      proposals: { where: { councilId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!seen) return undefined
  const { watched } = seen
  const onSite = onSiteOf(seen)
  const compared = await comparison(house, seen)
  const papers = new Map(storedPapers(seen.papers).map((paper) => [paper.key, paper]))
  const names = await namesOf(
    house,
    seen.proposals.flatMap(({ byId }) => byId ?? []),
  )
  const publishedPacks = await publishedOf(
    house,
    seen.proposals.flatMap(({ byId, packId }) => (byId === null && packId !== null ? [packId] : [])),
  )
  const asked = seen.proposals.map((row): AskedModel => {
    const proposal = proposalOf(row)
    const standing = row.state === 'open' ? standingOf(proposal, compared, civilToday(house)) : undefined
    const paper = proposal.kind === 'supplement' ? papers.get(row.what) : undefined
    return {
      id: row.id,
      ...proposal,
      // Settled by itself a moment ago, which the next look will note.
      state: standing === 'done' ? 'taken' : standing === 'gone' ? 'dismissed' : row.state,
      by: row.byId === null ? undefined : names.get(row.byId),
      at: row.settledAt ? stamp(toInstant(row.settledAt), house.timeZone) : undefined,
      byItself:
        row.byId !== null || row.packId === null
          ? undefined
          : publishedPacks.has(row.packId)
            ? 'published'
            : row.state === 'open'
              ? 'left'
              : undefined,
      paper: paper && { title: paper.title, item: paper.item, address: paper.address },
    }
  })
  return {
    committeeName: watched.committee.name,
    date: onSite.date,
    startTime: onSite.startTime,
    typedTime: seen.time,
    venue: seen.venue,
    status: seen.status,
    page: meetingPage(watched, seen.siteMeetingId).href,
    siteName: new URL(watched.site).hostname,
    here: compared.here,
    restricted: seen.restricted,
    asked,
  }
}

async function namesOf(house: House, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await house.db.person.findMany({
    where: { councilId: house.councilId, id: { in: [...new Set(ids)] } },
  })
  return new Map(people.map((person) => [person.id, displayName(person)]))
}

/** Those of the packs, read without a clerk's asking, that were published. */
async function publishedOf(house: House, packIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (packIds.length === 0) return new Set()
  const packs = await house.db.pack.findMany({
    where: { councilId: house.councilId, id: { in: [...packIds] }, state: 'published' },
    select: { id: true },
  })
  return new Set(packs.map(({ id }) => id))
}
