import { createHash } from 'node:crypto'
import type { CouncilRows } from '../committees/people.ts'
import { type ClosedAs, closedAs } from '../publications/exclusion-rules.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import type { CouncilCode } from './kind-rules.ts'

/** An item as a member is asked about it: of a closed one the lawful public wording alone. */
export interface ItemAsked {
  readonly id: string
  readonly position: number
  readonly number: string
  /** Empty where it is closed to the public. */
  readonly title: string
  readonly closed: ClosedAs | undefined
}

/** The items that stand on the agenda of a meeting, in order. */
export async function itemsOfMeeting(
  { councilId, db }: CouncilRows,
  meetingId: string,
  { nation }: Pick<CouncilCode, 'nation'>,
): Promise<ItemAsked[]> {
  const items = await db.agendaItem.findMany({
    where: { councilId, meetingId, withdrawnAt: null },
    orderBy: { position: 'asc' },
  })
  return items.map((item) => itemAsked(item, nation))
}

/**
 * How many notices of a member stand, of interests and of party whips, about these items or the whole meeting; of
 * an item that was withdrawn from the agenda there is nothing to disclose.
 */
export async function countStanding(
  { councilId, db }: CouncilRows,
  of: { readonly meetingId: string; readonly personId: string },
  items: readonly Pick<ItemAsked, 'id'>[],
): Promise<number> {
  const about = [{ itemId: null }, { itemId: { in: items.map(({ id }) => id) } }]
  const { meetingId, personId } = of
  const where = { councilId, meetingId, personId, withdrawnAt: null, OR: about }
  return (await db.interestNotice.count({ where })) + (await db.whipNotice.count({ where }))
}

/** A stored item, as a member is asked about it. */
export function itemAsked(
  item: {
    readonly id: string
    readonly position: number
    readonly number: string
    readonly title: string
    readonly access: 'public' | 'exempt' | 'confidential'
    readonly paragraphs: readonly string[]
  },
  nation: CouncilCode['nation'],
): ItemAsked {
  const closed = closedAs(item, nation)
  const { id, position, number } = item
  return { id, position, number, title: closed ? '' : item.title, closed }
}

/** "7. Winter pressures"; of a closed item what everybody may be told. */
export function nameOfItem({ number, title, closed }: ItemAsked): string {
  if (closed) return exclusionWords.closedItem(number, closed)
  return number === '' ? title : `${number}. ${title}`
}

/** Of SHA-256 so many characters tell two agendas of one meeting apart. */
const MARK_LENGTH = 12

/** Which items somebody is asked about: a button carries it, so that an answer to fewer is none to more. */
export function askedMark(items: readonly Pick<ItemAsked, 'id'>[]): string {
  const ids = items.map((item) => item.id).toSorted()
  return createHash('sha256').update(ids.join(' ')).digest('base64url').slice(0, MARK_LENGTH)
}

/** What a button about interests answers to. */
export interface AskedItems {
  readonly meetingId: string
  readonly day: string
  readonly mark: string
}

export function askedItemsValue({ meetingId, day, mark }: AskedItems): string {
  return `${meetingId}/${day}/${mark}`
}

export function askedItemsOf(value: string): AskedItems {
  const [meetingId = '', day = '', mark = ''] = value.split('/')
  return { meetingId, day, mark }
}
