// A clerk's way through taking over a tracker, through the real Bolt app.
import { expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { asCommand } from '../../src/slack/listen.ts'
import { importWord, registerTrackerImports } from '../../src/tracker/import-listeners.ts'
import { planImport } from '../../src/tracker/import-plan.ts'
import { importedRows } from '../../src/tracker/import-rows.ts'
import { takeImport } from '../../src/tracker/import-tracker.ts'
import { previewModal } from '../../src/tracker/import-views.ts'
import { readTrackerFile } from '../../src/tracker/read-tracker.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { done } from './tracker-stage.ts'

const { trackerImport: i } = ids
const desk = { read: readPaper }
const FILE =
  'Ref,Recommendation,Lead officer,By when,Status\r\nSR 01,Mend benches,Tobias Wraxall,End Feb 2017,COMPLETED'

describeWithDatabase('a clerk who takes over a tracker', (database) => {
  test('chooses committee, file and kind; a file that Slack does not give is said, and nothing is taken over', async () => {
    const it = await inventCouncil(database())
    const bolt = await boltStage(
      it,
      (app, reception) => {
        registerTrackerImports(app, reception, desk)
        app.command('/test', asCommand(reception, importWord.open))
      },
      it.clerk,
    )
    await bolt.command()
    expect(bolt.told()).toContain('nothing is taken over before you say so')
    bolt.calls.length = 0
    const acks = await bolt.submit(
      {
        [i.field.committee]: { [FIELD_ACTION]: { type: 'plain_text_input', value: it.committee.id } },
        [i.field.kind]: { [FIELD_ACTION]: { type: 'plain_text_input', value: 'action' } },
        [i.field.file]: { [FIELD_ACTION]: { type: 'file_input', files: [{ id: 'F1' }] } },
      },
      '',
      i.form,
    )
    expect(acks.flatMap((ack) => textsOf(ack)).join('\n')).toContain('The file is being read')
    await expect.poll(() => bolt.told()).toContain('could not be fetched from Slack')
    expect(await it.house.db.trackerRow.count({ where: { councilId: it.id } })).toBe(0)
  })

  test('takes it back with a button, once', async () => {
    const it = await inventCouncil(database())
    const read = done(await readTrackerFile(desk, { name: 'a.csv', bytes: new TextEncoder().encode(FILE) }))
    const { importId } = done(
      await takeImport(it.house, { by: it.clerk.id, committeeId: it.committee.id, read, kind: 'action' }),
    )
    const bolt = await boltStage(
      it,
      (app, reception) => registerTrackerImports(app, reception, desk),
      it.clerk,
    )
    const press = () =>
      bolt.press(importId, {
        actions: [{ type: 'button', action_id: i.undo, block_id: 'b', value: importId, action_ts: '1.0' }],
        view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: '', state: { values: {} } },
      })
    await press()
    expect(bolt.told()).toContain('The import is taken back: 1 row withdrawn, 0 as before.')
    await press()
    expect(bolt.told()).toContain('This import was taken back already.')
  })
})

test('the comparison of the largest file is showable, and shows closed business by no word of it', () => {
  const text = (place: number) => `Row ${place} <!channel> & ${'long words '.repeat(60)}`
  const { rows, leftOut } = importedRows([
    ...Array.from({ length: 399 }, (_, place) => ({
      reference: `SR ${place} ${'x'.repeat(90)}`,
      recommendation: text(place),
      owner: 'Head of Benches '.repeat(30),
      due: 'Half Termly',
      status: 'COMPLETED',
    })),
    { reference: 'SR 999', recommendation: 'Pay Grimsdale off', owner: 'Grimsdale', partExempt: true },
  ])
  const plan = planImport(rows, [])
  const view = previewModal({ fileName: '<a>.csv', preview: { plan, rows, leftOut }, metadata: '{}' })
  expectShowable(view)
  expect(textsOf(view).join('\n')).not.toContain('Grimsdale')
  expect(textsOf(view).join('\n')).toContain('A row of closed business')
})
