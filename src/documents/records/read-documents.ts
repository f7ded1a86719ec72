import type { Line } from '../lines/line.ts'
import type { PaperDocument } from '../paper.ts'
import { businessOf } from './business.ts'
import { readDecisions } from './decisions/read-decisions.ts'
import { documentOf } from './document.ts'
import { readFollowUp } from './follow-up/read-follow-up.ts'
import { type FoundFields, listOf } from './found.ts'
import { withHeadingsApart } from './heading/headings-apart.ts'
import { readHeading } from './heading/read-heading.ts'
import { readInterests } from './interests/read-interests.ts'
import { type Part, partsOf } from './kinds/kinds.ts'
import { readPeople } from './people/read-people.ts'
import { readReport } from './reports/read-report.ts'
import { readProgramme } from './rows/read-programme.ts'
import { readTracker } from './rows/read-tracker.ts'

/** The documents of a paper, from its lines without running headers and page numbers. */
export function documentsIn(printed: readonly Line[]): PaperDocument[] {
  const lines = withHeadingsApart(printed)
  return partsOf(lines).map((part) => documentOf(part, readPart(part, lines)))
}

function readPart(part: Part, whole: readonly Line[]): FoundFields {
  switch (part.kind) {
    case 'report':
      return readReport(part, whole)
    case 'tracker':
      return readTracker(part)
    case 'work-programme':
      return readProgramme(part)
    default:
      return readBusiness(part, whole)
  }
}

function readBusiness(part: Part, whole: readonly Line[]): FoundFields {
  const business = businessOf(part, whole)
  const people = readPeople(business)
  return {
    ...readHeading(business),
    ...people,
    ...readInterests(business, people.chair?.value),
    items: listOf(business.sections.map(({ item, at }) => ({ value: item, at }))),
    ...readDecisions(business, people.present?.value),
    ...readFollowUp(business, people),
  }
}
