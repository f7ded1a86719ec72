import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { workingOfPeriod } from '../../src/calendar/working.en.ts'
import {
  type CallInAtHand,
  hasLapsed,
  meetingClock,
  type RequestRefusal,
  whyNotRequest,
  windowOf,
} from '../../src/programme/call-in-rules.ts'
import { callInAtHand, callInsOf } from '../../src/programme/call-ins.ts'
import { enterCallIn } from '../../src/programme/enter-call-in.ts'
import { requestCallIn, withdrawRequest } from '../../src/programme/request-call-in.ts'
import {
  findInvalid,
  lapseCallIns,
  recordHearing,
  scheduleCallIn,
  takeBackInvalid,
} from '../../src/programme/settle-call-in.ts'
import { type InventedPerson, inventTwoCouncils } from '../support/council.ts'
import { embeddedDatabase, type TestDatabase, useDatabase } from '../support/databases.ts'
import { programme, type RULE } from './programme-stage.ts'

const database = useDatabase(embeddedDatabase)
const holidays = holidayCalendar('england-and-wales')
const day = (text: string) => Temporal.PlainDate.from(text)

describe('the rule of call-in', () => {
  test.each([
    // Gloucestershire: before the end of the fifth working day after publication; the August holiday lies between.
    ['2017-08-24', 5, '2017-09-01'],
    ['2017-09-01', 5, '2017-09-08'],
    // Published on a Saturday.
    ['2017-09-02', 3, '2017-09-06'],
    // Over Christmas.
    ['2017-12-22', 5, '2018-01-03'],
  ])('has a window after %s of %i working days that ends on %s', (published, windowDays, last) => {
    const window = windowOf(day(published), { windowDays }, holidays)
    expect(window.lastDay.toString()).toBe(last)
    expect(workingOfPeriod(window, holidays)[0]).toContain('which does not count')
  })

  test('says so where the holidays of the window are not known', () => {
    const working = workingOfPeriod(windowOf(day('2060-08-24'), { windowDays: 5 }, holidays), holidays)
    expect(working.join(' ')).toContain('It may be later')
  })

  test('lets the committee meet in so many working days after enough have asked', () => {
    expect(meetingClock(day('2017-09-08'), { meetWithin: 10 }, holidays).lastDay.toString()).toBe(
      '2017-09-22',
    )
  })

  const councillor = { isCouncillor: true, isSubstituteOnly: false, isExecutive: false }
  const open: CallInAtHand = {
    state: 'open',
    publishedOn: '2017-09-04',
    closesOn: '2017-09-11',
    rule: { requesters: 3, windowDays: 5, meetWithin: 10, grounds: [] },
  }
  const listed = { ...open, rule: { ...open.rule, grounds: ['Not proportionate'] } }
  const asked = { on: day('2017-09-06'), grounds: [] as string[], reason: 'Cost' }
  test.each<[string, CallInAtHand, typeof councillor, typeof asked, RequestRefusal['code'] | undefined]>([
    ['a councillor in time', open, councillor, asked, undefined],
    ['on the last day', open, councillor, { ...asked, on: day('2017-09-11') }, undefined],
    ['on the day after', open, councillor, { ...asked, on: day('2017-09-12') }, 'window-over'],
    ['on the day before publication', open, councillor, { ...asked, on: day('2017-09-03') }, 'not-yet'],
    ['without a reason', open, councillor, { ...asked, reason: '' }, 'reason-missing'],
    ['on a ground of the list', listed, councillor, { ...asked, grounds: ['Not proportionate'] }, undefined],
    ['on no ground of the list', listed, councillor, { ...asked, grounds: ['Dislike'] }, 'grounds-missing'],
    ['an executive member', open, { ...councillor, isExecutive: true }, asked, 'executive'],
    [
      'a named substitute',
      open,
      { ...councillor, isCouncillor: false, isSubstituteOnly: true },
      asked,
      'substitute-only',
    ],
    ['an officer', open, { ...councillor, isCouncillor: false }, asked, 'not-a-councillor'],
    ['when enough have asked', { ...open, state: 'called' }, councillor, asked, 'called-already'],
    ['when it was found invalid', { ...open, state: 'invalid' }, councillor, asked, 'settled'],
  ])('on %s', (_, callIn, who, act, code) => {
    expect(whyNotRequest(callIn, who, act)?.code).toBe(code)
  })

  test('never lets a window lapse while somebody can still ask', () => {
    const days = fc.integer({ min: -10, max: 20 }).map((more) => day('2017-09-04').add({ days: more }))
    fc.assert(
      fc.property(days, (on) => {
        const refusal = whyNotRequest(open, councillor, { ...asked, on })
        if (hasLapsed(open, on)) expect(refusal?.code).toBe('window-over')
        else expect(refusal?.code === 'window-over').toBe(false)
      }),
    )
  })
})

