import { describe, expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { register } from '../../src/cards/agenda-listeners.ts'
import { type AgendaModel, agendaView } from '../../src/cards/agenda-view.ts'
import { words } from '../../src/cards/agenda-words.en.ts'
import { words as cards } from '../../src/cards/words.en.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { ids } from '../../src/slack/ids.ts'
import { changing } from '../meetings/changing.ts'
import { fieldsOf, publishing } from '../publications/draft.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable, textsOf } from '../support/shown.ts'
import { expectShowable, longPerson } from '../support/worst-case.ts'
import { worstCard, worstMember } from './models.ts'

describeWithDatabase('/agenda', (database) => {
  async function stage() {
    const it = await changing(database())
    const { council } = it
    const deliver = async (by: InventedPerson, body: Record<string, unknown>) => {
      const bolt = await boltStage(council, register, by)
      await bolt.deliver({ ...body, trigger_id: '1.2' })
      const view = bolt.calls.find(({ method }) => method.startsWith('views.'))?.sent['view']
      const shown = isView(view) ? readable(view) : bolt.told()
      // Menus are no text of their blocks.
      return { ...bolt, shown, offered: textsOf(view), metadata: isView(view) ? view.private_metadata : '' }
    }
    const agenda = (by: InventedPerson, { text = '', channel = 'D1' } = {}) =>
      deliver(by, {
        command: '/agenda',
        text,
        team_id: council.teamId,
        user_id: by.slackUserId,
        channel_id: channel,
        response_url: 'https://hooks.slack.test/actions/1',
      })
    const press = (by: InventedPerson, action: Record<string, unknown>, metadata = '{}') =>
      deliver(by, {
        token: 't',
        team: { id: council.teamId, domain: 'underfell' },
        user: { id: by.slackUserId, name: 'somebody', team_id: council.teamId },
        api_app_id: 'A1',
        type: 'block_actions',
        actions: [{ type: 'button', block_id: 'b', action_ts: '1.0', ...action }],
        view: { id: 'V1', type: 'modal', hash: 'h1', private_metadata: metadata, state: { values: {} } },
      })
    const publish = (changes: Parameters<typeof fieldsOf>[1] = {}) =>
      publishPack(it.house, publishing(council, { fields: fieldsOf(council, changes) }))
    return { ...it, agenda, press, publish }
  }

  test('shows a member the next meeting, its papers, their answer and until when', async () => {
    const { agenda, publish, member } = await stage()
    await publish()
    const { shown, methods } = await agenda(member)
    expect(methods()).toEqual(['ack', 'views.open'])
    expect(shown).toMatchInlineSnapshot(`
      "# Agenda
      Wellbeing & Care Scrutiny Committee
      *Wednesday 20 September 2017, 10 am* · Committee Room 2
      *Will you be there?*
      [I’ll be there] [Send apologies]
      Apologies are taken until the planned end of the meeting: 12:00 on Wednesday 20 September 2017. A substitute can be named until 10:00 on Wednesday 20 September 2017.
      *Interests:* is there anything to declare about these items?
      [Nothing to declare] [Declarations]
      [Open the papers]
      Papers published at 09:00 on Wednesday 6 September 2017
      ----
      *Agenda*
      1. Apologies
      2. Minutes _(pages 1–6)_
      Buses
      Questions about the meeting: Ines Penhaligon, Tobias Wraxall"
    `)
  })

  test('before the papers says by when they are due; to a clerk, how that was found', async () => {
    const { agenda, member, clerk, clock } = await stage()
    const forMember = (await agenda(member)).shown
    expect(forMember).toContain('They are due by Tuesday 12 September 2017.')
    expect(forMember).not.toContain('Wed 13 Sep')
    const forClerk = (await agenda(clerk)).shown
    expect(forClerk).toContain('it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep.')
    expect(forClerk).not.toContain('Will you be there')
    clock.advance({ hours: 24 * 7 })
    expect((await agenda(member)).shown).toContain('The last day for it by law was Tuesday 12 September 2017')
  })

  test('says what is late and what is to follow, and no title that is closed', async () => {
    const { agenda, publish, member, ground, id } = await stage()
    await publish()
    const items = (title: string, data: Parameters<typeof ground.prisma.agendaItem.updateMany>[0]['data']) =>
      ground.prisma.agendaItem.updateMany({ where: { councilId: id, title }, data })
    await items('Buses', { openedOn: columnOfDate('2017-09-15'), toFollow: true })
    await items('Minutes', { access: 'exempt', toFollow: true })
    const { shown, calls } = await agenda(member)
    expect(shown).toContain('*Late or to follow*')
    expect(shown).toContain('Buses · _report to follow_ · _needs the Chair’s ruling_')
    expect(shown).toContain('2. An item that is not open to the public · _report to follow_')
    expect(JSON.stringify(calls)).not.toContain('Minutes')
  })

  test('takes an answer in place', async () => {
    const { agenda, press, publish, member, meetingId, answerOf, tender } = await stage()
    await publish()
    const { metadata } = await agenda(member)
    const coming = await press(member, { action_id: ids.agenda.coming, value: meetingId }, metadata)
    expect(coming.methods()).toEqual(['ack', 'views.update'])
    expect(coming.shown).toContain('*You will be there.*')
    expect(await answerOf(member)).toMatchObject({ state: 'coming', way: 'button' })
    const apologies = await press(member, { action_id: ids.agenda.apologies, value: meetingId }, metadata)
    expect(apologies.methods()).toEqual(['ack', 'views.update'])
    expect(apologies.shown).toContain('# Apologies')
    await tender(member)
    expect((await agenda(member)).shown).toContain('[Change]')
  })

  test('says why an answer is not taken, and why it is somebody else’s to give', async () => {
    const { press, member, outsider, change, meetingId } = await stage()
    const coming = { action_id: ids.agenda.coming, value: meetingId }
    expect((await press(outsider, coming)).shown).toContain('are for its members')
    await change({ to: 'postponed' })
    expect((await press(member, coming)).shown).toContain('has no new date yet')
    const apologies = { action_id: ids.agenda.apologies, value: meetingId }
    expect((await press(member, apologies)).shown).toContain('has no new date yet')
  })

  test('lets somebody choose among several; the next that takes place comes first', async () => {
    const { agenda, press, council, change, meetingId, member, second } = await stage()
    await council.meeting('2017-10-18')
    await council.meeting('2017-09-21', second.committee.id)
    await change({ to: 'cancelled', reason: 'Snow' })
    const { shown, offered, metadata } = await agenda(member)
    expect(offered.filter((text) => /^\w{3} \d+ Oct/.test(text))).not.toEqual([])
    expect(offered.join()).not.toContain('Thu 21 Sep')
    expect(shown).toContain('*Wednesday 18 October 2017, 10 am*')
    const select = { type: 'static_select', action_id: ids.agenda.meeting }
    const cancelled = await press(member, { ...select, selected_option: { value: meetingId } }, metadata)
    expect(cancelled.shown).toContain('*This meeting is cancelled.*')
    expect(cancelled.shown).toContain('*Why:* Snow')
    expect(cancelled.shown).not.toContain('Will you be there')
    expect(cancelled.shown).not.toContain('due by')
  })

  test('in a committee’s channel shows that committee’s, whoever asks', async () => {
    const { agenda, council, second, member, outsider } = await stage()
    await council.meeting('2017-09-21', second.committee.id)
    for (const by of [member, outsider])
      for (const channel of [second.committee.channelId, second.committee.clerksChannelId]) {
        const { shown } = await agenda(by, { channel })
        expect(shown).toContain(second.committee.name)
        expect(shown).not.toContain('Will you be there')
      }
  })

  test('shows somebody on no committee every committee’s meetings', async () => {
    const { agenda, council, second, outsider } = await stage()
    await council.meeting('2017-09-21', second.committee.id)
    const { offered } = await agenda(outsider)
    expect(offered.join()).toMatch(/Wed 20 Sep.*Thu 21 Sep/)
  })

  test('says so where nothing is planned, and to a clerk what to do', async () => {
    const { agenda, end, member, clerk, committee } = await stage()
    end()
    expect((await agenda(member)).shown).toContain('No meeting of your committees is planned')
    expect((await agenda(member, { channel: committee.channelId })).shown).toContain('of this committee')
    expect((await agenda(clerk)).shown).toContain('Schedule one with */meeting*')
    expect((await agenda(member, { text: 'help' })).shown).toContain('*/agenda* shows the next meeting')
  })

  test('shows a clerk the meetings of the committees they clerk, and what they can do themselves', async () => {
    const { agenda, council, publish, clerk, member, second, ground, id } = await stage()
    await council.meeting('2017-09-21', second.committee.id)
    const of = { councilId: id, committeeId: second.committee.id, personId: clerk.id }
    await ground.prisma.committeeRole.create({ data: { ...of, duty: 'clerk' } })
    expect((await agenda(clerk)).offered.join()).toMatch(/Wed 20 Sep.*Thu 21 Sep/)
    await publish({ publicAddress: '' })
    const forClerk = (await agenda(clerk)).shown
    expect(forClerk).toContain('Give it with *Correct the papers*')
    expect(forClerk).not.toContain('ask the clerk')
    expect((await agenda(member)).shown).toContain('ask the clerk for them')
  })

  test('shows a clerk what is planned for those they clerk where the channel’s committee has nothing', async () => {
    const { agenda, clerk, member, second, committee } = await stage()
    const channel = second.committee.channelId
    expect((await agenda(clerk, { channel })).shown).toContain(committee.name)
    expect((await agenda(member, { channel })).shown).toContain('No meeting of this committee is planned')
  })

  test('shows nothing of another council', async () => {
    const other = await stage()
    const { press, member } = await stage()
    const select = { type: 'static_select', action_id: ids.agenda.meeting }
    const { shown } = await press(member, { ...select, selected_option: { value: other.meetingId } })
    expect(shown).toContain('not in the record')
  })
})

describe('the view of an agenda', () => {
  test('is taken by Slack at its worst', () => {
    const late = worstCard.items.map((item) => ({ ...item, lateness: 'item-late' as const, toFollow: true }))
    const model: AgendaModel = {
      metadata: '{}',
      forClerk: false,
      choices: Array.from({ length: 150 }, (_, place) => ({ value: `${place}`, text: longPerson(place) })),
      card: {
        ...worstCard,
        state: 'scheduled',
        clerks: Array.from({ length: 30 }, (_, place) => longPerson(place)),
      },
      lastChange: undefined,
      own: worstMember,
      due: undefined,
      late,
    }
    expectShowable(agendaView(model, words, cards))
    for (const state of ['cancelled', 'postponed'] as const)
      expectShowable(
        agendaView({ ...model, card: { ...model.card, state, items: [] }, late: [] }, words, cards),
      )
  })
})

function isView(view: unknown): view is { blocks: unknown; private_metadata: string } {
  return typeof view === 'object' && view !== null && 'blocks' in view
}
