import type { ImportPreview } from '../tracker/import-tracker.ts'
import { importWords as words } from '../tracker/import-words.en.ts'

export const usage =
  'Use: import-tracker FILE --committee NAME [--council NAME] [--kind recommendation|information|action] [--apply]\nWithout --apply it shows what would change and changes nothing. FILE is a CSV, Word, PDF or HTML file.'
export const whichFile = 'Name one file.'
export const whichCommittee = 'Say whose tracker it is: --committee NAME.'
export const whichKind = (kinds: readonly string[]) => `--kind is one of: ${kinds.join(', ')}.`
export const nothingChanged = '\nNothing is changed. With --apply it is taken over.'

export function comparison(file: string, committee: string, preview: ImportPreview): string {
  const { plan, leftOut } = preview
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.preview.created, plan.created.map(words.line.created)],
    [words.preview.changed, plan.changed.map(words.line.changed)],
    [words.preview.held, plan.held.map(words.line.known)],
    [words.preview.gone, plan.gone.map(words.line.known)],
    [words.preview.leftOut, leftOut.map(words.line.leftOut)],
  ]
  return [
    `${file} and the tracker of ${committee}: ${words.preview.counts(preview)}`,
    ...parts.flatMap(([heading, lines]) =>
      lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)],
    ),
  ].join('\n')
}
