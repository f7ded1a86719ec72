import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  divider,
  modal,
  section,
  sections,
  selectField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { shortened } from '../slack/shorten.ts'
import { CONDUCTS } from './interest-rules.ts'
import type { InterestLine, ItemInterests, RecordedLine } from './item-interests-model.ts'
import { timeOf } from './item-views.ts'
import type { ItemWords } from './item-words.en.ts'

const { field } = ids.item

/** A view holds 100 blocks: a notice takes one, what was recorded up to four, and eight stand beside them. */
const NOTICES = 20
const RECORDED = 17

/** The notices of an item, to be called, and what was recorded at the meeting. @param time local time `HH:MM` */
export function interestsModal(
  model: ItemInterests,
  of: { readonly metadata: string; readonly time: string },
  say: ItemWords,
): ModalView {
  const toCall = model.toCall.slice(0, NOTICES)
  const recorded = model.recorded.slice(0, RECORDED)
  const moreToCall = model.toCall.length - toCall.length
  const moreRecorded = model.recorded.length - recorded.length
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
      ...(moreToCall + moreRecorded > 0 ? [context(say.interests.notShown(moreToCall, moreRecorded))] : []),
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
      label: shortened(`${interests.strike}: ${line.name}`, limits.button.accessibilityLabel),
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

export function conductChoices({ interests }: ItemWords): Choice[] {
  return CONDUCTS.map((value) => ({ value, text: interests.conduct[value] }))
}
