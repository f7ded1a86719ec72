import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { homeActs } from '../../src/bot/home-acts.ts'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { chairEntries } from '../../src/home/people-view.ts'
import { rendersHome } from '../../src/home/render-home.ts'
import { homeWords as say } from '../../src/home/words.en.ts'
import { meetingsAtHand } from '../../src/meetings/meeting.ts'
import { home } from '../../src/slack/blocks.ts'
import { trackerListWords } from '../../src/tracker/list-words.en.ts'
import { type InventedCouncil, type InventedPerson, inventCouncil, MEETING_DAY } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { partsOf, readable, textsOf } from '../support/shown.ts'
import { allEscaped, expectShowable, long } from '../support/worst-case.ts'
import { plantsRows } from '../tracker/planted-rows.ts'

function homesOf(council: InventedCouncil) {
  const render = rendersHome({
    acts: homeActs,
    health: {
      version: '1.2.3',
      database: 'embedded',
      isLocal: false,
      slackConnected: () => true,
      lastTickAt: () => Temporal.Instant.from('2017-09-06T08:00:00Z'),
    },
  })
  return async (person: InventedPerson, pages = {}) => {
    const view = await render(council.house, person.id, pages)
    expectShowable(view)
    return { view, text: `${readable(view)}\n${buttonsIn(view)}` }
  }
}

/** Beside a text: what `readable` leaves out. */
function buttonsIn(view: unknown): string {
  return partsOf(view)
    .flatMap((part) => textsOf(part['accessory'] ?? []).map((text) => `[${text}]`))
    .join('\n')
}

