import { isGroup } from './groups.ts'
import {
  isTitled,
  looksLikeName,
  type Office,
  plainName,
  TITLE_WITHIN,
  titleOf,
  withoutOffice,
} from './names.ts'
import { isOffice, namesOffice, OFFICE_WORD, officeOf, SURNAME_TOO } from './office-words.ts'

/** A person as a list or a sentence names one. */
export interface Person {
  name: string
  /** "County Councillor", "Mrs"; empty where none is printed. */
  title: string
  office?: Office
  /** What stands beside the name, in brackets or behind a dash or a comma: a ward, a role, a reason, "substitute for …". */
  notes: string[]
  /** Words cut off before the title: "Clerk" of "Clerk Mrs Todd", "who was represented by" of "… by Councillor Ash". */
  before: string
  /** What goes on in the text after the name without a comma. */
  rest: string
}

/**
 * Whether a word without a title may be somebody's surname: not at all, where nothing else is said, or also with
 * words after it, since it follows "Councillors".
 */
export type Surnames = 'none' | 'alone' | 'listed'

/** The person that a text names, with what it says beside the name. */
export function personIn(text: string, surnames: Surnames = 'none'): Person | undefined {
  const dash = /^(.{1,80}?)(?:\s[-–—]+\s?|[–—]\s?|:\s)(.*)$/.exec(text)
  if (dash?.[1] !== undefined && dash[2] !== undefined) {
    const before = isGroup(dash[1]) && isTitled(dash[2]) ? undefined : namedIn(dash[1], surnames)
    if (before && !before.rest)
      return { ...before, notes: [dash[2]], ...(isOffice(dash[2]) && officeOf(dash[2])) }
    const after = namedIn(dash[2], surnames)
    return after && { ...after, ...(isOffice(dash[1]) && officeOf(dash[1])) }
  }
  return namedIn(text, surnames)
}

function namedIn(text: string, surnames: Surnames): Person | undefined {
  const office = officeOf(text)
  const bare = withoutOffice(text)
    .replace(/^(?:the|by|from|of|for|and)\s+(?=\p{Lu})/u, '')
    // "NCC Chris Ash": the council or body that somebody comes from.
    .replace(/^(?!PCSO)\p{Lu}{3,}\s(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll})/u, '')
    // "Durham cc": a county councillor too.
    .replace(/\scc$/, '')
  const { before, title, name: printed } = afterTitles(bare)
  const words = withoutOwnInitials(printed.split(' '))
  const length = nameLength(words)
  const name = plainName(words.slice(0, length).join(' '))
  const rest = words.slice(length).join(' ')
  const titled = title !== '' || isTitled(bare)
  if (name === '' || /^['’]s\b/.test(rest) || /['’]s?$/.test(words[length - 1] ?? '')) return undefined
  if (
    !looksLikeName(name, titled || (surnames !== 'none' && A_HALL.test(name))) ||
    (!titled &&
      namesOffice(name) &&
      !isInitialed(name) &&
      !(surnames === 'listed' && SURNAME_TOO.test(surnameOf(name))))
  )
    return undefined
  const alone = !/[\s.]/.test(name)
  // "MCC" is a body.
  if (alone && !titled && /^\p{Lu}{2,4}$/u.test(name)) return undefined
  if (alone && !titled && (surnames === 'none' || (surnames === 'alone' && rest !== ''))) return undefined
  // "Deputy Town Clerk", "Deputy Director", "Mayor Elect"
  if (/^(?:deputy|mayor|provost|lord)/i.test(title) && (namesOffice(name) || /^(?:town|elect)$/i.test(name)))
    return undefined
  if (
    !titled &&
    rest !== '' &&
    !/^\p{Ll}|^\d/u.test(rest) &&
    !(A_CLERK.test(rest) && !alone && !OF_AN_OFFICE.test(name))
  )
    return undefined
  return { name, title, ...office, notes: [], before, rest }
}

