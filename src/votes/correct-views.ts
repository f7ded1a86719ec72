import type { ModalView } from '@slack/types'
import {
  context,
  modal,
  type Choice as Option,
  radioField,
  section,
  sections,
  selectField,
  textField,
  timeField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { FormWords } from './form-words.en.ts'
import { calledFields, type RollPage } from './roll-views.ts'
import { VOTE_SIDES } from './types.ts'
import { type CountFields, countFields } from './vote-views.ts'
import type { VoteWords } from './words.en.ts'

const { field } = ids.votes

export interface CorrectForm {
  /** `meeting/vote` */
  readonly subject: string
  readonly question: string
  readonly count: CountFields
  /** Of a vote by name: whose may be corrected. */
  readonly roll: RollPage | undefined
  readonly casting: string | undefined
}

/** Of more members than a form takes, each page is a correction of its own, so that none is lost by turning it. */
export function correctModal(form: CorrectForm, say: FormWords, words: VoteWords): ModalView {
  const { subject, roll } = form
  return modal({
    id: ids.votes.correctForm,
    title: say.correct.title,
    submit: say.correct.submit,
    close: say.cancel,
    metadata: subject,
    blocks: [
      ...sections(say.roll.intro(form.question)),
      section(say.correct.intro()),
      textField({ id: field.why, label: say.correct.why, multiline: true, maxLength: 500 }),
      ...countFields(form.count, say, words),
      ...(roll ? calledFields(roll, say, words) : []),
      radioField({
        id: field.casting,
        label: say.correct.casting,
        choices: [
          { value: 'none', text: say.correct.noCasting },
          { value: 'for', text: words.sides.for },
          { value: 'against', text: words.sides.against },
        ],
        chosen: form.casting ?? 'none',
      }),
      ...(roll && roll.pages > 1
        ? [
            context(say.correct.pageByPage()),
            ...turnButtons(
              ids.votes.correct,
              subject,
              { at: roll.page, pages: roll.pages },
              say.correct.turn,
            ),
          ]
        : []),
    ],
  })
}

export interface OwnForm {
  /** `meeting/number` */
  readonly metadata: string
  readonly question: string
  readonly result: string
  /** For a clerk: whom they enter it for, and when it was asked. */
  readonly members: readonly Option[] | undefined
  readonly time: string
}

export function ownModal(form: OwnForm, say: FormWords, words: VoteWords): ModalView {
  const isRelayed = form.members !== undefined
  return modal({
    id: ids.votes.ownForm,
    title: isRelayed ? say.own.titleFor : say.own.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(say.own.intro(form.question, form.result)),
      ...(form.members
        ? [selectField({ id: field.member, label: say.own.member, choices: form.members })]
        : []),
      radioField({
        id: field.side,
        label: isRelayed ? say.own.sideFor : say.own.side,
        choices: VOTE_SIDES.filter((side) => side !== 'none').map((value) => ({
          value,
          text: words.sides[value],
        })),
      }),
      ...(isRelayed
        ? [
            timeField({
              id: field.time,
              label: say.own.time,
              hint: say.timeHint,
              optional: true,
              value: form.time,
            }),
          ]
        : []),
    ],
  })
}
