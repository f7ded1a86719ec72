import { longDate } from '../calendar/words.en.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { exclusionsOfMeeting } from '../sitting/exclusions.ts'
import { questionsOfMeeting } from '../sitting/questions.ts'
import { urgencyRulingsOfMeeting } from '../sitting/urgency-rulings.ts'
import { localTime } from './attendance-of-sitting.ts'
import type { Minute } from './minutes-model.ts'

type SaidAtItem = Pick<Minute, 'questions' | 'requests' | 'urgency' | 'exclusions'>

/** What was asked, ruled and closed to the public at a meeting, by the business in which it was. */
export async function saidAtItems(
  rows: CouncilRows,
  { meeting }: SittingAtHand,
): Promise<(recordId: string) => SaidAtItem> {
  const questions = await questionsOfMeeting(rows, meeting.id)
  const rulings = await urgencyRulingsOfMeeting(rows, meeting.id)
  const exclusions = await exclusionsOfMeeting(rows, meeting.id)
  return (recordId) => {
    const here = <T extends { readonly recordId: string }>(those: readonly T[]) =>
      those.filter((one) => one.recordId === recordId)
    const asked = here(questions)
    return {
      questions: asked.filter(({ kind }) => kind === 'area').map(({ text }) => text),
      requests: asked
        .filter(({ kind }) => kind === 'request')
        .map(({ text, ownerName, dueOn, dueText }) => ({
          text,
          owner: ownerName,
          due: dueOn === undefined ? dueText : longDate(dueOn),
        })),
      // Ruled again, the last word counts.
      urgency: here(rulings).slice(-1),
      exclusions: here(exclusions).map(({ text, readmittedAt }) => ({
        text,
        readmitted: readmittedAt && localTime(readmittedAt, meeting.timeZone),
      })),
    }
  }
}