/** "Ann Ash Clerk to the Council" */
const OF_AN_OFFICE = /^(?:the|acting|locum|interim|temporary|new|former)\b|\btown$/i
const A_CLERK = /^(?:(?:parish|town|community|deputy|assistant)\s)?clerk\b/i

/** "Ann Beth Ash ABA": the letters by which the rest of the minutes tell people apart. */
function withoutOwnInitials(words: readonly string[]): readonly string[] {
  const letters = words.at(-1)?.replace(/[()]/g, '') ?? ''
  const [first, ...others] = words.slice(0, -1)
  const last = others.at(-1)
  const own =
    /^\p{Lu}{2,4}$/u.test(letters) &&
    letters.charAt(0) === first?.charAt(0) &&
    last !== undefined &&
    letters.slice(1).includes(last.charAt(0))
  return own ? words.slice(0, -1) : words
}

/** The title that stands right before the name, past words of a role: "Clerk Mrs Todd", "Chairman Cllr Mrs Ash". */
function afterTitles(text: string): { before: string; title: string; name: string } {
  const within = isTitled(text) ? null : TITLE_WITHIN.exec(text)
  const name = within ? text.slice(within.index + 1) : text
  const title = titleOf(name)
  return {
    before: within ? text.slice(0, within.index) : '',
    title: title.trim(),
    name: name.slice(title.length).trim(),
  }
}

const PART_OF_NAME =
  /^(?:\p{Lu}[\p{L}'’.-]*|[dD]['’]\p{Lu}[\p{L}-]*|van|von|der|de|la|le|du|di|da|bin|binti|al|el|ap|ab|ferch)$/u

/** How many of the words are the name: until a word in lower case or one that names an office. */
function nameLength(words: readonly string[]): number {
  let length = 0
  for (const word of words) {
    const clean = word.replace(/[.:,*]+$/, '')
    if (length >= 5 || !(PART_OF_NAME.test(word) || PART_OF_NAME.test(clean))) break
    const surname = length === 1 && words.length === 2 && SURNAME_TOO.test(clean)
    if (length > 0 && OFFICE_WORD.test(clean) && !surname) break
    length += 1
    // "Ash. The": a full stop after a word (not an initial) ends the name.
    if (/\p{Ll}{2}\.$/u.test(word)) break
  }
  return length
}

/** "Dan Hall" in a list of members, but not "Town Hall". */
const A_HALL =
  /^hall$|^(?!(?:the|town|village|church|parish|city|county|shire|community|memorial|guild|main|great|civic|sports|school|assembly|music|moot)\b).* hall$/i

function surnameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1)
}

/** "J Ward" is a person where "Abbey Ward" is a place. */
function isInitialed(name: string): boolean {
  const surname = /^(?:\p{Lu}\.?\s?){1,3}\s?(\p{Lu}\p{Ll}+)$/u.exec(name)?.[1]
  return surname !== undefined && SURNAME_TOO.test(surname)
}

/** A titled name somewhere in a sentence. */
export interface Mention {
  name: string
  start: number
  end: number
}

const TITLED =
  /(?<![\p{L}])(?:(?:[Cc]ouncillors?|COUNCILLORS?|[Cc]llrs?|CLLRS?|Mrs?|Ms|Miss|Dr|Prof|Professor|Revd?|Reverend|Sir|Dame|Alderman|Mayor)\b\.?\s?){1,3}(?:\p{Lu}[\p{L}'’.-]*|(?:de|van|von|la|le|du|di|da)(?=\s))(?:\s(?!(?:[Cc]ouncillors?|[Cc]llrs?|Mrs?|Ms|Miss|Dr)\b)(?:\p{Lu}[\p{L}'’.-]*|(?:de|van|von|la|le|du|di|da)(?=\s))){0,3}/gu

/** The titled names of a sentence, wherever they stand. */
export function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(TITLED)].flatMap((match) => {
    const person = personIn(match[0])
    if (!person) return []
    const end = match.index + match[0].lastIndexOf(person.name) + person.name.length
    return [{ name: person.name, start: match.index, end }]
  })
}