/** A decision of the Cabinet, published on Monday 4 September 2017, of which three councillors must ask. */
async function decided(from: TestDatabase, over: Partial<typeof RULE> = {}) {
  const it = await programme(from)
  await it.set(over)
  const entered = await enterCallIn(it.house, {
    by: it.clerk.id,
    committeeId: it.committee.id,
    title: 'Closing the Mill Lane day centre',
    reference: 'CAB 12/17',
    decidedBy: 'Cabinet',
    publishedOn: '2017-09-04',
  })
  if (!entered.ok) throw new Error(entered.refusal.code)
  const { callInId } = entered.value
  const row = async () => {
    const found = await callInAtHand(it.house, callInId)
    if (!found) throw new Error('the call-in is gone')
    return found
  }
  return {
    ...it,
    callInId,
    row,
    ask: (
      by: InventedPerson,
      more: { on?: string; for?: InventedPerson; grounds?: string[]; reason?: string } = {},
    ) =>
      requestCallIn(it.house, {
        by: by.id,
        callInId,
        personId: (more.for ?? by).id,
        grounds: more.grounds ?? [],
        reason: more.reason ?? 'People were not asked',
        on: more.on,
      }),
    act: async (by: InventedPerson = it.clerk) => ({ by: by.id, callInId, version: (await row()).version }),
  }
}

