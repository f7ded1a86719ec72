import {
  isTitled,
  looksLikeName,
  type Office,
  officeIn,
  plainName,
  TITLE_WITHIN,
  titleOf,
  withoutOffice,
} from './names.ts'

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

export interface ListManners {
  /** Whether a single word without a title may be a surname: so in lists of members, not in lists of officers. */
  surnames?: boolean
  /** Whether "the Clerk" is somebody, as in a list of those who came. */
  clerk?: boolean
}

/** A piece of a list: a person, or words between people. */
export interface Piece {
  person?: Person
  text: string
}

/** The people that a text names one after the other: "Councillors A (Chair), B, Mrs C – Vale Trust and D". */
export function peopleIn(text: string, manners: ListManners = {}): Person[] {
  return piecesIn(text, manners).flatMap(({ person }) => person ?? [])
}

/** The same with what stands between the people, for telling where a sentence's own list begins. */
export function piecesIn(text: string, manners: ListManners = {}): Piece[] {
  const reading = new ListReading(manners)
  // What Markdown left of its marks: "Ash_,_ Birch".
  for (const part of partsOf(text.replace(/_+/g, ' ').replace(/:(?=\p{L})/gu, ': '))) {
    if (part.kind === 'break') reading.inRole = false
    else if (part.kind === 'note') reading.note(part.text)
    else for (const run of runsIn(part.text)) reading.run(run)
  }
  return reading.pieces
}

class ListReading {
  readonly pieces: Piece[] = []
  /** "John Ash, Head of Housing and Planning": after a role, a single word is more of it. */
  inRole = false
  /** "Councillors A, B and C": what follows the plural are surnames. */
  #plural = false
  /** "Chair: " before its name. */
  #office: Office | undefined
  /** How many people there are so far, as long as all have a first name and a surname. */
  #fullNames = 0
  readonly #manners: ListManners

  constructor(manners: ListManners) {
    this.#manners = manners
  }

  note(text: string): void {
    const last = this.pieces.at(-1)
    if (!last) {
      this.#holder(text)
      return
    }
    if (last.person) {
      last.person.notes.push(text)
      if (isOffice(text)) last.person.office ??= officeIn(text) ?? 'chair'
      return
    }
    // "Head of Legal (A Smith)", "The Mayor (Councillor Ash)"
    const person = namesOffice(last.text) ? personIn(text) : undefined
    if (person && person.rest === '') last.person = { ...person, notes: [last.text] }
  }

  /** "Vice Chairman (Mr Ash, who took the chair)" */
  #holder(text: string): void {
    const person = this.#office && personIn(text.split(',')[0] ?? '')
    if (person?.rest !== '') return
    this.pieces.push({
      person: { ...person, ...officeOf(text), office: this.#office ?? 'chair', notes: [text] },
      text,
    })
    this.#office = undefined
  }

