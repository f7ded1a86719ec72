import { expect, test } from 'vitest'
import { toDate } from '../../src/calendar/civil.ts'
import { conditionLines } from '../../src/cards/conditions.ts'
import { trackedMessageOf } from '../../src/cards/render-tracked.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { addRow } from '../../src/tracker/add-row.ts'
import { dropRow, takeUpRow } from '../../src/tracker/drop-row.ts'
import { handOnRows, owingTo } from '../../src/tracker/hand-on-rows.ts'
import { noteEvent } from '../../src/tracker/note-event.ts'
import { trackerToDo } from '../../src/tracker/own-rows.ts'
import { pauseRow, resumeRow } from '../../src/tracker/pause-row.ts'
import { proposeComplete } from '../../src/tracker/propose-complete.ts'
import { recordResponse } from '../../src/tracker/record-response.ts'
import { reopenRow } from '../../src/tracker/reopen-row.ts'
import { missingOf } from '../../src/tracker/row-views.ts'
import { standingOf } from '../../src/tracker/rules.ts'
import { startClock } from '../../src/tracker/start-clock.ts'
import { supersedeRow } from '../../src/tracker/supersede-row.ts'
import { handedOverRows, transferRows } from '../../src/tracker/transfer-rows.ts'
import type { TrackedRow } from '../../src/tracker/types.ts'
import { codeOf } from '../sitting/item-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { done, trackedMeeting } from './tracker-stage.ts'

const LATER = '2017-10-18'
const TODAY = '2017-09-20'

