import { describe, expect, test } from 'vitest'
import { register } from '../../src/reminders/listeners.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import type { InventedPerson } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { reminding } from './reminding.ts'

const database = useDatabase(embeddedDatabase)
const { field } = ids.reminders

// The meeting is on Wednesday 20 September 2017 at 10; its papers are due on Tuesday the 12th.
async function stage() {
  const it = await reminding(database())
  await it.meeting()
  const common = (by: InventedPerson) => ({
    token: 't',
    team: { id: it.teamId, domain: 'underfell' },
    user: { id: by.slackUserId, name: 'somebody', team_id: it.teamId },
    trigger_id: '1.2',
    api_app_id: 'A1',
  })
  const press = async (
    by: InventedPerson,
    action: Record<string, unknown>,
    view?: { metadata: string; typed?: Record<string, string | readonly string[]> },
  ) => {
    const bolt = await boltStage(it, register, by)
    await bolt.deliver({
      ...common(by),
      type: 'block_actions',
      actions: [{ type: 'button', block_id: 'b', action_ts: '1.0', ...action }],
      ...(view
        ? {
            view: {
              id: 'VLIST',
              type: 'modal',
              hash: 'h1',
              private_metadata: view.metadata,
              state: { values: valuesOf(view.typed ?? {}) },
            },
          }
        : {
            response_url: 'https://hooks.slack.test/actions/1',
            channel: { id: 'D1' },
            message: { ts: '17.0' },
          }),
    })
    const shown = bolt.calls.find(({ method }) => method.startsWith('views.'))?.sent['view']
    return { ...bolt, shown, metadata: isView(shown) ? shown.private_metadata : '' }
  }
  const submit = async (
    by: InventedPerson,
    private_metadata: string,
    given: Record<string, string | readonly string[]>,
  ) => {
    const bolt = await boltStage(it, register, by)
    const [ack] = await bolt.deliver({
      ...common(by),
      type: 'view_submission',
      response_urls: [],
      view: {
        id: 'VFORM',
        type: 'modal',
        hash: 'h2',
        callback_id: ids.reminders.form,
        private_metadata,
        state: { values: valuesOf(given) },
      },
    })
    return ack
  }
  const open = (by: InventedPerson = it.clerk) =>
    press(by, { action_id: ids.reminders.settings, value: 'first' }, { metadata: '0' })
  return { ...it, press, submit, open }
}

const usual = {
  [field.active]: ['members', 'reports', 'notice', 'drafts', 'actions'],
  [field.members]: '5, 2, 0',
  [field.notice]: '10, 3, 1, 0',
  [field.drafts]: '5, 10',
  [field.actions]: '10, 0',
}

