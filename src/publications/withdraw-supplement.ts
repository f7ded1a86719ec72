import type { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, isAfter, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, displayName, isClerk, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { lockMeetingAndCommittee } from '../meetings/locks.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds, supplementSlot } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { tellOfSupplement } from './supplement-audience.ts'

/**
 * - `gone`: it is not in this council's record, or is no supplement
 * - `not-a-clerk`: only a clerk of the committee withdraws its papers
 * - `withdrawn-before`: by whom and when; nobody was told twice
 * - `meeting-over`: what the meeting had before it is a matter for the minutes
 */
export type WithdrawRefusal =
  | { readonly code: 'gone' }
  | { readonly code: 'not-a-clerk'; readonly committee: string }
  | {
      readonly code: 'withdrawn-before'
      readonly byId: string
      readonly byName: string
      readonly at: Temporal.Instant
    }
  | { readonly code: 'meeting-over' }

export interface SupplementWithdrawn {
  readonly meeting: MeetingAtHand
  readonly printedNo: number | undefined
  readonly number: number
  readonly told: number
  readonly withoutSlack: readonly CouncilPerson[]
}

/**
 * Take a supplement back: the items and papers that it alone brought leave the agenda, and what it replaced
 * or fulfilled is as it was. It stays in the record, and its number is not given again.
 */
export async function withdrawSupplement(
  house: House,
  act: { readonly by: string; readonly publicationId: string },
): Promise<Outcome<SupplementWithdrawn, WithdrawRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { councilId } = tx
    const where = { councilId, id: act.publicationId, number: { gt: 0 } }
    const found = await tx.db.publication.findFirst({ where })
    if (!found) return refused({ code: 'gone' })
    await lockMeetingAndCommittee(tx, found.meetingId)
    const publication = await tx.db.publication.findFirst({ where })
    const meeting = await meetingAtHand(tx, found.meetingId)
    if (!publication || !meeting) return refused({ code: 'gone' })
    if (!(await isClerk(tx, meeting.committeeId, act.by)))
      return refused({ code: 'not-a-clerk', committee: meeting.committeeName })
    if (publication.withdrawnAt) return refused(await withdrawnBefore(tx, publication))
    if (meeting.state === 'scheduled' && !isAfter(meeting.endsAt, tx.now))
      return refused({ code: 'meeting-over' })

    await tx.db.publication.update({
      where: { id: publication.id, councilId },
      data: { withdrawnAt: toDate(tx.now), withdrawnById: act.by },
    })
    // The same file may be given again, corrected or for another meeting.
    await tx.db.pack.update({
      where: { id: publication.packId, councilId },
      data: { state: 'discarded', version: { increment: 1 } },
    })
    const items = await takeOffItems(tx, publication.packId, meeting)
    const { number, printedNo } = publication
    tx.audit(
      'supplement.withdrawn',
      { pack: publication.packId, meeting: meeting.id, number, items },
      meeting.committeeId,
    )
    const audience = await tellOfSupplement(tx, meeting, { number, told: 'withdrawn' })
    // What was said of it when it was published says now that it is withdrawn.
    for (const kind of [messageKinds.supplement, messageKinds.supplementLine])
      await tx.refresh({ kind, subject: meeting.id, slot: supplementSlot({ number, told: 'published' }) })
    await tx.refresh({ kind: messageKinds.packReading, subject: publication.packId })
    return done({ meeting, number, printedNo: printedNo ?? undefined, ...audience })
  })
}

async function withdrawnBefore(
  tx: Tx,
  publication: { readonly withdrawnById: string | null; readonly withdrawnAt: Date | null },
): Promise<WithdrawRefusal> {
  const clerk =
    publication.withdrawnById === null ? undefined : await personById(tx, publication.withdrawnById)
  return {
    code: 'withdrawn-before',
    byId: publication.withdrawnById ?? '',
    byName: clerk ? displayName(clerk) : '',
    at: publication.withdrawnAt ? toInstant(publication.withdrawnAt) : tx.now,
  }
}

/**
 * An item stands on the agenda as long as a paper that stands lists it, and since the first of them was opened.
 *
 * @returns how many leave the agenda
 */
async function takeOffItems(tx: Tx, packId: string, meeting: MeetingAtHand): Promise<number> {
  const { councilId } = tx
  const carried = await tx.db.packItem.findMany({
    where: { councilId, packId },
    include: {
      item: {
        include: {
          packItems: {
            include: { pack: { include: { publications: { where: { withdrawnAt: null } } } } },
          },
        },
      },
    },
  })
  let leaving = 0
  for (const { item } of carried) {
    const listedBy = item.packItems.flatMap(({ pack }) => pack.publications)
    if (listedBy.length === 0) {
      leaving += 1
      await tx.db.agendaItem.update({
        where: { id: item.id, councilId },
        data: { withdrawnAt: toDate(tx.now) },
      })
      continue
    }
    const opened = listedBy.map(({ openedAt }) => civilDate(toInstant(openedAt), meeting.timeZone).toString())
    const [first] = opened.sort()
    if (first !== undefined)
      await tx.db.agendaItem.update({
        where: { id: item.id, councilId },
        data: { openedOn: columnOfDate(first) },
      })
  }
  return leaving
}
