import { describe, expect, test } from 'vitest'
import { startingAgenda } from '../../src/meetings/standing-agenda.ts'
import { linesPutDown } from '../../src/programme/agenda-lines.ts'
import { arrangeEntry, moveEntryUp } from '../../src/programme/arrange-entry.ts'
import { decideProposal } from '../../src/programme/decide-proposal.ts'
import { editEntry, undoChange } from '../../src/programme/edit-entry.ts'
import { programmeOf } from '../../src/programme/entries.ts'
import { entryModel } from '../../src/programme/programme-model.ts'
import { takeBackProposal } from '../../src/programme/propose-entry.ts'
import { remindOfProposals } from '../../src/reminders/overdue-proposals.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { AGREED, DELEGATED, programme, topic, UNSCHEDULED } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)
const accepted = { accepted: true, reason: '', authority: AGREED, place: UNSCHEDULED }

describe('a proposal', () => {
  test('by a member waits with its last day, and the clerks hear of it once', async () => {
    const it = await programme(database())
    const scores = { public: 1, ability: 1, performance: 1, extent: 0, only: 0, decision: 0 }
    const first = await it.propose(it.member, { scores })
    const again = await it.propose(it.member, { scores })
    expect(first).toMatchObject({ ok: true, value: { already: false } })
    expect(again).toMatchObject({ ok: true, value: { already: true } })
    expect(await it.entry()).toMatchObject({
      standing: 'proposed',
      decideBy: '2017-09-13',
      scoreText: '3 (Medium)',
      relayed: false,
    })
    const [line, ...more] = await it.messages('programme-proposal')
    expect(more).toEqual([])
    expect(line).toContain(`channel:${it.committee.clerksChannelId}`)
    expect(line).toContain('Winter pressures')
    expect(line).toContain('to be decided by Wednesday 13 September 2017')
    expect(await it.audit()).toEqual(['programme.proposed'])
  })

  test('that a clerk enters for a member is shown as relayed', async () => {
    const it = await programme(database())
    await it.propose(it.clerk, {}, it.member)
    expect(await it.entry()).toMatchObject({ relayed: true, proposer: { id: it.member.id } })
    expect((await it.messages('programme-proposal')).join()).toContain('entered by a clerk')
  })

  test.each([
    ['a substitute', 'substitute', 'not-a-member'],
    ['a member of another committee', 'stranger', 'not-a-member'],
    ['a clerk for themselves', 'clerk', 'not-a-member'],
  ] as const)('is refused from %s', async (_, who, code) => {
    const it = await programme(database())
    const by = { substitute: it.substitutes[0], stranger: it.second.member, clerk: it.clerk }[who]
    expect(await it.propose(by)).toMatchObject({ ok: false, refusal: { code } })
    expect(await it.all()).toEqual([])
  })

  test('for somebody else is refused from a member, and without a reason from everybody', async () => {
    const it = await programme(database())
    expect(await it.propose(it.member, {}, it.chair)).toMatchObject({ refusal: { code: 'not-yours' } })
    expect(await it.propose(it.member, { reason: '' })).toMatchObject({ refusal: { code: 'reason-missing' } })
  })

  test('that is accepted stands on the programme, and the proposer reads it once', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    const act = {
      ...(await it.of(it.chair)),
      ...accepted,
      place: { to: 'meeting' as const, meetingId: it.laterId },
    }
    expect(await decideProposal(it.house, act)).toMatchObject({ ok: true })
    expect(await decideProposal(it.house, act)).toMatchObject({ refusal: { code: 'entry-changed' } })
    const [told, ...more] = await it.messages('programme-decided')
    expect(more).toEqual([])
    expect(told).toContain(`person:${it.member.id}`)
    expect(told).toContain('Down for the meeting of Wednesday 11 October 2017')
    expect((await it.messages('programme-proposal')).join()).not.toContain('[Decide…]')
  })

  test('is declined with a reason only, which the proposer reads', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    const act = { ...(await it.of(it.clerk)), ...accepted, accepted: false }
    expect(await decideProposal(it.house, act)).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await decideProposal(it.house, { ...act, reason: 'Places has it' })).toMatchObject({ ok: true })
    expect((await it.messages('programme-decided')).join()).toContain('Places has it')
  })

  test('is decided by nobody but the Chair and the clerks of the committee', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    for (const who of [it.member, it.anotherMember, it.second.clerk, it.outsider])
      expect(await decideProposal(it.house, { ...(await it.of(who)), ...accepted })).toMatchObject({
        refusal: { code: 'not-the-chair' },
      })
    expect(await it.standings()).toEqual(['Winter pressures: proposed'])
  })

  test('that was decided by mistake is decided on again, and the proposer’s message says so', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    await decideProposal(it.house, { ...(await it.of(it.clerk)), ...accepted })
    expect(await undoChange(it.house, await it.of(it.clerk))).toMatchObject({ ok: true })
    expect(await it.standings()).toEqual(['Winter pressures: proposed'])
    expect((await it.messages('programme-decided')).join()).toContain('was taken back')
  })

  test('can be taken back by its member until it is decided', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    const by = it.anotherMember
    expect(await takeBackProposal(it.house, await it.of(by))).toMatchObject({
      refusal: { code: 'not-yours' },
    })
    expect(await takeBackProposal(it.house, await it.of(it.member))).toMatchObject({ ok: true })
    const again = await takeBackProposal(it.house, await it.of(it.member))
    expect(again).toMatchObject({ refusal: { code: 'decided-already' } })
  })

  test('that nobody decided in time is shown as overdue from the day after', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    it.clock.advance({ hours: 24 * 7 })
    expect((await it.entry()).overdue).toBe(false)
    await remindOfProposals(it.house)
    expect(await it.messages('programme-overdue')).toEqual([])
    it.clock.advance({ hours: 24 })
    expect((await it.entry()).overdue).toBe(true)
    expect((await it.messages('programme-proposal')).join()).toContain('which is over')

    // Thursday 14 September at 9 and at 10: one new line to the clerks, in working hours.
    await remindOfProposals(it.house)
    it.clock.advance({ hours: 1 })
    await remindOfProposals(it.house)
    const lines = await it.messages('programme-overdue')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`channel:${it.committee.clerksChannelId}`)
    await decideProposal(it.house, { ...(await it.of(it.clerk)), ...accepted })
    expect((await it.messages('programme-overdue')).join()).not.toContain('[Decide…]')
  })

  test('is seen by its member, the committee and its clerks alone', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    const entry = await it.entry()
    for (const [who, sees] of [
      [it.anotherMember, true],
      [it.clerk, true],
      [it.outsider, false],
      [it.second.member, false],
    ] as const)
      expect((await entryModel(it.house, who.id, entry)) !== undefined).toBe(sees)
  })
})

