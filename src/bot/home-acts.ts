import { interestsAct } from '../interests/listeners.ts'
import { type MeetingWord, meetingsAct } from '../meetings/listeners.ts'
import { attendanceFiguresWord } from '../minutes/attendance-listeners.ts'
import { minutesWord } from '../minutes/minutes-listeners.ts'
import { committeeMeant } from '../programme/programme-model.ts'
import { programmeShown } from '../programme/shown.ts'
import { packAct } from '../publications/listeners.ts'
import { rollWord } from '../sitting/roll-listeners.ts'
import { openTracker } from '../tracker/list-listeners.ts'

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

/** What people do by slash commands, as buttons on their Home. */
export const homeActs: readonly MeetingWord[] = [
  packAct,
  meetingsAct,
  rollWord,
  minutesWord,
  attendanceFiguresWord,
  interestsAct,
  trackerAct,
  programmeAct,
]
