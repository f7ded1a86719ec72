import type { Paper, PaperDocument, PaperError } from './paper.ts'

export type AgendaOutcome =
  | { readonly ok: true; readonly agenda: PaperDocument }
  | { readonly ok: false; readonly error: PaperError }

const PACKS: readonly PaperDocument['kind'][] = ['agenda', 'agenda+minutes', 'supplement']

/**
 * The agenda in a paper, or the supplement to one, whatever else the pack holds: the first of them is what
 * the pack is. A paper without either says what it holds instead.
 */
export function agendaOf(paper: Paper): AgendaOutcome {
  const agenda = paper.documents.find((one) => PACKS.includes(one.kind))
  if (agenda) return { ok: true, agenda }
  return {
    ok: false,
    error: { code: 'not-an-agenda', file: paper.file, found: paper.documents.map((one) => one.kind) },
  }
}
