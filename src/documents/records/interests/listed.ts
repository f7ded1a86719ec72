import type { Line } from '../../lines/line.ts'
import type { DeclaredInterest } from '../../record.ts'
import { piecesIn } from '../phrases/people.ts'
import type { Person } from '../phrases/person.ts'
import { consequencesIn } from './consequences.ts'
import { itemIn, namesItem, natureIn, REASON } from './interest-item.ts'
import { typeBeside, typeIn } from './interest-type.ts'
import { isTie } from './ties.ts'

const LABEL = /^(?:[•·*–-]\s*|\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]\s*)?/i
const MARK =
  /\s{0,3}(?:[-–—:]|,(?=\s(?:items?|agenda|minute|personal|pecuniary|non|disclosable|prejudicial)\b)|\s(?=(?:personal|pecuniary|non-pecuniary|disclosable|prejudicial)\s(?:[\w-]{1,20}\s){0,3}interest))\s*/i
const WORDS_OF_INTEREST = /\b(?:interests?|personal|pecuniary|prejudicial|DPI|ORI|NRI|NPI|registrable)\b/i
/** "The following declarations were made:" above the list makes every line of it one. */
const LEAD_IN =
  /\b(?:following|these|as follows|below)\b.{0,90}\b(?:declar|disclos|interests?)|\b(?:declar|disclos|interests?)\w*\b.{0,90}\b(?:following|these|as follows|below)\b|\b(?:declarations?|interests?)\b.{0,60}\b(?:made|declared|received|recorded|noted)\b.{0,30}[:–-]$/i

