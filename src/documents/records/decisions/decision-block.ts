import { labelApart, type Paragraph } from '../../lines/paragraphs.ts'
import type { Clause, PaperResolution } from '../../record.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { labelAt } from './clause-labels.ts'
import { ClauseList } from './clauses.ts'
import { endsDecision, ownSentences, tellsMovement } from './endings.ts'
import { leadInOf } from './lead-ins.ts'

/** How far an unnumbered paragraph may stand inside numbered clauses. */
const FARTHEST_CLAUSE = 6
/** No decision takes more paragraphs. */
const LONGEST_DECISION = 150

/** A paragraph that its next one completes; "RECOMMEND (to Council)" too. */
const LEADS_ON =
  /(?:[:;–—,-]|\b(?:that|to|and|or|by|following|T H A T)|\brecommend:?\s?\([^()]{1,60}\))['’”"]?$/i
/** The next part of a decision whose parts have no numbers: "That ...", "to note ...", "and that ...". */
const ANOTHER = /^[“‘'"]?(?:and\s)?(?:that|to)\s\p{L}/iu

/** A further part of a decision that began with "That". */
const THAT = /^[“‘'"]?that\s/i

export interface Block {
  resolution: Omit<PaperResolution, 'item'>
  /** The words of a damaged numbering. */
  damaged?: string
  /** The first paragraph after the decision. */
  next: number
}

/**
 * The decision whose words begin with `rest` and go on in the paragraphs from `next`: to the end of its
 * clauses where it has clauses, else to the end of its paragraph. Where `all` that stands there is the
 * decision, it goes on until something ends it.
 */
export function decisionBlock(
  paragraphs: readonly Paragraph[],
  rest: string,
  next: number,
  all = false,
): Block | undefined {
  const below = withMarks(paragraphs.slice(next, next + LONGEST_DECISION + FARTHEST_CLAUSE + 1))
  const list = new ClauseList()
  let last: Pick<Paragraph, 'text' | 'bullet'> | undefined
  let at = 0
  if (rest !== '') {
    last = { text: ownWords(rest), bullet: false }
    list.add(last.text, below[at]?.text)
  }
  const complete = last !== undefined && last.text.length < rest.length
  for (; !complete && at < Math.min(below.length, LONGEST_DECISION); at += 1) {
    const paragraph = below[at]
    if (!paragraph) break
    if (last && isInterruption(below, at, last, list)) continue
    if (endsDecision(paragraph.text) && !isListedDecision(paragraph, last)) break
    const belongs = !last || all || goesOnIn(paragraph, last, list) || isPassedOver(below, at, list)
    if (!belongs) break
    last = { text: last ? paragraph.text : ownWords(paragraph.text), bullet: paragraph.bullet }
    list.add(last.text, below[at + 1]?.text)
  }
  return blockOf(list, next + at)
}

/** "The Committee:" and below it bullets that begin with "AGREED to" and "NOTED the": they are one decision. */
function isListedDecision(
  { text, bullet }: Paragraph,
  last: Pick<Paragraph, 'text' | 'bullet'> | undefined,
): boolean {
  return bullet && last !== undefined && (last.bullet || /:$/.test(last.text)) && leadInOf(text) !== undefined
}

/** The paragraphs with a mark after each label that stands apart, where the first two do. */
function withMarks(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const labels = paragraphs.map(({ first }) => labelApart(first))
  const [one, two] = labels
  if (one === undefined || two === undefined || !FIRST.test(one)) return paragraphs
  return paragraphs.map((paragraph, at) => {
    const label = labels[at]
    if (label === undefined) return paragraph
    return { ...paragraph, text: `${label}) ${paragraph.text.slice(label.length).trim()}` }
  })
}

const FIRST = /^[a1i]$/

/** Whether a paragraph goes on with a decision whose last paragraph so far is `last`. */
function goesOnIn(paragraph: Paragraph, last: Pick<Paragraph, 'text' | 'bullet'>, list: ClauseList): boolean {
  const { text, bullet } = paragraph
  if (list.numbered) return list.expects(text) || bullet || (THAT.test(list.text) && THAT.test(text))
  if (list.expects(text) && mayTakeClauses(last.text, text)) return true
  if (bullet && (last.bullet || /[:–-]$/.test(last.text))) return true
  return LEADS_ON.test(last.text) || (ANOTHER.test(last.text) && ANOTHER.test(text))
}

function blockOf(list: ClauseList, next: number): Block | undefined {
  const { text, cut: truncated } = withoutCut(tidy(list.text))
  if (!/\p{L}{3}/u.test(text) || ONLY_LEADS_IN.test(text)) return undefined
  const clauses = list.list()
  return {
    resolution: {
      text,
      ...(clauses.length > 0 && { clauses: truncated ? withoutLastCut(clauses) : clauses }),
      ...(truncated && { textTruncated: true }),
    },
    ...(list.damaged !== undefined && { damaged: list.damaged }),
    next,
  }
}

/** "The Committee:" with nothing below it. */
const ONLY_LEADS_IN = /^[^.;]{1,60}:$/

/** Numbered paragraphs after a finished sentence are more likely the next matter. */
function mayTakeClauses(begun: string, text: string): boolean {
  return !/[.!?]['’”"]?$/.test(begun) && labelAt(text) !== undefined
}

/**
 * Whether the list goes on right below a paragraph that is no part of it: who came or left between two clauses,
 * or a remark between "; and" and the last bullet.
 */
function isInterruption(
  paragraphs: readonly Paragraph[],
  at: number,
  last: Pick<Paragraph, 'text' | 'bullet'>,
  list: ClauseList,
): boolean {
  const paragraph = paragraphs[at]
  const below = paragraphs[at + 1]
  if (!paragraph || !below || paragraph.bullet) return false
  if (list.numbered) return tellsMovement(paragraph.text) && list.expects(below.text, true)
  return last.bullet && below.bullet && UNFINISHED.test(last.text)
}

const UNFINISHED = /(?:;|[;,]\sand|\sand)$/i

/** Whether the numbering goes on below an unnumbered paragraph, before anything that ends the decision. */
function isPassedOver(paragraphs: readonly Paragraph[], from: number, list: ClauseList): boolean {
  if (!list.numbered) return false
  for (const paragraph of paragraphs.slice(from + 1, from + 1 + FARTHEST_CLAUSE)) {
    if (endsDecision(paragraph.text)) return false
    if (list.expects(paragraph.text)) return true
  }
  return false
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

/** The words of a decision without quotation marks around the whole, and without how the vote went at either end. */
export function tidy(text: string): string {
  return text
    .replace(
      /\s*[([](?:voting|vote|for|\d{1,3}\s(?:votes?\s)?(?:for|in favour)|unanimous|all in favour|carried|agreed|urgent)[^()[\]]{0,120}[)\]]\.?$/i,
      '',
    )
    .replace(/\s[-–—]\s(?:all\s)?(?:agreed|carried|approved)\.?$/i, '')
    .replace(/^[([](?:proposed|moved|unanimous(?:ly)?|nem|all in favour)\b[^()[\]]{0,160}[)\]]\s*/i, '')
    .replace(/^[“‘'"]([^“”"]*)[”’'"]$/, '$1')
    .replace(/^T ?H ?A ?T\b/, 'That')
    .trim()
}
