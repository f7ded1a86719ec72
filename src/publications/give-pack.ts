import { toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { nameOfAddress } from '../documents/fetching/fetch-paper.ts'
import { messageKinds, packReadingMessage } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ReadingResult, storeReading } from './record-reading.ts'
import { forgetReading } from './restricted-guard.ts'

/** How a pack reached Scrutineer. */
export type GivenPack =
  | { readonly source: 'file'; readonly fileName?: string; readonly slackFileId?: string }
  | { readonly source: 'address'; readonly address: string }

export type GiveRefusal = { readonly code: 'not-a-clerk' }

export interface GivePack {
  readonly by: string
  readonly pack: GivenPack
  /**
   * When no open form waits for the result: which giving the message is for, so that one event, handled
   * twice, is answered once, and a file that is shared again is answered again.
   */
  readonly tellFor?: string
}

/**
 * Take a pack in for reading. Only a clerk may; the file itself is not kept. A file that is being read or
 * was read is taken in once, however often its event comes; one that could not be read is read again.
 */
export async function givePack(
  house: House,
  act: GivePack,
): Promise<Outcome<{ readonly packId: string }, GiveRefusal>> {
  return house.transact(act.by, async (tx) => {
    if ((await committeesWhereClerk(tx, act.by)).length === 0) return refused({ code: 'not-a-clerk' })
    const before = await packOfFile(tx, act.by, act.pack)
    const packId = before ? await takeUpAgain(tx, before) : await takeIn(tx, act)
    if (act.tellFor !== undefined)
      await tx.show(packReadingMessage({ packId, clerkId: act.by, slot: act.tellFor }))
    return done({ packId })
  })
}

async function takeIn(tx: Tx, { by, pack }: GivePack): Promise<string> {
  const row = await tx.db.pack.create({
    data: {
      councilId: tx.councilId,
      state: 'reading',
      source: pack.source,
      fileName: pack.source === 'file' ? (pack.fileName ?? '') : nameOfAddress(pack.address),
      slackFileId: pack.source === 'file' ? (pack.slackFileId ?? null) : null,
      publicAddress: pack.source === 'address' ? pack.address : null,
      createdById: by,
      createdAt: toDate(tx.now),
    },
  })
  tx.audit('pack.given', { pack: row.id, source: pack.source })
  return row.id
}

async function takeUpAgain(tx: Tx, pack: { id: string; state: string }): Promise<string> {
  if (pack.state === 'unreadable') {
    await tx.db.pack.update({
      where: { id: pack.id, councilId: tx.councilId },
      data: { state: 'reading', readingProblem: null, claimedAt: new Date(), attempts: 0 },
    })
    tx.audit('pack.given-again', { pack: pack.id })
  }
  return pack.id
}

/** A pack that was read elsewhere, by the command line: given and read in one. */
export async function handOverPack(
  house: House,
  act: { readonly by: string; readonly result: ReadingResult },
): Promise<Outcome<{ readonly packId: string }, GiveRefusal>> {
  return house.transact(act.by, async (tx) => {
    if ((await committeesWhereClerk(tx, act.by)).length === 0) return refused({ code: 'not-a-clerk' })
    const pack = { source: 'file' as const, fileName: act.result.name }
    const packId = await takeIn(tx, { by: act.by, pack })
    await storeReading(tx, packId, act.result)
    await tx.show(packReadingMessage({ packId, clerkId: act.by }))
    return done({ packId })
  })
}

/** Tell the clerk in a direct message after all, when the form that waited was closed or lost. */
export async function tellReadingInMessage(house: House, packId: string): Promise<void> {
  await house.transact(SCRUTINEER, async (tx) => {
    const pack = await tx.db.pack.findFirst({ where: { councilId: tx.councilId, id: packId } })
    if (!pack || pack.state === 'published' || pack.state === 'discarded') return
    const told = await tx.db.outboxMessage.count({
      where: { councilId: tx.councilId, kind: messageKinds.packReading, subject: packId },
    })
    // Dropped on the bot, it has its message already, which only has to become true.
    if (told > 0) await tx.refresh({ kind: messageKinds.packReading, subject: packId })
    else await tx.show(packReadingMessage({ packId, clerkId: pack.createdById }))
  })
}

/** The clerk does not want this pack after all. Discarding twice is the same as once. */
export async function discardPack(
  house: House,
  act: { readonly by: string; readonly packId: string },
): Promise<Outcome<undefined, { readonly code: 'already-published' } | { readonly code: 'not-yours' }>> {
  return house.transact(act.by, async (tx) => {
    const pack = await tx.db.pack.findFirst({ where: { councilId: tx.councilId, id: act.packId } })
    if (!pack || pack.createdById !== act.by) return refused({ code: 'not-yours' })
    const discarded = await tx.db.pack.updateMany({
      where: { councilId: tx.councilId, id: act.packId, state: { not: 'published' } },
      data: { state: 'discarded', version: { increment: 1 } },
    })
    if (discarded.count === 0) return refused({ code: 'already-published' })
    await forgetReading(tx, act.packId)
    tx.audit('pack.discarded', { pack: act.packId })
    await tx.refresh({ kind: messageKinds.packReading, subject: act.packId })
    return done(undefined)
  })
}

/** Held until the transaction ends, so that two deliveries of one event make one pack. */
async function packOfFile(tx: Tx, by: string, pack: GivenPack) {
  if (pack.source !== 'file' || pack.slackFileId === undefined) return null
  const file = `${tx.councilId}/${by}/${pack.slackFileId}`
  await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${file}, 0))::text`
  return tx.db.pack.findFirst({
    where: {
      councilId: tx.councilId,
      slackFileId: pack.slackFileId,
      createdById: by,
      state: { not: 'discarded' },
    },
    select: { id: true, state: true },
  })
}
