import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, test } from 'vitest'
import type { House } from '../../src/database/house.ts'
import { openHouses } from '../../src/database/houses.ts'
import { openDatabase } from '../../src/database/open.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { remind } from '../../src/reminders/remind.ts'
import { MOST_A_MEETING } from '../../src/reminders/rules.ts'
import { describeEveryDatabase, serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { onSlack, type Reminding, reminding } from './reminding.ts'

const REPLICAS = 20

describe.skipIf(serverMissing !== undefined)('Twenty replicas on one server', () => {
  const database = useDatabase(serverDatabase)
  const opened: { close(): Promise<void> }[] = []
  afterAll(async () => {
    for (const one of opened) await one.close()
  })

  test('that tick at the same moment remind each person once, with the record of it whole', async () => {
    const it = await reminding(database())
    await it.meeting()
    const { url } = database()
    if (url === undefined) throw new Error('this database is not on a server')
    const houses: House[] = []
    for (let replica = 0; replica < REPLICAS; replica += 1) {
      // Twenty pools of ten would be more than a server takes that nobody has set up for them.
      const own = await openDatabase({ kind: 'server', url, poolSize: 2 }, silentLog)
      opened.push(own)
      houses.push(await openHouses({ ...it.ground, prisma: own.prisma }).of(it.id))
    }
    for (const [tick, local] of ['2017-09-13T09:00', '2017-09-18T09:00', '2017-09-20T09:00'].entries()) {
      it.goTo(local)
      const told = await Promise.all(houses.map((house) => remind(house)))
      expect(told.reduce((sum, one) => sum + one, 0)).toBe(10)
      const where = { councilId: it.id }
      const counted = 10 * (tick + 1)
      expect(await it.prisma.reminderBundle.count({ where })).toBe(counted)
      expect(await it.prisma.reminderSlot.count({ where })).toBe(counted)
      expect(await it.messages()).toHaveLength(counted)
      expect((await it.messages()).filter(({ wanted }) => wanted !== 1)).toEqual([])
    }
    expect((await verifyAudit(it.prisma, it.id)).filter(({ broken }) => broken)).toEqual([])
  }, 120_000)
})

type Step =
  | { readonly does: 'wait'; readonly minutes: number }
  | { readonly does: 'tick'; readonly replicas: number }
  | { readonly does: 'fail' }
  | { readonly does: 'answer'; readonly member: number }
  | { readonly does: 'state'; readonly to: 'scheduled' | 'cancelled' | 'postponed' }

const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('wait' as const),
        minutes: fc.constantFrom(1, 59, 240, 719, 1_440, 2_880, 7_200),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ does: fc.constant('tick' as const), replicas: fc.integer({ min: 1, max: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('fail' as const) }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('answer' as const), member: fc.nat(9) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('state' as const),
        to: fc.constantFrom('scheduled' as const, 'cancelled' as const, 'postponed' as const),
      }),
    },
  ),
  { minLength: 8, maxLength: 24 },
)

describeEveryDatabase('Any order of ticks, failures, restarts, answers and changes', (database) => {
  test('gives each time once, with its message, in office hours, and stays within the limits', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const it = await reminding(database())
        const meetings = [await it.meeting(), await it.meeting('2017-09-21')]
        for (const step of taken) await take(it, step, meetings)
        it.clock.advance({ minutes: 1 })
        await it.tick()
        expect(await it.tick()).toBe(0)
        await expectLawful(it)
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

async function take(it: Reminding, step: Step, meetings: readonly string[]): Promise<void> {
  const meetingId = meetings[0] ?? ''
  switch (step.does) {
    case 'wait':
      return it.clock.advance({ minutes: step.minutes })
    case 'tick': {
      const before = await it.messages()
      const told = await Promise.all(
        // Houses of their own, as after a restart.
        Array.from({ length: step.replicas }, async () => remind(await openHouses(it.ground).of(it.id))),
      )
      const after = await it.messages()
      expect(after.length - before.length).toBe(told.reduce((sum, one) => sum + one, 0))
      return
    }
    case 'fail': {
      // Killed within the transaction, nothing of it stays.
      const before = await counts(it)
      const broken: House = {
        ...it.house,
        db: it.house.db,
        transact: (by, work) =>
          it.house.transact(by, async (tx) => {
            await work(tx)
            throw new Error('killed')
          }),
      }
      const outcome = await Promise.allSettled([remind(broken)])
      expect(['killed', undefined]).toContain(
        outcome[0]?.status === 'rejected' ? String(outcome[0].reason.message) : undefined,
      )
      expect(await counts(it)).toEqual(before)
      return
    }
    case 'answer': {
      const member = onSlack(it)[step.member]
      // Refused once the meeting is over or off: then nothing is recorded.
      if (member) await it.coming(member.id, meetingId)
      return
    }
    case 'state':
      await it.prisma.meeting.update({ where: { id: meetingId }, data: { state: step.to } })
  }
}

async function counts(it: Reminding): Promise<number[]> {
  const where = { councilId: it.id }
  return [
    await it.prisma.reminderBundle.count({ where }),
    await it.prisma.reminderSlot.count({ where }),
    (await it.messages()).length,
  ]
}

async function expectLawful(it: Reminding): Promise<void> {
  const bundles = await it.prisma.reminderBundle.findMany({
    where: { councilId: it.id },
    include: { slots: true },
  })
  expect((await it.messages()).map(({ subject, slot }) => `${subject} ${slot}`).sort()).toEqual(
    bundles.map(({ personId, day }) => `${personId} ${day.toISOString().slice(0, 10)}`).sort(),
  )
  const aMeeting = new Map<string, number>()
  for (const { at, personId, slots } of bundles) {
    const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London')
    expect(local.dayOfWeek).toBeLessThan(6)
    expect(local.hour).toBeGreaterThanOrEqual(9)
    expect(local.hour).toBeLessThan(17)
    expect(slots.length).toBeGreaterThan(0)
    for (const subject of new Set(slots.map((slot) => slot.subject)))
      aMeeting.set(`${personId} ${subject}`, (aMeeting.get(`${personId} ${subject}`) ?? 0) + 1)
  }
  expect(Math.max(0, ...aMeeting.values())).toBeLessThanOrEqual(MOST_A_MEETING)
}
