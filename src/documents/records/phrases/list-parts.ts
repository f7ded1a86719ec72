import { officeIn, TITLE_WITHIN } from './names.ts'
import { personIn } from './person.ts'

export type Part =
  /** `and`: whether "and" stands before it, not a comma. */
  { kind: 'text'; text: string; and: boolean } | { kind: 'note'; text: string } | { kind: 'break' }

/** In Welsh "a" and "ac" are "and"; in English "a mooring" is one thing. */
const SEPARATOR = /^(?:[,;|\n•·]|\s(?:(?:and|&)\s|ac?\s(?=\p{Lu})))/u

/** Texts, bracketed notes and breaks. A separator inside brackets is none. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  let and = false
  const close = (to: number): void => {
    const words = text
      .slice(from, to)
      .trim()
      .replace(/^(?:and|&|with|together with|plus)\s+/i, '')
    if (/[\p{L}\p{N}]/u.test(words)) parts.push({ kind: 'text', text: words, and })
    and = false
  }
  let at = 0
  while (at < text.length) {
    const letter = text.charAt(at)
    if (letter === '(' || letter === '[') {
      const end = closingBracket(text, at)
      close(at)
      parts.push({ kind: 'note', text: text.slice(at + 1, end).trim() })
      at = end + 1
      from = at
      continue
    }
    const separator = /[\s,;|\n•·]/.test(letter) ? SEPARATOR.exec(text.slice(at, at + 6)) : null
    if (!separator) {
      at += 1
      continue
    }
    close(at)
    and = /^\s/.test(separator[0])
    if (/[;\n|•·]/.test(letter)) parts.push({ kind: 'break' })
    at += letter === ' ' ? separator[0].length - 1 : 1
    from = at
  }
  close(text.length)
  return parts
}

/** Where the bracket that opens here closes; one that never closes ends with the line. */
function closingBracket(text: string, open: number): number {
  let depth = 0
  const end = Math.min(text.length, open + 300)
  for (let at = open; at < end; at += 1) {
    const letter = text.charAt(at)
    if (letter === '(' || letter === '[') depth += 1
    else if (letter === ')' || letter === ']') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return end
}

/** No list of people without commas is longer, nor does more of a sentence belong to its people. */
const LONGEST_RUN = 600

/** People run together without commas: "Mr A Ash Mrs B Birch", "A Ash B Birch", "Chairman A Ash Vice Chairman B Birch". */
export function runsIn(text: string): string[] {
  const runs: string[] = []
  let rest = text.slice(0, LONGEST_RUN)
  let from = 0
  for (;;) {
    const split = boundaryIn(rest, from)
    if (split === undefined) break
    const before = rest.slice(0, split)
    if (isWholeName(before) || initialsApart(before).length > 1) {
      runs.push(before)
      rest = rest.slice(split + 1)
      from = 0
    } else from = split + 1
  }
  return [...runs, rest].flatMap(initialsApart).flatMap(bodyApart)
}

/** "Cllr Ann Ash, Harland County Council Bob Birch": the body of the one before, and the next one. */
const BODY_AND_NAME =
  /^(.{3,80}\b(?:Council|Constabulary|Police|Trust|Association))\s(\p{Lu}\p{Ll}{1,20}\s\p{Lu}[\p{L}'’-]{1,30})$/u

function bodyApart(text: string): string[] {
  const [, body, name] = BODY_AND_NAME.exec(text) ?? []
  return body && name && personIn(name) ? [body, name] : [text]
}

const OFFICE_WITHIN = /\s(?=(?:(?:Vice|Deputy)[ -])?Chair(?:man|woman|person)?\s\p{Lu})/u

function boundaryIn(text: string, from: number): number | undefined {
  const title = TITLE_WITHIN.exec(text.slice(from))
  // Where the first office stands before its name, so do the others.
  const office = officeIn(text.slice(0, 14)) ? OFFICE_WITHIN.exec(text.slice(from)) : null
  const first = Math.min(title?.index ?? Infinity, office?.index ?? Infinity)
  return first === Infinity ? undefined : from + first
}

function isWholeName(text: string): boolean {
  const person = personIn(text, 'alone')
  return person !== undefined && person.rest === ''
}

const INITIALS_AND_SURNAME = /(?:\p{Lu}\.?\s){1,3}\p{Lu}[\p{L}'’-]+(?=\s\p{Lu}\.?\s|$)/gu

function initialsApart(text: string): string[] {
  const found = text.match(INITIALS_AND_SURNAME)
  if (!found || found.length < 2) return [text]
  const first = text.indexOf(found[0])
  const before = text.slice(0, first)
  return found.join(' ').length === text.length - first
    ? found.map((one, at) => (at === 0 ? before + one : one))
    : [text]
}
