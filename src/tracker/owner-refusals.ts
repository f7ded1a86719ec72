import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AskRefusal } from './ask-for-time.ts'
import type { ClearRefusal } from './clear-answer.ts'
import type { DecideRefusal } from './decide-wish.ts'
import type { AnswerRefusal } from './give-answer.ts'
import { saidView } from './owner-views.ts'
import type { OwnerWords } from './owner-words.en.ts'
import type { ProposeRefusal } from './propose-complete.ts'
import type { NotMineRefusal } from './say-not-mine.ts'
import type { UpdateRefusal } from './update-action.ts'

export type AnyOwedRefusal =
  | UpdateRefusal
  | ProposeRefusal
  | AskRefusal
  | NotMineRefusal
  | AnswerRefusal
  | DecideRefusal
  | ClearRefusal

/** Which field of the form is wrong, where it is one. */
function atField(refusal: AnyOwedRefusal, { errors }: OwnerWords): Record<string, string> | undefined {
  const { field } = ids.owed
  switch (refusal.code) {
    case 'text-missing':
      return { [field.text]: errors['text-missing'] }
    case 'why-missing':
      return { [field.why]: errors['why-missing'] }
    case 'day-missing':
      return { [field.until]: errors['day-missing'], [field.doneOn]: errors['day-missing'] }
    case 'day-ahead':
      return { [field.doneOn]: errors['day-ahead'] }
    case 'day-past':
      return { [field.until]: errors['day-past'] }
    case 'day-no-later':
      return { [field.until]: errors['day-no-later'] }
    case 'whose-missing':
      return { [field.name]: errors['whose-missing'] }
    case 'theirs-already':
      return { [field.person]: errors['theirs-already'] }
    case 'nothing-said':
      return { [ids.answer.field.text]: errors['nothing-said'] }
    case 'clearer-missing':
      return { [ids.answer.field.clearer]: errors['clearer-missing'] }
    case 'address':
      return { [ids.answer.field.address]: errors.address(refusal.why) }
    default:
      return undefined
  }
}

/** Why nothing was done, in words that say what to do next. */
export function owedRefusalSaid(refusal: AnyOwedRefusal, say: OwnerWords): Mrkdwn {
  switch (refusal.code) {
    case 'row-gone':
    case 'wish-gone':
    case 'answer-gone':
      return say.refusals.gone()
    case 'not-yours':
      return say.refusals.notYours()
    case 'row-over':
      return say.refusals.over()
    case 'asked-already':
      return say.refusals.asked()
    case 'closed-row':
      return say.refusals.closedRow()
    case 'no-file-here':
      return say.refusals.noFile()
    case 'decided':
      return say.refusals.decided()
    default:
      return mrkdwn`${Object.values(atField(refusal, say) ?? {}).join(' ')}`
  }
}

/** A refusal as the answer to the form: at its field, or instead of the form. */
export function owedRefusalAnswer(refusal: AnyOwedRefusal, say: OwnerWords): SubmitAnswer {
  const errors = atField(refusal, say)
  return errors
    ? { errors }
    : { show: saidView(say.refusals.title, owedRefusalSaid(refusal, say), say.close) }
}
