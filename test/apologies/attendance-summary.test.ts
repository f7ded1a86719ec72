import { describe, expect, test } from 'vitest'
import type { Said } from '../../src/apologies/attendance-rules.ts'
import { attendanceSummary, yearsBack } from '../../src/apologies/attendance-summary.ts'
import { figuresOf, type SummaryRecord } from '../../src/apologies/attendance-summary-rules.ts'
import { recordAttendance } from '../../src/apologies/record-attendance.ts'
import { register } from '../../src/meetings/listeners.ts'
import { attendanceFiguresWord, registerAttendanceFigures } from '../../src/minutes/attendance-listeners.ts'
import { ids } from '../../src/slack/ids.ts'
import { boltStage } from '../slack/bolt-stage.ts'
import { type InventedPerson, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { partsOf } from '../support/shown.ts'

describe('figures of attendance', () => {
  const record = (change: Partial<SummaryRecord>): SummaryRecord => ({
    personId: 'a',
    state: 'present',
    mode: 'inRoom',
    forId: undefined,
    seatId: 's',
    ...change,
  })

  test.each<[string, readonly Partial<SummaryRecord>[], object]>([
    [
      'count what was expected',
      [{}, {}, { state: 'absent' }],
      { expected: 3, present: 2, absent: 1, percentage: 67 },
    ],
    [
      'keep observers apart from presence and apologies',
      [{}, { state: 'apologies', mode: 'remoteObserver' }, { state: 'apologies' }],
      { expected: 3, present: 1, observed: 1, apologies: 1, percentage: 33 },
    ],
    [
      'count a remote member as present',
      [{ mode: 'remoteMember' }],
      { expected: 1, present: 1, observed: 0, percentage: 100 },
    ],
    [
      'count sitting for somebody beside what was expected',
      [{ forId: 'b' }, {}],
      { expected: 1, present: 1, asSubstitute: 1, percentage: 100 },
    ],
    [
      'have no percentage where nothing was expected',
      [{ forId: 'b' }],
      { expected: 0, percentage: undefined },
    ],
  ])('%s', (_, records, figures) => {
    expect(figuresOf(records.map(record))).toMatchObject([figures])
  })

  test('leave out who was neither expected nor there', () => {
    expect(figuresOf([record({ state: 'absent', seatId: undefined })])).toEqual([])
  })

  test('F14: eight present and three apologies leave nobody unexplained', () => {
    const records = Array.from({ length: 11 }, (_, place) =>
      record({ personId: String(place), state: place < 8 ? 'present' : 'apologies' }),
    )
    const figures = figuresOf(records)
    const sum = (of: (one: (typeof figures)[number]) => number) =>
      figures.reduce((total, one) => total + of(one), 0)
    expect([sum((it) => it.present), sum((it) => it.apologies), sum((it) => it.absent)]).toEqual([8, 3, 0])
  })

  test('are of municipal years', () => {
    expect(yearsBack('2018-04-30', 2)).toEqual([
      { from: '2017-05-01', until: '2018-04-30' },
      { from: '2016-05-01', until: '2017-04-30' },
    ])
  })
})

describeWithDatabase('attendance over a year', (database) => {
  const PRESENT: Said = { code: 'present' }

  async function stage() {
    const { ours, theirs } = await inventTwoCouncils(database())
    const record = async (
      council: typeof ours,
      date: string,
      said: readonly (readonly [InventedPerson, Said])[],
    ) => {
      const meetingId = await council.meeting(date)
      const outcome = await recordAttendance(council.house, {
        by: council.clerk.id,
        meetingId,
        seen: 0,
        why: '',
        said: new Map(said.map(([person, one]) => [person.id, one])),
      })
      expect(outcome.ok).toBe(true)
      return meetingId
    }
    const period = { from: '2017-05-01', until: '2018-04-30' }
    ours.clock.advance({ hours: 24 * 60 })
    theirs.clock.advance({ hours: 24 * 60 })
    return { ours, theirs, record, period }
  }

  test('leaves out meetings that did not take place or lie in another year, and says what is not recorded', async () => {
    const { ours, theirs, record, period } = await stage()
    const { chair, member } = ours
    await record(ours, '2017-09-20', [
      [chair, PRESENT],
      [member, { code: 'apologies' }],
    ])
    const cancelled = await record(ours, '2017-09-27', [[chair, { code: 'absent' }]])
    await record(ours, '2017-04-26', [[chair, { code: 'absent' }]])
    await ours.meeting('2017-10-04')
    await ours.meeting('2018-03-07')
    await record(theirs, '2017-09-20', [[theirs.chair, { code: 'absent' }]])
    await ours.ground.prisma.meeting.update({ where: { id: cancelled }, data: { state: 'cancelled' } })
    const summary = await attendanceSummary(ours.house, ours.committee.id, period)
    expect(summary).toMatchObject({ held: 2, unrecorded: ['2017-10-04'] })
    expect(summary.figures).toMatchObject([
      { name: `Councillor ${chair.name}`, expected: 1, present: 1, percentage: 100 },
      { name: `Councillor ${member.name}`, expected: 1, apologies: 1, percentage: 0 },
    ])
  })

  test('/meeting attendance shows it to clerks, with what is not recorded and files to take', async () => {
    const { ours, record } = await stage()
    await record(ours, '2017-09-20', [[ours.chair, PRESENT]])
    await ours.meeting('2017-10-04')
    const at = (by: InventedPerson) =>
      boltStage(
        ours,
        (app, reception) => {
          register(app, reception, [], [attendanceFiguresWord])
          registerAttendanceFigures(app, reception)
        },
        by,
      )
    const command = (by: InventedPerson) => ({
      command: '/meeting',
      text: 'Attendance',
      team_id: ours.teamId,
      user_id: by.slackUserId,
      channel_id: 'C1',
      response_url: 'https://hooks.slack.test/actions/1',
      trigger_id: '1.2',
    })
    const bolt = await at(ours.clerk)
    await bolt.deliver(command(ours.clerk))
    expect(bolt.methods()).toEqual(['ack', 'views.open'])
    expect(bolt.told()).toContain('• Councillor Ottilie Brandreth: present at 1 of 1 · 100%')
    expect(bolt.told()).toContain('Not recorded yet: *Wednesday 4 October 2017*')
    const view = bolt.calls[1]?.sent['view']
    expect(partsOf(view).flatMap((part) => part['action_id'] ?? [])).toContain(ids.attendance.word)
    const member = await at(ours.member)
    await member.deliver(command(ours.member))
    expect(member.methods()).not.toContain('views.open')
    // Another committee's clerk presses a button of ours.
    const stranger = await at(ours.second.clerk)
    await stranger.deliver({
      token: 't',
      team: { id: ours.teamId, domain: 'underfell' },
      trigger_id: '1.2',
      api_app_id: 'A1',
      type: 'block_actions',
      user: { id: ours.second.clerk.slackUserId, name: 'x', team_id: ours.teamId },
      actions: [
        {
          type: 'button',
          block_id: 'b',
          action_ts: '1.0',
          action_id: ids.attendance.csv,
          value: `${ours.committee.id}/2017-05-01`,
        },
      ],
      view: {
        id: 'V1',
        type: 'modal',
        hash: 'h',
        private_metadata: '',
        state: { values: {} },
      },
    })
    expect(stranger.told()).toContain('Only a clerk of this committee')
    expect(stranger.methods()).not.toContain('conversations.open')
  })
})
