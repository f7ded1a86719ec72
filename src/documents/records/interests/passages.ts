import type { Line } from '../../lines/line.ts'
import { type Business, itemReference, type Section } from '../business.ts'
import type { Found } from '../found.ts'

/** Lines in which declarations may stand. */
export interface Passage {
  lines: readonly Line[]
  /** Under a heading about interests. */
  underHeading: boolean
  /** The item of business that it belongs to, where it is another one, or the one of a decision's form. */
  item?: string
  /** The heading, where it is an item: "No declarations of interest made" says all by itself. */
  heading?: Found<string>
}

const ABOUT_INTERESTS =
  /\b(?:declar|disclos|regist|notif)\w*\b.{0,60}\binterests?\b|\binterests?\b.{0,20}\b(?:declar|disclos)|\b(?:members|councillors)['’]? (?:\w+ )?interests\b|^(?:any )?(?:pecuniary |personal )?interests?$|^declarations?$|\bconflicts? of interest|\bpecuniary interests?\b|^declarations? (?:by|from|and|of) (?:members|councillors|lobb|the party whip|party whip|whip)|^disclosures?(?: by (?:members|councillors).{0,40})?$|\bbuddiant/i
const NO_INTERESTS =
  /\bexpressions? of interest\b|\bpublic interest\b|\bacceptance of office\b|\bdeclarations? of office\b/i
/** "(c) Declarations of interest:" within a form or unnumbered minutes, ". Declarations of Interest" where a number is lost. */
const LABEL =
  /^(?:[.•*]\s*|\(?[a-z\d]{1,5}[.)]\s*|[A-Z]{0,4}\d[\w./-]{0,14}[:.)]?\s+)?(?:(?:members['’]?|(?:details of )?any)\s)?(?:(?:declarations?|disclosures?|register|notifications?|conflicts?) of (?:\w+[’']?s?,? ){0,4}interests?|(?:conflicts? of )?interests? (?:declared|disclosed|and nature))\b[^:.;]{0,90}?(?::-?|\s[–-]|\.(?=\s|$)|$)\s*/i
const NEXT_LABEL = /^(?:\(?(?:[a-z]|\d{1,3})[.)]\s+)?\p{Lu}[^.:]{2,60}:(?:\s|$)|^\([a-z]\)\s/u
const NEXT_ITEM = /^[A-Z]{0,4}\d[\w./-]{0,14}[:.)]?\s+\p{Lu}/u
/** The agenda's own words, below which the answer stands. */
const STANDING =
  /^(?:to (?:receive|note|record|declare|invite)|(?:members|councillors) (?:are|were|should|must)|any (?:member|councillor))\b/i
/** Corrections to other minutes are told there. */
const ABOUT_OTHER_MINUTES = /\bminutes\b|\bmatters arising\b|\bprevious meeting\b|\bwork programme\b/i
const LONGEST_LABELLED = 14
/** In words. */
const LONGEST_TITLE = 30
/** "DECLARATIONS OF … INTERESTS – There were no declarations of … interests" all on the line of the title. */
const LONGEST_WITH_ANSWER = 70

/** The passages of a document about interests, and those of its other items. */
export function passagesOf({ kind, front, sections }: Business): Passage[] {
  const passages: Passage[] = labelledIn(front)
  for (const section of sections) {
    const { title } = section.item
    const heading = { value: title, at: section.at }
    const body = kind === 'agenda+minutes' ? minuted(section, sections) : section.body
    if (isAboutInterests(title)) passages.push({ lines: body, underHeading: true, heading })
    else if (!ABOUT_OTHER_MINUTES.test(title)) {
      passages.push({ lines: body, underHeading: false, heading, item: itemReference(section) })
      const item = kind === 'decisions' ? { item: itemReference(section) } : {}
      passages.push(...labelledIn(body).map((labelled) => ({ ...labelled, ...item })))
    }
  }
  return passages
}

function isAboutInterests(title: string): boolean {
  const longest = /^(?:to )?(?:\w+ )?(?:declar|disclos)/i.test(title) ? LONGEST_WITH_ANSWER : LONGEST_TITLE
  return ABOUT_INTERESTS.test(title) && !NO_INTERESTS.test(title) && title.split(' ').length < longest
}

const MINUTED = /^(?:minutes|decisions?)\s?:/i

/** On a page with agenda and minutes, what stands under "Minutes:"; what stands above it are the agenda's own words. */
function minuted(section: Section, all: readonly Section[]): readonly Line[] {
  const at = section.body.findIndex((line) => MINUTED.test(line.text))
  if (at >= 0) return section.body.slice(at)
  const marked = all.some(({ body }) => body.some((line) => MINUTED.test(line.text)))
  return marked ? [] : section.body
}

function labelledIn(lines: readonly Line[]): Passage[] {
  const passages: Passage[] = []
  for (const [index, line] of lines.entries()) {
    const label = LABEL.exec(line.text)
    if (!label || line.text.length > 600) continue
    const rest = line.text.slice(label[0].length).trim()
    const beside = rest === '' ? [] : [{ ...line, text: rest, cells: [] }]
    passages.push({ lines: [...beside, ...below(lines, index + 1, rest !== '')], underHeading: true })
  }
  return passages
}

/** The lines below a label until the next one; where it is answered on its own line, only those that go on from it. */
function below(lines: readonly Line[], from: number, answered: boolean): Line[] {
  const taken: Line[] = []
  for (const line of lines.slice(from, from + LONGEST_LABELLED)) {
    if (NEXT_LABEL.test(line.text) || NEXT_ITEM.test(line.text) || line.heading) break
    if (line.gapAbove && (answered || !taken.every(({ text }) => STANDING.test(text)))) break
    taken.push(line)
  }
  return taken
}
