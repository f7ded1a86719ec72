import { describe, expect, test } from 'vitest'
import { reportsShown } from '../../src/meetings/duty-shown.ts'
import { register } from '../../src/meetings/listeners.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { shownOf, toReportForm } from '../../src/meetings/report-submission.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { asking, BUS } from './asking.ts'

const database = useDatabase(embeddedDatabase)
const { field } = ids.report

async function stage() {
  const it = await asking(database())
  const { council } = it
  const common = (by: InventedPerson) => ({
    token: 't',
    team: { id: council.teamId, domain: 'underfell' },
    user: { id: by.slackUserId, name: 'somebody', team_id: council.teamId },
    trigger_id: '1.2',
    api_app_id: 'A1',
  })
  const press = async (by: InventedPerson, action_id: string, value: string, metadata?: object | string) => {
    const bolt = await boltStage(council, register, by)
    await bolt.deliver({
      ...common(by),
      type: 'block_actions',
      actions: [{ type: 'button', action_id, block_id: 'b', value, action_ts: '1.0' }],
      ...(metadata === undefined
        ? {
            response_url: 'https://hooks.slack.test/actions/1',
            channel: { id: 'D1' },
            message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
          }
        : {
            view: {
              id: 'VLIST',
              type: 'modal',
              hash: 'h1',
              state: { values: {} },
              private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
            },
          }),
    })
    return bolt
  }
  const submit = async (
    by: InventedPerson,
    callback_id: string,
    private_metadata: string,
    given: Record<string, string | readonly string[]>,
  ) => {
    const bolt = await boltStage(council, register, by)
    const values = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, { [FIELD_ACTION]: elementOf(value) }]),
    )
    const [ack] = await bolt.deliver({
      ...common(by),
      type: 'view_submission',
      response_urls: [],
      view: { id: 'VFORM', type: 'modal', hash: 'h2', callback_id, private_metadata, state: { values } },
    })
    return { ...bolt, ack }
  }
  const list = { viewId: 'VLIST', page: 0 }
  const metadata = (more: object = {}) => toReportForm({ meetingId: it.meetingId, list, ...more })
  const shown = async () => {
    const meeting = await meetingAtHand(it.house, it.meetingId)
    if (!meeting) throw new Error('the meeting is gone')
    const { reports } = await reportsShown(it.house, meeting, { now: it.house.now() })
    return reports
  }
  return { ...it, press, submit, metadata, shown }
}

function elementOf(value: string | readonly string[]): object {
  if (typeof value !== 'string')
    return { type: 'checkboxes', selected_options: value.map((one) => ({ value: one })) }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return { type: 'datepicker', selected_date: value }
  return /^[0-9a-f-]{36}$/.test(value)
    ? { type: 'static_select', selected_option: { value } }
    : { type: 'plain_text_input', value }
}