  run(text: string): void {
    const two = this.#twoRunTogether(text)
    if (two) {
      for (const one of two) this.run(one)
      return
    }
    const person =
      this.#clerk(text) ??
      personIn(
        text,
        this.inRole ? 'none' : this.#plural ? 'listed' : this.#manners.surnames ? 'alone' : 'none',
      )
    if (person) {
      if (this.#office) person.office ??= this.#office
      this.#plural = isPlural(person.title) || (this.#plural && !isTitledOtherwise(person.title))
      this.#office = undefined
      this.inRole = false
      // "the Clerk, Mrs Ash" is one.
      if (
        /\bclerk$/i.test(this.pieces.at(-1)?.person?.name ?? '') &&
        (/^(?:mr|ms|miss|dr)/i.test(person.title) || /^\p{L}+ \S+$/u.test(person.name)) &&
        !/councillor|cllr/i.test(person.title)
      ) {
        person.notes.push(this.pieces.pop()?.text ?? '')
      }
      this.#fullNames = /^\p{L}{3,} \S+$/u.test(person.name) ? this.#fullNames + 1 : Number.NEGATIVE_INFINITY
      this.pieces.push({ person, text })
      return
    }
    const previous = this.pieces.at(-1)?.person
    if (isOffice(text)) {
      if (previous && !previous.office && !/^the\b/i.test(text)) previous.office = officeIn(text) ?? 'chair'
      else this.#office = officeIn(text)
      return
    }
    if (previous) {
      previous.notes.push(text)
      this.inRole = true
    }
    this.pieces.push({ text })
  }

  /** "Cllr Ann Ash (Chair) Cllr Bob Birch Cora Dale (Clerk)": all have a first name, so four words are two people. */
  #twoRunTogether(text: string): [string, string] | undefined {
    if (this.#fullNames < 3) return undefined
    const words = text.slice(titleOf(text).length).split(' ')
    if (words.length !== 4 || !words.every((word) => /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u.test(word)))
      return undefined
    if (namesOffice(text.slice(titleOf(text).length))) return undefined
    return [titleOf(text) + words.slice(0, 2).join(' '), words.slice(2).join(' ')]
  }

  #clerk(text: string): Person | undefined {
    const clerk = this.#manners.clerk
      ? /^the (?:(?:parish|town|community|council|assistant|deputy) )?clerk(?=\.?$|\s\p{Ll})/iu.exec(text)
      : null
    return clerk
      ? { name: clerk[0], title: '', notes: [], before: '', rest: text.slice(clerk[0].length).trim() }
      : undefined
  }
}

