import fc from 'fast-check'
import { expect, test } from 'vitest'
import { civilDate } from '../../src/calendar/civil.ts'
import { statesAsked } from '../../src/tracker/list-words.en.ts'
import { searchOf } from '../../src/tracker/read-search.ts'
import { closedBusinessOf } from '../../src/tracker/row-page.ts'
import { trackedRow } from '../../src/tracker/rows.ts'
import { standingOf } from '../../src/tracker/rules.ts'
import { searchRows } from '../../src/tracker/search-rows.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { plantsRows } from './planted-rows.ts'

describeWithDatabase('a search of the tracker', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    const { house } = council
    const today = civilDate(house.now(), house.timeZone)
    return {
      ...council,
      today: today.toString(),
      plant: plantsRows(council),
      async find(text: string, by: InventedPerson = council.member, after?: string) {
        const found = await searchRows(house, {
          search: searchOf(text, today, statesAsked),
          closedOf: await closedBusinessOf(house, by.id),
          after,
        })
        return { ...found, references: found.rows.map(({ reference }) => reference) }
      },
    }
  }

  test('finds a row by a word in any form, by its beginning, by a name and by a reference', async () => {
    const it = await stage()
    await it.plant({ text: 'That the Trust publish its waiting times.', askerName: 'Ann Example' })
    await it.plant({ text: 'Cycle lanes', owners: [it.outsider] })
    await it.plant({ text: 'Cycle parking', named: ['Head of Highways'] })
    await it.plant({ text: 'A briefing', reference: 'R3/17', askerId: it.chair.id })
    expect(await it.find('publishing times')).toMatchObject({ references: ['A1/17'], count: 1 })
    expect(await it.find('publ')).toMatchObject({ references: ['A1/17'] })
    expect(await it.find('example')).toMatchObject({ references: ['A1/17'] })
    expect(await it.find('cycle')).toMatchObject({ references: ['A3/17', 'A2/17'], count: 2 })
    expect(await it.find(it.outsider.name)).toMatchObject({ references: ['A2/17'] })
    expect(await it.find('highways')).toMatchObject({ references: ['A3/17'] })
    expect(await it.find(`<@${it.chair.slackUserId}>`)).toMatchObject({ references: ['R3/17'] })
    expect(await it.find('r3/17')).toMatchObject({ references: ['R3/17'] })
    expect(await it.find('R3')).toMatchObject({ references: ['R3/17'] })
    expect(await it.find('nowhere')).toMatchObject({ references: [], count: 0 })
  })

  test('finds by the day of the meeting and by how a row stands, all that is named together', async () => {
    const it = await stage()
    await it.plant({ text: 'Roads', dueOn: '2017-09-01', metOn: '2017-06-14', owners: [it.outsider] })
    await it.plant({ text: 'Roads again', dueOn: '2017-12-01', owners: [it.outsider] })
    await it.plant({ text: 'Parks', state: 'proposed', metOn: '2017-06-14', owners: [it.outsider] })
    await it.plant({ text: 'Once developed', due: 'event', owners: [it.outsider] })
    await it.plant({ text: 'For nobody' })
    expect(await it.find('overdue')).toMatchObject({ references: ['A1/17'] })
    expect(await it.find('open roads')).toMatchObject({ references: ['A2/17', 'A1/17'] })
    expect(await it.find('14 June 2017')).toMatchObject({ references: ['A3/17', 'A1/17'] })
    expect(await it.find('14 June 2017 proposed')).toMatchObject({ references: ['A3/17'] })
    expect(await it.find('waiting')).toMatchObject({ references: ['A4/17'] })
    expect(await it.find('no owner')).toMatchObject({ references: ['A5/17'] })
  })

  test('of somebody who was chosen finds only what the words fit too', async () => {
    const it = await stage()
    await it.plant({ text: 'Cycle lanes', owners: [it.outsider] })
    await it.plant({ text: 'Parks', owners: [it.outsider] })
    await it.plant({ text: 'Cycle parking', askerId: it.outsider.id })
    await it.plant({ text: 'Cycle hire' })
    const chosen = `<@${it.outsider.slackUserId}>`
    expect(await it.find(`${chosen} cycle`)).toMatchObject({ references: ['A3/17', 'A1/17'], count: 2 })
    expect(await it.find('<@U0NOBODY> cycle')).toMatchObject({ references: [], count: 0 })
  })

  test('calls a row overdue exactly where the row itself says so', async () => {
    const it = await stage()
    const { house, id: councilId } = it
    const at = new Date(house.now().epochMilliseconds)
    const planted: string[] = []
    const day = fc.constantFrom('2017-08-30', '2017-09-05', '2017-09-06', '2017-10-02')
    const kinds = fc.constantFrom('date' as const, 'recurrence' as const, 'event' as const, 'none' as const)
    const states = fc.constantFrom('open' as const, 'open' as const, 'paused' as const, 'proposed' as const)
    const shape = fc.record({
      state: states,
      due: kinds,
      dueOn: day,
      clock: fc.option(day, { nil: undefined, freq: 1 }),
      response: fc.option(fc.constantFrom('accepted' as const, 'rejected' as const), {
        nil: undefined,
        freq: 1,
      }),
      isAnswered: fc.constantFrom(false, false, true),
    })
    for (const { state, due, dueOn, clock, response, isAnswered } of fc.sample(shape, {
      numRuns: 60,
      seed: 7,
    })) {
      const dated = due === 'date' || due === 'recurrence'
      const { id: rowId } = await it.plant({ state, due, ...(dated ? { dueOn } : {}) })
      planted.push(rowId)
      const of = { councilId, rowId, at, byId: it.clerk.id }
      if (clock)
        await house.db.trackerClock.create({
          data: {
            ...of,
            kind: 'local',
            startedOn: at,
            startedBy: 'recommended',
            dueOn: new Date(clock),
            rule: '',
          },
        })
      if (response)
        await house.db.trackerResponse.create({
          data: { ...of, state: response, body: 'Cabinet', consideredOn: at },
        })
      if (isAnswered)
        await house.db.trackerAnswer.create({ data: { ...of, number: 1, text: 'Yes.', sharedAt: at } })
    }
    const said: string[] = []
    for (const id of planted) {
      const row = await trackedRow(house, id)
      if (row && standingOf(row, it.today) === 'overdue') said.push(row.reference)
    }
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await it.find('overdue', it.member, after)
      found.push(...page.references)
      after = page.next
    } while (after !== undefined)
    expect(said.length).toBeGreaterThan(3)
    expect(found.toSorted()).toEqual(said.toSorted())
  })

  test('of closed business finds nothing by its words, and shows that it is there to its members and clerks alone', async () => {
    const it = await stage()
    await it.plant({ text: 'Buy the Corn Exchange', isClosed: true, state: 'paused' })
    await it.plant({ text: 'Wait', isClosed: true, named: ['Corn Exchange Trust'], askerName: 'Mr Exchange' })
    for (const by of [it.member, it.clerk, it.outsider])
      expect(await it.find('Exchange', by)).toMatchObject({ references: [], count: 0 })
    expect(await it.find('paused', it.member)).toMatchObject({ references: ['A1/17'] })
    expect(await it.find('paused', it.clerk)).toMatchObject({ references: ['A1/17'] })
    for (const by of [it.outsider, it.second.clerk, it.second.member])
      expect(await it.find('A1/17', by)).toMatchObject({ references: [], count: 0 })
  })

  test('turns its pages without losing or repeating a row, and never crosses into another council', async () => {
    const it = await stage()
    const other = await inventCouncil(database())
    const plantThere = plantsRows(other)
    for (let at = 0; at < 40; at += 1) {
      await it.plant({ text: `Library ${at}` })
      await plantThere({ text: `Library ${at}` })
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await it.find('library', it.member, after)
      expect(page.count).toBe(40)
      seen.push(...page.references)
      after = page.next
    } while (after !== undefined)
    expect(seen).toEqual(Array.from({ length: 40 }, (_, at) => `A${40 - at}/17`))
  })

  test('of more than a thousand says so, and still shows the newest first', async () => {
    const it = await stage()
    const { id: councilId, committee } = it
    await it.house.db.$executeRaw`
      INSERT INTO "TrackerRow" ("id", "councilId", "committeeId", "reference", "kind", "source", "sourceKey", "groupKey",
        "text", "createdAt", "byId")
      SELECT (lpad(to_hex(90000000 + n * 5000), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        ${councilId}::uuid, ${committee.id}::uuid, 'A' || n || '/16', 'action', 'import', 'many/' || n, 'many',
        'Sheltered housing ' || n, now(), 'planted' FROM generate_series(1, 1200) AS n`
    const first = await it.find('housing')
    expect(first).toMatchObject({ count: 1001 })
    expect(first.references[0]).toBe('A1200/16')
    const second = await it.find('housing', it.member, first.next)
    expect([...first.references, ...second.references]).toEqual(
      Array.from({ length: 30 }, (_, at) => `A${1200 - at}/16`),
    )
  })

  test('takes whatever is typed as words', async () => {
    const it = await stage()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
        expect(await it.find(text)).toMatchObject({ references: [] })
      }),
      { numRuns: 60 },
    )
  })
})