describe('Reports for this meeting', () => {
  test('opens for the meeting’s clerks, and tells anybody else who they are', async () => {
    const it = await stage()
    const opened = await it.press(it.clerk, ids.report.open, it.meetingId)
    expect(opened.methods()).toEqual(['ack', 'views.open'])
    expect(opened.told()).toContain('Nobody is asked for a report yet.')
    const refused = await it.press(it.author, ids.report.open, it.meetingId)
    expect(refused.methods()).toEqual(['ack', 'respond'])
    expect(refused.told()).toContain('Only a clerk of *Wellbeing &amp; Care Scrutiny Committee*')
    expect((await it.press(it.clerk, ids.report.open, it.author.id)).told()).toContain('not in the record')
    const theirs = await it.press(it.council.second.clerk, ids.report.open, it.meetingId)
    expect(theirs.told()).toContain('Only a clerk of')
  })

  test('lies on top of the list of meetings, and its forms on top of it', async () => {
    const it = await stage()
    const place = { meetingId: it.meetingId, page: 0 }
    expect((await it.press(it.clerk, ids.report.open, it.meetingId, '0')).methods()).toEqual([
      'ack',
      'views.push',
    ])
    const form = await it.press(it.clerk, ids.report.ask, it.meetingId, place)
    expect(form.methods()).toEqual(['ack', 'views.push'])
    expect(form.told()).toContain('Imogen Sallow')
    expect((await it.press(it.clerk, ids.report.askBriefing, it.meetingId, place)).told()).toContain(
      'Who briefs the Chair',
    )
    expect((await it.press(it.clerk, ids.report.later, '1', place)).methods()).toEqual([
      'ack',
      'views.update',
    ])
  })

  test('a report is asked for, with a receipt, and the list below is made true', async () => {
    const it = await stage()
    const sent = await it.submit(it.clerk, ids.report.askForm, it.metadata(), {
      [field.title]: `  Bus   services in the north `,
      [field.author]: it.author.id,
      [field.clearer]: it.withoutSlack.id,
    })
    expect(sent.ack).toMatchObject({ response_action: 'update' })
    const said = textsOf(sent.ack).join('\n')
    expect(said).toContain(`*Asked for:* ${BUS}`)
    expect(said).toContain('*Not on Slack:* Petra Nightingale')
    expect(sent.calls.at(-1)).toMatchObject({ method: 'views.update', sent: { view_id: 'VLIST' } })
    expect(await it.owed()).toHaveLength(3)
  })

  test('what is missing or asked for already is said at its field', async () => {
    const it = await stage()
    await it.ask()
    const ask = async (title: string) => {
      const values = { [field.title]: title, [field.author]: it.author.id }
      return (await it.submit(it.clerk, ids.report.askForm, it.metadata(), values)).ack
    }
    expect(await ask(' ')).toMatchObject({ errors: { [field.title]: 'Please fill this in.' } })
    expect(await ask(BUS)).toMatchObject({ errors: { [field.title]: expect.stringContaining('already') } })
    const brief = (personId: string) =>
      it.submit(it.clerk, ids.report.briefingForm, it.metadata(), { [field.briefer]: personId })
    expect((await brief(it.meetingId)).ack).toMatchObject({
      errors: { [field.briefer]: expect.stringContaining('not in the record') },
    })
    await brief(it.director.id)
    expect((await brief(it.director.id)).ack).toMatchObject({
      errors: { [field.briefer]: expect.stringContaining('already') },
    })
  })

  test('a change takes in what differs from what was shown, and nothing that was answered meanwhile', async () => {
    const it = await stage()
    await it.ask({ clearer: it.director })
    const [report] = await it.shown()
    const draft = await it.duty('draft')
    const opened = await it.press(it.clerk, ids.report.change, draft.id, { meetingId: it.meetingId, page: 0 })
    expect(opened.told()).toContain('What is there')
    // The author answers while the clerk's form stands open.
    await it.press(it.author, ids.report.done, draft.id)
    const metadata = it.metadata({ dutyId: draft.id, shown: shownOf(report?.duties ?? []) })
    const values = {
      [field.author]: it.author.id,
      [field.clearer]: it.withoutSlack.id,
      [field.draftDay]: '2017-09-06',
      [field.finalDay]: '2017-09-13',
      [field.clearanceDay]: '2017-09-08',
      [field.done]: ['final'],
      [field.dropped]: [],
    }
    const { ack } = await it.submit(it.clerk, ids.report.changeForm, metadata, values)
    expect(textsOf(ack).join('\n')).toContain(`*Changed:* ${BUS}`)
    expect(await it.owed()).toEqual([
      'draft Imogen Sallow 2017-09-06 done',
      'final Imogen Sallow 2017-09-13 done',
      'clearance Petra Nightingale 2017-09-08',
    ])
    const late = { ...values, [field.clearanceDay]: '2017-09-30' }
    expect((await it.submit(it.clerk, ids.report.changeForm, metadata, late)).ack).toMatchObject({
      errors: { [field.clearanceDay]: expect.stringContaining('after the meeting') },
    })
    const dropped = await it.submit(it.clerk, ids.report.changeForm, metadata, {
      [field.dropped]: ['dropped'],
    })
    expect(textsOf(dropped.ack).join('\n')).toContain('*Not needed any more:*')
    expect(
      textsOf((await it.submit(it.clerk, ids.report.changeForm, metadata, values)).ack).join('\n'),
    ).toContain('Nobody is asked for this report any more')
  })

  test('the e-mail is for those without Slack, each with what they owe', async () => {
    const it = await stage()
    await it.ask({ clearer: it.withoutSlack })
    const { told } = await it.press(it.clerk, ids.report.email, it.meetingId, {
      meetingId: it.meetingId,
      page: 0,
    })
    expect(told()).toContain('Petra Nightingale')
    expect(told()).toContain(`- ${BUS}: Clearance, by Friday 8 September 2017`)
    expect(told()).not.toContain('Draft')
  })

  test('*Done* is acknowledged after the commit; in the view of everything, the view is made true', async () => {
    const it = await stage()
    await it.ask()
    const { id } = await it.duty('draft')
    expect((await it.press(it.author, ids.report.done, id)).methods()).toEqual(['ack'])
    const final = await it.duty('final')
    const all = await it.press(it.author, ids.report.all, it.meetingId)
    expect(all.told()).toContain('Final text: done')
    const inView = await it.press(it.author, ids.report.done, final.id, it.meetingId)
    expect(inView.methods()).toEqual(['ack', 'views.update'])
    expect(await it.owed()).toEqual([
      'draft Imogen Sallow 2017-09-06 done',
      'final Imogen Sallow 2017-09-06 done',
    ])
  })

  test('whoever does not owe it any more is told so', async () => {
    const it = await stage()
    await it.ask()
    const { id } = await it.duty('draft')
    expect((await it.press(it.director, ids.report.done, id)).told()).toContain('has asked Imogen Sallow')
    expect((await it.press(it.director, ids.report.late, id)).told()).toContain('not needed any more')
    expect((await it.press(it.director, ids.report.done, it.meetingId)).told()).toContain(
      'not needed any more',
    )
  })

  test('*Late because…* wants why and when', async () => {
    const it = await stage()
    await it.ask()
    const { id } = await it.duty('draft')
    expect((await it.press(it.author, ids.report.late, id)).methods()).toEqual(['ack', 'views.open'])
    const late = async (values: Record<string, string>) =>
      (await it.submit(it.author, ids.report.lateForm, id, values)).ack
    expect(await late({ [field.reason]: '' })).toMatchObject({
      errors: { [field.reason]: expect.anything() },
    })
    expect(await late({ [field.reason]: 'Figures', [field.expected]: '' })).toMatchObject({
      errors: { [field.expected]: expect.anything() },
    })
    expect(await late({ [field.reason]: 'Figures', [field.expected]: '2017-09-01' })).toMatchObject({
      errors: { [field.expected]: expect.stringContaining('past') },
    })
    expect(await late({ [field.reason]: 'Figures', [field.expected]: '2017-09-29' })).toMatchObject({
      errors: { [field.expected]: expect.stringContaining('after the meeting') },
    })
    const done = await late({ [field.reason]: 'Figures', [field.expected]: '2017-09-12' })
    expect(textsOf(done).join('\n')).toContain('Tuesday 12 September 2017')
  })
})