describe('a decision that can be called in', () => {
  test('is shown in the committee’s channel and to the clerks, with its last day and the working', async () => {
    const it = await decided(database())
    expect(await it.row()).toMatchObject({ state: 'open', closesOn: '2017-09-11' })
    const [card, ...more] = await it.messages('call-in')
    expect(more).toEqual([])
    expect(card).toContain(`channel:${it.committee.channelId}`)
    expect(card).toContain('until the end of Monday 11 September 2017')
    expect(card).toContain('5 working days after Monday 4 September 2017, which does not count')
    expect(card).toContain('[Ask for call-in…]')
  })

  test('entered twice is one', async () => {
    const it = await decided(database())
    const again = await enterCallIn(it.house, {
      by: it.otherClerk.id,
      committeeId: it.committee.id,
      title: 'Closing the Mill Lane day centre',
      reference: 'CAB 12/17',
      decidedBy: 'Cabinet',
      publishedOn: '2017-09-04',
    })
    expect(again).toMatchObject({ value: { already: true, callInId: it.callInId } })
    expect(await callInsOf(it.house)).toHaveLength(1)
  })

  test('counts each councillor once, and tells the clerks and the Chair by a new line when enough have asked', async () => {
    const it = await decided(database())
    await it.ask(it.member)
    await it.ask(it.member, { reason: 'Said again' })
    expect((await it.row()).requests).toMatchObject([{ reason: 'Said again' }])
    // A member of another committee is a member of the council.
    await it.ask(it.second.member)
    const third = await it.ask(it.anotherMember)
    expect(third).toMatchObject({ value: { asked: 3, needed: 3 } })
    expect(await it.row()).toMatchObject({ state: 'called', meetBy: '2017-09-20' })
    const made = await it.messages('call-in-made')
    expect(made.map((one) => one.split('\n')[0])).toEqual([
      `channel:${it.committee.clerksChannelId}`,
      `person:${it.chair.id}`,
    ])
    expect(made[0]).toContain('meets by Wednesday 20 September 2017')
    expect(made[0]).toContain('10 working days after Wednesday 6 September 2017')
    expect(await it.ask(it.chair)).toMatchObject({ refusal: { code: 'called-already' } })
  })

  test('has the clerks tell a Chair who is not on Slack', async () => {
    const it = await decided(database(), { callInRequesters: 1 })
    await it.prisma.person.update({ where: { id: it.chair.id }, data: { slackUserId: null } })
    await it.ask(it.member)
    const made = await it.messages('call-in-made')
    expect(made).toHaveLength(1)
    expect(made[0]).toContain('is not on Slack: tell them of the call-in')
  })

  test('names who asked to the clerks alone', async () => {
    const it = await decided(database())
    await it.ask(it.member)
    expect((await it.messages('call-in')).join()).not.toContain(it.member.name)
    expect((await it.messages('call-in-clerks')).join()).toContain(it.member.name)
  })

  test('is asked for by no officer, substitute, co-optee or member of the executive', async () => {
    const it = await decided(database())
    await it.prisma.councilRole.create({
      data: { councilId: it.id, personId: it.second.member.id, duty: 'executive' },
    })
    for (const [who, code] of [
      [it.outsider, 'not-a-councillor'],
      [it.clerk, 'not-a-councillor'],
      [it.coOptee, 'not-a-councillor'],
      [it.substitutes[0], 'substitute-only'],
      [it.second.member, 'executive'],
    ] as const)
      expect(await it.ask(who)).toMatchObject({ refusal: { code } })
    expect((await it.row()).requests).toEqual([])
  })

  test('lapses once when its time is over, and a request that came in time on paper still counts', async () => {
    const it = await decided(database(), { callInRequesters: 2 })
    await it.ask(it.member)
    it.clock.advance({ hours: 24 * 5 })
    expect(await lapseCallIns(it.house)).toBe(0)
    it.clock.advance({ hours: 24 })
    expect([await lapseCallIns(it.house), await lapseCallIns(it.house)]).toEqual([1, 0])
    expect((await it.messages('call-in')).join()).toContain('may be carried out')
    expect(await it.ask(it.anotherMember)).toMatchObject({ refusal: { code: 'window-over' } })
    expect(await it.ask(it.anotherMember, { on: '2017-09-11' })).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    const late = await it.ask(it.clerk, { for: it.anotherMember, on: '2017-09-11' })
    expect(late).toMatchObject({ value: { asked: 2, needed: 2 } })
    // Ten working days after the day on which the last of them asked.
    expect(await it.row()).toMatchObject({ state: 'called', meetBy: '2017-09-25' })
  })

  test('has a request taken back while it is open, and never afterwards', async () => {
    const it = await decided(database(), { callInRequesters: 2 })
    const back = (by: InventedPerson, whose = by) =>
      withdrawRequest(it.house, { by: by.id, callInId: it.callInId, personId: whose.id })
    await it.ask(it.member)
    expect(await back(it.anotherMember)).toMatchObject({ refusal: { code: 'not-asked' } })
    expect(await back(it.anotherMember, it.member)).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    expect(await back(it.member)).toMatchObject({ ok: true })
    expect((await it.row()).requests).toEqual([])
    await it.ask(it.member)
    await it.ask(it.anotherMember)
    expect(await back(it.member)).toMatchObject({ refusal: { code: 'called-already' } })
  })

  test('keeps the rule under which it was entered', async () => {
    const it = await decided(database(), { callInRequesters: 2 })
    await it.set({ callInRequesters: 9, callInWindow: 1 })
    await it.ask(it.member)
    expect(await it.ask(it.anotherMember)).toMatchObject({ value: { asked: 2, needed: 2 } })
  })

  test('is heard at a meeting, and its outcome is recorded with the reason and the minute', async () => {
    const it = await decided(database(), { callInRequesters: 1 })
    const hearing = { outcome: 'referredBack' as const, why: 'Consult first', minute: '34' }
    expect(await recordHearing(it.house, { ...(await it.act()), ...hearing })).toMatchObject({
      refusal: { code: 'not-called' },
    })
    await it.ask(it.member)
    expect(await scheduleCallIn(it.house, { ...(await it.act()), meetingId: it.laterId })).toMatchObject({
      ok: true,
    })
    expect((await it.messages('call-in')).join()).toContain('later than the rule wants')
    await scheduleCallIn(it.house, { ...(await it.act()), meetingId: it.meetingId })
    const noReason = await recordHearing(it.house, { ...(await it.act()), ...hearing, why: '' })
    expect(noReason).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await recordHearing(it.house, { ...(await it.act()), ...hearing })).toMatchObject({ ok: true })
    expect((await it.messages('call-in')).join()).toContain('Referred back to who decided')
    const corrected = { ...hearing, outcome: 'released' as const }
    expect(await recordHearing(it.house, { ...(await it.act()), ...corrected })).toMatchObject({ ok: true })
    expect(await it.row()).toMatchObject({ state: 'heard', outcome: 'released' })
  })

  test('that is found invalid says why, and stands as before when that is taken back', async () => {
    const it = await decided(database())
    await it.ask(it.member)
    const found = async (why: string) => findInvalid(it.house, { ...(await it.act()), why })
    expect(await found('')).toMatchObject({ refusal: { code: 'reason-missing' } })
    expect(await found('It is urgent under rule 15')).toMatchObject({ ok: true })
    expect((await it.messages('call-in')).join()).toContain('Not valid: It is urgent under rule 15')
    expect(await it.ask(it.anotherMember)).toMatchObject({ refusal: { code: 'settled' } })
    expect(await takeBackInvalid(it.house, await it.act())).toMatchObject({ ok: true })
    expect(await it.row()).toMatchObject({ state: 'open', requests: [{ personId: it.member.id }] })
  })

  test('is settled by the clerks of its committee alone, on what they saw', async () => {
    const it = await decided(database(), { callInRequesters: 1 })
    await it.ask(it.member)
    for (const who of [it.member, it.chair, it.second.clerk, it.outsider]) {
      const act = await it.act(who)
      for (const outcome of [
        await findInvalid(it.house, { ...act, why: 'No' }),
        await scheduleCallIn(it.house, { ...act, meetingId: it.meetingId }),
        await recordHearing(it.house, { ...act, outcome: 'released', why: 'No', minute: '' }),
        await takeBackInvalid(it.house, act),
      ])
        expect(outcome).toMatchObject({ refusal: { code: 'not-a-clerk' } })
    }
    const stale = { ...(await it.act()), version: 99 }
    expect(await findInvalid(it.house, { ...stale, why: 'No' })).toMatchObject({
      refusal: { code: 'call-in-changed' },
    })
  })

  test('of one council is no other’s', async () => {
    const { theirs } = await inventTwoCouncils(database())
    const it = await decided(database())
    const by = theirs.member.id
    const outcome = await requestCallIn(theirs.house, {
      by,
      callInId: it.callInId,
      personId: by,
      grounds: [],
      reason: 'Cost',
    })
    expect(outcome).toMatchObject({ refusal: { code: 'call-in-gone' } })
    expect(await callInsOf(theirs.house)).toEqual([])
  })
})
