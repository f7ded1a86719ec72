/** The item or the motion by which the public are asked to leave. */
const EXCLUSION = /\bexclu(?:de|sion|ding)\b.{0,40}\b(?:public|press)\b|\b(?:press|public)\b.{0,30}\bexclu/i
const PARAGRAPH =
  /\b(?:paragraphs?|paras?\.?|categor(?:y|ies))\s*\(?s?\)?\s*(\d{1,2}[A-C]?(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)\d{1,2}[A-C]?)*)/i
/** Nobody left, or only "if necessary". */
const NOT_MOVED =
  /\bnot (?:be )?(?:needed|required|necessary|excluded|moved)\b|\bno (?:\w+ ){0,2}(?:items?|business|matters?|information|reports?)\b|\b(?:none|nil|not applicable)\b|\bif (?:necessary|required|needed|appropriate|any)\b|\bshould (?:the|it|members|there|any)\b|\bany (?:items?|business|matters?)\b/i
const NUMBER = '\\d{1,3}[a-z]?'
const NAMED = new RegExp(
  `\\b(?:agenda )?items?(?: nos?\\.?| numbers?)? (${NUMBER}(?:(?:,| and| &| to| ?[-–]) ?${NUMBER}){0,12})\\b`,
  'gi',
)
const COUNTED =
  /\b(?:following|next|last|remaining|final) (two|three|four|five|six|[2-6]) (?:\w+ )?(?:items|matters|reports)\b/i
const NEXT_ONE =
  /\b(?:following|next|last|final) (?:\w+ )?(?:item|matter|report)\b(?!\(s)|\bitem (?:of business )?(?:below|that follows)\b/i
const REST =
  /\b(?:following|remaining|subsequent) (?:\w+ ){0,2}(?:items?\(s\)|items|matters|business|reports)|\b(?:remainder|rest) of the (?:meeting|business|agenda|session)\b|\bitems (?:of business )?(?:below|that follow)\b/i
const READMITTED =
  /\b(?:public|press)\b.{0,60}\bre-?(?:admitted|admission|joined|entered)\b|\bre-?admi(?:t|ssion)\b.{0,30}\b(?:public|press)\b|\bmeeting\b.{0,30}\b(?:re-?opened|reverted|returned|moved back)\b.{0,20}\b(?:public|open)\b/i
const WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 }

/** For which items the public are asked to leave. */
export interface Exclusion {
  /** How many items from here on; none where the text does not say, or says that nobody left. */
  next: number
  /** The items that it names. */
  items: readonly string[]
  /** The paragraph of Schedule 12A that it gives as the reason. */
  paragraph?: string
}

/** Whether a title or a text is about asking the public to leave. */
export function isExclusion(text: string): boolean {
  return EXCLUSION.test(text)
}

/** What the text of such an item or motion says of the items after it. */
export function exclusionIn(text: string): Exclusion {
  const paragraph = paragraphIn(text)
  const reason = paragraph === undefined ? {} : { paragraph }
  if (NOT_MOVED.test(text)) return { next: 0, items: [], ...reason }
  const items = [...text.matchAll(NAMED)].flatMap(([, numbers]) => listed(numbers ?? ''))
  return { next: items.length > 0 ? 0 : reach(text), items, ...reason }
}

function reach(text: string): number {
  const counted = COUNTED.exec(text)?.[1]?.toLowerCase()
  if (counted) return WORDS[counted] ?? Number(counted)
  if (REST.test(text)) return Number.POSITIVE_INFINITY
  return NEXT_ONE.test(text) ? 1 : 0
}

/** "11, 12 and 14", "11 to 13". */
function listed(numbers: string): string[] {
  const [from, to] = (/^(\d+) ?(?:to|-|–) ?(\d+)$/.exec(numbers) ?? []).slice(1).map(Number)
  if (from === undefined || to === undefined) return numbers.match(/\d+[a-z]?/gi) ?? []
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, 20)) }, (_, at) => String(from + at))
}

/** Whether the public came back. */
export function isReadmission(text: string): boolean {
  return READMITTED.test(text)
}

/** The paragraph of Schedule 12A, or the list of them, that a text names. */
export function paragraphIn(text: string): string | undefined {
  return PARAGRAPH.exec(text)?.[1]
}
