import type { App, ViewClosedAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RunningWorkspace } from '../../src/workspace/workspace.ts'
import { client, Hand, open, plainText, refusal, startApp, until } from './council.ts'

const option = (text: string, value: string) => ({ text: plainText(text), value })
const kinds = [option('Absent', 'absent'), option('Arriving late', 'late')]
const items = [option('Item 5: Budget', '5'), option('Item 6: Buses', '6'), option('Item 7: Bins', '7')]

/** One field of each kind that the bot uses. */
const everyField: ModalView = {
  type: 'modal',
  callback_id: 'every',
  title: plainText('Every field'),
  submit: plainText('Send'),
  close: plainText('Cancel'),
  notify_on_close: true,
  private_metadata: 'meeting-7',
  blocks: [
    {
      type: 'section',
      block_id: 'lead',
      text: plainText('Please answer'),
      accessory: { type: 'button', action_id: 'more', text: plainText('More'), value: 'm' },
    },
    {
      type: 'input',
      block_id: 'kind',
      label: plainText('I will be'),
      element: { type: 'radio_buttons', action_id: 'v', options: kinds },
    },
    {
      type: 'input',
      block_id: 'items',
      label: plainText('Which items'),
      element: { type: 'checkboxes', action_id: 'v', options: items },
    },
    {
      type: 'input',
      block_id: 'meeting',
      label: plainText('Meeting'),
      element: {
        type: 'static_select',
        action_id: 'v',
        options: items,
        initial_option: option('Item 5: Budget', '5'),
      },
    },
    {
      type: 'input',
      block_id: 'who',
      label: plainText('Substitute'),
      optional: true,
      element: { type: 'users_select', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'day',
      label: plainText('Date'),
      element: { type: 'datepicker', action_id: 'v', initial_date: '2017-09-05' },
    },
    {
      type: 'input',
      block_id: 'time',
      label: plainText('Time'),
      element: { type: 'timepicker', action_id: 'v' },
    },
    {
      type: 'input',
      block_id: 'reason',
      label: plainText('Reason'),
      element: { type: 'plain_text_input', action_id: 'v', max_length: 10 },
    },
    {
      type: 'input',
      block_id: 'paper',
      label: plainText('Paper'),
      optional: true,
      element: { type: 'file_input', action_id: 'v', filetypes: ['pdf'], max_files: 1 },
    },
  ],
}
const simple = (title: string, callback: string): ModalView => ({
  type: 'modal',
  callback_id: callback,
  title: plainText(title),
  submit: plainText('Next'),
  blocks: [
    {
      type: 'input',
      block_id: 'b',
      optional: true,
      label: plainText('Note'),
      element: { type: 'plain_text_input', action_id: 'a' },
    },
  ],
})

let workspace: RunningWorkspace
let hand: Hand
let stop: () => Promise<void> = async () => undefined

beforeEach(async () => {
  workspace = await open()
  hand = new Hand(workspace.url)
})
afterEach(async () => {
  await stop()
  await workspace.close()
})

async function run(listeners: (app: App) => void): Promise<void> {
  stop = (await startApp(workspace, 'socket', listeners)).stop
}

async function openForm(view: ModalView, as = 'j.ward'): Promise<void> {
  await hand.ask('command', { as, command: '/pack' })
  await until(async () => (await hand.screen(as)).modal?.title === view.title.text)
}

const opens = (view: ModalView) => (app: App) =>
  app.command('/pack', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({ trigger_id: body.trigger_id, view })
  })

test('every kind of field is filled by what the person reads, and arrives as Slack sends it', async () => {
  let values: object = {}
  let metadata = ''
  await run((app) => {
    opens(everyField)(app)
    app.view('every', async ({ ack, view }) => {
      values = view.state.values
      metadata = view.private_metadata
      await ack()
    })
  })
  await openForm(everyField)
  const sent = await hand.ask('submit', {
    as: 'j.ward',
    fields: {
      'I will be': 'arriving late',
      'Which items': ['Item 6: Buses', '7'],
      Substitute: 'Cllr Kit West',
      Time: '14:30',
      Reason: 'unwell',
      Paper: { name: 'note.pdf', contentBase64: Buffer.from('%PDF').toString('base64') },
    },
  })
  expect(sent).toMatchObject({ ok: true, sent: true, acknowledged: true })
  expect(metadata).toBe('meeting-7')
  expect(values).toMatchObject({
    kind: {
      v: { type: 'radio_buttons', selected_option: { value: 'late', text: { text: 'Arriving late' } } },
    },
    items: { v: { type: 'checkboxes', selected_options: [{ value: '6' }, { value: '7' }] } },
    meeting: { v: { type: 'static_select', selected_option: { value: '5' } } },
    who: { v: { type: 'users_select', selected_user: 'U0WEST' } },
    day: { v: { type: 'datepicker', selected_date: '2017-09-05' } },
    time: { v: { type: 'timepicker', selected_time: '14:30' } },
    reason: { v: { type: 'plain_text_input', value: 'unwell' } },
    paper: { v: { type: 'file_input', files: [{ name: 'note.pdf', size: 4, filetype: 'pdf' }] } },
  })
})

