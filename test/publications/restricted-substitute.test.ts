import { expect, test } from 'vitest'
import { answerSubstitution } from '../../src/apologies/answer-substitution.ts'
import { nameSubstitute } from '../../src/apologies/name-substitute.ts'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { withdrawApologies } from '../../src/apologies/withdraw-apologies.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { ADDRESS, restrictedStage } from './restricted.ts'

describeWithDatabase('A restricted paper and a substitute', (database) => {
  test('only whoever has agreed to sit in an elected seat reads it, and no longer than they sit', async () => {
    const it = await restrictedStage(database())
    const announced = await it.announce()
    if (!announced.ok) throw new Error(announced.refusal.code)
    const { house, member, substitutes } = it.council
    const [substitute] = substitutes
    const meetingId = announced.value.item.meeting.id
    const answering = { meetingId, memberId: member.id, by: member.id, way: 'command' as const }

    await tenderApologies(house, { ...answering, kind: 'absent', reason: '', substituteId: substitute.id })
    expect(await it.said(substitute)).toBe('never wanted')

    const row = await it.prisma.substitution.findFirstOrThrow({ where: it.where })
    await answerSubstitution(house, { substitutionId: row.id, by: substitute.id, answer: 'accepted' })
    expect(await it.said(substitute)).toContain(ADDRESS)
    await it.delivered()

    await withdrawApologies(house, answering)
    expect(await it.said(substitute)).not.toContain(ADDRESS)
  })

  test('a co-optee’s substitute reads none', async () => {
    const it = await restrictedStage(database())
    const announced = await it.announce()
    if (!announced.ok) throw new Error(announced.refusal.code)
    const { house, coOptee, substitutes, clerk } = it.council
    const meetingId = announced.value.item.meeting.id
    const relayed = { meetingId, memberId: coOptee.id, by: clerk.id, way: 'relayed' as const }
    await tenderApologies(house, { ...relayed, kind: 'absent', reason: '' })
    const of = { meetingId, absentId: coOptee.id, by: clerk.id }
    expect((await nameSubstitute(house, { ...of, substituteId: substitutes[0].id })).ok).toBe(true)
    const row = await it.prisma.substitution.findFirstOrThrow({ where: it.where })
    await answerSubstitution(house, { substitutionId: row.id, by: clerk.id, answer: 'accepted' })
    expect(await it.said(substitutes[0])).toBe('never wanted')
  })
})
