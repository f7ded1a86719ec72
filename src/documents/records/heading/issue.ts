import type { Line } from '../../lines/line.ts'
import { type Found, found, placeOf } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'

const ISSUED =
  /\b(?:published|posted|issued|despatched|dispatched|date of (?:issue|publication|despatch|dispatch)|(?:issue|publication|despatch|dispatch) date)\b(?:\s+(?:on|by))?/i
const OFFICER =
  /^(?:please ask for|please contact|contact(?: officer| name)?|clerk|committee (?:clerk|officer|manager)|democratic services officer|enquiries to)\s*:?\s+(.+)$/i
const ORDINAL: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5 }

/** The date of issue. */
export function publishedIn(lines: readonly Line[]): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    if (!ISSUED.test(line.text) || line.text.split(' ').length > 14) continue
    const own = dateIn(line.text)
    if (own) return found(own.date, line)
    for (const next of lines.slice(index + 1, index + 5)) {
      const date = /^(?:date\b|on\b)|^\W*\d|^\p{L}+day\b/iu.test(next.text) ? dateIn(next.text) : undefined
      if (date) return found(date.date, next)
    }
  }
  return undefined
}

/** A supplement is sent with a letter; the letter's date is its date of issue. */
export function dateOfLetter(front: readonly Line[]): Found<string> | undefined {
  const salutation = front.findIndex((line) => /^dear\b/i.test(line.text))
  const label = salutation < 0 ? undefined : labelled(front.slice(0, salutation), /date/)
  const date = label && dateIn(label.value)
  return label && date ? { value: date.date, at: placeOf(label.line) } : undefined
}

/** "Supplementary Agenda No. 2", "Second supplement". */
export function supplementNumber(front: readonly Line[]): Found<number> | undefined {
  for (const line of front.slice(0, 20)) {
    const after =
      /\bsupplement(?:ary|al)?(?:\s+(?:agenda|pack|papers?|information|reports?|items?))?\s*(?:\(?(?:no|number)\b\.?|[-–#(])?\s*(\d{1,2})\)?(?![\d/.:]|\s*(?:st|nd|rd|th)\b)/i.exec(
        line.text,
      )
    const before = /\b(first|second|third|fourth|fifth) supplement/i.exec(line.text)
    const value = after ? Number(after[1]) : ORDINAL[before?.[1]?.toLowerCase() ?? '']
    if (value && !/^\s*\p{L}+ \d{4}\b/u.test(line.text.slice((after?.index ?? 0) + (after?.[0].length ?? 0))))
      return found(value, line)
  }
  return undefined
}

/** The officer to ask about the paper. */
export function clerkIn(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    const labelAlone = line.cells.length > 1 && /:$/.test(line.cells[0]?.text ?? '')
    const match = OFFICER.exec(labelAlone ? line.text : (line.cells[0]?.text ?? ''))
    const name =
      match?.[1] && plainName(match[1].split(/,|\s[-–—]\s|\s+(?:tel|telephone|e-?mail|ext|on)\b/i)[0] ?? '')
    if (name?.includes(' ') && looksLikeName(name)) return found(name, line)
  }
  return undefined
}
