import { describe, expect, test } from 'vitest'
import { discardPack } from '../../src/publications/give-pack.ts'
import { type PublishPack, publishPack } from '../../src/publications/publish-pack.ts'
import { type InventedCouncil, inventCouncil, inventTwoCouncils, MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { agendaRead, draftOf, fieldsOf, publishing } from './draft.ts'

describeWithDatabase('publishing a pack', (database) => {
  const invented = () => inventCouncil(database())
  const publish = (council: InventedCouncil, changes: Partial<PublishPack> = {}) =>
    publishPack(council.house, publishing(council, changes))

  /** What is stored of a council's publishing. */
  async function recordOf({ ground, id }: InventedCouncil) {
    const { prisma } = ground
    const where = { councilId: id }
    return {
      meetings: await prisma.meeting.findMany({ where }),
      items: await prisma.agendaItem.findMany({ where, orderBy: { position: 'asc' } }),
      publications: await prisma.publication.findMany({ where }),
      messages: (await prisma.outboxMessage.findMany({ where })).filter((it) => it.kind !== 'pack-reading'),
    }
  }

  const nothing = { meetings: [], items: [], publications: [], messages: [] }

  test('makes the meeting, its items in order, and the publication', async () => {
    const council = await invented()
    const outcome = await publish(council)
    const { meetings, items, publications } = await recordOf(council)
    expect(outcome).toEqual({
      ok: true,
      value: {
        meetingId: meetings[0]?.id,
        committeeName: council.committee.name,
        channelId: council.committee.channelId,
        told: 10,
        withoutSlack: 1,
        fileShared: false,
        notice: expect.objectContaining({ state: 'in-time', basis: 'clear-days' }),
      },
    })
    expect(meetings).toMatchObject([
      {
        startTime: '10:00',
        startsAt: new Date('2017-09-20T09:00:00Z'),
        endsAt: new Date('2017-09-20T11:00:00Z'),
        venue: 'Committee Room 2',
        state: 'scheduled',
      },
    ])
    expect(items.map(({ number, title, pageFrom, pageTo }) => [number, title, pageFrom, pageTo])).toEqual([
      ['1', 'Apologies', null, null],
      ['2', 'Minutes', 1, 6],
      ['', 'Buses', null, null],
    ])
    expect(publications).toMatchObject([{ number: 0, publishedById: council.clerk.id }])
  })

  test('counts clear days from when the papers were opened, and members had them no later than the public', async () => {
    const council = await invented()
    const { house, clock } = council
    // A week after the papers lay open at the offices, the clerk gets round to publishing them here.
    clock.advance({ hours: 24 * 9 })
    const opened = { date: '2017-09-12', time: '17:00' }
    const outcome = await publish(council, { fields: fieldsOf(council, { opened }) })
    expect(outcome).toMatchObject({ ok: true, value: { notice: { state: 'in-time' } } })
    const [publication] = await house.db.publication.findMany({ where: { councilId: house.councilId } })
    expect(publication).toMatchObject({
      openedAt: new Date('2017-09-12T16:00:00Z'),
      onlineAt: new Date('2017-09-12T16:00:00Z'),
      membersAt: new Date('2017-09-12T16:00:00Z'),
      publishedAt: new Date('2017-09-15T08:00:00Z'),
    })
  })

  test('does not wait for the law: a late agenda is published, and the clerk is told', async () => {
    const council = await invented()
    const opened = { date: '2017-09-13', time: '09:00' }
    const late = await publish(council, { fields: fieldsOf(council, { opened }) })
    expect(late).toMatchObject({ ok: true, value: { notice: { state: 'late', count: { shortBy: 1 } } } })
  })

  test('of a meeting convened at short notice is lawful from the day of convening', async () => {
    const council = await invented()
    const opened = { date: '2017-09-15', time: '09:00' }
    const fields = fieldsOf(council, { opened, convenedOn: '2017-09-15' })
    expect(await publish(council, { fields })).toMatchObject({
      ok: true,
      value: { notice: { state: 'in-time', basis: 'convened' } },
    })
  })

  test('wants one card, one list and one message for each member with Slack, and no more', async () => {
    const council = await invented()
    await publish(council)
    const { messages } = await recordOf(council)
    const { committee, members, coOptee } = council
    expect(messages.map((it) => `${it.kind} ${it.recipient}`).sort()).toEqual(
      [
        `clerks channel:${committee.clerksChannelId}`,
        `pack-card channel:${committee.channelId}`,
        ...members.filter((it) => it !== coOptee).map((it) => `member person:${it.id}`),
      ].sort(),
    )
    expect(messages.every((it) => it.state === 'pending' && it.committeeId === committee.id)).toBe(true)
  })

  test('goes without the messages of channels that the committee does not have', async () => {
    const council = await invented()
    await council.ground.prisma.committee.update({
      where: { id: council.committee.id, councilId: council.id },
      data: { channelId: null, clerksChannelId: null },
    })
    const outcome = await publish(council)
    expect(outcome).toMatchObject({ ok: true, value: { channelId: undefined, told: 10 } })
    expect((await recordOf(council)).messages.every((it) => it.kind === 'member')).toBe(true)
  })

  test('finds the meeting that was foreseen for the day, and corrects its time and place', async () => {
    const council = await invented()
    const meetingId = await council.meeting()
    const fields = fieldsOf(council, { startTime: '14:30', venue: 'Town Hall' })
    expect(await publish(council, { fields })).toMatchObject({ ok: true, value: { meetingId } })
    expect((await recordOf(council)).meetings).toMatchObject([
      { id: meetingId, startTime: '14:30', venue: 'Town Hall', startsAt: new Date('2017-09-20T13:30:00Z') },
    ])
  })

  test('a second time is told who was first and when, and changes nothing', async () => {
    const council = await invented()
    await publish(council)
    const before = await recordOf(council)
    council.clock.advance({ minutes: 5 })
    const second = await publish(council, {
      by: council.otherClerk.id,
      fields: fieldsOf(council, { venue: 'Elsewhere', startTime: '14:00' }),
    })
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'already-published', byName: `Ms ${council.clerk.name}` },
    })
    expect(!second.ok && 'at' in second.refusal && second.refusal.at.toString()).toBe('2017-09-06T08:00:00Z')
    expect(await recordOf(council)).toEqual(before)
  })

  test('a pack that was published already is refused on another day too', async () => {
    const council = await invented()
    const packId = await draftOf(council)
    expect((await publish(council, { packId, version: 1 })).ok).toBe(true)
    const again = { packId, version: 1, fields: fieldsOf(council, { date: '2017-10-18' }) }
    expect(await publish(council, again)).toMatchObject({ refusal: { code: 'already-published' } })
  })

  describe('is refused, and leaves nothing,', () => {
    test('for somebody who is not a clerk of that committee', async () => {
      const council = await invented()
      const { member, outsider, second, committee } = council
      for (const by of [member.id, outsider.id, second.clerk.id])
        expect(await publish(council, { by })).toEqual({
          ok: false,
          refusal: { code: 'not-a-clerk', committee: committee.name },
        })
      expect(await recordOf(council)).toEqual(nothing)
    })

    test('for a version of the pack that is not the present one', async () => {
      const council = await invented()
      const packId = await draftOf(council)
      expect(await publish(council, { packId, version: 7 })).toEqual({
        ok: false,
        refusal: { code: 'changed-meanwhile' },
      })
      expect(await recordOf(council)).toEqual(nothing)
    })

    test('for a pack that was discarded', async () => {
      const council = await invented()
      const packId = await draftOf(council)
      await discardPack(council.house, { by: council.clerk.id, packId })
      for (const version of [1, 2])
        expect(await publish(council, { packId, version })).toMatchObject({
          refusal: { code: 'changed-meanwhile' },
        })
      expect(await recordOf(council)).toEqual(nothing)
    })

    test('for a meeting that is over', async () => {
      const council = await invented()
      const fields = fieldsOf(council, { date: '2016-09-20' })
      expect(await publish(council, { fields })).toEqual({
        ok: false,
        refusal: { code: 'meeting-over', date: '2016-09-20' },
      })
      expect(await recordOf(council)).toEqual(nothing)
    })

    test('for an agenda without items', async () => {
      const council = await invented()
      const fields = fieldsOf(council, { items: [] })
      expect(await publish(council, { fields })).toMatchObject({ refusal: { code: 'no-items' } })
      expect(await recordOf(council)).toEqual(nothing)
    })

    test('until somebody answers for the marks of exempt matter, whose name is kept', async () => {
      const council = await invented()
      const mark = { kind: 'confidential', page: 9, line: 1, text: 'NOT FOR PUBLICATION', times: 4 } as const
      const packId = await draftOf(council, { ...agendaRead, marks: [mark] })
      expect(await publish(council, { packId, version: 1 })).toEqual({
        ok: false,
        refusal: { code: 'confirm-public-copy', marks: 4 },
      })
      expect(await recordOf(council)).toEqual(nothing)

      const fields = fieldsOf(council, { publicCopyConfirmed: true })
      expect((await publish(council, { packId, version: 1, fields })).ok).toBe(true)
      const pack = await council.ground.prisma.pack.findFirstOrThrow({ where: { id: packId } })
      expect(pack).toMatchObject({ state: 'published', publicCopyById: council.clerk.id, version: 2 })
    })

    test('for what belongs to another council: its committee, its pack, its clerk', async () => {
      const { ours, theirs } = await inventTwoCouncils(database())
      const packId = await draftOf(theirs)
      expect(await publish(ours, { fields: fieldsOf(theirs) })).toEqual({
        ok: false,
        refusal: { code: 'not-a-clerk', committee: '' },
      })
      expect(await publish(ours, { packId, version: 1 })).toMatchObject({
        refusal: { code: 'changed-meanwhile' },
      })
      expect(await publish(ours, { by: theirs.clerk.id })).toMatchObject({ refusal: { code: 'not-a-clerk' } })
      expect(await recordOf(ours)).toEqual(nothing)
      expect(await recordOf(theirs)).toEqual(nothing)
    })
  })

  test('a pack that could not be read is published from typed fields all the same', async () => {
    const council = await invented()
    const packId = await draftOf(council, { ok: false, name: 'scan.pdf', problem: 'A scan.', marks: [] })
    expect((await publish(council, { packId, version: 1 })).ok).toBe(true)
  })

  test('each committee and each day has its own meeting', async () => {
    const council = await invented()
    await publish(council)
    const { second } = council
    const elsewhere = fieldsOf(council, { committeeId: second.committee.id })
    expect((await publish(council, { by: second.clerk.id, fields: elsewhere })).ok).toBe(true)
    expect((await publish(council, { fields: fieldsOf(council, { date: '2017-10-18' }) })).ok).toBe(true)
    const { meetings } = await recordOf(council)
    expect(new Set(meetings.map((it) => `${it.committeeId} ${it.date.toISOString().slice(0, 10)}`))).toEqual(
      new Set([
        `${council.committee.id} ${MEETING_DAY}`,
        `${council.committee.id} 2017-10-18`,
        `${second.committee.id} ${MEETING_DAY}`,
      ]),
    )
  })

  test('a cancelled meeting of the same day is left as it is; the pack calls a new one', async () => {
    const council = await invented()
    const cancelled = await council.meeting()
    await council.ground.prisma.meeting.update({
      where: { id: cancelled, councilId: council.id },
      data: { state: 'cancelled' },
    })
    const fields = fieldsOf(council, { startTime: '14:00' })
    const outcome = await publish(council, { fields })
    expect(outcome).toMatchObject({ ok: true })
    expect(outcome.ok && outcome.value.meetingId).not.toBe(cancelled)
    expect((await publish(await invented())).ok).toBe(true)
  })
})
