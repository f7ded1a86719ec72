import { expect, test } from 'vitest'
import { emailView } from '../../src/cards/owed-listeners.ts'
import { personOf } from '../../src/committees/people.ts'
import { chairsLetter, letterPaper } from '../../src/minutes/chairs-letter.ts'
import { FIELD_ACTION, ids } from '../../src/slack/ids.ts'
import { ANSWER_ACCESS } from '../../src/tracker/answers.ts'
import { LARGEST_NOTE_MB, NOTE_TYPES } from '../../src/tracker/give-answer.ts'
import { leaveView } from '../../src/tracker/leave-views.ts'
import { leaveWords } from '../../src/tracker/leave-words.en.ts'
import { owedDay } from '../../src/tracker/owed-day.ts'
import { registerOwners } from '../../src/tracker/owner-listeners.ts'
import {
  answerForm,
  doneForm,
  moreTimeForm,
  notMineForm,
  owedListView,
  updateForm,
} from '../../src/tracker/owner-views.ts'
import { ownerWords } from '../../src/tracker/owner-words.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { valuesOf } from '../slack/values-of.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { expectShowable } from '../support/worst-case.ts'
import { owing } from './owing.ts'

const say = ownerWords('en')
const { owed, answer } = ids

describeWithDatabase('the forms of those who owe something', (database) => {
  const stage = async (of: { isClosed?: boolean } = {}) => {
    const it = await owing(database())
    const { id: rowId } = await it.plant({
      dueOn: '2017-09-21',
      owners: [it.officer],
      metOn: '2017-08-09',
      ...of,
    })
    const common = (by: InventedPerson) => ({
      token: 't',
      team: { id: it.teamId, domain: 'underfell' },
      user: { id: by.slackUserId, name: 'somebody', team_id: it.teamId },
      trigger_id: '1.2',
      api_app_id: 'A1',
    })
    const bolt = await boltStage(it, registerOwners, it.officer)
    return {
      ...it,
      rowId,
      bolt,
      press: async (name: string, value = rowId, view?: Record<string, unknown>) => {
        bolt.calls.length = 0
        const isField = name === answer.field.access
        await bolt.deliver({
          ...common(it.officer),
          type: 'block_actions',
          actions: [
            {
              type: 'button',
              action_ts: '1.0',
              value,
              ...(isField ? { action_id: FIELD_ACTION, block_id: name } : { action_id: name, block_id: 'b' }),
            },
          ],
          ...(view
            ? { view: { id: 'V1', type: 'modal', hash: 'h', private_metadata: rowId, state: { values: {} } } }
            : {
                response_url: 'https://hooks.slack.test/actions/1',
                channel: { id: 'D1' },
                message: { ts: '17.0' },
              }),
        })
        const shown = bolt.calls.find(({ method }) => method.startsWith('views.'))
        return JSON.stringify(shown?.sent['view'] ?? bolt.told())
      },
      submit: async (name: string, given: Record<string, string>) =>
        JSON.stringify(await bolt.submit(valuesOf(given), rowId, name)),
    }
  }

  test('take an update, then that it is done, and it can be taken back', async () => {
    const it = await stage()
    expect(await it.press(owed.update)).toContain('What has happened?')
    const { field } = owed
    expect(
      await it.submit(owed.updateForm, { [field.text]: 'The survey is out.', [field.rag]: 'amber' }),
    ).toContain('It stays open')
    expect(await it.press(owed.done)).toContain('When was it done?')
    const early = await it.submit(owed.doneForm, { [field.text]: 'Done.', [field.doneOn]: '2017-10-01' })
    expect(early).toContain('That day is still to come')
    const recorded = await it.submit(owed.doneForm, { [field.text]: 'Done.', [field.doneOn]: '2017-09-05' })
    expect(recorded).toContain('is proposed as complete')
    expect(await it.row(it.rowId)).toMatchObject({ state: 'proposed', rag: 'amber' })
    expect(await it.press(owed.notDone)).toContain('is open again')
    expect(await it.press(owed.list, 'all/0')).toContain('Write to the council’s partners.')
  })

  test('say at the field what is wrong with it', async () => {
    const it = await stage()
    const { field } = owed
    const late = await it.submit(owed.moreTimeForm, { [field.why]: 'Late.', [field.until]: '2017-09-01' })
    expect(late).toContain('That day is over')
    expect(await it.submit(owed.notMineForm, { [field.why]: 'Not ours.' })).toContain(
      'Please choose who owes it',
    )
    expect(await it.submit(answer.form, { [answer.field.access]: 'public' })).toContain(
      'Please answer in a sentence, or add a file',
    )
    const spelt = {
      [answer.field.access]: 'exempt',
      [answer.field.address]: 'https://a.gov.uk/closure-of-mill-lane',
    }
    expect(await it.submit(answer.form, spelt)).toContain('may say what it is about')
    expect(
      await it.submit(owed.moreTimeForm, { [field.why]: 'Late.', [field.until]: '2017-10-20' }),
    ).toContain('are asked for more time')
    expect(
      await it.submit(owed.moreTimeForm, { [field.why]: 'Late.', [field.until]: '2017-10-20' }),
    ).toContain('You have asked for this already')
  })

  test('ask who may read an answer first: for what is not public there is no field for words or a file', async () => {
    const it = await stage()
    expect(await it.press(answer.give)).toContain(answer.field.file)
    const restricted = await it.press(answer.field.access, 'exempt', {})
    expect(restricted).toContain(answer.field.address)
    expect(restricted).not.toContain(answer.field.file)
    expect(restricted).not.toContain(answer.field.text)
    expect(
      await it.submit(answer.form, { [answer.field.access]: 'public', [answer.field.text]: 'Forty.' }),
    ).toContain('is answered')
  })

  test('about closed business show none of its words, and offer no public answer', async () => {
    const it = await stage({ isClosed: true })
    for (const form of [owed.update, owed.done, owed.moreTime, owed.notMine, answer.give]) {
      const shown = await it.press(form)
      expect(shown).toContain('from the closed part of the meeting of 9 August 2017')
      expect(shown).not.toContain('partners')
    }
    expect(await it.press(answer.give)).not.toContain('Everybody: it is public')
  })

  test('fit Slack’s limits with the longest text there may be', async () => {
    const it = await owing(database())
    const long = `${'The committee asks & <asks> again. '.repeat(240)}`
    const ids_: string[] = []
    for (let place = 0; place < 40; place += 1)
      ids_.push(
        (await it.plant({ dueOn: '2017-09-21', owners: [it.officer], text: long, groupKey: 'one' })).id,
      )
    const row = await it.row(ids_[0] ?? '')
    const today = '2017-09-22'
    for (const view of [
      updateForm(row, say),
      doneForm(row, today, say),
      moreTimeForm(row, say),
      notMineForm(row, say),
      ...ANSWER_ACCESS.map((access) =>
        answerForm({ row, access, asksClearer: true, megabytes: LARGEST_NOTE_MB, types: NOTE_TYPES }, say),
      ),
    ])
      expectShowable(view)
    const rows = await Promise.all(ids_.map((id) => it.row(id)))
    const pages = new Set<string>()
    for (let page = 0; page < 12; page += 1) {
      const view = owedListView({ today, parts: [{ inPlaceOf: 'Ms Away', rows }], page }, say)
      expectShowable(view)
      for (const { reference } of rows)
        if (JSON.stringify(view).includes(`(${reference})`)) pages.add(reference)
    }
    expect(pages.size).toBe(40)
    await it.tickAt('2017-09-21T10:00')
    expect(await it.said('reminders', it.officer)).toContain('[All that I owe]')
  })

  test('a whole council’s leaves are listed page by page, each to be cancelled', async () => {
    const it = await owing(database())
    const person = personOf(await it.prisma.person.findFirstOrThrow({ where: { id: it.officer.id } }))
    const leaves = Array.from({ length: 150 }, (_, place) => ({
      id: `leave-${place}`,
      person: { ...person, name: 'A long name '.repeat(15) },
      from: '2017-09-06',
      until: '2017-10-31',
      deputy: person,
    }))
    const listed = new Set<string>()
    for (const page of [0, 1, 2]) {
      const view = leaveView({ leaves, isClerk: true, page }, leaveWords)
      expectShowable(view)
      for (const [id] of JSON.stringify(view).matchAll(/leave-\d+/gu)) listed.add(id)
    }
    expect(listed.size).toBe(150)
  })

  test('the clerks’ list and its texts for e-mails hold a hundred long rows', async () => {
    const it = await owing(database())
    const long = `${'The committee asks & <asks> again. '.repeat(90)}`
    for (let place = 0; place < 100; place += 1)
      await it.plant({ dueOn: '2017-09-21', named: ['Director of Housing'], text: long, groupKey: 'one' })
    for (let place = 0; place < 60; place += 1)
      await it.plant({ dueOn: '2017-09-21', named: [`Officer ${place} ${'of the Service '.repeat(12)}`] })
    await it.tickAt('2017-09-21T10:00')
    const said = await it.said('tracker-owed', it.committee.clerksChannelId)
    expect(said).toContain('Director of Housing is not on Slack')
    expect(said).toContain('[Everything that is overdue]')
    const owed_ = await owedDay(it.house, it.committee.id, '2017-09-21')
    if (!owed_) throw new Error('nothing is owed')
    const found = new Set<string>()
    for (let page = 0; page < 8; page += 1) {
      const view = emailView(owed_, page, say)
      expectShowable(view)
      for (const [reference] of JSON.stringify(view).matchAll(/A\d+\/17/gu)) found.add(reference)
    }
    expect(found.size).toBe(160)
  })

  test('the Chair’s letter says what was asked, how it was asked for, and nothing of closed business', async () => {
    const it = await owing(database())
    const planted = [
      await it.plant({ dueOn: '2017-09-08', owners: [it.officer], metOn: '2017-08-09', minute: '24' }),
      await it.plant({
        dueOn: '2017-09-08',
        owners: [it.officer],
        isClosed: true,
        text: 'Settle the claim.',
      }),
    ]
    const note = (step: 'overdue' | 'finalNotice' | 'letter') =>
      it.prisma.escalation.create({
        data: {
          councilId: it.id,
          committeeId: it.committee.id,
          groupKey: `letter`,
          rowIds: planted.map(({ id }) => id),
          dueOn: new Date('2017-09-08'),
          step,
          outcome: 'sent',
          at: new Date('2017-09-06T09:00:00Z'),
        },
      })
    await it.prisma.trackerRow.updateMany({ where: { councilId: it.id }, data: { groupKey: 'letter' } })
    for (const step of ['overdue', 'finalNotice', 'letter'] as const) await note(step)
    await it.prisma.escalation.updateMany({
      where: { councilId: it.id, step: 'overdue' },
      data: { outcome: 'undeliverable', why: 'no-slack' },
    })
    const letter = await chairsLetter(it.house, it.committee.id, '2017-09-06')
    const paper = JSON.stringify(letter && letterPaper(letter))
    for (const said of [
      'Write to the council’s partners.',
      '9 August 2017, minute 24',
      'final notice',
      'asked for as overdue [not delivered through Slack',
      'Ottilie Brandreth',
    ])
      expect(paper).toContain(said)
    expect(paper).not.toContain('claim')
    expect(await chairsLetter(it.house, it.committee.id, '2017-09-07')).toBeUndefined()
  })
})
