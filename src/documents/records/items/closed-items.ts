import type { Line } from '../../lines/line.ts'
import type { PaperItem } from '../../record.ts'

const CLOSED_HEADING =
  /^(?:\W*part\s*(?:ii|2|two|b)\b.{0,80}|(?:exempt|confidential|private|closed|restricted)\s+(?:items?|business|session|section|part|agenda)\W*)$/i
const OPEN_HEADING = /^\W*part\s*(?:i|1|one|a)\b.{0,80}$/i
const NONE = /\b(?:nil|none|no (?:exempt|private|part ii|confidential))\b/i
const CLOSED =
  /\bnot for publication\b|\b(?:this|the) (?:item|report) (?:is|contains?|includes?)\b.{0,60}\b(?:exempt|restricted|confidential)\b|\b(?:item|report)\b.{0,30}\bis (?:exempt|restricted|confidential)\b/i
const CLOSED_TITLE =
  /^(?:exempt|restricted|confidential)(?: item| report| business)?\s*[:–-]|[([](?:exempt|confidential|private|restricted|part (?:ii|2))\b[^)\]]{0,60}[)\]]$/i
const PARTLY =
  /\bpart of (?:this|the) (?:item|report)\b|\brestricted enclosure\b|\b(?:appendix|appendices|annex)\b.{0,40}\b(?:exempt|restricted|confidential|not for publication)\b/i
/** How far into an item its own statement about being closed stands. */
const STATEMENT = 8

/** Whether the items that come now stand under a heading for the closed part. */
export function closedSection(between: readonly Line[], closed: boolean): boolean {
  let now = closed
  for (const line of between) {
    if (CLOSED_HEADING.test(line.text)) now = !NONE.test(line.text)
    else if (OPEN_HEADING.test(line.text)) now = false
  }
  return now
}

/** What an item says about being closed to the public: wholly, in part, and by which paragraph of Schedule 12A. */
export function closureOf(
  title: string,
  body: readonly Line[],
  closed: boolean,
): Pick<PaperItem, 'exempt' | 'part' | 'paragraph'> {
  // The item by which the public are asked to leave is itself open.
  if (/\bexclu(?:de|sion|ding)\b.{0,40}\b(?:public|press)\b|\b(?:press|public)\b.{0,30}\bexclu/i.test(title))
    return {}
  const text = body
    .slice(0, STATEMENT)
    .map((line) => line.text)
    .join(' ')
  const partly = PARTLY.test(text)
  if (!partly && !closed && !CLOSED.test(text) && !CLOSED_TITLE.test(title)) return {}
  const paragraph = /\bparagraphs?\s*\(?s?\)?\s*(\d{1,2}[A-C]?(?:(?:\s*,\s*|\s+and\s+)\d{1,2}[A-C]?)*)/i.exec(
    text,
  )?.[1]
  return { exempt: true, ...(partly && { part: true }), ...(paragraph && { paragraph }) }
}
