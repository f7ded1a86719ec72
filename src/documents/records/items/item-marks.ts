import type { Line } from '../../lines/line.ts'
import type { PaperItem } from '../../record.ts'
import type { Closure } from './closed-items.ts'
import { pagesIn } from './page-ranges.ts'

/** What can be late with an item; of an appendix that follows, the report is there. */
const PAPER =
  '(?:reports?|papers?|cop(?:y|ies)|minutes|presentation|documents?|details|briefing|update|slides|plan|programme|verbal|attached)'
const TO_FOLLOW = new RegExp(
  `(?:^|[-–—(,:;*[]\\s?|\\b${PAPER}(?: (?:is|are|will be))?\\s)(?:to|will) follow(?=\\W{0,3}$|\\s?[)\\].;])`,
  'i',
)
const OF_ENCLOSURE = /\b(?:appendix|appendices|annex(?:es)?|enclosures?)\b/i
/** "Urgent item: the bridge", "The bridge (urgent)". */
const URGENT_TITLE =
  /^(?:urgent|late) (?:item|business|report)\s?[:–-]\s*\S|[([](?:urgent|late)(?: (?:item|business|report))?[)\]]\s*$|\s[-–—]\s?(?:urgent|late)(?: (?:item|business|report))?\s*$/i
/** That somebody ruled so; "items that the Chair decides are urgent" asks for such business, and is none itself. */
const RULED_URGENT =
  /\bof the opinion that\b.{0,120}\burgen(?:t|cy)\b|\b(?:agreed|ruled|accepted|consented|determined)\b.{0,80}\b(?:(?:as|is|was|be) (?:a |an )?(?:matter of urgency|urgent)|urgent (?:item|business))\b/i
/** In letters; what is said of an item being urgent stands near its title. */
const LONGEST = 2000
const ANY = /\b(?:any|such|items|no) (?:other )?(?:items?|business|matters?|which|that)\b/i

/** An item with what `papers`, the lines from its title to where its papers are given, say of them. */
export function markedItem(
  { number, title }: Pick<PaperItem, 'number' | 'title'>,
  papers: readonly Line[],
  pageColumn: boolean,
  closure: Closure,
): PaperItem {
  const pages = pagesIn(papers, pageColumn)
  return {
    number,
    title,
    ...(pages && { pages }),
    ...closure,
    ...(isUrgent(title, papers) && { urgent: true }),
    ...(isToFollow(papers) && { toFollow: true }),
  }
}

function isToFollow(papers: readonly Line[]): boolean {
  return papers.some(
    ({ text, cells }) =>
      !OF_ENCLOSURE.test(text) &&
      [text, ...cells.map((cell) => cell.text)].some((one) => TO_FOLLOW.test(one)),
  )
}

function isUrgent(title: string, papers: readonly Line[]): boolean {
  if (URGENT_TITLE.test(title)) return true
  const sentences = papers
    .map(({ text }) => text)
    .join(' ')
    .slice(0, LONGEST)
    .split(/(?<=\.)\s/)
  return sentences.some((sentence) => RULED_URGENT.test(sentence) && !ANY.test(sentence))
}
