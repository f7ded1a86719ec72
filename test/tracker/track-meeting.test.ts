import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { trackedRows } from '../../src/tracker/rows.ts'
import { standingOf } from '../../src/tracker/rules.ts'
import { trackMeetings } from '../../src/tracker/track-meeting.ts'
import { enterFoundingMeeting } from '../minutes/founding-meeting.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { trackedMeeting } from './tracker-stage.ts'

const seeds = join(packageRoot(), '../shared/corpus/seeds')
const noPapers = !existsSync(seeds)

describeWithDatabase('the tracker takes over what a meeting asks for', (database) => {
  test('of the founding meeting: an opinion is not chased, a note is left out of its sentence, an event is never overdue (F31, F32, minute 23)', async (context) => {
    if (noPapers) context.skip('the founding papers are not beside this checkout')
    const it = await enterFoundingMeeting(database())
    await trackMeetings(it.house)
    const rows = await trackedRows(it.house, { meetingId: it.meetingId })
    const about = (topic: RegExp) => rows.filter((row) => topic.test(row.topic))
    expect(about(/Sexual Assault/)).toMatchObject([
      { kind: 'recommendation', path: '2', addressee: 'NHS England', due: { kind: 'none' } },
      { kind: 'action', path: '3', addressee: 'lead officer' },
    ])
    const [mixed, ...more] = about(/Acute Services/)
    expect(more).toEqual([])
    expect(mixed).toMatchObject({ kind: 'information', dueText: 'when appropriate' })
    expect(mixed?.text).not.toContain('notes the initial')
    const [waiting] = about(/Accountable Care/)
    expect(waiting).toMatchObject({ due: { kind: 'event' }, dueText: 'once properly developed' })
    if (waiting) expect(standingOf(waiting, '2027-08-09')).toBe('waiting-for-event')
    expect(new Set(rows.map(({ reference }) => reference)).size).toBe(rows.length)
    expect(await trackedTwice(it)).toEqual(rows)
  }, 60_000)

  test('of seed 001: the recommendation becomes 11 rows, of which 3b waits for an event and 4 is a standing condition (F24, F34)', async (context) => {
    if (noPapers) context.skip('the founding papers are not beside this checkout')
    const paper = readFileSync(join(seeds, 'plymouth-2017-09-20-item-5-minutes.txt'), 'utf8')
    const from = paper.indexOf('The committee advises council')
    const it = await trackedMeeting(
      database(),
      paper.slice(from, paper.indexOf('Supporting documents', from)),
    )
    const rows = (await it.rows()).filter(({ source }) => source === 'resolution')
    expect(rows.map(({ path }) => path)).toEqual([
      '1',
      ...['a', 'b', 'c', 'd', 'e'].map((letter) => `2.${letter}`),
      ...['a', 'b', 'c', 'd'].map((letter) => `3.${letter}`),
      '4',
    ])
    expect(new Set(rows.map(({ groupKey }) => groupKey)).size).toBe(1)
    expect(rows.every(({ kind }) => kind === 'recommendation')).toBe(true)
    const due = (path: string) => rows.find((row) => row.path === path)?.due.kind
    expect(due('3.b')).toBe('event')
    expect(due('4')).toBe('standing')
    expect(await it.row('2.a')).toMatchObject({
      leadIn: expect.stringContaining('That council seeks assurance'),
    })
  })

  async function trackedTwice(it: Awaited<ReturnType<typeof enterFoundingMeeting>>) {
    await it.house.db.sitting.updateMany({ where: { councilId: it.id }, data: { isTracked: false } })
    await trackMeetings(it.house)
    return trackedRows(it.house, { meetingId: it.meetingId })
  }
})
