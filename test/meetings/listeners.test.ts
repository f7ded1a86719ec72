import { describe, expect, test } from 'vitest'
import { toFormMetadata } from '../../src/meetings/form-metadata.ts'
import { register } from '../../src/meetings/listeners.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { changing } from './changing.ts'

const database = useDatabase(embeddedDatabase)
const { field } = ids.meeting

interface Sending {
  readonly by?: InventedPerson
  readonly version?: number
  readonly list?: { readonly viewId: string; readonly page: number }
  /** How Slack answers when the list below is shown. */
  readonly refusing?: string
}

async function stage(given?: InventedCouncil) {
  const it = await changing(database(), given)
  const at = (by: InventedPerson = it.clerk) => boltStage(it.council, register, by)
  const common = (by: InventedPerson) => ({
    token: 't',
    team: { id: it.teamId, domain: 'underfell' },
    user: { id: by.slackUserId, name: 'somebody', team_id: it.teamId },
    trigger_id: '1.2',
    api_app_id: 'A1',
  })
  return {
    ...it,
    at,
    command: async (text = '', by = it.clerk) => {
      const bolt = await at(by)
      await bolt.deliver({
        command: '/meeting',
        text,
        team_id: it.teamId,
        user_id: by.slackUserId,
        channel_id: 'C1',
        response_url: 'https://hooks.slack.test/actions/1',
        trigger_id: '1.2',
      })
      return bolt
    },
    press: async (
      action: { action_id: string; block_id?: string; [more: string]: unknown },
      place: 'message' | { private_metadata: string },
      by = it.clerk,
    ) => {
      const bolt = await at(by)
      await bolt.deliver({
        ...common(by),
        type: 'block_actions',
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.0', ...action }],
        ...(place === 'message'
          ? {
              response_url: 'https://hooks.slack.test/actions/1',
              channel: { id: 'G1' },
              message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
            }
          : { view: { id: 'VLIST', type: 'modal', hash: 'h1', state: { values: {} }, ...place } }),
      })
      return bolt
    },
    submit: async (
      form: 'change' | 'schedule',
      values: Record<string, unknown>,
      { by = it.clerk, version = 1, list, refusing }: Sending = {},
    ) => {
      const bolt = await at(by)
      if (refusing) bolt.refuse('views.update', refusing)
      const [ack] = await bolt.deliver({
        ...common(by),
        type: 'view_submission',
        response_urls: [],
        view: {
          id: 'VFORM',
          type: 'modal',
          hash: 'h2',
          callback_id: form === 'change' ? ids.meeting.changeForm : ids.meeting.scheduleForm,
          private_metadata: toFormMetadata({ id: form === 'change' ? it.meetingId : '', version, list }),
          state: { values },
        },
      })
      return { ...bolt, ack }
    },
  }
}

const chosen = (type: string, value: string) => ({ value: { type, selected_option: { value } } })
const when = (date: string, time: string, venue: string) => ({
  [field.date]: { value: { type: 'datepicker', selected_date: date } },
  [field.time]: { value: { type: 'timepicker', selected_time: time } },
  [field.venue]: { value: { type: 'plain_text_input', value: venue } },
})
const becomes = (to: string, reason = '') => ({
  [field.to]: chosen('radio_buttons', to),
  [field.reason]: { value: { type: 'plain_text_input', value: reason } },
})

describe('/meeting', () => {
  test('lists the coming meetings of the clerk’s committees, and of no other', async () => {
    const { command, council, second, committee } = await stage()
    await council.meeting('2017-09-21', second.committee.id)
    const { calls, methods } = await command()
    expect(methods()).toEqual(['ack', 'views.open'])
    const said = textsOf(calls[1]?.sent).join('\n')
    expect(said).toContain('Wednesday 20 September 2017, 10 am')
    expect(said).toContain('Committee Room 2 · no papers yet')
    expect(said).not.toContain(second.committee.name)
    expect(said).toContain(committee.name.replace('&', '&amp;'))
  })

  test('shows no meeting that is over, but one that waits for its new day', async () => {
    const { command, change, end, clock } = await stage()
    await change({ to: 'postponed' })
    end()
    clock.advance({ hours: 24 * 60 })
    expect(textsOf((await command()).calls[1]?.sent).join('\n')).toContain('*Postponed*, no new date yet')
  })

  test('tells everybody else who can, and says what it does', async () => {
    const { command, member, outsider, clerk, otherClerk } = await stage()
    const told = (await command('', member)).told()
    expect(told).toContain('Only clerks schedule and change meetings.')
    for (const it of [clerk, otherClerk]) expect(told).toContain(it.name)
    expect((await command('', outsider)).told()).toContain('ask your administrator')
    expect((await command('help', member)).told()).toContain('*Schedule a meeting*')
  })
})

