import type { PaperDocument } from '../paper.ts'
import type { DocumentField, DocumentRecord } from '../record.ts'
import { type FoundFields, placeOf } from './found.ts'
import type { Part } from './kinds/kinds.ts'

/** A document of the fields that were found, with the place of each and what is doubtful beside them. */
export function documentOf(part: Part, fields: FoundFields): PaperDocument {
  const first = part.lines[0]
  const document: PaperDocument = {
    kind: part.kind,
    where: first ? { kind: [placeOf(first)] } : {},
    doubts: [],
  }
  for (const field of FIELDS) put(document, field, fields[field])
  return document
}

function put<Field extends DocumentField>(
  document: PaperDocument,
  field: Field,
  one: FoundFields[Field],
): void {
  if (one === undefined) return
  const record: DocumentRecord = document
  record[field] = one.value
  const entries = one.entries && one.entries.length > 0 ? one.entries : [one]
  document.where[field] = entries.map((entry) => entry.at)
  for (const { at, doubt } of entries) if (doubt) document.doubts.push({ ...doubt, field, at })
}

/** In the order in which people look for them, which is also the order of the printed record. */
const ORDER: Record<Exclude<DocumentField, 'kind'>, true> = {
  council: true,
  committee: true,
  title: true,
  date: true,
  time: true,
  ended: true,
  plannedEnd: true,
  venue: true,
  cancelled: true,
  published: true,
  draft: true,
  supplementNo: true,
  clerk: true,
  chair: true,
  viceChair: true,
  members: true,
  present: true,
  inAttendance: true,
  publicPresent: true,
  apologies: true,
  apologyReasons: true,
  lateness: true,
  leftEarly: true,
  substitutes: true,
  declarations: true,
  lobbying: true,
  items: true,
  resolutions: true,
  votes: true,
  notApproved: true,
  actions: true,
  questions: true,
  callIn: true,
  callInDeadline: true,
  item: true,
  pages: true,
  wards: true,
  keyDecision: true,
  implementation: true,
  executiveLead: true,
  supportingOfficer: true,
  author: true,
  cabinetMember: true,
  cmtMember: true,
  contact: true,
  part: true,
  period: true,
  recommendations: true,
  entries: true,
}
const FIELDS = Object.keys(ORDER) as Exclude<DocumentField, 'kind'>[]
