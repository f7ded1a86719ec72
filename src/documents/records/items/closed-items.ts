import type { Line } from '../../lines/line.ts'
import type { PaperItem } from '../../record.ts'

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
/** The item by which the public are asked to leave is itself open. */
const EXCLUSION = /\bexclu(?:de|sion|ding)\b.{0,40}\b(?:public|press)\b|\b(?:press|public)\b.{0,30}\bexclu/i
const PARAGRAPH =
  /\b(?:paragraphs?|paras?\.?|categor(?:y|ies))\s*\(?s?\)?\s*(\d{1,2}[A-C]?(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2}[A-C]?)*)/i
/** How far into an item its own statement about being closed stands, in lines and letters. */
const STATEMENT = 8
const LONGEST_STATEMENT = 1500

export type Closure = Pick<PaperItem, 'exempt' | 'part' | 'paragraph'>

/** Follows the items of a paper in their order: its headings and motions close those that come after them. */
export class Closures {
  #closed = false
  /** What the last motion to exclude the public gave as the reason. */
  #paragraph: string | undefined

  /**
   * What an item says about being closed to the public: wholly, in part, and by which paragraph of Schedule 12A.
   * `above` is what stands between it and the item before; `marked` says that its number has a mark.
   */
  next(title: string, above: readonly Line[], body: readonly Line[], marked = false): Closure {
    for (const { text } of above) this.#heading(text)
    this.#motion(textOf(above.slice(-STATEMENT)))
    if (EXCLUSION.test(title)) {
      this.#motion(`${title} ${textOf(body)}`)
      return {}
    }
    const statements = textOf(body.slice(0, STATEMENT)).split(/(?<=[.;])\s/)
    const partly = statements.some((one) => PARTLY.test(one))
    const wholly =
      this.#closed ||
      marked ||
      CLOSED_TITLE.test(title) ||
      statements.some((one) => WHOLLY.test(one) && !PARTLY.test(one))
    if (!wholly && !partly) return {}
    const paragraph =
      paragraphIn(title) ?? paragraphIn(statements.join(' ')) ?? (wholly ? this.#paragraph : undefined)
    return { exempt: true, ...(!wholly && { part: true }), ...(paragraph && { paragraph }) }
  }

  #motion(text: string): void {
    if (EXCLUSION.test(text)) this.#paragraph = paragraphIn(text) ?? this.#paragraph
  }

  #heading(text: string): void {
    if (text.length > 200) return
    if (CLOSED_HEADING.test(text)) this.#closed = !NONE.test(text)
    else if (OPEN_HEADING.test(text)) this.#closed = false
  }
}

function textOf(lines: readonly Line[]): string {
  return lines
    .map((line) => line.text)
    .join(' ')
    .slice(0, LONGEST_STATEMENT)
}

function paragraphIn(text: string): string | undefined {
  return PARAGRAPH.exec(text)?.[1]
}
