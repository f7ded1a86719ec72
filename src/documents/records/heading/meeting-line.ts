import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'

/** The meeting as a council's site names it on the page of one item. */
export interface NamedMeeting {
  committee?: Found<string>
  date: Found<string>
  time?: Found<string>
  venue?: Found<string>
}

/** "Meeting: 12/03/2027 - Harbour Board (Item 9)". */
const DATE_FIRST = /^meeting:\s*(\d{1,2}\/\d{1,2}\/\d{2,4})\s*[-–]\s*(.{2,160}?)\s*\(item\b[^()]{0,20}\)/i
/** "Meeting: Harbour Board (Shire Hall, Ayebridge - Room 2 - 13/10/2027 10:00:00 AM)", as older systems print it. */
const DATE_LAST =
  /^meeting:\s*(.{2,160}?)\s*\((?:(.{2,160}?)\s*[-–]\s*)?(\d{1,2}\/\d{1,2}\/\d{4})(?:\s+([\d:]{4,8}\s*[AP]M|[\d:]{4,8}))?\)/i

/** "Meeting of Harbour Board, Thursday, 4th March, 2027 10.00 am (Item 7.)", on the page of an item. */
const IN_FULL =
  /^meeting of (.{2,160}?),\s*(\p{L}{3,9}day,?\s.{8,30}?\d{4})\s*([\d.:]{1,5}\s*[ap]\.?m\.?|[\d.:]{4,5})?\s*\(item\b[^()]{0,20}\)/iu

/** The meeting that such a line names. */
export function namedMeeting(lines: readonly Line[]): NamedMeeting | undefined {
  for (const line of lines) {
    const first = DATE_FIRST.exec(line.text)
    const last = first ? null : DATE_LAST.exec(line.text)
    const full = IN_FULL.exec(line.text)
    const date = dateIn(first?.[1] ?? last?.[3] ?? full?.[2] ?? '')
    if (!date) continue
    const committee = first?.[2] ?? last?.[1] ?? full?.[1]
    const venue = last?.[2]
    const time = timeIn(last?.[4] ?? full?.[3] ?? '')
    return {
      date: found(date.date, line),
      ...(committee && { committee: found(committee, line) }),
      ...(time && { time: found(time.time, line) }),
      ...(venue && { venue: found(venue, line) }),
    }
  }
  return undefined
}
