import { Temporal } from 'temporal-polyfill'
import { civilDate, dateOfColumn, toInstant } from '../calendar/civil.ts'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import type { CouncilPerson, CouncilRows } from '../committees/people.ts'
import type { Escalation } from '../database/generated/client.ts'
import { grouped } from '../grouped.ts'
import {
  headsByLine,
  lastAskedOf,
  meetingsOf,
  owedRows,
  sinceOf,
  waitingForClearance,
  whoWantsFewer,
} from './asked-ground.ts'
import {
  type EscalationStep,
  isOwnerStep,
  type NotedStep,
  subjectOf,
  type WhyNot,
} from './escalation-rules.ts'
import { type LeaveAtHand, leavesOn } from './leaves.ts'
import { dueDayOf } from './rules.ts'
import { type TrackerSettings, trackerSettingsOfAll } from './settings.ts'
import type { RowOwner, TrackedRow } from './types.ts'

export interface NotedEscalation extends NotedStep {
  readonly id: string
  readonly rowIds: readonly string[]
  readonly personId: string | undefined
  readonly insteadOfId: string | undefined
  readonly outcome: 'sent' | 'undeliverable' | 'skipped'
  readonly why: string
  readonly messageKey: string
  /** Of the step `agenda`. */
  readonly meetingId: string | undefined
}

/** Somebody who owes rows of a series; without a person, those whom the council does not know, by name. */
export interface SeriesOwner {
  readonly person: CouncilPerson | undefined
  /** As papers name them; empty where nobody owes it. */
  readonly name: string
  readonly wantsFewer: boolean
  readonly rows: readonly TrackedRow[]
  readonly since: Temporal.PlainDate
  readonly noted: readonly NotedEscalation[]
  readonly timesAsked: number
  readonly lastAskedOn: Temporal.PlainDate | undefined
}

/** Rows of one resolution that are due on one day and still owed: they share their messages. */
export interface Series {
  readonly groupKey: string
  readonly committeeId: string
  readonly dueOn: Temporal.PlainDate
  readonly rows: readonly TrackedRow[]
  /** From when on it could be asked for. */
  readonly since: Temporal.PlainDate
  readonly owners: readonly SeriesOwner[]
  /** Heads of service, as far as they are known. */
  readonly heads: readonly CouncilPerson[]
  /** Everything noted of this due day. */
  readonly noted: readonly NotedEscalation[]
  readonly settings: TrackerSettings
  readonly meetings: readonly { readonly id: string; readonly date: Temporal.PlainDate }[]
}

export interface Asking {
  readonly series: readonly Series[]
  readonly leaves: ReadonlyMap<string, LeaveAtHand>
}

/** What is asked by, at a moment. */
export interface AskedAt {
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly offices: HolidayCalendar
  /** Committees that ask for nothing by themselves are left out. */
  isActive(committeeId: string): boolean
}

/**
 * Every row that is owed by a day near or past, in the series in which it is asked for. What is answered, proposed
 * complete, paused or waits for an event is none of it.
 */
