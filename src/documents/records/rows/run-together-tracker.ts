import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { dateInCell, isStatus } from './cell-values.ts'

/** "No. Date Action Owner Status": a head whose cells ran together. */
const HEAD =
  /^(?:(?<number>(?:no|ref|item|number|action no|rec no)\.?:? )?(?:meeting )?(?<date>date )?(?:of meeting )?)(?:agreed |proposed )?(?:action|recommendation|resolution)s?\b.{0,70}\b(?:status|rag|progress)\b.{0,12}$/i
const SAYS_WHO = /\b(?:owner|officer|lead|responsib\w+|whom?)\b/i
const NUMBER = /^([A-Z]{0,3}\d{1,3}(?:[./]\d{1,3})?)[.)]?\s+(?=\S)/
/** The officer's name or office ends the row, before its status: words with capitals behind one without. */
const OWNER =
  /(?<=[\p{Ll}\d.,)'’]\s)((?:\p{Lu}[\p{L}'’-]*)(?:\s(?:\p{Lu}[\p{L}'’-]*|of|and|the|for|&|\/)){0,7})$/u
/** No status is longer, in words. */
const LONGEST_STATUS = 3

/**
 * The rows of a tracker in a text that kept its lines but not its columns: each begins with its number or its date and
 * ends with one word of how far it has come; before that stands who does it.
 */
export function runTogetherTracker(
  lines: readonly Line[],
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry>[] {
  const at = lines.findIndex((line) => line.cells.length === 1 && !line.row && HEAD.test(line.text))
  const head = lines[at]
  const groups = head && HEAD.exec(head.text)?.groups
  if (!head || !groups) return []
  const rows: Line[][] = []
  for (const line of lines.slice(at + 1)) {
    if (line.text === head.text) continue
    if (groups['number'] ? NUMBER.test(line.text) : dateInCell(line.text)?.index === 0) rows.push([line])
    else rows.at(-1)?.push(line)
  }
  const entries = rows.flatMap((row) => entryOf(row, SAYS_WHO.test(head.text), vocabulary) ?? [])
  const [first, ...others] = entries
  return first ? [{ ...first, doubt: { code: 'by-layout', text: head.text } }, ...others] : []
}

function entryOf(
  row: readonly Line[],
  hasOwner: boolean,
  vocabulary: ReadonlySet<string>,
): Found<PaperEntry> | undefined {
  const [at] = row
  const whole = joinLines(
    row.map(({ text }) => text),
    vocabulary,
  )
  const { text, status } = withStatusApart(whole)
  if (!at || status === undefined) return undefined
  const number = NUMBER.exec(text)
  const behindNumber = number ? text.slice(number[0].length) : text
  const date = dateInCell(behindNumber)
  const dated = date?.index === 0
  const behindDate = dated ? behindNumber.slice(date.length).trim() : behindNumber
  const owner = hasOwner ? OWNER.exec(behindDate)?.[1] : undefined
  const recommendation = owner ? behindDate.slice(0, -owner.length).trim() : behindDate
  if (recommendation === '') return undefined
  return found(
    {
      ...(number?.[1] && { number: number[1] }),
      ...(dated && { date: date.date }),
      recommendation,
      ...(owner && { owner }),
      status,
    },
    at,
  )
}

function withStatusApart(text: string): { text: string; status?: string } {
  const words = text.split(' ')
  for (let count = LONGEST_STATUS; count >= 1; count -= 1) {
    const status = words.slice(-count).join(' ')
    if (/^\p{Lu}/u.test(status) && isStatus(status)) return { text: words.slice(0, -count).join(' '), status }
  }
  return { text }
}
