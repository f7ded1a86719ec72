import type { VerbClass } from '../votes/types.ts'
import type { Due, TrackedKind, TrackedRow } from './types.ts'

/** What a clause of a resolution becomes in the tracker; nothing where it asks nobody for anything. */
const KIND_OF_CLASS: Readonly<Record<VerbClass, TrackedKind | undefined>> = {
  note: undefined,
  // What the committee decides in its own power is done by its officers: someone adds, appoints, arranges.
  decide: 'action',
  request: 'information',
  recommend: 'recommendation',
  recommendExternal: 'recommendation',
  direct: 'action',
  refer: 'action',
}

/** Resolved and done in the same breath: nobody is left to do anything. */
const DONE_BY_RESOLVING =
  /\b(?:minutes|record) (?:of|be|were|was|are|is)\b|\bcorrect record\b|\b(?:appoint(?:s|ed)?|elects?|elected)\b[^.]*\b(?:chair|chairman|vice[- ]chair)\b|\bpublic be excluded\b|\bexclu(?:de|sion of) the public\b/iu

/**
 * Whether a clause is tracked, and as what. "Note" never is; a decision that is carried out by being taken, such as
 * agreeing the minutes or excluding the public, is not either.
 */
export function trackedKindOf(clause: {
  readonly verbClass: VerbClass
  readonly text: string
}): TrackedKind | undefined {
  const kind = KIND_OF_CLASS[clause.verbClass]
  return clause.verbClass === 'decide' && DONE_BY_RESOLVING.test(clause.text) ? undefined : kind
}

/** Words that set no day but something that must come first: seeds 000 and 001, "once properly developed". */
const EVENT =
  /\b(?:once|before (?:any|a|the)|when(?:ever)? (?:appropriate|available|ready|complete\w*)|as soon as|following (?:the )?(?:completion|publication|conclusion|outcome)|after (?:the )?(?:completion|publication|conclusion|outcome)|upon|prior to)\b[^,.;]*/iu
/** A condition on every later report: "be included in future reports to the Committee". */
const STANDING =
  /\b(?:in|of|to|with|for) (?:all |any |every )?(?:future|subsequent|later|forthcoming) (?:\w+ )?reports?\b[^,.;]*/iu
const RECURRENCE =
  /\b(?:every (?:\w+ )?(?:weeks?|months?|quarters?|years?|meetings?)|(?:half[- ]?)?(?:weekly|monthly|quarterly|annually|yearly|termly)|each (?:quarter|month|year|meeting))\b/iu

/** When a clause is due by its own words: never a day that nobody named. */
export function dueInWords(text: string): { readonly due: Due; readonly dueText: string } {
  const standing = STANDING.exec(text)
  if (standing) return { due: { kind: 'standing' }, dueText: standing[0].trim() }
  const event = EVENT.exec(text)
  if (event) return { due: { kind: 'event', happenedOn: undefined }, dueText: event[0].trim() }
  const recurrence = RECURRENCE.exec(text)
  if (recurrence) return { due: { kind: 'recurrence', on: undefined }, dueText: recurrence[0].trim() }
  return { due: { kind: 'none' }, dueText: '' }
}

/** How a row stands on a day. */
export type Standing =
  | 'overdue'
  | 'due-today'
  | 'in-time'
  | 'waiting-for-event'
  | 'standing-condition'
  | 'no-day'
  /** Answered or proposed complete: the committee's turn. */
  | 'for-the-committee'
  | 'paused'
  | 'over'

/** @param today ISO civil date in the council's zone */
export function standingOf(
  row: Pick<TrackedRow, 'state' | 'due' | 'clockDueOn' | 'isAnswered'>,
  today: string,
): Standing {
  if (row.state === 'paused') return 'paused'
  if (row.state === 'proposed') return 'for-the-committee'
  if (row.state !== 'open') return 'over'
  if (row.isAnswered) return 'for-the-committee'
  const day = dueDayOf(row)
  if (day === undefined) {
    // Once it has come about, it is to be done, on no day that anybody named.
    if (row.due.kind === 'event' && row.due.happenedOn === undefined) return 'waiting-for-event'
    return row.due.kind === 'standing' ? 'standing-condition' : 'no-day'
  }
  if (day === today) return 'due-today'
  return day < today ? 'overdue' : 'in-time'
}

/** The day by which it is asked for: that of a clock which runs, else the one that was said. ISO civil date. */
export function dueDayOf({ due, clockDueOn }: Pick<TrackedRow, 'due' | 'clockDueOn'>): string | undefined {
  const said = due.kind === 'date' || due.kind === 'range' || due.kind === 'recurrence' ? due.on : undefined
  if (said === undefined || clockDueOn === undefined) return said ?? clockDueOn
  return said < clockDueOn ? said : clockDueOn
}