export async function askedNow(
  rows: CouncilRows & { readonly timeZone: string },
  at: AskedAt,
): Promise<Asking> {
  const owed = (await owedRows(rows, at.today)).filter(({ committeeId }) => at.isActive(committeeId))
  if (owed.length === 0) return { series: [], leaves: new Map() }
  const groupKeys = [...new Set(owed.map(({ groupKey }) => groupKey))]
  const notes = await rows.db.escalation.findMany({
    where: { councilId: rows.councilId, groupKey: { in: groupKeys } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const ground: Ground = {
    timeZone: rows.timeZone,
    notes: grouped(
      notes.map((note) => ({ ...notedOf(note, rows.timeZone), of: note })),
      ({ of }) => of.groupKey,
    ),
    since: await sinceOf(rows, owed),
    fewer: await whoWantsFewer(rows, owed),
    lastAsked: await lastAskedOf(rows, owed, at.now),
    heads: await headsByLine(rows, owed),
    waiting: await waitingForClearance(rows, owed),
  }
  const settingsOf = await trackerSettingsOfAll(
    rows,
    owed.map(({ committeeId }) => committeeId),
  )
  const meetings = await meetingsOf(rows, owed)
  const bySeries = grouped(owed, (row) => subjectOf(row.groupKey, dueDayOf(row) ?? ''))
  const series = [...bySeries.values()].flatMap((together): Series[] => {
    const [first] = together
    const due = dueDayOf(first)
    if (due === undefined) return []
    const set = settingsOf(first.committeeId)
    return [
      seriesOf(together, Temporal.PlainDate.from(due), ground, set, meetings.get(first.committeeId) ?? []),
    ]
  })
  return { series, leaves: await leavesOn(rows, at.today.toString()) }
}

interface Ground {
  readonly timeZone: string
  /** By group, in order. */
  readonly notes: ReadonlyMap<string, readonly (NotedEscalation & { readonly of: Escalation })[]>
  /** By the id of the row's owner. */
  readonly since: ReadonlyMap<string, Date>
  readonly fewer: ReadonlySet<string>
  readonly lastAsked: ReadonlyMap<string, Temporal.PlainDate>
  /** By officer. */
  readonly heads: ReadonlyMap<string, readonly CouncilPerson[]>
  /** Rows of which an answer waits to be cleared: their owners have done their part. */
  readonly waiting: ReadonlySet<string>
}

function seriesOf(
  rows: readonly [TrackedRow, ...TrackedRow[]],
  dueOn: Temporal.PlainDate,
  ground: Ground,
  settings: TrackerSettings,
  meetings: Series['meetings'],
): Series {
  const [first] = rows
  const { groupKey, committeeId } = first
  const ofGroup = ground.notes.get(groupKey) ?? []
  const noted = ofGroup.filter(({ of }) => of.dueOn !== null && dateOfColumn(of.dueOn) === dueOn.toString())
  const owners = ownersOf(rows, { noted, ofGroup }, ground)
  const created = rows.map(({ createdAt }) => civilDate(createdAt, ground.timeZone))
  return {
    groupKey,
    committeeId,
    dueOn,
    rows,
    since: created.reduce(earliest),
    owners,
    heads: headsOfRows(rows, ground),
    noted,
    settings,
    meetings,
  }
}

interface Owing {
  /** The person's id; empty for all whom the council does not know. */
  readonly key: string
  readonly row: TrackedRow
  readonly owner: RowOwner | undefined
}

function ownersOf(
  rows: readonly TrackedRow[],
  { noted, ofGroup }: Readonly<Record<'noted' | 'ofGroup', readonly NotedEscalation[]>>,
  ground: Ground,
): SeriesOwner[] {
  const timesAsked = new Map(rows.map(({ id }) => [id, timesAskedOf(id, ofGroup)]))
  const owing = rows
    .filter(({ id }) => !ground.waiting.has(id))
    .flatMap((row): Owing[] => {
      const owners = row.owners.filter(({ role }) => role === 'owner')
      return owners.length === 0
        ? [{ key: '', row, owner: undefined }]
        : owners.map((owner) => ({ key: owner.person?.id ?? '', row, owner }))
    })
  return [...grouped(owing, ({ key }) => key)].map(([key, own]): SeriesOwner => {
    const theirs = own.map(({ row }) => row)
    const since = own.map(({ owner, row }) => {
      const begun = owner && ground.since.get(owner.id)
      return civilDate(begun ? toInstant(begun) : row.createdAt, ground.timeZone)
    })
    const isOfOwner = (note: NotedEscalation) =>
      isOwnerStep(note.step) && (note.insteadOfId ?? note.personId ?? '') === key
    return {
      person: own[0]?.owner?.person,
      name: [...new Set(own.flatMap(({ owner }) => (owner ? [owner.name] : [])))].join(', '),
      wantsFewer: ground.fewer.has(key),
      rows: theirs,
      since: since.reduce(earliest),
      noted: noted.filter(isOfOwner),
      timesAsked: Math.max(...theirs.map(({ id }) => timesAsked.get(id) ?? 0)),
      lastAskedOn: key === '' ? noted.filter(isOfOwner).at(-1)?.on : ground.lastAsked.get(key),
    }
  })
}

/**
 * On how many days an action was asked about: law 12 allows five in all, whoever owed it then. Several owners who are
 * asked on one day are asked once.
 */
function timesAskedOf(rowId: string, ofGroup: readonly NotedEscalation[]): number {
  const asked = ofGroup.filter(
    ({ step, outcome, rowIds }) => isOwnerStep(step) && outcome !== 'skipped' && rowIds.includes(rowId),
  )
  return new Set(asked.map(({ on }) => on.toString())).size
}

function headsOfRows(rows: readonly TrackedRow[], ground: Ground): CouncilPerson[] {
  const owners = rows.flatMap((row) => row.owners)
  const named = owners.flatMap(({ role, person }) => (role === 'head' && person ? [person] : []))
  const byLine = owners.flatMap(({ role, person }) =>
    role === 'owner' && person ? (ground.heads.get(person.id) ?? []) : [],
  )
  const found = named.length > 0 ? named : byLine
  return [...new Map(found.map((person) => [person.id, person])).values()]
}

function earliest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) <= 0 ? one : other
}

export function notedOf(note: Escalation, timeZone: string): NotedEscalation {
  return {
    id: note.id,
    step: note.step,
    on: civilDate(toInstant(note.at), timeZone),
    isAcknowledged: note.acknowledgedAt !== null,
    rowIds: note.rowIds,
    personId: note.personId ?? undefined,
    insteadOfId: note.insteadOfId ?? undefined,
    outcome: note.outcome,
    why: note.why,
    messageKey: note.messageKey,
    meetingId: note.step === 'agenda' ? note.why : undefined,
  }
}

/** Who is told in somebody's place, or why nobody is. */
export function toldInstead(
  person: CouncilPerson | undefined,
  leaves: ReadonlyMap<string, LeaveAtHand>,
  name = '',
): { readonly person: CouncilPerson; readonly insteadOfId: string | undefined } | { readonly why: WhyNot } {
  if (!person) return { why: name === '' ? 'no-owner' : 'no-slack' }
  const leave = leaves.get(person.id)
  if (!leave) return person.slackUserId ? { person, insteadOfId: undefined } : { why: 'no-slack' }
  const { deputy } = leave
  if (!deputy?.slackUserId || leaves.has(deputy.id)) return { why: 'on-leave' }
  return { person: deputy, insteadOfId: person.id }
}

/** A step as it is stored. */
export interface ToNote {
  readonly series: Pick<Series, 'groupKey' | 'committeeId' | 'dueOn'>
  readonly rowIds: readonly string[]
  readonly step: EscalationStep
  readonly personId: string | undefined
  readonly insteadOfId: string | undefined
  readonly outcome: NotedEscalation['outcome']
  /** A code, or the meeting of the step `agenda`. */
  readonly why: string
}
