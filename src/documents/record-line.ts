import type { Paper, PaperDocument } from './paper.ts'
import { paperSummary } from './words.en.ts'

/** The record of one file, as `read --json` prints it: one line of JSON, without the places of the fields. */
export function readersLine(paper: Paper): string {
  return JSON.stringify({
    file: paper.file,
    documents: paper.documents.map(withoutPlaces),
    pages: paper.pages,
    restrictedMarks: paper.restrictedMarks,
  })
}

function withoutPlaces({ where: _, ...fields }: PaperDocument): Omit<PaperDocument, 'where'> {
  return fields
}

/** What a paper says, for people. */
export function summary(paper: Paper): string {
  return paperSummary(paper)
}