describe('the programme', () => {
  test('lets nobody vary it between meetings until the committee has said who', async () => {
    const it = await programme(database())
    expect(await it.add({}, UNSCHEDULED, DELEGATED)).toMatchObject({ refusal: { code: 'no-delegation' } })
    await it.set({ variedBy: 'the clerk in consultation with the Chair' })
    expect(await it.add({}, UNSCHEDULED, DELEGATED)).toMatchObject({ ok: true })
    const changes = await it.prisma.programmeChange.findMany({ where: { councilId: it.id } })
    expect(changes).toMatchObject([{ delegated: true, why: 'The trust asked for it', byId: it.clerk.id }])
  })

  test('has an entry of a cancelled meeting to be scheduled again, and back when the meeting is', async () => {
    const it = await programme(database())
    await it.add({}, { to: 'meeting', meetingId: it.meetingId })
    const meeting = { where: { id: it.meetingId } }
    await it.prisma.meeting.update({ ...meeting, data: { state: 'cancelled' } })
    expect(await it.standings()).toEqual(['Winter pressures: toReschedule'])
    await it.prisma.meeting.update({ ...meeting, data: { state: 'scheduled' } })
    expect(await it.standings()).toEqual(['Winter pressures: scheduled'])
  })

  test('points out what was down for a meeting that was moved to another day since', async () => {
    const it = await programme(database())
    await it.add({}, { to: 'meeting', meetingId: it.meetingId })
    it.clock.advance({ hours: 1 })
    const face = { state: 'scheduled', date: '2017-09-20', startTime: '10:00', venue: '' }
    await it.prisma.meetingChange.create({
      data: {
        councilId: it.id,
        meetingId: it.meetingId,
        number: 1,
        kinds: ['moved'],
        before: face,
        after: { ...face, date: '2017-09-27' },
        byId: it.clerk.id,
        at: new Date(it.house.now().epochMilliseconds),
      },
    })
    expect(await it.entry()).toMatchObject({ standing: 'scheduled', movedFrom: '2017-09-20' })
    it.clock.advance({ hours: 1 })
    const place = { to: 'meeting', meetingId: it.meetingId } as const
    await arrangeEntry(it.house, { ...(await it.of(it.clerk)), place: UNSCHEDULED, authority: AGREED })
    await arrangeEntry(it.house, { ...(await it.of(it.clerk)), place, authority: AGREED })
    expect((await it.entry()).movedFrom).toBeUndefined()
  })

  test('says that an entry was taken once its meeting has been, and a clerk that it was not reached', async () => {
    const it = await programme(database())
    await it.add({}, { to: 'meeting', meetingId: it.meetingId })
    it.clock.advance({ hours: 24 * 15 })
    expect(await it.standings()).toEqual(['Winter pressures: taken'])
    await arrangeEntry(it.house, { ...(await it.of(it.clerk)), place: UNSCHEDULED, authority: AGREED })
    expect(await it.standings()).toEqual(['Winter pressures: toSchedule'])
    const over = { to: 'meeting', meetingId: it.meetingId } as const
    const late = await arrangeEntry(it.house, { ...(await it.of(it.clerk)), place: over, authority: AGREED })
    expect(late).toMatchObject({ refusal: { code: 'meeting-over' } })
  })

  test('is kept by the clerks of its committee alone, each change on what they saw', async () => {
    const it = await programme(database())
    expect(await it.add({}, UNSCHEDULED, AGREED, it.chair)).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    await it.add()
    for (const who of [it.member, it.chair, it.second.clerk]) {
      const of = await it.of(who)
      const refusals = [
        await arrangeEntry(it.house, { ...of, place: { to: 'off' }, authority: AGREED }),
        await editEntry(it.house, { ...of, said: topic() }),
        await moveEntryUp(it.house, of),
        await undoChange(it.house, of),
      ]
      for (const refusal of refusals) expect(refusal).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    }
    const of = await it.of(it.clerk)
    await editEntry(it.house, { ...of, said: topic({ lead: 'Nobody yet' }) })
    const stale = await editEntry(it.house, { ...of, said: topic() })
    expect(stale).toMatchObject({ refusal: { code: 'entry-changed' } })
  })

  test('orders what is down for one meeting, and an agenda is started with it in that order', async () => {
    const it = await programme(database())
    const place = { to: 'meeting', meetingId: it.meetingId } as const
    for (const title of ['First', 'Second', 'Third']) await it.add({ title }, place)
    await it.add({ title: 'Another day' }, { to: 'meeting', meetingId: it.laterId })
    await moveEntryUp(it.house, await it.of(it.clerk, 'Third'))
    await moveEntryUp(it.house, await it.of(it.clerk, 'First'))
    const { lines } = await startingAgenda(it.house, it.committee.id, linesPutDown)
    expect(lines.map(({ title }) => title)).toEqual(['First', 'Third', 'Second'])
    expect(lines[0]?.lead).toBe('Director of Public Health')
  })

  test('takes an entry off and brings it back, with both in its history', async () => {
    const it = await programme(database())
    await it.add()
    await arrangeEntry(it.house, { ...(await it.of(it.clerk)), place: { to: 'off' }, authority: AGREED })
    expect(await it.standings()).toEqual(['Winter pressures: withdrawn'])
    await undoChange(it.house, await it.of(it.clerk))
    expect(await it.standings()).toEqual(['Winter pressures: toSchedule'])
    const model = await entryModel(it.house, it.member.id, await it.entry())
    expect(model?.history).toHaveLength(3)
    expect(await it.audit()).toEqual(['programme.added', 'programme.arranged', 'programme.undone'])
  })

  test('has nothing to undo where nothing was changed', async () => {
    const it = await programme(database())
    await it.add()
    const undone = await undoChange(it.house, await it.of(it.clerk))
    expect(undone).toMatchObject({ refusal: { code: 'nothing-to-undo' } })
  })

  test('of one council is no other’s', async () => {
    const { theirs } = await inventTwoCouncils(database())
    const it = await programme(database())
    await it.add()
    const entry = await it.entry()
    const refusal = await editEntry(theirs.house, {
      by: theirs.clerk.id,
      entryId: entry.id,
      version: 1,
      said: topic(),
    })
    expect(refusal).toMatchObject({ refusal: { code: 'entry-gone' } })
    expect(await programmeOf(theirs.house, it.committee.id)).toEqual([])
  })
})
