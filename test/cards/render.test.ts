import { describe, expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { SCRUTINEER } from '../../src/database/transact.ts'
import { type OutgoingMessage, outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { helloMessage, messageKinds } from '../../src/meetings/messages.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { meetingAhead } from '../apologies/answering.ts'
import { publishing } from '../publications/draft.ts'
import { type InventedCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

describeWithDatabase('a message, rendered when it is sent,', (database) => {
  async function published() {
    const stage = await meetingAhead(database())
    const outcome = await publishPack(stage.house, publishing(stage.council))
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return stage
  }

  /** What a wanted message says now: its rows are those that publishing made. */
  async function said(council: InventedCouncil, kind: string, personId?: string) {
    const where = { councilId: council.id, kind, ...(personId ? { recipient: `person:${personId}` } : {}) }
    const row = await council.ground.prisma.outboxMessage.findFirstOrThrow({ where })
    return rendered(council, outgoingOf(row))
  }

  async function rendered({ house }: InventedCouncil, message: OutgoingMessage) {
    const rendering = await renderers.get(message.kind)?.(house, message)
    if (!rendering) throw new Error(`no renderer for ${message.kind}`)
    if ('drop' in rendering) return `dropped: ${rendering.drop}`
    const { text, blocks } = rendering.post
    expectShowable({ text, blocks })
    return readable({ blocks })
  }

  test('is known for every kind that there is', () => {
    expect([...renderers.keys()]).toEqual(expect.arrayContaining(Object.values(messageKinds)))
  })

  test('shows a member their own state, and follows it', async () => {
    const stage = await published()
    const { council, member, tender, withdraw, coming, clerk } = stage
    const own = () => said(council, 'member', member.id)
    expect(await own()).toContain('*Will you be there?*')
    await tender(member, { reason: 'a hospital appointment' })
    expect(await own()).toContain('*You have sent your apologies.*')
    expect(await own()).not.toContain('hospital')
    await withdraw(member)
    await coming(member, { by: clerk })
    expect(await own()).toContain(`${clerk.name} recorded this for you.`)
    stage.end()
    expect(await own()).toContain('This meeting is over.')
    await stage.cancel()
    expect(await own()).toContain('*This meeting is cancelled.*')
  })

  test('is dropped for somebody who no longer sits on the committee', async () => {
    const { council, member, ground } = await published()
    await ground.prisma.seatOccupancy.updateMany({
      where: { councilId: council.id, personId: member.id },
      data: { until: columnOfDate('2017-09-19') },
    })
    expect(await said(council, 'member', member.id)).toBe('dropped: not-a-member')
  })

  test('says on the card when the papers were opened later than the law asks, and what follows', async () => {
    const { council, ground } = await published()
    expect(await said(council, 'pack-card')).not.toContain('later than the law asks')
    await ground.prisma.publication.updateMany({
      where: { councilId: council.id },
      data: { openedAt: new Date('2017-09-13T08:00:00Z') },
    })
    await ground.prisma.agendaItem.updateMany({
      where: { councilId: council.id },
      data: { openedOn: columnOfDate('2017-09-13') },
    })
    const card = await said(council, 'pack-card')
    expect(card).toContain('Each item can be considered only if the Chair rules')
    expect(card).not.toContain('needs the Chair’s ruling')
  })

  test('marks an item that was listed late, and one whose report alone came late', async () => {
    const { council, ground } = await published()
    const late = { openedOn: columnOfDate('2017-09-15') }
    await ground.prisma.agendaItem.updateMany({
      where: { councilId: council.id, title: 'Buses' },
      data: late,
    })
    await ground.prisma.itemReport.updateMany({ where: { councilId: council.id }, data: late })
    const card = await said(council, 'pack-card')
    expect(card).toContain('2. Minutes _(pages 1–6)_ · _report opened late_')
    expect(card).toContain('Buses · _needs the Chair’s ruling_')
    expect(card).toContain('1. Apologies\n')
  })

  test('shows the committee’s channel no title of an item that is closed', async () => {
    const { council, ground } = await published()
    await ground.prisma.agendaItem.updateMany({
      where: { councilId: council.id, title: 'Minutes' },
      data: { access: 'exempt' },
    })
    const card = await said(council, 'pack-card')
    expect(card).toContain('2. An item that is not open to the public')
    expect(card).not.toContain('Minutes')
  })

  test('shows the clerks who is coming, with the one who is not on Slack, and no reason', async () => {
    const { council, member, coOptee, clerk, tender, substitutes } = await published()
    await tender(member, { reason: 'a hospital appointment' })
    await tender(coOptee, { by: clerk, kind: 'late', relayedNote: 'by telephone' })
    await tender(substitutes[0])
    const list = await said(council, 'clerks')
    expect(list).toContain('Coming: *1* · Apologies: *1* · No answer yet: *9* · Members: *11*')
    expect(list).toContain(
      `• Councillor ${member.name}, 09:00 on Wed 6 Sep, by /apologies :lock: reason given`,
    )
    expect(list).toContain(`relayed by ${clerk.name}, by telephone`)
    expect(list).toContain('(substitute), 09:00')
    expect(list).toContain('Not on Slack')
    expect(list).not.toContain('hospital')
  })

  test('is dropped for a channel that is no longer the committee’s', async () => {
    const { council, ground } = await published()
    await ground.prisma.committee.updateMany({
      where: { councilId: council.id },
      data: { channelId: 'CELSEWHERE', clerksChannelId: 'CELSEWHERE2' },
    })
    expect(await said(council, 'pack-card')).toBe('dropped: other-channel')
    expect(await said(council, 'clerks')).toBe('dropped: other-channel')
  })

  test('is dropped when it is about another council’s meeting or pack', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    await meetingAhead(database(), theirs)
    await publishPack(theirs.house, publishing(theirs))
    const rows = await ours.ground.prisma.outboxMessage.findMany({ where: { councilId: theirs.id } })
    expect(rows.length).toBe(12)
    for (const row of rows) expect(await rendered(ours, outgoingOf(row))).toBe('dropped: meeting-gone')
  })

  describe('to somebody who wrote to the bot', () => {
    test('says what it can do for a member, a clerk, and whoever dropped a file and may not', async () => {
      const { council, house, member, clerk, outsider } = await published()
      const hello = async (personId: string, slot = '') => {
        const eventId = `Ev-${personId}`
        await house.transact(SCRUTINEER, (tx) => tx.show(helloMessage({ eventId, personId, slot })))
        return said(council, 'hello', personId)
      }
      expect(await hello(member.id)).toContain('*/apologies*')
      expect(await hello(clerk.id)).toContain('*/pack*')
      expect(await hello(outsider.id, 'not-a-clerk')).toContain('only clerks publish papers')
    })
  })
})
