import type { KnownBlock } from '@slack/types'
import { memberMessage } from '../cards/member-view.ts'
import type { CardWords } from '../cards/words.en.ts'
import { ownReport } from '../meetings/duty-views.ts'
import type { ReportWords } from '../meetings/report-words.en.ts'
import { actions, button, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { SomeRows } from '../tracker/own-rows.ts'
import type { TrackedRow } from '../tracker/types.ts'
import { forecastEntry } from './clerk-view.ts'
import type { ChairHome, HomeEntry, MemberHome, OfficerHome } from './home-model.ts'
import { homeLists } from './load-home.ts'
import {
  actButton,
  beyond,
  listButton,
  type PartSay,
  part,
  proposalEntries,
  rowEntries,
  searchButton,
  turns,
} from './parts.ts'

/** Whoever presides: doubtful meetings, items that need a ruling, and what is overdue. */
export function chairEntries(model: ChairHome, say: PartSay): HomeEntry[] {
  const { chair } = say.home
  const doubtful = [
    ...model.forecasts.map((one) => forecastEntry(one)),
    ...model.urgent.map(({ meeting, number, title }) => sections(chair.urgent(meeting, number, title))),
  ]
  return [
    ...part(chair.heading, [
      [
        ...sections(chair.committees(model.committees)),
        ...(doubtful.length === 0 ? [section(chair.fine())] : []),
      ],
    ]),
    ...doubtful,
    ...proposalEntries(model.proposals, say),
    [section(chair.overdue(model.overdue.count))],
    ...rowEntries(model.overdue, say),
    ...beyond(model.overdue, listButton('overdue', say.home.clerk.show), say),
  ]
}

/** A member: the same for each meeting as in their own message, and what they asked. */
export function memberEntries(model: MemberHome, say: PartSay, card: CardWords): HomeEntry[] {
  const { member } = say.home
  const meetings = model.meetings.map((meeting) => memberMessage(meeting, card).blocks)
  const turning = turns(homeLists.meetings, model.page, {
    back: say.home.earlierMeetings,
    on: say.home.moreMeetings,
  })
  const acts = [...actButton(say, 'interests'), ...actButton(say, 'tracker'), ...actButton(say, 'programme')]
  return [
    ...part(member.heading, meetings.length === 0 ? [[section(member.noMeetings())]] : meetings),
    ...(turning.length === 0 ? [] : [turning]),
    ...(acts.length === 0 ? [] : [[actions(...acts)]]),
    ...part(
      member.questions,
      model.questions.count === 0 ? [[section(member.noQuestions())]] : rowEntries(model.questions, say),
    ),
    ...beyond(model.questions, searchButton(say.mention, say.home.showAll), say),
    ...part(member.preferences, [preference(model, say)]),
  ]
}

function preference({ wantsFewer }: MemberHome, { home: { member } }: PartSay): HomeEntry {
  return [
    {
      ...section(wantsFewer ? member.fewer() : member.usual()),
      accessory: wantsFewer
        ? button({ id: ids.reminders.usual, text: member.toUsual, value: 'home' })
        : button({ id: ids.reminders.fewer, text: member.toFewer, value: 'home' }),
    },
  ]
}

/** An officer: what they owe, sorted by due, each with its answer in place. */
export function officerEntries(
  model: OfficerHome,
  say: PartSay,
  of: { readonly report: ReportWords; readonly answers: (row: TrackedRow) => readonly KnownBlock[] },
): HomeEntry[] {
  const { officer } = say.home
  const owed = rowEntries(model.owed, say, of.answers)
  const acts = [...actButton(say, 'leave'), ...actButton(say, 'tracker')]
  return [
    ...part(officer.heading, owed.length === 0 ? [[section(officer.nothing())]] : owed),
    ...beyond(model.owed, searchButton(`open ${say.mention}`, say.home.showAll), say),
    ...model.inPlaceOf.flatMap(({ name, owed: theirs }) => [
      [section(officer.inPlaceOf(name))],
      ...rowEntries(theirs, say, of.answers),
    ]),
    ...(model.reports.length === 0
      ? []
      : part(
          officer.reports,
          model.reports.flatMap(({ meeting, reports }) => [
            [section(officer.report(meeting))],
            ...reports.map((report) => ownReport(report, { timeZone: say.timeZone, isDue: true }, of.report)),
          ]),
        )),
    ...(acts.length === 0 ? [] : [[actions(...acts)]]),
  ]
}

/** Head of service: what is overdue of their people. */
export function headEntries(overdue: SomeRows, say: PartSay): HomeEntry[] {
  const { head } = say.home
  return [
    ...part(head.heading, [[section(head.intro(overdue.count))]]),
    ...rowEntries(overdue, say),
    ...beyond(overdue, searchButton('overdue', say.home.head.all), say),
  ]
}
