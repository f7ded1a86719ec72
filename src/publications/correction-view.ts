import type { ModalView } from '@slack/types'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { contexts, modal, sections, urlField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import type { CorrectionWords } from './correction-words.en.ts'
import { lineFields } from './form-parts.ts'
import { lineOf } from './item-lines.ts'
import type { ItemLine } from './types.ts'
import type { PublicationWords } from './words.en.ts'

export interface CorrectionModel {
  readonly metadata: string
  readonly meeting: MeetingInWords
  readonly items: readonly ItemLine[]
  readonly publicAddress: string
}

/** The papers as they are out, to be corrected line by line. */
export function correctionModal(
  model: CorrectionModel,
  say: { readonly pack: PublicationWords; readonly correction: CorrectionWords },
): ModalView {
  return modal({
    id: ids.pack.correctForm,
    title: say.correction.title,
    submit: say.correction.submit,
    close: say.pack.cancel,
    metadata: model.metadata,
    blocks: [
      ...sections(say.correction.intro(model.meeting)),
      ...contexts(say.correction.explains()),
      ...lineFields({
        lines: model.items.map(lineOf),
        mark: 'correct',
        label: say.pack.review.items,
        hint: () => say.pack.review.itemsHint,
        placeholder: say.pack.review.itemsPlaceholder,
      }),
      urlField({
        id: ids.pack.field.publicAddress,
        label: say.pack.review.publicAddress,
        hint: say.pack.review.publicAddressHint,
        value: model.publicAddress,
        optional: true,
      }),
    ],
  })
}

/** What came of it, or why nothing did. */
export function correctionTold(
  said: readonly Mrkdwn[],
  say: { readonly pack: PublicationWords; readonly correction: CorrectionWords },
): ModalView {
  return modal({
    title: say.correction.title,
    close: say.pack.close,
    blocks: sections(joinMrkdwn(said, '\n')),
  })
}
