import type { Line } from '../../lines/line.ts'
import { numberAt } from '../items/item-numbers.ts'
import { dateIn } from '../phrases/dates.ts'

/** "Agenda Item 5", stamped on the first page of an item's papers. */
export const STAMP = /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i
/** "Meeting: 12/03/2027 - Harbour Board (Item 9)" on the page of an item. */
export const MEETING_OF_ITEM = /^meeting:\s*\d{1,2}\/\d{1,2}\/\d{4} - .{2,160}\(item /i
export const TRACKER_TITLE =
  /\b(?:tracker|tracking|actions? (?:log|sheet|list|tracker|register|points? log)|outstanding actions|improvement (?:action )?plan|progress\W{1,3}snapshot|recommendations? (?:monitor|progress)\w*)\b/i

/** A line that is an item of an agenda, numbered on its own line or on the line above. */
export function isItem(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  const above = lines[at - 1]
  return (
    (line !== undefined && numberAt(line.text) !== undefined && dateIn(line.text)?.index !== 0) ||
    (above !== undefined && /^[A-Z]?\d{1,4}[a-z]?[.)]?$/.test(above.text))
  )
}

export function wordsIn(text: string): number {
  return text.split(' ').length
}

/** What is stamped as another item's is another paper. */
export function untilStamp(lines: readonly Line[]): readonly Line[] {
  const stamp = lines.findIndex((line) => STAMP.test(line.text))
  return stamp < 0 ? lines : lines.slice(0, stamp)
}
