import { describe, expect, test } from 'vitest'
import { modal, section } from '../../src/slack/blocks.ts'
import {
  asCommand,
  asOpening,
  asRecord,
  type CommandVisit,
  type PressVisit,
  type Reception,
} from '../../src/slack/listen.ts'
import { mrkdwn } from '../../src/slack/mrkdwn.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { boltStage, broken, expectReference, inView } from './bolt-stage.ts'

const database = useDatabase(embeddedDatabase)
let shared: InventedCouncil | undefined
/** One council for all: the listeners here change nothing in it. */
const invented = async () => {
  shared ??= await inventCouncil(database())
  return shared
}
const stranger = { slackUserId: 'U0STRANGER' }

describe('a slash command', () => {
  const listening = (
    council: InventedCouncil,
    handle: (visit: CommandVisit) => Promise<void>,
    by = council.member,
  ) => boltStage(council, (app, reception) => app.command('/test', asCommand(reception, handle)), by)

  test('is acknowledged before anything else, and knows who gave it', async () => {
    const council = await invented()
    const visits: unknown[] = []
    const stage = await listening(council, async ({ visitor, text, triggerId, answer }) => {
      visits.push([visitor.personId, visitor.house.councilId, text, triggerId])
      await answer(mrkdwn`Thank you, ${'<!channel>'}`)
    })
    expect(await stage.command('  help ')).toEqual([undefined])
    expect(visits).toEqual([[council.member.id, council.id, 'help', '1.2']])
    expect(stage.methods()).toEqual(['ack', 'respond'])
    expect(stage.calls[1]?.sent).toMatchObject({
      response_type: 'ephemeral',
      text: 'Thank you, &lt;!channel&gt;',
    })
  })

  test('is read as it was typed, not as Slack escapes it', async () => {
    const texts: string[] = []
    const stage = await listening(await invented(), async ({ text }) => {
      texts.push(text)
    })
    await stage.command('A&amp;E waits &lt; 4 hours, <@U0HELEN|helen>')
    expect(texts).toEqual(['A&E waits < 4 hours, <@U0HELEN|helen>'])
  })

  test('that fails is answered with a reference that stands in the log', async () => {
    const stage = await listening(await invented(), broken)
    expect(await stage.command()).toEqual([undefined])
    expect(stage.methods()).toEqual(['ack', 'respond'])
    expectReference(stage)
  })

  test('from a stranger is answered with whom to ask, and not handled', async () => {
    const council = await invented()
    const stage = await boltStage(
      council,
      (app, reception) => app.command('/test', asCommand(reception, broken)),
      stranger,
    )
    await stage.command()
    expect(stage.told()).toContain(council.clerk.name)
    expect(stage.logged.filter((line) => line['level'] === 50)).toEqual([])
  })

  test('whose place to answer is closed is answered in the direct message', async () => {
    const council = await invented()
    const stage = await listening(council, broken)
    stage.refuse('respond', 'expired_url')
    await stage.command()
    expect(stage.methods()).toEqual(['ack', 'respond', 'chat.postMessage'])
    expect(stage.calls[2]?.sent).toMatchObject({ channel: council.member.slackUserId })
    expectReference(stage)
  })
})

describe('a control', () => {
  type Handle = (visit: PressVisit) => Promise<undefined>
  const listening = (
    council: InventedCouncil,
    as: (reception: Reception, handle: Handle) => ReturnType<typeof asRecord>,
    handle: Handle,
    by: { slackUserId: string | undefined } = council.member,
  ) =>
    boltStage(
      council,
      (app, reception) =>
        app.action({ type: 'block_actions', action_id: 'test.press' }, as(reception, handle)),
      { slackUserId: by.slackUserId ?? '' },
    )

  test('that opens something is acknowledged before it opens', async () => {
    const council = await invented()
    const open = await listening(council, asOpening, async ({ client, triggerId }) => {
      const view = modal({ title: 'Test', close: 'Close', blocks: [section('x')] })
      await client.views.open({ trigger_id: triggerId, view })
      return undefined
    })
    await open.press('m1')
    expect(open.methods()).toEqual(['ack', 'views.open'])
  })

  test('that makes a record is acknowledged when it is made, before anything is said about it', async () => {
    const stage = await boltStage(await invented(), (app, reception) =>
      app.action(
        { type: 'block_actions', action_id: 'test.press' },
        asRecord(reception, async ({ client, answer }) => {
          await client.chat.postMessage({ channel: 'C1', text: 'in the place of the record' })
          return () => answer(mrkdwn`Recorded`)
        }),
      ),
    )
    await stage.press('m1')
    expect(stage.methods()).toEqual(['chat.postMessage', 'ack', 'respond'])
  })

  test('tells its value, what was chosen, and the form it stands in', async () => {
    const seen: unknown[] = []
    const stage = await listening(await invented(), asRecord, async ({ value, view }) => {
      seen.push([value, view])
      return undefined
    })
    await stage.press('m1')
    await stage.press('m2', inView)
    expect(seen).toEqual([
      ['m1', undefined],
      ['m2', { id: 'V1', hash: 'h1', metadata: 'meta', fields: {} }],
    ])
  })

  test('that was pressed in a message shows that the message arrived', async () => {
    const stage = await listening(await invented(), asRecord, async () => undefined)
    await stage.press('m1')
    expect(stage.pressed).toMatchObject([{ blockIds: ['m:1'], channel: 'D1', ts: '17.0' }])
    await stage.press('m1', inView)
    expect(stage.pressed).toHaveLength(1)
  })

  test.each([
    ['opening', asOpening],
    ['record', asRecord],
  ])(
    'for an %s that fails answers with a reference in the log, in a message and on a form',
    async (_name, as) => {
      for (const [place, method] of [
        [undefined, 'respond'],
        [inView, 'views.push'],
      ] as const) {
        const stage = await listening(await invented(), as, broken)
        expect(await stage.press('m1', place)).toEqual([undefined])
        expect(stage.methods().filter((it) => it !== 'ack')).toEqual([method])
        expectReference(stage)
      }
    },
  )

  test('on a Home opens what it opens by itself, and is answered in a view: there is neither a form nor a channel', async () => {
    const council = await invented()
    const views: unknown[] = []
    const stage = await boltStage(council, (app, reception) =>
      app.action(
        'test.press',
        asOpening(reception, async ({ view, answer }) => {
          views.push(view)
          await answer(mrkdwn`No.`)
        }),
      ),
    )
    await stage.press('v', {
      view: { id: 'V1', type: 'home', hash: 'h1', private_metadata: '', state: { values: {} } },
    })
    expect(views).toEqual([undefined])
    expect(stage.methods()).toEqual(['ack', 'views.open'])
    expect(stage.told()).toContain('No.')
  })

  test('pressed by a stranger is answered with whom to ask', async () => {
    const council = await invented()
    const stage = await listening(council, asRecord, broken, stranger)
    await stage.press('m1')
    expect(stage.told()).toContain(council.clerk.name)
    expect(stage.methods()).toEqual(['ack', 'respond'])
  })
})
