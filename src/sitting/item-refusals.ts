import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { ChangeDisclosureRefusal, ToldRefusal } from './disclose-change.ts'
import type { DiscloseRefusal } from './disclose-interest.ts'
import type { ExclusionRefusal, ReadmitRefusal, StrikeExclusionRefusal } from './exclude-public.ts'
import { saidInstead } from './item-ground.ts'
import type { ItemWords } from './item-words.en.ts'
import type { RulingRefusal } from './rule-urgency.ts'
import { sittingWords } from './words.en.ts'

/** Everything that the acts about an item refuse. */
export type ItemRefusal =
  | DiscloseRefusal
  | ChangeDisclosureRefusal
  | ToldRefusal
  | RulingRefusal
  | ExclusionRefusal
  | ReadmitRefusal
  | StrikeExclusionRefusal

const { field } = ids.item

/** What is said at a field of the form, where there is one for it. */
function atField({ code }: ItemRefusal, say: ItemWords): Readonly<Record<string, string>> | undefined {
  switch (code) {
    case 'in-future':
      return { [field.time]: sittingWords.refusals.inFuture }
    case 'nature-missing':
      return { [field.nature]: say.disclose.natureMissing }
    case 'registration-missing':
      return { [field.registration]: say.disclose.registrationMissing }
    case 'circumstances-missing':
      return { [field.circumstances]: say.ruling.missing }
    case 'nobody-presides':
      return { [field.time]: say.ruling.nobodyPresides }
    case 'no-motion':
      return { [field.text]: say.exclusion.missing }
    default:
      return undefined
  }
}

/** Why something was not entered, in words that say what to do next. */
export function itemRefusalSaid(refusal: ItemRefusal, say: ItemWords): Mrkdwn {
  const { refusals } = say
  const common = sittingWords.refusals
  switch (refusal.code) {
    case 'not-open':
      return common.notOpen()
    case 'not-a-clerk':
      return common.notAClerk()
    case 'signed':
      return common.signed()
    case 'item-gone':
    case 'no-such-item':
      return common.itemGone()
    case 'excluded-already':
      return refusals.excludedAlready()
    case 'public-there':
    case 'exclusion-gone':
      return refusals.publicThere()
    case 'no-motion':
      return refusals.noMotion()
    case 'description-missing':
      return refusals.description()
    case 'disclosure-gone':
      return refusals.disclosureGone()
    case 'not-an-officer':
      return refusals.notAnOfficer()
    case 'not-a-member':
      return refusals.notAMember()
    case 'no-such-kind':
      return refusals.noSuchKind()
    case 'no-leave':
      return refusals.noLeave()
    case 'no-whip':
      return refusals.noWhip()
    default:
      return mrkdwn`${Object.values(atField(refusal, say) ?? {}).join(' ')}`
  }
}

/** A refusal as the answer to a form: at its field, or instead of the form. */
export function itemRefusalAnswer(refusal: ItemRefusal, say: ItemWords): SubmitAnswer {
  const errors = atField(refusal, say)
  return errors ? { errors } : saidInstead(say.refusals.title, itemRefusalSaid(refusal, say))
}
