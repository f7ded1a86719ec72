import type { Line } from '../../lines/line.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { committeeIn } from '../heading/committee.ts'
import { bodyBefore, whenIn } from '../heading/when.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import type { Stated } from './stated.ts'

/** Without labels, the meeting stands at the very top. */
const TOP = 12
const ITEM = /^(?:agenda )?item(?: no\.?| number)?\s*:?\s*([A-Z]{0,2}\.?\d{1,3}(?:\.\d{1,2})?[a-z]?)$/i

/** The meeting that a report goes to, and the item of its agenda that the report is for. */
export function meetingOf(
  front: readonly Line[],
  stated: readonly Stated[],
  whole: readonly Line[],
): FoundFields {
  const top = front.slice(0, TOP)
  const when = whenIn(top)
  return {
    committee: statedBody(stated, front) ?? committeeIn(top, when?.index, whole),
    date: statedDate(stated) ?? when?.date,
    ...placeInBrackets(stated),
    item: itemOf([...stampAbove(front, whole), ...top], stated),
  }
}

/** The body that a front sheet names under its label. */
export function statedBody(stated: readonly Stated[], front: readonly Line[]): Found<string> | undefined {
  for (const { label, value, at } of stated) {
    if (label !== 'committee') continue
    const date = dateIn(value)
    const before = bodyBefore((date ? value.slice(0, date.index) : value).replace(/\s*\((?!\w+\)).*$/, ''))
    for (const body of [before, ...withLineBelow(before, at, front)])
      if (looksLikeBody(body) || isNamedBody(body, at)) return found(body, at)
  }
  return undefined
}

/** "Committee: Planning and Licensing": the label says what kind of body it is. */
function isNamedBody(body: string, { text }: Line): boolean {
  return /^(?:committee|name of)/i.test(text) && /^\p{Lu}/u.test(body) && body.split(' ').length <= 10
}

/** "To: Joint Health On: 3 May 2027" and below it "Scrutiny Committee": a name that runs on under the first of two columns. */
function withLineBelow(body: string, at: Line, front: readonly Line[]): string[] {
  const next = front[front.indexOf(at) + 1]
  return next && !next.text.includes(':') && next.text.split(' ').length <= 8 ? [`${body} ${next.text}`] : []
}

function statedDate(stated: readonly Stated[]): Found<string> | undefined {
  for (const wanted of ['date', 'committee'] as const)
    for (const { label, value, at } of stated) {
      const date = label === wanted ? dateIn(value) : undefined
      if (date) return found(date.date, at)
    }
  return undefined
}

/** "Meeting: Health Panel (Town Hall, Room 2 - 13/10/2028 10:00:00 AM)". */
function placeInBrackets(stated: readonly Stated[]): FoundFields {
  for (const { label, value, at } of stated) {
    const inside = label === 'committee' ? /\(([^()]{4,160})\)\s*$/.exec(value)?.[1] : undefined
    const date = inside ? dateIn(inside) : undefined
    if (!inside || !date) continue
    const venue = inside.slice(0, date.index).replace(/[\s,–—-]+$/, '')
    const time = timeIn(inside.slice(date.index + date.length), true)
    return { ...(venue !== '' && { venue: found(venue, at) }), ...(time && { time: found(time.time, at) }) }
  }
  return {}
}

/** "Agenda Item 5", stamped at the head of the report's first page. */
function stampAbove(front: readonly Line[], whole: readonly Line[]): Line[] {
  const [first] = front
  const at = first ? whole.indexOf(first) : -1
  return whole.slice(Math.max(0, at - 3), Math.max(0, at)).filter((line) => line.page === first?.page)
}

function itemOf(top: readonly Line[], stated: readonly Stated[]): Found<string> | undefined {
  for (const { label, value, at } of stated) {
    const number =
      label === 'item' ? /^([A-Z]{0,2}\.?\d{1,3}(?:\.\d{1,2})?[a-z]?)(?=\s|$)/.exec(value)?.[1] : undefined
    if (number) return found(number, at)
  }
  for (const line of top) {
    for (const cell of line.cells) {
      const number = ITEM.exec(cell.text)?.[1]
      if (number && !councilAlone(cell.text)) return found(number, line)
    }
  }
  return undefined
}
