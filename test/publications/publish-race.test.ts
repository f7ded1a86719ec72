import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { discardPack } from '../../src/publications/give-pack.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { inventCouncil } from '../support/council.ts'
import { serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { draftOf, publishing } from './draft.ts'

describe.skipIf(serverMissing !== undefined)('many clerks at once (server database)', () => {
  const database = useDatabase(serverDatabase)

  test('make one publication of twenty; the others are told who was first', async () => {
    const council = await inventCouncil(database())
    const { prisma } = council.ground
    const clerks = [council.clerk, council.otherClerk]
    const packs = await Promise.all(clerks.map((clerk) => draftOf(council, undefined, clerk.id)))
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, place) => {
        // Half with a pack that was read, half typed; two clerks, the same meeting.
        const by = clerks[place % 2]?.id ?? ''
        const packId = place < 10 ? packs[place % 2] : undefined
        return publishPack(council.house, publishing(council, { by, packId, version: 1 }))
      }),
    )
    const told = outcomes.flatMap((it) => (it.ok ? [] : it.refusal))
    expect(told).toHaveLength(19)
    const where = { councilId: council.id }
    const [publication, ...more] = await prisma.publication.findMany({ where })
    expect(more).toEqual([])
    const first = clerks.find((clerk) => clerk.id === publication?.publishedById)
    for (const refusal of told)
      expect(refusal).toMatchObject({ code: 'already-published', byName: `Ms ${first?.name}` })
    expect(await prisma.meeting.count({ where })).toBe(1)
    expect(await prisma.agendaItem.count({ where })).toBe(3)
    const about = { ...where, kind: { not: 'pack-reading' } }
    const messages = await prisma.outboxMessage.findMany({ where: about })
    expect(messages.map((message) => message.wanted)).toEqual(Array.from({ length: 12 }, () => 1))
    expect((await verifyAudit(prisma, council.id)).every((it) => it.broken === undefined)).toBe(true)
  })

  test('publish or discard a pack, not both', async () => {
    const council = await inventCouncil(database())
    for (let round = 0; round < 5; round += 1) {
      const packId = await draftOf(council)
      const date = `2017-10-0${round + 1}`
      const act = publishing(council, { packId, version: 1 })
      const [published, discarded] = await Promise.all([
        publishPack(council.house, { ...act, fields: { ...act.fields, date } }),
        discardPack(council.house, { by: council.clerk.id, packId }),
      ])
      expect([published.ok, discarded.ok].filter(Boolean)).toHaveLength(1)
    }
  })
})
