import type { Doubt, Paper, PaperDocument, Provenance } from './paper.ts'
import type { DocumentRecord } from './record.ts'

export interface LineOptions {
  /** Keep beside each document where its fields were read, and what is doubtful. */
  readonly explain?: boolean
  /** Where the paper was fetched. */
  readonly address?: string | undefined
}

/** The record of one file, as `read --json` prints it: one line of JSON. */
export function readersLine(paper: Paper, { explain = false, address }: LineOptions = {}): string {
  return JSON.stringify({
    file: paper.file,
    ...(address === undefined ? {} : { address }),
    documents: explain ? paper.documents.map(explained) : paper.documents.map(recordOf),
    pages: paper.pages,
    restrictedMarks: paper.restrictedMarks,
  })
}

function recordOf({ where: _, doubts: __, ...record }: PaperDocument): DocumentRecord {
  return record
}

function explained(document: PaperDocument): DocumentRecord & { where: Provenance; doubts: Doubt[] } {
  const { where, doubts } = document
  return { ...recordOf(document), where, doubts }
}
