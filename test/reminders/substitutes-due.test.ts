import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { substituting } from '../apologies/substituting.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { bundleSaid } from './reminding.ts'

const kinds = reminderKinds.filter(({ id }) => id === 'substitutes')

// The meeting is on Wednesday 20 September 2017 at 10: two working days before is Monday the 18th.
describeWithDatabase('a substitute who was asked and has not answered', (database) => {
  const stage = async () => {
    const it = await substituting(database())
    const [substitute] = it.substitutes
    await it.tender(it.member)
    const { house, clock } = it.council
    const goTo = (local: string) => {
      const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
      clock.advance(clock.now().until(at))
      return remind(house, kinds)
    }
    return { ...it, substitute, goTo, said: () => bundleSaid(it.council, substitute.id) }
  }

  test('is reminded once, two working days before the meeting, with the answer in place', async () => {
    const it = await stage()
    await it.name(it.member, it.substitute)
    expect(await it.goTo('2017-09-15T12:00')).toBe(0)
    expect(await it.goTo('2017-09-18T08:59')).toBe(0)
    expect(await it.goTo('2017-09-18T09:00')).toBe(1)
    const said = await it.said()
    expect(said).toContain(`Will you sit for Councillor ${it.member.name}?`)
    expect(said).toContain('[I will] [I cannot]')
    for (const later of ['2017-09-18T09:01', '2017-09-19T09:00', '2017-09-20T09:00'])
      expect(await it.goTo(later)).toBe(0)
  })

  test('is left alone once they have answered, and what was sent says so', async () => {
    const it = await stage()
    await it.name(it.member, it.substitute)
    await it.accept(it.member)
    expect(await it.goTo('2017-09-18T09:00')).toBe(0)
    const late = await stage()
    await late.name(late.member, late.substitute)
    expect(await late.goTo('2017-09-18T09:00')).toBe(1)
    await late.council.ground.prisma.outboxMessage.updateMany({
      where: { councilId: late.council.id, kind: 'reminders' },
      data: { state: 'sent', sentAt: new Date(), slackChannel: 'D1', slackTs: '1.0' },
    })
    await late.accept(late.member)
    expect(await late.said()).toContain(`You sit for Councillor ${late.member.name}.`)
    expect(await late.said()).not.toContain('[I will]')
    const row = await late.council.ground.prisma.outboxMessage.findFirst({
      where: { councilId: late.council.id, kind: 'reminders' },
    })
    expect([row?.state, row?.wanted]).toEqual(['pending', 2])
    await late.decline(late.member)
    expect(await late.goTo('2017-09-19T09:00')).toBe(0)
  })

  test('is not reminded where the member comes after all, nor on the day on which they were asked', async () => {
    const it = await stage()
    await it.name(it.member, it.substitute)
    await it.coming(it.member)
    expect(await it.goTo('2017-09-18T09:00')).toBe(0)
    const same = await stage()
    await same.goTo('2017-09-18T09:00')
    await same.name(same.member, same.substitute)
    expect(await same.goTo('2017-09-18T12:00')).toBe(0)
    expect(await same.goTo('2017-09-19T12:00')).toBe(0)
  })

  test('gets nothing that was overtaken between the tick and the sending', async () => {
    const it = await stage()
    await it.name(it.member, it.substitute)
    await it.goTo('2017-09-18T09:00')
    await it.takeBack(it.member)
    expect(await it.said()).toBe('dropped: answered')
  })
})
