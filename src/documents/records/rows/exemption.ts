import type { PaperEntry } from '../../record.ts'

const CLOSED =
  /^(?:part(?:ly|ially)?|fully|wholly)?[ -]?exempt\b\s*(?:[–—:(-]\s*)?(?:para(?:graph)?s?\.?\s*)?(\d(?:\s?(?:,|and|&)\s?\d)*)?\)?$/i
const NOTE =
  /^(?:non[ -]?key|key(?: decision)?|open|public|(?:part(?:ly|ially)?|fully|wholly)?[ -]?exempt\b.{0,30})$/i

/** A line that says no more than whether the public may see a report. */
export function isExemptionNote(text: string): boolean {
  return NOTE.test(text)
}

/** "Part exempt" and below it "3": closed in part, for the reason of that paragraph of Schedule 12A. */
export function exemptionIn(texts: readonly string[]): Pick<PaperEntry, 'partExempt' | 'paragraph'> {
  const at = texts.findIndex((text) => CLOSED.test(text))
  if (at < 0) return {}
  const own = CLOSED.exec(texts[at] ?? '')?.[1]
  const paragraph = own ?? /^\d(?:\s?(?:,|and|&)\s?\d)*$/.exec(texts[at + 1] ?? '')?.[0]
  return { partExempt: true, ...(paragraph !== undefined && { paragraph }) }
}

const AT_END =
  /\s+(?:(?:non[ -]?key|key)\s+)?(?:(open|public)|((?:part(?:ly|ially)?|fully|wholly)?[ -]?exempt)\s*(\d(?:\s?(?:,|and|&)\s?\d)*)?)$/i

/** The same at the end of a cell whose paragraphs were joined: "… of the pier. Part exempt 3". */
export function exemptionAtEnd(text: string): {
  text: string
  closed: Pick<PaperEntry, 'partExempt' | 'paragraph'>
} {
  const note = AT_END.exec(text)
  if (!note) return { text, closed: {} }
  const closed = note[2] ? { partExempt: true, ...(note[3] !== undefined && { paragraph: note[3] }) } : {}
  return { text: text.slice(0, note.index), closed }
}