describe('the form to change a meeting', () => {
  test('opens from the clerks’ list, and on top of the list of meetings', async () => {
    const { press, meetingId, otherClerk } = await stage()
    const action = { action_id: ids.meeting.change, value: meetingId }
    const fromMessage = await press(action, 'message', otherClerk)
    expect(fromMessage.methods()).toEqual(['ack', 'views.open'])
    const fromList = await press(action, { private_metadata: '2' })
    expect(fromList.methods()).toEqual(['ack', 'views.push'])
    expect(fromList.calls[1]?.sent['view']).toMatchObject({
      private_metadata: JSON.stringify({ id: meetingId, version: 1, list: { viewId: 'VLIST', page: 2 } }),
    })
  })

  test('opens for nobody but a clerk of that committee, and for no meeting of another council', async () => {
    const { press, meetingId, member, second } = await stage()
    for (const by of [member, second.clerk]) {
      const bolt = await press({ action_id: ids.meeting.change, value: meetingId }, 'message', by)
      expect(bolt.methods()).toEqual(['ack', 'respond'])
      expect(bolt.told()).toContain('Only a clerk of')
    }
    const other = await stage()
    const bolt = await press({ action_id: ids.meeting.change, value: other.meetingId }, 'message')
    expect(bolt.told()).toContain('not in the record')
  })

  test('asks for no day where it shall be cancelled, and still knows which version the clerk saw', async () => {
    const { press, meetingId, change, restore } = await stage()
    await change({ ...restore, venue: 'Elsewhere' })
    const metadata = toFormMetadata({ id: meetingId, version: 1, list: undefined })
    const radio = { type: 'radio_buttons', block_id: field.to, action_id: 'value' }
    const bolt = await press(
      { ...radio, selected_option: { value: 'cancelled' } },
      { private_metadata: metadata },
    )
    expect(bolt.methods()).toEqual(['ack', 'views.update'])
    const view = bolt.calls[1]?.sent['view']
    expect(view).toMatchObject({ private_metadata: metadata })
    expect(textsOf(view)).not.toContain('Start')
  })

  test('sent, shows the line as members read it, and the list below it anew', async () => {
    const { submit, coOptee, committee } = await stage()
    const list = { viewId: 'VLIST', page: 0 }
    const { ack, calls, methods } = await submit('change', becomes('cancelled', 'Snow'), { list })
    const said = textsOf(ack).join('\n')
    expect(said).toContain(
      '*Cancelled:* Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017',
    )
    expect(said).toContain('*Why:* Snow')
    expect(said).toContain(
      `10 people get this line in their direct message now, and so does <#${committee.channelId}>`,
    )
    expect(said).toContain(`Mrs ${coOptee.name}`)
    expect(said).toContain('Dear colleague,')
    expect(methods()).toEqual(['ack', 'views.update'])
    expect(calls[1]?.sent).toMatchObject({ view_id: 'VLIST' })
    expect(textsOf(calls[1]?.sent).join('\n')).toContain('*Cancelled.*')
  })

  test('sent, stays done when the list below cannot be shown', async () => {
    const { submit, meeting } = await stage()
    const list = { viewId: 'VGONE', page: 0 }
    const { ack, methods } = await submit('change', becomes('postponed'), { list, refusing: 'not_found' })
    expect(textsOf(ack).join('\n')).toContain('*Postponed:*')
    // Nothing is put in the place of the receipt.
    expect(methods()).toEqual(['ack', 'views.update'])
    expect((await meeting())?.state).toBe('postponed')
  })

  test('with what is wrong says so at its field, and keeps what was typed', async () => {
    const { submit, council } = await stage()
    await council.meeting('2017-10-18')
    const errors = async (values: Record<string, unknown>) => (await submit('change', values)).ack
    const nothing = await errors({
      ...becomes('scheduled'),
      ...when('2017-09-20', '10:00', 'Committee Room 2'),
    })
    expect(nothing).toMatchObject({
      response_action: 'errors',
      errors: { [field.to]: expect.stringContaining('Nothing is different') },
    })
    const past = await errors({ ...becomes('scheduled'), ...when('2016-09-20', '10:00', 'x') })
    expect(past).toMatchObject({ errors: { [field.date]: expect.stringContaining('Is the year right?') } })
    const taken = await errors({ ...becomes('scheduled'), ...when('2017-10-18', '14:00', 'x') })
    expect(taken).toMatchObject({
      errors: { [field.date]: expect.stringContaining('meets on that day already') },
    })
    const empty = await errors({ ...becomes('scheduled'), [field.date]: { value: { type: 'datepicker' } } })
    expect(empty).toMatchObject({ errors: { [field.date]: 'Please fill this in.' } })
  })

  test('of a stale screen changes nothing, and offers the meeting as it is', async () => {
    const { submit, change, restore, meetingId, press, lines } = await stage()
    await change({ ...restore, venue: 'Committee Room 7' })
    const before = (await lines()).length
    const { ack } = await submit('change', becomes('cancelled'))
    const said = textsOf(ack).join('\n')
    expect(said).toContain('nothing of yours was changed')
    expect(said).toContain('Committee Room 7')
    expect(await lines()).toHaveLength(before)
    const again = await press(
      { action_id: ids.meeting.openAgain, value: meetingId },
      { private_metadata: '' },
    )
    expect(again.methods()).toEqual(['ack', 'views.update'])
    expect(again.calls[1]?.sent['view']).toMatchObject({
      private_metadata: JSON.stringify({ id: meetingId, version: 2 }),
    })
  })

  test('sent twice says by whom it is done already', async () => {
    const { submit, otherClerk } = await stage()
    await submit('change', becomes('cancelled'))
    const { ack } = await submit('change', becomes('cancelled'), { by: otherClerk })
    expect(textsOf(ack).join('\n')).toMatch(/Ms Ines Penhaligon changed it so at 09:00 on Wed 6 Sep/)
  })

  test('for a new day says when it must be published by', async () => {
    const { submit } = await stage()
    const { ack } = await submit('change', {
      ...becomes('scheduled'),
      ...when('2017-09-24', '10:00', 'Committee  Room\t9'),
    })
    const said = textsOf(ack).join('\n')
    expect(said).toContain('Sunday 24 September 2017 is at a weekend.')
    expect(said).toContain('The latest lawful publication is')
    expect(said).toContain('Place: Committee Room 9')
    expect(said).toContain('Everybody is asked afresh')
  })
})

