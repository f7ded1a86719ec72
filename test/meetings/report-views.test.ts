import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import {
  dutiesLine,
  dutiesMessage,
  lateMessage,
  type OwnDutiesModel,
  reportListMessage,
} from '../../src/cards/duties-view.ts'
import { fitsView } from '../../src/cards/whole.ts'
import { dueDay, REPORT_STEPS, type ReportStep } from '../../src/meetings/duty-rules.ts'
import type { DutyShown, ReportShown } from '../../src/meetings/duty-shown.ts'
import { allOwnView, lateModal, REASON_LIMIT } from '../../src/meetings/duty-views.ts'
import {
  askModal,
  briefingModal,
  changeReportModal,
  nobodyView,
  REPORT_TITLE_LIMIT,
} from '../../src/meetings/report-forms.ts'
import {
  REPORTS_A_PAGE,
  type ReportListModel,
  reportEmailView,
  reportReceipt,
  reportRefusalView,
  reportsView,
} from '../../src/meetings/report-views.ts'
import { words as say } from '../../src/meetings/report-words.en.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const offices = holidayCalendar('england-and-wales')
const on = Temporal.PlainDate.from('2017-09-20')
const meeting = {
  committeeName: 'Wellbeing & Care Scrutiny Committee',
  date: '2017-09-20',
  startTime: '10:00',
  state: 'scheduled' as const,
}
const worstMeeting = { ...meeting, committeeName: longCommittee }
const id = (place: number) => `0198f0c2-7a10-7000-8000-${String(place).padStart(12, '0')}`

function duty(step: ReportStep, over: Partial<DutyShown> = {}): DutyShown {
  return {
    id: id(REPORT_STEPS.indexOf(step)),
    step,
    personId: id(9),
    name: 'Imogen Sallow',
    inSlack: true,
    state: 'open',
    dueOn: '2017-08-30',
    byHand: false,
    due: dueDay(on, 15, offices),
    doneAt: undefined,
    late: undefined,
    relayedBy: undefined,
    ...over,
  }
}

/** Everything as long as it can be, in characters that grow when they are escaped. */
function worstReport(place: number, text: (length: number) => string): ReportShown {
  const late = {
    reason: text(REASON_LIMIT),
    expectedOn: '2017-09-18',
    at: Temporal.Instant.from('2017-09-06T08:00:00Z'),
  }
  const over = {
    id: id(place),
    name: text(200),
    inSlack: false,
    state: 'late' as const,
    late,
    relayedBy: text(200),
    byHand: true,
    dueOn: '2017-09-01',
  }
  return {
    title: text(REPORT_TITLE_LIMIT),
    duties: (['draft', 'final', 'clearance'] as const).map((step) => duty(step, over)),
  }
}
const worst = [
  ['escaped', allEscaped],
  ['every kind of character', (length: number) => long('Report', length)],
] as const

const listOf = (reports: readonly ReportShown[], over: Partial<ReportListModel> = {}): ReportListModel => ({
  meetingId: id(1),
  meeting,
  isAhead: true,
  isPublished: false,
  reports,
  offices,
  timeZone: 'Europe/London',
  page: 0,
  ...over,
})
const ownOf = (reports: readonly ReportShown[], over: Partial<OwnDutiesModel> = {}): OwnDutiesModel => ({
  meetingId: id(1),
  meeting,
  reports,
  timeZone: 'Europe/London',
  isDue: true,
  nothingDue: undefined,
  clerks: ['Ines Penhaligon'],
  ...over,
})

