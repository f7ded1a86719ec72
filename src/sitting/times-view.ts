import type { ModalView } from '@slack/types'
import { modal, section, selectField, timeField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { TimeOfSitting } from './correct-time.ts'
import { stateWords } from './state-words.en.ts'
import { sittingWords as say, timeWords } from './words.en.ts'

const { field } = ids.sitting
const words = stateWords.times

/** When the meeting began, was interrupted, went on and ended, of which one was entered wrongly. */
export function timesModal(sitting: SittingAtHand, times: readonly TimeOfSitting[]): ModalView {
  const { meeting, version } = sitting
  return modal({
    id: ids.sitting.timesForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: toMetadata({ id: meeting.id, version }),
    blocks: [
      section(words.intro()),
      selectField({
        id: field.which,
        label: words.which,
        // The latest first: no meeting was ever interrupted so often that they do not fit.
        choices: times
          .toReversed()
          .slice(0, limits.select.options)
          .map(({ id, kind, at, note }) => ({
            value: id,
            text: shortened(words.line(kind, timeWords(at, meeting.timeZone), note), limits.option.text),
          })),
      }),
      timeField({ id: field.time, label: words.right, hint: say.timeHint }),
    ],
  })
}