const MEMBER_AND_NUMBER =
  /^(.{4,80}?)\s?(?:,|\sre|\sregarding|\sin|\son|\sfor|[-–—:])\s(?:agenda |minute )?(?:items?|nos?\.?|numbers?|min\.?)?\s?([A-Z]{0,3}\d[\d./]{0,9}[a-z]?)(?=[\s.,;(–-]|$)/i
const NUMBER_AND_MEMBER =
  /^(?:agenda |minute )?(?:items?|nos?\.?|numbers?|min\.?)\s?([A-Z]{0,3}\d[\d./]{0,9}[a-z]?)\s?[-–—:]\s(?:.{0,80}?\s)??((?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr)\b.{2,80}?)\.?$/i

/** "Councillors Ash and Birch with regard to the hall." */
const MEMBER_AND_MATTER =
  /^(.{4,120}?)\s(?=(?:with regard to|regarding|in relation to|in respect of|re|concerning)\s)/i

/** What leads in a list of declarations: "The following personal interests were declared:". */
export interface LeadIn {
  /** The type of all that are listed, where it says so. */
  type?: string
}

/** "(a) Disclosable Pecuniary Interests": a heading over those of one type. */
const HEADING = /^(?:\(?[a-z\d]{1,3}[.)]\s*)?((?:[\p{L}-]{2,20}[\s/]){1,5})interests?\s?:?$/iu
/** "Non-pecuniary interests: Councillor Ash – item 4" */
const HEADED =
  /^(?:\(?[a-z\d]{1,3}[.)]\s*)?((?:[\p{L}-]{2,20}[\s/]){1,5})interests?\s?[:–-]\s?(?=(?:Councillors?|Cllrs?)\b)/iu

/** The words that lead in a list, at the end of a text, or that stand over one. */
export function leadIn(text: string): LeadIn | undefined {
  const heading = HEADING.exec(text)?.[1]
  const typeOfAll =
    heading && !/\b(?:declarations?|disclosures?)\b/i.test(heading) ? typeIn(heading) : undefined
  if (typeOfAll) return { type: typeOfAll }
  if (!LEAD_IN.test(text) || !/[:–-]\s*$/.test(text)) return undefined
  const last = text.split(/\s[-–—]\s|[.;]\s/).findLast((words) => /\binterests?\b/i.test(words)) ?? ''
  return leadOf(typeBeside(last))
}

function leadOf(type: string | undefined): LeadIn {
  return type ? { type } : {}
}

/**
 * A line of a list of declarations: "Councillors Ash and Birch – item 4 – personal, as governors", or with the
 * item first. Without a lead-in above it the line itself must speak of an interest.
 */
export function listedIn(text: string, lead?: LeadIn): DeclaredInterest[] {
  const headed = HEADED.exec(text)
  if (headed) return listedIn(text.slice(headed[0].length), leadOf(typeIn(headed[1] ?? '')))
  return text.split(NEXT_OF_LINE).flatMap((part) => {
    const line = part.replace(LABEL, '')
    const short = inBrief(line)
    if (!short && !lead && !WORDS_OF_INTEREST.test(line) && !isTieAlone(line)) return []
    const listed = short ?? itemFirst(line) ?? memberFirst(line) ?? []
    return listed.map((one) => ofType(one, lead))
  })
}

/** A declaration with the type that its lead-in gives to all, where its own words give none. */
export function ofType(interest: DeclaredInterest, lead: LeadIn | undefined): DeclaredInterest {
  return { ...interest, ...(interest.type === 'interest' && lead) }
}

/** In words: what is longer is a sentence about something. */
const LONGEST_TIE = 14
const ASKED_OR_TOLD =
  /\b(?:apolog\w*|dispensation|ask(?:ed|s)|request\w*|report\w*|propos\w*|second\w*|remind\w*|advis\w*|vacan\w*|elected|appointed|welcom\w*|thank\w*|not)\b/i

/** "Cllrs Ash and Birch – Village Hall Trustees" */
function isTieAlone(line: string): boolean {
  const mark = MARK.exec(line)
  const words = mark ? line.slice(mark.index + mark[0].length) : ''
  return isTie(words) && words.split(' ').length <= LONGEST_TIE && !ASKED_OR_TOLD.test(line)
}

/** "Cllr Ash re 3087 (Village Hall)", "No. 2573 – Quarry – Cllrs Ash and Birch": said under the heading as shortly as can be. */
function inBrief(line: string): DeclaredInterest[] | undefined {
  const each = peopleOnly(line.replace(/[.;,]+$/, ''))
  if (each?.every(({ notes }) => notes.some(namesItem)))
    return each.map((person) => entryOf(person, person.notes.join(' – ')))
  const after = MEMBER_AND_NUMBER.exec(line)
  const before = NUMBER_AND_MEMBER.exec(line)
  const people = peopleOnly(after?.[1] ?? before?.[2] ?? '')
  const item = (after?.[2] ?? before?.[1])?.replace(/[./]+$/, '')
  if (!people || !item) return aboutMatter(line)
  const words = line.slice(after ? after[0].length : 0)
  const nature = natureIn(words)
  return people.map(({ name }) => ({
    member: name,
    item,
    type: typeBeside(line) ?? 'interest',
    ...(after && nature && { nature }),
    ...consequencesIn(words),
  }))
}

function aboutMatter(line: string): DeclaredInterest[] | undefined {
  const matter = MEMBER_AND_MATTER.exec(line)
  const concerned = peopleOnly(matter?.[1] ?? '')
  if (!matter || !concerned) return undefined
  const words = ` ${line.slice(matter[0].length)}`
  const about = itemIn(words)
  return concerned.map(({ name }) => ({
    member: name,
    ...(about && { item: about }),
    type: typeBeside(words) ?? 'interest',
    ...consequencesIn(words),
  }))
}

/** "Cllr Ash – item 4 – governor; Cllr Birch – item 5" */
const NEXT_OF_LINE = /;\s+(?=(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b)/

/** Lines of which each is an entry of a list, with their cells joined as by a dash, each a paragraph of its own. */
export function asList(lines: readonly Line[]): Line[] {
  return lines.map((printed) => {
    const line = withGluedCellsApart(printed)
    const [first] = line.cells
    if (line.cells.length > 1 && first && peopleOnly(first.text))
      return { ...line, text: line.cells.map((cell) => cell.text).join(' – '), gapAbove: true }
    const mark = MARK.exec(line.text.replace(LABEL, '').slice(0, 100))
    const entry = mark && peopleOnly(line.text.replace(LABEL, '').slice(0, mark.index))
    return entry || ITEM_FIRST.test(line.text) || HEADED.test(line.text) ? { ...line, gapAbove: true } : line
  })
}

/** "Councillor T AshHarbour Trust": a web page's table lost what parted its cells. */
const GLUED =
  /^((?:Councillor|Cllr)s?\.?\s(?:\p{Lu}\.?\s){0,3}(?:\p{Lu}\p{Ll}{1,20}\s)?(?:Mc|Mac|O['’])?\p{Lu}\p{Ll}{2,20})(?<!\sMac|\sVan|\sFitz)(?=\p{Lu}\p{Ll})/u

function withGluedCellsApart(line: Line): Line {
  const text = line.text.replace(GLUED, '$1 – ')
  return text === line.text ? line : { ...line, text, cells: [] }
}

function memberFirst(line: string): DeclaredInterest[] | undefined {
  const mark = MARK.exec(line)
  const people = peopleOnly(mark ? line.slice(0, mark.index) : line)
  if (!people) return mark ? beforeBracket(line) : undefined
  if (!mark) return beforeBracket(line)
  const rest = line.slice(mark.index + mark[0].length)
  return people.map((person) => entryOf(person, rest))
}

/** "Councillor Ash (item 4, personal)". */
function beforeBracket(line: string): DeclaredInterest[] | undefined {
  const people = peopleOnly(line.replace(/[.;,]+$/, ''))
  if (!people?.some((person) => person.notes.some((note) => namesItem(note) || WORDS_OF_INTEREST.test(note))))
    return undefined
  return people.map((person) => entryOf(person, person.notes.join(' – ')))
}

const ITEM_FIRST = /^(?:agenda |minute )?(?:items?|minute)\b/i

function itemFirst(line: string): DeclaredInterest[] | undefined {
  if (!ITEM_FIRST.test(line)) return undefined
  const parts = line.split(/\s[-–—]\s|:\s/)
  const at = parts.findIndex((part) => peopleOnly(part))
  const people = peopleOnly(parts[at] ?? '')
  if (at < 1 || !people) return undefined
  const after = parts.slice(at + 1).join(' – ')
  return people.map((person) => entryOf(person, [parts[0], ...person.notes, after].join(' – ')))
}

/** The people of a text that names nothing else; at least the first has a title, lest a street be a member. */
function peopleOnly(text: string): Person[] | undefined {
  const pieces = piecesIn(text)
  const people = pieces.flatMap(({ person }) => person ?? [])
  const only =
    people.length > 0 &&
    people.length === pieces.length &&
    people.every(({ rest, before }) => rest === '' && before === '')
  return only && people[0]?.title !== '' ? people : undefined
}

function entryOf(person: Person, words: string): DeclaredInterest {
  const item = namesItem(words)
    ? itemIn(words)
    : itemIn(words.slice(/\binterests?\b/i.exec(words)?.index ?? words.length).replace(/^interests?/i, ''))
  const nature = REASON.test(words) ? natureIn(words) : withoutItemAndType(words)
  return {
    member: person.name,
    ...(item && { item }),
    type: typeBeside(words) ?? 'interest',
    ...(nature && { nature }),
    ...consequencesIn(words),
  }
}

function withoutItemAndType(words: string): string | undefined {
  const parts = words
    .split(/\s[-–—]\s|;\s/)
    .filter((part) => !(namesItem(part) && part.length < 30) && !(typeBeside(part) && part.length < 40))
  return parts.at(-1)?.replace(/[\s.;]+$/, '') || undefined
}
