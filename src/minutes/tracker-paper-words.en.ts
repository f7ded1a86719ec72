import { longDate } from '../calendar/words.en.ts'
import type { ResponseState } from '../tracker/response-rules.ts'
import type { Rag, TrackedKind } from '../tracker/types.ts'
import type { PrintedResponse } from './tracker-model.ts'
import type { TrackerColumn } from './tracker-profiles.ts'

/** Where the paper puts rows that stand alike. */
export const TRACKER_SECTIONS = ['proposed', 'open', 'event', 'standing', 'paused', 'over'] as const
export type TrackerSection = (typeof TRACKER_SECTIONS)[number]

/** What is printed in a committee's tracker. */
export const trackerPaperWords = {
  title: (committee: string) => `Tracking resolutions: ${committee}`,
  closedTitle: (committee: string) => `Not for publication: tracking resolutions, ${committee}`,
  asOf: (on: string, meetingOn: string | undefined) =>
    meetingOn === undefined ? `As at ${day(on)}` : `As at ${day(on)}, for the meeting of ${day(meetingOn)}`,
  none: 'Nothing is being tracked.',
  apart: (count: number) =>
    count === 1
      ? '1 further row is from business that was closed to the public. It is printed apart.'
      : `${count} further rows are from business that was closed to the public. They are printed apart.`,

  sections: (since: string | undefined): Readonly<Record<TrackerSection, string>> => ({
    proposed: 'Proposed as complete: for the committee to close',
    open: 'Open',
    event: 'Waiting for something else to happen first',
    standing: 'Standing conditions on later reports',
    paused: 'Paused',
    over: since === undefined ? 'Complete' : `Complete since the meeting of ${day(since)}`,
  }),
  overIntro: 'Printed here for the last time.',
  eventIntro: 'No day is set: these are looked at in every meeting and are not overdue.',

  columns: {
    reference: 'Reference',
    meetingAndMinute: 'Meeting and minute',
    asked: 'What was asked',
    who: 'Who',
    byWhen: 'By when',
    response: 'Response',
    progress: 'Progress',
    status: 'Status',
    resolution: 'Date, minute and resolution',
    officerAndResponse: 'Officer and response',
    progressAndStatus: 'Progress',
    recommendation: 'Recommendation',
    rag: 'RAG rating',
    comments: 'Comments',
  } satisfies Record<TrackerColumn, string>,

  kinds: {
    recommendation: 'Recommendation',
    information: 'Information',
    action: 'Action',
  } satisfies Record<TrackedKind, string>,

  minute: (minute: string, path: string) =>
    minute === '' ? '' : `minute ${minute}${path === '' ? '' : ` (${path})`}`,
  part: (path: string) => `part ${path}`,
  earlier: (reference: string) => `Earlier: ${reference}`,
  askedBy: (name: string) => `Asked by ${name}`,
  to: (addressee: string) => `To ${addressee}`,
  executive: (member: string) => `Executive: ${member}`,
  head: (name: string) => `${name} (head of service)`,
  nobody: 'Nobody is named yet',
  noTime: 'No time was set',
  by: (on: string) => `By ${day(on)}`,
  between: (from: string, on: string) => `${day(from)} to ${day(on)}`,
  andOn: 'and on from then',
  clock: (on: string) => `Response due by ${day(on)}`,
  again: 'Again and again',
  moved: (times: number) => (times === 1 ? 'Moved once' : `Moved ${times} times`),
  how: (how: string) => `How: ${how}`,
  success: (measure: string) => `Success: ${measure}`,

  responses: {
    accepted: 'Accepted',
    inPart: 'Accepted in part',
    rejected: 'Rejected',
    notedOnly: 'Noted only, which is no acceptance',
    unfeasible: 'Not feasible',
  } satisfies Record<ResponseState, string>,
  responded: ({ body, consideredOn, minute }: PrintedResponse, state: string) =>
    `${state}: ${body}, ${day(consideredOn)}${minute === '' ? '' : `, minute ${minute}`}`,
  reasons: (reasons: string) => `Reasons: ${reasons}`,
  proposes: (proposed: string) => `Proposes: ${proposed}`,
  published: (on: string) => `Published ${day(on)}`,
  answered: (on: string, text: string) => `${day(on)}: ${text}`,
  answeredApart: (on: string) => `${day(on)}: answered; the answer is not for the public`,
  noResponse: 'No response yet',

  update: (on: string, text: string, by: string) => `${day(on)}${by === '' ? '' : ` (${by})`}: ${text}`,
  outcome: (quarter: string, text: string) => `${quarter === '' ? 'Outcome' : `Outcome ${quarter}`}: ${text}`,
  noProgress: 'Nothing reported',

  rags: { red: 'Red', amber: 'Amber', green: 'Green' } satisfies Record<Rag, string>,
  notRated: 'Not rated',
  ragBefore: (rag: string, until: string) => `${rag} until ${day(until)}`,
  ragKey: 'What the colours mean',
  /** Torbay's own, of March 2017, as most councils mean them. */
  ragMeans: {
    red: 'Red: there is no evidence of improvement.',
    amber: 'Amber: things have improved but not yet everywhere, or it is not yet shown what came of it.',
    green: 'Green: the improvement lasts, and it is shown what came of it.',
  } satisfies Record<Rag, string>,

  standing: {
    overdue: (since: string) => `Overdue since ${day(since)}`,
    headHeard: 'head of service told',
    headInvited: 'head of service invited',
    finalNotice: 'final notice given',
    letter: 'the Chair’s letter to the Chief Executive drafted',
    dueToday: 'Due today',
    inTime: (on: string) => `Within its time, which ends on ${day(on)}`,
    noDay: 'Open; no day is set',
    answered: 'Answered: for the committee to consider',
    proposed: (on: string | undefined) =>
      on === undefined
        ? 'Proposed as complete'
        : `Done on ${day(on)} by its owner’s word; proposed as complete`,
    waiting: (text: string) => (text === '' ? 'Waiting for something else' : `Waiting: ${text}`),
    condition: 'Stands for every later report on this',
    paused: (on: string | undefined, why: string) =>
      [on === undefined ? 'Paused' : `Paused since ${day(on)}`, ...(why === '' ? [] : [why])].join(': '),
    closed: (at: { readonly metOn: string; readonly minute: string } | undefined) =>
      at === undefined
        ? 'Complete'
        : `Complete: closed by the committee on ${day(at.metOn)}${at.minute === '' ? '' : `, minute ${at.minute}`}`,
    superseded: (reference: string | undefined) =>
      reference === undefined ? 'Another took its place' : `${reference} took its place`,
    transferred: (reference: string | undefined) =>
      reference === undefined ? 'Handed to another committee' : `Handed to another committee as ${reference}`,
    withdrawn: 'Withdrawn',
  },

  csv: {
    columns: [
      'Reference',
      'Earlier reference',
      'Kind',
      'Meeting',
      'Minute',
      'Part',
      'Topic',
      'Resolution or request',
      'Asked by',
      'Addressed to',
      'Executive member',
      'Lead officer',
      'Head of service',
      'By when',
      'First day',
      'Last day',
      'Response',
      'Reasons for the response',
      'How',
      'Success measures',
      'Progress',
      'Outcomes',
      'RAG',
      'RAG before',
      'Status',
      'Standing',
      'Closed at the meeting of',
      'Closed by minute',
      'Goes on as',
    ] as const,
  },

  file: (committee: string, on: string, ending: string) => `${slug(committee)}-tracker-${on}.${ending}`,
  closedFile: (committee: string, on: string) => `${slug(committee)}-tracker-${on}-not-for-publication.docx`,

  handOver: {
    title: (from: string, to: string) => `Handed over from ${from} to ${to}`,
    closedTitle: (from: string, to: string) => `Not for publication: handed over from ${from} to ${to}`,
    intro: (count: number) =>
      count === 1 ? '1 row goes on in another committee.' : `${count} rows go on in another committee.`,
    columns: ['Before', 'Now', 'Meeting and minute', 'What was asked', 'Who', 'By when', 'Status'] as const,
    file: (from: string, to: string, on: string) => `${slug(from)}-handed-over-to-${slug(to)}-${on}.docx`,
    closedFile: (from: string, to: string, on: string) =>
      `${slug(from)}-handed-over-to-${slug(to)}-${on}-not-for-publication.docx`,
  },
}

/** "9 August 2017": papers name no weekday in a table. */
export function day(date: string): string {
  return longDate(date).replace(/^\w+ /, '')
}

/** A name for a file that every system takes. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
