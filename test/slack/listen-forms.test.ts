import type { App } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import { modal, section } from '../../src/slack/blocks.ts'
import { freshId } from '../../src/slack/fields.ts'
import {
  asEvent,
  asSubmit,
  type Reception,
  type SubmitAnswer,
  type SubmitVisit,
} from '../../src/slack/listen.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { boltStage, broken, expectReference } from './bolt-stage.ts'

const database = useDatabase(embeddedDatabase)
const invented = () => inventCouncil(database())
const stranger = { slackUserId: 'U0STRANGER' }

describe('a form', () => {
  const listening = (
    council: InventedCouncil,
    handle: (visit: SubmitVisit) => Promise<SubmitAnswer>,
    by?: typeof stranger,
  ) => boltStage(council, (app, reception) => app.view('test.form', asSubmit(reception, handle)), by)
  const values = { [freshId('name', '1')]: { value: { type: 'plain_text_input', value: ' Jo ' } } }

  test('is answered inside the acknowledgement: closed, with a view, or with errors at its fields', async () => {
    const council = await invented()
    const view = modal({ title: 'Done', close: 'Close', blocks: [section('x')] })
    const answers: [SubmitAnswer, unknown][] = [
      [{ close: true }, { response_action: 'clear' }],
      [{ show: view }, { response_action: 'update', view }],
      [{ errors: { name: 'No.' } }, { response_action: 'errors', errors: { [freshId('name', '1')]: 'No.' } }],
      [{ errors: { gone: 'No.' } }, { response_action: 'errors', errors: { [freshId('name', '1')]: 'No.' } }],
    ]
    for (const [answer, ack] of answers) {
      const stage = await listening(council, async () => answer)
      expect(await stage.submit(values)).toEqual([ack])
    }
  })

  test('gives its fields by name, and its metadata', async () => {
    const seen: unknown[] = []
    const stage = await listening(await invented(), async ({ fields, metadata, viewId }) => {
      seen.push([fields, metadata, viewId])
      return { close: true }
    })
    await stage.submit(values, 'meta')
    expect(seen).toEqual([[{ name: ' Jo ' }, 'meta', 'V1']])
  })

  test('that fails shows a view with a reference that stands in the log', async () => {
    const stage = await listening(await invented(), broken)
    const [ack] = await stage.submit(values)
    expect(ack).toMatchObject({ response_action: 'update' })
    expectReference({ ...stage, told: () => JSON.stringify(ack) })
  })

  test('sent by a stranger shows whom to ask', async () => {
    const council = await invented()
    const stage = await listening(council, broken, stranger)
    expect(JSON.stringify(await stage.submit(values))).toContain(council.clerk.name)
  })

  test('works on after the acknowledgement, and a failure then is told on the form, or by message when it is closed', async () => {
    const council = await invented()
    for (const closed of [false, true]) {
      const stage = await listening(council, async ({ afterwards }) => {
        afterwards('reading', broken)
        return { show: modal({ title: 'Reading', close: 'Close', blocks: [section('x')] }) }
      })
      if (closed) stage.refuse('views.update', 'not_found')
      await stage.submit(values)
      expect(stage.methods()).toEqual(['ack', 'views.update', ...(closed ? ['chat.postMessage'] : [])])
      expectReference(stage)
    }
  })
})

describe('an event', () => {
  const listening = (council: InventedCouncil, handle: () => Promise<void>) =>
    boltStage(council, (app: App, reception: Reception) =>
      app.event(
        'message',
        asEvent(reception, (body) => String(body.event['user']), handle),
      ),
    )

  test('is handled once, however often it is delivered', async () => {
    let handled = 0
    const stage = await listening(await invented(), async () => {
      handled += 1
    })
    await stage.event()
    await stage.event()
    expect(handled).toBe(1)
    expect(await stage.inbox.claimLeftBehind(false)).toEqual([])
  })

  test('that fails is told to the person with the reference in the log, and tried again', async () => {
    let handled = 0
    const stage = await listening(await invented(), async () => {
      handled += 1
      if (handled === 1) await broken()
    })
    const body = await stage.event()
    expect(stage.methods()).toContain('chat.postMessage')
    const reference = stage.logged.find((line) => line['reference'])?.['reference']
    expect(JSON.stringify(stage.calls)).toContain(String(reference))
    const [left] = await stage.inbox.claimLeftBehind(false)
    expect(left).toMatchObject({ event_id: body.event_id, event: { user: body.event['user'] } })
    await stage.deliver(body)
    await stage.inbox.finished(body)
    expect(handled).toBe(2)
    expect(await stage.inbox.waiting()).toBe(0)
  })
})