describe('the form to schedule a meeting', () => {
  test('makes the meeting, and the list below shows it', async () => {
    const { submit, press, committee } = await stage()
    const opened = await press({ action_id: ids.meeting.schedule, value: 'new' }, { private_metadata: '0' })
    expect(opened.methods()).toEqual(['ack', 'views.push'])
    const { ack, calls } = await submit(
      'schedule',
      { [field.committee]: chosen('static_select', committee.id), ...when('2017-10-18', '14:00', '') },
      { list: { viewId: 'VLIST', page: 0 } },
    )
    expect(textsOf(ack).join('\n')).toContain(
      '*Scheduled:* Wellbeing &amp; Care Scrutiny Committee, Wednesday 18 October 2017, 2 pm',
    )
    expect(textsOf(calls[1]?.sent).join('\n')).toContain('Wednesday 18 October 2017, 2 pm')
  })

  test('refuses another committee, a past day and a day that is taken', async () => {
    const { submit, second, committee } = await stage()
    const own = { [field.committee]: chosen('static_select', committee.id) }
    const foreign = { [field.committee]: chosen('static_select', second.committee.id) }
    const other = await submit('schedule', { ...foreign, ...when('2017-10-18', '14:00', '') })
    expect(textsOf(other.ack).join('\n')).toContain(`Ask ${second.clerk.name}.`)
    const past = await submit('schedule', { ...own, ...when('2017-09-06', '08:59', '') })
    expect(past.ack).toMatchObject({ errors: { [field.date]: expect.stringContaining('past') } })
    const taken = await submit('schedule', { ...own, ...when('2017-09-20', '14:00', '') })
    expect(taken.ack).toMatchObject({ errors: { [field.date]: expect.stringContaining('already') } })
  })
})

test('the text about the last change is there for the clerks again, and for nobody else', async () => {
  const { press, change, meetingId, member, coOptee } = await stage()
  const email = { action_id: ids.meeting.email, value: meetingId }
  expect((await press(email, 'message')).told()).toContain('Nothing about this meeting has been changed')
  await change({ to: 'cancelled', reason: 'Snow' })
  const { calls, methods } = await press(email, 'message')
  expect(methods()).toEqual(['ack', 'views.open'])
  const said = textsOf(calls[1]?.sent).join('\n')
  expect(said).toContain(coOptee.name)
  expect(said).toContain('Why: Snow')
  expect((await press(email, 'message', member)).methods()).toEqual(['ack', 'respond'])
})

test('the list of many meetings is turned', async () => {
  const { press, council } = await stage()
  for (let week = 1; week < 25; week += 1)
    await council.meeting(new Date(Date.UTC(2017, 8, 20 + 7 * week)).toISOString().slice(0, 10))
  const { calls } = await press({ action_id: ids.meeting.later, value: '1' }, { private_metadata: '0' })
  expect(calls[1]).toMatchObject({ method: 'views.update', sent: { view_id: 'VLIST' } })
  expect(textsOf(calls[1]?.sent).join('\n')).toContain('Meetings 21 to 25 of 25')
})
