import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { clerksToTell } from '../meetings/duty-messages.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { lockedSitting, type SittingAtHand } from '../sitting/at-hand.ts'
import { noteChange } from './changes.ts'
import { type Clock, clockFrom } from './clock-rules.ts'
import { NOTHING_DONE } from './drop-row.ts'
import { ownerByOffice } from './owner-by-office.ts'
import { nextReferences } from './references.ts'
import { refreshRow, trackedMessage } from './row-messages.ts'
import { dueColumns, trackedRows } from './rows.ts'
import { trackerSettingsOf } from './settings.ts'
import { topicWordsOf } from './standing-rules.ts'
import { addClock } from './start-clock.ts'
import { isLive } from './state-rules.ts'
import { type Asked, askedAtMeeting } from './tracked-of-meeting.ts'
import { TRACKED_KINDS, type TrackedRow } from './types.ts'

/** How many rows came, changed and went. */
export interface TrackedChanges {
  readonly created: number
  readonly changed: number
  readonly withdrawn: number
}

/** Look at every meeting whose record has changed since the tracker last did, once it is over. */
export async function trackMeetings(house: House): Promise<void> {
  const { councilId } = house
  const sittings = await house.db.sitting.findMany({
    where: { councilId, isTracked: false, state: { in: ['closed', 'inquorate'] } },
    select: { meetingId: true },
  })
  const failures: unknown[] = []
  // One meeting that cannot be taken over keeps no other from it.
  for (const { meetingId } of sittings)
    await house
      .transact(SCRUTINEER, (tx) => trackMeeting(tx, meetingId))
      .catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'meetings could not be taken into the tracker')
}

/**
 * Bring the tracker up to what the record of a meeting asks for: a row for each clause and question that asks somebody
 * for something. The same record again changes nothing. A clause that was put right changes its row, one that is gone
 * withdraws it; its reference is not given again.
 */
async function trackMeeting(tx: Tx, meetingId: string): Promise<TrackedChanges> {
  const sitting = await lockedSitting(tx, meetingId)
  if (!sitting) return { created: 0, changed: 0, withdrawn: 0 }
  const asked = await askedAtMeeting(tx, meetingId)
  const rows = await trackedRows(tx, { meetingId, source: { in: ['resolution', 'question'] } })
  const keys = await keysOf(tx, rows)
  const known = new Map(rows.map((row) => [keys.get(row.id) ?? '', row]))
  const dropped = await droppedByHand(tx, rows)
  const created = asked.filter(({ sourceKey }) => !known.has(sourceKey))
  await createRows(tx, sitting, created)
  const changed: TrackedRow[] = []
  for (const one of asked) {
    const row = known.get(one.sourceKey)
    if (row && (await bringUp(tx, row, one, dropped.has(row.id)))) changed.push(row)
  }
  const gone = rows.filter(
    (row) => isLive(row) && !asked.some(({ sourceKey }) => sourceKey === keys.get(row.id)),
  )
  for (const row of gone) await withdraw(tx, row)
  // What was said of it may be withdrawn, put right or closed to the public since (law 3).
  for (const row of [...changed, ...gone]) await refreshRow(tx, row)
  await tx.db.sitting.updateMany({
    where: { councilId: tx.councilId, meetingId },
    data: { isTracked: true },
  })
  if (created.length + changed.length + gone.length > 0) {
    tx.audit(
      'tracker.meeting-tracked',
      {
        meeting: meetingId,
        created: created.length,
        changed: changed.length,
        withdrawn: gone.map(({ id }) => id),
      },
      sitting.meeting.committeeId,
    )
    await tellClerks(tx, sitting)
  }
  return { created: created.length, changed: changed.length, withdrawn: gone.length }
}

/** One message a meeting, which begins with the first row and stays true. */
async function tellClerks(tx: Tx, { meeting }: SittingAtHand): Promise<void> {
  const { id: meetingId, committeeId } = meeting
  for (const recipient of await clerksToTell(tx, meeting))
    await tx.show(trackedMessage({ meetingId, committeeId, recipient }))
}