describe('Reports before a pack, shown', () => {
  test('the clerks’ list: who, by when, how it stands and how the day was counted', () => {
    const report = {
      title: 'Bus services',
      duties: [
        duty('draft', { state: 'done', doneAt: Temporal.Instant.from('2017-09-05T13:05:00Z') }),
        duty('final', { state: 'overdue', dueOn: '2017-09-05', due: dueDay(on, 10, offices) }),
        duty('clearance', {
          name: 'Bertram Quince',
          dueOn: '2017-09-11',
          byHand: true,
          due: dueDay(on, 8, offices),
        }),
      ],
    }
    expect(readable(reportsView(listOf([report]), say))).toMatchInlineSnapshot(`
      "# Reports
      *Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017, 10 am*
      *1 of 1* lacks something still.
      [Ask for a report] [Chair’s briefing]
      ----
      *Bus services*
      :white_check_mark: Draft: Imogen Sallow, done at 14:05 on Tue 5 Sep
      :warning: Final text: Imogen Sallow, was due Tue 5 Sep; Wed 6 Sep would be 10 working days before the meeting
      :white_large_square: Clearance: Bertram Quince, due Mon 11 Sep, set by the clerk; Fri 8 Sep would be 8 working days before the meeting"
    `)
  })

  test('the one message of whoever owes something', () => {
    const report = { title: 'Bus services', duties: [duty('draft'), duty('final')] }
    expect(readable(dutiesMessage(ownOf([report]), say))).toMatchInlineSnapshot(`
      "Wellbeing & Care Scrutiny Committee
      *What you are asked for before the meeting on Wednesday 20 September 2017, 10 am*
      *Bus services*
      :white_large_square: Draft: due Wed 30 Aug: 15 working days before the meeting
      :white_large_square: Final text: due Wed 30 Aug: 15 working days before the meeting
      [Draft: done] [Late because…]
      A mistake, or somebody else’s task? Tell the clerk: Ines Penhaligon"
    `)
  })

  test('the form asks for an author and for whoever clears it, and says the days with their working', () => {
    const due = {
      draft: dueDay(on, 17, offices),
      final: dueDay(on, 10, offices),
      clearance: dueDay(on, 8, offices),
      briefing: dueDay(on, 1, offices),
    }
    const people = [{ value: id(9), text: 'Imogen Sallow' }]
    const form = { metadata: '{}', meeting, people, due }
    for (const view of [askModal(form, say), briefingModal(form, say), nobodyView(say)]) expectShowable(view)
    expect(readable(askModal(form, say))).toContain(
      'Draft: Friday 25 August 2017, 17 working days before the meeting, without Mon 28 Aug (Summer bank holiday)',
    )
    expect(readable(briefingModal(form, say))).toContain('1 working day before the meeting')
  })

  test('a meeting beyond the known holidays says so', () => {
    const far = dueDay(offices.to.add({ days: 100 }), 10, offices)
    const report = { title: 'x', duties: [duty('draft', { due: far, dueOn: far.day.toString() })] }
    expect(readable(reportsView(listOf([report]), say))).toContain('bank holidays are known from')
  })

  test.each(worst)('at their worst (%s), Slack takes them all', (_kind, text) => {
    const reports = Array.from({ length: 120 }, (_, place) => worstReport(place, text))
    const [one] = reports
    if (!one) throw new Error('no report')
    for (const page of [0, 3, 7]) {
      const view = reportsView(listOf(reports, { meeting: worstMeeting, page }), say)
      expectShowable(view)
      expect(JSON.stringify(view).match(/report\.change/g)).toHaveLength(REPORTS_A_PAGE)
    }
    const clerks = Array.from({ length: 40 }, (_, place) => longPerson(place))
    const own = ownOf(reports, {
      meeting: worstMeeting,
      clerks,
      nothingDue: say.list.nothingDue('postponed'),
    })
    const message = dutiesMessage(own, say)
    expectShowable(message)
    expect(readable(message)).toMatch(/… and \d+ more reports: press \*All that I owe\*/)
    expectShowable(dutiesLine(say.lines.changed(worstMeeting), own, say))
    expectShowable(reportListMessage(listOf(reports, { meeting: worstMeeting }), say))
    expectShowable(allOwnView(own, say, fitsView))
    expectShowable(lateModal({ dutyId: id(1), title: one.title, duty: one.duties[0] ?? duty('draft') }, say))
    expectShowable(
      reportReceipt(
        { said: say.receipt.asked(one.title), report: one, offices, timeZone: 'Europe/London' },
        say,
      ),
    )
    expectShowable(reportRefusalView(say.refusals.notAClerk(longCommittee, clerks), say))
    expectShowable(
      reportEmailView(
        [{ name: text(200), text: say.email.body(worstMeeting, [say.email.line(one.title, duty('draft'))]) }],
        say,
      ),
    )
    const people = Array.from({ length: 250 }, (_, place) => ({ value: id(place), text: text(75) }))
    expectShowable(
      changeReportModal(
        { metadata: '{}', title: one.title, duties: one.duties, people, timeZone: 'Europe/London' },
        say,
      ),
    )
    const late = {
      ...duty('draft'),
      late: {
        reason: text(200),
        expectedOn: '2017-09-18',
        at: Temporal.Instant.from('2017-09-06T08:00:00Z'),
      },
    }
    expectShowable(lateMessage(say.lateForClerks(worstMeeting, one.title, late), id(1), say))
  })
})
