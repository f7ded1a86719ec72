import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'

/** Who signs a summons or a letter for the council. */
const OFFICE =
  /\b(?:clerk|proper officer|chief executive|monitoring officer|(?:head|director|assistant director) (?:of|for)|director|solicitor|secretary|democratic services (?:manager|officer)|governance officer|committee (?:manager|officer))\b/i
const OPENS = /^(?:yours\s(?:sincerely|faithfully|truly)|signed|by order)\b/i
/** How far below "Signed" or above the office the name may stand, in lines. */
const NEAR = 4
/** How far from the name the letter's date stands. */
const DATE_WITHIN = 6

export interface SignOff {
  clerk: Found<string>
  /** The day on which it was signed. */
  signed?: Found<string>
}

/** The name and the day at the foot of a summons or a letter: "Mary Rudge, Clerk to the Council". */
export function signOff(lines: readonly Line[]): SignOff | undefined {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]
    const name = line && signatory(lines, index)
    if (!line || !name) continue
    const signed = dateNear(lines, index)
    return { clerk: found(name, line), ...(signed && { signed }) }
  }
  return undefined
}

/** A name with the office behind it or below it, where nothing else is said. */
function signatory(lines: readonly Line[], index: number): string | undefined {
  const text = (lines[index]?.text ?? '').replace(/^signed\W+/i, '')
  if (text.length > 90) return undefined
  const parts = /^([^,–—(:]{4,50}?)\s*(?:,|\s[-–—]\s|\()\s*(.{4,60})$/.exec(text)
  const own = parts?.[1] !== undefined && OFFICE.test(parts[2] ?? '') ? parts[1] : undefined
  const below = lines[index + 1]
  const officeBelow =
    below !== undefined && below.text.length < 70 && OFFICE.test(below.text) && !/[:@.]/.test(below.text)
  const opened = lines.slice(Math.max(0, index - NEAR), index).some((line) => OPENS.test(line.text))
  const printed = own ?? (officeBelow && (opened || !below.gapAbove) ? text : undefined)
  if (!printed || OFFICE.test(printed)) return undefined
  const name = plainName(printed)
  return name.includes(' ') && looksLikeName(name) ? name : undefined
}

/** The day beside the name, below it, or above it where it says that it is the letter's: "Dated this 1st day of March". */
function dateNear(lines: readonly Line[], index: number): Found<string> | undefined {
  const own = lines[index]
  const beside = own && dateIn(own.text)
  if (own && beside) return found(beside.date, own)
  const below = lines.slice(index + 1, index + DATE_WITHIN)
  const above = lines
    .slice(Math.max(0, index - DATE_WITHIN), index)
    .filter(({ text }) => /^\W*dated?\b/i.test(text))
  for (const line of [...below, ...above]) {
    const date = dateIn(line.text)
    const rest = line.text.replace(/[^\p{L}\d]/gu, '').length - (date?.length ?? 0)
    if (date && rest <= 'dated this day of'.length) return found(date.date, line)
  }
  return undefined
}
