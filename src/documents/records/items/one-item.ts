import type { Line } from '../../lines/line.ts'
import { numberAt } from './item-numbers.ts'
import { tidyTitle } from './item-title.ts'
import { type Sections, sectionsBelow } from './titled-sections.ts'

export const ONE_ITEM = /^(?:agenda item|issue - (?:meetings|decisions)|issue details|decision details)$/i
/** "Meeting: 12/03/2027 - Harbour Board (Item 9)". */
const MEETING =
  /^meeting(?::\s*\d{1,2}\/\d{1,2}\/\d{2,4}\s*[-–]| of\b)\s*.{1,200}?\(item\s+([\w./-]{1,12}?)\.?\)/i
/** "03/02/2027 - Harbour dues": a decision under its issue, with its day. */
const DATED_TITLE = /^\d{1,2}\/\d{1,2}\/\d{4}\s*[-–]\s*(\S.*)$/
const HEAD = 16

/** The page of one item on a council's site: its title, and the meeting and the number where it gives them. */
export function oneItem(lines: readonly Line[]): Sections | undefined {
  const head = lines.slice(0, HEAD)
  const opens = head.findLastIndex((line, index) => ONE_ITEM.test(line.text) && index < HEAD / 2)
  const meeting = head.findIndex((line) => MEETING.test(line.text))
  if (opens < 0 && meeting < 0) return undefined
  const number = MEETING.exec(head[meeting]?.text ?? '')?.[1] ?? ''
  const numbered = head.findIndex(
    (line, index) => index > meeting && number !== '' && numberAt(line.text)?.number.printed === number,
  )
  const dated = head.findIndex((line) => DATED_TITLE.test(line.text))
  const titled = dated >= 0 ? dated : opens < 0 || opens + 1 === meeting ? meeting + 1 : opens + 1
  const index = numbered < 0 ? titled : numbered
  const line = head[titled]?.text ?? ''
  const text =
    numbered < 0 ? (DATED_TITLE.exec(line)?.[1] ?? line) : numberAt(head[numbered]?.text ?? '')?.rest
  const title = tidyTitle(text ?? '')
  if (title === '') return undefined
  const last = Math.max(index, meeting)
  const { sections } = sectionsBelow(lines, [{ index, number, title }])
  const [section] = sections
  if (!section) return undefined
  return {
    front: lines.slice(0, last + (numbered < 0 ? 1 : 0)),
    sections: [{ ...section, body: lines.slice(last + 1) }],
  }
}
