import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { Hand, open, startApp, until } from './council.ts'

const modal = {
  type: 'modal' as const,
  callback_id: 'apologies',
  title: { type: 'plain_text' as const, text: 'Apologies' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'reason',
      label: { type: 'plain_text' as const, text: 'Reason' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
}

describe.each(['socket', 'http'] as const)('over %s', (transport) => {
  let workspace: RunningWorkspace
  let stop: () => Promise<void>
  let hand: Hand

  beforeEach(async () => {
    workspace = await open({ transport })
    hand = new Hand(workspace.url)
    const bot = await startApp(workspace, transport, (app) => {
      app.command('/apologies', async ({ ack, body, client }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: modal })
      })
      app.view('apologies', async ({ ack, view, body, client }) => {
        const reason = view.state.values['reason']?.['text']?.value ?? ''
        if (reason === 'none')
          return ack({ response_action: 'errors', errors: { reason: 'Say a reason, or leave.' } })
        await ack()
        await client.chat.postMessage({ channel: body.user.id, text: `Thank you. Your reason: ${reason}` })
      })
      app.message('hello', async ({ say }) => void (await say('Good morning')))
    })
    stop = bot.stop
  })
  afterEach(async () => {
    await stop()
    await workspace.close()
  })

  test('a command opens a form, the form is refused inline, then sent, and the person is answered', async () => {
    const command = await hand.ask('command', { as: 'j.ward', command: '/apologies' })
    expect(command).toMatchObject({ ok: true, acknowledged: true })
    const form = await until(async () => (await hand.screen('j.ward')).modal)
    expect(form).toMatchObject({
      title: 'Apologies',
      submit: 'Send',
      depth: 1,
      fields: [{ label: 'Reason' }],
    })

    await hand.ask('submit', { as: 'j.ward', fields: { Reason: 'none' } })
    expect((await hand.screen('j.ward')).modal?.fields[0]).toMatchObject({
      value: 'none',
      error: 'Say a reason, or leave.',
    })

    const sent = await hand.ask('submit', { as: 'j.ward', fields: { reas: 'unwell' }, screen: true })
    expect(sent).toMatchObject({ acknowledged: true, sent: true })
    expect((await hand.screen('j.ward')).modal).toBeUndefined()
    await until(async () => (await hand.messages('j.ward')).length > 0)
    expect(await hand.messages('j.ward')).toMatchObject([
      { text: 'Thank you. Your reason: unwell', isBot: true },
    ])
    expect(await hand.messages('k.west')).toEqual([])
  })

  test('a message in the direct message with the app reaches it and is answered', async () => {
    const said = await hand.ask('message', { as: 'Cllr Kit West', channel: 'Scrutineer', text: 'hello' })
    expect(said).toMatchObject({ ok: true, acknowledged: true })
    await until(async () => (await hand.messages('k.west')).length === 2)
    expect((await hand.messages('k.west')).map((one) => one.text)).toEqual(['hello', 'Good morning'])
  })
})
