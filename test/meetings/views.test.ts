import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { clearDays } from '../../src/calendar/clear-days.ts'
import { holidayCalendar } from '../../src/calendar/holiday-calendar.ts'
import { noticeRules } from '../../src/calendar/nations.ts'
import { emailText } from '../../src/meetings/change-email.ts'
import { changeWords } from '../../src/meetings/change-words.en.ts'
import type { DayCheck } from '../../src/meetings/day-check.ts'
import {
  changedView,
  changeEmailView,
  notChangedView,
  scheduledView,
} from '../../src/meetings/receipt-views.ts'
import { words } from '../../src/meetings/screen-words.en.ts'
import {
  type ChangeForm,
  changeModal,
  type ListedMeeting,
  MEETINGS_A_PAGE,
  meetingsView,
  REASON_LIMIT,
  scheduleModal,
} from '../../src/meetings/views.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, long, longCommittee, longPerson } from '../support/worst-case.ts'

const listed: ListedMeeting = {
  id: '0198f0c2-7a10-7000-8000-0000000000a1',
  committeeName: 'Wellbeing Scrutiny Committee',
  date: '2017-09-20',
  startTime: '10:00',
  state: 'scheduled',
  venue: 'Committee Room 2',
  hasPapers: true,
}
const worst = { committeeName: longCommittee, venue: long('Room', 200) }
const many = (count: number, changes: Partial<ListedMeeting> = {}) =>
  Array.from({ length: count }, (_, place) => ({ ...listed, ...changes, id: `${listed.id}${place}` }))

describe('the list of meetings', () => {
  test('says when, where and what has become of each, with a way to change it', () => {
    const meetings = [
      listed,
      { ...listed, date: '2017-10-18', state: 'postponed' as const, hasPapers: false },
      { ...listed, date: '2017-11-15', state: 'cancelled' as const, hasPapers: false, venue: '' },
    ]
    const view = meetingsView({ committees: 1, meetings, page: 0 }, words)
    expect(readable(view)).toMatchInlineSnapshot(`
      "# Meetings
      The coming meetings of your committee.
      [Schedule a meeting] [Reminders…] [Quorum…] [Attendance…] [Six-month watch…]
      ----
      *Wednesday 20 September 2017, 10 am*
      Wellbeing Scrutiny Committee
      Committee Room 2 · papers published
      [Reports…]
      *Wednesday 18 October 2017, 10 am*
      Wellbeing Scrutiny Committee
      :hourglass: *Postponed*, no new date yet. Committee Room 2 · no papers yet
      [Reports…]
      *Wednesday 15 November 2017, 10 am*
      Wellbeing Scrutiny Committee
      :no_entry_sign: *Cancelled.* No place yet · no papers yet
      [Reports…]"
    `)
    expectShowable(view)
  })

  test('that is empty says what to do', () => {
    const view = meetingsView({ committees: 2, meetings: [], page: 0 }, words)
    expect(readable(view)).toContain('Schedule one here')
    expect(readable(view)).toContain('[Schedule a meeting]')
  })

  test('of many meetings is turned page by page, and none is left out', () => {
    const meetings = many(2 * MEETINGS_A_PAGE + 1, worst)
    const pages = [0, 1, 2].map((page) => meetingsView({ committees: 9, meetings, page }, words))
    for (const view of pages) expectShowable(view)
    const shown = pages.flatMap((view) =>
      view.blocks.flatMap((block) => ('accessory' in block && block.accessory ? [block.accessory] : [])),
    )
    expect(shown).toMatchObject(meetings.map((meeting) => ({ value: meeting.id })))
    expect(readable(pages[0] ?? { blocks: [] })).toMatch(/\[Later meetings\]$/)
    expect(readable(pages[1] ?? { blocks: [] })).toMatch(
      /21 to 40 of 41\n\[Earlier meetings\] \[Later meetings\]$/,
    )
    expect(readable(pages[2] ?? { blocks: [] })).toMatch(/\[Earlier meetings\]$/)
  })

  test('on a page that is not there any more shows the last one', () => {
    for (const page of [5, -1])
      expect(meetingsView({ committees: 1, meetings: many(3), page }, words).private_metadata).toBe('0')
  })
})

