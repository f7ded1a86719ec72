import { toDate } from '../calendar/civil.ts'
import { memberOn, membersOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { openingLink, readerOf } from './public-links.ts'

/** Whether openings of a committee's papers are counted: switched on, and browsers can reach the bot. */
export async function countsOpenings(house: House, committeeId: string): Promise<boolean> {
  if (house.publicUrl === undefined) return false
  const committee = await house.db.committee.findFirst({
    where: { councilId: house.councilId, id: committeeId },
    select: { countsOpenings: true },
  })
  return committee?.countsOpenings ?? false
}

/**
 * Where this member opens the agenda pack: by the bot's own route where openings are counted, else straight
 * at the public address.
 */
export async function papersLink(
  house: House,
  of: {
    readonly meeting: Pick<MeetingAtHand, 'committeeId'>
    readonly publicationId: string | undefined
    readonly publicAddress: string
    readonly personId: string
  },
): Promise<string> {
  const { publicationId, publicAddress, personId } = of
  if (publicAddress === '' || publicationId === undefined) return publicAddress
  if (!(await countsOpenings(house, of.meeting.committeeId))) return publicAddress
  return openingLink(house, publicationId, personId) ?? publicAddress
}

/** How many members of the committee have opened the agenda pack; absent where that is not counted. */
export async function openingsOf(
  house: House,
  meeting: MeetingAtHand,
): Promise<{ readonly opened: number; readonly members: number } | undefined> {
  if (!(await countsOpenings(house, meeting.committeeId))) return undefined
  const { councilId } = house
  const pack = await house.db.publication.findFirst({
    where: { councilId, meetingId: meeting.id, number: 0 },
    select: { id: true, pack: { select: { publicAddress: true } }, openings: { select: { reader: true } } },
  })
  // A pack that is not online cannot be opened by a link.
  if (!pack?.pack.publicAddress) return undefined
  const members = await membersOn(house.db, councilId, meeting.committeeId, meeting.date)
  const readers = new Set(pack.openings.map((opening) => opening.reader))
  const opened = members.filter(({ person }) => readers.has(readerOf(house, pack.id, person.id)))
  return { opened: opened.length, members: members.length }
}

/** What was opened, by whom as a keyed hash. */
export interface Opening {
  readonly publicationId: string
  readonly reader: string
}

/** Count an opening, once for each person; nothing where the committee does not count. */
export async function countOpening(house: House, { publicationId, reader }: Opening): Promise<void> {
  const publication = await house.db.publication.findFirst({
    where: { councilId: house.councilId, id: publicationId },
    select: { meetingId: true, meeting: { select: { committeeId: true } } },
  })
  if (!publication || !(await countsOpenings(house, publication.meeting.committeeId))) return
  const already = await house.db.packOpening.count({
    where: { councilId: house.councilId, publicationId, reader },
  })
  if (already > 0) return
  await house.transact(SCRUTINEER, async (tx) => {
    const made = await tx.db.packOpening.createMany({
      data: [{ councilId: tx.councilId, publicationId, reader, openedAt: toDate(tx.now) }],
      skipDuplicates: true,
    })
    if (made.count > 0) await tx.refresh({ kind: messageKinds.clerks, subject: publication.meetingId })
  })
}

/** A member pressed *Open the papers* on the card that everybody sees: only the press says who. */
export async function countPress(house: House, publicationId: string, personId: string): Promise<void> {
  const { councilId } = house
  const publication = await house.db.publication.findFirst({
    where: { councilId, id: publicationId },
    include: { meeting: true },
  })
  if (!publication) return
  const { committeeId, date } = publication.meeting
  const day = date.toISOString().slice(0, 10)
  if (!(await memberOn(house.db, councilId, committeeId, day, personId))) return
  await countOpening(house, { publicationId, reader: readerOf(house, publicationId, personId) })
}

/** Where the public reads a publication that stands. */
export async function addressOf(
  house: House,
  publicationId: string,
): Promise<{ readonly state: 'open'; readonly address: string } | { readonly state: 'withdrawn' | 'gone' }> {
  const publication = await house.db.publication.findFirst({
    where: { councilId: house.councilId, id: publicationId },
    select: { withdrawnAt: true, pack: { select: { publicAddress: true } } },
  })
  if (!publication) return { state: 'gone' }
  if (publication.withdrawnAt) return { state: 'withdrawn' }
  const address = publication.pack.publicAddress ?? ''
  return address === '' ? { state: 'gone' } : { state: 'open', address }
}
