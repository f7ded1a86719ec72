import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'
import { type Business, itemReference } from '../business.ts'

/** A stretch of a paper that tells what a meeting did about one item. */
export interface Passage {
  item?: string
  /** Which of the sections of business it belongs to. */
  section: number
  /** A box headed "Decision": all that stands in it is the decision. */
  decision: boolean
  lines: readonly Line[]
  paragraphs: readonly Paragraph[]
}

/** "Minutes:", "Decision:", "(d) Decision taken": where an item's agenda ends and what the meeting did begins. */
const MINUTES =
  /^(?:(?:additional documents|dogfennau ychwanegol)\s?:\s)?(?:(?:draft\s)?minutes|cofnodion)\s?:\s*/i
const DECISION =
  /^(?:\([a-z]\)\s|\d{1,2}[.)]\s)?(?:(?:record of (?:the )?)?decisions?(?:\s(?:taken|made|details?|of the (?:committee|panel|board|cabinet|meeting)))?|resolutions?(?:\s(?:taken|made|passed))?|penderfyniad(?:au)?)\s?(?::-?\s*|(?<!s)$)/i
const LETTERED = /^\(([a-z])\)\s/
/** What stands on a decision's form or page below the decision. */
const AFTER_DECISION =
  /^(?:\([a-z]\)\s|\d{1,2}[.)]\s)?(?:reasons?\b|alternative|other options|options considered|any (?:alternative|conflict)|exempt\b|additional (?:documents|information)|supporting documents|declarations?\b|conflicts? of|background papers|consultation|ward|date\b|call-?in|implementation|publication|signed|contact|this decision|wards? affected)/i

/** What the paper says that the meeting did, item by item. An item's agenda text is left out where the paper marks it off. */
export function passagesOf(business: Business): Passage[] {
  const stretches =
    business.sections.length > 0
      ? business.sections.map((section) => ({ item: itemReference(section), lines: section.body }))
      : [{ item: undefined, lines: business.lines }]
  const marked = business.kind === 'agenda+minutes' || stretches.some(({ lines }) => lines.some(isMark))
  return stretches.flatMap(({ item, lines }, section) => {
    const boxes = marked && lines.some(isMark) ? boxesOf(lines) : undefined
    if (!boxes && business.kind === 'agenda+minutes' && marked && business.sections.length > 0) return []
    return (boxes ?? [{ decision: false, lines }]).map((box) => ({
      ...(item !== undefined && { item }),
      section,
      ...box,
      paragraphs: paragraphsOf(box.lines, business.vocabulary),
    }))
  })
}

function isMark(line: Line): boolean {
  return MINUTES.test(line.text) || DECISION.test(line.text)
}

function boxesOf(lines: readonly Line[]): { decision: boolean; lines: Line[] }[] {
  const boxes: { decision: boolean; letter?: string | undefined; lines: Line[] }[] = []
  let open: (typeof boxes)[number] | undefined
  for (const line of lines) {
    const mark = MINUTES.exec(line.text) ?? DECISION.exec(line.text)
    if (mark) {
      open = { decision: !MINUTES.test(line.text), letter: LETTERED.exec(line.text)?.[1], lines: [] }
      boxes.push(open)
      if (mark[0].length < line.text.length) open.lines.push(without(line, mark[0].length))
    } else if (open?.decision && endsBox(line, open.letter)) open = undefined
    else open?.lines.push(line)
  }
  return boxes.map(({ decision, lines: inside }) => ({ decision, lines: inside }))
}

function endsBox(line: Line, letter: string | undefined): boolean {
  // In the middle of a sentence "consultation with the Chair" may begin a line.
  if (AFTER_DECISION.test(line.text) && !/^\p{Ll}/u.test(line.text)) return true
  const own = LETTERED.exec(line.text)?.[1]
  return letter !== undefined && own !== undefined && own.charCodeAt(0) === letter.charCodeAt(0) + 1
}

/** A line without the mark before it: "Minutes: Approved." */
function without(line: Line, length: number): Line {
  const text = line.text.slice(length).trim()
  return { ...line, text, cells: [{ ...(line.cells[0] ?? { indent: 0 }), text }] }
}
