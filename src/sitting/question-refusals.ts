import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { saidInstead } from './item-ground.ts'
import type { QuestionChangeRefusal } from './question-change.ts'
import type { AskRefusal } from './question-record.ts'
import type { QuestionWords } from './question-words.en.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.question

type AnyRefusal = AskRefusal | QuestionChangeRefusal

function atField({ code }: AnyRefusal, { errors }: QuestionWords): Record<string, string> | undefined {
  switch (code) {
    case 'text-missing':
      return { [field.text]: errors.text }
    case 'day-missing':
      return { [field.dueOn]: errors.day }
    case 'due-missing':
      return { [field.dueText]: errors.due }
    case 'in-future':
      return { [field.time]: sittingWords.refusals.inFuture }
    default:
      return undefined
  }
}

/** Why nothing was recorded, in words that say what to do next. */
export function refusalSaid(refusal: AnyRefusal, say: QuestionWords): Mrkdwn {
  switch (refusal.code) {
    case 'not-open':
      return sittingWords.refusals.notOpen()
    case 'not-a-clerk':
      return sittingWords.refusals.notAClerk()
    case 'signed':
      return sittingWords.refusals.signed()
    case 'no-item':
      return say.refusals.noItem()
    case 'not-there':
      return say.refusals.notThere()
    case 'over':
      return say.refusals.over()
    case 'not-yours':
      return say.refusals.notYours()
    case 'question-gone':
      return say.refusals.gone()
    case 'question-changed':
      return say.refusals.changed()
    default:
      return mrkdwn`${Object.values(atField(refusal, say) ?? {}).join(' ')}`
  }
}

/** A refusal as the answer to the form: at its field, or instead of the form. */
export function refusalAnswer(refusal: AnyRefusal, say: QuestionWords): SubmitAnswer {
  const errors = atField(refusal, say)
  return errors ? { errors } : saidInstead(say.refusals.title, refusalSaid(refusal, say))
}
