// Whoever may not act on what is owed is told who can by every button and form of it, and nothing changes.
import type { App } from '@slack/bolt'
import { expect, test } from 'vitest'
import { registerOwed } from '../../src/cards/owed-listeners.ts'
import { registerChairsLetter } from '../../src/minutes/chairs-letter-listeners.ts'
import { ids } from '../../src/slack/ids.ts'
import { asCommand, type Reception } from '../../src/slack/listen.ts'
import { askForTime } from '../../src/tracker/ask-for-time.ts'
import { giveAnswer } from '../../src/tracker/give-answer.ts'
import { leaveWord } from '../../src/tracker/leave-listeners.ts'
import { registerOwners } from '../../src/tracker/owner-listeners.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, owing } from './owing.ts'

type Given = Record<string, string>

function registerAll(app: App, reception: Reception): void {
  registerOwners(app, reception)
  registerOwed(app, reception)
  registerChairsLetter(app, reception)
  app.command('/tracker-leave', asCommand(reception, leaveWord.open))
}

/** What is listened for, save the pages of lists. */
function listenedFor(): string[] {
  const names: string[] = []
  const note = (constraint: unknown) => {
    const of = (key: string) => (isObject(constraint) ? constraint[key] : undefined)
    names.push(String(of('action_id') ?? of('block_id') ?? constraint))
  }
  const app = new Proxy(Object.create(null), { get: () => note })
  registerAll(app, Object.create(null))
  return names.filter((name) => !name.startsWith('/^'))
}

function isObject(it: unknown): it is Record<string, unknown> {
  return typeof it === 'object' && it !== null
}

const OWNERS = 'Only those who owe this can do that'
const DECIDERS = 'Only a clerk of the committee or its Chair decides this'
const CLEARERS = 'Only the senior officer who was named clears this answer'
const CLERKS = 'Only a clerk of the committee'
const READERS = 'This answer is not open to you'

