import type { Line } from '../../lines/line.ts'
import type { PaperItem } from '../../record.ts'
import { exclusionIn, isExclusion, isReadmission, paragraphIn } from './exclusion.ts'

const PART_TWO = 'part\\s*(?:ii|2|two|b)'
const CLOSED = '(?:exempt|restricted|confidential|private|closed)'
const CLOSED_HEADING = new RegExp(
  `^(?:\\W*(?:agenda\\W+)?(?:${PART_TWO}|section b)\\b.{0,160}|\\W*${CLOSED}(?:\\s*(?:\\/|and|or|&)\\s*${CLOSED})?\\s+(?:items?|business|session|section|part|agenda|matters|reports?|papers?)\\b\\W*(?:[-–(:]\\s?[^?]{0,100})?|\\W*exempt information\\W*(?<!\\?)|(?:items?|business|matters) (?:to be )?(?:considered|discussed|taken|dealt with) in (?:private|closed session)\\W*|.{0,60}\\b(?:press|public) (?:are |is |will be |may be |likely to be )*(?:excluded|not (?:welcome|admitted|present))\\W*|in camera\\W*)$`,
  'i',
)
const OPEN_HEADING =
  /^\W*(?:(?:agenda\W+)?(?:part\s*(?:i|1|one|a)|section a)\b.{0,160}|(?:open|public)\s+(?:items?|business|session|section|part|agenda|matters)\W*)$/i
const NONE =
  /\b(?:nil|none|there (?:are|were) no|no (?:exempt|private|part ii|confidential|closed|restricted))\b/i

const CLOSED_TITLE = new RegExp(
  [
    `^(?:${CLOSED}|${PART_TWO}|not for publication)(?:\\s(?:item|report|business|matter|minutes?|appendix))?\\s*[:–-]`,
    `[([](?:[^()[\\]]{0,30}\\b)?(?:${CLOSED}|not for publication|${PART_TWO}|para(?:graph)?s?\\.? \\d{1,2})\\b[^()[\\]]{0,60}[)\\]]`,
    `\\s[-–]\\s*(?:${CLOSED}|not for publication)(?: (?:item|report))?\\W*$`,
  ].join('|'),
  'i',
)
const ENCLOSURE = '(?:appendix|appendices|annex(?:es)?|enclosures?|schedules?|attachments?)'
const PARTLY = new RegExp(
  `\\bpart of (?:this|the) (?:item|report)\\b|\\b${CLOSED} ${ENCLOSURE}\\b|\\b${ENCLOSURE}\\b.{0,40}\\b(?:${CLOSED}|not for publication)\\b`,
  'i',
)
const WHOLLY = new RegExp(
  [
    '\\bnot (?:for|to be made) (?:publication|public)\\b',
    `\\b(?:this|the) (?:item|report|paper) (?:is|contains?|includes?)\\b.{0,60}\\b${CLOSED}\\b`,
    `\\b(?:item|report)\\b.{0,30}\\bis ${CLOSED}\\b`,
    `\\b(?:considered|receiv(?:ed|e)|introduced|presented|discussed|consider|noted|note) (?:an?|the|this) ${CLOSED} (?:item|report|paper|briefing|presentation)\\b`,
    `^\\W*${CLOSED}(?: (?:item|report|information))?\\W*(?:$|\\b(?:by (?:virtue|reason)|under|pursuant to|in accordance with|[-–(:]|para(?:graph)?s?)\\b)`,
    '\\bexempt (?:by (?:virtue|reason)|under|from publication|pursuant)\\b',
    '^\\W*(?:exempt information\\W+)?(?:under |by virtue of |by reason of )?(?:paragraphs?|category|categories)\\W.{1,60}\\bschedule (?:12a|7a|4)\\b',
    '\\b(?:press|public)\\b.{0,60}\\bexcluded\\b.{0,60}\\b(?:this|the above) item\\b',
    `\\b(?:exempt|confidential)(?: information| session| report)?\\s?[?:]\\s*yes\\b`,
    `^(?:classification|access|status|publicity)\\s*:\\s*(?:${CLOSED}|${PART_TWO})\\b`,
  ].join('|'),
  'i',
)
/** A form's question, above its answer. */
const ASKED = /^(?:\(?[a-z1-9]{1,2}[.)]\s*)?exempt(?: or confidential)?(?: information)?\s?[?:]{1,2}$/i
/** What a meeting ends with concerns nobody's secrets. */
const ALWAYS_OPEN =
  /\bnext meeting\b|^(?:dates?|time)\b.{0,20}\bmeetings?\b|^(?:close|closure|closing|end|conclusion|termination|duration)\b/i
