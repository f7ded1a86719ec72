import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { House } from '../../src/database/house.ts'
import { openHouses } from '../../src/database/houses.ts'
import { openDatabase } from '../../src/database/open.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { addRow } from '../../src/tracker/add-row.ts'
import { closeRows } from '../../src/tracker/close-rows.ts'
import { trackerControlPart } from '../../src/tracker/control-part.ts'
import { dropRow, takeUpRow } from '../../src/tracker/drop-row.ts'
import { noteStillWaiting } from '../../src/tracker/note-event.ts'
import { pauseRow, resumeRow } from '../../src/tracker/pause-row.ts'
import { recordResponse } from '../../src/tracker/record-response.ts'
import { reopenRow } from '../../src/tracker/reopen-row.ts'
import { sendNotice } from '../../src/tracker/send-notice.ts'
import { setTrackerSettings } from '../../src/tracker/set-settings.ts'
import { trackerSettingsOf } from '../../src/tracker/settings.ts'
import { startClock, strikeClock } from '../../src/tracker/start-clock.ts'
import { codeOf } from '../sitting/item-stage.ts'
import { describeWithDatabase, serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { done, trackedMeeting } from './tracker-stage.ts'

describeWithDatabase('closing rows', (database) => {
  test('is the committee’s, in bulk, at a meeting of its own that was opened; it keeps the minute, and twice is once', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId } = it
    const rows = await it.rows()
    const elsewhere = await it.meeting('2017-10-18')
    expect(codeOf(await closeRows(house, { by, meetingId: elsewhere, rows }))).toBe('not-open')
    expect(codeOf(await it.close(rows, it.member))).toBe('not-a-clerk')
    expect(codeOf(await it.close(rows, it.second.clerk))).toBe('not-a-clerk')
    expect(codeOf(await it.close([]))).toBe('rows-missing')

    const [first, ...others] = rows
    if (!first) throw new Error('there are no rows')
    done(await it.edit(first, { status: 'Changed meanwhile' }))
    const closed = done(await it.close(rows))
    expect(closed.left.map(({ id }) => id)).toEqual([first.id])
    expect(closed.closed).toHaveLength(others.length)
    const again = done(await it.close(others))
    expect(again).toMatchObject({ closed: [], left: [] })
    expect(again.already).toHaveLength(others.length)
    const changes = await it.prisma.trackerChange.findMany({ where: { councilId: it.id, kind: 'closed' } })
    expect(changes).toHaveLength(others.length)
    expect(changes[0]).toMatchObject({ meetingId, after: { state: 'closed', record: it.recordId } })
    expect((await it.sentToClerks())[0]?.wanted).toBeGreaterThan(1)
    for (const chain of await verifyAudit(it.ground.prisma, it.id)) expect(chain.broken).toBeUndefined()
  })

  test('is undone by a later meeting, or by its clerk with a reason; the closure stays in the history', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId } = it
    const first = await it.row('1')
    done(await it.close([first]))
    expect(codeOf(await it.edit(await it.row('1'), { status: 'x' }))).toBe('row-over')
    expect(codeOf(await reopenRow(house, { by, rowId: first.id, why: '' }))).toBe('why-missing')
    const elsewhere = await it.meeting('2017-10-18', it.second.committee.id)
    const wrong = { by, rowId: first.id, why: 'Again.', meetingId: elsewhere }
    expect(codeOf(await reopenRow(house, wrong))).toBe('not-open')
    done(await reopenRow(house, { by, rowId: first.id, why: 'Closed by mistake.' }))
    expect(await it.row('1')).toMatchObject({ state: 'open', closedAt: undefined })
    done(await it.close([await it.row('1')]))
    done(await reopenRow(house, { by, rowId: first.id, why: 'It has lapsed.', meetingId }))
    expect((await it.history(first)).filter((kind) => kind === 'closed' || kind === 'reopened')).toEqual([
      'closed',
      'reopened',
      'closed',
      'reopened',
    ])
  })

  test('is offered under the tracking item, and behind More elsewhere; what waits is noted once a meeting', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId, prisma, id: councilId } = it
    const part = async () => trackerControlPart(house, await it.sitting())
    expect(await part()).toMatchObject({
      lines: [],
      buttons: [],
      more: [{ value: `${meetingId}/` }],
    })

    await it.take(2)
    await prisma.agendaItem.updateMany({
      where: { councilId, meetingId, position: 2 },
      data: { title: 'Tracking Resolutions' },
    })
    await prisma.trackerRow.updateMany({ where: { councilId, path: '1' }, data: { state: 'proposed' } })
    const offered = await part()
    expect(offered.buttons).toHaveLength(1)
    expect(offered.lines.map(({ text }) => text).join()).toContain(
      '1 action is answered or proposed complete',
    )

    const waiting = await it.row('2')
    const act = { by, meetingId, rowIds: [waiting.id] }
    expect(done(await noteStillWaiting(house, act)).noted).toBe(1)
    expect(done(await noteStillWaiting(house, act)).noted).toBe(0)
    const first = await it.row('1')
    expect(codeOf(await noteStillWaiting(house, { ...act, rowIds: [first.id] }))).toBe('rows-missing')
    expect(codeOf(await noteStillWaiting(house, { ...act, by: it.member.id }))).toBe('not-a-clerk')
  })

  test('is the only way to closed, whatever clerks do to a row and in whatever order (law 6)', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const { id: rowId } = await it.row('1')
    const why = 'A reason.'
    const response = {
      state: 'accepted' as const,
      reasons: '',
      proposed: '',
      body: 'Cabinet',
      consideredOn: '2017-09-20',
      minute: '',
      publishedOn: undefined,
    }
    const acts = {
      drop: () => dropRow(house, { by, rowId, why }),
      takeUp: () => takeUpRow(house, { by, rowId }),
      pause: () => pauseRow(house, { by, rowId, why }),
      resume: () => resumeRow(house, { by, rowId }),
      reopen: () => reopenRow(house, { by, rowId, why }),
      respond: () => recordResponse(house, { by, rowId, response }),
      edit: async () => it.edit(await it.byId(rowId), { rag: 'green', status: 'COMPLETED' }),
      close: async () => it.close([await it.byId(rowId)]),
    }
    type Act = keyof typeof acts
    const names = ['drop', 'takeUp', 'pause', 'resume', 'reopen', 'respond', 'edit', 'close'] satisfies Act[]
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom<Act>(...names), { maxLength: 8 }), async (sequence) => {
        for (const act of sequence) {
          const before = (await it.byId(rowId)).state
          await acts[act]()
          const after = (await it.byId(rowId)).state
          if (after === 'closed' && before !== 'closed') expect(act).toBe('close')
        }
      }),
      { numRuns: 6 },
    )
  })
})