describeWithDatabase('somebody who owes nothing here', (database) => {
  test('is refused by each button and form of it, is shown nothing, and changes nothing', async () => {
    const it = await owing(database())
    const { id: rowId } = await it.plant({ dueOn: '2017-09-21', owners: [it.officer], heads: [it.head] })
    const { wishId } = done(
      await askForTime(it.house, { by: it.officer.id, rowId, why: 'Late.', until: '2017-10-20' }),
    )
    await it.prisma.trackerSettings.create({
      data: {
        councilId: it.id,
        committeeId: it.committee.id,
        needsClearance: true,
        changedById: it.clerk.id,
        changedAt: new Date(),
      },
    })
    const waiting = await it.plant({ dueOn: '2017-09-21', owners: [it.officer], heads: [it.head] })
    const { answerId } = done(
      await giveAnswer(it.house, {
        by: it.officer.id,
        rowId: waiting.id,
        access: 'public',
        text: 'Forty.',
        file: { name: 'note.pdf', bytes: Buffer.from('%PDF') },
        address: '',
        clearerId: undefined,
      }),
    )
    const { leaveId } = await it.away(it.officer, '2017-12-01', '2017-12-02')
    const { owed, wish, answer, leave } = ids
    const day = `${it.committee.id}/2017-09-06`

    const presses: Record<string, readonly [value: string, why: string]> = {
      [owed.update]: [rowId, OWNERS],
      [owed.done]: [rowId, OWNERS],
      [owed.moreTime]: [rowId, OWNERS],
      [owed.notMine]: [rowId, OWNERS],
      [owed.seen]: [rowId, OWNERS],
      [owed.notDone]: [rowId, OWNERS],
      [owed.email]: [day, CLERKS],
      [owed.letter]: [day, CLERKS],
      [wish.grant]: [wishId, DECIDERS],
      [wish.refuse]: [wishId, DECIDERS],
      [answer.give]: [rowId, OWNERS],
      [answer.file]: [answerId, READERS],
      [answer.address]: [answerId, READERS],
      [answer.read]: [answerId, READERS],
      [answer.clear]: [answerId, CLEARERS],
      [answer.sendBack]: [answerId, CLEARERS],
      [answer.email]: [answerId, CLERKS],
      [leave.cancel]: [leaveId, 'Only the person themselves, or a clerk for them'],
    }
    const forms: Record<string, readonly [metadata: string, why: string, given: Given]> = {
      [owed.updateForm]: [rowId, OWNERS, { [owed.field.text]: 'Word.' }],
      [owed.doneForm]: [rowId, OWNERS, { [owed.field.text]: 'Done.', [owed.field.doneOn]: '2017-09-05' }],
      [owed.moreTimeForm]: [rowId, OWNERS, { [owed.field.why]: 'Late.', [owed.field.until]: '2017-12-05' }],
      [owed.notMineForm]: [rowId, OWNERS, { [owed.field.why]: 'Why.', [owed.field.name]: 'Housing' }],
      [wish.form]: [wishId, DECIDERS, { [wish.field.why]: 'No.' }],
      [answer.form]: [rowId, OWNERS, { [answer.field.access]: 'public', [answer.field.text]: 'Forty.' }],
      [answer.sendBackForm]: [answerId, CLEARERS, { [answer.field.why]: 'More.' }],
    }
    /** Everybody has their own of these, and the field asks about the row of its form. */
    const own = [owed.list, leave.open, leave.form, answer.field.access, '/tracker-leave']
    expect([...Object.keys(presses), ...Object.keys(forms), ...own].toSorted()).toEqual(
      listenedFor().toSorted(),
    )

    const { prisma, id: councilId } = it
    const state = async () => ({
      audit: await prisma.auditEntry.count({ where: { councilId } }),
      messages: (await it.messages()).map(({ id, wanted }) => [id, wanted]),
      rows: await prisma.trackerRow.findMany({ where: { councilId }, orderBy: { id: 'asc' } }),
    })
    const before = await state()
    for (const who of [it.outsider, it.second.clerk, it.member]) {
      const bolt = await boltStage(it, registerAll, who)
      const common = {
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        user: { id: who.slackUserId, name: 'somebody', team_id: it.teamId },
        trigger_id: '1.2',
        api_app_id: 'A1',
      }
      for (const [name, [value, why]] of Object.entries(presses)) {
        // A clerk of any committee keeps the leaves of officers.
        if (name === leave.cancel && who === it.second.clerk) continue
        bolt.calls.length = 0
        await bolt.deliver({
          ...common,
          type: 'block_actions',
          actions: [{ type: 'button', action_ts: '1.0', value, action_id: name, block_id: 'b' }],
          response_url: 'https://hooks.slack.test/actions/1',
          channel: { id: 'D1' },
          message: { ts: '17.0' },
        })
        expect(bolt.told(), `${name} says to ${who.name}`).toContain(why)
        expect(bolt.methods().toSorted(), name).toEqual(['ack', 'respond'])
      }
      for (const [name, [metadata, why, given]] of Object.entries(forms)) {
        bolt.calls.length = 0
        const acks = await bolt.submit(valuesOf(given), metadata, name)
        expect(JSON.stringify(acks), `${name} says to ${who.name}`).toContain(why)
        expect(acks, name).toMatchObject([{ response_action: 'update' }])
      }
      expect(await state()).toEqual(before)
    }
  })

  test('another council’s rows are not there', async () => {
    const [ours, theirs] = [await owing(database()), await owing(database())]
    const { id } = await theirs.plant({ dueOn: '2017-09-21', owners: [theirs.officer] })
    const bolt = await boltStage(ours, registerAll, ours.clerk)
    await bolt.deliver({
      token: 't',
      team: { id: ours.teamId, domain: 'underfell' },
      user: { id: ours.clerk.slackUserId, name: 'somebody', team_id: ours.teamId },
      trigger_id: '1.2',
      api_app_id: 'A1',
      type: 'block_actions',
      actions: [{ type: 'button', action_ts: '1.0', value: id, action_id: ids.owed.update, block_id: 'b' }],
      response_url: 'https://hooks.slack.test/actions/1',
      channel: { id: 'D1' },
      message: { ts: '17.0' },
    })
    expect(bolt.told()).toContain('This is not in the tracker any more')
  })
})
