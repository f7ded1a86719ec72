import { expect, test } from 'vitest'
import { readReasons } from '../../src/apologies/read-reasons.ts'
import { reasonPlace, tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingAhead } from './answering.ts'

const REASON = 'a hospital appointment on Ward 7'

describeWithDatabase('a private reason', (database) => {
  async function given() {
    const stage = await meetingAhead(database())
    await stage.tender(stage.member, { reason: REASON })
    return {
      ...stage,
      read: (by: string) => readReasons(stage.house, { by, meetingId: stage.meetingId }),
    }
  }

  test('is sealed in its row, and in no other row, audit, message or log', async () => {
    const { reasons, apologies, audit, messages, logged, answerOf, member, withdraw } = await given()
    const [reason] = await reasons()
    expect(reason?.sealed).toMatch(/^v1\./)
    await withdraw(member)
    const everything = JSON.stringify([
      await reasons(),
      await apologies(),
      await audit(),
      await messages(),
      logged,
      await answerOf(member),
    ])
    for (const word of ['hospital', 'Ward 7']) {
      expect(reason?.sealed).not.toContain(word)
      expect(everything).not.toContain(word)
    }
  })

  test('is read by the clerks of the committee, and that they read it is noted', async () => {
    const { read, clerk, otherClerk, member, audit } = await given()
    for (const by of [clerk, otherClerk])
      expect(await read(by.id)).toEqual({ ok: true, value: [{ memberName: member.name, reason: REASON }] })
    const last = JSON.parse((await audit()).at(-1)?.canonical ?? '')
    expect(last).toMatchObject({ what: 'apologies.reasons-read', by: otherClerk.id, facts: { reasons: 1 } })
  })

  test('is read by nobody else, not even by the chair or whoever gave it', async () => {
    const { read, member, chair, outsider, second, audit } = await given()
    const noted = (await audit()).length
    for (const by of [member, chair, outsider, second.clerk, second.member])
      expect(await read(by.id)).toEqual({ ok: false, refusal: { code: 'not-a-clerk' } })
    expect(await audit()).toHaveLength(noted)
  })

  test('is not there for the clerk of another council', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const { tender, meetingId } = await meetingAhead(database(), theirs)
    await tender(theirs.member, { reason: REASON })
    for (const by of [ours.clerk.id, theirs.clerk.id])
      expect(await readReasons(ours.house, { by, meetingId })).toEqual({
        ok: false,
        refusal: { code: 'not-a-clerk' },
      })
  })

  test('is deleted when the apologies are withdrawn', async () => {
    const { withdraw, member, reasons, read, clerk } = await given()
    await withdraw(member)
    expect(await reasons()).toEqual([])
    expect(await read(clerk.id)).toEqual({ ok: true, value: [] })
  })

  test('is deleted when the member comes after all', async () => {
    const { coming, member, reasons } = await given()
    await coming(member)
    expect(await reasons()).toEqual([])
  })

  test.each(['withdraw', 'coming'] as const)(
    'is not left behind as what the minutes may say: %s',
    async (way) => {
      const it = await given()
      const { house, meetingId, member } = it
      await tenderApologies(house, {
        meetingId,
        memberId: member.id,
        by: member.id,
        way: 'command',
        kind: 'absent',
        reason: REASON,
        inMinutes: 'illness',
      })
      expect(await it.apologies()).toMatchObject([{ inMinutes: 'illness' }])
      await it[way](member)
      expect(await it.apologies()).toMatchObject([{ inMinutes: '', reason: null }])
    },
  )

  test('is replaced by the next one, and taken away by none', async () => {
    const { tender, member, read, clerk, reasons } = await given()
    await tender(member, { reason: 'a wedding' })
    expect(await read(clerk.id)).toMatchObject({ value: [{ reason: 'a wedding' }] })
    expect(await tender(member)).toMatchObject({ value: { reasonGiven: false } })
    expect(await reasons()).toEqual([])
  })

  test('does not open in another member’s row', async () => {
    const { tender, anotherMember, house, apologies } = await given()
    await tender(anotherMember, { reason: 'a wedding' })
    const [one, other] = await apologies()
    const sealed = one?.reason?.sealed ?? ''
    expect(() => house.privateText.open(sealed, reasonPlace(other?.id ?? ''))).toThrow()
    expect(house.privateText.open(sealed, reasonPlace(one?.id ?? ''))).toBe(REASON)
  })

  test('relayed by a clerk is as private', async () => {
    const { tender, coOptee, clerk, read, audit } = await given()
    await tender(coOptee, { by: clerk, reason: 'bereavement', relayedNote: 'by e-mail' })
    expect(await read(clerk.id)).toMatchObject({ value: [{ reason: REASON }, { reason: 'bereavement' }] })
    expect(JSON.stringify(await audit())).not.toContain('bereavement')
  })
})