describe('A clerk’s settings of reminders', () => {
  test('open on top of the list of meetings, with the dates of the next one and how they were found', async () => {
    const it = await stage()
    const { shown, methods, told } = await it.open()
    expect(methods()).toEqual(['ack', 'views.push'])
    if (!isView(shown)) throw new Error('nothing was shown')
    expectShowable(shown)
    for (const said of [
      '5 working days before Wed 20 Sep: *Wed 13 Sep*; left out: Sat 16 Sep (weekend), Sun 17 Sep (weekend)',
      'On the morning of Wednesday 20 September 2017: *Wed 20 Sep*',
      '10 working days before Tue 12 Sep: *Tue 29 Aug* (over)',
      'The latest lawful day: *Tue 12 Sep*',
      '5 working days after Wed 20 Sep: *Wed 27 Sep*; left out: Sat 23 Sep (weekend), Sun 24 Sep (weekend)',
    ])
      expect(told()).toContain(said)
  })

  test('show the dates of what is typed, before it is saved', async () => {
    const it = await stage()
    const { metadata } = await it.open()
    const preview = { action_id: ids.reminders.preview, value: it.committee.id }
    const { told, methods } = await it.press(it.clerk, preview, {
      metadata,
      typed: { ...usual, [field.active]: ['members'], [field.members]: '7' },
    })
    expect(methods()).toEqual(['ack', 'views.update'])
    expect(told()).toContain('7 working days before Wed 20 Sep: *Mon 11 Sep*')
    expect(told()).toContain('_Switched off._')
    expect(await it.prisma.reminderPolicy.count({ where: { councilId: it.id } })).toBe(0)
  })

  test('say at the field what is wrong with it', async () => {
    const it = await stage()
    const { metadata } = await it.open()
    for (const [typed, said] of [
      ['soon', 'Please give numbers'],
      ['', 'Please give numbers'],
      ['25', 'At most 20 working days'],
      ['5, 4, 3, 2', 'At most 3 of them'],
    ] as const) {
      const ack = await it.submit(it.clerk, metadata, { ...usual, [field.members]: typed })
      expect(ack).toMatchObject({
        response_action: 'errors',
        errors: { [field.members]: expect.stringContaining(said) },
      })
    }
    const ack = await it.submit(it.clerk, metadata, { ...usual, [field.drafts]: '5, 0' })
    expect(ack).toMatchObject({ errors: { [field.drafts]: 'At least 1 working day.' } })
  })

  test('hold from then on; what is as before is not noted', async () => {
    const it = await stage()
    const { metadata } = await it.open()
    await it.submit(it.clerk, metadata, usual)
    expect(await it.prisma.reminderPolicy.count({ where: { councilId: it.id } })).toBe(0)
    const ack = await it.submit(it.clerk, metadata, { ...usual, [field.members]: '1 and 3' })
    expect(textsOf(ack).join('\n')).toContain('*Saved for Wellbeing &amp; Care Scrutiny Committee.*')
    const rows = await it.prisma.reminderPolicy.findMany({ where: { councilId: it.id } })
    expect(rows.map(({ kind, active, days }) => [kind, active, days])).toEqual([['members', true, [3, 1]]])
    expect(await it.tickAt('2017-09-13T09:00')).toBe(0)
    expect(await it.tickAt('2017-09-15T09:00')).toBe(10)
  })

  test('that a colleague set meanwhile are not overwritten', async () => {
    const it = await stage()
    const { metadata } = await it.open()
    await it.submit(it.otherClerk, metadata, { ...usual, [field.members]: '4' })
    const ack = await it.submit(it.clerk, metadata, { ...usual, [field.members]: '6' })
    expect(ack).toMatchObject({
      response_action: 'errors',
      errors: { [field.active]: expect.stringContaining('Somebody else has set this meanwhile') },
    })
  })

  test('are not for somebody who is no clerk, nor of another committee', async () => {
    const it = await stage()
    expect((await it.open(it.member)).told()).toContain('You are not the clerk of a committee')
    const { metadata } = await it.open()
    const ack = await it.submit(it.second.clerk, metadata, { ...usual, [field.members]: '1' })
    expect(textsOf(ack).join('\n')).toContain('Only a clerk of the committee')
    expect(await it.prisma.reminderPolicy.count({ where: { councilId: it.id } })).toBe(0)
  })
})

describe('Fewer reminders', () => {
  test('is chosen and taken back with a button; only the person’s own count', async () => {
    const it = await stage()
    const wants = async () =>
      (await it.prisma.person.findUniqueOrThrow({ where: { id: it.member.id } })).wantsFewer
    await it.press(it.member, { action_id: ids.reminders.fewer, value: '2017-09-13' })
    expect(await wants()).toBe(true)
    expect(await it.prisma.person.count({ where: { councilId: it.id, wantsFewer: true } })).toBe(1)
    await it.press(it.member, { action_id: ids.reminders.usual, value: '2017-09-13' })
    expect(await wants()).toBe(false)
  })
})

function isView(view: unknown): view is Parameters<typeof expectShowable>[0] & { private_metadata: string } {
  return typeof view === 'object' && view !== null && 'blocks' in view && 'private_metadata' in view
}