describe('the form to change a meeting', () => {
  const form: ChangeForm = {
    metadata: '{}',
    meeting: listed,
    to: 'scheduled',
    hasChannel: true,
    mayBeQuiet: false,
  }

  test('shows what it is now, and asks for day, time and place only where there are any', () => {
    expect(readable(changeModal(form, words))).toMatchInlineSnapshot(`
      "# Change a meeting
      *Wellbeing Scrutiny Committee, Wednesday 20 September 2017, 10 am*
      Committee Room 2
      What shall become of it?: [It takes place: another day, time or place of It takes place: another day, time or place | Postpone it: a new date will follow | Cancel it]
      Day: [2017-09-20]
      Start: [10:00]
      Place: [Committee Room 2]
      Why?: []
      Every member gets one new line in their direct message at once, and so does the committee’s channel.
      For another day everybody is asked afresh whether they will come; answers and private reasons given so far no longer count."
    `)
    for (const to of ['cancelled', 'postponed'] as const)
      expect(readable(changeModal({ ...form, to }, words))).not.toContain('Start: [')
  })

  test('offers what can become of it from what it is', () => {
    const offered = (state: ListedMeeting['state']) =>
      readable(changeModal({ ...form, meeting: { ...listed, state } }, words)).match(/become of it.*/)?.[0]
    expect(offered('scheduled')).toContain('another day, time or place | Postpone it')
    expect(offered('postponed')).toContain('It takes place on this day | Cancel it')
    expect(offered('cancelled')).toContain('It takes place after all | Not cancelled but postponed')
  })

  test('lets an entry be corrected quietly where nobody has been told', () => {
    expect(readable(changeModal(form, words))).not.toContain('tell nobody')
    expect(readable(changeModal({ ...form, mayBeQuiet: true }, words))).toContain('tell nobody')
  })

  test('is taken by Slack at its worst', () => {
    for (const state of ['scheduled', 'postponed', 'cancelled'] as const)
      for (const to of ['scheduled', 'postponed', 'cancelled'] as const)
        expectShowable(
          changeModal({ ...form, to, mayBeQuiet: true, meeting: { ...listed, ...worst, state } }, words),
        )
    const committees = Array.from({ length: 150 }, (_, place) => ({ value: `${place}`, text: longCommittee }))
    expectShowable(scheduleModal({ metadata: '{}', committees, committeeId: '3' }, words))
  })
})

describe('the receipt', () => {
  const day: DayCheck = {
    off: undefined,
    closure: undefined,
    notice: clearDays({
      opened: Temporal.PlainDate.from('2017-09-06'),
      meeting: Temporal.PlainDate.from('2017-09-27'),
      rule: noticeRules.england,
      calendar: holidayCalendar('england-and-wales', []),
    }),
  }
  const change = {
    kinds: ['moved' as const],
    before: listed,
    after: { ...listed, date: '2017-09-27' },
    reason: 'Snow',
  }
  const changed = {
    line: changeWords.line(listed.committeeName, change),
    channelId: 'C0WELL',
    told: 10,
    quietly: false,
    asked: true,
    day,
    email: { names: ['Mrs Winifred Oakapple'], text: emailText(listed.committeeName, change) },
  }

  test('shows the line as members read it, who gets it, and the text for those without Slack', () => {
    expect(readable(changedView(changed, words))).toMatchInlineSnapshot(`
      "# Changed
      :calendar: *Moved:* Wellbeing Scrutiny Committee, from Wednesday 20 September, 10 am, to Wednesday 27 September 2017, 10 am.
      *Why:* Snow
      10 people get this line in their direct message now, and so does <#C0WELL>.
      Everybody is asked afresh whether they will come.
      *Notice of this day and its papers:* The latest lawful publication is Tuesday 19 September 2017: it leaves Wed 20 Sep, Thu 21 Sep, Fri 22 Sep, Mon 25 Sep, Tue 26 Sep.
      :envelope: *Not on Slack, so please tell them by e-mail:* Mrs Winifred Oakapple. Copy this text; when they answer, use *Answer for a member* in the clerks’ list.

      A mistake? Change it again with */meeting*: everybody is told of that, too."
    `)
  })

  test('says when the new day is a holiday, or too near for lawful notice', () => {
    const saturday = Temporal.PlainDate.from('2017-09-30')
    const soon = {
      ...day.notice,
      ...clearDays({ ...day.notice, opened: Temporal.PlainDate.from('2017-09-22') }),
    }
    const off = { date: saturday, because: 'weekend' as const }
    const said = readable(
      changedView(
        { ...changed, day: { off, closure: { date: '2017-09-30', name: 'Staff day' }, notice: soon } },
        words,
      ),
    )
    expect(said).toContain('Saturday 30 September 2017 is at a weekend.')
    expect(said).toContain('offices are closed')
    expect(said).toContain('Short by 3 clear days')
    expect(said).toContain('only if the meeting is convened at short notice')
  })

  test('is taken by Slack at its worst', () => {
    const hard = {
      ...change,
      reason: allEscaped(REASON_LIMIT),
      before: { ...listed, venue: allEscaped(200) },
      after: { ...listed, state: 'scheduled' as const, date: '2018-09-27', venue: allEscaped(200) },
      kinds: ['moved' as const, 'room' as const],
    }
    const email = {
      names: Array.from({ length: 80 }, (_, place) => longPerson(place)),
      text: emailText(longCommittee, hard),
    }
    const line = changeWords.line(longCommittee, hard)
    expectShowable(changedView({ ...changed, line, email, told: 80 }, words))
    expectShowable(changeEmailView(email, words))
    expectShowable(changeEmailView({ names: [], text: '' }, words))
    expectShowable(scheduledView({ meeting: { ...listed, ...worst }, day }, words))
    for (const state of ['scheduled', 'postponed', 'cancelled'] as const)
      expectShowable(
        notChangedView(
          { why: words.refusals.changedMeanwhile({ ...listed, ...worst, state }), meetingId: listed.id },
          words,
        ),
      )
  })
})
