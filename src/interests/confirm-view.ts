import type { KnownBlock, ModalView } from '@slack/types'
import { context, contexts, modal, radioField, section, sections, textField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import type { DispensationAtHand } from './dispensation-rules.ts'
import type { ConfirmMetadata } from './form-metadata.ts'
import type { CouncilCode, InterestKind } from './kind-rules.ts'
import type { ItemAsked } from './meeting-items.ts'
import { type Effect, effectOf, type Registration, whipEffect } from './rules.ts'
import { whereSaid } from './views.ts'
import type { InterestWords } from './words.en.ts'
import { kindName } from './words.ts'

const field = ids.interests.field

/** In what an interest lies is a sentence or two. */
export const NATURE_LIMIT = 1_000
const NOTE_LIMIT = 200

export interface ConfirmForm {
  readonly metadata: ConfirmMetadata
  readonly code: CouncilCode
  /** Absent for a party whip. */
  readonly kind: InterestKind | undefined
  /** None for the whole meeting. */
  readonly items: readonly ItemAsked[]
  /** In force for the member on the day of the meeting. */
  readonly dispensation: DispensationAtHand | undefined
  /** As the notice that is changed says. */
  readonly registration: Registration | undefined
  /** An earlier notice has a nature, which stands when nothing is typed. */
  readonly hasNature: boolean
}

export function effectOfForm({ code, kind, dispensation }: ConfirmForm): Effect {
  return kind ? effectOf(kind, code, dispensation) : whipEffect(code)
}

/** The second form: what follows from the notice, before it is given; and in what the interest lies. */
export function confirmModal(form: ConfirmForm, say: InterestWords): ModalView {
  const { metadata, code, kind, dispensation } = form
  const { chosen } = metadata
  const effect = effectOfForm(form)
  return modal({
    id: ids.interests.confirm,
    title: say.confirm.title,
    submit: say.confirm.submit,
    close: say.cancel,
    metadata: JSON.stringify(metadata),
    blocks: [
      section(say.confirm.heading(kind ? kindName(code, kind.id, say) : say.whip)),
      ...sections(joinMrkdwn(effectsSaid(form, say))),
      ...contexts(say.sources(effect.sources)),
      ...(dispensation ? contexts(say.confirm.dispensed(dispensation.scope, dispensation.until)) : []),
      ...(chosen.dispensationId !== undefined && !dispensation ? [section(say.confirm.notInForce())] : []),
      ...(kind ? interestFields(form, kind, say) : [whipField(say)]),
      ...(metadata.way === 'relayed'
        ? [
            textField({
              id: field.note,
              label: say.confirm.note,
              placeholder: say.confirm.notePlaceholder,
              optional: true,
              maxLength: NOTE_LIMIT,
            }),
          ]
        : []),
    ],
  })
}

/** What it lets the member do, a line for each item. */
export function effectsSaid(form: ConfirmForm, say: InterestWords) {
  const effect = effectOfForm(form)
  if (form.metadata.chosen.isWholeMeeting) return [say.effect(effect, say.onWholeMeeting)]
  return form.items.map((item) => say.effect(effect, whereSaid(item, say)))
}

function interestFields(form: ConfirmForm, kind: InterestKind, say: InterestWords): KnownBlock[] {
  const { sensitive } = form.metadata.chosen
  return [
    ...(kind.notifying
      ? [
          radioField({
            id: field.registration,
            label: say.confirm.registration,
            choices: (['registered', 'pending', 'neither'] as const).map((value) => ({
              value,
              text: say.registrations[value],
            })),
            chosen: form.registration,
          }),
        ]
      : []),
    ...(sensitive
      ? [context(say.confirm.natureNone())]
      : kind.asksNature
        ? [
            textField({
              id: field.nature,
              label: say.confirm.nature,
              hint: form.hasNature ? say.confirm.natureKept : say.confirm.natureHint,
              multiline: true,
              maxLength: NATURE_LIMIT,
              optional: form.hasNature,
            }),
          ]
        : []),
  ]
}

function whipField(say: InterestWords): KnownBlock {
  return textField({
    id: field.nature,
    label: say.confirm.whipNature,
    hint: say.confirm.whipHint,
    multiline: true,
    maxLength: NATURE_LIMIT,
  })
}
