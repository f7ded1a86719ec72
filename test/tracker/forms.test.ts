// What a clerk fills in reaches the tracker as it was meant, and a wrong form says at which field it is wrong.
import { expect, test } from 'vitest'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { clearerKnown } from '../../src/tracker/give-answer.ts'
import { owes } from '../../src/tracker/owner-acting.ts'
import { toRowMetadata } from '../../src/tracker/row-form.ts'
import { registerRows } from '../../src/tracker/row-listeners.ts'
import { removeServiceLine } from '../../src/tracker/set-service-line.ts'
import { trackerSettingsOf } from '../../src/tracker/settings.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, trackedMeeting } from './tracker-stage.ts'

type Given = Readonly<Record<string, string | readonly string[]>>

const { row: r, trackerDesk: d, serviceLine: s } = ids

describeWithDatabase('the forms of the tracker', (database) => {
  test('take owners, times, notices, responses, closures and settings as a clerk fills them in', async () => {
    const it = await trackedMeeting(database())
    const bolt = await boltStage(it, registerRows, it.clerk)
    const submit = async (form: string, metadata: string, given: Given) =>
      JSON.stringify(await bolt.submit(valuesOf(given), metadata, form))
    const metadataOf = async (path: string) => toRowMetadata(await it.row(path))

    const owed = { [r.field.kind]: 'recommendation', [r.field.due]: 'range', [r.field.dueFrom]: '2018-06-01' }
    expect(await submit(r.form, await metadataOf('1'), owed)).toContain('Choose the day')
    const unknown = { ...owed, [r.field.dueOn]: '2018-08-31', [r.field.owners]: ['U0NOBODY'] }
    expect(await submit(r.form, await metadataOf('1'), unknown)).toContain('not known to Scrutineer')
    const known = {
      ...unknown,
      [r.field.owners]: [it.outsider.slackUserId ?? ''],
      [r.field.otherOwners]: 'Director of Estates\n\nMill Lane Trust',
      [r.field.dueText]: 'Summer 2018',
      [r.field.rag]: 'red',
      [r.field.status]: 'Not begun',
    }
    expect(await submit(r.form, await metadataOf('1'), known)).toContain('Saved.')
    const first = await it.row('1')
    expect(first.owners.map(({ name }) => name)).toEqual([
      'Ms Zadie Norcross',
      'Director of Estates',
      'Mill Lane Trust',
    ])
    expect(first).toMatchObject({
      due: { kind: 'range', from: '2018-06-01', on: '2018-08-31' },
      dueText: 'Summer 2018',
      rag: 'red',
    })

    const notice = { [d.field.rows]: [first.id], [d.field.body]: 'Cabinet', [d.field.sentOn]: '2017-09-20' }
    const tomorrow = { ...notice, [d.field.receivedOn]: '2017-09-21' }
    expect(await submit(d.noticeForm, it.committee.id, tomorrow)).toContain(
      `"${d.field.receivedOn}":"That day has not come yet.`,
    )
    const sent = await submit(d.noticeForm, it.committee.id, notice)
    expect(sent).toContain('The last day is Sunday 19 November 2017')
    expect(sent).toContain('Notice under section 9FE of the Local Government Act 2000')
    expect(await submit(d.noticeForm, it.committee.id, notice)).toContain('was recorded already')

    const request = { [r.field.clock]: 'health', [r.field.on]: '2017-09-20', [r.field.contents]: ['matter'] }
    const started = await submit(r.clockForm, await metadataOf('1'), request)
    expect(started).toContain('A summary of the evidence considered')
    expect(started).toContain('28 days after Wednesday 20 September 2017')

    const response = { [r.field.state]: 'rejected', [r.field.body]: 'Cabinet', [r.field.on]: '2017-09-20' }
    expect(await submit(r.responseForm, await metadataOf('1'), response)).toContain('needs its reasons')
    const reasons = { ...response, [r.field.reasons]: 'There is no money.' }
    const ahead = { ...reasons, [r.field.publishedOn]: '2017-09-21' }
    expect(await submit(r.responseForm, await metadataOf('1'), ahead)).toContain(
      `"${r.field.publishedOn}":"That day has not come yet.`,
    )
    expect(await submit(r.responseForm, await metadataOf('1'), reasons)).toContain('revision 1')

    const { id, version } = await it.row('1')
    const waiting = await it.row('2')
    const closing = { [d.field.rows]: [`${id}:${version}`], [d.field.waiting]: [waiting.id] }
    const at = JSON.stringify({ meetingId: it.meetingId, recordId: it.recordId })
    expect(await submit(d.closingForm, at, {})).toContain('Choose at least one')
    const both = { ...closing, [d.field.rows]: [`${waiting.id}:${waiting.version}`] }
    expect(await submit(d.closingForm, at, both)).toContain('either closed, or still waiting')
    expect(await it.row('2')).toMatchObject({ state: 'open' })
    const recorded = '1 row is closed by this meeting, and 1 noted as still waiting'
    expect(await submit(d.closingForm, at, closing)).toContain(recorded)
    expect(await submit(d.closingForm, at, closing)).toContain(recorded)
    expect(await it.row('1')).toMatchObject({ state: 'closed' })

    const settings = {
      [d.field.localWeeks]: '8',
      [d.field.localMonths]: 'two',
      [d.field.profile]: 'plymouth',
    }
    expect(await submit(d.settingsForm, it.committee.id, settings)).toContain('A whole number')
    const right = { ...settings, [d.field.localMonths]: '', [d.field.localSource]: 'rule 10.3(b)' }
    expect(await submit(d.settingsForm, it.committee.id, right)).toContain('Saved.')
    expect(await trackerSettingsOf(it.house, it.committee.id)).toMatchObject({
      localWeeks: 8,
      profile: 'plymouth',
      headAfter: 10,
    })
  }, 60_000)

  test('say who answers to whom: the head clears answers and may act for their officer, until it is removed', async () => {
    const it = await trackedMeeting(database())
    const bolt = await boltStage(it, registerRows, it.clerk)
    const { id: councilId, prisma, committee } = it
    const [officer, head] = [it.outsider.slackUserId ?? '', it.chair.slackUserId ?? '']
    const submit = async (given: Given) =>
      JSON.stringify(await bolt.submit(valuesOf(given), committee.id, s.form))
    expect(await submit({ [s.field.officer]: officer })).toContain('Please choose somebody')
    const unknown = { [s.field.officer]: officer, [s.field.head]: 'U0NOBODY' }
    expect(await submit(unknown)).toContain(`"${s.field.head}":"They are not known to Scrutineer`)
    const same = { [s.field.officer]: officer, [s.field.head]: officer }
    expect(await submit(same)).toContain('nobody is their own head of service')
    const right = { [s.field.officer]: officer, [s.field.head]: it.member.slackUserId ?? '' }
    expect(await submit(right)).toContain('answers to')
    expect(await submit({ ...right, [s.field.head]: head })).toContain('Saved.')

    const [line, ...more] = await prisma.serviceLine.findMany({ where: { councilId } })
    expect([line?.headId, more]).toEqual([it.chair.id, []])
    const said = { owners: [{ personId: it.outsider.id, name: '' }], heads: [] }
    done(await it.edit(await it.row('1'), said))
    const row = await it.row('1')
    expect(await clearerKnown(it.house, row)).toBe(it.chair.id)
    expect(await owes(it.house, row, it.chair.id, '2017-09-20')).toBe(true)

    const act = { by: it.clerk.id, lineId: line?.id ?? '' }
    done(await removeServiceLine(it.house, act))
    done(await removeServiceLine(it.house, act))
    expect(await owes(it.house, row, it.chair.id, '2017-09-20')).toBe(false)
  }, 60_000)

  test('hand over hundreds of rows after Slack has its answer, and say so then', async () => {
    const it = await trackedMeeting(database())
    const bolt = await boltStage(it, registerRows, it.clerk)
    const submit = async (given: Given) =>
      JSON.stringify(await bolt.submit(valuesOf(given), it.committee.id, d.transferForm))
    const given = { [d.field.successor]: it.second.committee.id, [d.field.all]: 'some' }
    expect(await submit({ ...given, [d.field.why]: 'Abolished.' })).toContain('Choose at least one')
    const all = { ...given, [d.field.all]: 'all' }
    expect(await submit(all)).toContain('Say why')
    expect(await submit({ ...all, [d.field.why]: 'Abolished.' })).toContain('are being handed over')
    expect(bolt.told()).toContain(`4 rows were handed over to ${it.second.committee.name}`)
    await submit({ ...all, [d.field.why]: 'Abolished.' })
    expect(bolt.told()).toContain('None of these is open')
  }, 60_000)

  test('that were opened before somebody else changed the row store nothing', async () => {
    const it = await trackedMeeting(database())
    const bolt = await boltStage(it, registerRows, it.clerk)
    const stale = toRowMetadata(await it.row('1'))
    await it.edit(await it.row('1'), { status: 'Changed by a colleague' })
    const acks = JSON.stringify(
      await bolt.submit(valuesOf({ [r.field.why]: 'A courtesy.' }), stale, r.dropForm),
    )
    expect(acks).toContain('Somebody has changed this row meanwhile')
    expect(await it.row('1')).toMatchObject({ state: 'open' })
  }, 60_000)
})

function valuesOf(given: Given): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, { [FIELD_ACTION]: elementOf(name, value) }]),
  )
}

function elementOf(name: string, value: string | readonly string[]): Record<string, unknown> {
  if (name === s.field.officer || name === s.field.head) return { type: 'users_select', selected_user: value }
  if (typeof value === 'string') return { type: 'plain_text_input', value }
  return name === r.field.owners
    ? { type: 'multi_users_select', selected_users: value }
    : { type: 'multi_static_select', selected_options: value.map((one) => ({ value: one })) }
}
