import type { ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { modal, section, sections, textField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { SittingAtHand } from './at-hand.ts'
import { STATE_CHANGES, type StateChange } from './state-rules.ts'
import { stateWords as words } from './state-words.en.ts'
import { whenField } from './time-field.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting
/** A sentence. */
const NOTE_LIMIT = 200

/** The button of each change. */
export const STATE_BUTTONS: Readonly<Record<StateChange, string>> = {
  adjourned: ids.sitting.adjourn,
  resumed: ids.sitting.resume,
  closed: ids.sitting.close,
  inquorate: ids.sitting.inquorate,
  reopened: ids.sitting.reopen,
}

/** Which meeting, and what becomes of it, as the form carries it. */
function stateMetadata(meetingId: string, change: StateChange): string {
  return `${meetingId}/${change}`
}

export function stateOfMetadata(text: string): { meetingId: string; change: StateChange } | undefined {
  const [meetingId = '', wanted] = text.split('/')
  const change = STATE_CHANGES.find((one) => one === wanted)
  return change && { meetingId, change }
}

/** The form that adjourns, resumes, closes, ends or reopens a meeting, at the true time. */
export function stateModal(sitting: SittingAtHand, change: StateChange, now: Temporal.Instant): ModalView {
  const { meeting, business } = sitting
  const waiting = business.filter(({ state }) => state === 'waiting').map((item) => say.item(item))
  const ends = change === 'closed' || change === 'inquorate'
  return modal({
    id: ids.sitting.stateForm,
    title: words.titles[change],
    submit: words.submits[change],
    close: say.cancel,
    metadata: stateMetadata(meeting.id, change),
    blocks: [
      section(words.intros[change]),
      ...(ends && waiting.length > 0 ? sections(words.notTaken(waiting)) : []),
      whenField(meeting, now, { isNow: true }),
      ...(change === 'adjourned'
        ? [
            textField({
              id: field.note,
              label: words.note,
              hint: words.noteHint,
              optional: true,
              maxLength: NOTE_LIMIT,
            }),
          ]
        : []),
    ],
  })
}
