import type { Paper, PaperDocument, PaperError } from './paper.ts'

export type AgendaOutcome =
  | { readonly ok: true; readonly agenda: PaperDocument }
  | { readonly ok: false; readonly error: PaperError }

/** The agenda in a paper, whatever else the pack holds; a paper without one says what it holds instead. */
export function agendaOf(paper: Paper): AgendaOutcome {
  const agenda = paper.documents.find((one) => one.kind === 'agenda' || one.kind === 'agenda+minutes')
  if (agenda) return { ok: true, agenda }
  return {
    ok: false,
    error: { code: 'not-an-agenda', file: paper.file, found: paper.documents.map((one) => one.kind) },
  }
}
