import type { Line } from '../../lines/line.ts'
import type { PaperItem } from '../../record.ts'
import type { Closure } from './closed-items.ts'
import { pagesIn } from './page-ranges.ts'
import { isStockTitle } from './stock-titles.ts'

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

/** "that the following item be considered as urgent": said of the one below, unless this one is for such business. */
const OF_THE_NEXT = /\b(?:the )?(?:following|next) (?:items?|reports?|business|matters?)\b/i
/** The heading of such business, below which the sentence is about what it lists. */
const URGENT_BUSINESS = /^\W*(?:\w+\W+)?(?:(?:any|other|late) ){0,2}urgent (?:business|items?|matters?)\b/i
const FOR_SUCH = /\b(?:urgent|urgency|late|other business)\b/i

/**
 * An item with what `papers`, the lines from its title to where its papers are given, say of them, and the paragraph
 * right `above` its title.
 */
export function markedItem(
  { number, title }: Pick<PaperItem, 'number' | 'title'>,
  papers: readonly Line[],
  pageColumn: boolean,
  closure: Closure,
  above: readonly Line[] = [],
): PaperItem {
  const pages = pagesIn(papers, pageColumn)
  return {
    number,
    title,
    ...(pages && { pages }),
    ...closure,
    ...((isUrgent(title, papers) || isAnnounced(title, above)) && { urgent: true }),
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
  return rulingsIn(papers).some((sentence) => FOR_SUCH.test(title) || !OF_THE_NEXT.test(sentence))
}

/** Whether the last paragraph above its title says that it is urgent. */
function isAnnounced(title: string, above: readonly Line[]): boolean {
  const from = above.findLastIndex(({ gapAbove }) => gapAbove)
  if (isStockTitle(title) || above.some(({ text }) => URGENT_BUSINESS.test(text))) return false
  return rulingsIn(above.slice(Math.max(0, from))).some((sentence) => OF_THE_NEXT.test(sentence))
}

/** The sentences that say that somebody ruled something to be urgent. */
function rulingsIn(lines: readonly Line[]): string[] {
  const sentences = lines
    .map(({ text }) => text)
    .join(' ')
    .slice(0, LONGEST)
    .split(/(?<=\.)\s/)
  return sentences.filter((sentence) => RULED_URGENT.test(sentence) && !ANY.test(sentence))
}