describeWithDatabase('the rows of a meeting', (database) => {
  test('are told to the clerks in one message, what needs a word of theirs first; nothing is told of a meeting that asks for nothing', async () => {
    const it = await trackedMeeting(database())
    expect(await it.sentToClerks()).toHaveLength(1)
    const rows = await it.rows()
    const { house, meetingId } = it
    const meeting = await meetingAtHand(house, meetingId)
    if (!meeting) throw new Error('the meeting is gone')
    const { blocks } = trackedMessageOf({ meeting, rows, today: TODAY })
    const text = JSON.stringify(blocks)
    expect(text).toContain('4 rows; 3 without an owner, 2 without a time')
    expect(text).toContain('Look through')
    await it.track()
    expect(await it.sentToClerks()).toHaveLength(1)
  })

  test('are given owners and times by the clerk; what was before stays in the history, and the text is never changed', async () => {
    const it = await trackedMeeting(database())
    const first = await it.row('1')
    expect(missingOf(first)).toEqual(['noOwner', 'noTime'])
    const owners = [
      { personId: it.outsider.id, name: '' },
      { personId: undefined, name: 'Head of Estates, Mill Lane Trust' },
    ]
    const due = { kind: 'range', from: '2018-06-01', on: '2018-08-31' } as const
    done(await it.edit(first, { owners, due, dueText: 'Summer 2018', rag: 'amber', status: 'Under way' }))
    const after = await it.row('1')
    expect(after).toMatchObject({ due, dueText: 'Summer 2018', rag: 'amber', text: first.text, version: 2 })
    expect(after.owners.map(({ name }) => name)).toEqual([
      'Ms Zadie Norcross',
      'Head of Estates, Mill Lane Trust',
    ])
    expect(missingOf(after)).toEqual([])
    expect(await it.history(first)).toEqual(expect.arrayContaining(['owners', 'dueMoved', 'edited', 'rag']))
    expect(codeOf(await it.edit(first, { owners: [] }))).toBe('row-changed')
    done(await it.edit(after, { owners: [{ personId: it.clerk.id, name: '' }] }))
    const { councilId, prisma } = { councilId: it.id, prisma: it.prisma }
    const all = await prisma.trackerOwner.findMany({ where: { councilId, rowId: first.id } })
    expect(all.filter(({ until }) => until !== null)).toHaveLength(2)
    const event = { due: { kind: 'event', happenedOn: undefined }, dueText: '' } as const
    expect(codeOf(await it.edit(await it.row('1'), event))).toBe('words-missing')
  })

  test('that are not for the tracker stay away when the record changes, and come back when the clerk says so', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const first = await it.row('1')
    expect(codeOf(await dropRow(house, { by, rowId: first.id, why: '' }))).toBe('why-missing')
    done(await dropRow(house, { by, rowId: first.id, why: 'A courtesy.' }))
    await it.write(
      'The Committee recommends to Cabinet –\n1. that the clinics stay open on Sundays;\n2. that the bus be looked at once the timetable is known;\n3. that waits be included in future reports to the Committee.',
      it.resolutionId,
    )
    await it.track()
    expect(await it.row('1')).toMatchObject({ state: 'withdrawn', text: expect.stringContaining('Sundays') })
    done(await takeUpRow(house, { by, rowId: first.id }))
    expect(await it.row('1')).toMatchObject({ state: 'open', reference: first.reference })
  })

  test('are added by hand once, however often the form is sent', async () => {
    const it = await trackedMeeting(database())
    const act = {
      by: it.by,
      committeeId: it.committee.id,
      formKey: 'a-form',
      kind: 'action' as const,
      text: 'Write to the Mill Lane Trust.',
      meetingId: it.meetingId,
      minute: '7',
      owners: [],
      heads: [],
      due: { kind: 'none' } as const,
      dueText: '',
    }
    const added = done(await addRow(it.house, act))
    expect(added.reference).toBe('A1/17')
    expect(done(await addRow(it.house, act))).toEqual(added)
    expect(codeOf(await addRow(it.house, { ...act, formKey: 'b', text: '' }))).toBe('text-missing')
    const elsewhere = await it.meeting('2017-10-18', it.second.committee.id)
    expect(codeOf(await addRow(it.house, { ...act, formKey: 'c', meetingId: elsewhere }))).toBe(
      'meeting-gone',
    )
    expect(codeOf(await addRow(it.house, { ...act, formKey: 'd', by: it.outsider.id }))).toBe('not-a-clerk')
  })

  test('pause and go on; what waits for an event is never overdue until it has come about', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const [first, waiting] = [await it.row('1'), await it.row('2')]
    done(await pauseRow(house, { by, rowId: first.id, why: 'The Trust is being reorganised.' }))
    expect(await it.row('1')).toMatchObject({ state: 'paused', pausedOn: TODAY })
    expect(codeOf(await pauseRow(house, { by, rowId: first.id, why: 'Again.' }))).toBe('row-over')
    done(await resumeRow(house, { by, rowId: first.id }))
    expect(await it.row('1')).toMatchObject({ state: 'open', pausedWhy: '' })

    expect(standingOf(waiting, '2030-01-01')).toBe('waiting-for-event')
    expect(codeOf(await noteEvent(house, { by, rowId: first.id, on: TODAY, dueOn: undefined }))).toBe(
      'no-event',
    )
    expect(codeOf(await noteEvent(house, { by, rowId: waiting.id, on: LATER, dueOn: undefined }))).toBe(
      'not-yet',
    )
    done(await noteEvent(house, { by, rowId: waiting.id, on: TODAY, dueOn: undefined }))
    expect(standingOf(await it.row('2'), '2030-01-01')).toBe('no-day')
    done(await noteEvent(house, { by, rowId: waiting.id, on: TODAY, dueOn: LATER }))
    expect(standingOf(await it.row('2'), '2017-10-19')).toBe('overdue')
  })

  test('that have drifted get a new reference: each names the other, and owners go on', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const first = await it.row('1')
    done(await it.edit(first, { owners: [{ personId: it.outsider.id, name: '' }] }))
    const act = { by, rowId: first.id, text: 'That a second clinic be opened.', why: 'The first moved.' }
    const added = done(await supersedeRow(house, act))
    expect(await it.row('1')).toMatchObject({
      state: 'superseded',
      supersededById: added.id,
      text: first.text,
    })
    const fresh = await it.byId(added.id)
    expect(fresh).toMatchObject({ backReference: first.reference, text: act.text, state: 'open' })
    expect(fresh.owners.map(({ person }) => person?.id)).toEqual([it.outsider.id])
    expect(codeOf(await supersedeRow(house, act))).toBe('row-over')
  })

  test('of a committee that is abolished go to its successor, with who owes them and what runs for them; twice is once', async () => {
    const it = await trackedMeeting(database())
    const { house, by, committee, second } = it
    const before = await it.rows()
    const act = {
      by,
      committeeId: committee.id,
      toCommitteeId: second.committee.id,
      why: 'Abolished in May.',
    }
    expect(codeOf(await transferRows(house, { ...act, toCommitteeId: committee.id }))).toBe('no-successor')
    expect(codeOf(await transferRows(house, { ...act, by: second.clerk.id }))).toBe('not-a-clerk')
    expect(done(await transferRows(house, act)).handedOver).toBe(before.length)
    expect(codeOf(await transferRows(house, act))).toBe('rows-missing')
    const pairs = await handedOverRows(house, { from: committee.id, to: second.committee.id })
    expect(pairs).toHaveLength(before.length)
    for (const { before: old, after } of pairs)
      expect(after).toMatchObject({
        backReference: old.reference,
        committeeId: second.committee.id,
        state: 'open',
        text: old.text,
        due: old.due,
      })
    const references = pairs.flatMap((pair) => [pair.before.reference, pair.after.reference])
    expect(new Set(references).size).toBe(references.length)
    await it.house.db.sitting.updateMany({ where: { councilId: it.id }, data: { isTracked: false } })
    await it.track()
    expect((await it.rows()).map(({ state }) => state)).toEqual(before.map(() => 'transferred'))
  })

  test('that are answered, proposed complete, paused or responded to are so at the successor too, and asked no more often than before', async () => {
    const it = await trackedMeeting(database())
    const { house, by, committee, second, id: councilId, prisma } = it
    const [first, waiting, third, asked] = [
      await it.row('1'),
      await it.row('2'),
      await it.row('3'),
      await it.question(),
    ]
    const response = {
      state: 'accepted' as const,
      reasons: '',
      proposed: '',
      body: 'Cabinet',
      consideredOn: TODAY,
      minute: '',
      publishedOn: undefined,
    }
    const start = { kind: 'crimeAndDisorder', on: TODAY } as const
    done(await startClock(house, { by, rowId: first.id, start }))
    done(await recordResponse(house, { by, rowId: first.id, response }))
    done(await pauseRow(house, { by, rowId: third.id, why: 'Purdah.' }))
    const act = { by: it.outsider.id, rowId: asked.id, text: 'Forty.', doneOn: TODAY }
    done(await proposeComplete(house, act))
    done(await pauseRow(house, { by, rowId: asked.id, why: 'Purdah.' }))
    done(await resumeRow(house, { by, rowId: asked.id }))
    expect(await it.question()).toMatchObject({ state: 'proposed', pausedWhy: '' })
    await prisma.trackerAnswer.create({
      data: {
        councilId,
        rowId: waiting.id,
        number: 1,
        text: 'Soon.',
        sharedAt: new Date(),
        at: new Date(),
        byId: by,
      },
    })
    await prisma.escalation.create({
      data: {
        councilId,
        committeeId: committee.id,
        groupKey: first.groupKey,
        rowIds: [first.id, third.id],
        step: 'due',
        personId: it.outsider.id,
        outcome: 'sent',
        at: new Date(),
      },
    })
    const why = 'Abolished in May.'
    done(
      await transferRows(house, { by, committeeId: committee.id, toCommitteeId: second.committee.id, why }),
    )
    const pairs = await handedOverRows(house, { from: committee.id, to: second.committee.id })
    const after = (old: TrackedRow) => pairs.find((pair) => pair.before.id === old.id)?.after
    expect(after(first)).toMatchObject({ state: 'open', clockDueOn: undefined, isAnswered: false })
    expect(after(waiting)).toMatchObject({ state: 'proposed' })
    expect(after(third)).toMatchObject({ state: 'paused', pausedOn: TODAY, pausedWhy: 'Purdah.' })
    expect(after(asked)).toMatchObject({ state: 'proposed', completedOn: TODAY })
    const where = { councilId, committeeId: second.committee.id }
    const [note, ...more] = await prisma.escalation.findMany({ where })
    expect(more).toEqual([])
    expect(note).toMatchObject({ step: 'due', groupKey: after(first)?.groupKey })
    expect(note?.rowIds.toSorted()).toEqual([after(first)?.id, after(third)?.id].toSorted())
  })

  test('that the committee opens again are asked for again; those that a clerk corrects stay answered', async () => {
    const it = await trackedMeeting(database())
    const { house, by, meetingId, id: councilId, prisma } = it
    const { id: rowId } = await it.row('1')
    done(await it.edit(await it.row('1'), { due: { kind: 'date', on: '2017-09-01', recurs: false } }))
    await prisma.trackerAnswer.create({
      data: {
        councilId,
        rowId,
        number: 1,
        text: 'Soon.',
        sharedAt: toDate(house.now()),
        at: toDate(house.now()),
        byId: by,
      },
    })
    const overdue = async () => (await trackerToDo(house, [it.committee.id])).overdue > 0
    done(await it.close([await it.row('1')]))
    it.clock.advance({ minutes: 1 })
    done(await reopenRow(house, { by, rowId, why: 'Closed by mistake.' }))
    expect(await it.row('1')).toMatchObject({ state: 'open', isAnswered: true })
    expect(await overdue()).toBe(false)
    done(await it.close([await it.row('1')]))
    it.clock.advance({ minutes: 1 })
    done(await reopenRow(house, { by, rowId, meetingId, why: 'It is no answer.' }))
    expect(await it.row('1')).toMatchObject({ state: 'open', isAnswered: false })
    expect(await overdue()).toBe(true)
  })

  test('tell whoever owes them from the start; what was told is made true again when the record changes', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const given = async () => (await it.messages()).filter(({ kind }) => kind === 'owner-given')
    const first = await it.row('1')
    done(await it.edit(first, { owners: [{ personId: it.outsider.id, name: '' }] }))
    const [before] = await given()
    await it.write(
      'The Committee recommends to Cabinet –\n1. that the clinics stay open on Sundays;\n2. that the bus be looked at once the timetable is known;\n3. that waits be included in future reports to the Committee.',
      it.resolutionId,
    )
    await it.track()
    const [after] = await given()
    expect(after?.wanted).toBeGreaterThan(before?.wanted ?? 0)

    const add = {
      by,
      committeeId: it.committee.id,
      formKey: 'told',
      kind: 'action' as const,
      text: 'Write to the Trust.',
      meetingId: undefined,
      minute: '',
      owners: [{ personId: it.outsider.id, name: '' }],
      heads: [],
      due: { kind: 'none' } as const,
      dueText: '',
    }
    done(await addRow(house, add))
    done(await addRow(house, add))
    expect(await given()).toHaveLength(2)
    done(await supersedeRow(house, { by, rowId: first.id, text: 'A second clinic.', why: 'It moved.' }))
    expect(await given()).toHaveLength(3)
  })

  test('of somebody who leaves are handed on in one go; those who hold no office here come first', async () => {
    const it = await trackedMeeting(database())
    const { house, by } = it
    const first = await it.row('1')
    done(
      await it.edit(first, {
        owners: [
          { personId: it.outsider.id, name: '' },
          { personId: it.clerk.id, name: '' },
        ],
      }),
    )
    const owing = await owingTo(house, it.committee.id)
    expect(owing.map(({ person, rows, hasGone }) => [person.id, rows, hasGone])).toEqual([
      [it.outsider.id, 2, true],
      [it.clerk.id, 1, false],
    ])
    const rowIds = (await it.rows()).map(({ id }) => id)
    const act = { by, personId: it.outsider.id, to: { personId: it.otherClerk.id, name: '' }, rowIds }
    expect(codeOf(await handOnRows(house, { ...act, by: it.member.id }))).toBe('not-a-clerk')
    expect(codeOf(await handOnRows(house, { ...act, by: it.second.clerk.id }))).toBe('not-a-clerk')
    expect(codeOf(await handOnRows(house, { ...act, to: { personId: undefined, name: '' } }))).toBe('nobody')
    expect(done(await handOnRows(house, act)).handedOn).toBe(2)
    expect((await it.row('1')).owners.map(({ person }) => person?.id).toSorted()).toEqual(
      [it.clerk.id, it.otherClerk.id].toSorted(),
    )
    expect(codeOf(await handOnRows(house, act))).toBe('rows-missing')
  })

  test('a standing condition shows before a later meeting that has an item on its topic, and before no other', async () => {
    const it = await trackedMeeting(database())
    const { house, prisma, id: councilId } = it
    const condition = await it.row('3')
    expect(condition).toMatchObject({ due: { kind: 'standing' }, topicWords: ['fracture', 'clinics'] })
    const [one, other] = [await it.meeting(LATER), await it.meeting('2017-11-15')]
    await prisma.agendaItem.createMany({
      data: [
        { meetingId: one, title: 'The fracture clinic at Mill Lane and other clinics' },
        { meetingId: other, title: 'Budget' },
      ].map((item) => ({ ...item, councilId, position: 1, number: '1' })),
    })
    const linesOf = async (meetingId: string) => {
      const meeting = await meetingAtHand(house, meetingId)
      return meeting ? conditionLines(house, meeting) : []
    }
    expect(JSON.stringify(await linesOf(one))).toContain(condition.reference)
    expect(await linesOf(other)).toEqual([])
  })
})
