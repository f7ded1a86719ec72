import { isGroup } from './groups.ts'
import { partsOf, runsIn } from './list-parts.ts'
import { type Office, officeIn, titleOf } from './names.ts'
import { isOffice, namesOffice, officeOf } from './office-words.ts'
import { type Person, personIn } from './person.ts'

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
  // What Markdown left of its marks, "Ash_,_ Birch", and stars that a footnote explains.
  for (const part of partsOf(
    text
      .replace(/[_*]+/g, ' ')
      .replace(HYPHENED_OFFICE, ' – ')
      .replace(/:(?=\p{L})/gu, ': '),
  )) {
    if (part.kind === 'break') reading.break()
    else if (part.kind === 'note') reading.note(part.text)
    else if (!(part.and && reading.goesOn(part.text))) for (const run of runsIn(part.text)) reading.run(run)
  }
  return reading.pieces
}

/** "Ann Ash-Clerk" */
const HYPHENED_OFFICE = /(?<=\p{Ll})-(?=(?:Parish |Town )?(?:Clerk|RFO|Secretary|Treasurer)\b)/gu

/** "Birch (V/Ch)", "Birch (VC)" */
const ABBREVIATED_VICE = /^(?:v[-/.\s]{0,2}ch(?:air)?|vc|dep\.? ?ch(?:air)?)\.?$/i

/** "Ash (Chair) – Old Harbour and Quay": a ward, a role or a body, unless a title says that it is somebody. */
const BEHIND_A_DASH =
  /^[-–—]\s(?!(?:the\s)?(?:(?:county|district|borough|city|town|parish)\s)?(?:councillors?|cllrs?|clrs?|mrs?|ms|miss|dr|prof|revd?|sir|dame)\b)/i

class ListReading {
  readonly pieces: Piece[] = []
  /** "John Ash, Head of Housing and Planning": after a role, a single word is more of it. */
  #inRole = false
  /** "Councillors A, B and C": what follows the plural are surnames. */
  #plural = false
  /** "Chair: " before its name. */
  #office: Office | undefined
  /** Whether the last person came with words behind a dash. */
  #behindDash = false
  /** How many people there are so far, as long as all have a first name and a surname. */
  #fullNames = 0
  readonly #manners: ListManners

  constructor(manners: ListManners) {
    this.#manners = manners
  }

  /** "Ash – North and South": one more word of what stands behind the dash, not another surname. */
  goesOn(text: string): boolean {
    const last = this.pieces.at(-1)
    if (!this.#behindDash || !last?.person || /\s/.test(text)) return false
    last.person.notes.push(text)
    return true
  }

  /** A semicolon: what follows is about somebody else. */
  break(): void {
    this.#inRole = false
    this.#behindDash = false
  }

  note(text: string): void {
    const last = this.pieces.at(-1)
    if (!last) {
      this.#holder(text)
      return
    }
    if (last.person) {
      last.person.notes.push(text)
      if (isOffice(officeWords(text))) last.person.office ??= officeIn(text) ?? 'chair'
      else if (ABBREVIATED_VICE.test(text)) last.person.office ??= 'viceChair'
      else if (/^ch\.?$/i.test(text)) last.person.office ??= 'chair'
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
    if (/:$/.test(text) && isGroup(text)) return
    // "Councillors, Mr Ash, Mrs Birch"
    if (/^(?:councillors|cllrs)$/i.test(text)) {
      this.#plural = true
      return
    }
    const last = this.pieces.at(-1)?.person
    if (last && BEHIND_A_DASH.test(text) && !isOffice(text.slice(1))) {
      last.notes.push(text.replace(/^[-–—]\s*/, ''))
      this.#inRole = true
      return
    }
    if (last && this.#goesOnWithRole(last, text)) {
      last.notes.push(text)
      return
    }
    const two = this.#twoRunTogether(text)
    if (two) {
      for (const one of two) this.run(one)
      return
    }
    const person =
      this.#clerk(text) ??
      personIn(
        text,
        this.#inRole ? 'none' : this.#plural ? 'listed' : this.#manners.surnames ? 'alone' : 'none',
      )
    if (person) {
      if (this.#office) person.office ??= this.#office
      this.#plural = isPlural(person.title) || (this.#plural && !isTitledOtherwise(person.title))
      this.#office = undefined
      this.#inRole = false
      // "the Clerk, Mrs Ash" is one.
      if (
        /\bclerk$/i.test(this.pieces.at(-1)?.person?.name ?? '') &&
        (/^(?:mr|ms|miss|dr)/i.test(person.title) || /^\p{L}+ \S+$/u.test(person.name)) &&
        !/councillor|cllr/i.test(person.title)
      ) {
        person.notes.push(this.pieces.pop()?.text ?? '')
      }
      this.#behindDash = /\s[-–—]\s/.test(text) && person.notes.length > 0
      this.#fullNames = /^\p{L}{3,} \S+$/u.test(person.name) ? this.#fullNames + 1 : Number.NEGATIVE_INFINITY
      this.pieces.push({ person, text })
      return
    }
    const previous = this.#inRole
      ? this.pieces.findLast(({ person }) => person)?.person
      : this.pieces.at(-1)?.person
    if (isOffice(text)) {
      if (previous && !previous.office && !/^the\b/i.test(text)) previous.office = officeIn(text) ?? 'chair'
      else this.#office = officeIn(text)
      return
    }
    if (previous) {
      previous.notes.push(text)
      this.#inRole = true
    }
    this.pieces.push({ text })
  }

  /** "Councillor Ash – Cabinet Member, Clean Streets": among people with titles, one without is more of the role. */
  #goesOnWithRole({ title, notes }: Person, text: string): boolean {
    const titled = title !== '' && titleOf(text) === ''
    return this.#behindDash && titled && !/\s[-–—]\s/.test(text) && !isOffice(text) && notes.some(namesOffice)
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

/** "Chair, Quay Ward": the office before a ward; but "Chair, Audit Committee" is of something else. */
function officeWords(note: string): string {
  const [first = '', ...others] = note.split(/,\s|\s[-–—]\s/)
  return /\b(?:committee|panel|board|cabinet|forum|trust|governors|association|company)\b/i.test(
    others.join(' '),
  )
    ? note
    : first
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

/** The same, where "he" or "they" may stand for whom the sentence begins with: "Mr Ash had told the Chair that he". */
export function peopleBeforeVerb(text: string): Person[] {
  if (!/[\s,](?:he|she|they)$/i.test(text)) return peopleAtEnd(text)
  const first = piecesIn(text)[0]?.person
  return first && first.before === '' && first.title !== '' ? [{ ...first, rest: '' }] : []
}

function isPlural(title: string): boolean {
  return /(?:ors|llrs|lrs|men|messrs|cynghorwyr)\b/i.test(title)
}

/** "Councillors A, Mrs B and C": a title of courtesy does not end the plural. */
function isTitledOtherwise(title: string): boolean {
  return /\b(?:councillor|cllr|clr)\b/i.test(title)
}
