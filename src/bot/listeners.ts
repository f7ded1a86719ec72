import type { App } from '@slack/bolt'
import { registerAttendance } from '../apologies/attendance-listeners.ts'
import { register as registerApologies } from '../apologies/listeners.ts'
import { quorumWord, registerQuorum } from '../apologies/quorum-listeners.ts'
import { registerSixMonths, sixMonthWordsOfMeeting } from '../apologies/six-month-listeners.ts'
import { register as registerAgenda } from '../cards/agenda-listeners.ts'
import { register as registerControl } from '../cards/control-listeners.ts'
import { calendarWord } from '../cards/feed-listeners.ts'
import { registerOwed } from '../cards/owed-listeners.ts'
import { register as registerReceipts } from '../cards/receipts-listeners.ts'
import { register as registerTroubles } from '../cards/trouble-listeners.ts'
import { register as registerWhole } from '../cards/whole-listeners.ts'
import { register as registerConnectors } from '../connectors/listeners.ts'
import { settleAfterChange } from '../connectors/settle-standing.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { registerHomeTab } from '../home/home-listeners.ts'
import { register as registerHome } from '../home/listeners.ts'
import type { Homes } from '../home/publish-home.ts'
import { register as registerInterests } from '../interests/listeners.ts'
import { register as registerMeetings } from '../meetings/listeners.ts'
import { attendanceFiguresWord, registerAttendanceFigures } from '../minutes/attendance-listeners.ts'
import { registerChairsLetter } from '../minutes/chairs-letter-listeners.ts'
import { registerMinutes } from '../minutes/listeners.ts'
import { registerSheet, sheetWord } from '../minutes/meeting-sheet-listeners.ts'
import { minutesWord } from '../minutes/minutes-listeners.ts'
import { registerProgrammePaper } from '../minutes/programme-listeners.ts'
import { trackerFiguresWord } from '../minutes/tracker-figures-listeners.ts'
import { registerTrackerPapers, trackerPaperWord } from '../minutes/tracker-paper-listeners.ts'
import { registerVotePictures } from '../minutes/vote-listeners.ts'
import { linesPutDown } from '../programme/agenda-lines.ts'
import { register as registerProgramme } from '../programme/listeners.ts'
import { register as registerPublications } from '../publications/listeners.ts'
import type { PackDesk } from '../publications/pack-desk.ts'
import { register as registerReminders } from '../reminders/listeners.ts'
import { registerItems } from '../sitting/item-listeners.ts'
import { register as registerSitting } from '../sitting/listeners.ts'
import { openWord } from '../sitting/open-listeners.ts'
import { rollWord } from '../sitting/roll-listeners.ts'
import { ids } from '../slack/ids.ts'
import type { Reception } from '../slack/listen.ts'
import { importWord, registerTrackerImports } from '../tracker/import-listeners.ts'
import { leaveWord } from '../tracker/leave-listeners.ts'
import { registerTrackerList } from '../tracker/list-listeners.ts'
import { registerOutcomes } from '../tracker/outcome-listeners.ts'
import { registerOwners } from '../tracker/owner-listeners.ts'
import { addWord, deskWord, registerRows } from '../tracker/row-listeners.ts'
import { registerVotes } from '../votes/listeners.ts'
import { homeActs } from './home-acts.ts'

/** Everything that Scrutineer answers to, the same over either transport. */
export function registerListeners(
  app: App,
  reception: Reception,
  desk: PackDesk,
  readingDesk: ReadingDesk,
  homes: Homes,
): void {
  registerMeetings(
    app,
    reception,
    [settleAfterChange],
    [
      openWord,
      rollWord,
      sheetWord,
      quorumWord,
      attendanceFiguresWord,
      minutesWord,
      calendarWord,
      ...sixMonthWordsOfMeeting,
    ],
  )
  registerPublications(app, reception, desk, linesPutDown)
  registerApologies(app, reception)
  registerQuorum(app, reception)
  registerSixMonths(app, reception)
  registerAttendance(app, reception)
  registerAttendanceFigures(app, reception)
  registerSheet(app, reception)
  registerMinutes(app, reception, readingDesk)
  registerInterests(app, reception)
  registerSitting(app, reception)
  registerItems(app, reception)
  registerVotes(app, reception)
  registerVotePictures(app, reception)
  registerProgramme(app, reception, readingDesk)
  registerProgrammePaper(app, reception)
  registerTrackerImports(app, reception, readingDesk)
  registerTrackerPapers(app, reception)
  registerOutcomes(app, reception)
  registerRows(app, reception)
  registerTrackerList(app, reception, [
    addWord,
    deskWord,
    leaveWord,
    importWord,
    trackerPaperWord,
    trackerFiguresWord,
  ])
  registerConnectors(app, reception, desk)
  registerTroubles(app, reception)
  registerAgenda(app, reception)
  registerWhole(app, reception)
  registerControl(app, reception)
  registerReceipts(app, reception)
  registerOwners(app, reception)
  registerOwed(app, reception)
  registerChairsLetter(app, reception)
  registerReminders(app, reception)
  registerHome(app, reception, desk)
  registerHomeTab(app, reception, homes, homeActs)
  // A button with an address opens it by itself; Slack still wants the press acknowledged.
  for (const id of [ids.link, ids.calendar]) app.action(id, async ({ ack }) => ack())
}
