import type { Line } from '../../lines/line.ts'
import type { Business } from '../business.ts'
import type { Found, FoundFields } from '../found.ts'
import { placeOf } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'
import { councilIn } from './council.ts'
import { cancelledIn, clerkIn, committeeIn, publishedIn } from './front-sheet.ts'
import { venueIn } from './venue.ts'
import { whenIn } from './when.ts'

/** Which meeting it is, when and where, and the paper's own date of issue. */
export function readHeading({ kind, front, lines, whole }: Business): FoundFields {
  if (kind === 'minutes') {
    const { venue: _, ...heading } = meetingIn(attendanceHeading(lines), lines)
    return heading
  }
  return {
    ...meetingIn(front, whole),
    published: publishedIn(front) ?? (kind === 'supplement' ? dateOfLetter(front) : undefined),
    clerk: clerkIn(front),
    cancelled: cancelledIn(front),
  }
}

function meetingIn(front: readonly Line[], whole: readonly Line[]): FoundFields {
  const when = whenIn(front)
  const committee = committeeIn(front, when?.index, whole)
  return {
    council: councilIn(front, committee, whole),
    committee,
    date: when?.date,
    time: when?.time,
    venue: venueIn(front, when?.index),
  }
}

/** A supplement is sent with a letter; the letter's date is its date of issue. */
function dateOfLetter(front: readonly Line[]): Found<string> | undefined {
  const salutation = front.findIndex((line) => /^dear\b/i.test(line.text))
  const label = salutation < 0 ? undefined : labelled(front.slice(0, salutation), /date/)
  const date = label && dateIn(label.value)
  return label && date ? { value: date.date, at: placeOf(label.line) } : undefined
}

/** The lines above the attendance list. */
function attendanceHeading(lines: readonly Line[]): readonly Line[] {
  const present = lines.findIndex((line) => /^(?:\w+ ){0,2}(?:present|attendance)\b/i.test(line.text))
  return lines.slice(0, present < 0 ? 0 : Math.min(present, 20))
}
