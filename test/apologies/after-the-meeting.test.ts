import { expect, test } from 'vitest'
import { correctionsOf } from '../../src/apologies/corrections.ts'
import { forgetReasons } from '../../src/apologies/forget-reasons.ts'
import { tenderAway } from '../../src/apologies/tender-away.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingAhead } from './answering.ts'

describeWithDatabase('after the meeting', (database) => {
  const ahead = () => meetingAhead(database())

  test('a clerk’s entry is a correction, with what was there before, who, when and why', async () => {
    const it = await ahead()
    await it.tender(it.member)
    it.end()
    await it.coming(it.member, { by: it.clerk, why: 'was in the room' })
    await it.tender(it.member, { by: it.otherClerk, kind: 'late' })
    expect(await correctionsOf(it.house, it.meetingId)).toMatchObject([
      { name: it.member.name, before: 'absent', after: 'coming', by: it.clerk.name, why: 'was in the room' },
      { name: it.member.name, before: 'coming', after: 'late', by: it.otherClerk.name, why: '' },
    ])
    const entries = (await it.audit()).map(({ canonical }) => canonical)
    expect(entries.filter((entry) => entry.includes('apologies.corrected'))).toHaveLength(2)
    expect(entries.join()).not.toContain('was in the room')
  })

  test('an entry that says what is recorded already corrects nothing, and none before the end does', async () => {
    const it = await ahead()
    await it.tender(it.member)
    await it.tender(it.member, { by: it.clerk })
    it.end()
    await it.tender(it.member, { by: it.clerk })
    expect(await correctionsOf(it.house, it.meetingId)).toEqual([])
  })

  test('reasons are kept for so many days as the council says, then deleted, which is noted without the words', async () => {
    const it = await ahead()
    await it.tender(it.member, { reason: 'a fracture clinic' })
    it.clock.advance({ hours: 24 * (14 + 89) })
    expect(await forgetReasons(it.house)).toBe(0)
    it.clock.advance({ hours: 24 * 2 })
    expect(await forgetReasons(it.house)).toBe(1)
    expect(await forgetReasons(it.house)).toBe(0)
    expect(await it.reasons()).toEqual([])
    expect(await it.answerOf(it.member)).toMatchObject({ state: 'absent', hasReason: false })
    const last = (await it.audit()).at(-1)?.canonical ?? ''
    expect(JSON.parse(last)).toMatchObject({ what: 'apologies.reasons-forgotten', facts: { reasons: 1 } })
  })
})

describeWithDatabase('days away', (database) => {
  test('are apologies for several meetings in one act; what was moved meanwhile is named and holds nothing back', async () => {
    const it = await meetingAhead(database())
    const later = await it.council.meeting('2017-10-18')
    const outcome = await tenderAway(it.house, {
      memberId: it.member.id,
      meetings: [
        { meetingId: it.meetingId, day: '2017-09-20' },
        { meetingId: later, day: '2017-10-11' },
      ],
      reason: 'private',
      inMinutes: 'holiday',
      way: 'command',
    })
    expect(outcome).toMatchObject({ value: { sent: [{ id: it.meetingId }], notSent: [expect.any(String)] } })
    expect(await it.apologies()).toMatchObject([{ meetingId: it.meetingId, inMinutes: 'holiday' }])
    const again = await tenderAway(it.house, {
      memberId: it.member.id,
      meetings: [
        { meetingId: later, day: '2017-10-18' },
        { meetingId: it.meetingId, day: '2017-09-20' },
      ],
      reason: '',
      inMinutes: '',
      way: 'command',
    })
    expect(again).toMatchObject({ value: { sent: [{ id: it.meetingId }, { id: later }], notSent: [] } })
    expect(await it.apologies()).toHaveLength(2)
  })
})