test('what Slack itself refuses is shown inline and never sent', async () => {
  const submissions = vi.fn()
  await run((app) => {
    opens(everyField)(app)
    app.view('every', async ({ ack }) => {
      submissions()
      await ack()
    })
  })
  await openForm(everyField)
  const paper = { name: 'note.exe', contentBase64: '' }
  const refused = await hand.ask('submit', {
    as: 'j.ward',
    fields: { Reason: 'far too long a reason', Paper: paper },
  })
  expect(refused).toMatchObject({ sent: false, acknowledged: false })
  const errors = (await hand.screen('j.ward')).modal?.fields.flatMap(({ label, error }) =>
    error ? [`${label}: ${error}`] : [],
  )
  expect(errors).toEqual([
    'I will be: Please complete this required field.',
    'Which items: Please complete this required field.',
    'Time: Please complete this required field.',
    'Reason: This must be 10 characters or fewer.',
    'Paper: note.exe is not a supported file type. Supported: pdf.',
  ])
  expect(submissions).not.toHaveBeenCalled()
})

test('a label or an option that is not there is refused with what is there', async () => {
  await run(opens(everyField))
  await openForm(everyField)
  const label = await hand.ask('submit', { as: 'j.ward', fields: { Excuse: 'x' } })
  expect(label).toMatchObject({ status: 400, labels: expect.arrayContaining(['I will be', 'Reason']) })
  const choice = await hand.ask('submit', { as: 'j.ward', fields: { 'I will be': 'asleep' } })
  expect(choice).toMatchObject({
    status: 400,
    error: 'I will be: "asleep" is not offered; there is "Absent", "Arriving late".',
  })
})

test('views are pushed, updated and closed as a stack, and three is the most', async () => {
  const closed: boolean[] = []
  await run((app) => {
    opens(simple('First', 'first'))(app)
    app.view('first', async ({ ack }) =>
      ack({ response_action: 'push', view: { ...simple('Second', 'second'), notify_on_close: true } }),
    )
    app.view('second', async ({ ack, view }) => {
      const note = view.state.values['b']?.['a']?.value
      if (note === 'change') await ack({ response_action: 'update', view: simple('Changed', 'second') })
      else if (note === 'third') await ack({ response_action: 'push', view: simple('Third', 'third') })
      else if (note === 'clear') await ack({ response_action: 'clear' })
      else await ack()
    })
    app.view('third', async ({ ack }) => ack({ response_action: 'push', view: simple('Fourth', 'fourth') }))
    app.view<ViewClosedAction>({ callback_id: 'second', type: 'view_closed' }, async ({ ack, body }) => {
      closed.push(body.is_cleared)
      await ack()
    })
  })
  const shown = async () => {
    const modal = (await hand.screen('j.ward')).modal
    return modal && `${modal.title} ${modal.depth}`
  }
  await openForm(simple('First', 'first'))
  await hand.ask('submit', { as: 'j.ward' })
  expect(await shown()).toBe('Second 2')
  await hand.ask('close', { as: 'j.ward' })
  expect(await shown()).toBe('First 1')
  expect(closed).toEqual([false])
  await hand.ask('submit', { as: 'j.ward' })
  await hand.ask('submit', { as: 'j.ward', fields: { Note: 'change' } })
  expect(await shown()).toBe('Changed 2')
  await hand.ask('submit', { as: 'j.ward', fields: { Note: 'third' } })
  expect(await shown()).toBe('Third 3')
  await hand.ask('submit', { as: 'j.ward' })
  expect(await shown()).toBe('Third 3')
  expect((await hand.screen('j.ward')).modal?.notice).toBe('We had some trouble connecting. Try again?')
  await hand.ask('close', { as: 'j.ward' })
  await hand.ask('submit', { as: 'j.ward', fields: { Note: 'clear' } })
  expect(await shown()).toBeUndefined()
})

test('a trigger opens one form, once, and only for three seconds', async () => {
  const triggers: string[] = []
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      triggers.push(body.trigger_id)
      await ack()
    })
  })
  const { views } = client(workspace)
  const view = simple('Late', 'late')
  const opened = async () => refusal(views.open({ trigger_id: triggers.at(-1) ?? '', view }))

  await hand.ask('command', { as: 'j.ward', command: '/pack' })
  expect((await opened()).error).toBe('nothing: the call was taken')
  expect((await opened()).error).toBe('exchanged_trigger_id')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3100 })
  expect((await opened()).error).toBe('expired_trigger_id')
  vi.useRealTimers()
  expect((await refusal(views.open({ trigger_id: 'nonsense', view }))).error).toBe('invalid_trigger_id')
})

test('an update keeps what was typed, and a stale hash is refused', async () => {
  let viewId = ''
  let hash = ''
  await run((app) => {
    app.command('/pack', async ({ ack, body }) => {
      await ack()
      const { view } = await app.client.views.open({ trigger_id: body.trigger_id, view: everyField })
      viewId = view?.id ?? ''
      hash = view?.hash ?? ''
    })
    app.action('more', async ({ ack, body }) => {
      await ack()
      if (body.type !== 'block_actions' || !body.view) return
      const { reason } = body.view.state.values
      await app.client.views.update({
        view_id: body.view.id,
        hash: body.view.hash,
        view: { ...everyField, title: plainText(`Said ${reason?.['v']?.value}`) },
      })
    })
  })
  await openForm(everyField)
  const pressed = await hand.ask('click', { as: 'j.ward', text: 'more', fields: { Reason: 'unwell' } })
  expect(pressed).toMatchObject({ ok: true, acknowledged: true })
  const modal = await until(async () => {
    const now = (await hand.screen('j.ward')).modal
    return now?.title === 'Said unwell' ? now : undefined
  })
  expect(modal.fields.find((field) => field.label === 'Reason')?.value).toBe('unwell')
  expect(
    (await refusal(client(workspace).views.update({ view_id: viewId, hash, view: everyField }))).error,
  ).toBe('hash_conflict')
})
