// What the committee closed in its tracker stands in the minutes of the meeting that closed it.
import { expect, test } from 'vitest'
import { toDate } from '../../src/calendar/civil.ts'
import { minutesOf } from '../../src/minutes/minutes-of.ts'
import { openMinutes } from '../../src/minutes/minutes-paper.ts'
import { minutesStyles } from '../../src/minutes/styles.ts'
import { closeRows } from '../../src/tracker/close-rows.ts'
import { reopenRow } from '../../src/tracker/reopen-row.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, trackedMeeting } from '../tracker/tracker-stage.ts'
import { said } from './printed.ts'

describeWithDatabase('draft minutes', (database) => {
  test('say under an item what the committee closed there, by reference alone; not what was put right, and nothing new once they are agreed', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId, id: councilId, prisma } = it
    const printed = async () => {
      const model = await minutesOf(house, meetingId)
      if (!model) throw new Error('there are no minutes')
      const lines = said(openMinutes(model, minutesStyles.plymouth).parts)
      return lines.filter((line) => line.includes('be closed'))
    }
    expect(await printed()).toEqual([])
    const [first, second, third] = [await it.row('1'), await it.row('2'), await it.row('3')]
    await prisma.trackerRow.updateMany({ where: { councilId, path: '2' }, data: { isClosed: true } })
    done(await it.close([third, second, first]))
    expect(await printed()).toEqual([
      'The Committee agreed that the following be closed: R1/17, R2/17, R3/17.',
    ])

    done(await reopenRow(house, { by, rowId: first.id, why: 'Closed by mistake.' }))
    expect(await printed()).toEqual(['The Committee agreed that the following be closed: R2/17, R3/17.'])
    it.clock.advance({ minutes: 1 })
    await prisma.minutes.create({
      data: {
        councilId,
        meetingId,
        state: 'signed',
        agreedAt: toDate(house.now()),
        firstNumber: 1,
        byId: by,
        at: toDate(house.now()),
      },
    })
    it.clock.advance({ minutes: 1 })
    done(await it.close([await it.row('1')]))
    done(await reopenRow(house, { by, rowId: third.id, why: 'Closed by mistake.' }))
    expect(await printed()).toEqual(['The Committee agreed that the following be closed: R2/17, R3/17.'])
  })

  test('say under the tracking item what was recorded from the desk, with no item named', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId, id: councilId, prisma } = it
    await prisma.agendaItem.updateMany({
      where: { councilId, meetingId, position: 3 },
      data: { title: 'Tracking resolutions' },
    })
    const [row] = await it.rows()
    if (!row) throw new Error('there are no rows')
    done(await closeRows(house, { by, meetingId, rows: [row] }))
    const model = await minutesOf(house, meetingId)
    const under = model?.minutes.filter(({ closedRows }) => closedRows.length > 0)
    expect(under?.map(({ title, closedRows }) => [title, closedRows])).toEqual([
      ['Tracking resolutions', [row.reference]],
    ])
  })
})
