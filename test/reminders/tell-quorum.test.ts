import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { sayComing } from '../../src/apologies/say-coming.ts'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { withdrawApologies } from '../../src/apologies/withdraw-apologies.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { tellChairs } from '../../src/reminders/quorum-chair.ts'
import { tellQuorum } from '../../src/reminders/tell-quorum.ts'
import { type InventedCouncil, type InventedPerson, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

// The invented council begins on Wednesday 6 September 2017; the meeting is on the 20th at 10. Its quorum is 4
// of ten members: the co-optee does not vote.
describeWithDatabase('the forecast of the quorum', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    const meetingId = await council.meeting()
    const answer = (member: InventedPerson) => ({
      meetingId,
      memberId: member.id,
      by: member.id,
      way: 'command' as const,
    })
    return {
      council,
      meetingId,
      away: async (...members: InventedPerson[]) => {
        for (const member of members)
          await tenderApologies(council.house, {
            ...answer(member),
            kind: 'absent',
            reason: 'PRIVATE-MATTER',
          })
      },
      comes: async (...members: InventedPerson[]) => {
        for (const member of members) await sayComing(council.house, answer(member))
      },
      withdraw: (member: InventedPerson) => withdrawApologies(council.house, answer(member)),
    }
  }
  const rows = ({ ground, id }: InventedCouncil, kind: string) =>
    ground.prisma.outboxMessage.findMany({ where: { councilId: id, kind }, orderBy: { id: 'asc' } })
  const goTo = async (council: InventedCouncil, local: string) => {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
    council.clock.advance(council.clock.now().until(at))
    return tellQuorum(council.house)
  }
  async function said({ house }: InventedCouncil, row: Awaited<ReturnType<typeof rows>>[number] | undefined) {
    if (!row) throw new Error('nothing was told')
    const rendering = await renderers.get(row.kind)?.(house, outgoingOf(row))
    if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
    expectShowable(rendering.post)
    return readable({ blocks: rendering.post.blocks })
  }

  test('each change is one new line to the clerks at once, with names and without a reason', async () => {
    const { council, away, comes } = await stage()
    await away(...council.members.slice(0, 6))
    expect(await rows(council, 'quorum-change')).toEqual([])
    await away(...council.members.slice(6, 7))
    const [lost, ...more] = await rows(council, 'quorum-change')
    expect([lost?.recipient, lost?.slot, more]).toEqual([
      `channel:${council.committee.clerksChannelId}`,
      '2017-09-20/2017-09-06/likely/lost',
      [],
    ])
    const text = await said(council, lost)
    expect(text).toContain('*Quorum lost:* 0 coming, 3 not answered, 7 away; 4 needed.')
    expect(text).toContain(`Away: Councillor ${council.chair.name}`)
    expect(text).not.toContain('PRIVATE-MATTER')
    await comes(council.members[6] ?? council.chair)
    await comes(...council.members.slice(7, 10))
    expect(
      (await rows(council, 'quorum-change')).map(({ slot }) => slot.split('/').slice(2).join(' → ')),
    ).toEqual(['likely → lost', 'lost → likely', 'likely → certain'])
    // What was told first is true again.
    expect(await said(council, lost)).toContain(
      '*Quorum certain:* 4 coming, 0 not answered, 6 away; 4 needed.',
    )
  })

  test('the same change is told once a day', async () => {
    const { council, away, comes } = await stage()
    await away(...council.members.slice(0, 7))
    const [last] = council.members.slice(6)
    if (!last) throw new Error('there are eleven')
    for (let again = 0; again < 3; again += 1) {
      await comes(last)
      await away(last)
    }
    expect(await rows(council, 'quorum-change')).toHaveLength(2)
    council.clock.advance({ hours: 24 })
    await comes(last)
    await away(last)
    expect((await rows(council, 'quorum-change')).at(-1)?.slot).toMatch(/likely\/lost$/)
  })

  test('is told five, two and one working days before and on the morning, once each', async () => {
    const { council } = await stage()
    const fresh: number[] = []
    for (const local of [
      '2017-09-13T08:59',
      '2017-09-13T09:00',
      '2017-09-13T09:01',
      '2017-09-16T09:00',
      '2017-09-18T09:00',
      '2017-09-19T18:30',
      '2017-09-20T09:00',
      '2017-09-20T10:00',
    ])
      fresh.push(await goTo(council, local))
    // On Saturday nobody hears, nor on Tuesday evening.
    expect(fresh).toEqual([0, 1, 0, 0, 1, 0, 1, 0])
    const told = await rows(council, 'quorum-forecast')
    expect(told.map(({ slot }) => slot)).toEqual(['2017-09-20/5', '2017-09-20/2', '2017-09-20/0'])
    expect(await said(council, told[0])).toContain('Quorum 4 (the number that standing orders set).')
  })

  test('a meeting that does not take place is not told of, and what stands says so', async () => {
    const { council, meetingId } = await stage()
    await goTo(council, '2017-09-13T09:00')
    const { prisma } = council.ground
    await prisma.meeting.update({ where: { id: meetingId }, data: { state: 'cancelled' } })
    expect(await goTo(council, '2017-09-18T09:00')).toBe(0)
    const [row] = await rows(council, 'quorum-forecast')
    expect(await said(council, row)).toContain('does not take place on that day')
  })

  test('a committee without a rule hears nothing, and a line in another’s channel is dropped', async () => {
    const { council, away } = await stage()
    const { prisma } = council.ground
    const where = { id: council.committee.id }
    await goTo(council, '2017-09-13T09:00')
    const [row] = await rows(council, 'quorum-forecast')
    await prisma.committee.update({ where, data: { quorum: null } })
    await away(...council.members)
    expect(await rows(council, 'quorum-change')).toEqual([])
    expect(await goTo(council, '2017-09-18T09:00')).toBe(0)
    await prisma.committee.update({ where, data: { clerksChannelId: 'GOTHER' } })
    expect(await said(council, row)).toBe('dropped: not-entitled')
  })

  test('an accepted substitute fills the absent member’s seat again', async () => {
    const { council, away, meetingId } = await stage()
    await away(...council.members.slice(0, 7))
    const [substitute] = council.substitutes
    const absent = council.chair
    const { prisma } = council.ground
    const seat = await prisma.seat.findFirstOrThrow({
      where: { councilId: council.id, occupancies: { some: { personId: absent.id } } },
    })
    await prisma.substitution.create({
      data: {
        councilId: council.id,
        meetingId,
        seatId: seat.id,
        absentId: absent.id,
        substituteId: substitute.id,
        state: 'accepted',
        namedById: absent.id,
        namedAt: new Date(),
      },
    })
    const [row] = await rows(council, 'quorum-change')
    const text = await said(council, row)
    expect(text).toContain('*Quorum likely:* 1 coming, 3 not answered, 6 away; 4 needed.')
    expect(text).toContain(`Coming: Ms ${substitute.name} (for Councillor ${absent.name})`)
  })

  test('the Chair hears in numbers only, three times a meeting, and names where the committee wants it', async () => {
    const { council, away } = await stage()
    await away(council.anotherMember)
    const told: number[] = []
    for (const local of [
      '2017-09-13T09:00',
      '2017-09-13T10:00',
      '2017-09-18T09:00',
      '2017-09-19T09:00',
      '2017-09-20T09:00',
      '2017-09-20T09:30',
    ]) {
      await goTo(council, local)
      told.push(await tellChairs(council.house))
    }
    expect(told).toEqual([1, 0, 1, 0, 1, 0])
    const own = (await rows(council, 'quorum-forecast')).filter(({ recipient }) =>
      recipient.startsWith('person:'),
    )
    expect(new Set(own.map(({ recipient }) => recipient))).toEqual(new Set([`person:${council.chair.id}`]))
    const numbers = await said(council, own[0])
    expect(numbers).toContain('*Quorum likely:* 0 coming, 9 not answered, 1 away; 4 needed.')
    expect(numbers).not.toContain(council.anotherMember.name)
    const { prisma } = council.ground
    await prisma.committee.update({ where: { id: council.committee.id }, data: { chairSeesNames: true } })
    expect(await said(council, own[0])).toContain(`Away: Councillor ${council.anotherMember.name}`)
    // No longer the Chair: nothing of it is theirs to see.
    await prisma.seatOccupancy.updateMany({
      where: { councilId: council.id, personId: council.chair.id },
      data: { office: 'none' },
    })
    expect(await said(council, own[0])).toBe('dropped: not-entitled')
  })

  test('a Chair who had the message of the day hears of the quorum the day after', async () => {
    const { council } = await stage()
    await council.ground.prisma.reminderBundle.create({
      data: {
        councilId: council.id,
        personId: council.chair.id,
        day: new Date('2017-09-13'),
        at: new Date('2017-09-13T08:00:00Z'),
      },
    })
    await goTo(council, '2017-09-13T09:00')
    expect(await tellChairs(council.house)).toBe(0)
    await goTo(council, '2017-09-14T09:00')
    const both = await Promise.all([tellChairs(council.house), tellChairs(council.house)])
    expect([...both].sort()).toEqual([0, 1])
  })

  test('two processes that tick at once tell each step once', async () => {
    const { council } = await stage()
    council.clock.advance(council.clock.now().until(Temporal.Instant.from('2017-09-13T08:00:00Z')))
    await Promise.all([tellQuorum(council.house), tellQuorum(council.house)])
    expect(await rows(council, 'quorum-forecast')).toHaveLength(1)
  })
})
