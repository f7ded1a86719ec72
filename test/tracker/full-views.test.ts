import type { ModalView } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { trackedMessageOf } from '../../src/cards/render-tracked.ts'
import { mrkdwn } from '../../src/slack/mrkdwn.ts'
import { addModal } from '../../src/tracker/add-listeners.ts'
import { clockWords } from '../../src/tracker/clock-form-words.en.ts'
import { CLOCK_KINDS } from '../../src/tracker/clock-rules.ts'
import { clockModal, strikeModal } from '../../src/tracker/clock-views.ts'
import { closingModal } from '../../src/tracker/closing-view.ts'
import { deskView } from '../../src/tracker/desk-view.ts'
import { deskWords } from '../../src/tracker/desk-words.en.ts'
import { handOnModal, leaversView, transferModal } from '../../src/tracker/hand-views.ts'
import { noticeText } from '../../src/tracker/notice-text.en.ts'
import { noticeModal, noticeReceipt } from '../../src/tracker/notice-view.ts'
import {
  dropModal,
  eventModal,
  pauseModal,
  reopenModal,
  responseModal,
  supersedeModal,
} from '../../src/tracker/row-act-views.ts'
import { rowModal } from '../../src/tracker/row-form.ts'
import { lookView, rowDeskView } from '../../src/tracker/row-views.ts'
import { rowWords as say } from '../../src/tracker/row-words.en.ts'
import { serviceLineView } from '../../src/tracker/service-line-views.ts'
import { serviceLineWords } from '../../src/tracker/service-line-words.en.ts'
import { settingsModal } from '../../src/tracker/settings-view.ts'
import type { TrackedRow } from '../../src/tracker/types.ts'
import { expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const id = (place: number) => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`
const TODAY = '2017-10-18'

function rowOf(place: number, more: Partial<TrackedRow> = {}): TrackedRow {
  return {
    id: id(place),
    committeeId: id(9_999),
    reference: `R${place}/17`,
    kind: 'recommendation',
    state: place % 2 === 0 ? 'proposed' : 'open',
    source: 'resolution',
    groupKey: 'g',
    meetingId: id(8_888),
    recordId: id(7_777),
    metOn: '2017-09-20',
    minute: '24',
    path: '2.a',
    leadIn: long('Lead', 400),
    text: long('Text', 4_000),
    topic: long('Topic', 400),
    isClosed: false,
    asker: undefined,
    askerName: long('Asker', 200),
    addressee: long('Cabinet', 300),
    executiveMember: long('Member', 400),
    verbClass: 'recommend',
    how: long('How', 4_000),
    successMeasure: long('Measure', 4_000),
    due:
      place % 3 === 0 ? { kind: 'event', happenedOn: undefined } : { kind: 'date', on: TODAY, recurs: true },
    dueText: long('Due', 400),
    rag: 'amber',
    status: long('Status', 400),
    topicWords: [long('word', 200)],
    backReference: long('Back', 400),
    supersededById: undefined,
    transferredToId: undefined,
    pausedOn: undefined,
    pausedWhy: '',
    proposedAt: undefined,
    completedOn: undefined,
    closedAt: undefined,
    createdAt: Temporal.Instant.from('2017-09-20T12:00:00Z'),
    owners: [{ id: id(place), role: 'owner', person: undefined, name: longPerson(place) }],
    clockDueOn: undefined,
    isAnswered: false,
    version: 12,
    ...more,
  }
}

const rows = Array.from({ length: 500 }, (_, place) => rowOf(place + 1))
const committees = Array.from({ length: 60 }, (_, place) => ({ value: id(place), text: longCommittee }))
/** A meeting that asked for as much as no meeting does. */
const ofMeeting = rows.slice(0, 40)
const look = (page: number) =>
  lookView(
    { meetingId: id(1), committee: longCommittee, date: TODAY, rows: ofMeeting, page, today: TODAY },
    say,
  )

/** Every view about one row. */
function viewsOf(row: TrackedRow): ModalView[] {
  const said = {
    state: 'inPart' as const,
    reasons: long('Reasons', 3_000),
    proposed: long('Proposed', 3_000),
    body: long('Cabinet', 200),
    consideredOn: TODAY,
    minute: long('Minute', 200),
    publishedOn: TODAY,
  }
  const clocks = Array.from({ length: 6 }, (_, place) => ({
    id: id(place),
    said: mrkdwn`${long('Clock', 500)}`,
  }))
  return [
    rowModal(row, say),
    rowDeskView(
      { row, committee: longCommittee, today: TODAY, clocks, first: mrkdwn`${long('Done', 900)}` },
      say,
    ),
    dropModal(row, say),
    pauseModal(row, say),
    supersedeModal(row, say),
    reopenModal(
      row,
      Array.from({ length: 40 }, (_, place) => ({ id: id(place), date: TODAY })),
      say,
    ),
    eventModal(row, TODAY, say),
    responseModal({ row, last: { revision: 3, said } }, say),
    clockModal({ row, kinds: CLOCK_KINDS, mode: 'working', today: TODAY }, clockWords, say),
    strikeModal(row, JSON.stringify({ rowId: row.id, clockId: id(1) }), clockWords, say),
  ]
}

describe('the views of a tracker of 500 rows, with texts at their longest', () => {
  test('fit Slack’s limits, and no text of a person becomes anything else than text', () => {
    const closing = {
      metadata: '{}',
      committee: longCommittee,
      meetingId: id(1),
      date: TODAY,
      meetings: Array.from({ length: 40 }, (_, place) => ({ id: id(place), date: TODAY })),
      rows,
      today: TODAY,
    }
    const counts = { live: 500, noOwner: 20, forCommittee: 250, waiting: 100, paused: 3 }
    const owing = rows.slice(0, 120).map((row) => ({
      person: { id: row.id, name: 'x', title: '', email: undefined, slackUserId: undefined, language: 'en' },
      name: longPerson(1),
      rows: 12,
      hasGone: true,
    }))
    const lines = owing.map(({ person }) => {
      const one = { ...person, name: longPerson(2) }
      return { id: person.id, officer: one, head: one }
    })
    const named = rows.slice(0, 20)
    const text = noticeText({
      committee: longCommittee,
      toBody: 'Cabinet',
      sentOn: TODAY,
      respondBy: TODAY,
      isPublished: true,
      rows: named,
    })
    const usual = { localWeeks: 8, localMonths: undefined, localSource: long('Rule', 200) }
    const settings = {
      ...usual,
      needsClearance: true,
      documentMode: 'working' as const,
      headAfter: 10,
      finalDays: 10,
      profile: 'plain',
      proposalDays: 5,
      scoring: 'plymouth',
      variedBy: '',
      callInRequesters: 5,
      callInWindow: 5,
      callInMeetWithin: 10,
      callInGrounds: [],
      version: 1,
    }
    const views = [
      ...viewsOf(rowOf(3, { due: { kind: 'standing' } })),
      look(0),
      look(3),
      closingModal(closing, deskWords, say),
      noticeModal({ committeeId: id(1), rows, today: TODAY }, clockWords, say),
      noticeReceipt({ said: mrkdwn`${long('Said', 900)}`, text }, clockWords, say),
      handOnModal({ committeeId: id(1), personId: id(2), name: longPerson(1), rows }, deskWords, say),
      leaversView(id(1), owing, deskWords, say),
      ...[0, 1, 2].map((page) =>
        serviceLineView(
          { committeeId: id(1), lines, page, first: serviceLineWords.saved() },
          serviceLineWords,
          say,
        ),
      ),
      transferModal(
        { committeeId: id(1), committee: longCommittee, others: committees, rows },
        deskWords,
        say,
      ),
      settingsModal({ committeeId: id(1), settings }, deskWords, say),
      deskView({ committeeId: id(1), committees, counts }, deskWords, say),
      addModal(
        committees.map(({ value, text: name }) => ({ value: `${value}/${value}`, text: name })),
        id(1),
        say,
      ),
    ]
    for (const view of views) expectShowable(view)
    expectShowable(
      trackedMessageOf({
        meeting: { id: id(1), committeeName: longCommittee, date: TODAY },
        rows,
        today: TODAY,
      }),
    )
    // What a page does not take stands on another: every row is on one of them.
    const shown = Array.from({ length: 8 }, (_, page) => JSON.stringify(look(page))).join('')
    expect(ofMeeting.filter(({ reference }) => !shown.includes(`${reference}*`))).toEqual([])
  })

  test('say of closed business its kind, its meeting and its reference, and not a word of it (law 3)', () => {
    const secret = 'Larkspur'
    const words = {
      text: secret,
      leadIn: secret,
      topic: secret,
      dueText: secret,
      status: secret,
      how: secret,
      addressee: secret,
    }
    const more = {
      successMeasure: secret,
      executiveMember: secret,
      backReference: secret,
      topicWords: [secret],
      askerName: secret,
    }
    const row = rowOf(4, { ...words, ...more, isClosed: true })
    const text = noticeText({
      committee: 'C',
      toBody: 'Cabinet',
      sentOn: TODAY,
      respondBy: TODAY,
      isPublished: true,
      rows: [row],
    })
    const at = {
      metadata: '{}',
      committee: 'C',
      meetingId: id(1),
      date: TODAY,
      meetings: [],
      rows: [row],
      today: TODAY,
    }
    const shown = JSON.stringify([
      ...viewsOf(row),
      lookView({ meetingId: id(1), committee: 'C', date: TODAY, rows: [row], page: 0, today: TODAY }, say),
      closingModal(at, deskWords, say),
      noticeModal({ committeeId: id(1), rows: [row], today: TODAY }, clockWords, say),
      noticeReceipt({ said: mrkdwn`x`, text }, clockWords, say),
      trackedMessageOf({
        meeting: { id: id(1), committeeName: 'C', date: TODAY },
        rows: [row],
        today: TODAY,
      }),
    ])
    expect(shown).toContain('closed part of the meeting of 20 September 2017 (R4/17)')
    expect(shown).not.toContain(secret)
  })
})
