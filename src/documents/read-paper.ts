import type { PaperFile, ReadOutcome } from './paper.ts'

export type { Paper, PaperDocument, PaperError, PaperFile, PaperItem, ReadOutcome } from './paper.ts'

/** Read one file: what it is, its documents, and its marks of restricted matter. Never throws for a bad file. */
export async function readPaper(file: PaperFile): Promise<ReadOutcome> {
  return { ok: false, error: { code: 'unsupported', file: file.name, looksLike: 'unknown' } }
}