/** How far into an item its own statement about being closed stands, in lines and letters. */
const STATEMENT = 8
const LONGEST_STATEMENT = 1500

export type Closure = Pick<PaperItem, 'exempt' | 'part' | 'paragraph'>

/** Follows the items of a paper in their order: its headings and motions close those that come after them. */
export class Closures {
  /** Below a heading for closed business. */
  #below = false
  /** For how many items more the public are out. */
  #next = 0
  #named = new Set<string>()
  /** What the last motion to exclude the public gave as the reason. */
  #paragraph: string | undefined

  /**
   * What an item says about being closed to the public: wholly, in part, and by which paragraph of Schedule 12A.
   * `above` is what stands between it and the item before; `marked` says that its number has a mark.
   */
  next(
    { number, title }: Pick<PaperItem, 'number' | 'title'>,
    above: readonly Line[],
    body: readonly Line[],
    marked = false,
  ): Closure {
    for (const { text } of above) this.#heading(text)
    this.#motion(textOf(above.slice(-STATEMENT)))
    // The item by which the public are asked to leave is itself open.
    if (isExclusion(title) || isReadmission(title)) {
      this.#motion(`${title} ${textOf(body)}`)
      return {}
    }
    if (ALWAYS_OPEN.test(title)) return {}
    const statements = statementsIn(body)
    const partly = statements.some((one) => PARTLY.test(one))
    const isOut = this.#isOut(number)
    const wholly =
      this.#below ||
      (isOut && !partly) ||
      marked ||
      CLOSED_TITLE.test(title) ||
      statements.some((one) => WHOLLY.test(one) && !PARTLY.test(one))
    if (!wholly && !partly) return {}
    const paragraph =
      paragraphIn(title) ?? paragraphIn(statements.join(' ')) ?? (wholly ? this.#paragraph : undefined)
    return { exempt: true, ...(!wholly && { part: true }), ...(paragraph && { paragraph }) }
  }

  /** Whether the public were asked to leave for the item; each item is asked about once. */
  #isOut(number: string): boolean {
    const isNext = this.#next > 0
    if (isNext) this.#next -= 1
    return isNext || this.#named.has(number)
  }

  #motion(text: string): void {
    if (isReadmission(text)) this.#open()
    else if (isExclusion(text)) {
      const { next, items, paragraph } = exclusionIn(text)
      this.#next = next
      for (const item of items) this.#named.add(item)
      this.#paragraph = paragraph ?? this.#paragraph
    }
  }

  #heading(text: string): void {
    if (text.length > 200) return
    if (CLOSED_HEADING.test(text)) this.#below = !NONE.test(text)
    else if (OPEN_HEADING.test(text)) this.#open()
  }

  #open(): void {
    this.#below = false
    this.#next = 0
  }
}

/** The sentences at the head of an item, and the answer to a form's question further down. */
function statementsIn(body: readonly Line[]): string[] {
  const asked = body.findIndex(({ text }) => ASKED.test(text))
  const answer = asked < 0 ? [] : body.slice(asked + 1, asked + 2)
  return [textOf(body.slice(0, STATEMENT)), textOf(answer)].flatMap((text) => text.split(/(?<=[.;])\s/))
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(' ')
    .slice(0, LONGEST_STATEMENT)
}
