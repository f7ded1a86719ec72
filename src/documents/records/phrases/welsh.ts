import type { Line } from '../../lines/line.ts'

/** What Welsh papers say of who came, and how English ones say it; longer phrases stand first. */
const PHRASES: readonly [RegExp, string][] = [
  phrase('hefyd (?:yn )?[bp]resennol', 'Also in attendance'),
  phrase('wrth law', 'In attendance'),
  phrase('yn bresennol', 'Present'),
  phrase('presennol', 'Present'),
  phrase('ymddiheuriadau am absenoldeb', 'Apologies for absence'),
  phrase('(?:derbyniwyd|cafwyd) ymddiheuriadau', 'Apologies were received'),
  phrase('ymddiheuriadau', 'Apologies'),
  phrase('absennol', 'Absent'),
  phrase('aelod(?:au)? cyfetholedig', 'Co-opted members'),
  phrase("aelodau['’]r pwyllgor", 'Committee members'),
  phrase('aelodau', 'Members'),
  phrase('swyddogion', 'Officers'),
  phrase('(?:y )?cynghorwyr', 'Councillors'),
  phrase('(?:y )?cynghorydd sir', 'County Councillor'),
  phrase('(?:y )?cynghorydd', 'Councillor'),
  phrase('cyng\\.?', 'Cllr'),
  phrase('is-?\\s?gadeirydd', 'Vice-Chair'),
  phrase('(?:y )?cadeirydd', 'Chair'),
  phrase('gan', 'from'),
]
/** "Cafwyd ymddiheuriadau gan / Apologies were received from …": a sentence begun in both languages. */
const SENTENCE_IN_BOTH =
  /^[^/:]{0,60}(?:ymddiheuriad|bresennol|presennol)[^/:]{0,60}\/\s?(?=(?:Apologies|Present|Also|In attendance)\b)/i
/** Where none of these stands, the short words above may be English, or names. */
const WELSH =
  /bresennol|presennol|ymddiheuriad|absennol|cynghor(?:ydd|wyr)|gadeirydd|cadeirydd|swyddogion|aelod|wrth law|\bcyng\b/i

function phrase(welsh: string, english: string): [RegExp, string] {
  return [new RegExp(`(?<![\\p{L}-])${welsh}(?![\\p{L}-])`, 'giu'), english]
}

/** Lines with the Welsh words of attendance in English, so that one set of rules reads both languages. */
export function inEnglish(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ text }) => WELSH.test(text))) return lines
  return lines.map((line) => {
    if (!WELSH.test(line.text)) return line
    const cells = line.cells.map((cell) => ({ ...cell, text: translated(cell.text) }))
    return { ...line, cells, text: cells.map(({ text }) => text).join(' ') }
  })
}

/** A text with its Welsh words of attendance in English. */
export function translated(text: string): string {
  if (!WELSH.test(text)) return text
  let english = text.replace(SENTENCE_IN_BOTH, '').replace(/\ba\/and\b|\band\/a\b/gi, 'and')
  for (const [welsh, words] of PHRASES) {
    english = english
      .replace(welsh, (printed, at: number) => (isBesideSlash(english, at, printed.length) ? '\0' : words))
      // "Yn bresennol / Present", "Present / Yn bresennol": said in both languages, once is enough.
      .replace(/\0\s?\/\s?|\s?\/\s?\0/g, '')
  }
  return english
}

function isBesideSlash(text: string, at: number, length: number): boolean {
  return (
    /^\s?\//.test(text.slice(at + length, at + length + 2)) ||
    /\/\s?$/.test(text.slice(Math.max(0, at - 2), at))
  )
}
