import { vocabularyOf } from '../lines/join-lines.ts'
import type { Line } from '../lines/line.ts'
import type { DocumentField, DocumentFields, PaperDocument, PaperItem } from '../paper.ts'
import { councilAlone } from './bodies.ts'
import { councilByAddress, councilIn, mixedCase } from './council.ts'
import { dateIn } from './dates.ts'
import { type Found, placeOf } from './found.ts'
import { cancelledIn, clerkIn, committeeIn, publishedIn } from './front-sheet.ts'
import { itemChain } from './item-chain.ts'
import { itemsIn, unnumberedItems } from './items.ts'
import { type Part, partsOf } from './kinds.ts'
import { labelled, wholeValue } from './labels.ts'
import { membersIn } from './members.ts'
import { venueIn } from './venue.ts'
import { whenIn } from './when.ts'

/** The longest front sheet, and the longest list of items, in lines. */
const FRONT_SHEET = 120
const BUSINESS = 1500

/** The documents of a paper, from its lines without running headers and page numbers. */
export function documentsIn(lines: readonly Line[]): PaperDocument[] {
  return partsOf(lines).map((part) => readPart(part, lines))
}

function readPart(part: Part, whole: readonly Line[]): PaperDocument {
  switch (part.kind) {
    case 'agenda':
    case 'agenda+minutes':
    case 'supplement':
      return readBusiness(part, whole)
    case 'minutes': {
      const { venue: _, ...heading } = headingFields(attendanceHeading(part.lines), part.lines)
      return document(part, heading)
    }
    case 'report':
      return document(part, reportFields(part.lines, whole))
    default:
      return document(part, {})
  }
}

type FoundFields = { [Field in DocumentField]?: Found<NonNullable<DocumentFields[Field]>> | undefined }

/** An agenda or a supplement: the front sheet and the items of business. */
function readBusiness(part: Part, whole: readonly Line[]): PaperDocument {
  const { kind } = part
  const lines = untilAppendedPapers(part.lines).slice(0, BUSINESS)
  const chain = itemChain(lines, kind === 'supplement')
  const header = lines.findIndex((line) => /^no\.?\s*\|?\s*items?\b/i.test(line.text))
  const front = lines.slice(
    0,
    Math.min(chain[0]?.index ?? FRONT_SHEET, header < 0 ? FRONT_SHEET : header, FRONT_SHEET),
  )
  const items =
    chain.length >= (kind === 'supplement' || header >= 0 ? 1 : 2)
      ? itemsIn(lines, vocabularyOf(lines.map((line) => line.text)), kind === 'supplement')
      : unnumberedItems(lines)
  const membership = kind === 'agenda' ? membersIn(front) : undefined
  return document(part, {
    ...headingFields(front, whole),
    published: publishedIn(front) ?? (kind === 'supplement' ? dateOfLetter(front) : undefined),
    clerk: clerkIn(front),
    cancelled: cancelledIn(front),
    chair: membership?.chair,
    viceChair: membership?.viceChair,
    members: membership?.members,
    items: listOf(items),
  })
}

/** "Agenda Item 5", stamped at the head of a page, is where the papers of the items begin. */
function untilAppendedPapers(lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(
    (line, index) => index > 3 && /^agenda item (?:no\.?\s*)?[A-Z]?\d{1,3}[a-z]?$/i.test(line.text),
  )
  return at < 0 ? lines : lines.slice(0, at)
}

function headingFields(front: readonly Line[], whole: readonly Line[]): FoundFields {
  const when = whenIn(front)
  const committee = committeeIn(front, when?.index, whole)
  return {
    council: councilIn(front, committee, whole),
    committee,
    date: when?.date,
    time: when?.time,
    venue: venueIn(front, when?.index),
  }
}

/** A supplement is sent with a letter; the letter's date is its date of issue. */
function dateOfLetter(front: readonly Line[]): Found<string> | undefined {
  const salutation = front.findIndex((line) => /^dear\b/i.test(line.text))
  const label = salutation < 0 ? undefined : labelled(front.slice(0, salutation), /date/)
  const date = label && dateIn(label.value)
  return label && date ? { value: date.date, at: placeOf(label.line) } : undefined
}

/** The lines above the attendance list. */
function attendanceHeading(lines: readonly Line[]): readonly Line[] {
  const present = lines.findIndex((line) => /^(?:\w+ ){0,2}(?:present|attendance)\b/i.test(line.text))
  return lines.slice(0, present < 0 ? 0 : Math.min(present, 20))
}

function reportFields(lines: readonly Line[], whole: readonly Line[]): FoundFields {
  const front = lines.slice(0, 30)
  const title = labelled(front, /report title|title of report|subject/)
  const committee = labelled(front, /committee|meeting|report to/)
  const date = labelled(front, /date(?: of meeting)?/)
  const day = date && dateIn(date.value)
  const council = front.slice(0, 3).find((line) => councilAlone(line.text))
  const name = council && councilAlone(council.text)
  return {
    title: title && { value: wholeValue(front, title), at: placeOf(title.line) },
    committee:
      committee && !dateIn(committee.value)
        ? { value: committee.value, at: placeOf(committee.line) }
        : undefined,
    date: date && day && { value: day.date, at: placeOf(date.line) },
    council:
      council && name
        ? { value: mixedCase(name, whole), at: placeOf(council) }
        : councilByAddress(front, whole),
  }
}

function listOf(items: readonly Found<PaperItem>[]): Found<PaperItem[]> | undefined {
  const first = items[0]
  return first && { value: items.map((item) => item.value), at: first.at }
}

/** A document of the fields that were found, each with its place beside it. */
function document(part: Part, fields: FoundFields): PaperDocument {
  const first = part.lines[0]
  const read: PaperDocument = { kind: part.kind, where: first ? { kind: placeOf(first) } : {} }
  for (const field of FIELDS) put(read, field, fields[field])
  return read
}

function put<Field extends DocumentField>(read: PaperDocument, field: Field, one: FoundFields[Field]): void {
  if (one === undefined) return
  const fields: DocumentFields = read
  fields[field] = one.value
  read.where[field] = one.at
}

const FIELDS = [
  'council',
  'committee',
  'title',
  'date',
  'time',
  'venue',
  'cancelled',
  'published',
  'clerk',
  'chair',
  'viceChair',
  'members',
  'items',
] as const satisfies readonly DocumentField[]
