import { describe, expect, test } from 'vitest'
import {
  arrivedAnswer,
  arrivedForm,
  type TroubleModel,
  troubleNotice,
  troubleOf,
  troubleValue,
} from '../../src/cards/trouble-view.ts'
import { words } from '../../src/cards/trouble-words.en.ts'
import { mrkdwn } from '../../src/slack/mrkdwn.ts'
import { readable } from '../support/shown.ts'
import { CONTROL, expectShowable, longCommittee, longPerson } from '../support/worst-case.ts'

const notice: TroubleModel = {
  messageId: '0198a000-0000-7000-8000-000000000001',
  reference: 'ABC2345',
  kind: 'unsure',
  code: 'ECONNRESET',
  message: {
    kind: 'member',
    to: { name: 'Councillor Priya Ravensworth' },
    about: 'Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am',
  },
  at: '14:05 on Tue 12 Sep',
  settled: undefined,
}
const SETTLED = ['sentAgain', 'arrived', 'recognised', 'sentSince', 'dropped', 'followed'] as const

describe('the notice about a message in trouble', () => {
  test('says what happened, what to do, and the reference', () => {
    expect(readable(troubleNotice(notice, words))).toMatchInlineSnapshot(`
      "*The message about the meeting* to Councillor Priya Ravensworth (Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am) may or may not have arrived: the connection to Slack broke before it answered. Scrutineer does not send it twice by itself.
      Ask Councillor Priya Ravensworth. If it arrived, press *It arrived*; if it did not, press *Send again*.
      [It arrived] [Send again]
      Reference ABC2345, 14:05 on Tue 12 Sep"
    `)
    expect(
      readable(troubleNotice({ ...notice, kind: 'undelivered', code: 'user_disabled' }, words)),
    ).toMatchInlineSnapshot(`
      "*The message about the meeting* to Councillor Priya Ravensworth (Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am) could not be sent, or not be brought up to date.
      Slack does not reach this person: their account is switched off, or hidden from Scrutineer. Tell them by e-mail; if their account comes back, press the button below.
      [Try again]
      Reference ABC2345, 14:05 on Tue 12 Sep"
    `)
  })

  test('is taken by Slack at its worst, for every kind, code and ending', () => {
    const to = [{ name: longPerson(1) }, { channelId: 'C0WELLBEING' }]
    const codes = ['ECONNRESET', 'changed-since', 'not_in_channel', 'is_archived', 'missing_scope', CONTROL]
    for (const kind of ['unsure', 'undelivered'] as const)
      for (const code of codes)
        for (const addressee of to) {
          const message = { kind: 'member', to: addressee, about: longCommittee }
          const worst = { ...notice, kind, code, message }
          expectShowable(troubleNotice(worst, words))
          for (const how of SETTLED)
            expectShowable(
              troubleNotice({ ...worst, settled: { how, by: longPerson(2), at: notice.at } }, words),
            )
        }
  })

  test('has no buttons once it is settled', () => {
    for (const how of SETTLED) {
      const shown = troubleNotice({ ...notice, settled: { how, by: undefined, at: notice.at } }, words)
      expect(readable(shown)).not.toContain('[')
    }
  })

  test('has a form and an answer that Slack takes', () => {
    expectShowable(arrivedForm(notice, words))
    expectShowable(arrivedAnswer(mrkdwn`${CONTROL}`, words))
    expectShowable(arrivedAnswer(words.notClerk([longPerson(1), longPerson(2)]), words))
  })
})

test('a button carries which trouble it decides, and nothing else', () => {
  const of = { messageId: notice.messageId, reference: notice.reference }
  expect(troubleOf(troubleValue(of))).toEqual(of)
  for (const value of ['', 'a', 'a/', '/b', 'a/b/c'])
    expect(() => troubleOf(value)).toThrow('names no trouble')
})
