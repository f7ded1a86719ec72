import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { meetingsToPick, pickView } from '../sitting/meetings-to-pick.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type CommandVisit, type PressVisit, type Reception } from '../slack/listen.ts'
import { meetingSheet } from './meeting-sheet.ts'
import { sheetFile } from './meeting-sheet-paper.ts'
import { sheetWords as say } from './meeting-sheet-words.en.ts'

/** `/meeting sheet`: of the next meeting, or of the one that is chosen. */
export const sheetWord: MeetingWord = {
  word: 'sheet',
  async open(visit) {
    const { visitor, client, triggerId, answer } = visit
    const meetings = await meetingsToPick(visitor.house, visitor.personId, 'ahead')
    if (meetings === 'not-a-clerk') return answer(say.notAClerk())
    const [first, ...more] = meetings
    if (!first) return answer(sittingWords.pick.noneAhead())
    if (more.length === 0) return giveSheet(visit, first.id)
    await client.views.open({ trigger_id: triggerId, view: pickView(meetings, ids.sitting.sheet) })
  },
}

/** The sheet that a clerk prints before a meeting. */
export function registerSheet(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.sitting.sheet },
    asOpening(reception, (visit) => giveSheet(visit, visit.value)),
  )
}

async function giveSheet(
  { visitor, client, answer }: Pick<CommandVisit | PressVisit, 'visitor' | 'client' | 'answer'>,
  meetingId: string,
): Promise<void> {
  const { house, personId, slackUserId } = visitor
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return answer(sittingWords.refusals.gone())
  if (!(await isClerk(house, meeting.committeeId, personId))) return answer(say.notAClerk())
  // Said first: writing the file may take longer than there is to answer in.
  await answer(say.coming())
  // A clerk's paper: it goes to whoever asked, and into no channel.
  await handOver(client, slackUserId, await sheetFile(await meetingSheet(house, meeting)))
}
