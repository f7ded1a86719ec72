import { sixMonthWordsOfMeeting } from '../apologies/six-month-listeners.ts'
import { calendarWord } from '../cards/feed-listeners.ts'
import { interestsAct } from '../interests/listeners.ts'
import { type MeetingWord, meetingsAct } from '../meetings/listeners.ts'
import { attendanceFiguresWord } from '../minutes/attendance-listeners.ts'
import { sheetWord } from '../minutes/meeting-sheet-listeners.ts'
import { minutesWord } from '../minutes/minutes-listeners.ts'
import { trackerFiguresWord } from '../minutes/tracker-figures-listeners.ts'
import { trackerPaperWord } from '../minutes/tracker-paper-listeners.ts'
import { committeeMeant } from '../programme/programme-model.ts'
import { programmeShown } from '../programme/shown.ts'
import { packAct } from '../publications/listeners.ts'
import { openWord } from '../sitting/open-listeners.ts'
import { rollWord } from '../sitting/roll-listeners.ts'
import { importWord } from '../tracker/import-listeners.ts'
import { leaveWord } from '../tracker/leave-listeners.ts'
import { openTracker } from '../tracker/list-listeners.ts'
import { addWord } from '../tracker/row-listeners.ts'
import { settingsShown } from '../votes/settings-listeners.ts'

/** What `/tracker` begins. */
const trackerAct: MeetingWord = { word: 'tracker', open: openTracker }

/** What `/programme` begins. */
const programmeAct: MeetingWord = {
  word: 'programme',
  async open({ visitor, client, triggerId, channelId, answer }) {
    const shown = await programmeShown(
      visitor,
      await committeeMeant(visitor.house, visitor.personId, channelId),
    )
    if ('why' in shown) return answer(shown.why)
    await client.views.open({ trigger_id: triggerId, view: shown.view })
  },
}

/** What `/vote settings` begins. */
const voteSettingsAct: MeetingWord = {
  word: 'vote-settings',
  async open({ visitor, client, triggerId, answer }) {
    const shown = await settingsShown(visitor)
    if ('why' in shown) return answer(shown.why)
    await client.views.open({ trigger_id: triggerId, view: shown.view })
  },
}

/** What people do by slash commands, as buttons on their Home. */
export const homeActs: readonly MeetingWord[] = [
  packAct,
  meetingsAct,
  openWord,
  rollWord,
  sheetWord,
  minutesWord,
  calendarWord,
  attendanceFiguresWord,
  ...sixMonthWordsOfMeeting,
  interestsAct,
  voteSettingsAct,
  trackerAct,
  addWord,
  importWord,
  trackerPaperWord,
  trackerFiguresWord,
  leaveWord,
  programmeAct,
]