describeWithDatabase('times and responses', (database) => {
  test('F17–F19: no notice, no statutory clock; the council’s own rule runs from the meeting, shown as local', async () => {
    const it = await trackedMeeting(database())
    const { house, by, committee } = it
    const first = await it.row('1')
    expect(first.clockDueOn).toBeUndefined()
    const notice = {
      by,
      committeeId: committee.id,
      rowIds: [first.id, (await it.row('3')).id],
      toBody: 'Cabinet',
      receivedOn: undefined,
      sentOn: '2017-09-20',
      isPublished: true,
    }
    expect(codeOf(await sendNotice(house, { ...notice, by: it.member.id }))).toBe('not-a-clerk')
    expect(codeOf(await sendNotice(house, { ...notice, rowIds: [] }))).toBe('rows-missing')
    expect(codeOf(await sendNotice(house, { ...notice, sentOn: '2017-09-21' }))).toBe('not-yet')
    expect(codeOf(await sendNotice(house, { ...notice, receivedOn: '2017-09-19' }))).toBe(
      'before-it-was-made',
    )
    const question = await it.question()
    expect(codeOf(await sendNotice(house, { ...notice, rowIds: [question.id] }))).toBe('not-recommendations')
    const sent = done(await sendNotice(house, notice))
    expect(sent.clock.end.lastDay.toString()).toBe('2017-11-19')
    expect((await it.row('1')).clockDueOn).toBe('2017-11-19')
    expect(codeOf(await sendNotice(house, notice))).toBe('runs-already')
    const clocks = await it.prisma.trackerClock.findMany({ where: { councilId: it.id } })
    const strike = { by, rowId: first.id, why: 'Wrong day.' }
    for (const { id: clockId, rowId } of clocks) done(await strikeClock(house, { ...strike, rowId, clockId }))
    expect((await it.row('1')).clockDueOn).toBeUndefined()
    const [stored] = await it.prisma.responseNotice.findMany({ where: { councilId: it.id } })
    expect(stored?.struckAt).not.toBeNull()
    done(await sendNotice(house, notice))
  })

  test('a local rule that is set counts for what is recommended from then on, and beside the law’s', async () => {
    const it = await trackedMeeting(database())
    const { house, by, committee } = it
    const said = {
      needsClearance: true,
      localWeeks: 8,
      localMonths: undefined,
      localSource: '',
      documentMode: 'calendar' as const,
      headAfter: 5,
      finalDays: 10,
      profile: 'torbay',
    }
    const set = (more: Partial<typeof said>, who = by) =>
      setTrackerSettings(house, { by: who, committeeId: committee.id, said: { ...said, ...more } })
    expect(codeOf(await set({}))).toBe('source-missing')
    expect(codeOf(await set({ localSource: 'rule 10.3(b)' }, it.member.id))).toBe('not-a-clerk')
    done(await set({ localSource: 'rule 10.3(b)' }))
    done(await set({ localSource: 'rule 10.3(b)', headAfter: 7 }))
    expect(await trackerSettingsOf(house, committee.id)).toMatchObject({
      headAfter: 7,
      profile: 'torbay',
      version: 2,
    })
    await it.write('The Committee recommends to Cabinet that a second clinic be opened.')
    await it.track()
    const fresh = (await it.rows()).find(({ text }) => text.includes('second clinic'))
    expect(fresh?.clockDueOn).toBe('2017-11-15')
    const [clock] = await it.prisma.trackerClock.findMany({ where: { councilId: it.id } })
    expect(clock).toMatchObject({ kind: 'local', rule: expect.stringContaining('Local: 8 weeks') })
  })

  test('F20: a request to a health body runs 28 days; one clock of a kind at a time, none in the future', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const { id: rowId } = await it.row('1')
    const on = '2017-09-20'
    const start = { kind: 'health', on } as const
    expect(codeOf(await startClock(house, { by, rowId, start: { ...start, on: '2017-09-21' } }))).toBe(
      'not-yet',
    )
    const clock = done(await startClock(house, { by, rowId, start, contents: ['matter'] }))
    expect(clock.end.lastDay.toString()).toBe('2017-10-18')
    expect(codeOf(await startClock(house, { by, rowId, start }))).toBe('runs-already')
    const rule = { weeks: undefined, months: undefined, source: '' }
    expect(codeOf(await startClock(house, { by, rowId, start: { kind: 'local', on, rule } }))).toBe(
      'nothing-started',
    )
    await it.prisma.council.update({ where: { id: it.id }, data: { nation: 'wales' } })
    const referral = { kind: 'healthwatch', on } as const
    expect(codeOf(await startClock(house, { by, rowId, start: referral }))).toBe('not-in-nation')
    done(await startClock(house, { by, rowId, start: { kind: 'crimeAndDisorder', on } }))
  })

  test('a response ends the clock, is the clerk’s to record, and is corrected by a revision; noted only is the committee’s turn', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const first = await it.row('1')
    const { id: rowId } = first
    const response = {
      state: 'notedOnly' as const,
      reasons: 'They noted it.',
      proposed: '',
      body: 'Cabinet',
      consideredOn: '2017-09-20',
      minute: '61',
      publishedOn: undefined,
    }
    done(await startClock(house, { by, rowId, start: { kind: 'crimeAndDisorder', on: '2017-09-20' } }))
    expect(codeOf(await recordResponse(house, { by: it.outsider.id, rowId, response }))).toBe('not-a-clerk')
    expect(codeOf(await recordResponse(house, { by, rowId, response: { ...response, reasons: '' } }))).toBe(
      'reasons-missing',
    )
    const question = await it.question()
    expect(codeOf(await recordResponse(house, { by, rowId: question.id, response }))).toBe(
      'not-a-recommendation',
    )
    expect(done(await recordResponse(house, { by, rowId, response })).revision).toBe(1)
    expect(done(await recordResponse(house, { by, rowId, response })).revision).toBe(1)
    expect(await it.row('1')).toMatchObject({ isAnswered: true, clockDueOn: undefined, state: 'open' })
    const accepted = { ...response, state: 'accepted' as const, reasons: '' }
    expect(done(await recordResponse(house, { by, rowId, response: accepted })).revision).toBe(2)
    expect(await it.row('1')).toMatchObject({ isAnswered: false, state: 'open' })
  })
})

