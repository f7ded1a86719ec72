import { describe, expect, test } from 'vitest'
import { register } from '../../src/connectors/listeners.ts'
import { dismissProposal, takeProposal } from '../../src/connectors/settle-proposal.ts'
import { settleAfterChange } from '../../src/connectors/settle-standing.ts'
import { stopWatching } from '../../src/connectors/watch-committee.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { draftOf, fieldsOf, publishing } from '../publications/draft.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type InventedCouncil, MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingOf } from './modern-gov-site.ts'
import { agendaPdf, NEXT, watching } from './watching.ts'

describeWithDatabase('what a council’s site proposes', (database) => {
  /** Looked at once, with one proposal of this kind. */
  async function proposed(kind: string, prepare: Parameters<typeof watching>[1] = [meetingOf(NEXT)]) {
    const stage = await watching(database(), prepare)
    await stage.tick()
    return { ...stage, proposalId: (await stage.proposal(kind)).id }
  }
  const packOnSite = async () => [meetingOf({ ...NEXT, hasAgenda: true, pack: await agendaPdf() })]
  const meetings = ({ ground, id }: InventedCouncil) =>
    ground.prisma.meeting.findMany({ where: { councilId: id }, orderBy: { date: 'asc' } })
  const packs = ({ ground, id }: InventedCouncil) => ground.prisma.pack.findMany({ where: { councilId: id } })

  test('a meeting is scheduled as the site has it, and nobody is told', async () => {
    const { council, proposalId, proposals, messages } = await proposed('meeting')
    const taken = await takeProposal(council.house, { by: council.clerk.id, proposalId })
    expect(taken).toEqual({
      ok: true,
      value: { kind: 'scheduled', date: MEETING_DAY, startTime: '10:00' },
    })
    expect(await meetings(council)).toMatchObject([
      { startTime: '10:00', venue: 'Tide Room, Civic Offices', state: 'scheduled' },
    ])
    expect(await proposals()).toEqual(['meeting meeting: taken'])
    expect(await messages('member')).toEqual([])
  })

  test('two clerks at once schedule one meeting; the second is told who was first', async () => {
    const { council, proposalId } = await proposed('meeting')
    const by = [council.clerk.id, council.otherClerk.id]
    const outcomes = await Promise.all(by.map((it) => takeProposal(council.house, { by: it, proposalId })))
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1)
    expect(outcomes.find((it) => !it.ok)).toMatchObject({
      refusal: { code: 'already-settled', byName: expect.stringMatching(/^Ms /) },
    })
    expect(await meetings(council)).toHaveLength(1)
  })

  test('a pack is read for the clerk who took it, told in a message, and nothing is published', async () => {
    const { council, site, proposalId, desk, messages, later, proposals } = await proposed(
      'pack',
      await packOnSite(),
    )
    const taken = await takeProposal(council.house, { by: council.clerk.id, proposalId })
    if (!taken.ok || taken.value.kind !== 'given') throw new Error('the pack was not given')
    await desk.read(council.house, taken.value.packId)
    expect(await packs(council)).toMatchObject([
      {
        state: 'draft',
        publicAddress: expect.stringContaining('/documents/g4967/'),
        createdById: council.clerk.id,
      },
    ])
    expect(await messages('pack-reading')).toMatchObject([{ recipient: `person:${council.clerk.id}` }])
    expect(await council.ground.prisma.publication.count({ where: { councilId: council.id } })).toBe(0)
    // Published from the message, its meeting is known, and what comes on the site is a supplement.
    const published = await publishPack(
      council.house,
      publishing(council, { packId: taken.value.packId, version: 1 }),
    )
    expect(published.ok).toBe(true)
    site.meetings[0]?.papers.push({ id: 7, title: 'Late report', item: '3' })
    await later()
    expect((await proposals()).slice(1)).toEqual(['supplement s7: open'])
  })

  test('a pack that a clerk has published by another way needs no answer any more', async () => {
    const { council, later, proposals } = await proposed('pack', await packOnSite())
    const packId = await draftOf(council)
    const fields = fieldsOf(council, { date: MEETING_DAY })
    expect((await publishPack(council.house, publishing(council, { packId, version: 1, fields }))).ok).toBe(
      true,
    )
    await later()
    expect((await proposals())[0]).toMatch(/^pack .*: taken$/)
  })

  test('a paper that was taken when the process ended is given after the next look', async () => {
    const { council, proposalId, later } = await proposed('pack', await packOnSite())
    await council.ground.prisma.siteProposal.update({
      where: { id: proposalId, councilId: council.id },
      data: {
        state: 'taken',
        byId: council.clerk.id,
        settledAt: new Date(council.clock.now().epochMilliseconds),
      },
    })
    await later()
    await later()
    expect(await packs(council)).toMatchObject([{ state: 'draft', createdById: council.clerk.id }])
  })

  test('a change that a clerk makes settles what was proposed, in the same transaction', async () => {
    const stage = await watching(database(), [meetingOf({ ...NEXT, status: 'Cancelled' })])
    const { council, tick, proposal, proposals } = stage
    const meetingId = await council.meeting()
    await tick()
    const { id: proposalId } = await proposal('cancelled')
    const taken = await takeProposal(council.house, { by: council.clerk.id, proposalId })
    expect(taken).toEqual({
      ok: true,
      value: { kind: 'change', meetingId, to: 'cancelled', other: {} },
    })
    expect(await proposals()).toEqual(['cancelled cancelled: open'])
    const changed = await changeMeeting(
      council.house,
      { by: council.clerk.id, meetingId, version: 1, change: { to: 'cancelled', reason: '' } },
      [settleAfterChange],
    )
    expect(changed.ok).toBe(true)
    expect(await proposals()).toEqual(['cancelled cancelled: taken'])
  })

  test('what is dismissed is never asked again', async () => {
    const { council, proposalId, later, proposals } = await proposed('meeting')
    const by = council.otherClerk.id
    expect((await dismissProposal(council.house, { by, proposalId })).ok).toBe(true)
    await later()
    expect(await proposals()).toEqual(['meeting meeting: dismissed'])
    expect(await dismissProposal(council.house, { by, proposalId })).toMatchObject({
      refusal: { code: 'already-settled' },
    })
  })

  test('a committee that is watched no more has nothing to answer', async () => {
    const { council, proposals, site, later } = await proposed('meeting')
    const act = { by: 'operator', committeeId: council.committee.id }
    expect(await stopWatching(council.house, act)).toBe(true)
    expect(await stopWatching(council.house, act)).toBe(false)
    expect(await proposals()).toEqual(['meeting meeting: dismissed'])
    const before = site.asked.length
    await later()
    expect(site.asked).toHaveLength(before)
  })

  describe('is refused, and changes nothing,', () => {
    test('for who is no clerk of that committee, who is told who is', async () => {
      const { council, proposalId, proposals } = await proposed('meeting')
      for (const { id: by } of [council.member, council.second.clerk])
        for (const act of [takeProposal, dismissProposal])
          expect(await act(council.house, { by, proposalId })).toEqual({
            ok: false,
            refusal: {
              code: 'not-a-clerk',
              committee: council.committee.name,
              clerks: [council.clerk, council.otherClerk].map((it) => `Ms ${it.name}`).toSorted(),
            },
          })
      expect(await proposals()).toEqual(['meeting meeting: open'])
    })

    test('for another council’s clerk, and for what was never proposed', async () => {
      const { council, proposalId } = await proposed('meeting')
      const theirs = await watching(database())
      const by = theirs.council.clerk.id
      expect(await takeProposal(theirs.council.house, { by, proposalId })).toEqual({
        ok: false,
        refusal: { code: 'not-known' },
      })
      expect(await takeProposal(council.house, { by: council.clerk.id, proposalId: 'x' })).toMatchObject({
        refusal: { code: 'not-known' },
      })
    })

    test.each([
      ['a time that nobody understands', { time: 'after the service' }, 'time-unknown'],
      ['a meeting that has begun', { date: '06/09/2017', time: '8 am' }, 'is-over'],
    ])('for %s', async (_, changes, code) => {
      const { council, proposalId } = await proposed('meeting', [meetingOf({ ...NEXT, ...changes })])
      const by = council.clerk.id
      expect(await takeProposal(council.house, { by, proposalId })).toMatchObject({ refusal: { code } })
      expect(await meetings(council)).toEqual([])
    })

    test('for a second meeting on one day', async () => {
      const { council, proposal, tick } = await watching(database(), [
        meetingOf(NEXT),
        meetingOf({ id: 4968, date: NEXT.date, time: '2.00 pm' }),
      ])
      await council.meeting()
      await tick()
      const { id: proposalId } = await proposal('meeting')
      expect(await takeProposal(council.house, { by: council.clerk.id, proposalId })).toMatchObject({
        refusal: { code: 'another-that-day' },
      })
    })
  })

  describe('its buttons,', () => {
    async function pressed(kind: string, actionId: string, onSite?: Parameters<typeof watching>[1]) {
      const stage = await watching(database(), onSite)
      const { council } = stage
      if (kind === 'cancelled' || kind === 'moved') await council.meeting()
      await stage.tick()
      const { id } = await stage.proposal(kind)
      const bolt = await boltStage(
        council,
        (app, reception) => register(app, reception, stage.desk),
        council.clerk,
      )
      await bolt.press(id, {
        ...inMessage,
        actions: [{ type: 'button', action_id: actionId, block_id: 'b', value: id, action_ts: '1.0' }],
      })
      return { ...stage, bolt }
    }
    const inMessage = {
      response_url: 'https://hooks.slack.test/actions/1',
      channel: { id: 'G1' },
      message: { ts: '17.0', blocks: [{ type: 'section', block_id: 'm:1' }] },
    }

    test('pressed in Slack, schedule a meeting and say so', async () => {
      const { bolt, council } = await pressed('meeting', 'proposal.take')
      expect(bolt.told()).toContain('Scheduled for Wednesday 20 September 2017, 10 am')
      expect(await meetings(council)).toHaveLength(1)
    })

    test('pressed in Slack, dismiss without a word', async () => {
      const { bolt, proposals } = await pressed('meeting', 'proposal.dismiss')
      expect(bolt.methods()).toEqual(['ack'])
      expect(await proposals()).toEqual(['meeting meeting: dismissed'])
    })

    test('pressed in Slack, open the form for changing the meeting, filled in', async () => {
      const { bolt } = await pressed('moved', 'proposal.change', [meetingOf({ ...NEXT, time: '2.30 pm' })])
      const [opened] = bolt.calls.filter((it) => it.method === 'views.open')
      const view = JSON.stringify(opened?.sent['view'])
      expect(view).toContain('"initial_time":"14:30"')
      expect(view).toContain('"initial_date":"2017-09-20"')
      expect(view).toContain('"initial_value":"Committee Room 2"')
    })
  })
})
