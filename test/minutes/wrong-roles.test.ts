// Whoever does not keep the minutes of a committee is told so by every button, form and word of this room, is shown
// nothing, and changes nothing.
import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { readPaper } from '../../src/documents/read-paper.ts'
import { attendanceFiguresWord, registerAttendanceFigures } from '../../src/minutes/attendance-listeners.ts'
import { registerMinutes } from '../../src/minutes/listeners.ts'
import { registerSheet, sheetWord } from '../../src/minutes/meeting-sheet-listeners.ts'
import { minutesWord } from '../../src/minutes/minutes-listeners.ts'
import { ids } from '../../src/slack/ids.ts'
import { asCommand, type Reception } from '../../src/slack/listen.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { textsOf } from '../support/shown.ts'
import { meetingOver, succeeded } from './minutes-stage.ts'

const WORDS = [minutesWord, sheetWord, attendanceFiguresWord]

const MINUTES = 'Only a clerk of the committee keeps its minutes'
const FIGURES = 'Only a clerk of this committee sees its attendance figures'
const SHEET = 'Only a clerk of this committee can print the sheet'
const NOT_ASKED = 'The draft was not sent to you for comment'
const UNKNOWN = 'I do not know you yet'
const COMMENT = 'Minute 2 says too little'

function registerAll(app: App, reception: Reception): void {
  registerMinutes(app, reception, { read: readPaper })
  registerAttendanceFigures(app, reception)
  registerSheet(app, reception)
  for (const { word, open } of WORDS) app.command(`/meeting-${word}`, asCommand(reception, open))
}

