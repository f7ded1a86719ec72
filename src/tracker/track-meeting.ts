import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { municipalYearOf } from '../apologies/substitute-rules.ts'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { lockedSitting, type SittingAtHand } from '../sitting/at-hand.ts'
import { ownerByOffice } from './owner-by-office.ts'
import { nextReferences } from './references.ts'
import { dueColumns, trackedRows } from './rows.ts'
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
  for (const { meetingId } of sittings) await house.transact(SCRUTINEER, (tx) => trackMeeting(tx, meetingId))
}

/**
 * Bring the tracker up to what the record of a meeting asks for: a row for each clause and question that asks somebody
 * for something. The same record again changes nothing. A clause that was put right changes its row, one that is gone
 * withdraws it; its reference is not given again.
 */
export async function trackMeeting(tx: Tx, meetingId: string): Promise<TrackedChanges> {
  const sitting = await lockedSitting(tx, meetingId)
  if (!sitting) return { created: 0, changed: 0, withdrawn: 0 }
  const asked = await askedAtMeeting(tx, meetingId)
  const rows = await trackedRows(tx, { meetingId, source: { in: ['resolution', 'question'] } })
  const keys = await keysOf(tx, rows)
  const known = new Map(rows.map((row) => [keys.get(row.id) ?? '', row]))
  const created = asked.filter(({ sourceKey }) => !known.has(sourceKey))
  await createRows(tx, sitting, created)
  let changed = 0
  for (const one of asked) {
    const row = known.get(one.sourceKey)
    if (row && (await bringUp(tx, row, one))) changed += 1
  }
  const gone = rows.filter(
    (row) => isLive(row) && !asked.some(({ sourceKey }) => sourceKey === keys.get(row.id)),
  )
  for (const row of gone) await withdraw(tx, row)
  await tx.db.sitting.updateMany({
    where: { councilId: tx.councilId, meetingId },
    data: { isTracked: true },
  })
  if (created.length + changed + gone.length > 0)
    tx.audit(
      'tracker.meeting-tracked',
      { meeting: meetingId, created: created.length, changed, withdrawn: gone.map(({ id }) => id) },
      sitting.meeting.committeeId,
    )
  return { created: created.length, changed, withdrawn: gone.length }
}

function isLive({ state }: TrackedRow): boolean {
  return state === 'open' || state === 'proposed' || state === 'paused'
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
          createdAt: at,
          byId: tx.by,
        },
      })
      const owner = await ownerOf(tx, meeting.committeeId, one)
      if (owner)
        await tx.db.trackerOwner.create({
          data: { councilId, rowId: id, ...owner, since: at, byId: tx.by },
        })
    }
  }
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
async function bringUp(tx: Tx, row: TrackedRow, asked: Asked): Promise<boolean> {
  const before = { text: row.text, leadIn: row.leadIn, isClosed: row.isClosed, path: row.path }
  const after = { text: asked.text, leadIn: asked.leadIn, isClosed: asked.isClosed, path: asked.path }
  const isSame =
    JSON.stringify(before) === JSON.stringify(after) &&
    row.minute === asked.minute &&
    row.topic === asked.topic &&
    row.askerName === asked.askerName &&
    row.state !== 'withdrawn'
  if (isSame) return false
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      ...columnsOf(asked),
      ...(row.state === 'withdrawn' ? { state: 'open' as const } : {}),
      version: { increment: 1 },
    },
  })
  if (row.state === 'withdrawn') await noteChange(tx, row.id, 'reopened', {}, {})
  if (JSON.stringify(before) !== JSON.stringify(after)) await noteChange(tx, row.id, 'edited', before, after)
  return true
}

async function withdraw(tx: Tx, row: TrackedRow): Promise<void> {
  await tx.db.trackerRow.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { state: 'withdrawn', version: { increment: 1 } },
  })
  await noteChange(tx, row.id, 'withdrawn', { state: row.state }, { state: 'withdrawn' })
}

type Noted = Readonly<Record<string, string | boolean>>

async function noteChange(
  tx: Tx,
  rowId: string,
  kind: 'edited' | 'reopened' | 'withdrawn',
  before: Noted,
  after: Noted,
): Promise<void> {
  await tx.db.trackerChange.create({
    data: { councilId: tx.councilId, rowId, kind, before, after, at: toDate(tx.now), byId: tx.by },
  })
}
