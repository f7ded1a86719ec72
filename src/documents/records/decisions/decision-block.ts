import type { Paragraph } from '../../lines/paragraphs.ts'
import type { Clause, PaperResolution } from '../../record.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { labelAt } from './clause-labels.ts'
import { ClauseList } from './clauses.ts'
import { endsDecision, ownSentences } from './endings.ts'

/** How far an unnumbered paragraph may stand inside numbered clauses. */
const FARTHEST_CLAUSE = 6
/** No decision takes more paragraphs. */
const LONGEST_DECISION = 150

const LEADS_ON = /(?:[:;–—,-]|\b(?:that|to|and|or|by|following|T H A T))['’”"]?$/i
/** The next part of a decision whose parts have no numbers: "That ...", "to note ...", "and that ...". */
const ANOTHER = /^[“‘'"]?(?:and\s)?(?:that|to)\s\p{L}/iu

export interface Block {
  resolution: Omit<PaperResolution, 'item'>
  /** The words of a damaged numbering. */
  damaged?: string
  /** The first paragraph after the decision. */
  next: number
}

/**
 * The decision whose words begin with `rest` and go on in the paragraphs from `next`: to the end of its
 * clauses where it has clauses, else to the end of its paragraph.
 */
export function decisionBlock(
  paragraphs: readonly Paragraph[],
  rest: string,
  next: number,
): Block | undefined {
  const list = new ClauseList()
  let at = next
  let begun = ''
  const add = (text: string): void => {
    list.add(text, paragraphs[begun === '' && rest !== '' ? at : at + 1]?.text)
    begun = text
  }
  if (rest !== '') add(ownWords(rest))
  const cut = rest !== '' && begun.length < rest.length
  while (!cut && at < paragraphs.length && at < next + LONGEST_DECISION) {
    const paragraph = paragraphs[at]
    if (!paragraph || endsDecision(paragraph.text)) break
    if (begun === '') add(ownWords(paragraph.text))
    else if (list.expects(paragraph.text) && (list.numbered || mayTakeClauses(begun, paragraph.text)))
      add(paragraph.text)
    else if (
      list.numbered
        ? paragraph.bullet || goesOn(paragraphs, at, list)
        : LEADS_ON.test(begun) || isAnother(begun, paragraph)
    )
      add(paragraph.text)
    else break
    at += 1
  }
  const { text, cut: truncated } = withoutCut(tidy(list.text))
  if (!/\p{L}{3}/u.test(text)) return undefined
  const clauses = list.list()
  return {
    resolution: {
      text,
      ...(clauses.length > 0 && { clauses: truncated ? withoutLastCut(clauses) : clauses }),
      ...(truncated && { textTruncated: true }),
    },
    ...(list.damaged !== undefined && { damaged: list.damaged }),
    next: at,
  }
}

/** Numbered paragraphs after a finished sentence are more likely the next matter. */
function mayTakeClauses(begun: string, text: string): boolean {
  return !/[.!?]['’”"]?$/.test(begun) && labelAt(text) !== undefined
}

/** Whether the numbering goes on below an unnumbered paragraph, before anything that ends the decision. */
function goesOn(paragraphs: readonly Paragraph[], from: number, list: ClauseList): boolean {
  for (const paragraph of paragraphs.slice(from + 1, from + 1 + FARTHEST_CLAUSE)) {
    if (endsDecision(paragraph.text)) return false
    if (list.expects(paragraph.text)) return true
  }
  return false
}

function isAnother(begun: string, paragraph: Paragraph): boolean {
  if (paragraph.bullet && /[:–-]$/.test(begun)) return true
  return ANOTHER.test(begun) && ANOTHER.test(paragraph.text)
}

/** Of a paragraph that runs on, the sentences of the decision. */
function ownWords(text: string): string {
  const sentences = sentencesOf(text)
  const own = ownSentences(sentences)
  return own.length === sentences.length ? text : own.join(' ')
}

/** A page of a meeting shows only so much: "... view the full decision text for item 9." */
const CUT =
  /(?:\s\d{1,2}[.)])?\s?(?:\.{3}|…)(?:\s?view the full (?:minutes|decision) text\b.{0,40})?$|\s?view the full (?:minutes|decision) text\b.{0,40}$/i

function withoutCut(text: string): { text: string; cut: boolean } {
  const whole = text.replace(CUT, '')
  return { text: whole, cut: whole.length < text.length }
}

function withoutLastCut(clauses: readonly Clause[]): Clause[] {
  return clauses
    .map((clause) => ({ ...clause, text: clause.text.replace(CUT, '') }))
    .filter((clause) => clause.text !== '')
}

/** Without quotation marks around the whole, and without how the vote went at its end. */
function tidy(text: string): string {
  return text
    .replace(
      /\s*[([](?:voting|vote|for|\d{1,3}\s(?:votes?\s)?(?:for|in favour)|unanimous|all in favour|carried|agreed)[^()[\]]{0,120}[)\]]\.?$/i,
      '',
    )
    .replace(/^[“‘'"]([^“”"]*)[”’'"]$/, '$1')
    .replace(/^T ?H ?A ?T\b/, 'That')
    .trim()
}
