import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { EnterRefusal } from './enter-call-in.ts'
import { saidView } from './programme-views.ts'
import type { AskRefusal, WithdrawRefusal } from './request-call-in.ts'
import type { PlaceRefusal } from './rules.ts'
import type { SettleRefusal } from './settle-call-in.ts'
import { callInWordsOf, programmeWords } from './words.ts'

const { field } = ids.callIn

export type CallInRefusal = EnterRefusal | AskRefusal | WithdrawRefusal | SettleRefusal | PlaceRefusal

/** At which field a refusal is said; `undefined` where the whole act is refused. */
function fieldOf(code: CallInRefusal['code'], reasonField: string): string | undefined {
  switch (code) {
    case 'title-missing':
      return field.title
    case 'decider-missing':
      return field.decidedBy
    case 'published-ahead':
      return field.publishedOn
    case 'grounds-missing':
      return field.grounds
    case 'reason-missing':
      return reasonField
    case 'in-future':
      return field.on
    case 'meeting-gone':
    case 'meeting-off':
    case 'meeting-over':
      return field.meeting
    default:
      return undefined
  }
}

export function callInRefusal({ code }: CallInRefusal, language: string): Mrkdwn {
  const { refusals, errors } = callInWordsOf(language)
  switch (code) {
    case 'title-missing':
    case 'decider-missing':
    case 'published-ahead':
    case 'grounds-missing':
    case 'reason-missing':
    case 'in-future':
    case 'meeting-gone':
    case 'meeting-off':
    case 'meeting-over':
      return mrkdwn`${errors[code]}`
    case 'not-the-chair':
      return refusals['not-a-clerk']()
    case 'not-agreed':
      return refusals['not-called']()
    default:
      return refusals[code]()
  }
}

/** @param reasonField where this form asks for a reason */
export function callInAnswer(
  refusal: CallInRefusal,
  language: string,
  reasonField: string = field.reason,
): SubmitAnswer {
  const at = fieldOf(refusal.code, reasonField)
  const said = callInRefusal(refusal, language)
  if (at !== undefined) return { errors: { [at]: said.text } }
  const say = callInWordsOf(language)
  return { show: saidView([said], programmeWords(language), undefined, say.refusals.title) }
}
