import { paperErrorWords } from '../documents/words.en.ts'
import type { EditRefusal } from '../sitting/edit-item.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AgreeRefusal } from './agree-minutes.ts'
import type { StyleRefusal } from './choose-style.ts'
import type { CirculateRefusal } from './circulate-minutes.ts'
import type { DraftRefusal } from './draft-minutes.ts'
import type { KeepRefusal } from './keep-paper.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import type { SignRefusal } from './sign-minutes.ts'

/** Everything that the acts on minutes refuse. */
export type AnyMinutesRefusal =
  | DraftRefusal
  | CirculateRefusal
  | AgreeRefusal
  | SignRefusal
  | KeepRefusal
  | StyleRefusal
  | EditRefusal

/** Why something was not done, in words that say what to do next. */
export function saidOfRefusal(refusal: AnyMinutesRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'number-taken':
      return say.refusals['number-taken'](refusal.clash)
    case 'unreadable': {
      const { what, tryThis } = paperErrorWords(refusal.error)
      return mrkdwn`${what} ${tryThis}`
    }
    default:
      return say.refusals[refusal.code]()
  }
}
