import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { EntryRefusal } from './acting.ts'
import type { ArrangeRefusal, MoveRefusal } from './arrange-entry.ts'
import type { DecideRefusal } from './decide-proposal.ts'
import type { UndoRefusal } from './edit-entry.ts'
import type { ProposeRefusal, TakeBackRefusal } from './propose-entry.ts'
import type { SaidRefusal } from './rules.ts'
import { notDone } from './shown.ts'
import { programmeWords } from './words.ts'

const { field } = ids.programme

export type ProgrammeRefusal =
  | EntryRefusal
  | ArrangeRefusal
  | MoveRefusal
  | DecideRefusal
  | UndoRefusal
  | ProposeRefusal
  | TakeBackRefusal
  | SaidRefusal

/** A refusal in words, of whatever in the programme. */
export function refusalSaid({ code }: ProgrammeRefusal, language: string): Mrkdwn | string {
  const { refusals, errors } = programmeWords(language)
  switch (code) {
    case 'title-missing':
    case 'reason-missing':
    case 'why-missing':
    case 'no-delegation':
    case 'meeting-gone':
    case 'meeting-off':
    case 'meeting-over':
      return errors[code]
    default:
      return refusals[code]()
  }
}

/** At which field of a form a refusal is said; none where the whole act is refused. */
const FIELDS: Partial<Record<ProgrammeRefusal['code'], string>> = {
  'title-missing': field.title,
  'reason-missing': field.reason,
  'why-missing': field.by,
  'no-delegation': field.authority,
  'meeting-gone': field.place,
  'meeting-off': field.place,
  'meeting-over': field.place,
}

/** @param reasonField where a missing reason is asked for on this form */
export function refusalAnswer(
  refusal: ProgrammeRefusal,
  language: string,
  {
    committeeId,
    reasonField = field.reason,
  }: { readonly committeeId?: string; readonly reasonField?: string } = {},
): SubmitAnswer {
  const said = refusalSaid(refusal, language)
  if (typeof said !== 'string') return notDone(said, language, committeeId)
  const at = refusal.code === 'reason-missing' ? reasonField : (FIELDS[refusal.code] ?? field.title)
  return { errors: { [at]: said } }
}
