import { civilDate, columnOfDate, dateOfColumn, instantOf, toDate, toInstant } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { type FigureRow, figuresOf, type TrackerFigures } from './figures.ts'
import { trackedRows } from './rows.ts'
import { standingOf } from './rules.ts'
import type { TrackedRow } from './types.ts'

export interface FiguresPeriod {
  /** ISO civil dates, both included. */
  readonly from: string
  readonly until: string
}

/** The numbers of a committee's tracker: of what was asked for in a period, however it stands now. */
export async function figuresOfCommittee(
  house: House,
  committeeId: string,
  period: FiguresPeriod,
  nobody: string,
): Promise<TrackerFigures> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const rows = await trackedRows(house, {
    committeeId,
    OR: [
      { metOn: { gte: columnOfDate(period.from), lte: columnOfDate(period.until) } },
      {
        metOn: null,
        createdAt: {
          gte: toDate(instantOf(period.from, '00:00', house.timeZone)),
          lt: toDate(instantOf(period.until, '00:00', house.timeZone).add({ hours: 24 })),
        },
      },
    ],
  })
  return figuresOf(await figureRows(house, rows, today), nobody, today)
}

async function figureRows(house: House, rows: readonly TrackedRow[], today: string): Promise<FigureRow[]> {
  const { councilId, db } = house
  const where = { councilId, rowId: { in: rows.map(({ id }) => id) } }
  const responses = await db.trackerResponse.findMany({
    where,
    orderBy: { revision: 'asc' },
    select: { rowId: true, state: true, consideredOn: true },
  })
  const answers = await db.trackerAnswer.findMany({
    where: { ...where, sharedAt: { not: null } },
    orderBy: { number: 'asc' },
    select: { rowId: true, sharedAt: true },
  })
  const clocks = await db.trackerClock.findMany({
    where: { ...where, kind: 'executive', struckAt: null },
    orderBy: { dueOn: 'asc' },
    select: { rowId: true, dueOn: true },
  })
  const imports = await db.trackerImport.findMany({
    where: { councilId, committeeId: { in: [...new Set(rows.map(({ committeeId }) => committeeId))] } },
    select: { at: true },
  })
  const takenOver = new Set(imports.map(({ at }) => at.getTime()))
  const dayOf = (at: Date | null) => (at ? civilDate(toInstant(at), house.timeZone).toString() : undefined)
  return rows.map((row): FigureRow => {
    const given = responses.filter(({ rowId }) => rowId === row.id)
    const first = given[0] && dateOfColumn(given[0].consideredOn)
    const answered = dayOf(answers.find(({ rowId }) => rowId === row.id)?.sharedAt ?? null)
    const isDone = row.state === 'proposed' || row.state === 'closed'
    // A paper that calls it complete does not say since when: that it was taken over then is no answer's day.
    const isWordOfPaper = row.proposedAt !== undefined && takenOver.has(row.proposedAt.epochMilliseconds)
    const doneOn =
      isDone && row.proposedAt && !isWordOfPaper
        ? civilDate(row.proposedAt, house.timeZone).toString()
        : undefined
    const answeredOn = [first, answered, doneOn].filter((day) => day !== undefined).toSorted()[0]
    const clock = clocks.find(({ rowId }) => rowId === row.id)
    return {
      reference: row.reference,
      kind: row.kind,
      state: row.state,
      standing: standingOf(row, today),
      isClosedBusiness: row.isClosed,
      text: row.text,
      askedOn:
        row.metOn ??
        (row.source === 'import' ? undefined : civilDate(row.createdAt, house.timeZone).toString()),
      owners: row.owners.flatMap(({ role, name }) => (role === 'owner' ? [name] : [])),
      isAnswered: answeredOn !== undefined || (isDone && isWordOfPaper),
      answeredOn,
      closedOn:
        row.state === 'closed' && row.closedAt
          ? civilDate(row.closedAt, house.timeZone).toString()
          : undefined,
      response: given.at(-1)?.state,
      executive: clock && { dueOn: dateOfColumn(clock.dueOn), respondedOn: first },
    }
  })
}

/** How much is overdue in each of some committees, most first. */
export async function overdueByCommittee(
  house: House,
  committees: readonly { readonly id: string; readonly name: string }[],
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  const today = civilDate(house.now(), house.timeZone).toString()
  const rows = await trackedRows(house, {
    committeeId: { in: committees.map(({ id }) => id) },
    state: 'open',
    OR: [
      { dueOn: { lt: columnOfDate(today) } },
      {
        clocks: { some: { councilId: house.councilId, struckAt: null, dueOn: { lt: columnOfDate(today) } } },
      },
    ],
  })
  return committees
    .map(({ id, name }) => ({
      name,
      count: rows.filter((row) => row.committeeId === id && standingOf(row, today) === 'overdue').length,
    }))
    .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}