/** What is listened for: actions, forms and commands, by their names. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const isAction = typeof constraint === 'object' && constraint !== null && 'action_id' in constraint
    names.push(String(isAction ? constraint.action_id : constraint))
  }
  registerAll(new Proxy(Object.create(null), { get: () => note }), Object.create(null))
  return names
}

describeWithDatabase('somebody who does not keep the minutes of a committee', (database) => {
  test('is refused by each of their buttons, forms and words, is shown nothing, and changes nothing', async () => {
    const it = await meetingOver(database())
    const { id: councilId, meetingId, prisma, committee, clerk, member, second } = it
    succeeded(await it.draft(19))
    succeeded(await it.circulate())
    succeeded(await it.comment(it.chair, COMMENT))
    const later = await it.laterMeeting()
    const { id: commentId } = await prisma.minutesComment.findFirstOrThrow({ where: { councilId } })
    const [item] = (await it.sitting()).business
    const recordId = item?.recordId ?? ''
    const { minutes: m, attendance: a } = ids
    const { field } = m
    const figures = `${committee.id}/2017-05-01`

    /** With what it is pressed, and why it is not for them; the metadata of the view is the meeting, or this. */
    const presses: Record<string, readonly [value: string, why: string, metadata?: string]> = {
      [m.open]: [meetingId, MINUTES],
      [m.meeting]: [meetingId, MINUTES],
      [m.draft]: [meetingId, MINUTES],
      [m.circulate]: [meetingId, MINUTES],
      [m.settle]: [commentId, MINUTES],
      [m.edit]: [recordId, MINUTES],
      [m.agree]: [meetingId, MINUTES],
      [m.amend]: [meetingId, MINUTES],
      [m.sign]: [meetingId, MINUTES],
      [m.upload]: [meetingId, MINUTES],
      [m.paper]: [commentId, MINUTES],
      [m.settings]: [meetingId, MINUTES],
      [m.out]: [meetingId, MINUTES],
      [m.read]: [meetingId, 'This draft is not out for your comment'],
      [m.comment]: [meetingId, NOT_ASKED],
      [m.wrong]: [meetingId, NOT_ASKED],
      [a.summary]: ['', FIGURES],
      [a.committee]: [committee.id, FIGURES],
      [a.year]: ['2017-05-01', FIGURES, figures],
      [a.chart]: [figures, FIGURES],
      [a.word]: [figures, FIGURES],
      [a.csv]: [figures, FIGURES],
      [ids.sitting.sheet]: [meetingId, SHEET],
    }
    const forms: Record<string, { metadata?: string; given?: Record<string, string>; why?: string }> = {
      [m.settingsForm]: { given: { [field.first]: '7', [field.style]: 'resolved' } },
      [m.editForm]: {
        metadata: JSON.stringify({ meetingId, recordId, version: item?.version }),
        given: { [field.passage]: 'Words of another' },
      },
      [m.agreeForm]: { given: { [field.at]: later } },
      [m.amendForm]: { given: { [field.at]: later, [field.amendments]: 'For “Ward” read “Warde”.' } },
      [m.signForm]: { given: { [field.by]: it.chair.id, [field.on]: '2017-10-18' } },
      [m.uploadForm]: {},
      [m.commentForm]: {
        metadata: JSON.stringify({ meetingId, about: 'text' }),
        given: { [field.comment]: 'Me too' },
        why: NOT_ASKED,
      },
    }
    const commands: Record<string, string> = {
      '/meeting-minutes': MINUTES,
      '/meeting-sheet': SHEET,
      '/meeting-attendance': FIGURES,
    }
    const tried = [presses, forms, commands].flatMap((those) => Object.keys(those))
    expect(listenedFor().toSorted()).toEqual(tried.toSorted())

    const state = async () => ({
      audit: (await it.audit()).length,
      messages: (await it.messages()).map(({ id, wanted }) => [id, wanted]),
      minutes: await prisma.minutes.findMany({
        where: { councilId },
        include: { comments: true, papers: true },
      }),
      records: await prisma.itemRecord.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
      styles: await prisma.committee.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    })
    const before = await state()
    const stranger = { slackUserId: 'U0STRANGER' }

    for (const who of [member, second.clerk, it.outsider, stranger]) {
      const bolt = await boltStage(it, registerAll, who)
      const said = (why: string) => (who === stranger ? UNKNOWN : why)
      const common = {
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        user: { id: who.slackUserId, name: 'somebody', team_id: it.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
      }
      for (const [name, [value, why, metadata = meetingId]] of Object.entries(presses)) {
        // Their own attendance is theirs to correct; the figures of their own committee are a clerk's.
        if ((who === member && name === m.wrong) || (who === second.clerk && name === a.summary)) continue
        bolt.calls.length = 0
        await bolt.deliver({
          ...common,
          type: 'block_actions',
          actions: [{ type: 'button', action_id: name, block_id: 'b', value, action_ts: '1.0' }],
          view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: metadata, state: { values: {} } },
        })
        expect(bolt.told(), `${name} to ${who.slackUserId}`).toContain(said(why))
        expect(bolt.told()).not.toContain(COMMENT)
        expect(bolt.methods(), name).toEqual(['ack', 'views.push'])
      }
      for (const [name, { metadata = meetingId, given = {}, why = MINUTES }] of Object.entries(forms)) {
        bolt.calls.length = 0
        const acks = await bolt.submit(valuesOf(given), metadata, name)
        expect(acks.flatMap((ack) => textsOf(ack)).join('\n'), name).toContain(said(why))
        expect(bolt.methods(), name).toEqual(['ack'])
      }
      for (const [command, why] of Object.entries(commands)) {
        // A clerk of another committee has minutes, sheets and figures of their own.
        if (who === second.clerk) continue
        bolt.calls.length = 0
        await bolt.deliver({
          command,
          text: '',
          team_id: it.teamId,
          user_id: who.slackUserId,
          channel_id: committee.channelId,
          response_url: 'https://hooks.slack.test/actions/1',
          trigger_id: '1.2',
        })
        expect(bolt.told(), command).toContain(said(why))
        expect(bolt.methods().toSorted(), command).toEqual(['ack', 'respond'])
      }
      expect(await state(), String(who.slackUserId)).toEqual(before)
    }

    // The same presses by its clerk do something: what refuses the others is who they are.
    const own = await boltStage(it, registerAll, clerk)
    await own.deliver({
      token: 't',
      team: { id: it.teamId, domain: 'underfell' },
      user: { id: clerk.slackUserId, name: 'clerk', team_id: it.teamId },
      trigger_id: '1.2',
      type: 'block_actions',
      actions: [{ type: 'button', action_id: m.settle, block_id: 'b', value: commentId, action_ts: '1.0' }],
      view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: meetingId, state: { values: {} } },
    })
    expect(own.methods()).toEqual(['ack', 'views.update'])
    expect(await state()).not.toEqual(before)
  })
})
