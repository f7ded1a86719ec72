import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { leadsCome } from '../../src/reminders/disclosures-due.ts'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { itemTaken } from '../sitting/item-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'

/** The clerk is reminded of the minutes meanwhile. */
const kinds = reminderKinds.filter(({ id }) => id === 'disclosures')
const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2017-10-09', []],
  ['2017-10-10', [7]],
  ['2017-10-14', [7]],
  ['2017-10-15', [7, 2]],
])('of 28 days that end on 17 October, on %s the times %o have come', (today, leads) => {
  expect(leadsCome(day('2017-10-17'), day('2017-09-20'), day(today))).toEqual(leads)
})

test('what fell before somebody was told of the last day reminds nobody', () => {
  expect(leadsCome(day('2017-10-17'), day('2017-10-12'), day('2017-10-13'))).toEqual([])
})

describeWithDatabase('near the end of the 28 days', (database) => {
  test('the member is reminded at each time once, until the Monitoring Officer was told', async () => {
    const it = await itemTaken(database())
    await it.disclose(it.member, 2, { registration: 'neither' })
    await it.disclose(it.coOptee, 2, { registration: 'neither' })
    await it.change('closed')
    const [row] = await it.disclosures()
    // From 10.30 on 20 September to the same time on 10 October, a Tuesday.
    it.clock.advance({ hours: 24 * 20 })
    expect(await remind(it.house, kinds)).toBe(1)
    expect(await remind(it.house, kinds)).toBe(0)
    // Two days before the end is a Sunday: Monday has it.
    it.clock.advance({ hours: 24 * 5 })
    expect(await remind(it.house, kinds)).toBe(0)
    it.clock.advance({ hours: 24 })
    expect(await remind(it.house, kinds)).toBe(1)
    await it.told(row?.id ?? '', it.clerk)
    const slots = await it.prisma.reminderSlot.findMany({
      where: { councilId: it.id, kind: 'disclosures' },
      orderBy: { at: 'asc' },
    })
    expect(slots.map(({ slot, personId }) => [slot, personId])).toEqual([
      ['2017-10-17/7', it.member.id],
      ['2017-10-17/2', it.member.id],
    ])
  })

  test('nobody is reminded once the Monitoring Officer was told', async () => {
    const it = await itemTaken(database())
    await it.disclose(it.member, 2, { registration: 'neither' })
    await it.change('closed')
    const [row] = await it.disclosures()
    await it.told(row?.id ?? '', it.clerk)
    it.clock.advance({ hours: 24 * 20 })
    expect(await remind(it.house, kinds)).toBe(0)
  })
})
