import { isBrokenWord, NO_WORDS } from './hyphens.ts'
import type { Line } from './line.ts'

/** No word is longer: so much of what is joined already is looked at. */
const LONGEST_WORD = 40

/** Join the lines of one paragraph; a word broken at a hyphen is mended. `vocabulary` are the words of the paper. */
export function joinLines(texts: readonly string[], vocabulary: ReadonlySet<string> = NO_WORDS): string {
  const parts: string[] = []
  let end = ''
  for (const text of texts) {
    if (text === '' && parts.length === 0) continue
    const begun = end.endsWith('-') ? /\p{L}+(?=-$)/u.exec(end)?.[0] : undefined
    const rest = begun === undefined ? undefined : /^\p{Ll}{1,40}/u.exec(text)?.[0]
    const isBroken = begun !== undefined && rest !== undefined
    if (isBroken && isBrokenWord(begun, rest, vocabulary)) {
      parts.push(parts.pop()?.slice(0, -1) ?? '')
      end = end.slice(0, -1)
    }
    parts.push(isBroken || parts.length === 0 ? text : ` ${text}`)
    end = `${isBroken ? end : ''}${text}`.slice(-LONGEST_WORD - 1)
  }
  return parts.join('')
}

/** Each document of a pack asks for the words of the whole pack. */
const vocabularies = new WeakMap<readonly Line[], ReadonlySet<string>>()

/** The unbroken words of a paper, lower case; those with hyphens also as a whole. */
export function vocabularyOf(lines: readonly Line[]): ReadonlySet<string> {
  const known = vocabularies.get(lines) ?? new WordsOf(lines)
  vocabularies.set(lines, known)
  return known
}

/** Gathered when the first word is looked up: in most papers that is never. */
class WordsOf extends Set<string> {
  private readonly lines: readonly Line[]
  private gathered = false

  constructor(lines: readonly Line[]) {
    super()
    this.lines = lines
  }

  override has(word: string): boolean {
    if (!this.gathered) this.gather()
    return super.has(word)
  }

  private gather(): void {
    this.gathered = true
    let broken = false
    for (const { text } of this.lines) {
      const whole = (broken ? text.replace(/^\p{L}+/u, '') : text).replace(/[\p{L}-]+-$/u, '')
      for (const [found] of whole.matchAll(/\p{L}{2,}(?:-\p{L}{2,})*/gu)) {
        this.add(found.toLowerCase())
        for (const part of found.split('-')) this.add(part.toLowerCase())
      }
      broken = /\p{L}-$/u.test(text)
    }
  }
}
