import { describe, expect, test } from 'vitest'
import { NestedTransaction, SCRUTINEER, transact } from '../../src/database/transact.ts'
import { done, refused } from '../../src/outcome.ts'
import { type InventedCouncil, inventCouncil, transactionsOf } from '../support/council.ts'
import { describeEveryDatabase } from '../support/databases.ts'

describeEveryDatabase('one transaction', (database) => {
  const somewhere = () => inventCouncil(database())

  async function everythingIn({ ground, id }: InventedCouncil) {
    const where = { councilId: id }
    const [groups, entries, messages] = [
      await ground.prisma.politicalGroup.count({ where }),
      await ground.prisma.auditEntry.count({ where }),
      await ground.prisma.outboxMessage.count({ where }),
    ]
    return { groups, entries, messages }
  }

  /** A change, its audit and its message: what every use case makes. */
  function change(council: InventedCouncil, end: () => unknown = () => done(undefined)) {
    return transactionsOf(council)(async (tx) => {
      await tx.db.politicalGroup.create({ data: { councilId: tx.councilId, name: 'Heather' } })
      tx.audit('group.made', { name: 'Heather' }, council.committee.id)
      await tx.show({ kind: 'card', subject: 'a', recipient: { channel: council.committee.channelId } })
      return end()
    })
  }

  test('keeps the change, its audit and its message together', async () => {
    const council = await somewhere()
    expect(await change(council)).toEqual(done(undefined))
    expect(await everythingIn(council)).toEqual({ groups: 1, entries: 1, messages: 1 })
    expect(council.wakeUps()).toBe(1)
  })

  test('leaves nothing of a refusal, and wakes nobody', async () => {
    const council = await somewhere()
    const outcome = await change(council, () => refused({ code: 'not-now' }))
    expect(outcome).toEqual({ ok: false, refusal: { code: 'not-now' } })
    expect(await everythingIn(council)).toEqual({ groups: 0, entries: 0, messages: 0 })
    expect(council.wakeUps()).toBe(0)
  })

  test('leaves nothing of a failure, and says what failed', async () => {
    const council = await somewhere()
    const failing = change(council, () => {
      throw new Error('the roof leaks')
    })
    await expect(failing).rejects.toThrow('the roof leaks')
    expect(await everythingIn(council)).toEqual({ groups: 0, entries: 0, messages: 0 })
    expect(council.wakeUps()).toBe(0)
  })

  test('leaves nothing when only its audit cannot be written', async () => {
    const council = await somewhere()
    const failing = transactionsOf(council)(async (tx) => {
      await tx.db.politicalGroup.create({ data: { councilId: tx.councilId, name: 'Gorse' } })
      // A zero character: PostgreSQL's text takes none.
      tx.audit('group.made', { name: 'Gorse' }, 'a\u0000b')
    })
    await expect(failing).rejects.toThrow()
    expect(await everythingIn(council)).toEqual({ groups: 0, entries: 0, messages: 0 })
  })

  test('has one instant from its beginning to its end', async () => {
    const council = await somewhere()
    await council.house.transact(SCRUTINEER, async (tx) => {
      const began = tx.now
      council.clock.advance({ hours: 1 })
      tx.audit('time.noted', {})
      expect(tx.now.equals(began)).toBe(true)
    })
    const entry = await council.ground.prisma.auditEntry.findFirstOrThrow({
      where: { councilId: council.id },
    })
    expect(entry.canonical).toContain('2017-09-06T08:00:00Z')
  })

  describe('opened inside another', () => {
    test('is refused at once, before the one connection is waited for', async () => {
      const council = await somewhere()
      const nested = council.house.transact(SCRUTINEER, () =>
        council.house.transact(SCRUTINEER, async () => 'never'),
      )
      await expect(nested).rejects.toBeInstanceOf(NestedTransaction)
      expect(await council.house.transact(SCRUTINEER, async () => 'and afterwards all is well')).toContain(
        'well',
      )
    })

    test('is refused too when the outer client is used by way of the house', async () => {
      const council = await somewhere()
      const reading = council.house.transact(SCRUTINEER, async () => council.house.db.person.count())
      await expect(reading).rejects.toBeInstanceOf(NestedTransaction)
    })

    test('is refused although it belongs to another council', async () => {
      const council = await somewhere()
      const another = await somewhere()
      const nested = council.house.transact(SCRUTINEER, () => change(another))
      await expect(nested).rejects.toBeInstanceOf(NestedTransaction)
      expect(await everythingIn(another)).toEqual({ groups: 0, entries: 0, messages: 0 })
    })
  })

  test('is tried again when another was in its way, and has its effect once', async () => {
    const council = await somewhere()
    let tries = 0
    await transactionsOf(council)(async (tx) => {
      tries += 1
      await tx.db.politicalGroup.create({ data: { councilId: tx.councilId, name: 'Heather' } })
      tx.audit('group.made', { tries })
      if (tries < 3) throw Object.assign(new Error('could not serialize access'), { code: '40001' })
    })
    expect(tries).toBe(3)
    expect(await everythingIn(council)).toMatchObject({ groups: 1, entries: 1 })
  })

  test('gives up in the end, with the reason', async () => {
    const council = await somewhere()
    let tries = 0
    const never = transact({ ...council.ground, councilId: council.id }, 'operator', async () => {
      tries += 1
      throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    })
    await expect(never).rejects.toThrow('deadlock detected')
    expect(tries).toBe(6)
  })

  test('is not tried again for what trying again cannot mend', async () => {
    const council = await somewhere()
    let tries = 0
    const failing = transactionsOf(council)(async (tx) => {
      tries += 1
      const data = { councilId: tx.councilId, name: 'Heather' }
      await tx.db.politicalGroup.create({ data })
      await tx.db.politicalGroup.create({ data })
    })
    await expect(failing).rejects.toMatchObject({ code: 'P2002' })
    expect(tries).toBe(1)
  })
})
