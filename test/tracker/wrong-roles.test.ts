// Whoever may not keep a committee's tracker is told so by each of its buttons, forms and words, and nothing changes.
import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { asCommand, type Reception } from '../../src/slack/listen.ts'
import { toRowMetadata } from '../../src/tracker/row-form.ts'
import { addWord, deskWord, registerRows } from '../../src/tracker/row-listeners.ts'
import { startClock } from '../../src/tracker/start-clock.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, trackedMeeting } from './tracker-stage.ts'

const WORDS = [addWord, deskWord]

function registerAll(app: App, reception: Reception): void {
  registerRows(app, reception)
  for (const { word, open } of WORDS) app.command(`/tracker-${word}`, asCommand(reception, open))
}

/** What is listened for: actions and forms, by their names; pages by the name of the first. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const of = (key: string) => (isObject(constraint) ? constraint[key] : undefined)
    const name = of('action_id') ?? of('block_id') ?? constraint
    names.push(name instanceof RegExp ? TURN : String(name))
  }
  registerRows(new Proxy(Object.create(null), { get: () => note }), Object.create(null))
  return [...new Set(names)]
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null
}

const TURN = `${ids.row.turn}.1`
const CLERKS_ALONE = 'Only a clerk of this committee keeps its tracker'

describeWithDatabase('somebody who does not keep a committee’s tracker', (database) => {
  test('is refused by each of its buttons, forms and words, is shown nothing, and changes nothing', async () => {
    const it = await trackedMeeting(database())
    const { id: councilId, meetingId, prisma, committee } = it
    const first = await it.row('1')
    const { id } = first
    done(
      await startClock(it.house, {
        by: it.by,
        rowId: id,
        start: { kind: 'crimeAndDisorder', on: '2017-09-20' },
      }),
    )
    const clock = await prisma.trackerClock.findFirstOrThrow({ where: { councilId } })
    const line = await prisma.serviceLine.create({
      data: { councilId, personId: it.outsider.id, headId: it.chair.id },
    })
    const { row: r, trackerDesk: d, serviceLine: s } = ids
    const metadata = toRowMetadata(await it.row('1'))
    const presses: Record<string, string> = {
      [r.look]: `${meetingId}/0`,
      [TURN]: `${meetingId}/1`,
      [r.strike]: `${id}/${clock.id}`,
      [d.closing]: `${meetingId}/${it.recordId}`,
      [d.handOn]: `${committee.id}/${it.outsider.id}`,
      [s.remove]: `${committee.id}/${line.id}`,
    }
    for (const one of [
      r.open,
      r.edit,
      r.drop,
      r.takeUp,
      r.pause,
      r.resume,
      r.supersede,
      r.event,
      r.reopen,
      r.response,
      r.clock,
    ])
      presses[one] = id
    for (const one of [d.open, d.committee, d.add, d.notice, d.leavers, d.transfer, d.settings, s.open])
      presses[one] = committee.id
    const fields: Record<string, string> = { [d.closeAt]: meetingId }
    const given = {
      [r.field.meeting]: `${committee.id}/`,
      [r.field.text]: 'Write to the Trust.',
      [r.field.why]: 'A reason.',
      [r.field.on]: '2017-09-20',
      [d.field.rows]: [`${id}:${first.version}`, id],
      [d.field.successor]: it.second.committee.id,
      [d.field.name]: 'Somebody',
      [d.field.why]: 'A reason.',
      [s.field.officer]: it.outsider.slackUserId ?? '',
      [s.field.head]: it.member.slackUserId ?? '',
    }
    const forms: Record<string, string> = {
      [r.strikeForm]: JSON.stringify({ rowId: id, clockId: clock.id }),
      [r.addForm]: 'a-form',
      [d.closingForm]: JSON.stringify({ meetingId, recordId: it.recordId }),
      [d.handOnForm]: `${committee.id}/${it.outsider.id}`,
    }
    for (const one of [
      r.form,
      r.dropForm,
      r.pauseForm,
      r.supersedeForm,
      r.eventForm,
      r.reopenForm,
      r.responseForm,
      r.clockForm,
    ])
      forms[one] = metadata
    for (const one of [d.noticeForm, d.transferForm, d.settingsForm, s.form]) forms[one] = committee.id
    expect([...Object.keys(presses), ...Object.keys(fields), ...Object.keys(forms)].toSorted()).toEqual(
      listenedFor().toSorted(),
    )

    const state = async () => {
      const where = { councilId }
      return {
        rows: await prisma.trackerRow.findMany({ where, orderBy: { id: 'asc' } }),
        changes: await prisma.trackerChange.count({ where }),
        clocks: await prisma.trackerClock.findMany({ where }),
        settings: await prisma.trackerSettings.count({ where }),
        lines: await prisma.serviceLine.findMany({ where }),
        audit: await prisma.auditEntry.count({ where }),
      }
    }
    const before = await state()
    for (const who of [it.member, it.second.clerk]) {
      const bolt = await boltStage(it, registerAll, who)
      const common = {
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        user: { id: who.slackUserId, name: 'somebody', team_id: it.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
      }
      const pressed = async (name: string, value: string, isField: boolean) => {
        bolt.calls.length = 0
        const place = isField
          ? { action_id: FIELD_ACTION, block_id: name }
          : { action_id: name, block_id: 'b' }
        await bolt.deliver({
          ...common,
          type: 'block_actions',
          actions: [{ type: 'button', action_ts: '1.0', value, ...place }],
          response_url: 'https://hooks.slack.test/actions/1',
          channel: { id: 'D1' },
          message: { ts: '17.0' },
        })
        expect(bolt.told(), `${name} says to ${who.slackUserId}`).toContain(CLERKS_ALONE)
        expect(bolt.methods().toSorted(), name).toEqual(['ack', 'respond'])
      }
      for (const [name, value] of Object.entries(presses)) await pressed(name, value, false)
      for (const [name, value] of Object.entries(fields)) await pressed(name, value, true)
      for (const [name, metadataOfForm] of Object.entries(forms)) {
        bolt.calls.length = 0
        const acks = await bolt.submit(valuesOf(given), metadataOfForm, name)
        expect(JSON.stringify(acks), name).toContain(CLERKS_ALONE)
        expect(bolt.methods(), name).toEqual(['ack'])
        expect(acks, name).toMatchObject([{ response_action: 'update' }])
      }
      for (const { word } of WORDS) {
        // A clerk of another committee adds to theirs.
        if (who === it.second.clerk) continue
        bolt.calls.length = 0
        await bolt.deliver({
          command: `/tracker-${word}`,
          text: '',
          team_id: it.teamId,
          user_id: who.slackUserId,
          channel_id: 'C1',
          response_url: 'https://hooks.slack.test/actions/1',
          trigger_id: '1.2',
        })
        expect(bolt.told(), word).toContain(CLERKS_ALONE)
      }
      expect(await state()).toEqual(before)
    }
  }, 60_000)
})
