import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { codeOf } from '../interests/declaring.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { voting } from './votes-stage.ts'

const SIX_TO_TWO = { for: 5, against: 2, abstain: 1, none: 0 }
const EQUAL = { for: 4, against: 4, abstain: 0, none: 0 }

describeWithDatabase('A vote at a meeting', (database) => {
  describe('agreed without a vote', () => {
    test('is one tap: motion, result and resolution, without a mover and without numbers', async () => {
      const it = await voting(database())
      expect((await it.control()).primary).toEqual(['Agreed'])
      expect(codeOf(await it.agree())).toBeUndefined()
      const [vote] = await it.votes()
      expect(vote).toMatchObject({ method: 'assent', result: 'carried', counts: undefined, choices: [] })
      expect((await it.resolutions()).map(({ text, parts }) => [text, parts[0]?.verbClass])).toEqual([
        ['That the report be noted.', 'note'],
      ])
      const { lines, primary } = await it.control()
      expect(lines).toContain('*Agreed*: That the report be noted (agreed without a vote)')
      // What comes next is the next item.
      expect(primary).toEqual([])
    })

    test('tapped twice, or by two clerks at once, is recorded once', async () => {
      const it = await voting(database())
      const outcomes = await Promise.all([it.agree(), it.agree(), it.agree()])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await it.rows()).toHaveLength(1)
      expect(codeOf(await it.agree())).toBe('changed-meanwhile')
    })

    test('takes the motion that waits', async () => {
      const it = await voting(database())
      await it.move()
      await it.agree()
      expect((await it.votes()).map(({ question }) => question)).toEqual(['That the clinic stay open.'])
    })

    test('is not for members, nor for clerks of another committee', async () => {
      const it = await voting(database())
      for (const by of [it.member, it.second.clerk])
        expect(codeOf(await it.agree('x', 0, { by }))).toBe('not-a-clerk')
      expect(await it.rows()).toEqual([])
    })
  })

  describe('by show of hands', () => {
    test('closes when it adds up, and is carried by the majority of those voting', async () => {
      const it = await voting(database())
      const vote = await it.opened()
      expect(codeOf(await it.close(vote, { counts: { for: 3, against: 2, abstain: 0, none: 0 } }))).toBe(
        'counts-missing',
      )
      expect(codeOf(await it.close(vote, { counts: { for: 9, against: 0, abstain: 0, none: 0 } }))).toBe(
        'counts-too-many',
      )
      expect(codeOf(await it.close(vote, { counts: SIX_TO_TWO }))).toBeUndefined()
      expect(codeOf(await it.declare(vote, 'for'))).toBe('not-equal')
      expect(codeOf(await it.declare(vote))).toBeUndefined()
      const [told] = await it.votes()
      expect(told).toMatchObject({ result: 'carried', counts: SIX_TO_TWO, choices: [], isRecorded: false })
      expect((await verifyAudit(it.prisma, it.id)).filter(({ broken }) => broken)).toEqual([])
    })

    test('equal, it waits for whoever presides; the casting vote is kept apart (F22)', async () => {
      const it = await voting(database())
      const outcome = await it.record({ counts: EQUAL })
      const vote = it.idOf(outcome)
      expect(await it.votes()).toEqual([])
      expect((await it.control()).buttons).toContain('Casting vote: for')
      expect(codeOf(await it.declare(vote, 'for'))).toBeUndefined()
      const [told] = await it.votes()
      expect(told).toMatchObject({ result: 'carried', counts: EQUAL, casting: { side: 'for' } })
      expect(told?.casting?.by.name).toBe(it.chair.name)
    })

    test('equal without a casting vote is not carried, and nothing is resolved', async () => {
      const it = await voting(database())
      const vote = it.idOf(await it.record({ counts: EQUAL }))
      await it.declare(vote)
      expect((await it.votes())[0]).toMatchObject({ result: 'tied', casting: undefined })
      expect((await it.motions())[0]?.state).toBe('lost')
      expect(await it.resolutions()).toEqual([])
    })

    test('noted as unanimous without a count stores no number (F33)', async () => {
      const it = await voting(database())
      await it.record({ isUnanimous: true })
      expect((await it.votes())[0]).toMatchObject({ isUnanimous: true, counts: undefined, result: 'carried' })
      expect((await it.rows())[0]).toMatchObject({ countFor: null, countNone: null })
    })

    test('by voices it needs what was declared, and no count', async () => {
      const it = await voting(database())
      expect(codeOf(await it.record({ method: 'voices' }))).toBe('outcome-missing')
      expect(await it.motions()).toEqual([])
      await it.record({ method: 'voices', isCarried: false })
      expect((await it.votes())[0]).toMatchObject({ result: 'lost', counts: undefined })
    })

    test('a new motion that two clerks write at once is moved and counted once, however it is voted on', async () => {
      const it = await voting(database())
      await it.setting({ votesElectronic: true })
      const text = 'That the clinic stay open.'
      const counted = { moved: { kind: 'motion' as const, text, seen: 0 }, counts: SIX_TO_TWO }
      const outcomes = await Promise.all([it.record(counted), it.record(counted)])
      expect(outcomes.map(codeOf).toSorted()).toEqual(['changed-meanwhile', undefined])
      const put = await Promise.all([it.movedAndPut('electronic', 1), it.movedAndPut('rollCall', 1)])
      expect(put.map(codeOf).toSorted()).toEqual(['changed-meanwhile', undefined])
      expect(await it.motions()).toHaveLength(2)
      // What cannot be put to the vote is not moved either: the form is sent again once it can.
      expect(codeOf(await it.movedAndPut('rollCall', 2))).toBe('another-open')
      expect(await it.motions()).toHaveLength(2)
    })

    test('one question at a time; opened twice is once; abandoned, nothing of it counts', async () => {
      const it = await voting(database())
      const motion = it.idOf(await it.move())
      const vote = it.idOf(await it.put(motion))
      expect(it.idOf(await it.put(motion))).toBe(vote)
      const other = it.idOf(await it.move({ text: 'That it close.' }))
      expect(codeOf(await it.put(other))).toBe('another-open')
      await it.abandon(vote)
      await it.abandon(vote)
      expect(await it.votes()).toEqual([])
      expect(codeOf(await it.put(other))).toBeUndefined()
    })
  })

  describe('by name', () => {
    test('says who is missing, counts who left after voting, and refuses who was not there (F23)', async () => {
      const it = await voting(database())
      const vote = it.idOf(await it.put(it.idOf(await it.move()), { method: 'rollCall' }))
      await it.enter(vote, ['for', 'for', 'for', 'against', 'abstain'])
      const closed = await it.close(vote)
      expect(closed).toMatchObject({ refusal: { code: 'names-missing', entered: 5, eligible: 8 } })
      expect((await it.control()).lines).toContain('5 entered, 3 missing')
      const [, , , , , , , , absent] = it.members
      if (!absent) throw new Error('no ninth member')
      expect(await it.enterOne(vote, absent, 'for')).toMatchObject({
        refusal: { code: 'not-entitled', bar: 'notInRoom' },
      })
      it.clock.advance({ minutes: 1 })
      await it.leave([it.chair])
      await it.enter(vote, ['for', 'for', 'for', 'against', 'abstain', 'none', 'for', 'for'])
      it.idOf(await it.close(vote))
      it.idOf(await it.declare(vote))
      const [told] = await it.votes()
      expect(told?.counts).toEqual({ for: 5, against: 1, abstain: 1, none: 1 })
      expect(told?.choices).toHaveLength(8)
    })

    test('in England nobody votes from afar, and a member without a vote does not either (F27)', async () => {
      const it = await voting(database())
      const [, , , , , , , , ninth] = it.members
      if (!ninth) throw new Error('no ninth member')
      await it.prisma.rollEntry.create({
        data: {
          councilId: it.id,
          meetingId: it.meetingId,
          personId: ninth.id,
          kind: 'arrived',
          mode: 'remoteObserver',
          at: new Date(it.house.now().epochMilliseconds),
          enteredAt: new Date(it.house.now().epochMilliseconds),
          byId: it.clerk.id,
        },
      })
      await it.arrive([it.coOptee])
      const vote = it.idOf(await it.put(it.idOf(await it.move()), { method: 'rollCall' }))
      expect(await it.enterOne(vote, ninth, 'for')).toMatchObject({ refusal: { bar: 'remote' } })
      expect(await it.enterOne(vote, it.coOptee, 'for')).toMatchObject({ refusal: { bar: 'noVote' } })
      await it.enter(vote, ['for', 'for', 'for', 'for', 'for', 'for', 'for', 'for'])
      expect(codeOf(await it.close(vote))).toBeUndefined()
    })

    test('a vote despite an interest is warned about, recorded, counted and flagged (F28)', async () => {
      const it = await voting(database())
      await it.disclose(it.member, 2)
      const vote = it.idOf(await it.put(it.idOf(await it.move()), { method: 'rollCall' }))
      const entered = await it.enter(vote, [
        'for',
        'for',
        'for',
        'for',
        'against',
        'against',
        'against',
        'abstain',
      ])
      expect(entered.ok && entered.value.despite).toEqual([{ personId: it.member.id, bar: 'interest' }])
      it.idOf(await it.close(vote))
      it.idOf(await it.declare(vote))
      const [told] = await it.votes()
      expect(told?.choices.find(({ person }) => person.id === it.member.id)?.despite).toBe('interest')
      expect(told?.counts?.for).toBe(4)
      expect((await it.control()).lines).toContain('although barred')
    })

    test('without such a vote, who is barred is in no count', async () => {
      const it = await voting(database())
      await it.disclose(it.member, 2)
      const vote = await it.opened()
      expect(
        codeOf(await it.close(vote, { counts: { for: 7, against: 0, abstain: 0, none: 0 } })),
      ).toBeUndefined()
    })

    test('is demanded by as many as standing orders ask for; where they ask for none, by nobody', async () => {
      const it = await voting(database())
      const vote = await it.opened()
      expect(await it.names(vote, it.members.slice(0, 8))).toMatchObject({
        value: { needed: undefined, isDue: false },
      })
      await it.setting({ recordedVoteNumerator: 1, recordedVoteDenominator: 3 })
      expect(await it.names(vote, it.members.slice(0, 2))).toMatchObject({
        value: { needed: 3, isDue: false },
      })
      expect(await it.names(vote, it.members.slice(0, 3))).toMatchObject({
        value: { needed: 3, isDue: true },
      })
      expect(codeOf(await it.close(vote, { counts: SIX_TO_TWO }))).toBe('names-missing')
      expect(codeOf(await it.byHand(vote, 'hands'))).toBe('names-needed')
    })
  })

  describe('by button', () => {
    test('is off unless standing orders allow it', async () => {
      const it = await voting(database())
      expect(codeOf(await it.put(it.idOf(await it.move()), { method: 'electronic' }))).toBe('not-electronic')
    })

    test('each in the room is asked once; the last press before closing counts, a late one is refused', async () => {
      const it = await voting(database())
      await it.setting({ votesElectronic: true })
      const vote = await it.opened({ method: 'electronic' })
      const ballots = await it.prisma.outboxMessage.count({ where: { councilId: it.id, kind: 'ballot' } })
      expect(ballots).toBe(8)
      await Promise.all([it.press(vote, it.member, 'for'), it.press(vote, it.member, 'against')])
      await it.press(vote, it.member, 'abstain')
      expect(await it.prisma.voteChoice.count({ where: { voteId: vote } })).toBe(1)
      expect(codeOf(await it.press(vote, it.members[8] ?? it.member, 'for'))).toBe('not-entitled')
      await it.enter(vote, ['for', 'for', 'abstain', 'for', 'for', 'for', 'for', 'for'])
      it.idOf(await it.close(vote))
      expect(codeOf(await it.press(vote, it.member, 'for'))).toBe('vote-ended')
      expect(await it.votes()).toEqual([])
      it.idOf(await it.declare(vote))
      expect((await it.votes())[0]).toMatchObject({ isRecorded: false, counts: { for: 7, abstain: 1 } })
    })

    test('a press from afar, without a vote, or despite an interest is refused with what bars it (F27)', async () => {
      const it = await voting(database())
      await it.setting({ votesElectronic: true })
      await it.arrive([it.coOptee])
      await it.disclose(it.member, 2)
      const [, , , , , , , , ninth] = it.members
      if (!ninth) throw new Error('no ninth member')
      const at = new Date(it.house.now().epochMilliseconds)
      const entry = { kind: 'arrived', mode: 'remoteObserver', at, enteredAt: at, byId: it.clerk.id } as const
      await it.prisma.rollEntry.create({
        data: { ...entry, councilId: it.id, meetingId: it.meetingId, personId: ninth.id },
      })
      const vote = await it.opened({ method: 'electronic' })
      const refused = await Promise.all(
        [ninth, it.coOptee, it.member].map((person) => it.press(vote, person, 'for')),
      )
      expect(refused).toMatchObject([
        { refusal: { code: 'not-entitled', bar: 'remote' } },
        { refusal: { code: 'not-entitled', bar: 'noVote' } },
        { refusal: { code: 'not-entitled', bar: 'interest' } },
      ])
      expect(await it.prisma.voteChoice.count({ where: { voteId: vote } })).toBe(0)
    })

    test('can be finished by hand in the middle, and nothing counts twice', async () => {
      const it = await voting(database())
      await it.setting({ votesElectronic: true })
      const vote = await it.opened({ method: 'electronic' })
      await it.press(vote, it.member, 'for')
      await it.byHand(vote, 'hands')
      expect(codeOf(await it.press(vote, it.chair, 'for'))).toBe('vote-ended')
      it.idOf(await it.close(vote, { counts: SIX_TO_TWO }))
      it.idOf(await it.declare(vote))
      expect((await it.votes())[0]).toMatchObject({ counts: SIX_TO_TWO, choices: [] })
    })

    test('goes on as a roll call from what was pressed', async () => {
      const it = await voting(database())
      await it.setting({ votesElectronic: true })
      const vote = await it.opened({ method: 'electronic' })
      await it.press(vote, it.member, 'against')
      await it.byHand(vote, 'rollCall')
      await it.enter(vote, ['for', 'for', 'against', 'for', 'for', 'for', 'for', 'for'])
      it.idOf(await it.close(vote))
      expect(it.idOf(await it.declare(vote))).toBe(vote)
      expect((await it.votes())[0]?.counts).toEqual({ for: 7, against: 1, abstain: 0, none: 0 })
    })
  })

  describe('amendments', () => {
    test('come first, make the substantive motion, and fall with a motion that is withdrawn', async () => {
      const it = await voting(database())
      const motion = it.idOf(await it.move())
      const amendment = { kind: 'amendment' as const, parentId: motion, text: 'Add “until May”.' }
      expect(codeOf(await it.move(amendment))).toBe('text-missing')
      const first = it.idOf(
        await it.move({ ...amendment, substantive: 'That the clinic stay open until May.' }),
      )
      it.idOf(await it.move({ ...amendment, text: 'Another.', substantive: 'Another.' }))
      expect(codeOf(await it.put(motion))).toBe('amendment-open')
      it.idOf(await it.record({ motionId: first, moved: undefined, counts: SIX_TO_TWO }))
      expect((await it.motions()).map(({ state, substantive }) => [state, substantive])[0]).toEqual([
        'open',
        'That the clinic stay open until May.',
      ])
      expect(await it.resolutions()).toEqual([])
      await it.end(motion, 'withdrawn')
      await it.end(motion, 'withdrawn')
      expect((await it.motions()).map(({ state }) => state)).toEqual(['withdrawn', 'carried', 'fell'])
      expect(codeOf(await it.put(motion))).toBe('motion-ended')
    })
  })

  describe('corrected', () => {
    test('is a new revision with why; what followed from it changes, and the first result stays', async () => {
      const it = await voting(database())
      const vote = it.idOf(await it.record({ counts: SIX_TO_TWO }))
      expect(await it.resolutions()).toHaveLength(1)
      expect(codeOf(await it.correct(vote, { why: ' ' }))).toBe('why-missing')
      const now = it.idOf(await it.correct(vote, { counts: { for: 2, against: 5, abstain: 1, none: 0 } }))
      expect((await it.votes()).map(({ id, revision, result, why }) => [id, revision, result, why])).toEqual([
        [now, 2, 'lost', 'Miscounted'],
      ])
      expect((await it.rows()).map(({ result, countFor }) => [result, countFor])).toEqual([
        ['carried', 5],
        ['lost', 2],
      ])
      expect(await it.resolutions()).toEqual([])
      expect((await it.motions())[0]?.state).toBe('lost')
      expect(codeOf(await it.correct(vote, { counts: SIX_TO_TWO }))).toBe('corrected-meanwhile')
    })

    test('by two clerks at once, the second sees the new state', async () => {
      const it = await voting(database())
      const vote = it.idOf(await it.record({ counts: SIX_TO_TWO }))
      const outcomes = await Promise.all([
        it.correct(vote, { counts: { for: 6, against: 2, abstain: 0, none: 0 } }),
        it.correct(vote, { counts: { for: 7, against: 1, abstain: 0, none: 0 } }, { by: it.otherClerk }),
      ])
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await it.rows()).toHaveLength(2)
    })

    test('is refused once the minutes are signed', async () => {
      const it = await voting(database())
      const vote = it.idOf(await it.record({ counts: SIX_TO_TWO }))
      await it.prisma.minutes.create({
        data: {
          councilId: it.id,
          meetingId: it.meetingId,
          state: 'signed',
          firstNumber: 1,
          byId: it.clerk.id,
          at: new Date(),
        },
      })
      expect(codeOf(await it.correct(vote, { counts: SIX_TO_TWO }))).toBe('signed')
      expect(codeOf(await it.agree('x', 1))).toBe('signed')
    })
  })

  describe('of their own', () => {
    test('members have theirs minuted between the result and the next item; the clerk later, with the time', async () => {
      const it = await voting(database())
      expect(codeOf(await it.own(it.member, 'for'))).toBe('not-declared')
      it.idOf(await it.record({ counts: SIX_TO_TWO }))
      await it.own(it.member, 'against')
      it.idOf(await it.own(it.member, 'against'))
      expect(codeOf(await it.own(it.coOptee, 'for'))).toBe('not-there')
      expect(codeOf(await it.own(it.member, 'for', { by: it.anotherMember }))).toBe('not-a-clerk')
      it.clock.advance({ minutes: 5 })
      const asked = it.house.now().subtract({ minutes: 4 })
      await it.take(3)
      expect(codeOf(await it.own(it.chair, 'for'))).toBe('next-begun')
      expect(codeOf(await it.own(it.chair, 'for', { by: it.clerk }))).toBe('next-begun')
      expect(codeOf(await it.own(it.chair, 'for', { by: it.clerk, at: asked }))).toBeUndefined()
      expect((await it.votes())[0]?.owns.map(({ person, side }) => [person.name, side])).toEqual([
        [it.member.name, 'against'],
        [it.chair.name, 'for'],
      ])
      await it.change('closed')
      it.clock.advance({ minutes: 5 })
      expect(codeOf(await it.own(it.chair, 'against'))).toBe('next-begun')
    })
  })

  test('written up after the meeting, it has its true time and the roll of that time', async () => {
    const it = await voting(database())
    const then = it.house.now()
    it.clock.advance({ minutes: 20 })
    await it.leave(it.members.slice(0, 2))
    it.clock.advance({ minutes: 20 })
    await it.change('closed')
    it.clock.advance({ hours: 20 })
    expect(codeOf(await it.record({ counts: SIX_TO_TWO }, { at: it.house.now() }))).toBe('time-outside')
    expect(codeOf(await it.record({ counts: SIX_TO_TWO }, { at: then }))).toBeUndefined()
    const [vote] = await it.votes()
    expect(vote?.closedAt.toString()).toBe(then.toString())
    expect(vote?.presiding?.name).toBe(it.chair.name)
  })

  test('is posted where the committee wants it, and edited when it is corrected', async () => {
    const it = await voting(database())
    await it.setting({ votesPosted: true })
    await it.agree()
    const vote = it.idOf(await it.record({ counts: SIX_TO_TWO }))
    await it.correct(vote, { counts: { for: 6, against: 1, abstain: 1, none: 0 } })
    const posted = await it.prisma.outboxMessage.findMany({
      where: { councilId: it.id, kind: 'vote-result' },
    })
    expect(posted.map(({ slot, wanted, recipient }) => [slot, wanted, recipient])).toEqual([
      ['2', 2, `channel:${it.committee.channelId}`],
    ])
  })
})
