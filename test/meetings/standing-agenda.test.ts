import { expect, test } from 'vitest'
import { startingAgenda } from '../../src/meetings/standing-agenda.ts'
import { setStandingItems } from '../../src/meetings/standing-set.ts'
import { itemsOf, lineOf } from '../../src/publications/item-lines.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { typedForReview } from '../../src/publications/review-model.ts'
import { publishing } from '../publications/draft.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { asking, BUS } from './asking.ts'

describeWithDatabase('Starting an agenda', (database) => {
  const STANDING = ['Apologies for absence', 'Declarations of interest', 'Minutes of the last meeting']

  async function stage() {
    const it = await asking(database())
    const { committee } = it.council
    const set = (titles: readonly string[]) =>
      setStandingItems(it.house, { by: 'operator', committeeId: committee.id, titles })
    await set(STANDING)
    return { ...it, committee, set }
  }

  test('begins with the standing items, then the reports asked for with their authors', async () => {
    const it = await stage()
    await it.ask({ clearer: it.director })
    const { meeting, lines } = await startingAgenda(it.house, it.committee.id)
    expect(meeting?.id).toBe(it.meetingId)
    expect(lines).toEqual([
      ...STANDING.map((title) => ({ title, lead: '' })),
      { title: BUS, lead: 'Imogen Sallow' },
    ])
  })

  test('is what a clerk of one committee finds in the form, with the next meeting', async () => {
    const it = await stage()
    await it.ask()
    const form = await typedForReview(it.house, it.clerk.id)
    expect(form).toMatchObject({ date: '2017-09-20', time: '10:00', venue: 'Committee Room 2' })
    expect(form.items.map(lineOf)).toEqual([
      '1. Apologies for absence',
      '2. Declarations of interest',
      '3. Minutes of the last meeting',
      `4. ${BUS} (lead: Imogen Sallow)`,
    ])
    expect(form.notice?.state).toBe('in-time')
    expect(itemsOf(form.items.map(lineOf).join('\n')).items).toEqual(form.items)
  })

  test('of another committee is its own', async () => {
    const it = await stage()
    expect((await startingAgenda(it.house, it.council.second.committee.id)).lines).toEqual([])
    const form = await typedForReview(it.house, it.council.second.clerk.id, it.committee.id)
    expect(form.committeeId).toBe(it.council.second.committee.id)
  })

  test('knows no meeting whose papers are out', async () => {
    const it = await stage()
    await publishPack(it.house, publishing(it.council))
    expect((await startingAgenda(it.house, it.committee.id)).meeting).toBeUndefined()
  })

  test('setting the same items again changes nothing, and none takes them away', async () => {
    const it = await stage()
    expect(await it.set(STANDING)).toBe(false)
    expect(await it.set([])).toBe(true)
    expect((await startingAgenda(it.house, it.committee.id)).lines).toEqual([])
    expect((await it.audited()).filter((entry) => entry.includes('standing-items-set'))).toHaveLength(2)
  })

  test('the author of a report leads its item on the agenda, unless the line says another', async () => {
    const it = await stage()
    await it.ask()
    const { items } = itemsOf(
      `5. ${BUS}\n6. Winter plan (lead: Jo Smith, Director) (pages 3-4) https://example.org/6.pdf\n7. Staffing (lead: Jo Smith) https://example.org/7 [closed 1]\n8. Finance – Jo Smith, Director`,
    )
    const act = publishing(it.council)
    const published = await publishPack(it.house, { ...act, fields: { ...act.fields, items } })
    expect(published.ok).toBe(true)
    const rows = await it.council.ground.prisma.agendaItem.findMany({
      where: { councilId: it.council.id },
      include: { reports: true },
      orderBy: { position: 'asc' },
    })
    expect(rows.map(({ lead, reports }) => [lead, reports.map(({ address }) => address)])).toEqual([
      ['Imogen Sallow', []],
      ['Jo Smith, Director', ['https://example.org/6.pdf']],
      ['', []],
      ['', []],
    ])
  })
})
