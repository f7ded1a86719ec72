import { describe, expect, test } from 'vitest'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { changeMeeting } from '../../src/meetings/change-meeting.ts'
import { planMeeting } from '../../src/meetings/plan-meeting.ts'
import { publishPack } from '../../src/publications/publish-pack.ts'
import { publishing } from '../publications/draft.ts'
import { inventCouncil } from '../support/council.ts'
import { serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { changing } from './changing.ts'

describe.skipIf(serverMissing !== undefined)('at the same moment (server database)', () => {
  const database = useDatabase(serverDatabase)

  test('twenty presses by two clerks make one change; the others are told who was first', async () => {
    const { house, meetingId, clerk, otherClerk, changes, lines, ground, id } = await changing(database())
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        changeMeeting(house, {
          by: place % 2 === 0 ? clerk.id : otherClerk.id,
          meetingId,
          version: 1,
          change: { to: 'cancelled', reason: `press ${place}` },
        }),
      ),
    )
    expect(outcomes.filter((it) => it.ok)).toHaveLength(1)
    for (const it of outcomes) if (!it.ok) expect(it.refusal.code).toBe('already-so')
    expect(await changes()).toHaveLength(1)
    expect((await lines()).map((line) => line.wanted)).toEqual(Array.from({ length: 11 }, () => 1))
    expect((await verifyAudit(ground.prisma, id)).every((it) => it.broken === undefined)).toBe(true)
  })

  test('different changes come one after another: the later clerk looks again', async () => {
    const { house, meetingId, clerk, otherClerk, move, changes } = await changing(database())
    const act = (by: string, change: Parameters<typeof changeMeeting>[1]['change']) =>
      changeMeeting(house, { by, meetingId, version: 1, change })
    const outcomes = await Promise.all([
      act(clerk.id, { to: 'cancelled', reason: '' }),
      act(otherClerk.id, { ...move, reason: '' }),
      act(otherClerk.id, { to: 'postponed', reason: '' }),
    ])
    expect(outcomes.map((it) => (it.ok ? 'made' : it.refusal.code)).sort()).toEqual([
      'changed-meanwhile',
      'changed-meanwhile',
      'made',
    ])
    expect(await changes()).toHaveLength(1)
  })

  test('a meeting is published or cancelled first, and either way one thing is true', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { house, council, meetingId, clerk, otherClerk, meeting, ground, id } = await changing(database())
      const [published, cancelled] = await Promise.all([
        publishPack(house, publishing(council, { by: otherClerk.id })),
        changeMeeting(house, {
          by: clerk.id,
          meetingId,
          version: 1,
          change: { to: 'cancelled', reason: '' },
        }),
      ])
      expect([published.ok, cancelled.ok].filter(Boolean)).toHaveLength(1)
      if (!published.ok) expect(published.refusal.code).toBe('meeting-cancelled')
      if (!cancelled.ok) expect(cancelled.refusal.code).toBe('changed-meanwhile')
      expect((await meeting())?.state).toBe(cancelled.ok ? 'cancelled' : 'scheduled')
      expect(await ground.prisma.meeting.count({ where: { councilId: id } })).toBe(1)
    }
  })

  test('answers and a postponement never leave an answer that counts for no day', async () => {
    const { change, tender, coming, members, answers } = await changing(database())
    const onSlack = members.slice(0, 8)
    await Promise.all([
      ...onSlack.map((member, place) => (place % 2 === 0 ? tender(member) : coming(member))),
      change({ to: 'postponed' }),
    ])
    expect((await answers()).filter((it) => it.state !== 'unanswered')).toEqual([])
  })

  test('two clerks who schedule the same day make one meeting', async () => {
    const { house, ground, id, clerk, otherClerk, committee } = await inventCouncil(database())
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        planMeeting(house, {
          by: place % 2 === 0 ? clerk.id : otherClerk.id,
          committeeId: committee.id,
          date: '2017-10-04',
          startTime: place < 5 ? '10:00' : '14:00',
          venue: '',
        }),
      ),
    )
    expect(outcomes.filter((it) => it.ok)).toHaveLength(5)
    expect(await ground.prisma.meeting.count({ where: { councilId: id } })).toBe(1)
  })
})
