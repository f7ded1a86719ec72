import { describe, expect, test } from 'vitest'
import { arrivedForm, type TroubleModel, troubleNotice } from '../../src/cards/trouble-view.ts'
import { words } from '../../src/cards/trouble-words.en.ts'
import { problemsOf } from '../../src/slack/validate.ts'

const long = '<!channel> & <@U1> 🏛️'.repeat(30)
const model = (more: Partial<TroubleModel> = {}): TroubleModel => ({
  messageId: '0199e0c4-7c3a-7000-8000-000000000000',
  reference: 'ABCDEFG',
  kind: 'unsure',
  code: 'ECONNRESET',
  message: { kind: 'member', to: { name: long }, about: long },
  at: '14:05 on Tue 12 Sep',
  settled: undefined,
  ...more,
})
const text = (it: TroubleModel) => JSON.stringify(troubleNotice(it, words).blocks)

describe('the clerks’ notice about a message in trouble', () => {
  const codes = [
    'ECONNRESET',
    'changed-since',
    'not_in_channel',
    'user_disabled',
    'message-gone',
    'invalid_blocks',
    'token_revoked',
    'what_is_this',
  ]
  const recipients = [{ name: long }, { channelId: 'C0123ABCD' }]

  test.each(['unsure', 'undelivered'] as const)(
    '%s keeps Slack’s limits and calls nobody, whatever it is about',
    (kind) => {
      for (const code of codes)
        for (const to of recipients) {
          const it = model({ kind, code, message: { kind: 'a-new-kind', to, about: long } })
          expect(problemsOf(troubleNotice(it, words))).toEqual([])
          expect(text(it)).not.toContain('<!channel>')
        }
      expect(problemsOf(arrivedForm(model(), words))).toEqual([])
    },
  )

  test('it says what happened, to which message, what to do, and the reference', () => {
    const said = text(
      model({
        kind: 'undelivered',
        code: 'not_in_channel',
        message: { kind: 'pack-card', to: { channelId: 'C1' }, about: 'Health Scrutiny, 12 September' },
      }),
    )
    for (const part of [
      'The pack card',
      '<#C1>',
      'Health Scrutiny, 12 September',
      '/invite',
      'ABCDEFG',
      'Try again',
    ])
      expect(said).toContain(part)
  })

  test('a settled one has no buttons', () => {
    for (const how of ['sentAgain', 'arrived', 'recognised', 'sentSince', 'dropped', 'followed'] as const) {
      const it = model({ settled: { how, by: long, at: '15:00 on Tue 12 Sep' } })
      expect(text(it)).not.toContain('"button"')
      expect(problemsOf(troubleNotice(it, words))).toEqual([])
    }
  })
})
