import { createHash } from 'node:crypto'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { PaperError, PaperFile } from '../documents/paper.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { changeEntry, type HeldProgramme, onProgramme, type RoleRefusal } from './acting.ts'
import { entryAtHand, programmeOf } from './entries.ts'
import { decidedMessage } from './messages.ts'
import { type ProgrammePlan, type ProgrammeRow, planProgramme, rowsOfPaper } from './programme-file.ts'
import { isDay } from './rules.ts'

/** A programme is a few pages; what is larger is another paper. */
export const LARGEST_PROGRAMME_MB = 20

export interface ImportProgramme {
  readonly by: string
  readonly committeeId: string
  readonly file: PaperFile
}

/**
 * - `unreadable`: the file is damaged, locked or of a kind that is not read
 * - `no-programme`: no work programme was found in it
 */
export type ReadRefusal =
  | RoleRefusal
  | { readonly code: 'unreadable'; readonly error: PaperError }
  | { readonly code: 'no-programme' }

/** - `plan-changed`: the programme was changed since the differences were shown */
export type ImportRefusal = ReadRefusal | { readonly code: 'plan-changed' }

export interface PlanShown {
  readonly plan: ProgrammePlan
  /** Of the plan, by which it is known again. */
  readonly mark: string
}

/** What taking a paper over would change; changes nothing. */
export async function previewProgramme(
  house: House,
  desk: Pick<ReadingDesk, 'read'>,
  { by, committeeId, file }: ImportProgramme,
): Promise<Outcome<PlanShown, ReadRefusal>> {
  if (!(await isClerk(house, committeeId, by))) return refused({ code: 'not-a-clerk' })
  const rows = await readRows(desk, file)
  if (!rows.ok) return rows
  const plan = planProgramme(committeeId, rows.value, await programmeOf(house, committeeId))
  return done({ plan, mark: markOf(plan) })
}

/**
 * Take a paper over: its rows become entries, and known ones follow it. The same paper twice changes nothing the second
 * time.
 *
 * @param mark of the plan that was shown and agreed to
 */
export async function importProgramme(
  house: House,
  desk: Pick<ReadingDesk, 'read'>,
  act: ImportProgramme & { readonly mark: string },
): Promise<Outcome<ProgrammePlan, ImportRefusal>> {
  // Reading takes its time: it is done before anything is held.
  const rows = await readRows(desk, act.file)
  if (!rows.ok) return rows
  return onProgramme<ProgrammePlan, ImportRefusal>(house, act, async (held) => {
    const { tx, roles } = held
    const { committeeId } = act
    if (!roles.isClerk) return refused({ code: 'not-a-clerk' })
    const plan = planProgramme(committeeId, rows.value, await programmeOf(held.rows, committeeId))
    if (markOf(plan) !== act.mark) return refused({ code: 'plan-changed' })
    for (const [place, difference] of plan.differences.entries()) {
      if (difference.code === 'new') await create(held, act, difference, place)
      else await follow(held, act, difference)
    }
    if (plan.differences.length > 0)
      tx.audit(
        'programme.imported',
        {
          sha256: createHash('sha256').update(act.file.bytes).digest('hex'),
          created: plan.differences.filter(({ code }) => code === 'new').length,
          changed: plan.differences.filter(({ code }) => code === 'changed').length,
        },
        committeeId,
      )
    return done(plan)
  })
}

async function readRows(desk: Pick<ReadingDesk, 'read'>, file: PaperFile) {
  const read = await desk.read(file)
  if (!read.ok) return refused({ code: 'unreadable' as const, error: read.error })
  const rows = rowsOfPaper(read.paper.documents)
  return rows ? done(rows) : refused({ code: 'no-programme' as const })
}

function markOf({ differences }: ProgrammePlan): string {
  return createHash('sha256').update(JSON.stringify(differences)).digest('hex').slice(0, 32)
}

async function create(
  held: HeldProgramme,
  act: ImportProgramme,
  { row, sourceKey }: { readonly row: ProgrammeRow; readonly sourceKey: string },
  place: number,
): Promise<void> {
  const { tx } = held
  const { councilId } = tx
  const { title, reason, scoreText, lead, kind } = row
  await tx.db.programmeEntry.create({
    data: {
      councilId,
      committeeId: act.committeeId,
      title,
      reason,
      scoreText,
      lead,
      kind,
      ...(await whereTo(held, act.committeeId, row)),
      position: place + 1,
      sourceKey,
      createdAt: toDate(tx.now),
      byId: act.by,
      changes: { create: { councilId, why: act.file.name, at: toDate(tx.now), byId: act.by } },
    },
  })
}

async function follow(
  held: HeldProgramme,
  act: ImportProgramme,
  difference: { readonly row: ProgrammeRow; readonly entryId: string; readonly facts: readonly string[] },
): Promise<void> {
  const { tx } = held
  const { row, facts, entryId } = difference
  const { committeeId } = act
  const isAccepted = facts.includes('accepted')
  const { reason, scoreText, lead, kind } = row
  const to = facts.includes('date') || isAccepted ? await whereTo(held, committeeId, row) : {}
  await changeEntry(
    held,
    { id: entryId, committeeId },
    {
      reason,
      lead,
      kind,
      ...(facts.includes('scoreText') ? { scoreText, scores: {} } : {}),
      ...(isAccepted ? { decidedById: act.by, decidedAt: toDate(tx.now) } : {}),
      ...to,
    },
    { what: 'programme.followed-paper', why: act.file.name, delegated: false },
  )
  const entry = isAccepted ? await entryAtHand(held.rows, entryId) : undefined
  if (entry?.proposer?.onSlack)
    await tx.show(decidedMessage({ entryId, committeeId, personId: entry.proposer.id }))
}

/** The meeting of that day; where there is none the day stands as printed, and finds its meeting later. */
async function whereTo({ tx }: HeldProgramme, committeeId: string, { date }: ProgrammeRow) {
  if (date === '') return { state: 'agreed' as const, meetingId: null, printedDate: '' }
  const meeting = isDay(date)
    ? await tx.db.meeting.findFirst({
        where: { councilId: tx.councilId, committeeId, date: columnOfDate(date), state: 'scheduled' },
        select: { id: true },
      })
    : undefined
  return meeting
    ? { state: 'scheduled' as const, meetingId: meeting.id, printedDate: '' }
    : { state: 'scheduled' as const, meetingId: null, printedDate: date }
}
