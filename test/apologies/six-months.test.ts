import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { approveAbsence, revokeApproval } from '../../src/apologies/approve-absence.ts'
import type { Said } from '../../src/apologies/attendance-rules.ts'
import { recordAttendance } from '../../src/apologies/record-attendance.ts'
import { registerSixMonths, sixMonthWordsOfMeeting } from '../../src/apologies/six-month-listeners.ts'
import { sixMonthList } from '../../src/apologies/six-month-watch.ts'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { register } from '../../src/meetings/listeners.ts'
import { sixMonthWarnings } from '../../src/reminders/warn-six-months.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable, textsOf } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

const PRESENT: Said = { code: 'present' }

// The invented council begins on Wednesday 6 September 2017; its members have sat since 1 May.
describeWithDatabase('the six-month watch', (database) => {
  async function stage() {
    const council = await inventCouncil(database())
    const { house, ground, clock } = council
    const goTo = (local: string) => {
      const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
      clock.advance(clock.now().until(at))
    }
    const record = async (
      date: string,
      said: readonly (readonly [InventedPerson, Said])[],
      committeeId?: string,
    ) =>
      recordAttendance(house, {
        by: committeeId ? council.second.clerk.id : council.clerk.id,
        meetingId: await council.meeting(date, committeeId),
        seen: 0,
        why: '',
        said: new Map(said.map(([person, one]) => [person.id, one])),
      })
    const of = async (person: InventedPerson, today: string) =>
      (await sixMonthList(house, today)).councillors.find(({ personId }) => personId === person.id)
    const approve = (person: InventedPerson, change: Partial<Parameters<typeof approveAbsence>[1]> = {}) =>
      approveAbsence(house, {
        by: council.clerk.id,
        personId: person.id,
        kind: 'reason',
        approvedBy: 'the Council',
        approvedOn: '2018-01-24',
        until: '2018-06-30',
        minute: '41',
        ...change,
      })
    const rows = () =>
      ground.prisma.outboxMessage.findMany({
        where: { councilId: council.id, kind: 'six-months' },
        orderBy: { id: 'asc' },
      })
    const said = async (row: Awaited<ReturnType<typeof rows>>[number] | undefined) => {
      if (!row) throw new Error('nothing was told')
      const rendering = await renderers.get(row.kind)?.(house, outgoingOf(row))
      if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
      expectShowable(rendering.post)
      return readable({ blocks: rendering.post.blocks })
    }
    return { ...council, council, goTo, record, of, approve, rows, said }
  }

  test('counts from the last attendance that is present in law, in any committee that counts, for whomever', async () => {
    const it = await stage()
    const [substitute] = it.substitutes
    it.goTo('2017-11-01T12:00')
    await it.record('2017-09-20', [
      [it.chair, PRESENT],
      [it.member, PRESENT],
      [substitute, { code: 'for', memberId: it.anotherMember.id, remote: false }],
    ])
    await it.record('2017-10-18', [
      [it.chair, { code: 'remote' }],
      [it.member, { code: 'apologies' }],
    ])
    expect(await it.of(it.chair, '2017-11-01')).toMatchObject({
      last: { date: '2017-09-20', at: it.committee.name },
      watch: { expiry: '2018-03-20', lastSafeDay: '2018-03-19' },
    })
    expect(await it.of(substitute, '2017-11-01')).toMatchObject({ last: { date: '2017-09-20' } })
    expect(await it.of(it.anotherMember, '2017-11-01')).toMatchObject({
      last: undefined,
      watch: { from: '2017-05-01', expiry: '2017-11-01' },
    })
    expect(await it.of(it.coOptee, '2017-11-01')).toBeUndefined()
    const { prisma } = it.ground
    await prisma.committee.update({ where: { id: it.committee.id }, data: { countsForSixMonths: false } })
    expect(await it.of(it.chair, '2017-11-01')).toMatchObject({ last: undefined })
  })

  test('knows attendance at other bodies that count, and says what is not known', async () => {
    const it = await stage()
    it.goTo('2017-11-01T12:00')
    await it.council.meeting('2017-10-18')
    const { prisma } = it.ground
    const body = await prisma.otherBody.create({
      data: {
        councilId: it.id,
        name: 'Underfell Fire Authority',
        knownUntil: columnOfDate('2017-10-31'),
      },
    })
    await prisma.bodyAttendance.create({
      data: {
        councilId: it.id,
        bodyId: body.id,
        personId: it.chair.id,
        date: columnOfDate('2017-10-10'),
        byId: it.clerk.id,
      },
    })
    expect(await it.of(it.chair, '2017-11-01')).toMatchObject({
      last: { date: '2017-10-10', at: 'Underfell Fire Authority' },
    })
    expect(await sixMonthList(it.house, '2017-11-01')).toMatchObject({
      bodies: [{ name: 'Underfell Fire Authority', knownUntil: '2017-10-31' }],
      unrecorded: [{ committee: it.committee.name, date: '2017-10-18' }],
    })
    await prisma.otherBody.update({ where: { id: body.id }, data: { counts: false } })
    expect(await it.of(it.chair, '2017-11-01')).toMatchObject({ last: undefined })
  })

  test('a reason approved before the end moves it; on the day of the end it is refused', async () => {
    const it = await stage()
    it.goTo('2018-03-20T09:00')
    await it.record('2017-09-20', [[it.chair, PRESENT]])
    expect(await it.approve(it.chair, { by: it.member.id })).toMatchObject({
      refusal: { code: 'not-a-clerk' },
    })
    expect(await it.approve(it.chair, { approvedOn: '2018-03-20' })).toMatchObject({
      refusal: { code: 'too-late', expiry: '2018-03-20' },
    })
    expect(await it.approve(it.chair, { approvedOn: '2018-03-21' })).toMatchObject({
      refusal: { code: 'not-yet' },
    })
    expect(await it.approve(it.chair, { kind: 'familyAbsence' })).toMatchObject({
      refusal: { code: 'wales-only' },
    })
    expect(await it.approve(it.chair, { approvedOn: '2018-03-19' })).toMatchObject({
      ok: true,
      value: { councillor: { watch: { expiry: '2018-06-30' } } },
    })
    const [kept] = await it.ground.prisma.approvedAbsence.findMany({ where: { councilId: it.id } })
    await revokeApproval(it.house, { by: it.otherClerk.id, approvalId: kept?.id ?? '' })
    expect(await it.of(it.chair, '2018-03-20')).toMatchObject({ watch: { expiry: '2018-03-20' } })
  })

  test('warns the clerks alone, once for each step, of all who are due on a day in one message', async () => {
    const it = await stage()
    const { prisma } = it.ground
    await prisma.committee.update({ where: { id: it.second.committee.id }, data: { isFullCouncil: true } })
    await it.council.meeting('2018-01-24', it.second.committee.id)
    it.goTo('2017-12-19T09:30')
    await it.record(
      '2017-09-20',
      [...it.members, ...it.substitutes].map((person) => [person, PRESENT] as const),
    )
    await it.record('2017-09-21', [[it.second.member, PRESENT]], it.second.committee.id)
    await it.record(
      '2017-12-06',
      it.members.slice(2).map((person) => [person, PRESENT] as const),
    )
    const fresh: number[] = []
    for (const local of [
      '2017-12-19T10:00',
      '2017-12-20T07:00',
      '2017-12-20T10:00',
      '2017-12-20T11:00',
      '2018-01-22T10:00',
    ]) {
      it.goTo(local)
      fresh.push(await sixMonthWarnings()(it.house))
    }
    // The chair, the vice chair and two substitutes; the one member of the other committee a day later.
    expect(fresh).toEqual([0, 0, 4, 0, 5])
    const told = await it.rows()
    expect(told.map(({ recipient, slot }) => [recipient, slot])).toEqual([
      [`channel:${it.committee.clerksChannelId}`, '2017-12-20'],
      [`channel:${it.second.committee.clerksChannelId}`, '2018-01-22'],
      [`channel:${it.committee.clerksChannelId}`, '2018-01-22'],
    ])
    const text = await it.said(told[0])
    expect(text).toContain(`*Councillor ${it.chair.name}:* Four months without an attendance that is known.`)
    expect(text).toContain('The six months are over on *Tuesday 20 March 2018*')
    expect(text).toContain('The last full council before that is on *Wednesday 24 January 2018*')
    expect(text).not.toContain(it.second.member.name)
    expect(text).not.toMatch(/apologies approved|approved apologies/i)
    // Attending again settles it, and what stands says so.
    it.goTo('2018-01-31T12:00')
    await it.record(
      '2018-01-31',
      [it.chair, it.members[1] ?? it.chair].map((person) => [person, PRESENT] as const),
    )
    expect(await it.said(told[0])).not.toContain(it.chair.name)
    expect(await sixMonthWarnings()(it.house)).toBe(0)
  })

  test('two processes that tick at once warn once, and a channel that is another’s now reads nothing', async () => {
    const it = await stage()
    it.goTo('2017-10-05T10:00')
    const warned = await Promise.all([sixMonthWarnings()(it.house), sixMonthWarnings()(it.house)])
    // Ten members, two substitutes and the member of the other committee, of whom nothing is known since May.
    expect([...warned].sort((one, other) => one - other)).toEqual([0, 13])
    const [row] = (await it.rows()).filter(
      ({ recipient }) => recipient === `channel:${it.committee.clerksChannelId}`,
    )
    expect(await it.said(row)).toContain(
      'No attendance is known; counted from taking the seat on Monday 1 May 2017.',
    )
    await it.ground.prisma.committee.update({
      where: { id: it.committee.id },
      data: { clerksChannelId: 'GOTHER' },
    })
    expect(await it.said(row)).toBe('dropped: not-a-clerk')
  })

  test('/meeting six-months lists everybody for clerks; an approval is recorded in a form', async () => {
    const it = await stage()
    it.goTo('2018-03-01T10:00')
    await it.record('2017-09-20', [[it.chair, PRESENT]])
    const at = (by: InventedPerson) =>
      boltStage(
        it.council,
        (app, reception) => {
          register(app, reception, [], sixMonthWordsOfMeeting)
          registerSixMonths(app, reception)
        },
        by,
      )
    const command = async (by: InventedPerson) => {
      const bolt = await at(by)
      await bolt.deliver({
        command: '/meeting',
        text: 'six-months',
        team_id: it.teamId,
        user_id: by.slackUserId,
        channel_id: 'C1',
        response_url: 'https://hooks.slack.test/actions/1',
        trigger_id: '1.2',
      })
      return bolt
    }
    const told = (await command(it.clerk)).told()
    expect(told).toContain('Apologies are no approval.')
    expect(told).toContain('*Tuesday 20 March 2018*')
    expect((await command(it.member)).methods()).not.toContain('views.open')
    const bolt = await at(it.clerk)
    const value = (text: string) => ({ value: { type: 'plain_text_input', value: text } })
    const date = (day: string) => ({ value: { type: 'datepicker', selected_date: day } })
    const submit = (approvedOn: string) =>
      bolt.deliver({
        token: 't',
        team: { id: it.teamId, domain: 'underfell' },
        trigger_id: '1.2',
        api_app_id: 'A1',
        type: 'view_submission',
        user: { id: it.clerk.slackUserId, name: 'x', team_id: it.teamId },
        response_urls: [],
        view: {
          id: 'V1',
          type: 'modal',
          hash: 'h',
          callback_id: ids.sixMonths.approveForm,
          private_metadata: JSON.stringify({ id: it.chair.id, version: 1 }),
          state: {
            values: {
              [ids.sixMonths.field.approvedBy]: value('the Council'),
              [ids.sixMonths.field.approvedOn]: date(approvedOn),
              [ids.sixMonths.field.minute]: value(''),
              [ids.sixMonths.field.until]: date('2018-07-31'),
            },
          },
        },
      })
    expect((await submit('2018-03-02'))[0]).toMatchObject({ response_action: 'errors' })
    expect(textsOf(await submit('2018-02-28')).join(' ')).toContain(
      'The six months are now over on Tuesday 31 July 2018.',
    )
  })
})
