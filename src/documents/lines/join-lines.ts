import type { Line } from './line.ts'

/** Join the lines of one paragraph; a word broken at a hyphen is mended where the paper shows how it is spelt. */
export function joinLines(texts: readonly string[], vocabulary: ReadonlySet<string> = new Set()): string {
  let joined = ''
  for (const text of texts) {
    if (joined === '') {
      joined = text
      continue
    }
    const broken = joined.endsWith('-') ? /(\p{L}{1,40})-$/u.exec(joined.slice(-41)) : null
    const rest = broken && /^(\p{Ll}{1,40})/u.exec(text)
    if (broken?.[1] && rest?.[1]) {
      const whole = `${broken[1]}${rest[1]}`.toLowerCase()
      joined = vocabulary.has(whole) ? joined.slice(0, -1) + text : joined + text
    } else joined = `${joined} ${text}`
  }
  return joined
}

/** Each document of a pack asks for the words of the whole pack. */
const vocabularies = new WeakMap<readonly Line[], ReadonlySet<string>>()

/** The unbroken words of a paper, lower case. */
export function vocabularyOf(lines: readonly Line[]): ReadonlySet<string> {
  const known = vocabularies.get(lines)
  if (known) return known
  const words = new Set<string>()
  for (const { text } of lines)
    for (const word of text.match(/\p{L}{4,}/gu) ?? []) words.add(word.toLowerCase())
  vocabularies.set(lines, words)
  return words
}
