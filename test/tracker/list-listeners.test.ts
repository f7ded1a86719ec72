import { expect, test } from 'vitest'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { registerTrackerList } from '../../src/tracker/list-listeners.ts'
import { rowView, trackerListView } from '../../src/tracker/list-views.ts'
import { trackerListWords as say } from '../../src/tracker/list-words.en.ts'
import { rowPage } from '../../src/tracker/row-page.ts'
import { trackedRows } from '../../src/tracker/rows.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { partsOf, textsOf } from '../support/shown.ts'
import { allEscaped, expectShowable, long } from '../support/worst-case.ts'
import { plantsRows } from './planted-rows.ts'

describeWithDatabase('/tracker', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    const opened: string[] = []
    const word = { word: 'add', open: async () => void opened.push('add') }
    /** Somebody at Slack, with what they were shown or told since. */
    async function as(by: InventedPerson) {
      const it = await boltStage(council, (app, reception) => registerTrackerList(app, reception, [word]), by)
      const shown = () => it.calls.map(({ sent }) => sent['view']).findLast((view) => view !== undefined)
      const common = { team: { id: council.teamId }, user: { id: by.slackUserId }, trigger_id: '1.2' }
      return {
        ...it,
        command: (text: string) =>
          it.deliver({
            command: '/tracker',
            text,
            team_id: council.teamId,
            user_id: by.slackUserId,
            channel_id: 'C1',
            response_url: 'https://hooks.slack.test/actions/1',
            trigger_id: '1.2',
          }),
        press: (id: string, value: string, metadata: string) =>
          it.deliver({
            ...common,
            type: 'block_actions',
            actions: [{ type: 'button', action_id: id, block_id: 'b', value, action_ts: '1.0' }],
            view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: metadata, state: { values: {} } },
          }),
        search: (text: string) =>
          it.submit(
            { [ids.trackerList.field.search]: { [FIELD_ACTION]: { type: 'plain_text_input', value: text } } },
            JSON.stringify({ text: '', own: false }),
            ids.trackerList.form,
          ),
        shown,
        text: () => textsOf(shown()).join('\n'),
        buttons: () =>
          partsOf(shown())
            .filter(({ type }) => type === 'button')
            .map(({ action_id }) => String(action_id)),
      }
    }
    return { ...council, as, opened, plant: plantsRows(council) }
  }

  test('shows an owner what they owe, a member what they asked, and a clerk what waits', async () => {
    const it = await stage()
    await it.plant({ text: 'Roads', dueOn: '2017-09-01', owners: [it.outsider], askerId: it.member.id })
    const owner = await it.as(it.outsider)
    await owner.command('')
    expect(owner.text()).toContain(say.headings.owed)
    expect(owner.text()).toContain('A1/17')
    const member = await it.as(it.member)
    await member.command('')
    expect(member.text()).toContain(say.headings.asked)
    const clerk = await it.as(it.clerk)
    await clerk.command('')
    expect(clerk.text()).toContain('1 row is overdue')
    const other = await it.as(it.second.member)
    await other.command('')
    expect(other.text()).toContain(say.nothingToDo().text)
  })

  test('finds rows for everybody of the council, opens one with its history, and leads back', async () => {
    const it = await stage()
    const { id } = await it.plant({ text: 'Cycle lanes', owners: [it.outsider], dueOn: '2017-10-01' })
    const of = { councilId: it.id, rowId: id, at: new Date('2017-09-05T10:00:00Z'), byId: it.clerk.id }
    await it.house.db.trackerUpdate.create({
      data: { ...of, kind: 'progress', text: 'Drawings are made.', on: new Date('2017-09-05') },
    })
    await it.house.db.trackerResponse.create({
      data: {
        ...of,
        state: 'inPart',
        body: 'Cabinet',
        consideredOn: new Date('2017-09-05'),
        reasons: 'No money.',
      },
    })
    await it.house.db.trackerClock.create({
      data: {
        ...of,
        kind: 'local',
        startedOn: new Date('2017-09-01'),
        startedBy: 'recommended',
        dueOn: new Date('2017-10-01'),
        rule: 'Local: 30 days after 1 September 2017',
      },
    })
    const member = await it.as(it.second.member)
    await member.command('cycle')
    expect(member.text()).toContain('Cycle lanes')
    await member.press(ids.trackerList.row, id, JSON.stringify({ text: 'cycle', own: false }))
    const row = member.text()
    for (const said of [
      'Drawings are made.',
      'No money.',
      'Accepted in part',
      'Local: 30 days',
      it.outsider.name,
    ])
      expect(row).toContain(said)
    expect(member.buttons()).toEqual([ids.trackerList.back])
    await member.press(
      ids.trackerList.back,
      id,
      JSON.stringify({ rowId: id, list: { text: 'cycle', own: false } }),
    )
    expect(member.text()).toContain('One fits.')
  })

  test('offers on a row what the visitor may do, and nothing else', async () => {
    const it = await stage()
    const { id } = await it.plant({ text: 'Cycle lanes', owners: [it.outsider] })
    const buttonsOf = async (by: InventedPerson) => {
      const visitor = await it.as(by)
      await visitor.press(ids.trackerList.row, id, '')
      return visitor.buttons()
    }
    expect(await buttonsOf(it.outsider)).toContain(ids.owed.done)
    expect(await buttonsOf(it.outsider)).not.toContain(ids.row.edit)
    expect(await buttonsOf(it.clerk)).toContain(ids.row.edit)
    for (const by of [it.member, it.second.clerk, it.second.member]) expect(await buttonsOf(by)).toEqual([])
  })

  test('shows a row of closed business to nobody but its members and clerks, and to them without its words', async () => {
    const it = await stage()
    const { id } = await it.plant({
      text: 'Buy the Corn Exchange',
      topic: 'Corn Exchange',
      addressee: 'Corn Exchange Trust',
      dueText: 'when the Corn Exchange is sold',
      isClosed: true,
      owners: [it.outsider],
    })
    const of = { councilId: it.id, rowId: id, at: new Date('2017-09-05T10:00:00Z'), byId: it.clerk.id }
    await it.house.db.trackerUpdate.create({
      data: { ...of, kind: 'note', text: 'The Corn price', on: new Date('2017-09-05') },
    })
    await it.house.db.trackerChange.create({ data: { ...of, kind: 'paused', why: 'Corn' } })
    await it.house.db.trackerClock.create({
      data: {
        ...of,
        kind: 'local',
        startedOn: of.at,
        startedBy: 'recommended',
        dueOn: of.at,
        rule: '',
        struckAt: of.at,
        struckWhy: 'The Corn sale came first',
      },
    })
    await it.house.db.trackerResponse.create({
      data: { ...of, state: 'rejected', body: 'Corn Trust', consideredOn: of.at, reasons: 'Corn' },
    })
    await it.house.db.trackerUpdate.create({
      data: { ...of, kind: 'progress', text: 'Sold', byName: 'Mr Corn', on: of.at },
    })
    await it.house.db.trackerAnswer.create({
      data: { ...of, number: 1, text: 'Corn', fileName: 'corn.pdf', access: 'exempt', sharedAt: of.at },
    })
    for (const by of [it.second.clerk, it.second.member]) {
      const stranger = await it.as(by)
      await stranger.press(ids.trackerList.row, id, '')
      expect(stranger.told()).toContain('not open to you')
      expect(stranger.told()).not.toContain('Corn')
    }
    // Its owner is asked for it by its reference, and opens it by that.
    for (const by of [it.clerk, it.member, it.outsider]) {
      const entitled = await it.as(by)
      await entitled.press(ids.trackerList.row, id, '')
      expect(entitled.text()).toContain('An action from closed business (A1/17)')
      expect(JSON.stringify(entitled.shown())).not.toContain('Corn')
    }
    const searching = await it.as(it.clerk)
    await searching.command('corn')
    expect(searching.text()).toContain('Nothing in the tracker fits “corn”')
  })

  test('takes what could be a state or a reference as words where nothing fits otherwise, and says so', async () => {
    const it = await stage()
    await it.plant({ text: 'Publish the waiting times', owners: [it.outsider] })
    const member = await it.as(it.member)
    await member.command('waiting times')
    expect(member.text()).toContain('A1/17')
    expect(member.text()).toContain(say.asWords().text)
    await member.command('no owner')
    expect(member.text()).toContain('Nothing in the tracker fits')
    await member.command('publish the waiting times and do so by next month')
    expect(member.text()).toContain('and not: next month')
  })

  test('of a text that is too long for a search says so', async () => {
    const it = await stage()
    const member = await it.as(it.member)
    await member.command(long('Roads', 3_000))
    expect(member.told()).toContain('longer than 200 characters')
    expect(member.shown()).toBeUndefined()
  })

  test('of another council is as if it were not there', async () => {
    const it = await stage()
    const { id } = await plantsRows(await inventCouncil(database()))({ text: 'Elsewhere' })
    const clerk = await it.as(it.clerk)
    await clerk.press(ids.trackerList.row, id, '')
    expect(clerk.told()).toContain('not open to you')
    await clerk.command('elsewhere')
    expect(clerk.text()).toContain('Nothing in the tracker fits')
  })

  test('answers its other words, help, and a search that is sent from its form', async () => {
    const it = await stage()
    await it.plant({ text: 'Add a crossing' })
    const member = await it.as(it.member)
    await member.command('ADD')
    expect(it.opened).toEqual(['add'])
    await member.command('help')
    expect(member.told()).toContain('/tracker overdue')
    const [answer] = await member.search('add a crossing')
    expect(textsOf(answer).join('\n')).toContain('Add a crossing')
  })

  test('fits Slack whatever the rows say, and loses none of them', async () => {
    const it = await stage()
    for (const text of [long('Long', 9_000), allEscaped(9_000)])
      for (let at = 0; at < 10; at += 1) await it.plant({ text, status: text, named: [long('Owner', 200)] })
    const rows = await trackedRows(it.house, {}, { orderBy: { id: 'desc' } })
    const shown = { text: 'x'.repeat(200), own: true }
    const view = trackerListView(
      {
        shown,
        today: '2017-09-06',
        concerns: undefined,
        found: { rows, count: rows.length, next: undefined },
      },
      say,
    )
    expectShowable(view)
    const listed = partsOf(view).filter(({ action_id }) => action_id === ids.trackerList.row)
    const more = partsOf(view).find(({ action_id }) => action_id === ids.trackerList.more)
    expect(listed.length).toBeLessThan(rows.length)
    expect(more?.['value']).toBe(listed.at(-1)?.['value'])
    const page = await rowPage(it.house, it.clerk.id, rows[0]?.id ?? '')
    if (page) expectShowable(rowView(page, { list: shown, page: 0, acts: [] }, say))
  })
})