/** A clerk has said of these that they are not for the tracker: the record does not bring them back. */
async function droppedByHand({ councilId, db }: Tx, rows: readonly TrackedRow[]): Promise<Set<string>> {
  const withdrawn = rows.filter(({ state }) => state === 'withdrawn').map(({ id }) => id)
  if (withdrawn.length === 0) return new Set()
  const changes = await db.trackerChange.findMany({
    where: { councilId, rowId: { in: withdrawn }, kind: 'withdrawn' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { rowId: true, byId: true },
  })
  const last = new Map(changes.map(({ rowId, byId }) => [rowId, byId]))
  return new Set([...last].flatMap(([rowId, byId]) => (byId === SCRUTINEER ? [] : [rowId])))
}

async function keysOf({ councilId, db }: Tx, rows: readonly TrackedRow[]): Promise<Map<string, string>> {
  const stored = await db.trackerRow.findMany({
    where: { councilId, id: { in: rows.map(({ id }) => id) } },
    select: { id: true, sourceKey: true },
  })
  return new Map(stored.map(({ id, sourceKey }) => [id, sourceKey]))
}

async function createRows(tx: Tx, { meeting }: SittingAtHand, asked: readonly Asked[]): Promise<void> {
  const { councilId } = tx
  const at = toDate(tx.now)
  const yearBegan = Temporal.PlainDate.from(municipalYearOf(meeting.date).from).year
  const local = await localClockOf(tx, meeting)
  for (const kind of TRACKED_KINDS) {
    const ofKind = asked.filter((one) => one.kind === kind)
    const references = await nextReferences(tx, { kind, yearBegan, count: ofKind.length })
    for (const [place, one] of ofKind.entries()) {
      const id = newId()
      await tx.db.trackerRow.create({
        data: {
          id,
          councilId,
          committeeId: meeting.committeeId,
          reference: references[place] ?? '',
          kind,
          source: one.source,
          sourceKey: one.sourceKey,
          groupKey: one.groupKey,
          meetingId: meeting.id,
          metOn: columnOfDate(meeting.date),
          ...columnsOf(one),
          ...dueColumns(one.due),
          dueText: one.dueText,
          topicWords: one.due.kind === 'standing' ? topicWordsOf(one) : [],
          createdAt: at,
          byId: tx.by,
        },
      })
      const owner = await ownerOf(tx, meeting.committeeId, one)
      if (owner)
        await tx.db.trackerOwner.create({
          data: { councilId, rowId: id, ...owner, since: at, byId: tx.by },
        })
      // Minuted alone, it starts no time of the law's; but of the council's own rule, shown as local.
      if (local && one.verbClass === 'recommend') await addClock(tx, { id }, local)
    }
  }
}

/** The council's own rule for a response counts from the meeting that recommended. */
async function localClockOf(tx: Tx, meeting: MeetingAtHand): Promise<Clock | undefined> {
  const { localWeeks, localMonths, localSource } = await trackerSettingsOf(tx, meeting.committeeId)
  if (localWeeks === undefined && localMonths === undefined) return undefined
  const { holidays } = await councilCalendar(tx)
  const rule = { weeks: localWeeks, months: localMonths, source: localSource }
  return clockFrom({ kind: 'local', on: meeting.date, rule }, holidays)
}

async function ownerOf(tx: Tx, committeeId: string, asked: Asked) {
  if (asked.ownerId !== undefined) return { personId: asked.ownerId, name: asked.ownerName }
  if (asked.ownerName !== '') return { personId: null, name: asked.ownerName }
  const personId = await ownerByOffice(tx, committeeId, asked.addressee)
  return personId === undefined ? undefined : { personId, name: asked.addressee }
}

/** What the record alone says of a row. */
function columnsOf(asked: Asked) {
  const { recordId, minute, path, leadIn, text, topic, isClosed, addressee, verbClass, askerName } = asked
  return {
    recordId,
    minute,
    path,
    leadIn,
    text,
    topic,
    isClosed,
    addressee,
    verbClass,
    askerName,
    askerId: asked.askerId ?? null,
  }
}

/** @returns whether anything of it was other than the record says */
async function bringUp(tx: Tx, row: TrackedRow, asked: Asked, isDropped: boolean): Promise<boolean> {
  const before = { text: row.text, leadIn: row.leadIn, isClosed: row.isClosed, path: row.path }
  const after = { text: asked.text, leadIn: asked.leadIn, isClosed: asked.isClosed, path: asked.path }
  const isBack = row.state === 'withdrawn' && !isDropped
  const isSame =
    JSON.stringify(before) === JSON.stringify(after) &&
    row.minute === asked.minute &&
    row.topic === asked.topic &&
    row.askerName === asked.askerName &&
    !isBack
  if (isSame) return false
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      ...columnsOf(asked),
      ...(isBack ? { state: 'open' as const, ...NOTHING_DONE } : {}),
      version: { increment: 1 },
    },
  })
  if (isBack) await noteChange(tx, row.id, { kind: 'reopened' })
  if (JSON.stringify(before) !== JSON.stringify(after))
    await noteChange(tx, row.id, { kind: 'edited', before, after })
  return true
}

async function withdraw(tx: Tx, row: TrackedRow): Promise<void> {
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { state: 'withdrawn', version: { increment: 1 } },
  })
  await noteChange(tx, row.id, {
    kind: 'withdrawn',
    before: { state: row.state },
    after: { state: 'withdrawn' },
  })
}
