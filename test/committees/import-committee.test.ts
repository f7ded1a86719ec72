import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { civilDate, columnOfDate, dateOfColumn } from '../../src/calendar/civil.ts'
import { councilByName, councilByTeam, ensureCouncil } from '../../src/committees/councils.ts'
import { importCommittee, OPERATOR, previewImport } from '../../src/committees/import-committee.ts'
import {
  clerksOf,
  committeesWhereClerk,
  committeesWhereSitting,
  displayName,
  isClerk,
  membersOn,
  personBySlackUser,
} from '../../src/committees/people.ts'
import { followMembership } from '../../src/publications/restricted-follow.ts'
import { describeWithDatabase, type TestDatabase } from '../support/databases.ts'
import {
  councillor,
  everybodyInSlack,
  fileOf,
  inventedRows,
  type Row,
  slackId,
} from './invented-committee.ts'

let council = 0

describeWithDatabase('importing a committee', (database) => {
  let name: string
  let now: Temporal.Instant
  const ground = () => ({ prisma: database().prisma, now: () => now, onMessages: () => undefined })

  beforeEach(() => {
    council += 1
    name = `Exmoor Vale Council ${council}`
    now = Temporal.Instant.from('2026-05-20T22:30:00Z')
  })

  function request(rows: readonly Row[]) {
    const file = { ...fileOf(rows), council: name }
    const found = everybodyInSlack(file)
    return { file, slack: found, team: { id: `T${name}`, name }, by: OPERATOR }
  }

  async function importing(rows: readonly Row[]) {
    const outcome = await importCommittee(ground(), request(rows), followMembership)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    return outcome.value
  }

  async function stored() {
    const { prisma } = database()
    const found = await councilByName(prisma, name)
    if (!found) throw new Error('the council is not stored')
    const councilId = found.id
    const committee = await prisma.committee.findFirstOrThrow({ where: { councilId } })
    return { councilId, committeeId: committee.id, committee, rows: { councilId, db: prisma } }
  }

  async function sitting(date: string) {
    const { councilId, committeeId } = await stored()
    const members = await membersOn(database().prisma, councilId, committeeId, date)
    return members.map((member) => `${member.position} ${member.person.name} ${member.office}`)
  }

  test('a dry run changes nothing, not even the council', async () => {
    const preview = await previewImport(ground(), request(inventedRows))
    expect(preview.ok && preview.value.differences.length).toBeGreaterThan(20)
    expect(await councilByName(database().prisma, name)).toBeUndefined()
  })

  test('everybody gets their seat, duty and Slack account from the day of the import', async () => {
    await importing(inventedRows)
    const { councilId, committeeId, committee, rows } = await stored()
    expect(committee).toMatchObject({ quorum: 3, channelId: 'C0WELLBEING', clerksChannelId: 'C0CLERKS' })
    // 22:30 UTC in May is the same evening in London.
    expect(await sitting('2026-05-19')).toEqual([])
    expect(await sitting('2026-05-20')).toEqual([
      '1 Ada Quill chair',
      '2 Bram Osgood viceChair',
      '3 Finn Aldous none',
      '4 Dev Marlow none',
      '5 Cora Velde none',
      '6 Edie Zambra none',
      '7 Gwen Tolley none',
    ])
    const withSubstitutes = await membersOn(rows.db, councilId, committeeId, '2026-05-20', {
      substitutes: true,
    })
    expect(withSubstitutes.at(-1)).toMatchObject({ kind: 'substitute', group: 'Gorse' })
    const [clerk] = await clerksOf(rows, committeeId)
    expect(clerk && displayName(clerk)).toBe('Ms Iris Bonham')
    const iris = await personBySlackUser(rows.db, councilId, slackId('iris.bonham@exmoorvale.example'))
    expect(iris?.id).toBe(clerk?.id)
    expect(await isClerk(rows, committeeId, clerk?.id ?? '')).toBe(true)
    expect(await committeesWhereClerk(rows, clerk?.id ?? '')).toHaveLength(1)
    expect(await committeesWhereSitting(rows, clerk?.id ?? '', '2026-05-20')).toEqual([])
    expect((await councilByTeam(rows.db, `T${name}`))?.id).toBe(councilId)
  })

  test('importing the same file twice changes nothing the second time', async () => {
    await importing(inventedRows)
    const before = await everything(database(), name)
    now = now.add({ hours: 48 })
    expect((await importing([...inventedRows].reverse())).differences).toEqual([])
    expect(await everything(database(), name)).toEqual(before)
  })

  test('whatever the committee was before, importing a file twice is importing it once', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(anyCommittee, anyCommittee, fc.nat(3), async (before, after, days) => {
        runs += 1
        name = `Exmoor Vale Council ${council}, run ${runs}`
        await importing(before)
        now = now.add({ hours: 24 * days })
        await importing(after)
        expect((await importing(after)).differences).toEqual([])
        const { councilId } = await stored()
        const date = civilDate(now, 'Europe/London').toString()
        const sitting = await database().prisma.seatOccupancy.findMany({
          where: {
            councilId,
            since: { lte: columnOfDate(date) },
            OR: [{ until: null }, { until: { gte: columnOfDate(date) } }],
          },
        })
        const seated = after.filter((row) => row.role !== 'clerk')
        expect(sitting).toHaveLength(seated.length)
        expect(new Set(sitting.map((row) => row.seatId)).size).toBe(seated.length)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('a member who leaves stays in the history of the seat that the next one takes', async () => {
    await importing(inventedRows)
    now = now.add({ hours: 24 * 10 })
    await importing([
      ...inventedRows.filter((row) => row.name !== 'Dev Marlow'),
      councillor('Lena Hext', 'member', 'Heather'),
    ])
    expect(await sitting('2026-05-29')).toContain('4 Dev Marlow none')
    expect(await sitting('2026-05-30')).toContain('4 Lena Hext none')
    expect(await sitting('2026-05-30')).not.toContain('4 Dev Marlow none')
  })

  test('a new chair is chair from the day of the import, in the same seat', async () => {
    await importing(inventedRows)
    now = now.add({ hours: 24 })
    await importing(
      inventedRows.map((row) =>
        row.name === 'Ada Quill'
          ? { ...row, role: 'member' }
          : row.name === 'Cora Velde'
            ? { ...row, role: 'chair' }
            : row,
      ),
    )
    expect(await sitting('2026-05-20')).toContain('1 Ada Quill chair')
    expect(await sitting('2026-05-21')).toEqual(
      expect.arrayContaining(['1 Ada Quill none', '5 Cora Velde chair']),
    )
  })

  test('a mistake mended on the same day leaves no trace in the seat', async () => {
    await importing(inventedRows)
    await importing(
      inventedRows.map((row) => (row.name === 'Ada Quill' ? { ...row, role: 'vice-chair' } : row)),
    )
    await importing(inventedRows)
    const { councilId } = await stored()
    const occupancies = await database().prisma.seatOccupancy.findMany({ where: { councilId } })
    expect(occupancies).toHaveLength(8)
    expect(occupancies.map(({ since }) => dateOfColumn(since))).toEqual(Array(8).fill('2026-05-20'))
  })

  test('a seat that nobody takes stays as a vacancy, and is filled before a seat is added', async () => {
    await importing(inventedRows)
    await importing(inventedRows.filter((row) => row.name !== 'Finn Aldous'))
    const plan = await importing([
      ...inventedRows.filter((row) => row.name !== 'Finn Aldous'),
      councillor('Lena Hext', 'member', 'Gorse'),
    ])
    expect(plan.differences.map(({ code }) => code)).toEqual(['person-new', 'seat-changed', 'seat-filled'])
  })

  test('two imports at once seat everybody once', async () => {
    await Promise.all([importing(inventedRows), importing(inventedRows)])
    const { councilId } = await stored()
    const { prisma } = database()
    expect(await prisma.seatOccupancy.count({ where: { councilId } })).toBe(8)
    expect(await prisma.person.count({ where: { councilId } })).toBe(10)
  })

  test('what the audit trail keeps names nobody', async () => {
    await importing(inventedRows)
    const { councilId } = await stored()
    const entries = await database().prisma.auditEntry.findMany({ where: { councilId } })
    expect(entries.length).toBeGreaterThan(20)
    const text = entries.map(({ canonical }) => canonical).join('\n')
    for (const { name: person, email } of inventedRows) {
      expect(text).not.toContain(person)
      if (email) expect(text).not.toContain(email)
    }
  })

  test('a Slack workspace of one council is refused to another, and nothing stays', async () => {
    await importing(inventedRows)
    const other = `${name} Elsewhere`
    const team = { id: `T${name}`, name }
    const outcome = await ensureCouncil(ground(), { name: other, nation: 'england', team })
    expect(outcome).toEqual({
      ok: false,
      refusal: { code: 'team-of-another-council', council: other, owner: name },
    })
    expect(await councilByName(database().prisma, other)).toBeUndefined()
  })

  test('a council made twice at once is made once', async () => {
    const wanted = { name, nation: 'wales' as const, team: { id: `T${name}`, name } }
    const made = await Promise.all([ensureCouncil(ground(), wanted), ensureCouncil(ground(), wanted)])
    expect(new Set(made.map((outcome) => (outcome.ok ? outcome.value.id : 'refused'))).size).toBe(1)
  })
})

const people = ['Ada Quill', 'Bram Osgood', 'Cora Velde', 'Dev Marlow', 'Edie Zambra', 'Finn Aldous']

/** A committee of some of six people, in any roles and groups; the first of them chairs. */
const anyCommittee = fc
  .record({
    some: fc.shuffledSubarray(people, { minLength: 1 }),
    roles: fc.array(fc.constantFrom('member', 'vice-chair', 'substitute', 'co-optee', 'clerk'), {
      minLength: 6,
      maxLength: 6,
    }),
    groups: fc.array(fc.constantFrom('Heather', 'Gorse', ''), { minLength: 6, maxLength: 6 }),
    withEmail: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  })
  .map(({ some, roles, groups, withEmail }) =>
    some.map((name, at): Row => {
      const role = at === 0 ? 'chair' : (roles[at] ?? 'member')
      const isCouncillor = role !== 'co-optee' && role !== 'clerk'
      return {
        ...(at === 0 ? inventedRows[0] : {}),
        ...councillor(name, role, isCouncillor ? (groups[at] ?? '') : ''),
        voting: '',
        ...(withEmail[at] ? {} : { email: '' }),
      }
    }),
  )

async function everything({ prisma }: TestDatabase, name: string) {
  const councilId = (await councilByName(prisma, name))?.id ?? ''
  const where = { councilId }
  return {
    people: await prisma.person.findMany({ where, orderBy: { id: 'asc' } }),
    seats: await prisma.seat.findMany({ where, orderBy: { id: 'asc' } }),
    occupancies: await prisma.seatOccupancy.findMany({ where, orderBy: { id: 'asc' } }),
    roles: await prisma.committeeRole.findMany({ where, orderBy: { id: 'asc' } }),
    audit: await prisma.auditEntry.findMany({ where, orderBy: { id: 'asc' } }),
  }
}
