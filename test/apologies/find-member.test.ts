import { expect, test } from 'vitest'
import { findMember } from '../../src/apologies/find-member.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingAhead } from './answering.ts'

describeWithDatabase('the member whom a clerk means', (database) => {
  test('is found by mention, by name or by a part of it, with their coming meetings', async () => {
    const it = await meetingAhead(database())
    const found = async (said: Parameters<typeof findMember>[2]) => findMember(it.house, it.clerk.id, said)
    for (const name of ['Winifred Oakapple', 'Mrs Oakapple', 'oakap', 'OAKAPPLE'])
      expect(await found({ name })).toMatchObject({
        value: { id: it.coOptee.id, meetings: [{ id: it.meetingId }] },
      })
    expect(await found({ slackUserId: it.member.slackUserId ?? '' })).toMatchObject({
      value: { id: it.member.id },
    })
  })

  test('is asked for where a name fits several, nobody, or a member of another clerk’s committee', async () => {
    const it = await meetingAhead(database())
    const refusal = async (name: string, clerk = it.clerk) => {
      const outcome = await findMember(it.house, clerk.id, { name })
      return outcome.ok ? outcome.value.name : outcome.refusal.code
    }
    expect(await refusal('Councillor')).toBe('several')
    expect(await refusal('Nobody Atall')).toBe('no-such-member')
    expect(await refusal(it.second.member.name)).toBe('no-such-member')
    expect(await refusal('Oakapple', it.member)).toBe('not-a-clerk')
  })
})
