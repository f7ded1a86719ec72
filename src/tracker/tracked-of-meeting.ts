import { type CouncilRows, displayName } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { businessOf } from '../sitting/at-hand.ts'
import { type QuestionOfMeeting, questionsOfMeeting } from '../sitting/questions.ts'
import { resolutionsOfMeeting } from '../votes/resolutions-of-meeting.ts'
import { leavesOf } from '../votes/split-resolution.ts'
import type { ResolutionOfMinutes, ResolutionPart } from '../votes/types.ts'
import { dueInWords, trackedKindOf } from './rules.ts'
import type { Due, TrackedKind, TrackedSource } from './types.ts'

/** What a meeting asks of somebody, as its record says now. */
export interface Asked {
  readonly sourceKey: string
  readonly source: TrackedSource
  readonly groupKey: string
  readonly kind: TrackedKind
  readonly recordId: string
  readonly minute: string
  readonly path: string
  readonly leadIn: string
  readonly text: string
  readonly topic: string
  readonly isClosed: boolean
  readonly askerId: string | undefined
  readonly askerName: string
  readonly addressee: string
  readonly verbClass: string
  readonly due: Due
  readonly dueText: string
  /** Who is to answer, where the record names somebody. */
  readonly ownerId: string | undefined
  readonly ownerName: string
}

/** Every clause and question of a meeting that asks somebody for something, in the order of its business. */
export async function askedAtMeeting(rows: CouncilRows, meetingId: string): Promise<Asked[]> {
  if (!(await meetingAtHand(rows, meetingId))) return []
  const business = await businessOf(rows, meetingId)
  const resolutions = await resolutionsOfMeeting(rows, meetingId)
  const questions = await questionsOfMeeting(rows, meetingId)
  return business.flatMap((item) => {
    const of = {
      recordId: item.recordId,
      minute: item.minuteNumber === undefined ? '' : String(item.minuteNumber),
      topic: item.title,
      isClosed: item.isClosed,
    }
    return [
      ...resolutions
        .filter(({ recordId }) => recordId === item.recordId)
        .flatMap((resolution) => clausesAsking(resolution).map((clause) => ({ ...of, ...clause }))),
      ...questions
        .filter(({ recordId, kind }) => recordId === item.recordId && kind === 'request')
        .map((question) => ({ ...of, ...requestAsked(question) })),
    ]
  })
}

type OfItem = 'recordId' | 'minute' | 'topic' | 'isClosed'

function clausesAsking(resolution: ResolutionOfMinutes): Omit<Asked, OfItem>[] {
  // By place in the item and not by id: a corrected resolution is a new revision of the same clauses.
  const place = `resolution/${resolution.recordId}/${resolution.number}`
  const only = resolution.parts.length === 1
  return leavesOf(resolution.parts).flatMap((part): Omit<Asked, OfItem>[] => {
    const kind = trackedKindOf(part)
    if (kind === undefined) return []
    return [
      {
        sourceKey: `${place}/${part.path}`,
        source: 'resolution',
        groupKey: place,
        kind,
        path: only ? '' : part.path,
        leadIn: leadInFor(resolution, part),
        text: part.text,
        askerId: undefined,
        askerName: '',
        addressee: part.addressee,
        verbClass: part.verbClass,
        ...dueInWords(part.text),
        ownerId: undefined,
        ownerName: '',
      },
    ]
  })
}

/** The words above a part, without which it says nothing: the lead-in and the parts that it is a part of. */
function leadInFor({ leadIn, parts }: ResolutionOfMinutes, { path }: ResolutionPart): string {
  const above = parts.filter((one) => path.startsWith(`${one.path}.`)).map(({ text }) => text)
  return [leadIn, ...above].filter((text) => text !== '').join(' ')
}

function requestAsked(question: QuestionOfMeeting): Omit<Asked, OfItem> {
  return {
    // Not by its place, which moves: one put right after it was read back is another question.
    sourceKey: `question/${question.id}`,
    source: 'question',
    groupKey: `question/${question.id}`,
    kind: 'information',
    path: '',
    leadIn: '',
    text: question.text,
    askerId: question.asker?.id,
    askerName: question.asker ? displayName(question.asker) : question.askerName,
    addressee: question.ownerName,
    verbClass: '',
    due: dueAsked(question),
    dueText: question.dueText,
    ownerId: question.owner?.id,
    ownerName: question.ownerName,
  }
}

function dueAsked({ due, dueOn }: QuestionOfMeeting): Due {
  if (due === 'date' && dueOn !== undefined) return { kind: 'date', on: dueOn, recurs: false }
  if (due === 'recurrence') return { kind: 'recurrence', on: undefined }
  return due === 'event' ? { kind: 'event', happenedOn: undefined } : { kind: 'none' }
}
