import { vocabularyOf } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperDocument, RestrictedMark } from '../../paper.ts'
import type { DocumentKind, PaperItem } from '../../record.ts'
import type { Business, Section } from '../business.ts'
import { readDecisions } from '../decisions/read-decisions.ts'
import { documentOf } from '../document.ts'
import { readFollowUp } from '../follow-up/read-follow-up.ts'
import { type FoundFields, found, listOf, placeOf } from '../found.ts'
import { readInterests } from '../interests/read-interests.ts'
import { readPeople } from '../people/read-people.ts'
import { dateIn } from '../phrases/dates.ts'
import { timeIn } from '../phrases/times.ts'
import type { AnsweredItem, AnsweredMeeting } from './answered-meeting.ts'
import { peopleAnswered } from './attendees.ts'

/** The record of a meeting that Modern.Gov's web service answered with: its fields, and what is read of its texts. */
export function meetingRecord(meeting: AnsweredMeeting): PaperDocument {
  const business = businessAnswered(meeting)
  const people = { ...readPeople(business), ...peopleAnswered(meeting.attendees) }
  return documentOf(
    { kind: business.kind, lines: [meeting.line] },
    {
      ...people,
      ...readInterests(business, people.chair?.value),
      ...readDecisions(business),
      ...readFollowUp(business, people),
      items: listOf(business.sections.map(({ item, at }) => ({ value: item, at }))),
      ...headingAnswered(meeting),
    },
  )
}

/** The words of a meeting, in the order of its page. */
export function linesAnswered(meeting: AnsweredMeeting): Line[] {
  return [
    ...[meeting.committee, meeting.date, meeting.venue].filter((line) => line !== undefined),
    ...meeting.items.flatMap((item) => [item.title, ...item.agenda, ...item.decision, ...item.minutes]),
  ]
}

/** The service marks what is closed without a word that says so in the text. */
export function closedItemsAnswered(meeting: AnsweredMeeting): RestrictedMark[] {
  return meeting.items
    .filter((item) => item.closed || item.closedPapers)
    .map(({ title }) => ({ kind: 'exempt-information', ...placeOf(title), text: title.text, times: 1 }))
}

function businessAnswered(meeting: AnsweredMeeting): Business {
  const whole = linesAnswered(meeting)
  return {
    kind: kindAnswered(meeting),
    lines: whole,
    front: [],
    sections: meeting.items.map(sectionAnswered),
    whole,
    vocabulary: vocabularyOf(whole),
  }
}

function kindAnswered({ minutesPublished, decisionsPublished }: AnsweredMeeting): DocumentKind {
  if (minutesPublished) return 'agenda+minutes'
  return decisionsPublished ? 'decisions' : 'agenda'
}

function sectionAnswered(answered: AnsweredItem): Section {
  const { number, title, closed, closedPapers, paragraph, agenda, decision, minutes } = answered
  const item: PaperItem = {
    number,
    title: title.text,
    ...((closed || closedPapers) && { exempt: true }),
    ...(closedPapers && !closed && { part: true }),
    ...(paragraph !== undefined && { paragraph }),
  }
  const body = [...agenda, ...headed('Decision:', decision), ...headed('Minutes:', minutes)]
  return { item, at: placeOf(title), body }
}

/** Below the line that the page of a meeting has above what was decided and above what the minutes say. */
function headed(text: string, lines: readonly Line[]): Line[] {
  const [first] = lines
  if (!first) return []
  const { page, line, furniture } = first
  return [
    { page, line, text, cells: [{ text, indent: 0 }], gapAbove: true, furniture, heading: true },
    ...lines,
  ]
}

function headingAnswered(meeting: AnsweredMeeting): FoundFields {
  const { committee, date, venue, status } = meeting
  const day = date && dateIn(date.text)
  return {
    ...(committee && { committee: found(committee.text, committee) }),
    ...(date && day && { date: found(day.date, date) }),
    ...timeAnswered('time', meeting.time),
    ...timeAnswered('plannedEnd', meeting.plannedEnd),
    ...timeAnswered('ended', meeting.ended),
    ...(venue && { venue: found(venue.text, venue) }),
    ...(status && /\bcancel/i.test(status.text) && { cancelled: found(true, status) }),
    ...(status && /^confirmed\b(?!.*\bcancel)/i.test(status.text) && { cancelled: found(false, status) }),
  }
}

function timeAnswered(field: 'time' | 'plannedEnd' | 'ended', line: Line | undefined): FoundFields {
  const time = line && timeIn(line.text, true)
  return line && time ? { [field]: found(time.time, line) } : {}
}
