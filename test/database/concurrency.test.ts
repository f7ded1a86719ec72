import { describe, expect, test } from 'vitest'
import { isTransientConflict } from '../../src/database/transient.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { inventCouncil, transactionsOf } from '../support/council.ts'
import { serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'

/** PGlite has one connection, where transactions stand in a row: only a server can put them in each other's way. */
describe.skipIf(serverMissing !== undefined)('transactions side by side (server database)', () => {
  const database = useDatabase(serverDatabase)

  test('that lock rows crosswise both come through, each once', async () => {
    const council = await inventCouncil(database())
    const names = ['Heather', 'Gorse']
    const { prisma } = council.ground
    await prisma.politicalGroup.createMany({ data: names.map((name) => ({ councilId: council.id, name })) })
    const met = meeting(2)
    const tries = [0, 0]
    const crossing = (order: readonly string[], place: number) =>
      transactionsOf(council)(async (tx) => {
        tries[place] = (tries[place] ?? 0) + 1
        for (const name of order) {
          await tx.db.$queryRaw`SELECT "id" FROM "PoliticalGroup"
            WHERE "councilId" = ${tx.councilId}::uuid AND "name" = ${name} FOR UPDATE`
          await met()
        }
        tx.audit('groups.crossed', { order })
      })
    await Promise.all([crossing(names, 0), crossing([...names].reverse(), 1)])
    expect(tries[0] ?? 0).toBeGreaterThan(0)
    expect((tries[0] ?? 0) + (tries[1] ?? 0)).toBeGreaterThan(2)
    expect(await prisma.auditEntry.count({ where: { councilId: council.id } })).toBe(2)
  })

  test('that note in the same chains in opposite orders never wait for each other for ever', async () => {
    const council = await inventCouncil(database())
    const scopes = [council.committee.id, council.second.committee.id, undefined]
    await Promise.all(
      Array.from({ length: 12 }, (_, round) =>
        transactionsOf(council)(async (tx) => {
          for (const scope of round % 2 === 0 ? scopes : [...scopes].reverse())
            tx.audit('round.noted', { round }, scope)
        }),
      ),
    )
    const verdicts = await verifyAudit(council.ground.prisma, council.id)
    expect(verdicts.map(({ length, broken }) => ({ length, broken }))).toEqual(
      scopes.map(() => ({ length: 12, broken: undefined })),
    )
  })

  test('that append to one chain at once leave no gap and no fork in it', async () => {
    const council = await inventCouncil(database())
    const { prisma } = council.ground
    const appends = Array.from({ length: 40 }, (_, round) =>
      transactionsOf(council)(async (tx) => {
        tx.audit('round.noted', { round, part: 'first' }, council.committee.id)
        tx.audit('round.noted', { round, part: 'second' }, council.committee.id)
      }),
    )
    await Promise.all(appends)
    const entries = await prisma.auditEntry.findMany({
      where: { councilId: council.id },
      orderBy: { sequence: 'asc' },
    })
    expect(entries.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 80 }, (_, place) => place + 1),
    )
    expect(new Set(entries.map((entry) => entry.previous)).size).toBe(80)
    expect(await verifyAudit(prisma, council.id)).toEqual([
      { councilId: council.id, scope: council.committee.id, length: 80, broken: undefined },
    ])
  })

  test('that want the same message want one message, as often as they said', async () => {
    const council = await inventCouncil(database())
    const { prisma } = council.ground
    const wanting = Array.from({ length: 20 }, () =>
      transactionsOf(council)((tx) =>
        tx.show({ kind: 'card', subject: 'a', recipient: { channel: council.committee.channelId } }),
      ),
    )
    await Promise.all(wanting)
    const [message, ...more] = await prisma.outboxMessage.findMany({ where: { councilId: council.id } })
    expect(more).toEqual([])
    expect(message?.wanted).toBe(20)
  })
})

describe('a conflict that passes', () => {
  test.each([
    ['Prisma’s own code', { code: 'P2034' }, true],
    ['PostgreSQL’s deadlock', { code: '40P01' }, true],
    [
      'a serialisation failure, wrapped for a raw statement',
      { code: 'P2010', meta: { code: '40001' } },
      true,
    ],
    ['the driver’s code, deep inside', { cause: { originalCode: '40P01' } }, true],
    [
      'a conflict that the driver adapter names',
      { meta: { driverAdapterError: { cause: { kind: 'TransactionWriteConflict' } } } },
      true,
    ],
    ['a unique key', { code: 'P2002' }, false],
    ['a lost connection', { code: 'ECONNRESET' }, false],
    ['no error at all', undefined, false],
  ])('%s', (_name, error, transient) => {
    expect(isTransientConflict(error)).toBe(transient)
  })

  test('is not looked for without end in an error that is its own cause', () => {
    const error: { cause?: unknown } = {}
    error.cause = error
    expect(isTransientConflict(error)).toBe(false)
  })
})

/** A place where so many wait for each other the first time that they come. */
function meeting(of: number): () => Promise<void> {
  let open = () => {}
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  let here = 0
  return async () => {
    here += 1
    if (here >= of) open()
    await all
  }
}
