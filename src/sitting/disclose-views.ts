import type { KnownBlock, ModalView } from '@slack/types'
import { NATURE_LIMIT } from '../interests/confirm-view.ts'
import type { DispensationAtHand } from '../interests/dispensation-rules.ts'
import { WHIP } from '../interests/form-metadata.ts'
import type { CouncilCode } from '../interests/kind-rules.ts'
import type { InterestWords } from '../interests/words.en.ts'
import { kindName } from '../interests/words.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import {
  actions,
  button,
  type Choice,
  context,
  divider,
  modal,
  radioField,
  section,
  sections,
  selectField,
  textField,
  tickField,
  timeField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { CONDUCTS } from './interest-rules.ts'
import type { InterestLine, ItemInterests, RecordedLine } from './item-interests-model.ts'
import type { ItemWords } from './item-words.en.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.item

/** A view holds 100 blocks, and an entry takes up to three. */
const LISTED = 25

/** The notices of an item, to be called, and what was recorded at the meeting. @param time local time `HH:MM` */
export function interestsModal(
  model: ItemInterests,
  of: { readonly metadata: string; readonly time: string },
  say: ItemWords,
): ModalView {
  const toCall = model.toCall.slice(0, LISTED)
  const recorded = model.recorded.slice(0, LISTED)
  const more = model.toCall.length + model.recorded.length - toCall.length - recorded.length
  const isEmpty = model.toCall.length + model.recorded.length === 0
  return modal({
    id: ids.item.interestsForm,
    title: say.interests.title,
    ...(isEmpty ? {} : { submit: say.record }),
    close: isEmpty ? say.close : say.cancel,
    metadata: of.metadata,
    blocks: [
      ...(model.choices.length > 1
        ? [
            selectField({
              id: field.item,
              label: say.interests.which,
              choices: model.choices,
              chosen: model.which,
              tellsAtOnce: true,
            }),
          ]
        : []),
      ...(isEmpty ? [section(say.interests.none())] : [context(say.interests.intro())]),
      ...(toCall.length === 0 ? [] : [section(say.interests.toCall())]),
      ...toCall.flatMap((line) => noticeBlocks(line, say)),
      ...(recorded.length === 0 ? [] : [divider, section(say.interests.recorded())]),
      ...recorded.flatMap((line) => recordedBlocks(line, model.meeting.id, say)),
      ...(more > 0 ? [context(say.interests.more(more))] : []),
      actions(button({ id: ids.item.disclose, text: say.interests.declare, value: of.metadata })),
      ...(isEmpty ? [] : [timeOf(model.meeting, of.time)]),
    ],
  })
}

function noticeBlocks({ id, text, effect }: InterestLine, say: ItemWords): KnownBlock[] {
  const { outcome } = say.interests
  return [
    selectField({
      id: `${field.notice}/${id}`,
      label: text,
      hint: say.effect(effect),
      choices: (['disclosed', 'notDeclared'] as const).map((value) => ({ value, text: outcome[value] })),
      placeholder: say.interests.later,
      optional: true,
    }),
  ]
}

function recordedBlocks(line: RecordedLine, meetingId: string, say: ItemWords): KnownBlock[] {
  const { interests } = say
  const strike = actions(
    button({
      id: ids.item.strike,
      text: interests.strike,
      value: `${meetingId}/${line.id}`,
      label: `${interests.strike}: ${line.name}`,
      confirm: {
        title: interests.strikeTitle,
        text: interests.strikeText,
        yes: interests.strikeYes,
        no: say.cancel,
      },
    }),
  )
  if (!line.isDisclosed) return [...sections(interests.notDeclared(line.text)), strike]
  return [
    ...sections(interests.said(line.text, say.effect(line.effect))),
    ...(line.until === undefined ? [] : [context(interests.until(line.until, line.isTold))]),
    ...(line.isWhip
      ? []
      : [
          selectField({
            // With what is shown, so that what nobody touched is not entered again.
            id: `${field.conduct}/${line.id}/${line.conduct ?? ''}`,
            label: interests.did(line.name),
            choices: conductChoices(say),
            chosen: line.conduct,
            placeholder: interests.notYet,
            optional: true,
          }),
        ]),
    strike,
  ]
}

function conductChoices({ interests }: ItemWords): Choice[] {
  return CONDUCTS.map((value) => ({ value, text: interests.conduct[value] }))
}

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

export function timeOf({ date }: Pick<MeetingAtHand, 'date'>, time: string): KnownBlock {
  return timeField({
    id: field.time,
    label: sittingWords.time(date),
    hint: sittingWords.timeHint,
    value: time,
    optional: true,
  })
}
