import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { discardPack } from '../../src/publications/give-pack.ts'
import { withdrawSupplement } from '../../src/publications/withdraw-supplement.ts'
import { serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { agendaRead, draftOf } from './draft.ts'
import { publishedCouncil } from './supplements.ts'

describe.skipIf(serverMissing !== undefined)('many clerks at once (server database)', () => {
  const database = useDatabase(serverDatabase)

  test('who looked at one agenda publish one supplement of twelve; the others are told by whom', async () => {
    const { publish, council, rows } = await publishedCouncil(database())
    const clerks = [council.clerk, council.otherClerk]
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, place) =>
        publish(`${place + 20}. Late business (page ${place + 40}) [new]`, {
          by: clerks[place % 2]?.id ?? '',
        }),
      ),
    )
    const told = outcomes.flatMap((it) => (it.ok ? [] : it.refusal))
    expect(told).toHaveLength(11)
    for (const refusal of told) expect(refusal).toMatchObject({ code: 'another-meanwhile' })
    expect(await rows()).toMatchObject({ publications: 2, items: 8 })
    expect((await verifyAudit(council.ground.prisma, council.id)).every((it) => !it.broken)).toBe(true)
  })

  test('who give one file as supplement publish it once', async () => {
    const { publish, council } = await publishedCouncil(database())
    const packs = await Promise.all(
      [council.clerk, council.otherClerk].map((clerk) => draftOf(council, agendaRead, clerk.id)),
    )
    const outcomes = await Promise.all(packs.map((packId) => publish('8. Strategy (page 40)', { packId })))
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1)
    expect(outcomes.find((it) => !it.ok)).toMatchObject({ refusal: { code: 'already-published' } })
  })

  test('publish or discard a supplement, not both', async () => {
    const { publish, council, house } = await publishedCouncil(database())
    for (let round = 1, number = 1; round <= 5; round += 1) {
      const size = { bytes: round, sha256: `${round}`.repeat(64) }
      const packId = await draftOf(council, { ...agendaRead, size })
      const [published, discarded] = await Promise.all([
        publish(`${round + 20}. Late [new]`, { packId, number }),
        discardPack(house, { by: council.clerk.id, packId }),
      ])
      expect([published.ok, discarded.ok].filter(Boolean)).toHaveLength(1)
      if (published.ok) number += 1
    }
  })

  test('withdraw and publish in any order leave an agenda that agrees with its record', async () => {
    const { publish, lines, council, house } = await publishedCouncil(database())
    const before = await lines()
    for (let number = 1; number <= 9; number += 2) {
      const first = await publish('12. Repairs (page 40) [new]', { number })
      if (!first.ok) throw new Error(first.refusal.code)
      const { publicationId } = first.value
      const withdrawals = [council.clerk, council.otherClerk].map((clerk) =>
        withdrawSupplement(house, { by: clerk.id, publicationId }),
      )
      const [second, ...withdrawn] = await Promise.all([
        publish('12. Repairs (page 41)', { number: number + 1 }),
        ...withdrawals,
      ])
      expect(withdrawn.filter((it) => it.ok)).toHaveLength(1)
      const now = await lines()
      // Published before the withdrawal, it keeps the item; after it, there was no such item to add to.
      if (second.ok) expect(now.at(-1)).toContain(`12 Repairs ${number + 1}:41-41`)
      else {
        expect(second.refusal).toMatchObject({ code: 'no-such-item' })
        expect(now).toEqual(before)
      }
      if (second.ok) {
        const { publicationId: id } = second.value
        await withdrawSupplement(house, { by: council.clerk.id, publicationId: id })
      } else if (!second.ok) number -= 1
      expect(await lines()).toEqual(before)
    }
    expect((await verifyAudit(council.ground.prisma, council.id)).every((it) => !it.broken)).toBe(true)
  })
})
