import type { Paper, PaperDocument } from './paper.ts'
import type { DocumentRecord } from './record.ts'
import { paperSummary } from './words.en.ts'

/** The record of one file, as `read --json` prints it: one line of JSON, without the places of the fields. */
export function readersLine(paper: Paper): string {
  return JSON.stringify({
    file: paper.file,
    documents: paper.documents.map(recordOf),
    pages: paper.pages,
    restrictedMarks: paper.restrictedMarks,
  })
}

function recordOf({ where: _, doubts: __, ...record }: PaperDocument): DocumentRecord {
  return record
}

/** What a paper says, for people. */
export function summary(paper: Paper): string {
  return paperSummary(paper)
}
