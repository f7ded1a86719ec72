import type { KnownBlock, ModalView } from '@slack/types'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import {
  actions,
  button,
  type Choice,
  context,
  modal,
  radioField,
  section,
  sections,
  selectField,
  textField,
  timeField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { ExclusionOfMeeting } from './exclusions.ts'
import type { ItemWords } from './item-words.en.ts'
import type { RulingOfMeeting } from './urgency-rulings.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.item

/** Circumstances, or a motion with many items. */
const TEXT_LIMIT = 3_000

interface AtMeeting {
  readonly meeting: MeetingAtHand
  readonly metadata: string
  /** Local time `HH:MM`. */
  readonly time: string
}

export interface RulingForm extends AtMeeting {
  readonly items: readonly Choice[]
  /** The record that is meant. */
  readonly which: string
  readonly item: string
  readonly presides: string | undefined
  /** As ruled so far. */
  readonly ruling: RulingOfMeeting | undefined
}

/** Whether the Chair is of the opinion that a late item is urgent, and why. */
export function rulingModal(form: RulingForm, { ruling: say, ...words }: ItemWords): ModalView {
  return modal({
    id: ids.item.rulingForm,
    title: say.title,
    submit: words.record,
    close: words.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(say.intro(form.item, form.presides)),
      selectField({ id: field.item, label: say.which, choices: form.items, chosen: form.which }),
      radioField({
        id: field.accepted,
        label: say.accepted,
        choices: [
          { value: 'yes', text: say.yes },
          { value: 'no', text: say.no },
        ],
        chosen: form.ruling?.isAccepted === false ? 'no' : 'yes',
      }),
      textField({
        id: field.circumstances,
        label: say.circumstances,
        hint: say.circumstancesHint,
        value: form.ruling?.circumstances,
        multiline: true,
        optional: true,
        maxLength: TEXT_LIMIT,
      }),
      timeOf(form.meeting, form.time),
    ],
  })
}

export interface ExclusionForm extends AtMeeting {
  /** As the agenda gives it. */
  readonly text: string
  readonly exclusions: readonly ExclusionOfMeeting[]
}

/** The motion to exclude the public, as it was moved, with what was recorded of the kind so far. */
export function exclusionModal(form: ExclusionForm, say: ItemWords): ModalView {
  // A motion that names dozens of items is recorded whole, and not as much of it as a field takes.
  const fits = form.text.length <= TEXT_LIMIT
  return modal({
    id: ids.item.excludeForm,
    title: say.exclusion.title,
    submit: say.exclusion.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...form.exclusions.flatMap((one) => recordedBlocks(one, form.meeting, say)),
      textField({
        id: field.text,
        label: say.exclusion.text,
        hint: fits ? say.exclusion.hint : say.exclusion.leftEmpty,
        value: fits ? form.text : undefined,
        optional: !fits,
        multiline: true,
        maxLength: TEXT_LIMIT,
      }),
      timeOf(form.meeting, form.time),
      context(say.exclusion.agreed()),
    ],
  })
}

function recordedBlocks(one: ExclusionOfMeeting, meeting: MeetingAtHand, say: ItemWords): KnownBlock[] {
  const { exclusion } = say
  return [
    section(exclusion.standing(one.at, one.readmittedAt, meeting.timeZone)),
    actions(
      button({
        id: ids.item.strikeExclusion,
        text: exclusion.strike,
        value: `${meeting.id}/${one.id}`,
        confirm: {
          title: exclusion.strikeTitle,
          text: exclusion.strikeText,
          yes: exclusion.strike,
          no: say.cancel,
        },
      }),
    ),
  ]
}

export function readmitModal({ meeting, metadata, time }: AtMeeting, say: ItemWords): ModalView {
  return modal({
    id: ids.item.readmitForm,
    title: say.exclusion.readmitTitle,
    submit: say.record,
    close: say.cancel,
    metadata,
    blocks: [section(say.exclusion.readmit()), timeOf(meeting, time)],
  })
}

/** When something about an item happened; left empty, now. */
export function timeOf({ date }: Pick<MeetingAtHand, 'date'>, time: string): KnownBlock {
  return timeField({
    id: field.time,
    label: sittingWords.time(date),
    hint: sittingWords.timeHint,
    value: time,
    optional: true,
  })
}
