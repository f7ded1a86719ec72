// RFC 5545 (iCalendar): meetings as files that calendars take in, or subscribe to, and keep true.
import type { Temporal } from 'temporal-polyfill'

export interface CalendarMeeting {
  readonly id: string
  readonly committeeName: string
  /** ISO civil date and local time in the zone. */
  readonly date: string
  readonly startTime: string
  readonly timeZone: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly venue: string
  /** Postponed, it has no day: calendars take it out as if it were cancelled, until it has one. */
  readonly state: 'scheduled' | 'cancelled' | 'postponed'
  /** Counts up with every change, so that a calendar knows the newer of two files. */
  readonly version: number
  readonly changedAt: Temporal.Instant
  /** Where the public reads the papers; empty while they are not online. */
  readonly address: string
}

/** One meeting, as `text/calendar`. */
export function calendarFile(meeting: CalendarMeeting): string {
  return calendarOf([meeting], [])
}

/** All meetings of a committee, for calendars that subscribe: they look again every few hours. */
export function calendarFeed(name: string, meetings: readonly CalendarMeeting[]): string {
  return calendarOf(meetings, [
    `NAME:${text(name)}`,
    // What Apple's and Microsoft's calendars call it.
    `X-WR-CALNAME:${text(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
  ])
}

function calendarOf(meetings: readonly CalendarMeeting[], about: readonly string[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Scrutineer//Meetings of scrutiny committees//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...about,
    ...(meetings.some(({ timeZone }) => timeZone === LONDON) ? LONDON_RULES : []),
    ...meetings.flatMap(event),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('\r\n')
    .concat('\r\n')
}

/** Its UID stays for ever; SEQUENCE counts its changes up. */
function event(meeting: CalendarMeeting): string[] {
  const stampUtc = utc(meeting.changedAt)
  return [
    'BEGIN:VEVENT',
    `UID:${meeting.id}@scrutineer`,
    `DTSTAMP:${stampUtc}`,
    `LAST-MODIFIED:${stampUtc}`,
    `SEQUENCE:${Math.max(0, meeting.version - 1)}`,
    `STATUS:${meeting.state === 'scheduled' ? 'CONFIRMED' : 'CANCELLED'}`,
    ...times(meeting),
    `SUMMARY:${text(titleOf(meeting))}`,
    ...(meeting.venue === '' ? [] : [`LOCATION:${text(meeting.venue)}`]),
    ...(meeting.address === '' ? [] : [`URL:${meeting.address.replaceAll(/[\r\n]/g, '')}`]),
    'END:VEVENT',
  ]
}

function titleOf({ committeeName, state }: CalendarMeeting): string {
  const said = { scheduled: '', cancelled: 'Cancelled: ', postponed: 'Postponed: ' }[state]
  return `${said}${committeeName}`
}

const LONDON = 'Europe/London'

/** UK clock changes since 1996: the last Sundays of March and October, at 1 am Greenwich Mean Time. */
const LONDON_RULES = [
  'BEGIN:VTIMEZONE',
  `TZID:${LONDON}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** Local time in a zone whose rules the file carries; in any other, the instant, which is never wrong. */
function times({ timeZone, startsAt, endsAt }: CalendarMeeting): string[] {
  if (timeZone !== LONDON) return [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`]
  const local = (at: Temporal.Instant) => compact(at.toZonedDateTimeISO(LONDON).toPlainDateTime())
  return [`DTSTART;TZID=${LONDON}:${local(startsAt)}`, `DTEND;TZID=${LONDON}:${local(endsAt)}`]
}

function utc(at: Temporal.Instant): string {
  return `${compact(at.toZonedDateTimeISO('UTC').toPlainDateTime())}Z`
}

/** "20170920T100000" */
function compact(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** RFC 5545 3.3.11: what a text may not hold as it is. */
function text(value: string): string {
  return value
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

/** RFC 5545 3.1: lines of at most 75 bytes; the next begins with a space. Characters stay whole. */
function folded(line: string): string {
  const lines: string[] = []
  let open = ''
  let bytes = 0
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (bytes + size > LINE_BYTES) {
      lines.push(open)
      open = ' '
      bytes = 1
    }
    open += sign
    bytes += size
  }
  return [...lines, open].join('\r\n')
}

const LINE_BYTES = 75
