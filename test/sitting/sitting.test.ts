import type { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { saidOf } from '../../src/apologies/attendance-rules.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { addBusiness } from '../../src/sitting/add-business.ts'
import { addAlsoPresent, alsoPresentOf, strikeAlsoPresent } from '../../src/sitting/also-present.ts'
import { correctTime, timesOfSitting } from '../../src/sitting/correct-time.ts'
import { editItem } from '../../src/sitting/edit-item.ts'
import { enterRoll, strikeRoll } from '../../src/sitting/enter-roll.ts'
import { expectedRoll } from '../../src/sitting/expected-roll.ts'
import { followAgenda } from '../../src/sitting/follow-agenda.ts'
import { openSitting } from '../../src/sitting/open-sitting.ts'
import { quorumAt } from '../../src/sitting/quorum-live.ts'
import { presidingAt } from '../../src/sitting/roll-rules.ts'
import { strikeChair, takeChair } from '../../src/sitting/take-chair.ts'
import { finishItem, nextItem } from '../../src/sitting/take-item.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingBegins, minute } from './sitting-stage.ts'

describeWithDatabase('a meeting as it sits', (database) => {
  const begin = () => meetingBegins(database())

  test('is opened once, by a clerk of its committee, from an hour before its beginning', async () => {
    const it = await begin()
    expect(await it.open(6, { by: it.second.clerk })).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    expect(await it.open(6, { at: minute(5) })).toMatchObject({ refusal: { code: 'in-future' } })
    const early = await it.meeting('2017-10-18')
    const refusal = { code: 'too-early' }
    const openEarly = { by: it.clerk.id, meetingId: early, people: [] }
    expect(await openSitting(it.house, openEarly)).toMatchObject({ refusal })
    const both = await Promise.all([it.open(6), it.open(3, { by: it.otherClerk })])
    expect(both.filter((one) => one.ok && one.value.already)).toHaveLength(1)
    expect(await it.prisma.sitting.count({ where: { meetingId: it.meetingId } })).toBe(1)
    expect((await it.sitting()).business.map(({ title }) => title)).toHaveLength(3)
    const messages = (await it.messages()).filter(({ kind }) => kind === 'control')
    expect(messages.map(({ recipient }) => recipient)).toEqual([`channel:${it.committee.clerksChannelId}`])
  })

  test('is not opened when it is cancelled', async () => {
    const it = await begin()
    await it.cancel()
    expect(await it.open()).toMatchObject({ refusal: { code: 'not-held' } })
  })

  test('expects who said that they come, not who will be late or has not answered', async () => {
    const it = await meetingBegins(database(), async (ahead) => {
      await ahead.coming(ahead.member)
      await ahead.tender(ahead.chair)
      await ahead.tender(ahead.anotherMember, { kind: 'late' })
    })
    const meeting = await meetingAtHand(it.house, it.meetingId)
    const expected = meeting ? await expectedRoll(it.house, meeting) : []
    const of = (id: string) => expected.find(({ personId }) => personId === id)
    expect(of(it.member.id)?.isTicked).toBe(true)
    expect([of(it.chair.id)?.isTicked, of(it.chair.id)?.state]).toEqual([false, 'absent'])
    expect([of(it.anotherMember.id)?.isTicked, of(it.anotherMember.id)?.state]).toEqual([false, 'late'])
    expect(of(it.members[9]?.id ?? '')?.isTicked).toBe(false)
    expect(expected).toHaveLength(11)
    await it.open(0)
    await it.change('closed')
    const states = new Map((await it.records()).map(({ personId, state }) => [personId, state]))
    expect([states.get(it.chair.id), states.get(it.member.id)]).toEqual(['apologies', 'absent'])
  })

  test('is presided over by the Chair, else the Vice Chair, else by whoever takes the chair', async () => {
    const it = await begin()
    await it.open(2)
    const presides = async (at = minute(60), item?: string) => {
      const { chairs } = await it.sitting()
      return presidingAt(chairs, at, item)
    }
    expect(await presides()).toBe(it.chair.id)
    const at = { by: it.clerk.id, meetingId: it.meetingId }
    const absent = await takeChair(it.house, { ...at, personId: it.members[5]?.id ?? '' })
    expect(absent).toMatchObject({ refusal: { code: 'not-in-room' } })
    it.clock.advance({ minutes: 30 })
    await it.take(2)
    const item = (await it.sitting()).current?.recordId
    const vice = it.members[1]?.id ?? ''
    const forItem = { ...at, personId: vice, recordId: item }
    expect(await takeChair(it.house, forItem)).toMatchObject({ value: { already: false } })
    expect(await takeChair(it.house, forItem)).toMatchObject({ value: { already: true } })
    expect(await presides(minute(30), item)).toBe(vice)
    expect(await presides(minute(30))).toBe(it.chair.id)
    const entry = (await it.sitting()).chairs.find(({ recordId }) => recordId === item)?.id ?? ''
    expect(await strikeChair(it.house, { ...at, entryId: entry })).toMatchObject({ value: { struck: true } })
    expect(await presides(minute(30), item)).toBe(it.chair.id)
  })

  test('whoever comes late, leaves and returns is there when they were, whenever it was entered', async () => {
    const it = await begin()
    await it.open(4)
    it.clock.advance({ minutes: 90 })
    const late = it.members[6] ?? it.member
    expect((await it.arrive([late], { at: minute(20) })).ok).toBe(true)
    expect((await it.leave([late], { at: minute(40) })).ok).toBe(true)
    expect((await it.arrive([late], { at: minute(50) })).ok).toBe(true)
    expect(await it.there(minute(10))).not.toContain(late.id)
    expect(await it.there(minute(30))).toContain(late.id)
    expect(await it.there(minute(45))).not.toContain(late.id)
    expect(await it.there()).toContain(late.id)
    expect(await it.arrive([late])).toMatchObject({
      value: { entered: [], already: [{ personId: late.id }] },
    })
    expect(await it.arrive([it.outsider])).toMatchObject({ refusal: { code: 'not-a-member' } })
    expect(await it.arrive([late], { by: it.member })).toMatchObject({ refusal: { code: 'not-a-clerk' } })
  })

  test('a wrong entry is struck and stays in the record', async () => {
    const it = await begin()
    await it.open(4)
    const entry = (await it.sitting()).roll.find(({ personId }) => personId === it.member.id)?.id ?? ''
    const strike = { by: it.otherClerk.id, meetingId: it.meetingId, entryId: entry }
    expect(await strikeRoll(it.house, strike)).toMatchObject({ value: { struck: true } })
    expect(await strikeRoll(it.house, strike)).toMatchObject({ value: { struck: false } })
    expect(await it.there()).not.toContain(it.member.id)
    const row = await it.prisma.rollEntry.findUnique({ where: { id: entry } })
    expect(row).toMatchObject({ struckById: it.otherClerk.id })
  })

  test('a substitute sits for an absent member, for one alone, and never beside them', async () => {
    const it = await begin()
    await it.open(4)
    const sits = (personId: string, forId: string) => ({
      personId,
      kind: 'arrived' as const,
      mode: 'inRoom' as const,
      forId,
    })
    const enter = (...people: ReturnType<typeof sits>[]) =>
      enterRoll(it.house, { by: it.clerk.id, meetingId: it.meetingId, people })
    const [first, second] = it.substitutes
    const absent = it.members[7] ?? it.member
    expect(await enter(sits(first.id, it.chair.id))).toMatchObject({ refusal: { code: 'was-there' } })
    expect((await enter(sits(first.id, absent.id))).ok).toBe(true)
    expect(await enter(sits(second.id, absent.id))).toMatchObject({ refusal: { code: 'represented' } })
    expect(await it.arrive([absent])).toMatchObject({ refusal: { code: 'represented' } })
    await it.change('closed')
    const record = (await it.records()).find(({ personId }) => personId === first.id)
    expect(record && saidOf(record, false)).toEqual({ code: 'for', memberId: absent.id, remote: false })
  })

  test('goes through its items in any order; an old button takes nobody back', async () => {
    const it = await begin()
    await it.open()
    await it.take(1)
    const first = (await it.sitting()).current?.recordId ?? ''
    it.clock.advance({ minutes: 5 })
    await it.take(3, { from: first })
    expect(await it.take(2, { from: first, by: it.otherClerk })).toMatchObject({
      refusal: { code: 'moved-on', current: { title: 'Work programme' } },
    })
    expect(await it.take(3, { from: first, by: it.otherClerk })).toMatchObject({ value: { already: true } })
    const { business } = await it.sitting()
    expect(business.map(({ number, state, taken }) => [number, state, taken])).toEqual([
      ['1', 'done', 1],
      ['3', 'current', 2],
      ['2', 'waiting', undefined],
    ])
    expect(nextItem(business)?.number).toBe('2')
    const recordId = business[2]?.recordId ?? ''
    const defer = { by: it.clerk.id, meetingId: it.meetingId, recordId, as: 'deferred' as const }
    expect(await finishItem(it.house, defer)).toMatchObject({ value: { already: false } })
    expect(nextItem((await it.sitting()).business)).toBeUndefined()
  })

  test('takes up urgent business, and what a supplement brought since', async () => {
    const it = await begin()
    await it.open()
    const act = { by: it.clerk.id, meetingId: it.meetingId }
    const urgent = { ...act, title: 'Closure of the ward' }
    expect(await addBusiness(it.house, { ...act, title: ' ' })).toMatchObject({
      refusal: { code: 'no-title' },
    })
    expect(await addBusiness(it.house, urgent)).toMatchObject({ value: { already: false } })
    expect(await addBusiness(it.house, urgent)).toMatchObject({ value: { already: true } })
    const { id: councilId, meetingId } = it
    const item = { councilId, meetingId, position: 4, number: '4', title: 'A late report' }
    await it.prisma.agendaItem.create({ data: item })
    expect(await followAgenda(it.house, act)).toMatchObject({ value: { added: 1 } })
    expect(await followAgenda(it.house, act)).toMatchObject({ value: { added: 0 } })
    expect((await it.sitting()).business.map(({ title }) => title).slice(3)).toEqual([
      'Closure of the ward',
      'A late report',
    ])
  })

  test('keeps what two clerks write about an item', async () => {
    const it = await begin()
    await it.open()
    const [item] = (await it.sitting()).business
    const text = { title: '', presented: '', passage: '', isClosed: false, summary: '' }
    const edit = (by: string, presenters: string[], version = item?.version ?? 0) =>
      editItem(it.house, {
        by,
        meetingId: it.meetingId,
        recordId: item?.recordId ?? '',
        version,
        text: { ...text, presenters },
      })
    expect(await edit(it.clerk.id, ['Craig McArdle'])).toMatchObject({ value: { changed: true } })
    expect(await edit(it.clerk.id, ['Craig McArdle'])).toMatchObject({ value: { changed: false } })
    const second = await edit(it.otherClerk.id, ['Somebody else'])
    expect(second).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
    expect((await it.sitting()).business[0]?.presenters).toEqual(['Craig McArdle'])
  })

  test('names who is also in attendance, as the minutes print them', async () => {
    const it = await begin()
    await it.open()
    const act = { by: it.clerk.id, meetingId: it.meetingId }
    const person = { ...act, name: 'Craig McArdle', role: 'Director – NEW Devon CCG' }
    await addAlsoPresent(it.house, person)
    expect(await addAlsoPresent(it.house, person)).toMatchObject({ value: { already: true } })
    const [one, ...more] = await alsoPresentOf(it.house, it.meetingId)
    expect([one?.role, more]).toEqual(['Director – NEW Devon CCG', []])
    await strikeAlsoPresent(it.house, { ...act, entryId: one?.id ?? '' })
    expect(await alsoPresentOf(it.house, it.meetingId)).toEqual([])
  })

  test('is adjourned, resumed and closed in the order in which it happened', async () => {
    const it = await begin()
    await it.open()
    it.clock.advance({ minutes: 60 })
    await it.take(1, { at: minute(5) })
    expect(await it.change('resumed')).toMatchObject({ value: { already: true } })
    expect(await it.change('adjourned', { at: minute(20) })).toMatchObject({ value: { state: 'adjourned' } })
    expect(await it.take(2)).toMatchObject({ refusal: { code: 'adjourned' } })
    expect(await it.change('resumed', { at: minute(10) })).toMatchObject({ refusal: { code: 'before-last' } })
    expect(await it.change('resumed', { at: minute(30) })).toMatchObject({ value: { state: 'open' } })
    expect(await it.change('closed', { at: minute(50), by: it.otherClerk })).toMatchObject({
      value: { state: 'closed', already: false },
    })
    expect(await it.change('closed')).toMatchObject({ value: { already: true } })
    expect(await it.change('adjourned')).toMatchObject({ refusal: { code: 'not-now', state: 'closed' } })
    const { closedAt, business, current } = await it.sitting()
    expect(closedAt?.equals(minute(50))).toBe(true)
    expect([business[0]?.state, current]).toEqual(['done', undefined])
  })

  test('its times are corrected; the wrong one stays as struck, and who was there at the beginning still was', async () => {
    const it = await meetingBegins(database())
    const tooEarly = await it.open(6, { at: minute(-61) })
    expect(tooEarly).toMatchObject({ ok: false, refusal: { code: 'began-too-early' } })
    await it.open(6, { at: minute(-50) })
    await it.take(1)
    const times = async () => timesOfSitting(it.house, (await it.sitting()).id)
    const correct = async (kind: string, at: Temporal.Instant, by = it.clerk) => {
      const actId = (await times()).find((one) => one.kind === kind)?.id ?? it.meetingId
      return correctTime(it.house, { by: by.id, meetingId: it.meetingId, actId, at })
    }
    expect(await correct('opened', minute(-70))).toMatchObject({ refusal: { code: 'began-too-early' } })
    it.clock.advance({ minutes: 30 })
    expect(await correct('opened', minute(29))).toMatchObject({ refusal: { code: 'after-next' } })
    expect(await correct('opened', minute(0), it.members[0])).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    expect(await correct('opened', minute(0))).toEqual({ ok: true, value: { already: false } })
    expect(await correct('opened', minute(0))).toEqual({ ok: true, value: { already: true } })
    expect((await it.sitting()).openedAt).toEqual(minute(0))
    expect(await it.there(minute(-1))).toHaveLength(0)
    expect(await it.there(minute(0))).toHaveLength(6)
    expect((await it.sitting()).chairs).toHaveLength(1)

    await it.change('closed', { at: minute(29) })
    expect(await correct('closed', minute(-1))).toMatchObject({ refusal: { code: 'before-last' } })
    expect(await correct('closed', minute(20))).toEqual({ ok: true, value: { already: false } })
    const { closedAt, business } = await it.sitting()
    expect([closedAt, business[0]?.endedAt]).toEqual([minute(20), minute(20)])
    const struck = { sittingId: (await it.sitting()).id, NOT: { struckAt: null } }
    expect(await it.prisma.sittingAct.count({ where: struck })).toBe(2)
  })

  test('cannot be closed while a vote is open', async () => {
    const it = await begin()
    await it.open()
    await it.take(1)
    const recordId = (await it.sitting()).current?.recordId ?? ''
    const { id: councilId, meetingId } = it
    const at = new Date('2017-09-20T09:00:00Z')
    const of = { councilId, meetingId, recordId, enteredAt: at, byId: it.clerk.id, number: 1 }
    const motion = await it.prisma.motion.create({ data: { ...of, at, text: 'That it be noted' } })
    const vote = await it.prisma.vote.create({
      data: { ...of, motionId: motion.id, openedAt: at, question: 'That it be noted', method: 'hands' },
    })
    expect(await it.change('closed')).toMatchObject({ refusal: { code: 'vote-open' } })
    await it.prisma.vote.update({ where: { id: vote.id }, data: { state: 'abandoned' } })
    expect(await it.change('closed')).toMatchObject({ value: { state: 'closed' } })
  })

  test('once closed, the record of who came agrees with the roll, and follows its corrections', async () => {
    const it = await begin()
    const [away, silent] = [it.members[8] ?? it.member, it.members[9] ?? it.member]
    it.clock.advance({ minutes: 1 })
    await it.open(6)
    it.clock.advance({ minutes: 60 })
    await it.change('closed')
    const state = async (personId: string) =>
      (await it.records()).find((record) => record.personId === personId)?.state
    expect(await state(it.chair.id)).toBe('present')
    expect(await state(silent.id)).toBe('absent')
    expect(await it.arrive([away], { at: minute(90) })).toMatchObject({ refusal: { code: 'in-future' } })
    expect((await it.arrive([away], { at: minute(40) })).ok).toBe(true)
    expect(await state(away.id)).toBe('present')
    it.clock.advance({ minutes: 60 })
    expect(await it.arrive([silent], { at: minute(100) })).toMatchObject({ refusal: { code: 'after-end' } })
    expect(await it.change('reopened')).toMatchObject({ value: { state: 'open' } })
    expect((await it.arrive([silent])).ok).toBe(true)
    expect(await state(silent.id)).toBe('absent')
    it.clock.advance({ minutes: 1 })
    await it.change('closed')
    expect(await state(silent.id)).toBe('present')
    const rows = await it.prisma.attendanceRecord.findMany({ where: { personId: silent.id, number: 2 } })
    expect(rows.map(({ why }) => why)).toEqual(['By the roll of the meeting.'])
  })

  test('once the meeting is over an item is written up without the meeting going on', async () => {
    const it = await begin()
    await it.open()
    it.clock.advance({ minutes: 60 })
    await it.change('closed')
    await it.take(2)
    const { state, current } = await it.sitting()
    expect([state, current?.title, current?.state]).toEqual(['closed', 'Fracture clinics', 'done'])
  })

  test('is inquorate only when there are too few for as long as standing orders wait', async () => {
    const it = await begin()
    await it.prisma.committee.update({ where: { id: it.committee.id }, data: { quorumWait: 15 } })
    await it.open(5)
    expect(await it.change('inquorate')).toMatchObject({ refusal: { code: 'quorate' } })
    it.clock.advance({ minutes: 10 })
    await it.leave(it.members.slice(0, 2))
    it.clock.advance({ minutes: 5 })
    const until = minute(25)
    expect(await quorumAt(it.house, await it.sitting(), it.house.now())).toMatchObject({
      state: 'lost',
      there: 3,
      needed: 4,
    })
    const early = await it.change('inquorate')
    expect(early.ok ? undefined : 'until' in early.refusal && early.refusal.until.equals(until)).toBe(true)
    it.clock.advance({ minutes: 10 })
    expect(await it.change('inquorate')).toMatchObject({ value: { state: 'inquorate' } })
    const present = (await it.records()).filter(({ state }) => state === 'present')
    expect(present).toHaveLength(5)
  })

  test('nothing of it changes once the minutes are signed', async () => {
    const it = await begin()
    await it.open()
    const { id: councilId, meetingId, clerk } = it
    await it.prisma.minutes.create({
      data: { councilId, meetingId, state: 'signed', firstNumber: 1, byId: clerk.id, at: new Date() },
    })
    expect(await it.arrive([it.members[9] ?? it.member])).toMatchObject({ refusal: { code: 'signed' } })
    expect(await it.change('closed')).toMatchObject({ refusal: { code: 'signed' } })
  })
})
