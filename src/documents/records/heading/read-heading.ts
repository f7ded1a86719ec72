import type { Line } from '../../lines/line.ts'
import type { DocumentKind } from '../../record.ts'
import type { Business } from '../business.ts'
import type { Found, FoundFields } from '../found.ts'
import { opensAttendance } from '../phrases/attendance-words.ts'
import { committeeIn, GENERIC } from './committee.ts'
import { councilIn } from './council.ts'
import { decisionPage } from './decision-page.ts'
import { clerkIn, dateOfLetter, dateSignedBy, publishedIn, supplementNumber } from './issue.ts'
import { namedMeeting } from './meeting-line.ts'
import { endedIn, plannedEndIn, startedIn } from './session.ts'
import { signOff } from './sign-off.ts'
import { cancelledIn, draftIn } from './status.ts'
import { venueIn, venueTold } from './venue.ts'
import { timeHeld, whenIn } from './when.ts'

/** The longest heading of minutes, in lines. */
const HEADING = 30
/** Below the last item stand the close, the signature and the day of issue. */
const FOOT = 30

/** Which meeting it is, when and where, and the paper's own date of issue. */
export function readHeading(business: Business): FoundFields {
  const { kind, front, sections, whole } = business
  const ofMinutes = kind === 'minutes'
  const heading = ofMinutes ? aboveAttendance(front) : front
  const meeting = meetingIn(heading, ofMinutes, whole)
  const saysWhatHappened = kind !== 'agenda' && kind !== 'supplement'
  const foot = sections.at(-1)?.body.slice(-FOOT) ?? []
  const time = meeting.time ?? (saysWhatHappened ? (startedIn(front) ?? startedIn(foot)) : undefined)
  return {
    ...meeting,
    time,
    venue: meeting.venue ?? (saysWhatHappened ? venueTold(front) : undefined),
    ended: saysWhatHappened ? endedIn(front, sections, time) : undefined,
    plannedEnd: saysWhatHappened ? undefined : plannedEndIn(front, time),
    cancelled: cancelledIn(heading),
    ...(saysWhatHappened && { draft: draftIn(front) }),
    ...(kind === 'supplement' && { supplementNo: supplementNumber(front) }),
    ...(!ofMinutes && issueOf(kind, front, foot, meeting.date)),
    ...(kind === 'decisions' && decisionPage(business.lines)),
  }
}

/** When and by whom the paper was sent out: said in its front sheet, or at its foot. */
function issueOf(
  kind: DocumentKind,
  front: readonly Line[],
  foot: readonly Line[],
  meeting: Found<string> | undefined,
): FoundFields {
  const isNotice = kind === 'agenda' || kind === 'supplement'
  const signed = isNotice ? (signOff(foot) ?? signOff(front)) : undefined
  const clerk = clerkIn(front) ?? signed?.clerk ?? clerkIn(foot)
  // Near the name of whom to ask may stand the day of the meeting.
  const signedOn = signed?.signed?.value === meeting?.value ? undefined : signed?.signed
  return {
    published:
      publishedIn(front) ??
      (isNotice ? dateOfLetter(front, meeting) : undefined) ??
      publishedIn(foot) ??
      signedOn ??
      (isNotice ? dateSignedBy(clerk, foot) : undefined),
    clerk,
  }
}

function meetingIn(heading: readonly Line[], ofMinutes: boolean, whole: readonly Line[]): FoundFields {
  const named = namedMeeting(heading)
  const when = named ? undefined : whenIn(heading, ofMinutes)
  const committee = named?.committee ?? committeeIn(heading, when?.index, whole)
  const council = councilIn(heading, committee, whole)
  return {
    council,
    committee: ofSmallCouncil(committee, council) ?? committee,
    date: named?.date ?? when?.date,
    time: named?.time ?? when?.time ?? timeHeld(heading),
    venue: named?.venue ?? venueIn(heading, when?.index, ofMinutes),
  }
}

/** A parish or town council needs no committee to be named; "Parish Council" is then only the kind of its own name. */
function ofSmallCouncil(
  committee: Found<string> | undefined,
  council: Found<string> | undefined,
): Found<string> | undefined {
  if (!council || (committee && !GENERIC.test(committee.value))) return undefined
  const own = committee ? /\bcouncil$/i : /\b(?:parish|town|community) council$/i
  return own.test(council.value) ? council : undefined
}

/** Minutes open with their heading; who came stands below it, and other days with it. */
function aboveAttendance(front: readonly Line[]): readonly Line[] {
  const present = front.findIndex((line) => opensAttendance(line.text))
  return front.slice(0, Math.min(present < 0 ? front.length : present, HEADING))
}
