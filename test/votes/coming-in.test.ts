import { expect, test } from 'vitest'
import { voteRenderers } from '../../src/cards/render-votes.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { enterRoll } from '../../src/sitting/enter-roll.ts'
import { substituteWarnings } from '../../src/sitting/substitute-warnings.ts'
import type { InventedPerson } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { voting } from './votes-stage.ts'

describeWithDatabase('Somebody who comes into the room', (database) => {
  test('while a vote by button is open is asked as well, where they have a vote', async () => {
    const it = await voting(database())
    await it.setting({ votesElectronic: true })
    const voteId = await it.opened({ method: 'electronic' })
    const [, , , , , , , , ninth] = it.members
    if (!ninth) throw new Error('no ninth member')
    const where = { id: it.coOptee.id, councilId: it.id }
    await it.prisma.person.update({ where, data: { slackUserId: 'U0COOPTEE' } })
    it.clock.advance({ minutes: 1 })
    await it.arrive([ninth, it.coOptee])
    const ballotOf = async (person: InventedPerson) => {
      const where = { councilId: it.id, kind: 'ballot', recipient: `person:${person.id}` }
      const row = await it.prisma.outboxMessage.findFirst({ where })
      const render = new Map(voteRenderers).get('ballot')
      if (!row || !render) return undefined
      return { voteId: row.subject, said: await render(it.house, outgoingOf(row)) }
    }
    expect(await ballotOf(ninth)).toMatchObject({ voteId, said: { post: {} } })
    expect(await ballotOf(it.coOptee)).toMatchObject({ voteId, said: { drop: 'not-entitled' } })
    expect((await it.press(voteId, ninth, 'for')).ok).toBe(true)
    it.clock.advance({ minutes: 1 })
    await it.leave([ninth])
    expect(await ballotOf(ninth)).toMatchObject({ said: { drop: 'not-entitled' } })
  })

  test('for an absent member is entered whatever the rules for substitutes say, and the clerk is told of them', async () => {
    const it = await voting(database())
    const [, , , , , , , , absent] = it.members
    const [substitute] = it.substitutes
    if (!absent || !substitute) throw new Error('nobody to sit for')
    const person = { personId: substitute.id, kind: 'arrived' as const, mode: 'inRoom' as const }
    const people = [{ ...person, forId: absent.id }]
    expect((await enterRoll(it.house, { by: it.clerk.id, meetingId: it.meetingId, people })).ok).toBe(true)
    const warned = async () =>
      (await substituteWarnings(it.house, await it.sitting(), people)).map(({ why, forName }) => [
        why,
        forName,
      ])
    await it.setting({ substitutePool: null })
    expect(await warned()).toEqual([['no-substitutes', `Councillor ${absent.name}`]])
    await it.setting({ substitutePool: 'named', substituteSameGroup: false })
    expect(await warned()).toEqual([])
    await it.prisma.councilRole.create({
      data: { councilId: it.id, personId: substitute.id, duty: 'executive' },
    })
    expect((await warned()).map(([why]) => why)).toEqual(['executive'])
    expect(await it.there()).toContain(substitute.id)
  })
})
