import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { OutboxState } from '../../src/database/generated/client.ts'
import { type IntendedMessage, messageKey } from '../../src/database/intended-message.ts'
import { inventCouncil, inventTwoCouncils, transactionsOf } from '../support/council.ts'
import { describeEveryDatabase } from '../support/databases.ts'

describeEveryDatabase('a message that is wanted', (database) => {
  async function wanted(changes: Partial<IntendedMessage> = {}) {
    const council = await inventCouncil(database())
    const { prisma } = council.ground
    const message = {
      kind: 'card',
      subject: 'the meeting',
      recipient: { channel: council.committee.channelId },
      committeeId: council.committee.id,
      ...changes,
    }
    const transaction = transactionsOf(council)
    const show = () => transaction((tx) => tx.show(message))
    const refresh = (recipient?: IntendedMessage['recipient']) =>
      transaction((tx) =>
        tx.refresh({ kind: message.kind, subject: message.subject, ...(recipient ? { recipient } : {}) }),
      )
    await show()
    return {
      council,
      show,
      refresh,
      row: () => prisma.outboxMessage.findFirstOrThrow({ where: { councilId: council.id } }),
      count: () => prisma.outboxMessage.count({ where: { councilId: council.id } }),
      put: (state: OutboxState) =>
        prisma.outboxMessage.updateMany({ where: { councilId: council.id }, data: { state, attempts: 3 } }),
    }
  }

  test('waits once, due at once, with the committee whose clerks hear of trouble', async () => {
    const { row, council } = await wanted()
    expect(await row()).toMatchObject({
      state: 'pending',
      wanted: 1,
      shown: 0,
      recipient: `channel:${council.committee.channelId}`,
      committeeId: council.committee.id,
      dueAt: new Date('2017-09-06T08:00:00Z'),
      harmless: false,
    })
  })

  test('waits until it is due where it shall come later', async () => {
    const { row } = await wanted({ dueAt: Temporal.Instant.from('2017-09-07T08:00:00Z') })
    expect((await row()).dueAt).toEqual(new Date('2017-09-07T08:00:00Z'))
  })

  test.each(['pending', 'sending', 'ambiguous'] as const)(
    'again while %s stays so, and only the wish grows',
    async (state) => {
      const { show, put, row, count } = await wanted()
      await put(state)
      await show()
      expect(await row()).toMatchObject({ state, wanted: 2, attempts: 3 })
      expect(await count()).toBe(1)
    },
  )

  test.each(['sent', 'failed', 'dropped'] as const)(
    'again after it was %s waits anew, with all its tries',
    async (state) => {
      const { show, put, row, council } = await wanted()
      await put(state)
      council.clock.advance({ hours: 1 })
      await show()
      expect(await row()).toMatchObject({
        state: 'pending',
        wanted: 2,
        attempts: 0,
        dueAt: new Date('2017-09-06T09:00:00Z'),
      })
    },
  )

  test.each([
    ['sent', { state: 'pending', wanted: 2, attempts: 0 }],
    ['pending', { state: 'pending', wanted: 2, attempts: 3 }],
    ['sending', { state: 'sending', wanted: 2, attempts: 3 }],
    ['ambiguous', { state: 'ambiguous', wanted: 2, attempts: 3 }],
    ['failed', { state: 'failed', wanted: 1, attempts: 3 }],
    ['dropped', { state: 'dropped', wanted: 1, attempts: 3 }],
  ] as const)('and %s is refreshed only where it may stand', async (state, after) => {
    const { refresh, put, row } = await wanted()
    await put(state)
    await refresh()
    expect(await row()).toMatchObject(after)
  })

  test('is not posted by a refresh that nobody wanted before', async () => {
    const council = await inventCouncil(database())
    await transactionsOf(council)((tx) => tx.refresh({ kind: 'card', subject: 'nothing' }))
    expect(await council.ground.prisma.outboxMessage.count({ where: { councilId: council.id } })).toBe(0)
  })

  test('is refreshed for one recipient without the others', async () => {
    const { refresh, council, row } = await wanted()
    await refresh({ channel: 'CANOTHER' })
    expect((await row()).wanted).toBe(1)
    await refresh({ channel: council.committee.channelId })
    expect((await row()).wanted).toBe(2)
  })

  test('is one council’s own, although another wants the very same', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const same = { kind: 'card', subject: 'the meeting', recipient: { channel: 'CSAME' } }
    for (const council of [ours, theirs]) await transactionsOf(council)((tx) => tx.show(same))
    await transactionsOf(ours)((tx) => tx.refresh(same))
    const wantedBy = async ({ id }: typeof ours) =>
      (await ours.ground.prisma.outboxMessage.findFirstOrThrow({ where: { councilId: id } })).wanted
    expect(await wantedBy(ours)).toBe(2)
    expect(await wantedBy(theirs)).toBe(1)
  })
})

describe('the key of a message', () => {
  const card: IntendedMessage = { kind: 'card', subject: 'm1', recipient: { channel: 'C1' } }

  test('is the same for the same intent, whoever has it and whenever', () => {
    const later = {
      ...card,
      committeeId: 'k',
      harmless: true,
      dueAt: Temporal.Instant.from('2030-01-01T00:00Z'),
    }
    expect(messageKey(later)).toBe(messageKey(card))
  })

  test('differs by kind, subject, recipient and slot', () => {
    const keys = [
      card,
      { ...card, kind: 'list' },
      { ...card, subject: 'm2' },
      { ...card, recipient: { channel: 'C2' } },
      { ...card, recipient: { person: 'C1' } },
      { ...card, slot: 'supplement-1' },
    ].map(messageKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
