// Whoever may not keep the record is told so by every button, form and word of the meeting, and nothing changes.
import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { register as registerControl } from '../../src/cards/control-listeners.ts'
import { excludePublic } from '../../src/sitting/exclude-public.ts'
import { registerItems } from '../../src/sitting/item-listeners.ts'
import { register as registerSitting } from '../../src/sitting/listeners.ts'
import { openWord } from '../../src/sitting/open-listeners.ts'
import { rollWord } from '../../src/sitting/roll-listeners.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { asCommand, type Reception } from '../../src/slack/listen.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { itemTaken } from './item-stage.ts'

type Given = Record<string, string | readonly string[]>

const WORDS = [openWord, rollWord]

function registerAll(app: App, reception: Reception): void {
  registerSitting(app, reception)
  registerItems(app, reception)
  registerControl(app, reception)
  for (const { word, open } of WORDS) app.command(`/meeting-${word}`, asCommand(reception, open))
}

/** What is listened for: actions, forms, commands and shortcuts, by their names. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const of = (key: string) => (isObject(constraint) ? constraint[key] : undefined)
    names.push(String(of('action_id') ?? of('block_id') ?? constraint))
  }
  const app = new Proxy(Object.create(null), { get: () => note })
  registerAll(app, Object.create(null))
  return names
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null
}

const CLERKS_ALONE = 'Only a clerk of this committee keeps the record'
const OFFICERS = 'Only the Monitoring Officer or a clerk of the committee'
const UNKNOWN = 'I do not know you yet'

describeWithDatabase('somebody who does not keep the record of a meeting', (database) => {
  test('is refused by each of its buttons, forms and words, is shown nothing, and changes nothing', async () => {
    const it = await itemTaken(database())
    const { id: councilId, meetingId, prisma, house, clerk, member, anotherMember } = it
    const by = clerk.id
    await it.disclose(member, 2, { registration: 'neither' })
    const noticeId = await it.notice(anotherMember, 2)
    await it.ask({ text: 'First?' })
    await it.ask({ text: 'Second?' })
    await excludePublic(house, { by, meetingId, text: 'That the public be excluded.' })
    const [disclosure] = await it.disclosures()
    const [, question] = await it.questions()
    const exclusion = await prisma.publicExclusion.findFirstOrThrow({ where: { councilId } })
    const sitting = await it.sitting()
    const [line, chair] = [sitting.roll[0]?.id ?? '', sitting.chairs[0]?.id ?? '']
    const also = await prisma.alsoPresent.create({
      data: { councilId, meetingId, position: 1, name: 'Ann Example', role: '', byId: by },
    })
    const opened = await prisma.sittingAct.findFirstOrThrow({ where: { councilId } })

    const record = it.recordOf(3)
    const item = `${meetingId}/${record}`
    const ofQuestion = `${meetingId}/${question?.id}`
    const marked = `${meetingId}/${question?.id}:${question?.version}`
    const meeting = JSON.stringify({ id: meetingId, version: 1 })
    const asking = JSON.stringify({ meetingId, recordId: record })
    const { sitting: s, item: i, question: q } = ids
    const { field } = s

    const presses: Record<string, string> = {
      [s.open]: meetingId,
      [s.roll]: meetingId,
      [s.entries]: `${meetingId}/0`,
      [s.newerEntries]: `${meetingId}/0`,
      [s.olderEntries]: `${meetingId}/1`,
      [s.strikeEntry]: `${meetingId}/${line}/0`,
      [s.also]: meetingId,
      [s.strikeAlso]: `${meetingId}/${also.id}`,
      [s.chair]: meetingId,
      [s.strikeChair]: `${meetingId}/${chair}`,
      [s.items]: meetingId,
      [s.earlierItems]: `${meetingId}/0`,
      [s.laterItems]: `${meetingId}/1`,
      [s.item]: item,
      [s.next]: `${item}/${it.recordOf(2)}`,
      [s.begin]: item,
      [s.done]: item,
      [s.defer]: item,
      [s.withdraw]: item,
      [s.business]: meetingId,
      [s.adjourn]: meetingId,
      [s.resume]: meetingId,
      [s.close]: meetingId,
      [s.inquorate]: meetingId,
      [s.reopen]: meetingId,
      [s.times]: meetingId,
      [s.more]: meetingId,
      [s.whole]: meetingId,
      [i.interests]: item,
      [i.field.item]: sitting.business[0]?.itemId ?? '',
      [i.strike]: `${meetingId}/${disclosure?.id}`,
      [i.disclose]: item,
      [i.toldList]: meetingId,
      [i.listTold]: disclosure?.id ?? '',
      [i.told]: disclosure?.id ?? '',
      [i.ruling]: item,
      [i.exclude]: meetingId,
      [i.excludeOpen]: item,
      [i.readmit]: meetingId,
      [i.readmitOpen]: meetingId,
      [i.strikeExclusion]: `${meetingId}/${exclusion.id}`,
      [q.ask]: item,
      [q.edit]: ofQuestion,
      [q.list]: item,
      [q.up]: ofQuestion,
      [q.strike]: ofQuestion,
      [q.confirm]: marked,
      [q.confirmAll]: marked,
    }
    const forms: Record<string, { metadata: string; given?: Given }> = {
      [s.openForm]: { metadata: meeting },
      [s.rollForm]: { metadata: meeting, given: { [field.came]: [it.coOptee.id] } },
      [s.alsoForm]: { metadata: meeting, given: { [field.name]: 'Bo Example' } },
      [s.chairForm]: {
        metadata: meeting,
        given: { [field.presides]: anotherMember.id, [field.scope]: 'rest' },
      },
      [s.itemForm]: { metadata: `${item}/1`, given: { [field.passage]: 'Words' } },
      [s.businessForm]: { metadata: meetingId, given: { [field.title]: 'Other business' } },
      [s.stateForm]: { metadata: `${meetingId}/adjourned` },
      [s.timesForm]: { metadata: meeting, given: { [field.which]: opened.id } },
      [i.interestsForm]: { metadata: item, given: { [`${i.field.notice}/${noticeId}`]: 'disclosed' } },
      [i.discloseForm]: {
        metadata: item,
        given: { [i.field.member]: anotherMember.id, [i.field.type]: 'dpi', [i.field.nature]: 'Land' },
      },
      [i.rulingForm]: { metadata: item, given: { [i.field.accepted]: 'no' } },
      [i.excludeForm]: { metadata: item, given: { [i.field.text]: 'That the public be excluded.' } },
      [i.readmitForm]: { metadata: meetingId },
      [q.form]: { metadata: asking, given: { [q.field.kind]: 'area', [q.field.text]: 'A third?' } },
    }
    const commands = [...WORDS.map(({ word }) => `/meeting-${word}`), '/followup']
    const tried = [...Object.keys(presses), ...Object.keys(forms), ...commands, 'record_question']
    expect(listenedFor().toSorted()).toEqual(tried.toSorted())

    const inRoom = { who: member, isThere: true }
    const others = [inRoom, { who: it.second.clerk, isThere: false }, { who: it.outsider, isThere: false }]
    const stranger = { who: { slackUserId: 'U0STRANGER' }, isThere: false }
    const state = async () => ({
      audit: (await it.audit()).length,
      messages: (await it.messages()).map(({ id, wanted }) => [id, wanted]),
      records: await prisma.itemRecord.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    })
    const before = await state()

    for (const { who, isThere } of [...others, stranger]) {
      const bolt = await boltStage(it, registerAll, who)
      const isKnown = who !== stranger.who
      /** Exactly one answer, and it says this. */
      const expectTold = (name: string, said: string, why: string) => {
        expect(said, `${name} says to ${who.slackUserId}`).toContain(isKnown ? why : UNKNOWN)
        expect(bolt.methods().toSorted(), name).toEqual(['ack', 'respond'])
      }
      const common = {
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        user: { id: who.slackUserId, name: 'somebody', team_id: it.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
      }
      for (const [name, value] of Object.entries(presses)) {
        bolt.calls.length = 0
        const isField = name === i.field.item
        await bolt.deliver({
          ...common,
          type: 'block_actions',
          actions: [
            {
              type: 'button',
              action_ts: '1.0',
              value,
              ...(isField ? { action_id: FIELD_ACTION, block_id: name } : { action_id: name, block_id: 'b' }),
            },
          ],
          response_url: 'https://hooks.slack.test/actions/1',
          ...(isField
            ? { view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: item, state: { values: {} } } }
            : { channel: { id: 'D1' }, message: { ts: '17.0' } }),
        })
        const why = name === i.told || name === i.listTold ? OFFICERS : CLERKS_ALONE
        if (!isField) expectTold(name, bolt.told(), why)
        else {
          expect(bolt.told()).toContain(isKnown ? why : UNKNOWN)
          expect(bolt.methods()).toEqual(['ack', 'views.push'])
        }
      }
      for (const [name, { metadata, given = {} }] of Object.entries(forms)) {
        // Who is in the room may ask, for themselves.
        if (name === q.form && isThere) continue
        bolt.calls.length = 0
        const acks = await bolt.submit(valuesOf(given), metadata, name)
        const why = name === q.form ? 'You are not entered as present' : CLERKS_ALONE
        expect(JSON.stringify(acks), name).toContain(isKnown ? why : UNKNOWN)
        expect(bolt.methods(), name).toEqual(['ack'])
        // It is nobody's field that is wrong.
        if (isKnown) expect(acks, name).toMatchObject([{ response_action: 'update' }])
      }
      for (const command of commands) {
        if (command === '/followup' && isThere) continue
        bolt.calls.length = 0
        await bolt.deliver({
          command,
          text: command === '/followup' ? 'What now?' : '',
          team_id: it.teamId,
          user_id: who.slackUserId,
          channel_id: it.committee.channelId,
          response_url: 'https://hooks.slack.test/actions/1',
          trigger_id: '1.2',
        })
        const none = who === it.second.clerk ? 'No meeting of your committees has been opened' : CLERKS_ALONE
        const opens = who === it.second.clerk && command.endsWith('open') ? 'no meeting of your' : none
        expectTold(command, bolt.told(), command === '/followup' ? 'No meeting sits at which you' : opens)
      }
      if (!isThere) {
        bolt.calls.length = 0
        await bolt.deliver({
          ...common,
          type: 'message_action',
          callback_id: 'record_question',
          action_ts: '1.0',
          message_ts: '17.0',
          channel: { id: it.committee.channelId, name: 'wellbeing' },
          message: { type: 'message', ts: '17.0', text: 'Will it reopen?', user: member.slackUserId },
          response_url: 'https://hooks.slack.test/actions/1',
        })
        expectTold('record_question', bolt.told(), 'No meeting sits at which you')
      }
      expect(await state()).toEqual(before)
    }
    // Of a question that stands, whoever asks for themselves changes nothing.
    const asMember = await boltStage(it, registerAll, member)
    const [ack] = await asMember.submit(
      valuesOf({ [q.field.kind]: 'area', [q.field.text]: 'Otherwise?' }),
      JSON.stringify({ meetingId, recordId: record, question }),
      q.form,
    )
    expect(JSON.stringify(ack)).toContain(CLERKS_ALONE)
    expect(await state()).toEqual(before)
  })
})
