import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { APOLOGY_KINDS, memberState, whyNotAnswer } from '../../src/apologies/rules.ts'

describe('why an answer cannot be taken', () => {
  const endsAt = Temporal.Instant.from('2017-09-20T11:00:00Z')
  const scheduled = { name: 'Wellbeing, 20 September', state: 'scheduled', endsAt } as const
  const cancelled = { ...scheduled, state: 'cancelled' } as const
  const postponed = { ...scheduled, state: 'postponed' } as const
  const ahead = endsAt.subtract({ nanoseconds: 1 })
  const refusal = (code: string) => ({ code, meeting: scheduled.name })

  test.each([
    ['a member until the planned end', scheduled, true, false, ahead, undefined],
    ['a member at the planned end', scheduled, true, false, endsAt, refusal('meeting-over')],
    ['the clerk at the planned end', scheduled, true, true, endsAt, undefined],
    ['the clerk a year later', scheduled, true, true, endsAt.add({ hours: 8760 }), undefined],
    ['a cancelled meeting', cancelled, true, false, ahead, refusal('meeting-cancelled')],
    ['a cancelled meeting, by the clerk', cancelled, true, true, ahead, refusal('meeting-cancelled')],
    ['a cancelled meeting that would be over', cancelled, true, false, endsAt, refusal('meeting-cancelled')],
    ['a postponed meeting', postponed, true, false, ahead, refusal('meeting-postponed')],
    ['a postponed meeting, by the clerk', postponed, true, true, endsAt, refusal('meeting-postponed')],
    ['somebody who does not sit', scheduled, false, false, ahead, refusal('not-a-member')],
    ['somebody who does not sit, by the clerk', scheduled, false, true, ahead, refusal('not-a-member')],
  ] as const)('%s', (_case, meeting, sits, byClerk, now, expected) => {
    expect(whyNotAnswer(meeting, sits, byClerk, now)).toEqual(expected)
  })
})

describe('what is known of a member', () => {
  test('is nothing before an answer, and what they said after it', () => {
    expect(memberState(undefined, false)).toBe('unanswered')
    expect(memberState(undefined, true)).toBe('coming')
  })

  test.each(APOLOGY_KINDS)('is "%s" while those apologies stand, whatever was said before', (kind) => {
    for (const said of [true, false]) expect(memberState({ kind, withdrawn: false }, said)).toBe(kind)
    expect(memberState({ kind, withdrawn: true }, true)).toBe('coming')
    expect(memberState({ kind, withdrawn: true }, false)).toBe('unanswered')
  })
})
