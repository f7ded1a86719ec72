import { Temporal } from 'temporal-polyfill'

/** A council plans a municipal year; its papers come a week or two before. */
export const DAYS_AHEAD = 190
/** Nearer meetings are asked for one by one at each look: their papers are due. */
export const DAYS_WITH_PAPERS = 35
/** A committee that meets every week has so many; a list that is longer is not about one committee. */
export const MOST_MEETINGS = 60

const MINUTE = 60_000
/** "At most every fifteen minutes": papers are never so urgent. */
const BY_DAY = 15 * MINUTE
const BY_NIGHT = 60 * MINUTE
const AFTER_FAILURES = 6 * 60 * MINUTE
const NIGHT_BEGINS = 20
const DAY_BEGINS = 6

/**
 * When to look at a committee's pages again: less often at night and after each failure, never sooner than
 * the site asks for, and never at the same moment as everybody else.
 *
 * @param chance from 0 to 1, for the jitter
 */
export function nextLook(
  now: Temporal.Instant,
  of: {
    readonly timeZone: string
    readonly failures: number
    readonly retryAfterMs?: number | undefined
    readonly chance: number
  },
): Temporal.Instant {
  const { hour } = now.toZonedDateTimeISO(of.timeZone)
  const usual = hour >= DAY_BEGINS && hour < NIGHT_BEGINS ? BY_DAY : BY_NIGHT
  const backOff = Math.min(BY_DAY * 2 ** Math.min(of.failures, 10), AFTER_FAILURES)
  const pause = Math.max(usual, of.failures > 0 ? backOff : 0, of.retryAfterMs ?? 0)
  return now.add({ milliseconds: Math.round(pause * (1 + of.chance / 3)) })
}

/** What passes by itself: a site that is away for a moment is nothing to trouble a clerk with. */
const PASSING = ['busy', 'too-slow', 'unreachable', 'broke-off', 'site-failed']
const PATIENCE = 3

/** Whether the clerks, who have not been told yet, are told that a site cannot be looked at. */
export function isToTell(code: string, failures: number): boolean {
  return failures >= (PASSING.includes(code) ? PATIENCE : 1)
}

/**
 * A title that says that the public is excluded. Modern.Gov's own mark is sometimes missing where the title
 * says it; wrongly taken for closed, a paper is only counted, and the clerk finds it on the site.
 */
export function looksClosed(title: string): boolean {
  return /\b(?:exempt|confidential|restricted|not for publication|part\s*(?:2|ii|b))\b/i.test(title)
}

/** Statuses are free text: "Cancelled", "CANCELLED - see 3 March"; "Confirmed; Rescheduled from …" is on. */
export function isOff(status: string): 'cancelled' | 'postponed' | undefined {
  if (/\bcancel/i.test(status)) return 'cancelled'
  return /\b(?:postpon|adjourn|deferred)/i.test(status) ? 'postponed' : undefined
}