/** The people at the end of some words, such as those before a verb: "Under item 4 Councillors Ash and Birch". */
export function peopleAtEnd(text: string): Person[] {
  const people: Person[] = []
  for (const { person } of piecesIn(text).toReversed()) {
    if (!person || (person.rest !== '' && people.length > 0)) break
    people.unshift(person)
    if (person.before !== '') break
  }
  return people
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

type Part = { kind: 'text' | 'note'; text: string } | { kind: 'break' }

const SEPARATOR = /^(?:[,;|\n•·]|\s(?:and|&|a|ac)\s)/

/** Texts, bracketed notes and breaks. A separator inside brackets is none. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  const close = (to: number): void => {
    const words = text
      .slice(from, to)
      .trim()
      .replace(/^(?:and|&|with|together with|plus)\s+/i, '')
    if (/[\p{L}\p{N}]/u.test(words)) parts.push({ kind: 'text', text: words })
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

/** People run together without commas: "Mr A Ash Mrs B Birch", "A Ash B Birch", "Chairman A Ash Vice Chairman B Birch". */
/** No list of people without commas is longer, nor does more of a sentence belong to its people. */
const LONGEST_RUN = 600

function runsIn(text: string): string[] {
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
  return [...runs, rest].flatMap(initialsApart)
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

/**
 * Whether a word without a title may be somebody's surname: not at all, where nothing else is said, or also with
 * words after it, since it follows "Councillors".
 */
type Surnames = 'none' | 'alone' | 'listed'

function personIn(text: string, surnames: Surnames = 'none'): Person | undefined {
  const dash = /^(.{1,80}?)(?:\s[-–—]+\s?|[–—]\s?|:\s)(.*)$/.exec(text)
  if (dash?.[1] !== undefined && dash[2] !== undefined) {
    const before = namedIn(dash[1], surnames)
    if (before && !before.rest)
      return { ...before, notes: [dash[2]], ...(isOffice(dash[2]) && officeOf(dash[2])) }
    const after = namedIn(dash[2], surnames)
    return after && { ...after, ...(isOffice(dash[1]) && officeOf(dash[1])) }
  }
  return namedIn(text, surnames)
}

/** Whether a text says nothing but an office in the committee. */
export function isOffice(text: string): boolean {
  return officeIn(text) !== undefined && withoutOffice(text) === ''
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
  const words = printed.split(' ')
  const length = nameLength(words)
  const name = plainName(words.slice(0, length).join(' '))
  const rest = words.slice(length).join(' ')
  const titled = title !== '' || isTitled(bare)
  if (name === '' || /^['’]s\b/.test(rest) || /['’]s?$/.test(words[length - 1] ?? '')) return undefined
  if (
    !looksLikeName(name, titled || (surnames !== 'none' && A_HALL.test(name))) ||
    (!titled && namesOffice(name) && !isInitialed(name) && !(surnames === 'listed' && SURNAME_TOO.test(name)))
  )
    return undefined
  const alone = !/[\s.]/.test(name)
  // "MCC" is a body.
  if (alone && !titled && /^\p{Lu}{2,4}$/u.test(name)) return undefined
  if (alone && !titled && (surnames === 'none' || (surnames === 'alone' && rest !== ''))) return undefined
  if (!titled && rest !== '' && !/^\p{Ll}|^\d/u.test(rest)) return undefined
  return { name, title, ...office, notes: [], before, rest }
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

/** Words of offices, departments and bodies, which are printed with capitals as names are. */
const OFFICE_WORD =
  /^(?:head|lead|leader|manager|director\w*|officers?|solicitors?|lawyer|barrister|clerk|secretary|treasurer|advis[eo]rs?|assistants?|deputy|senior|principal|chief|executives?|governance|legal|finance|financial|resources|performance|corporate|planning|planner|housing|communit(?:y|ies)|children\S*|adults?|social|care|education|schools?|transport\w*|highways?|environment\w*|regeneration|strategy|strategic|policy|commissioning|commissioner|development|growth|economy|economic|operations|operational|support|safety|skills|learning|culture|leisure|waste|assets?|property|digital|audit|auditors?|risk|procurement|customers?|business|partnerships?|trust|nhs|hospitals?|ccg|icb|university|college|limited|ltd|plc|llp|representative|consultant|engineer|surveyor|monitoring|section|statutory|interim|portfolio|holder|cabinet|scrutiny|press|reporter|police|constable|fire|health|healthcare|wellbeing|nurs\w+|gp|rector|caretaker|warden|responsible|rfo|cfo|observers?|guests?|residents?|apologies|absent|present|none|nil|absence|declarations?|interests?|also|visitors?|ward|parish|county|borough|district|city|items?|minutes|chair\w*|vice\S*|convenor|convener|mayor|with|from|by|in|for|the|there|all|no|not|received|were|was|is|to|at|on|this|that|it|members?|public|groups?|committee|panel|board|council|councillors?|cllrs?)$/i

/** Words of office that are surnames too. */
const SURNAME_TOO =
  /^(?:head|ward|leader|constable|warden|parish|mayor|school|lead|risk|place|page|public|law)$/i

/** Whether any word of a text is one of an office, a department or a body. */
export function namesOffice(text: string): boolean {
  return text.split(/[\s/.]+/).some((word) => OFFICE_WORD.test(word))
}

function officeOf(text: string): { office?: Office } {
  const office = officeIn(text)
  return office ? { office } : {}
}

/** "Dan Hall" in a list of members, but not "Town Hall". */
const A_HALL =
  /^hall$|^(?!(?:the|town|village|church|parish|city|county|shire|community|memorial|guild|main|great|civic|sports|school|assembly|music|moot)\b).* hall$/i

/** "J Ward" is a person where "Abbey Ward" is a place. */
function isInitialed(name: string): boolean {
  const surname = /^(?:\p{Lu}\.?\s?){1,3}\s?(\p{Lu}\p{Ll}+)$/u.exec(name)?.[1]
  return surname !== undefined && SURNAME_TOO.test(surname)
}

function isPlural(title: string): boolean {
  return /(?:ors|llrs|lrs|men|messrs|cynghorwyr)\b/i.test(title)
}

/** "Councillors A, Mrs B and C": a title of courtesy does not end the plural. */
function isTitledOtherwise(title: string): boolean {
  return /\b(?:councillor|cllr|clr)\b/i.test(title)
}
