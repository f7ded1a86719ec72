import { expect, test } from 'vitest'
import {
  discardPack,
  type GivenPack,
  givePack,
  tellReadingInMessage,
} from '../../src/publications/give-pack.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { recordReading } from '../../src/publications/record-reading.ts'
import { type InventedCouncil, inventCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { agendaRead, draftOf, publishing } from './draft.ts'

describeWithDatabase('a pack that a clerk gives', (database) => {
  const invented = () => inventCouncil(database())
  const file: GivenPack = { source: 'file', fileName: 'pack.pdf', slackFileId: 'F1' }
  const give = ({ house, clerk }: InventedCouncil, pack: GivenPack = file, by = clerk.id, tellFor = 'Ev1') =>
    givePack(house, { by, pack, ...(tellFor === '' ? {} : { tellFor }) })
  const packs = ({ ground, id }: InventedCouncil) =>
    ground.prisma.pack.findMany({ where: { councilId: id }, orderBy: { id: 'asc' } })
  const messages = ({ ground, id }: InventedCouncil) =>
    ground.prisma.outboxMessage.findMany({ where: { councilId: id } })

  test('waits for its reading, and its clerk is told', async () => {
    const council = await invented()
    expect((await give(council)).ok).toBe(true)
    expect(await packs(council)).toMatchObject([
      { state: 'reading', source: 'file', fileName: 'pack.pdf', createdById: council.clerk.id, version: 1 },
    ])
    expect(await messages(council)).toMatchObject([
      { kind: 'pack-reading', recipient: `person:${council.clerk.id}`, state: 'pending' },
    ])
  })

  test('in a form that waits for it is told there, until the form is closed', async () => {
    const council = await invented()
    const given = await give(council, file, council.clerk.id, '')
    expect(await messages(council)).toEqual([])
    if (given.ok) await tellReadingInMessage(council.house, given.value.packId)
    expect(await messages(council)).toHaveLength(1)
  })

  test('is taken from clerks alone', async () => {
    const council = await invented()
    for (const by of [council.member.id, council.outsider.id])
      expect(await give(council, file, by)).toEqual({ ok: false, refusal: { code: 'not-a-clerk' } })
    expect(await packs(council)).toEqual([])
    expect(await messages(council)).toEqual([])
  })

  test('twice as the same file is one pack, before and after it was read or published', async () => {
    const council = await invented()
    const first = await give(council)
    expect(await give(council)).toEqual(first)
    const packId = first.ok ? first.value.packId : ''
    await recordReading(council.house, { packId, result: agendaRead })
    expect(await give(council)).toEqual(first)
    await publishPack(council.house, publishing(council, { packId, version: 1 }))
    expect(await give(council)).toEqual(first)
    expect(await packs(council)).toHaveLength(1)
  })

  test('by one event is answered in one message, and in another when the file is shared again', async () => {
    const council = await invented()
    for (const event of ['Ev1', 'Ev1', 'Ev2']) await give(council, file, council.clerk.id, event)
    expect(await packs(council)).toHaveLength(1)
    expect(await messages(council)).toHaveLength(2)
  })

  test('that could not be read is the same pack when it is given again, and is read again', async () => {
    const council = await invented()
    const first = await give(council)
    const packId = first.ok ? first.value.packId : ''
    await recordReading(council.house, { packId, result: { ok: false, name: 'x', problem: 'y', marks: [] } })
    expect(await give(council)).toEqual(first)
    expect(await packs(council)).toMatchObject([{ state: 'reading', readingProblem: null }])
  })

  test('is a new one for another file, another clerk, or after it was discarded', async () => {
    const council = await invented()
    const first = await give(council)
    await give(council, { ...file, slackFileId: 'F2' })
    await give(council, file, council.otherClerk.id)
    if (first.ok) await discardPack(council.house, { by: council.clerk.id, packId: first.value.packId })
    await give(council)
    expect(await packs(council)).toHaveLength(4)
  })

  test.each([
    ['https://underfell.example/papers/Agenda%20pack.pdf?x=1', 'Agenda pack.pdf'],
    ['https://underfell.example/', 'underfell.example'],
    ['https://underfell.example/50%.pdf', '50%.pdf'],
  ])('by the address %s is called "%s"', async (address, fileName) => {
    const council = await invented()
    expect((await give(council, { source: 'address', address })).ok).toBe(true)
    expect(await packs(council)).toMatchObject([{ fileName, publicAddress: address, source: 'address' }])
  })

  test('is read once: a second result changes nothing', async () => {
    const council = await invented()
    const packId = await draftOf(council)
    const before = await packs(council)
    await recordReading(council.house, {
      packId,
      result: { ok: false, name: 'other.pdf', problem: 'A scan.', marks: [] },
    })
    expect(await packs(council)).toEqual(before)
    expect(before).toMatchObject([{ state: 'draft', fileName: 'pack.pdf', fileBytes: 1234 }])
  })

  test('that cannot be read keeps why, and nothing of the file', async () => {
    const council = await invented()
    await draftOf(council, { ok: false, name: 'scan.pdf', problem: 'It is a scan.', marks: [] })
    expect(await packs(council)).toMatchObject([
      { state: 'unreadable', readingProblem: 'It is a scan.', reading: null, fileSha256: null },
    ])
  })

  test('discarded twice is discarded, and read too late stays so', async () => {
    const council = await invented()
    const given = await give(council)
    const packId = given.ok ? given.value.packId : ''
    const discard = () => discardPack(council.house, { by: council.clerk.id, packId })
    expect((await discard()).ok).toBe(true)
    expect((await discard()).ok).toBe(true)
    await recordReading(council.house, { packId, result: agendaRead })
    expect(await packs(council)).toMatchObject([{ state: 'discarded' }])
  })

  test('is discarded by its own clerk, and not when it is published', async () => {
    const council = await invented()
    const packId = await draftOf(council)
    const discard = (by: string) => discardPack(council.house, { by, packId })
    for (const by of [council.otherClerk.id, council.member.id])
      expect(await discard(by)).toEqual({ ok: false, refusal: { code: 'not-yours' } })
    await publishPack(council.house, publishing(council, { packId, version: 1 }))
    expect(await discard(council.clerk.id)).toEqual({ ok: false, refusal: { code: 'already-published' } })
  })

  test('is not there for another council', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const packId = await draftOf(theirs)
    const before = await packs(theirs)
    expect(await discardPack(ours.house, { by: theirs.clerk.id, packId })).toMatchObject({
      refusal: { code: 'not-yours' },
    })
    await recordReading(ours.house, { packId, result: agendaRead })
    await tellReadingInMessage(ours.house, packId)
    expect(await packs(theirs)).toEqual(before)
    expect(await messages(ours)).toEqual([])
  })
})
