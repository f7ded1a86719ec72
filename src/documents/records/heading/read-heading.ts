import type { Line } from '../../lines/line.ts'
import type { Business } from '../business.ts'
import type { Found, FoundFields } from '../found.ts'
import { committeeIn, GENERIC } from './committee.ts'
import { councilIn } from './council.ts'
import { decisionPage } from './decision-page.ts'
import { clerkIn, dateOfLetter, publishedIn, supplementNumber } from './issue.ts'
import { namedMeeting } from './meeting-line.ts'
import { endedIn, plannedEndIn, startedIn } from './session.ts'
import { cancelledIn, draftIn } from './status.ts'
import { venueIn } from './venue.ts'
import { whenIn } from './when.ts'

const ATTENDANCE =
  /^\W{0,3}(?:(?:committee|council|panel|board|members?|councillors|those|also|others?|officers)\s+){0,2}(?:present|in attendance|attendance|attending|attendees)\b/i
/** The longest heading of minutes, in lines. */
const HEADING = 30

/** Which meeting it is, when and where, and the paper's own date of issue. */
export function readHeading(business: Business): FoundFields {
  const { kind, front, sections, whole } = business
  const ofMinutes = kind === 'minutes'
  const heading = ofMinutes ? aboveAttendance(front) : front
  const meeting = meetingIn(heading, ofMinutes, whole)
  const saysWhatHappened = kind !== 'agenda' && kind !== 'supplement'
  const time = meeting.time ?? (saysWhatHappened ? startedIn(front) : undefined)
  return {
    ...meeting,
    time,
    ended: saysWhatHappened ? endedIn(front, sections, time) : undefined,
    plannedEnd: saysWhatHappened ? undefined : plannedEndIn(front, time),
    cancelled: cancelledIn(heading),
    ...(saysWhatHappened && { draft: draftIn(front) }),
    ...(kind === 'supplement' && { supplementNo: supplementNumber(front) }),
    ...(!ofMinutes && {
      published: publishedIn(front) ?? (kind === 'supplement' ? dateOfLetter(front) : undefined),
      clerk: clerkIn(front),
    }),
    ...(kind === 'decisions' && decisionPage(business.lines)),
  }
}

function meetingIn(heading: readonly Line[], ofMinutes: boolean, whole: readonly Line[]): FoundFields {
  const named = namedMeeting(heading)
  const when = named ? undefined : whenIn(heading, ofMinutes)
  const committee = named?.committee ?? committeeIn(heading, when?.index, whole)
  const council = councilIn(heading, committee, whole)
  return {
    council,
    committee:
      (committee && GENERIC.test(committee.value) && council) || (committee ?? meetingAsItself(council)),
    date: named?.date ?? when?.date,
    time: named?.time ?? when?.time,
    venue: named?.venue ?? venueIn(heading, when?.index, ofMinutes),
  }
}

/** A parish or town council needs no committee to be named. */
function meetingAsItself(council: Found<string> | undefined): Found<string> | undefined {
  return council && /\b(?:parish|town|community) council$/i.test(council.value) ? council : undefined
}

/** Minutes open with their heading; who came stands below it, and other days with it. */
function aboveAttendance(front: readonly Line[]): readonly Line[] {
  const present = front.findIndex((line) => ATTENDANCE.test(line.text))
  return front.slice(0, Math.min(present < 0 ? front.length : present, HEADING))
}