describeWithDatabase('a Home', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    return { ...council, plant: plantsRows(council), homeOf: homesOf(council) }
  }

  test('of a clerk shows what needs them today, and their committees with every act', async () => {
    const it = await stage()
    await it.meeting(MEETING_DAY)
    await it.meeting('2017-09-13')
    await it.plant({ text: 'Roads', dueOn: '2017-09-01' })
    await it.plant({ text: 'Parks', state: 'proposed', owners: [it.outsider] })
    const { id: rowId } = await it.plant({ text: 'Libraries', owners: [it.outsider] })
    await it.house.db.ownerWish.create({
      data: {
        councilId: it.id,
        rowId,
        kind: 'moreTime',
        byId: it.outsider.id,
        why: 'Leave',
        at: new Date(it.house.now().epochMilliseconds),
      },
    })
    const { text } = await it.homeOf(it.clerk)
    expect(text).toContain('Papers not published:* Wellbeing &amp; Care Scrutiny Committee, Wednesday 20')
    expect(text).toContain('was the last day on which the clear days could be kept')
    expect(text).toContain('*Overdue:* 1 row of the tracker')
    expect(text).toContain('*Nobody owes it:* 1 row of the tracker')
    expect(text).toContain('*Proposed complete:* 1 row of the tracker')
    expect(text).toContain('say that it is not theirs:* 1')
    expect(text).toContain('10 not answered')
    const { interests: ofMembers, ...ofClerks } = say.acts
    for (const button of [...Object.values(ofClerks), say.desk, say.quorum, say.settings])
      expect(text).toContain(`[${button}]`)
    expect(text).not.toContain(ofMembers)
    expect(text).not.toContain(say.member.heading)
  })

  test('of a clerk shows nothing of another committee, and nothing of another council', async () => {
    const it = await stage()
    const other = await inventCouncil(database())
    await plantsRows(other)({ dueOn: '2017-09-01' })
    await it.plant({ committeeId: it.second.committee.id, dueOn: '2017-09-01' })
    expect((await it.homeOf(it.clerk)).text).toContain(say.clerk.nothing().text)
    expect((await it.homeOf(it.second.clerk)).text).toContain('*Overdue:* 1 row of the tracker')
  })

  test('of the Chair shows the forecast and what is overdue, with the member’s own part below', async () => {
    const it = await stage()
    await it.meeting(MEETING_DAY)
    await it.plant({ text: 'Roads', dueOn: '2017-09-01', owners: [it.outsider] })
    const { text } = await it.homeOf(it.chair)
    expect(text).toContain(say.chair.heading)
    expect(text).toContain('10 not answered')
    expect(text).toContain('A1/17')
    expect(text.indexOf(say.chair.heading)).toBeLessThan(text.indexOf(say.member.heading))
  })

  test('of the Chair says how many proposals wait for their decision, and of the Vice Chair says nothing of them', async () => {
    const it = await stage()
    const { councilId } = it.house
    await it.house.db.programmeEntry.create({
      data: {
        councilId,
        committeeId: it.committee.id,
        state: 'proposed',
        title: 'Rural buses',
        createdAt: new Date(),
        byId: it.member.id,
      },
    })
    expect((await it.homeOf(it.chair)).text).toContain('one proposal waits')
    const [, vice] = it.members
    if (!vice) throw new Error('there is no Vice Chair')
    const { text } = await it.homeOf(vice)
    expect(text).toContain(say.chair.heading)
    expect(text).not.toContain('proposal')
  })

  test('of a member shows each meeting with the buttons of their message, and what they asked', async () => {
    const it = await stage()
    for (const day of [MEETING_DAY, '2017-10-18', '2017-11-15', '2017-12-13']) await it.meeting(day)
    await it.plant({ kind: 'information', text: 'How many beds?', askerId: it.member.id })
    await it.plant({ text: 'Of somebody else', askerId: it.chair.id })
    const first = (await it.homeOf(it.member)).text
    expect(first.split('[I’ll be there]').length - 1).toBe(3)
    expect(first).toContain(`[${say.moreMeetings}]`)
    expect(first).toContain('How many beds?')
    expect(first).not.toContain('Of somebody else')
    const second = (await it.homeOf(it.member, { meetings: 1 })).text
    expect(second).toContain('13 December 2017')
    expect(second).toContain(`[${say.earlierMeetings}]`)
    expect(first).toContain(`[${say.member.toFewer}]`)
    await it.house.db.person.update({ where: { id: it.member.id }, data: { wantsFewer: true } })
    expect((await it.homeOf(it.member)).text).toContain(`[${say.member.toUsual}]`)
  })

  test('of an officer shows what they owe by its day, with the answers in place, and what they answer for others', async () => {
    const it = await stage()
    await it.plant({ text: 'Later', dueOn: '2017-11-01', owners: [it.outsider] })
    await it.plant({ text: 'Without a day', owners: [it.outsider] })
    await it.plant({ text: 'Sooner', dueOn: '2017-09-01', owners: [it.outsider] })
    await it.plant({ text: 'Closed long ago', state: 'closed', owners: [it.outsider] })
    await it.plant({ text: 'Of whoever is away', dueOn: '2017-09-20', owners: [it.second.clerk] })
    await it.house.db.leave.create({
      data: {
        councilId: it.id,
        personId: it.second.clerk.id,
        deputyId: it.outsider.id,
        from: columnOfDate('2017-09-01'),
        until: columnOfDate('2017-09-30'),
        byId: it.clerk.id,
        at: new Date(it.house.now().epochMilliseconds),
      },
    })
    const { text } = await it.homeOf(it.outsider)
    const places = ['Sooner', 'Later', 'Without a day', 'who is away', 'Of whoever is away'].map((words) =>
      text.indexOf(words),
    )
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(text).not.toContain('Closed long ago')
    expect(text).toContain('[Done]')
  })

  test('of a head of service shows what is overdue of their people', async () => {
    const it = await stage()
    await it.plant({ text: 'Roads', dueOn: '2017-09-01', owners: [it.outsider] })
    await it.plant({ text: 'Parks', dueOn: '2017-09-01', heads: [it.second.clerk] })
    await it.house.db.serviceLine.create({
      data: { councilId: it.id, personId: it.outsider.id, headId: it.second.clerk.id },
    })
    const { text } = await it.homeOf(it.second.clerk)
    expect(text).toContain(say.head.heading)
    expect(text).toContain('2 rows of the tracker overdue')
    // The committees are not theirs: a list of those would be empty.
    expect(text).not.toContain(`[${say.clerk.show}]`)
  })

  test('of whoever clerks every committee says how Scrutineer is, and warns of the embedded database', async () => {
    const it = await stage()
    expect((await it.homeOf(it.clerk)).text).not.toContain(say.admin.heading)
    await it.house.db.committeeRole.create({
      data: { councilId: it.id, committeeId: it.second.committee.id, personId: it.clerk.id, duty: 'clerk' },
    })
    const { text } = await it.homeOf(it.clerk)
    expect(text).toContain('1.2.3')
    expect(text).toContain('DATABASE_URL')
    expect(text).toContain(it.coOptee.name)
  })

  test('of somebody without a part says whom to ask', async () => {
    const it = await stage()
    expect((await it.homeOf(it.outsider)).text).toContain(it.clerk.name)
  })

  test('never shows a word of closed business, whoever looks', async () => {
    const it = await stage()
    await it.plant({
      text: 'Buy the Corn Exchange',
      isClosed: true,
      topic: 'Corn Exchange',
      dueText: 'before the Corn Exchange is sold',
      dueOn: '2017-09-01',
      metOn: '2017-08-09',
      askerId: it.member.id,
      askerName: 'Corn Exchange',
      owners: [it.outsider],
      named: ['Corn Exchange Trust'],
      status: 'Corn Exchange',
    })
    for (const person of [it.clerk, it.chair, it.member, it.outsider]) {
      const { view, text } = await it.homeOf(person)
      expect(JSON.stringify(textsOf(view))).not.toContain('Corn')
      if (person !== it.clerk)
        expect(text).toContain('An action from the closed part of the meeting of 9 August 2017 (A1/17)')
    }
  })

  test('of a long list says how many are not shown, and leads to all of them', async () => {
    const it = await stage()
    for (let at = 0; at < 201; at += 1) await it.plant({ dueOn: '2017-09-01', owners: [it.outsider] })
    let last = ''
    for (let home = 0; home < 12; home += 1) last += (await it.homeOf(it.outsider, { home })).text
    expect(last).toContain('… and 1 more.')
    expect(last).toContain(`[${say.showAll}]`)
  })

  test('of a Chair fits Slack whatever the committees and their items are called', async () => {
    const it = await stage()
    const id = await it.meeting(MEETING_DAY)
    const [meeting] = await meetingsAtHand(it.house, [id])
    if (!meeting) throw new Error('the meeting is not there')
    const entries = chairEntries(
      {
        committees: Array.from({ length: 40 }, () => long('Scrutiny', 150)),
        forecasts: [],
        urgent: [{ meeting, number: '7', title: allEscaped(3_000) }],
        proposals: 3,
        overdue: { rows: [], count: 0 },
      },
      { home: say, tracker: trackerListWords, mention: '', today: '', timeZone: '', acts: new Set() },
    )
    expectShowable(home(entries.flat()))
  })

  test('says of the last lawful day when the holidays before it are not all known', () => {
    const meeting = { date: '2040-09-20', committeeName: 'Scrutiny', startTime: '14:00' }
    const said = (isCovered: boolean) =>
      say.clerk.deadline(meeting, Temporal.PlainDate.from('2040-09-12'), { isPast: false, isCovered }).text
    expect(said(false)).toContain('not all known yet')
    expect(said(true)).not.toContain('not all known yet')
  })

  test('with very much in it has pages, each within Slack’s limits and none of it lost', async () => {
    const it = await stage()
    for (let at = 0; at < 60; at += 1)
      await it.plant({
        text: long(`Row ${at} of many.`, 2_900),
        dueOn: '2017-09-01',
        owners: [it.outsider],
        askerId: it.outsider.id,
      })
    const seen = new Set<string>()
    for (let home = 0; home < 12; home += 1)
      for (const [, row] of (await it.homeOf(it.outsider, { home })).text.matchAll(/Row (\d+) of many/g))
        if (row) seen.add(row)
    expect(seen.size).toBe(60)
  })
})
