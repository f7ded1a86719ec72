import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
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

const LETTER_BEGINS =
  /^dear\b|^\W*(?:public )?notice of (?:a )?meeting\b|\b(?:summoned|requested to attend|(?:will|is to|to) be held)\b/i

/** A summons or a supplement is sent with a letter; the letter's date, above its first words, is the date of issue. */
export function dateOfLetter(
  front: readonly Line[],
  meeting: Found<string> | undefined,
): Found<string> | undefined {
  const begins = front.findIndex((line) => LETTER_BEGINS.test(line.text))
  for (const line of front.slice(0, Math.max(0, begins))) {
    const date = dateIn(line.text)
    const rest = date && `${line.text.slice(0, date.index)}${line.text.slice(date.index + date.length)}`
    const isAlone = rest !== undefined && /^\W*(?:date[d:]?)?\W*$/i.test(rest)
    const isEarlier = meeting ? date && date.date < meeting.value : /^dear\b/i.test(front[begins]?.text ?? '')
    if (date && isAlone && isEarlier) return found(date.date, line)
  }
  return undefined
}

/** "J Hobbs   5 January 2027" at the foot of an agenda, where J Hobbs is known to be the clerk. */
export function dateSignedBy(
  clerk: Found<string> | undefined,
  foot: readonly Line[],
): Found<string> | undefined {
  for (const line of [...foot].reverse()) {
    const date = clerk && dateIn(line.text)
    if (date && plainName(line.text.slice(0, date.index).replace(/[\s,–—-]+$/, '')) === clerk.value)
      return found(date.date, line)
  }
  return undefined
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
