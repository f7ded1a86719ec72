import { toDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds, packReadingMessage } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'

/** How a pack reached Scrutineer. */
export type GivenPack =
  | { readonly source: 'file'; readonly fileName?: string; readonly slackFileId?: string }
  | { readonly source: 'address'; readonly address: string }

export type GiveRefusal = { readonly code: 'not-a-clerk' }

/**
 * Take a pack in for reading. Only a clerk may; the file itself is not kept.
 *
 * @param tellInMessage true when no open form waits for the result, so that the clerk is told in a
 *   direct message
 */
export async function givePack(
  house: House,
  act: { readonly by: string; readonly pack: GivenPack; readonly tellInMessage: boolean },
): Promise<Outcome<{ readonly packId: string }, GiveRefusal>> {
  return house.transact(act.by, async (tx) => {
    if ((await committeesWhereClerk(tx, act.by)).length === 0) return refused({ code: 'not-a-clerk' })
    const { pack } = act
    const before = await packOfFile(tx, act.by, pack)
    // The event that brought the file was handled once already, and is handled again after a crash.
    if (before) return done({ packId: before.id })
    const row = await tx.db.pack.create({
      data: {
        councilId: tx.councilId,
        state: 'reading',
        source: pack.source,
        fileName: pack.source === 'file' ? (pack.fileName ?? '') : fileNameOf(pack.address),
        slackFileId: pack.source === 'file' ? (pack.slackFileId ?? null) : null,
        publicAddress: pack.source === 'address' ? pack.address : null,
        createdById: act.by,
        createdAt: toDate(tx.now),
      },
    })
    tx.audit('pack.given', { pack: row.id, source: pack.source })
    if (act.tellInMessage) await tx.show(packReadingMessage({ packId: row.id, clerkId: act.by }))
    return done({ packId: row.id })
  })
}

/** Tell the clerk in a direct message after all, when the form that waited was closed. */
export async function tellReadingInMessage(house: House, packId: string): Promise<void> {
  await house.transact('scrutineer', async (tx) => {
    const pack = await tx.db.pack.findFirst({ where: { councilId: tx.councilId, id: packId } })
    if (pack) await tx.show(packReadingMessage({ packId, clerkId: pack.createdById }))
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
    tx.audit('pack.discarded', { pack: act.packId })
    await tx.refresh({ kind: messageKinds.packReading, subject: act.packId })
    return done(undefined)
  })
}

function fileNameOf(address: string): string {
  const last = new URL(address).pathname.split('/').filter(Boolean).at(-1)
  return last === undefined ? new URL(address).hostname : decoded(last)
}

/** A stray percent sign is no reason to refuse an address that a browser opens. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch (error) {
    if (error instanceof URIError) return name
    throw error
  }
}

async function packOfFile(tx: Tx, by: string, pack: GivenPack): Promise<{ id: string } | null> {
  if (pack.source !== 'file' || pack.slackFileId === undefined) return null
  return tx.db.pack.findFirst({
    where: {
      councilId: tx.councilId,
      slackFileId: pack.slackFileId,
      createdById: by,
      state: { not: 'discarded' },
    },
    select: { id: true },
  })
}
