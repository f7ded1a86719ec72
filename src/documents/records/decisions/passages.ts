import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'
import type { DocumentKind } from '../../record.ts'
import { type Business, itemReference, type Section } from '../business.ts'
import { tellsMovement } from './endings.ts'

/** A stretch of a paper that tells what a meeting did about one item. */
export interface Passage {
  item?: string
  /** Which of the sections of business it belongs to. */
  section: number
  /** A box headed "Decision": all that stands in it is the decision. */
  decision: boolean
  paragraphs: readonly Paragraph[]
}

/** "Minutes:", "Decision:", "(d) Decision taken": where an item's agenda ends and what the meeting did begins. */
const MINUTES =
  /^(?:(?:additional documents|dogfennau ychwanegol)\s?:\s)?(?:(?:draft\s)?minutes|cofnodion)\s?:\s*/i
/** The same in the middle of a line, where a page's table has run together what stood on lines of its own. */
const MINUTES_IN_LINE = /^.{1,4000}?[.)\]|]\s(?:Additional documents:\s)?Minutes:\s*/
const DECISION =
  /^(?:\([a-z]\)\s|\d{1,2}[.)]\s)?(?:(?:record of (?:the )?)?decisions?(?:\s(?:taken|made|details?|of the (?:committee|panel|board|cabinet|meeting)))?|resolutions?(?:\s(?:taken|made|passed))?|penderfyniad(?:au)?)\s?(?::-?\s*|(?<!s)$)|^(?:outcome|conclusion)\s?:\s*/i
const LETTERED = /^\(([a-z])\)\s/
/** What stands on a decision's form or page below the decision. */
const AFTER_DECISION =
  /^(?:\([a-z]\)\s|\d{1,2}[.)]\s)?(?:reasons?\b|alternative|other options|options considered|any (?:alternative|conflict)|exempt\b|additional (?:documents|information)|supporting documents|declarations?\b|conflicts? of|background papers|consultation|ward|date\b|call-?in|implementation|publication|signed|contact|this decision|wards? affected)|^[([]?references?\s?:/i

/** What the paper says that the meeting did, item by item. An item's agenda text is left out where the paper marks it off. */
export function passagesOf(business: Business): Passage[] {
  const stretches =
    business.sections.length > 0
      ? business.sections.map((section) => ({ item: itemReference(section), lines: ownLines(section) }))
      : [{ item: undefined, lines: business.lines }]
  const marked =
    business.kind === 'agenda+minutes' ||
    stretches.some(({ lines }) => lines.some((line) => markIn(line, business.kind) !== undefined))
  return stretches.flatMap(({ item, lines }, section) => {
    const boxes = marked ? boxesOf(lines, business.kind) : undefined
    if (!boxes && business.kind === 'agenda+minutes' && marked && business.sections.length > 0) return []
    return (boxes ?? [{ decision: false, lines }]).map((box) => ({
      ...(item !== undefined && { item }),
      section,
      decision: box.decision,
      paragraphs: paragraphsOf(box.lines, business.vocabulary),
    }))
  })
}

const EARLIER =
  /\b(?:tracking|tracker|matters arising|action (?:log|list|sheet|points)|outstanding (?:actions|resolutions|business)|actions? from (?:the )?(?:last|previous)|progress on (?:actions|resolutions))\b/i

/** What stands under an item; the table of a tracker quotes what earlier meetings resolved. */
function ownLines({ item, body }: Section): readonly Line[] {
  return EARLIER.test(item.title) ? body.filter((line) => !line.row) : body
}

interface Mark {
  decision: boolean
  length: number
}

function markIn({ text }: Line, kind: DocumentKind): Mark | undefined {
  const minutes = MINUTES.exec(text) ?? (kind === 'agenda+minutes' ? MINUTES_IN_LINE.exec(text) : null)
  if (minutes) return { decision: false, length: minutes[0].length }
  const decision = DECISION.exec(text)
  return decision ? { decision: true, length: decision[0].length } : undefined
}

/** What stands under each mark; nothing where there is no mark. */
function boxesOf(lines: readonly Line[], kind: DocumentKind): Box[] | undefined {
  const marks = lines.map((line) => markIn(line, kind))
  if (marks.every((mark) => mark === undefined)) return undefined
  // Minutes that mark only the decision tell the vote above it, and go on below it.
  const flowing = kind === 'minutes' && !marks.some((mark) => mark?.decision === false)
  const flow = (): Box | undefined => (flowing ? { decision: false, lines: [] } : undefined)
  let open = flow()
  const boxes: Box[] = open ? [open] : []
  const begin = (box: Box | undefined): void => {
    open = box
    if (box) boxes.push(box)
  }
  for (const [index, line] of lines.entries()) {
    const mark = marks[index]
    if (mark) {
      const letter = LETTERED.exec(line.text)?.[1]
      const rest = mark.length < line.text.length ? [without(line, mark.length)] : []
      begin({ decision: mark.decision, ...(letter && { letter }), lines: rest })
    } else {
      if (open?.decision && endsBox(line, open.letter)) begin(flow())
      open?.lines.push(line)
    }
  }
  return boxes
}

interface Box {
  decision: boolean
  /** Of "(d) Decision taken". */
  letter?: string
  lines: Line[]
}

function endsBox(line: Line, letter: string | undefined): boolean {
  // In the middle of a sentence "consultation with the Chair" may begin a line.
  if ((AFTER_DECISION.test(line.text) && !/^\p{Ll}/u.test(line.text)) || tellsMovement(line.text)) return true
  const own = LETTERED.exec(line.text)?.[1]
  return letter !== undefined && own !== undefined && own.charCodeAt(0) === letter.charCodeAt(0) + 1
}

/** A line without the mark before it: "Minutes: Approved." */
function without(line: Line, length: number): Line {
  const text = line.text.slice(length).trim()
  return { ...line, text, cells: [{ ...(line.cells[0] ?? { indent: 0 }), text }] }
}
