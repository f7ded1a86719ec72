import { toDate } from '../calendar/civil.ts'
import { type CouncilRows, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type CorrectedItem, correctedItems, type PublishedItem } from './correction-lines.ts'
import { storedItem } from './exclusion-rules.ts'
import { AGENDA_PACK } from './publishing.ts'
import { type GuardRefusal, whyNotOpenly } from './restricted-guard.ts'
import type { ItemLine } from './types.ts'

export interface CorrectPack {
  readonly by: string
  readonly meetingId: string
  /** How often it had been corrected when the clerk looked at it. */
  readonly version: number
  readonly items: readonly ItemLine[]
  /** Empty when the papers are not online. */
  readonly publicAddress: string
}

/**
 * - `not-a-clerk`: only a clerk of the committee corrects its papers
 * - `not-published`: there is nothing to correct
 * - `changed-meanwhile`: somebody corrected it; open it again
 * - `items-differ`: more or fewer lines than the pack has items; a supplement adds, and its withdrawal takes away
 * - the refusals of `restricted-guard.ts`: corrected at the field
 */
export type CorrectRefusal =
  | GuardRefusal
  | { readonly code: 'not-a-clerk'; readonly committee: string }
  | { readonly code: 'not-published' | 'changed-meanwhile' }
  | { readonly code: 'items-differ'; readonly items: number; readonly lines: number }

export interface PackCorrected {
  readonly meeting: MeetingAtHand
  readonly items: readonly CorrectedItem[]
  readonly address: boolean
  /** A file that was put under the card shows what is closed now; only its channel's people can take it away. */
  readonly fileStands: boolean
}

/** The agenda pack of a meeting as it can be corrected: its own items, without those that supplements brought. */
export async function packToCorrect(rows: CouncilRows, meetingId: string) {
  const { councilId } = rows
  const publication = await rows.db.publication.findFirst({
    where: { councilId, meetingId, number: AGENDA_PACK },
    include: { pack: { select: { publicAddress: true } } },
  })
  if (!publication) return undefined
  const items = await rows.db.agendaItem.findMany({
    where: {
      councilId,
      meetingId,
      withdrawnAt: null,
      packItems: { some: { councilId, packId: publication.packId } },
    },
    include: { reports: { where: { councilId, publicationId: publication.id }, select: { address: true } } },
    orderBy: { position: 'asc' },
  })
  return {
    publication,
    publicAddress: publication.pack.publicAddress ?? '',
    items: items.map(
      ({ reports, ...item }): PublishedItem => ({ ...item, address: reports[0]?.address ?? '' }),
    ),
  }
}

/**
 * Correct papers that are out: what was mistyped, an item that should have been closed, an address that was not
 * known yet. Every message that says otherwise is edited and the card says when and what; no day of the law
 * changes, since nothing was opened later by it. What an item was called before is kept nowhere: it may be the
 * fact that an exemption protects (LGA 1972 s100A, Sch 12A).
 */
export async function correctPack(
  house: House,
  act: CorrectPack,
): Promise<Outcome<PackCorrected, CorrectRefusal>> {
  return house.transact(act.by, async (tx) => {
    await lockMeetingAndCommittee(tx, act.meetingId)
    const meeting = await meetingAtHand(tx, act.meetingId)
    const found = meeting && (await packToCorrect(tx, meeting.id))
    if (!meeting || !found) return refused({ code: 'not-published' })
    const { committeeId, committeeName: committee } = meeting
    if (!(await isClerk(tx, committeeId, act.by))) return refused({ code: 'not-a-clerk', committee })
    const { publication } = found
    if (publication.corrections !== act.version) return refused({ code: 'changed-meanwhile' })
    const items = correctedItems(found.items, act.items)
    if (!items) return refused({ code: 'items-differ', items: found.items.length, lines: act.items.length })
    const refusal = await whyNotOpenly(tx, act)
    if (refusal) return refused(refusal)

    const address = act.publicAddress !== found.publicAddress
    const isShared = await tx.db.outboxMessage.count({
      where: { councilId: tx.councilId, kind: messageKinds.packFile, subject: meeting.id },
    })
    const corrected = {
      meeting,
      items,
      address,
      fileStands: isShared > 0 && items.some(({ after }) => after.closed),
    }
    if (items.length === 0 && !address) return done(corrected)
    for (const item of items) await storeItem(tx, publication.id, item)
    if (address)
      await tx.db.pack.update({
        where: { id: publication.packId, councilId: tx.councilId },
        data: { publicAddress: act.publicAddress || null },
      })
    await tx.db.publication.update({
      where: { id: publication.id, councilId: tx.councilId },
      data: {
        corrections: { increment: 1 },
        correctedAt: toDate(tx.now),
        correctedItems: items.map(({ after, place }) => after.number || `(${place})`),
        correctedAddress: address,
        ...(address && act.publicAddress !== '' && !publication.onlineAt ? { onlineAt: toDate(tx.now) } : {}),
      },
    })
    tx.audit(
      'pack.corrected',
      {
        meeting: meeting.id,
        pack: publication.packId,
        items: items.map(({ before }) => before.id),
        closed: items.flatMap(({ before, after }) =>
          after.closed && before.access === 'public' ? [before.id] : [],
        ),
        opened: items.flatMap(({ before, after }) =>
          !after.closed && before.access !== 'public' ? [before.id] : [],
        ),
        address,
      },
      committeeId,
    )
    await refreshAll(tx, meeting.id)
    return done(corrected)
  })
}

async function storeItem(tx: Tx, publicationId: string, { before, after }: CorrectedItem): Promise<void> {
  const { councilId } = tx
  const pages = { pageFrom: after.pageFrom ?? null, pageTo: after.pageTo ?? null }
  await tx.db.agendaItem.update({
    where: { id: before.id, councilId },
    data: {
      number: after.number,
      ...storedItem(after),
      lead: after.closed ? '' : (after.lead ?? ''),
      toFollow: after.toFollow ?? false,
      ...pages,
      ...(after.closed ? {} : { publicInterest: '', confidentialBasis: '' }),
    },
  })
  const address = after.closed ? '' : (after.address ?? '')
  const where = { councilId, itemId: before.id, publicationId }
  const { count } = await tx.db.itemReport.updateMany({ where, data: { ...pages, address } })
  if (count > 0 || (pages.pageFrom === null && address === '')) return
  const { openedOn } = await tx.db.agendaItem.findFirstOrThrow({ where: { councilId, id: before.id } })
  await tx.db.itemReport.create({
    data: { ...where, effect: 'original', ...pages, address, openedOn: openedOn ?? toDate(tx.now) },
  })
}

/** Everything that names an item or leads to the papers. */
async function refreshAll(tx: Tx, meetingId: string): Promise<void> {
  const { councilId } = tx
  for (const kind of [
    messageKinds.packCard,
    messageKinds.member,
    messageKinds.supplement,
    messageKinds.supplementLine,
  ])
    await tx.refresh({ kind, subject: meetingId })
  const papers = await tx.db.restrictedPaper.findMany({
    where: { councilId, item: { councilId, meetingId } },
    select: { id: true },
  })
  for (const { id } of papers) await tx.refresh({ kind: messageKinds.restricted, subject: id })
}
