import { toDate } from '../calendar/civil.ts'
import { clerksOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import { givePack } from '../publications/give-pack.ts'
import type { PackDesk } from '../publications/pack-desk.ts'
import { publishPack } from '../publications/publish-pack.ts'
import { packForReview } from '../publications/review-model.ts'
import { metadataOf } from '../slack/metadata.ts'
import type { ClaimedWatch } from './claim-looks.ts'
import { siteMessageKinds } from './messages.ts'
import { onSiteOf } from './present-state.ts'
import { whyNotByItself } from './self-publishing-rules.ts'

/**
 * Of a committee whose packs may be published by themselves: read what was found and publish what leaves no
 * doubt, in the name of its first clerk. Anything else stays a question to the clerks. Done again after a
 * crash, it goes on where it was.
 */
export async function publishByItself(house: House, watch: ClaimedWatch, desk: PackDesk): Promise<void> {
  if (!watch.publishes) return
  const { councilId } = house
  const [clerk] = await clerksOf(house, watch.committeeId)
  if (!clerk) return
  const open = await house.db.siteProposal.findMany({
    where: { councilId, state: 'open', kind: 'pack', seen: { watchedId: watch.id } },
    include: { seen: true },
  })
  for (const proposal of open) {
    const packId = proposal.packId ?? (await readPack(house, desk, clerk.id, proposal))
    if (packId === undefined) continue
    const pack = await packForReview(house, packId, clerk.id)
    if (pack.state !== 'open') continue
    const { model } = pack
    const site = onSiteOf(proposal.seen)
    const { committeeId } = watch
    const { date, time, items } = model
    const why = whyNotByItself({
      committeeId,
      date: site.date,
      startTime: site.startTime,
      restrictedOnSite: proposal.seen.restricted,
      read: {
        isRead: model.source.kind === 'read',
        committeeId: model.committeeId,
        date,
        time,
        items,
        doubts: model.doubts.length,
        marks: model.marks.length,
      },
    })
    if (why !== undefined || date === undefined || time === undefined) {
      house.log.info({ proposal: proposal.id, why }, 'a pack is left to its clerks to publish')
      continue
    }
    const shown = metadataOf({ private_metadata: model.metadata })
    const outcome = await publishPack(house, {
      by: clerk.id,
      packId,
      version: shown.version,
      fields: {
        committeeId,
        date,
        startTime: time,
        venue: model.venue,
        items,
        publicAddress: model.publicAddress,
        // When it was opened at the offices the site does not say: it stood open no later than now.
        opened: model.opened,
        online: undefined,
        convenedOn: undefined,
        publicCopyConfirmed: false,
      },
    })
    if (!outcome.ok) {
      house.log.warn(
        { proposal: proposal.id, code: outcome.refusal.code },
        'a pack was not published by itself',
      )
      continue
    }
    await house.transact(SCRUTINEER, async (tx) => {
      await tx.db.siteProposal.updateMany({
        where: { councilId, id: proposal.id, state: 'open' },
        data: { state: 'taken', settledAt: toDate(tx.now) },
      })
      await tx.db.seenMeeting.updateMany({
        where: { councilId, id: proposal.seenId, meetingId: null },
        data: { meetingId: outcome.value.meetingId },
      })
      tx.audit('site.published-by-itself', { proposal: proposal.id, pack: packId }, committeeId)
      await tx.refresh({ kind: siteMessageKinds.proposals, subject: proposal.seenId })
    })
  }
}

async function readPack(
  house: House,
  desk: PackDesk,
  clerkId: string,
  proposal: { readonly id: string; readonly what: string },
): Promise<string | undefined> {
  const given = await givePack(house, { by: clerkId, pack: { source: 'address', address: proposal.what } })
  if (!given.ok) return undefined
  const { packId } = given.value
  await house.db.siteProposal.updateMany({
    where: { councilId: house.councilId, id: proposal.id },
    data: { packId },
  })
  return (await desk.read(house, packId)) ? packId : undefined
}
