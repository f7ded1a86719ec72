import { Temporal } from 'temporal-polyfill'
import { civilDate, dateOfColumn, instantOf, toDate, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, displayName, personOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { grouped } from '../grouped.ts'
import { headsByLine } from './asked-ground.ts'
import { notedOf } from './asked-rows.ts'
import type { EscalationStep, WhyNot } from './escalation-rules.ts'
import { WHY_NOT } from './escalation-rules.ts'
import { trackedRows } from './rows.ts'
import type { TrackedRow } from './types.ts'

/** Somebody who could not be told. */
export interface NotTold {
  readonly person: CouncilPerson | undefined
  /** As papers name them; empty where nobody owes it. */
  readonly name: string
  readonly why: WhyNot
  readonly step: EscalationStep
  readonly rows: readonly TrackedRow[]
}

/** What of a day's asking needs the clerks of a committee, as far as it is still owed. */
export interface OwedDay {
  readonly committeeId: string
  readonly committeeName: string
  readonly day: string
  readonly notTold: readonly NotTold[]
  readonly agendas: readonly {
    readonly meetingId: string
    readonly date: string
    readonly rows: readonly TrackedRow[]
    readonly heads: readonly string[]
  }[]
  /** Of which final notice has gone by, with the day on which it was given. */
  readonly letters: readonly { readonly row: TrackedRow; readonly noticedOn: string | undefined }[]
}

/** @param day ISO civil date in the council's zone */
export async function owedDay(house: House, committeeId: string, day: string): Promise<OwedDay | undefined> {
  const { councilId, db, timeZone } = house
  const committee = await db.committee.findFirst({ where: { councilId, id: committeeId } })
  if (!committee) return undefined
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
  const [from, until] = [day, next].map((one) => toDate(instantOf(one, '00:00', timeZone)))
  const stored = await db.escalation.findMany({
    where: { councilId, committeeId, ...(from && until ? { at: { gte: from, lt: until } } : {}) },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const notes = stored.map((note) => notedOf(note, timeZone))
  const rows = await trackedRows(house, { id: { in: notes.flatMap(({ rowIds }) => rowIds) } })
  const owed = rows.filter((row) => row.state === 'open' && !row.isAnswered)
  const owedOf = (ids: readonly string[]) => owed.filter(({ id }) => ids.includes(id))
  const undelivered = notes.filter(({ outcome }) => outcome === 'undeliverable')
  const people = await db.person.findMany({
    where: { councilId, id: { in: undelivered.flatMap(({ personId }) => personId ?? []) } },
  })
  const lines = await headsByLine(house, owed)
  const notTold = undelivered.flatMap(({ personId, why, step, rowIds }): NotTold[] => {
    const found = people.find(({ id }) => id === personId)
    const person = found && personOf(found)
    const code = WHY_NOT.find((one) => one === why)
    const open = owedOf(rowIds).filter((row) => isStillSo(row, { why: code, step, person, lines }))
    if (open.length === 0 || code === undefined) return []
    return [{ person, name: nameOf(person, open, code), why: code, step, rows: open }]
  })
  const agendaNotes = notes.filter(({ step, meetingId }) => step === 'agenda' && meetingId !== undefined)
  const meetings = await db.meeting.findMany({
    where: { councilId, id: { in: agendaNotes.flatMap(({ meetingId }) => meetingId ?? []) } },
    select: { id: true, date: true },
  })
  const agendas = [...grouped(agendaNotes, ({ meetingId }) => meetingId ?? '')].flatMap(([meetingId, of]) => {
    const meeting = meetings.find(({ id }) => id === meetingId)
    const open = owedOf(of.flatMap(({ rowIds }) => rowIds))
    if (!meeting || open.length === 0) return []
    const heads = open.flatMap(({ owners, isClosed }) =>
      owners.flatMap(({ role, person, name }) =>
        role === 'head'
          ? isClosed && !person
            ? []
            : [name]
          : person
            ? (lines.get(person.id) ?? []).map(displayName)
            : [],
      ),
    )
    return [{ meetingId, date: dateOfColumn(meeting.date), rows: open, heads: [...new Set(heads)] }]
  })
  const lettered = notes.filter(({ step }) => step === 'letter').flatMap(({ rowIds }) => owedOf(rowIds))
  const finals = await db.escalation.findMany({
    where: {
      councilId,
      committeeId,
      step: 'finalNotice',
      groupKey: { in: [...new Set(lettered.map(({ groupKey }) => groupKey))] },
    },
    orderBy: { at: 'asc' },
    select: { rowIds: true, at: true },
  })
  const letters = lettered.map((row) => {
    const final = finals.find(({ rowIds }) => rowIds.includes(row.id))
    return { row, noticedOn: final && civilDate(toInstant(final.at), timeZone).toString() }
  })
  return { committeeId, committeeName: committee.name, day, notTold, agendas, letters }
}

/** Whether it is still that person who would have to be told of a row, or still nobody: owners are handed on. */
function isStillSo(
  { owners }: TrackedRow,
  of: {
    readonly why: WhyNot | undefined
    readonly step: EscalationStep
    readonly person: CouncilPerson | undefined
    readonly lines: ReadonlyMap<string, readonly CouncilPerson[]>
  },
): boolean {
  const { why, step, person, lines } = of
  const owing = owners.filter(({ role }) => role === 'owner')
  const heads = [
    ...owners.filter(({ role }) => role === 'head').map((head) => head.person?.id),
    ...owing.flatMap((owner) => (owner.person ? (lines.get(owner.person.id) ?? []) : [])).map(({ id }) => id),
  ]
  if (why === 'no-owner') return owing.length === 0
  if (why === 'no-head') return heads.length === 0
  if (step === 'headOfService') return heads.includes(person?.id)
  return owing.some((owner) => owner.person?.id === person?.id)
}

/** Of those whom the council does not know, the names that papers give them; none of closed business (law 3). */
function nameOf(person: CouncilPerson | undefined, rows: readonly TrackedRow[], why: WhyNot): string {
  if (person) return displayName(person)
  if (why === 'no-owner' || why === 'no-head') return ''
  const names = rows.flatMap(({ owners, isClosed }) =>
    (isClosed ? [] : owners).filter((one) => one.role === 'owner' && !one.person).map(({ name }) => name),
  )
  return [...new Set(names)].join(', ')
}
