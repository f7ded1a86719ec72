import type { ModalView } from '@slack/types'
import { NATURE_LIMIT } from '../interests/confirm-view.ts'
import type { DispensationAtHand } from '../interests/dispensation-rules.ts'
import { WHIP } from '../interests/form-metadata.ts'
import type { CouncilCode } from '../interests/kind-rules.ts'
import type { InterestWords } from '../interests/words.en.ts'
import { kindName } from '../interests/words.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { type Choice, modal, radioField, selectField, textField, tickField } from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { conductChoices } from './interests-view.ts'
import { timeOf } from './item-views.ts'
import type { ItemWords } from './item-words.en.ts'

const { field } = ids.item

export interface DiscloseForm {
  readonly meeting: MeetingAtHand
  readonly members: readonly Choice[]
  readonly items: readonly Choice[]
  /** The item that is meant, or the whole meeting. */
  readonly which: string
  readonly code: CouncilCode
  readonly dispensations: readonly (DispensationAtHand & { readonly whose: string | undefined })[]
  readonly metadata: string
  readonly time: string
}

/** What a member declared without notice, with everything that is known of it. */
export function discloseModal(form: DiscloseForm, say: ItemWords, words: InterestWords): ModalView {
  const { code } = form
  const { disclose } = say
  return modal({
    id: ids.item.discloseForm,
    title: disclose.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      selectField({ id: field.member, label: disclose.member, choices: form.members }),
      selectField({
        id: freshId(field.item, 'declared'),
        label: disclose.item,
        choices: form.items,
        chosen: form.which,
      }),
      selectField({
        id: field.type,
        label: disclose.type,
        choices: [
          ...code.kinds.map((kind) => ({ value: kind.id, text: kindName(code, kind.id, words) })),
          ...(code.whip.asks ? [{ value: WHIP, text: words.whip }] : []),
        ],
      }),
      textField({
        id: field.nature,
        label: disclose.nature,
        hint: disclose.natureHint,
        multiline: true,
        optional: true,
        maxLength: NATURE_LIMIT,
      }),
      tickField({
        id: field.sensitive,
        label: disclose.sensitive,
        hint: disclose.sensitiveHint,
        choices: [{ value: 'yes', text: disclose.sensitiveTick }],
        optional: true,
      }),
      radioField({
        id: field.holder,
        label: disclose.holder,
        choices: (['own', 'partner'] as const).map((value) => ({ value, text: words.holders[value] })),
        chosen: 'own',
      }),
      ...(code.kinds.some((kind) => kind.notifying)
        ? [
            selectField({
              id: field.registration,
              label: disclose.registration,
              hint: disclose.registrationHint,
              choices: (['registered', 'pending', 'neither'] as const).map((value) => ({
                value,
                text: words.registrations[value],
              })),
              optional: true,
            }),
          ]
        : []),
      ...(form.dispensations.length === 0
        ? []
        : [
            selectField({
              id: field.dispensation,
              label: disclose.dispensation,
              choices: form.dispensations.map(({ id, scope, until, whose }) => ({
                value: id,
                text: disclose.dispensationChoice(scope, until, whose ?? disclose.general),
              })),
              optional: true,
            }),
          ]),
      selectField({ id: field.did, label: disclose.did, choices: conductChoices(say), optional: true }),
      timeOf(form.meeting, form.time),
    ],
  })
}