export const proposalKinds = ['meeting', 'pack', 'supplement', 'cancelled', 'restored', 'moved'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/** With its meeting it is one: the same is never proposed twice. */
export interface Proposal {
  readonly kind: ProposalKind
  readonly what: string
}

/** A meeting as the site shows it now. */
export interface OnSite {
  readonly date: string
  /** `HH:MM`; absent where nobody can say what time is meant. */
  readonly startTime: string | undefined
  readonly venue: string
  readonly status: string
}

/** The same meeting as it stands here. */
export interface Here {
  readonly date: string
  readonly startTime: string
  readonly venue: string
  readonly state: 'scheduled' | 'cancelled' | 'postponed'
}

export interface Compared {
  readonly onSite: OnSite
  /** What the site showed the last time. */
  readonly before: { readonly venue: string; readonly status: string } | undefined
  readonly here: Here | undefined
  readonly isPublished: boolean
  /** The papers that the site names. */
  readonly paperKeys: ReadonlySet<string>
}

const WITH_DAY = 'to '
const WITH_ROOM = 'in '

/** What the clerks are asked about the meeting itself. */
export function proposeForMeeting({
  onSite,
  before,
  here,
}: Pick<Compared, 'onSite' | 'before' | 'here'>): Proposal[] {
  const off = isOff(onSite.status)
  if (!here) return off ? [] : [{ kind: 'meeting', what: 'meeting' }]
  if (here.state !== 'scheduled') {
    if (off) return []
    if (onSite.date !== here.date) return [{ kind: 'moved', what: WITH_DAY + dayOf(onSite) }]
    // Cancelled here and never there: the site will follow, and the clerks know.
    const isBack = before !== undefined && isOff(before.status) !== undefined
    return isBack ? [{ kind: 'restored', what: dayOf(onSite) }] : []
  }
  if (off) return [{ kind: 'cancelled', what: off }]
  const proposals: Proposal[] = []
  if (!isSameTime(onSite, here)) proposals.push({ kind: 'moved', what: WITH_DAY + dayOf(onSite) })
  // Rooms are written in many ways: only one that has changed on the site is another room.
  const hasMoved = before !== undefined && before.venue !== '' && before.venue !== onSite.venue
  if (hasMoved && onSite.venue !== '' && onSite.venue !== here.venue)
    proposals.push({ kind: 'moved', what: WITH_ROOM + onSite.venue })
  return proposals
}

interface Paper {
  readonly key: string
  readonly title: string
}

/** What the site calls papers that come after the agenda. */
const LATE =
  /\b(?:supplement\w*|late|to follow|addend\w*|additional|tabled|urgent|update[ds]?|revised|replacement|corrected|further)\b/i

/**
 * What the clerks are asked about a meeting's papers. When its agenda is first seen, what is there with it
 * is in the pack, unless it belongs to the whole meeting and is called a supplement; what comes later is one.
 *
 * @param known the keys of papers seen before; absent until the agenda is seen
 */
export function proposeForPapers(
  now: { readonly papers: readonly Paper[]; readonly packAddress: string; readonly isPublished: boolean },
  known: ReadonlySet<string> | undefined,
): Proposal[] {
  const pack: Proposal[] = known || now.isPublished ? [] : [{ kind: 'pack', what: now.packAddress }]
  const fresh = known
    ? now.papers.filter((paper) => !known.has(paper.key))
    : now.papers.filter((paper) => paper.key.startsWith('b') && LATE.test(paper.title))
  return [...pack, ...fresh.map((paper): Proposal => ({ kind: 'supplement', what: paper.key }))]
}

/** Whether an open proposal still asks something, is done without its button, or fell away. */
export function standingOf(
  proposal: Proposal,
  { onSite, here, isPublished, paperKeys }: Omit<Compared, 'before'>,
  today: string,
): 'open' | 'done' | 'gone' {
  // ISO dates compare as text.
  const lastDay = here && here.date > onSite.date ? here.date : onSite.date
  if (lastDay < today) return 'gone'
  const off = isOff(onSite.status)
  switch (proposal.kind) {
    case 'meeting':
      return here ? 'done' : off ? 'gone' : 'open'
    case 'pack':
      return isPublished ? 'done' : off ? 'gone' : 'open'
    case 'supplement':
      return off || !paperKeys.has(proposal.what) ? 'gone' : 'open'
    case 'cancelled':
      return here?.state !== 'scheduled' ? 'done' : off ? 'open' : 'gone'
    case 'restored':
      return here?.state === 'scheduled' ? 'done' : off ? 'gone' : 'open'
    case 'moved':
      return standingOfMove(proposal.what, onSite, here)
  }
}

function standingOfMove(what: string, onSite: OnSite, here: Here | undefined): 'open' | 'done' | 'gone' {
  if (!here || isOff(onSite.status)) return 'gone'
  if (isRoom(what)) {
    if (here.state !== 'scheduled' || what !== WITH_ROOM + onSite.venue) return 'gone'
    return here.venue === onSite.venue ? 'done' : 'open'
  }
  if (what !== WITH_DAY + dayOf(onSite)) return 'gone'
  return here.state === 'scheduled' && isSameTime(onSite, here) ? 'done' : 'open'
}

/** Whether a move is to another room; else it is to another day or time. */
export function isRoom(what: string): boolean {
  return what.startsWith(WITH_ROOM)
}

function isSameTime(onSite: OnSite, here: Here): boolean {
  return onSite.date === here.date && (onSite.startTime === undefined || onSite.startTime === here.startTime)
}

function dayOf({ date, startTime }: OnSite): string {
  return startTime === undefined ? date : `${date} ${startTime}`
}

/** The days for which a site is asked. */
export function daysToAsk(today: string): { readonly from: string; readonly to: string } {
  return { from: today, to: Temporal.PlainDate.from(today).add({ days: DAYS_AHEAD }).toString() }
}

/** The service sometimes ignores the days that it was asked for, and answers with all that it has. */
export function ahead<T extends { readonly date: string }>(meetings: readonly T[], today: string): T[] {
  const { from, to } = daysToAsk(today)
  return meetings
    .filter((meeting) => meeting.date >= from && meeting.date <= to)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, MOST_MEETINGS)
}

/** Whether a meeting is near enough for its papers to come. */
export function isNear(date: string, today: string): boolean {
  return date <= Temporal.PlainDate.from(today).add({ days: DAYS_WITH_PAPERS }).toString()
}
