import type { KnownBlock, ModalView } from '@slack/types'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import {
  type Choice,
  dateField,
  modal,
  personField,
  radioField,
  selectField,
  textField,
  timeField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { shortened } from '../slack/shorten.ts'
import { QUESTION_DUES, QUESTION_KINDS, type QuestionKind } from './question-rules.ts'
import type { QuestionWords } from './question-words.en.ts'
import type { QuestionOfMeeting } from './questions.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.question

const TEXT_LIMIT = 2_000
const NAME_LIMIT = 200

export interface QuestionForm {
  readonly meeting: MeetingAtHand
  readonly metadata: string
  /** For a clerk alone: which item, who asked, and when. */
  readonly clerk:
    | {
        readonly items: readonly Choice[]
        readonly recordId: string
        readonly askers: readonly Choice[]
        readonly askerId: string | undefined
        readonly time: string
      }
    | undefined
  /** What is changed. */
  readonly question: QuestionOfMeeting | undefined
  /** What a message or a command says already. */
  readonly text: string
  readonly kind: QuestionKind
}

/** A question with who asked, who answers, and by when. */
export function questionModal(form: QuestionForm, say: QuestionWords): ModalView {
  const { clerk, question } = form
  const { form: words } = say
  return modal({
    id: ids.question.form,
    title: question ? words.titleEdit : words.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...(clerk && !question
        ? [selectField({ id: field.item, label: words.item, choices: clerk.items, chosen: clerk.recordId })]
        : []),
      textField({
        id: field.text,
        label: words.text,
        value: shortened(question?.text ?? form.text, TEXT_LIMIT),
        multiline: true,
        maxLength: TEXT_LIMIT,
      }),
      radioField({
        id: field.kind,
        label: words.kind,
        choices: QUESTION_KINDS.map((value) => ({ value, text: words.kinds[value] })),
        chosen: question?.kind ?? form.kind,
      }),
      ...(clerk ? askerFields(clerk, question, say) : []),
      ...ownerFields(question, say),
      ...dueFields(question, say),
      ...(clerk && !question
        ? [
            timeField({
              id: field.time,
              label: sittingWords.time(form.meeting.date),
              hint: sittingWords.timeHint,
              value: clerk.time,
              optional: true,
            }),
          ]
        : []),
    ],
  })
}

function askerFields(
  { askers, askerId }: NonNullable<QuestionForm['clerk']>,
  question: QuestionOfMeeting | undefined,
  { form: words }: QuestionWords,
): KnownBlock[] {
  return [
    ...(askers.length === 0
      ? []
      : [
          selectField({
            id: field.asker,
            label: words.asker,
            choices: askers,
            chosen: question ? question.asker?.id : askerId,
            optional: true,
          }),
        ]),
    textField({
      id: field.askerName,
      label: words.askerName,
      hint: words.askerHint,
      value: question && !question.asker ? question.askerName : undefined,
      optional: true,
      maxLength: NAME_LIMIT,
    }),
  ]
}

function ownerFields(question: QuestionOfMeeting | undefined, { form: words }: QuestionWords): KnownBlock[] {
  return [
    personField({ id: field.owner, label: words.owner, optional: true }),
    textField({
      id: field.ownerName,
      label: words.ownerName,
      hint: words.ownerHint,
      value: question?.ownerName,
      optional: true,
      maxLength: NAME_LIMIT,
    }),
  ]
}

function dueFields(question: QuestionOfMeeting | undefined, { form: words }: QuestionWords): KnownBlock[] {
  return [
    selectField({
      id: field.due,
      label: words.due,
      choices: QUESTION_DUES.map((value) => ({ value, text: words.dues[value] })),
      chosen: question?.due ?? 'none',
    }),
    dateField({ id: field.dueOn, label: words.dueOn, value: question?.dueOn, optional: true }),
    textField({
      id: field.dueText,
      label: words.dueText,
      hint: words.dueHint,
      value: question?.dueText,
      optional: true,
      maxLength: NAME_LIMIT,
    }),
  ]
}
