import { describe, expect, test } from 'vitest'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { startingAgenda } from '../../src/meetings/standing-agenda.ts'
import { linesPutDown } from '../../src/programme/agenda-lines.ts'
import { arrangeEntry, moveEntryUp } from '../../src/programme/arrange-entry.ts'
import { decideProposal } from '../../src/programme/decide-proposal.ts'
import { editEntry, undoChange } from '../../src/programme/edit-entry.ts'
import { enterCallIn } from '../../src/programme/enter-call-in.ts'
import { programmeOf } from '../../src/programme/entries.ts'
import { entryModel, programmeModel } from '../../src/programme/programme-model.ts'
import { takeBackProposal } from '../../src/programme/propose-entry.ts'
import { requestCallIn } from '../../src/programme/request-call-in.ts'
import { scheduleCallIn } from '../../src/programme/settle-call-in.ts'
import { itemsOf, lineOf } from '../../src/publications/item-lines.ts'
import { remindOfProposals } from '../../src/reminders/overdue-proposals.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { AGREED, DELEGATED, type ProgrammeStage, programme, topic, UNSCHEDULED } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)
const accepted = { accepted: true, reason: '', authority: AGREED, place: UNSCHEDULED }

/** A decision that one councillor has called in, and that is put down for the committee's next meeting. */
async function calledIn(it: ProgrammeStage): Promise<void> {
  const entered = await enterCallIn(it.house, {
    by: it.clerk.id,
    committeeId: it.committee.id,
    title: 'Closing the day centre',
    reference: 'CAB 12/17',
    decidedBy: 'Cabinet',
    publishedOn: '2017-09-04',
  })
  if (!entered.ok) throw new Error(entered.refusal.code)
  const { callInId } = entered.value
  const asked = { by: it.member.id, callInId, personId: it.member.id, grounds: [], reason: 'Cost' }
  await requestCallIn(it.house, asked)
  const of = { by: it.clerk.id, callInId, version: 2 }
  expect(await scheduleCallIn(it.house, { ...of, meetingId: it.meetingId })).toMatchObject({ ok: true })
}

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

  test('of a member without Slack has the clerks tell them how it was decided', async () => {
    const it = await programme(database())
    await it.prisma.person.update({ where: { id: it.member.id }, data: { slackUserId: null } })
    await it.propose(it.clerk, {}, it.member)
    await decideProposal(it.house, { ...(await it.of(it.clerk)), ...accepted })
    expect(await it.messages('programme-decided')).toEqual([])
    expect((await it.messages('programme-proposal')).join()).toContain('is not on Slack: tell them')
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

  test('has what was said of a proposal and of a call-in made true again when their meeting is cancelled', async () => {
    const it = await programme(database())
    await it.set({ callInRequesters: 1 })
    const place = { to: 'meeting', meetingId: it.meetingId } as const
    await it.propose(it.member)
    await decideProposal(it.house, { ...(await it.of(it.chair)), ...accepted, place })
    await calledIn(it)
    const wanted = () =>
      it.prisma.outboxMessage.findMany({
        where: { councilId: it.id, kind: { in: ['programme-decided', 'call-in', 'call-in-made'] } },
        orderBy: { id: 'asc' },
        select: { kind: true, wanted: true },
      })
    const before = await wanted()
    expect(before.map(({ kind }) => kind)).toContain('call-in-made')
    const cancelled = await changeMeeting(it.house, {
      by: it.clerk.id,
      meetingId: it.meetingId,
      version: 1,
      change: { to: 'cancelled', reason: '' },
    })
    expect(cancelled).toMatchObject({ ok: true })
    expect((await wanted()).map(({ wanted: revision }) => revision)).toEqual(
      before.map(({ wanted: revision }) => revision + 1),
    )
    expect((await it.messages('programme-decided')).join()).toContain('To be re-scheduled')
    expect((await it.messages('call-in')).join()).toContain('does not take place')
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
    const first = await moveEntryUp(it.house, await it.of(it.clerk, 'First'))
    expect(first).toMatchObject({ refusal: { code: 'at-the-top' } })
    const { lines } = await startingAgenda(it.house, it.committee.id, linesPutDown)
    expect(lines.map(({ title }) => title)).toEqual(['First', 'Third', 'Second'])
    expect(lines[0]?.lead).toBe('Director of Public Health')
  })

  test('starts an agenda with the call-ins of its meeting, and with a lead that is no part of the title', async () => {
    const it = await programme(database())
    await it.set({ callInRequesters: 1 })
    const place = { to: 'meeting', meetingId: it.meetingId } as const
    await it.add({ title: 'Winter\npressures', lead: 'R. Sallow (Director of Public Health)' }, place)
    await it.add({ title: 'Lungs', lead: 'x'.repeat(121) }, place)
    await calledIn(it)
    const { lines } = await startingAgenda(it.house, it.committee.id, linesPutDown)
    const { items, problems } = itemsOf(
      lines
        .map((line) =>
          lineOf({ number: '', title: line.title, ...(line.lead === '' ? {} : { lead: line.lead }) }),
        )
        .join('\n'),
    )
    expect(problems).toEqual([])
    expect(items.map(({ title, lead }) => [title, lead ?? ''])).toEqual([
      ['Call-in: Closing the day centre (CAB 12/17)', ''],
      ['Winter pressures', 'R. Sallow, Director of Public Health'],
      ['Lungs', ''],
    ])
  })

  test('keeps a score when the committee changes its scoring, until somebody scores the entry anew', async () => {
    const it = await programme(database())
    const met = { public: 1, ability: 1, performance: 1, extent: 1, only: 1, decision: 1 }
    await it.add({ scores: met })
    await it.set({ scoring: 'pick' })
    await editEntry(it.house, { ...(await it.of(it.clerk)), said: topic({ title: 'Winter' }) })
    expect(await it.entry('Winter')).toMatchObject({ scoreText: '6 (High)', scores: met })
    const again = await it.of(it.clerk, 'Winter')
    const scores = { public: 3, impact: 3, performance: 3, context: 1 }
    await editEntry(it.house, { ...again, said: topic({ title: 'Winter', scores }) })
    expect(await it.entry('Winter')).toMatchObject({ scoreText: '10 (High)', scores })
  })

  test('has what was declined this year to be found, whenever it was proposed', async () => {
    const it = await programme(database())
    await it.propose(it.member)
    await it.prisma.programmeEntry.updateMany({
      where: { councilId: it.id },
      data: { createdAt: new Date('2017-03-01T10:00:00Z') },
    })
    const declined = { accepted: false, reason: 'Not now', authority: AGREED, place: UNSCHEDULED }
    await decideProposal(it.house, { ...(await it.of(it.clerk)), ...declined })
    const closed = async () =>
      (await programmeModel(it.house, it.clerk.id, it.committee.id))?.sections.closed.map(
        ({ title }) => title,
      )
    expect(await closed()).toEqual(['Winter pressures'])
    it.clock.advance({ hours: 24 * 365 })
    expect(await closed()).toEqual([])
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
    // And no button offers it.
    expect((await it.entry()).changes).toBe(0)
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
