import { civilDate, columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import { nameKey } from '../committees/committee-file.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { refreshWarnings } from './approve-absence.ts'
import type { AttendanceFileRefusal, AttendanceProblem, AttendanceRow } from './attendance-file.ts'

/** What an import would add; nothing is ever taken away by one. */
export interface AttendancePlan {
  readonly bodies: readonly {
    readonly name: string
    readonly isNew: boolean
    readonly counts: boolean
    readonly knownUntil: { readonly from: string | undefined; readonly to: string | undefined }
  }[]
  readonly fresh: readonly {
    readonly body: string
    readonly personId: string
    readonly name: string
    readonly date: string
  }[]
  /** Rows that are in the record already. */
  readonly known: number
}

type Planned = Outcome<AttendancePlan, AttendanceFileRefusal>

/** What would change; changes nothing. */
export async function previewAttendance(house: House, rows: readonly AttendanceRow[]): Promise<Planned> {
  return plan(house, rows, civilDate(house.now(), house.timeZone).toString())
}

/** Add what the file says, in one transaction. Importing the same file twice changes nothing the second time. */
export async function importAttendance(
  house: House,
  act: { readonly by: string; readonly rows: readonly AttendanceRow[] },
): Promise<Planned> {
  return house.transact<Planned>(act.by, async (tx) => {
    const { councilId, db } = tx
    await db.$queryRaw`SELECT "id" FROM "Council" WHERE "id" = ${councilId}::uuid FOR UPDATE`
    const planned = await plan(tx, act.rows, civilDate(tx.now, house.timeZone).toString())
    if (!planned.ok) return planned
    const { bodies, fresh } = planned.value
    const ids = new Map<string, string>()
    for (const { name, counts, knownUntil } of bodies) {
      const until = knownUntil.to === undefined ? null : columnOfDate(knownUntil.to)
      const body = await db.otherBody.upsert({
        where: { councilId_name: { councilId, name } },
        create: { councilId, name, counts, knownUntil: until },
        update: { counts, knownUntil: until },
      })
      ids.set(name, body.id)
    }
    await db.bodyAttendance.createMany({
      data: fresh.map(({ body, personId, date }) => ({
        councilId,
        bodyId: ids.get(body) ?? '',
        personId,
        date: columnOfDate(date),
        byId: act.by,
      })),
      skipDuplicates: true,
    })
    tx.audit('attendance.imported', {
      bodies: bodies.map(({ name, knownUntil }) => `${name} until ${knownUntil.to ?? 'not said'}`),
      attendances: fresh.length,
    })
    await refreshWarnings(tx)
    return planned
  })
}

async function plan(
  { councilId, db }: CouncilRows,
  rows: readonly AttendanceRow[],
  today: string,
): Promise<Planned> {
  const [people, stored, attended] = [
    await db.person.findMany({ where: { councilId } }),
    await db.otherBody.findMany({ where: { councilId } }),
    await db.bodyAttendance.findMany({ where: { councilId }, include: { body: { select: { name: true } } } }),
  ]
  const have = new Set(attended.map((it) => keyOf(it.body.name, it.personId, dateOfColumn(it.date))))
  const problems: AttendanceProblem[] = []
  const fresh = new Map<string, AttendancePlan['fresh'][number]>()
  let known = 0
  // As it is stored, or as the file first spells it.
  const bodyNames = new Map(stored.map(({ name }) => [nameKey(name), name]))
  for (const { body } of rows) if (!bodyNames.has(nameKey(body))) bodyNames.set(nameKey(body), body)
  const nameOf = (body: string) => bodyNames.get(nameKey(body)) ?? body
  const bodies = [...new Set(rows.map(({ body }) => nameOf(body)))].map((name) => {
    const own = rows.filter(({ body }) => nameOf(body) === name)
    const before = stored.find((one) => one.name === name)
    const from = before?.knownUntil ? dateOfColumn(before.knownUntil) : undefined
    const said = own.flatMap(({ knownUntil }) => knownUntil ?? [])
    const to = [...(from ? [from] : []), ...said].sort().at(-1)
    const counts = own.findLast((row) => row.counts !== undefined)?.counts ?? before?.counts ?? true
    return { name, isNew: before === undefined, counts, knownUntil: { from, to } }
  })
  for (const row of rows) {
    for (const day of [row.date, row.knownUntil])
      if (day !== undefined && day > today) problems.push({ line: row.line, fault: 'to-come', said: day })
    if (!row.who || row.date === undefined) continue
    const found = personBy(people, row.who)
    if (found.length !== 1 || !found[0]) {
      const said = row.who.email ?? row.who.name
      problems.push({ line: row.line, fault: found.length === 0 ? 'nobody' : 'several', said })
      continue
    }
    const body = nameOf(row.body)
    const until = bodies.find(({ name }) => name === body)?.knownUntil.to
    // Somebody cannot have attended after what is known, which would leave a gap that nobody sees.
    if (until !== undefined && row.date > until)
      problems.push({ line: row.line, fault: 'after-known', said: row.date })
    const key = keyOf(body, found[0].id, row.date)
    if (have.has(key) || fresh.has(key)) known += 1
    else fresh.set(key, { body, personId: found[0].id, name: displayName(found[0]), date: row.date })
  }
  return problems.length > 0
    ? refused({ code: 'file-problems', problems })
    : done({ bodies, fresh: [...fresh.values()], known })
}

function personBy<P extends { readonly name: string; readonly email: string | null }>(
  people: readonly P[],
  who: NonNullable<AttendanceRow['who']>,
): readonly P[] {
  const byEmail = people.filter(({ email }) => who.email !== undefined && email?.toLowerCase() === who.email)
  if (byEmail.length > 0 || who.name === '') return byEmail
  return people.filter(({ name }) => nameKey(name) === nameKey(who.name))
}

function keyOf(body: string, personId: string, date: string): string {
  return `${nameKey(body)}/${personId}/${date}`
}
