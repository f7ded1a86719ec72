import type { PaperPart } from './paper-parts.ts'

/** How people mark the entries of a list where they type plain text. */
const LISTED = /^\s*(?:[•·▪*–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?=\S)/i
const MARK = /^[•·▪*–-]$/

/** What a clerk wrote, paragraph by paragraph; lines that begin as the entries of a list do are entries. */
export function passageParts(passage: string): PaperPart[] {
  return passage.split(/\r\n|\r|\n/).flatMap((line): PaperPart[] => {
    const text = line.trim()
    if (text === '') return []
    const mark = LISTED.exec(text)?.[0]
    if (mark === undefined) return [{ code: 'paragraph', text }]
    const label = mark.trim()
    return [{ code: 'entry', label: MARK.test(label) ? '•' : label, text: text.slice(mark.length), depth: 0 }]
  })
}

/** "(a)" to "(z)", then "(aa)": the letters of a list, from 0. */
export function letterOf(place: number): string {
  const letters = 26
  const last = String.fromCharCode('a'.charCodeAt(0) + (place % letters))
  return place < letters ? last : `${letterOf(Math.floor(place / letters) - 1)}${last}`
}
