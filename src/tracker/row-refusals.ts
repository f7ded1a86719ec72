import { modal, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { clockWords } from './clock-form-words.en.ts'
import type { RowWords } from './row-words.en.ts'

const { field } = ids.row

/** Every code with which something about a row is refused. */
type Code =
  | 'row-gone'
  | 'not-a-clerk'
  | 'row-changed'
  | 'row-over'
  | 'why-missing'
  | 'text-missing'
  | 'meeting-gone'
  | 'not-open'
  | 'range-reversed'
  | 'words-missing'
  | 'not-a-recommendation'
  | 'reasons-missing'
  | 'body-missing'
  | 'not-yet'
  | 'before-it-was-made'
  | 'published-before'
  | 'published-not-yet'
  | 'no-event'
  | 'due-before'
  | 'not-in-nation'
  | 'nothing-started'
  | 'runs-already'

export interface AnyRowRefusal {
  readonly code: Code
}

function atField({ code }: AnyRowRefusal, { refusals }: RowWords): Record<string, string> | undefined {
  switch (code) {
    case 'why-missing':
      return { [field.why]: refusals.why }
    case 'text-missing':
      return { [field.text]: refusals.text }
    case 'range-reversed':
      return { [field.dueOn]: refusals.reversed }
    case 'words-missing':
      return { [field.dueText]: refusals.words }
    case 'reasons-missing':
      return { [field.reasons]: refusals.reasons }
    case 'body-missing':
      return { [field.body]: refusals.body }
    case 'not-yet':
      return { [field.on]: refusals.notYet }
    case 'before-it-was-made':
      return { [field.on]: refusals.beforeMade }
    case 'published-before':
      return { [field.publishedOn]: refusals.publishedBefore }
    case 'published-not-yet':
      return { [field.publishedOn]: refusals.notYet }
    case 'due-before':
      return { [field.dueOn]: refusals.dueBefore }
    default:
      return undefined
  }
}

/** Why nothing was done, in words that say what to do next. */
export function rowRefusalSaid(refusal: AnyRowRefusal, say: RowWords): Mrkdwn {
  const { refusals } = say
  switch (refusal.code) {
    case 'row-gone':
      return refusals.gone()
    case 'not-a-clerk':
      return refusals.notAClerk()
    case 'row-changed':
      return refusals.changed()
    case 'row-over':
      return refusals.over()
    case 'meeting-gone':
    case 'not-open':
      return refusals.noMeeting()
    case 'not-a-recommendation':
      return refusals.notRecommendation()
    case 'no-event':
      return refusals.noEvent()
    case 'not-in-nation':
      return clockWords.refusals.notInNation()
    case 'nothing-started':
      return clockWords.refusals.nothingStarted()
    case 'runs-already':
      return clockWords.refusals.runsAlready()
    default:
      return mrkdwn`${Object.values(atField(refusal, say) ?? {}).join(' ')}`
  }
}

/** A refusal as the answer to the form: at its field, or instead of the form. */
export function rowRefusalAnswer(refusal: AnyRowRefusal, say: RowWords): SubmitAnswer {
  const errors = atField(refusal, say)
  return errors ? { errors } : saidInstead(rowRefusalSaid(refusal, say), say)
}

export function saidInstead(why: Mrkdwn, say: RowWords): SubmitAnswer {
  return { show: modal({ title: say.refusals.title, close: say.close, blocks: sections(why) }) }
}
