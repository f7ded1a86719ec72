import type { Line } from '../../lines/line.ts'

/** What Welsh papers say of who came, and how English ones say it; longer phrases stand first. */
const PHRASES: readonly [RegExp, string][] = [
  phrase('hefyd yn bresennol', 'Also in attendance'),
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
  phrase('(?:y )?cynghorydd', 'Councillor'),
  phrase('is-?\\s?gadeirydd', 'Vice-Chair'),
  phrase('(?:y )?cadeirydd', 'Chair'),
  phrase('gan', 'from'),
]
/** Where none of these stands, the short words above may be English, or names. */
const WELSH =
  /bresennol|presennol|ymddiheuriad|absennol|cynghor(?:ydd|wyr)|gadeirydd|cadeirydd|swyddogion|aelod/i

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

function translated(text: string): string {
  let english = text
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
