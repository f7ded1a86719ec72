import { expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { correctPack, packToCorrect } from '../../src/publications/correct-pack.ts'
import { lineOfItem } from '../../src/publications/correction-lines.ts'
import { itemsOf } from '../../src/publications/item-lines.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { ADDRESS, restrictedStage } from './restricted.ts'
import { publishedCouncil } from './supplements.ts'

const SECRET = 'Harbourside lease settlement'
const AGENDA = `1. Apologies\n2. ${SECRET} (pages 1-6) (lead: Ann Lee) https://underfell.example/lease.pdf\n3. Raods [to follow]`

describeWithDatabase('Papers that are out', (database) => {
  async function stage() {
    const it = await publishedCouncil(database(), { items: itemsOf(AGENDA).items })
    const { council, house, meetingId } = it
    const { prisma } = council.ground
    const correct = (lines: string, how: { by?: string; version?: number; publicAddress?: string } = {}) =>
      correctPack(house, {
        by: council.clerk.id,
        meetingId,
        version: 0,
        publicAddress: 'https://democracy.underfell.example/pack.pdf',
        ...how,
        items: itemsOf(lines).items,
      })
    const cardSays = async () => {
      await prisma.outboxMessage.updateMany({
        where: { councilId: council.id, state: 'pending' },
        data: { state: 'sent' },
      })
      return (await it.rendered('pack-card', '')).said
    }
    return { ...it, prisma, correct, cardSays }
  }

  test('are corrected line by line: the card says what and when, and the law’s days stay', async () => {
    const { house, meetingId, correct, cardSays, agenda, prisma, council } = await stage()
    const found = await packToCorrect(house, meetingId)
    const before = await agenda()
    expect(found?.items.map((item) => lineOfItem(item))).toEqual(itemsOf(AGENDA).items)
    await cardSays()
    expect(await correct(AGENDA.replace('Raods', 'Roads (pages 7-9)'))).toMatchObject({
      value: { items: [{ place: 3 }], address: false, fileStands: false },
    })
    const pending = await prisma.outboxMessage.groupBy({
      by: ['kind'],
      where: { councilId: council.id, state: 'pending' },
    })
    expect(pending.map(({ kind }) => kind).toSorted()).toEqual(['member', 'pack-card'])
    const card = await cardSays()
    expect(card).toContain('Roads _(pages 7–9)_')
    expect(card).toMatch(/Corrected \d\d:\d\d on .*: item 3\n/)
    const after = await agenda()
    expect(after.notice?.state).toBe(before.notice?.state)
    expect(after.openedOn?.toString()).toBe(before.openedOn?.toString())
    expect(after.entries.map(({ lateness }) => lateness)).toEqual(
      before.entries.map(({ lateness }) => lateness),
    )
  })

  test('lose the title, the lead and the report of an item that should not have been open', async () => {
    const { correct, cardSays, prisma, council } = await stage()
    expect(await correct('1. Apologies\n2. [closed 3]\n3. Raods [to follow]')).toMatchObject({ ok: true })
    const card = await cardSays()
    expect(card).toContain('2. An item that is not open to the public: ')
    const where = { councilId: council.id }
    const kept = JSON.stringify([
      card,
      await prisma.agendaItem.findMany({ where }),
      await prisma.itemReport.findMany({ where }),
      await prisma.auditEntry.findMany({ where }),
      await prisma.publication.findMany({ where }),
    ])
    for (const secret of [SECRET, 'Ann Lee', 'lease.pdf']) expect(kept).not.toContain(secret)
    expect((await verifyAudit(prisma, council.id)).every(({ broken }) => broken === undefined)).toBe(true)
  })

  test('get the address that was not known when they were published, and are online since', async () => {
    const it = await stage()
    const publicAddress = 'https://democracy.underfell.example/later.pdf'
    expect(await it.correct(AGENDA, { publicAddress })).toMatchObject({ value: { items: [], address: true } })
    expect((await it.agenda()).publicAddress).toBe(publicAddress)
    expect(await it.cardSays()).toContain('address of the papers')
    expect(await it.correct(AGENDA, { publicAddress, version: 1 })).toMatchObject({
      value: { items: [], address: false },
    })
  })

  test('are left alone by a wrong number of lines, another version, and anybody but a clerk', async () => {
    const { correct, council } = await stage()
    expect(await correct('1. Apologies')).toMatchObject({
      refusal: { code: 'items-differ', items: 3, lines: 1 },
    })
    expect(await correct(AGENDA, { version: 1 })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect(await correct(AGENDA, { by: council.member.id })).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    const where = { councilId: council.id, corrections: { gt: 0 } }
    expect(await council.ground.prisma.publication.count({ where })).toBe(0)
  })

  test('never lead to a restricted paper', async () => {
    const stage = await restrictedStage(database())
    const { house, council, meetingId } = stage
    expect(await stage.announce()).toMatchObject({ ok: true })
    const items = (await packToCorrect(house, meetingId))?.items.map(lineOfItem) ?? []
    const act = { by: council.clerk.id, meetingId, version: 0, items, publicAddress: ADDRESS }
    expect(await correctPack(house, act)).toMatchObject({ refusal: { code: 'restricted-address' } })
  })
})
