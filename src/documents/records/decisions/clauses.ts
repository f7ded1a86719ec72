import type { Clause } from '../../record.ts'
import { labelAt, Numbering, type PrintedLabel } from './clause-labels.ts'

/** Gathers the paragraphs of one decision: its words in full, and its clauses as they are numbered. */
export class ClauseList {
  private readonly numbering = new Numbering()
  private readonly clauses: Clause[] = []
  private readonly words: string[] = []

  /** Whether a paragraph would be the next clause. */
  expects(text: string, exactly = false): boolean {
    const own = labelAt(text)
    return own !== undefined && own.rest !== '' && this.numbering.follows(own.label, exactly)
  }

  /** Add a paragraph; what has no label of this numbering belongs to the clause above it. `below` is the next one. */
  add(text: string, below = ''): void {
    if (text === '') return
    this.words.push(text)
    for (const piece of this.piecesOf(text, below)) {
      const last = this.clauses.at(-1)
      if (piece.label !== undefined) this.clauses.push({ label: piece.label, text: piece.text })
      else if (last) last.text = `${last.text} ${piece.text}`.trim()
    }
  }

  get text(): string {
    return this.words.join(' ')
  }

  get numbered(): boolean {
    return this.clauses.length > 0
  }

  /** The clauses, if there are two or more, or one with a label; a Roman I before 2 is meant as 1. */
  list(): Clause[] {
    if (!this.numbering.beganWithDamagedOne) return this.clauses
    const [first, ...others] = this.clauses
    return first ? [{ ...first, label: '1' }, ...others] : []
  }

  get damaged(): string | undefined {
    return this.numbering.damaged
  }

  private piecesOf(text: string, below: string): { label?: string; text: string }[] {
    const pieces: { label?: string; text: string }[] = []
    const own = labelAt(text)
    const placed = own && own.rest !== '' ? this.numbering.place(own.label) : undefined
    let rest = own && placed !== undefined ? own.rest : text
    let label = placed
    for (const inner of this.innerLabels(rest, below, label !== undefined)) {
      const cut = rest.length - inner.tail.length
      pieces.push({ ...(label !== undefined && { label }), text: rest.slice(0, cut).trim() })
      rest = inner.rest
      label = this.numbering.place(inner.label, true)
    }
    pieces.push({ ...(label !== undefined && { label }), text: rest })
    return pieces.filter((piece) => piece.label !== undefined || piece.text !== '')
  }

  /** "that (a) the report be noted; (b) the fees be approved": labels in the run of a sentence, two at least. */
  private innerLabels(text: string, below: string, labelled: boolean): InnerLabel[] {
    const probe = this.numbering.copy()
    const found: InnerLabel[] = []
    for (const match of text.matchAll(INNER)) {
      const at = match.index + (match[1] ?? '').length
      const own = labelAt(text.slice(at))
      const before = text.slice(Math.max(0, at - 40), at).trimEnd()
      if (
        !own ||
        own.rest === '' ||
        REFERENCE.test(before) ||
        !opensClause(before, labelled || found.length > 0)
      )
        continue
      if (probe.place(own.label, true) === undefined) continue
      found.push({ label: own.label, tail: text.slice(at), rest: own.rest })
    }
    const next = labelAt(below)
    const goesOn = next !== undefined && found.length === 1 && probe.follows(next.label, true)
    return found.length >= (this.clauses.length > 0 || labelled || goesOn ? 1 : 2) ? found : []
  }
}

interface InnerLabel {
  label: PrintedLabel
  /** The text from the label on, with and without it. */
  tail: string
  rest: string
}

/** Also where a text lost the space after the clause before: "be noted.2. That". */
const INNER = /(\s|^|(?<=\p{L}[.;]))(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\([A-Z]\))/gu
/** "(a)" after these words is a reference, not a clause. */
const REFERENCE =
  /\b(?:paragraphs?|paras?|sections?|clauses?|items?|nos?|numbers?|minutes?|pages?|subject to|part|options?|recommendations?|resolutions?|schedule|under|in|at|of)\.?$/i

function opensClause(before: string, further: boolean): boolean {
  return (
    before === '' ||
    /[:;–—-]$/.test(before) ||
    /\b(?:that|to)$/i.test(before) ||
    (further && /(?:[,.]|\band|\bor)$/.test(before))
  )
}
