import type { Temporal } from 'temporal-polyfill'
import { instantOf, isAfter, toDate, toInstant } from '../calendar/civil.ts'
import { displayName, personById } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import { forgetReading } from './restricted-guard.ts'
import type { LocalMoment, PackFields } from './types.ts'

// What publishing an agenda and publishing a supplement have in common.

/** The agenda pack among the publications of a meeting; supplements count from 1. */
export const AGENDA_PACK = 0

/** A pack, held until the transaction ends. */
export async function packOf(tx: Tx, packId: string) {
  await tx.db.$queryRaw`SELECT "id" FROM "Pack"
    WHERE "councilId" = ${tx.councilId}::uuid AND "id" = ${packId}::uuid FOR UPDATE`
  return tx.db.pack.findFirst({ where: { councilId: tx.councilId, id: packId } })
}

/** Somebody published it, at that time; nothing was posted twice. */
export interface AlreadyPublished {
  readonly code: 'already-published'
  /** This very pack, or other papers in its place. */
  readonly what: 'this-pack' | 'these-papers'
  readonly byId: string
  readonly byName: string
  readonly at: Temporal.Instant
}

/** Who published this pack, or this meeting's, and when. */
export async function publicationOf(
  tx: Tx,
  which: { packId: string } | { meetingId: string; number: number },
): Promise<AlreadyPublished | undefined> {
  const publication = await tx.db.publication.findFirst({ where: { councilId: tx.councilId, ...which } })
  if (!publication) return undefined
  const clerk = await personById(tx, publication.publishedById)
  return {
    code: 'already-published',
    what: 'packId' in which ? 'this-pack' : 'these-papers',
    byId: publication.publishedById,
    byName: clerk ? displayName(clerk) : '',
    at: toInstant(publication.publishedAt),
  }
}

/** What the agenda's form and a supplement's have in common. */
type PaperFields = Pick<PackFields, 'publicAddress' | 'opened' | 'online' | 'publicCopyConfirmed'>

/** The pack is published; one that was typed without a file is stored now. */
export async function markPublished(
  tx: Tx,
  fields: PaperFields & { readonly committeeId: string },
  packId: string | undefined,
): Promise<string> {
  const now = toDate(tx.now)
  const published = {
    committeeId: fields.committeeId,
    state: 'published' as const,
    publicAddress: fields.publicAddress === '' ? null : fields.publicAddress,
    ...(fields.publicCopyConfirmed ? { publicCopyById: tx.by, publicCopyAt: now } : {}),
  }
  if (packId === undefined) {
    const typed = await tx.db.pack.create({
      data: { councilId: tx.councilId, source: 'typed', createdById: tx.by, createdAt: now, ...published },
    })
    return typed.id
  }
  await tx.db.pack.update({
    where: { id: packId, councilId: tx.councilId },
    data: { ...published, version: { increment: 1 } },
  })
  await forgetReading(tx, packId)
  return packId
}

/** When the public could read the papers, and members: never after the public (LGA 1972 s100B(3)). */
export function openingOf(fields: PaperFields, timeZone: string, now: Temporal.Instant) {
  const instant = ({ date, time }: LocalMoment) => instantOf(date, time, timeZone)
  const openedAt = instant(fields.opened)
  const onlineAt =
    fields.online !== undefined ? instant(fields.online) : fields.publicAddress === '' ? undefined : openedAt
  const publicAt = onlineAt && isAfter(openedAt, onlineAt) ? onlineAt : openedAt
  return { openedAt, onlineAt, membersAt: isAfter(now, publicAt) ? publicAt : now }
}
