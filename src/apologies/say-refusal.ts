import type { House } from '../database/house.ts'
import { clerkNames } from '../meetings/clerk-names.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AnswerRefusal } from './rules.ts'
import { substituteWords } from './substitute-words.ts'
import type { SubstituteRefusal } from './substituting.ts'
import type { ApologiesWords } from './words.en.ts'

/** A refusal as the person reads it, with the clerks to turn to. */
export async function sayRefusal(
  house: House,
  refusal: AnswerRefusal | SubstituteRefusal,
  meetingId: string,
  say: ApologiesWords,
): Promise<Mrkdwn> {
  switch (refusal.code) {
    case 'not-a-member':
      return say.refusals.notAMember(refusal.meeting, await clerkNames(house, meetingId))
    case 'meeting-cancelled':
      return say.refusals.cancelled(refusal.meeting)
    case 'meeting-postponed':
      return say.refusals.postponed(refusal.meeting)
    case 'meeting-moved':
      return say.refusals.moved(refusal.meeting)
    case 'meeting-over':
      return say.refusals.over(refusal.meeting, await clerkNames(house, meetingId))
    case 'meeting-gone':
      return say.refusals.gone()
    case 'not-a-clerk':
      return say.refusals.notAClerk()
    case 'nothing-to-withdraw':
      return say.refusals.nothingToWithdraw(refusal.meeting)
    default:
      return mrkdwn`${saySubstituteRefusal(refusal, house.timeZone, 'en')}`
  }
}

/** Why a substitute is not named, or an answer not taken, in plain words that stand at a field as well. */
export function saySubstituteRefusal(refusal: SubstituteRefusal, timeZone: string, language: string): string {
  const { refusals: say } = substituteWords(language)
  switch (refusal.code) {
    case 'no-substitutes':
      return say.noSubstitutes
    case 'not-absent':
      return say.notAbsent
    case 'too-late':
      return say.tooLate(refusal.until, timeZone)
    case 'year-full':
      return say.yearFull(refusal.most)
    case 'not-in-pool':
      return say.notInPool(refusal.name, refusal.why)
    case 'not-yours-to-name':
      return say.notYoursToName
    case 'substitution-ended':
      return say.ended
    case 'not-yours-to-answer':
      return say.notYoursToAnswer
  }
}

const OF_SUBSTITUTES = [
  'no-substitutes',
  'not-absent',
  'too-late',
  'year-full',
  'not-in-pool',
  'not-yours-to-name',
  'substitution-ended',
  'not-yours-to-answer',
] as const satisfies readonly SubstituteRefusal['code'][]

/** Whether a refusal is about the substitute and not about the answer itself. */
export function isAboutSubstitute(refusal: AnswerRefusal | SubstituteRefusal): refusal is SubstituteRefusal {
  return OF_SUBSTITUTES.some((code) => code === refusal.code)
}
