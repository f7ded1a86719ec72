// What came of a row in a quarter: kept by a clerk of its committee, never changed, printed with its quarter.
import { expect, test } from 'vitest'
import { trackerModel } from '../../src/minutes/tracker-model.ts'
import { trackerCsv } from '../../src/minutes/tracker-paper.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { noteOutcome, quartersBack } from '../../src/tracker/note-outcome.ts'
import { outcomeButtons, outcomeModal, registerOutcomes } from '../../src/tracker/outcome-listeners.ts'
import { codeOf } from '../sitting/item-stage.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { done, trackedMeeting } from './tracker-stage.ts'

test.each<[day: string, quarters: string[]]>([
  ['2017-09-06', ['Q2 2017/18', 'Q1 2017/18', 'Q4 2016/17']],
  ['2017-04-01', ['Q1 2017/18', 'Q4 2016/17', 'Q3 2016/17']],
  ['2018-03-31', ['Q4 2017/18', 'Q3 2017/18', 'Q2 2017/18']],
  ['2017-12-31', ['Q3 2017/18', 'Q2 2017/18', 'Q1 2017/18']],
])('on %s the quarters of the financial year are %j', (day, quarters) => {
  expect(quartersBack(day, 3)).toEqual(quarters)
})

describeWithDatabase('the outcome of a quarter', (database) => {
  test('is kept beside those before it, by a clerk of the committee alone, and printed', async () => {
    const it = await trackedMeeting(database())
    const { house, by, committee } = it
    const row = await it.row('1')
    const act = { by, rowId: row.id, quarter: 'Q2 2017/18', text: 'The clinics stayed open' }
    for (const who of [it.member, it.outsider, it.second.clerk])
      expect(codeOf(await noteOutcome(house, { ...act, by: who.id }))).toBe('not-a-clerk')
    expect(codeOf(await noteOutcome(house, { ...act, text: '' }))).toBe('text-missing')
    done(await noteOutcome(house, act))
    done(await noteOutcome(house, { ...act, text: 'All but one' }))
    const model = await trackerModel(house, committee.id)
    const printed = new TextDecoder().decode(model && trackerCsv(model))
    expect(printed).toContain('Outcome Q2 2017/18: The clinics stayed open\nOutcome Q2 2017/18: All but one')
  })

  test('has a form that others are refused, and none for a row of closed business', async () => {
    const it = await trackedMeeting(database())
    const row = await it.row('1')
    expectShowable(outcomeModal({ ...row, text: '<!channel> & '.repeat(500) }, '2017-09-06'))
    expect(outcomeButtons(row)).toHaveLength(1)
    expect(outcomeButtons({ ...row, isClosed: true })).toEqual([])
    const { trackerOutcome: o } = ids
    const metadata = JSON.stringify({ rowId: row.id, version: row.version })
    const values = {
      [o.quarter]: { [FIELD_ACTION]: { type: 'plain_text_input', value: 'Q2 2017/18' } },
      [ids.row.field.text]: { [FIELD_ACTION]: { type: 'plain_text_input', value: 'Done' } },
    }
    const updates = () => it.prisma.trackerUpdate.count({ where: { councilId: it.id, kind: 'outcome' } })
    for (const who of [it.member, it.second.clerk]) {
      const bolt = await boltStage(it, registerOutcomes, who)
      await bolt.press(row.id, {
        actions: [{ type: 'button', action_id: o.open, block_id: 'b', value: row.id, action_ts: '1.0' }],
      })
      const acks = await bolt.submit(values, metadata, o.form)
      expect(bolt.methods()).not.toContain('views.open')
      expect(acks.flatMap((ack) => textsOf(ack)).join('\n')).not.toBe('')
      expect(await updates()).toBe(0)
    }
    const own = await boltStage(it, registerOutcomes, it.clerk)
    await own.submit(values, metadata, o.form)
    expect(await updates()).toBe(1)
  })
})
