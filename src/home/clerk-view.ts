import { quorumWords } from '../apologies/quorum-words.en.ts'
import { troubleNotice } from '../cards/trouble-view.ts'
import { words as troubleWords } from '../cards/trouble-words.en.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { actions, button, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { ClerkHome, ForecastShown, HomeEntry } from './home-model.ts'
import { actButton, listButton, type PartSay, part, proposalEntries, withButton } from './parts.ts'
import type { HomeActWord } from './words.en.ts'

/** What needs a clerk today, then their committees with a button for every act. */
export function clerkEntries(model: ClerkHome, say: PartSay): HomeEntry[] {
  const needed = [...urgentEntries(model, say), ...trackerEntries(model, say)]
  return [
    ...part(say.home.clerk.heading, needed.length === 0 ? [[section(say.home.clerk.nothing())]] : needed),
    ...part(say.home.clerk.committees, [actRows(say), ...committeeEntries(model, say)]),
  ]
}

function urgentEntries(model: ClerkHome, say: PartSay): HomeEntry[] {
  const { clerk } = say.home
  return [
    ...model.deadlines.map(({ meeting, latest, isPast, isCovered }): HomeEntry => {
      const [publish] = actButton(say, 'pack')
      return [withButton(clerk.deadline(meeting, latest, { isPast, isCovered }), publish)]
    }),
    ...model.troubles.map((trouble) => troubleNotice(trouble, troubleWords).blocks),
    ...(model.moreTroubles > 0 ? [[section(clerk.moreTroubles(model.moreTroubles))]] : []),
    ...model.forecasts.map((one) => forecastEntry(one)),
    ...model.toMinute.map((meeting): HomeEntry => {
      const open = button({ id: ids.minutes.open, text: clerk.draft, value: meeting.id })
      return [withButton(clerk.toMinute(meeting), open)]
    }),
    ...proposalEntries(model.proposals, say),
  ]
}

function trackerEntries({ tracker }: ClerkHome, say: PartSay): HomeEntry[] {
  const { tracker: words, show } = say.home.clerk
  const listed = (count: number, said: (count: number) => Mrkdwn, text?: string): HomeEntry[] =>
    count === 0 ? [] : [[withButton(said(count), text === undefined ? undefined : listButton(text, show))]]
  return [
    ...listed(tracker.overdue, words.overdue, 'overdue'),
    ...listed(tracker.unowned, words.unowned, 'no owner'),
    ...listed(tracker.proposed, words.proposed, 'proposed'),
    ...listed(tracker.wishes, words.wishes),
    ...listed(tracker.answers, words.answers),
  ]
}

/** A meeting whose quorum is not certain; the same words as in the clerks' list. */
export function forecastEntry({ meeting, forecast }: ForecastShown): HomeEntry {
  const what = quorumWords.whatToDo(forecast)
  return sections(
    joinMrkdwn([
      mrkdwn`${quorumWords.inList(forecast)} ${meetingWords.meeting(meeting)}`,
      ...(what ? [what] : []),
    ]),
  )
}

/** A button for every act: of meetings, of the tracker, and of how they work. */
function actRows(say: PartSay): HomeEntry {
  const of = (...words: readonly HomeActWord[]) => words.flatMap((word) => actButton(say, word))
  const rows = [
    [
      ...actButton(say, 'pack', 'primary'),
      ...of('meetings', 'open', 'roll', 'sheet', 'minutes', 'calendar', 'programme'),
    ],
    of('tracker', 'add', 'paper', 'figures', 'import', 'leave'),
    [
      ...of('attendance', 'six-months', 'vote-settings'),
      button({ id: ids.reminders.settings, text: say.home.settings, value: 'home' }),
    ],
  ]
  return rows.flatMap((buttons) => (buttons.length === 0 ? [] : [actions(...buttons)]))
}

function committeeEntries({ committees }: ClerkHome, say: PartSay): HomeEntry[] {
  return committees.map(({ id, name, next }) => [
    section(say.home.clerk.committee(name, next)),
    actions(
      ...(next
        ? [
            button({ id: ids.meeting.change, text: say.home.changeMeeting, value: next.id }),
            button({ id: ids.supplement.list, text: say.home.supplements, value: next.id }),
            button({ id: ids.sitting.open, text: say.home.openMeeting, value: next.id }),
          ]
        : []),
      button({ id: ids.trackerDesk.open, text: say.home.desk, value: id }),
      button({ id: ids.quorum.open, text: say.home.quorum, value: id }),
    ),
  ])
}