describe.skipIf(serverMissing !== undefined)('two clerks on two replicas', () => {
  const database = useDatabase(serverDatabase)

  test('never give one reference twice, and close a row once', async () => {
    const { url } = database()
    if (url === undefined) throw new Error('this database is not on a server')
    const other = await openDatabase({ kind: 'server', url }, silentLog)
    try {
      const it = await trackedMeeting(database())
      const houses = [it.house, await openHouses({ ...it.ground, prisma: other.prisma }).of(it.id)]
      const add = (house: House, formKey: string) =>
        addRow(house, {
          by: it.by,
          committeeId: it.committee.id,
          formKey,
          kind: 'action',
          text: 'Write to the Trust.',
          meetingId: undefined,
          minute: '',
          owners: [],
          heads: [],
          due: { kind: 'none' },
          dueText: '',
        })
      const added = await Promise.all(
        houses.flatMap((house, place) => [1, 2, 3, 4, 5, 6].map((n) => add(house, `${place}-${n}`))),
      )
      const references = added.map((one) => done(one).reference)
      expect(new Set(references).size).toBe(12)
      expect(references).toContain('A12/17')
      const rows = await it.rows()
      const { meetingId, by } = it
      const closed = await Promise.all(houses.map((house) => closeRows(house, { by, meetingId, rows })))
      expect(closed.map((one) => done(one).closed.length).toSorted()).toEqual([0, rows.length])
      const changes = await it.prisma.trackerChange.count({ where: { councilId: it.id, kind: 'closed' } })
      expect(changes).toBe(rows.length)
      for (const chain of await verifyAudit(it.ground.prisma, it.id)) expect(chain.broken).toBeUndefined()
    } finally {
      await other.close()
    }
  })
})
