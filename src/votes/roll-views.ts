import type { KnownBlock, ModalView } from '@slack/types'
import { context, modal, sections, selectField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { FormWords } from './form-words.en.ts'
import { VOTE_SIDES } from './types.ts'
import { type CountFields, countFields, type TimeAsked, trueTimeField } from './vote-views.ts'
import type { VoteWords } from './words.en.ts'

const { field } = ids.votes

export interface CountForm extends TimeAsked {
  readonly metadata: string
  readonly question: string
  readonly count: CountFields
}

/** The count of a vote that is open. */
export function countModal(form: CountForm, say: FormWords, words: VoteWords): ModalView {
  return modal({
    id: ids.votes.countForm,
    title: say.count.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(say.roll.intro(form.question)),
      ...countFields(form.count, say, words),
      trueTimeField(form, say),
    ],
  })
}

/** So many of the members as stand on one page. */
export interface RollPage {
  readonly page: number
  readonly pages: number
  readonly people: readonly {
    readonly personId: string
    /** With what bars them, where anything does. */
    readonly name: string
    readonly side: string | undefined
  }[]
}

export interface RollForm extends RollPage {
  /** `meeting/vote/page` */
  readonly metadata: string
  readonly question: string
}

/** The roll, as the clerk calls it: nothing is filled in before it is said. */
export function rollModal(form: RollForm, say: FormWords, words: VoteWords): ModalView {
  return modal({
    id: ids.votes.rollForm,
    title: say.roll.title,
    submit: form.page + 1 < form.pages ? say.roll.next : say.roll.submit,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [...sections(say.roll.intro(form.question)), ...calledFields(form, say, words)],
  })
}

/** A field for each member of a page, with what is entered for them. */
export function calledFields(
  { page, pages, people }: RollPage,
  say: FormWords,
  words: VoteWords,
): KnownBlock[] {
  return [
    ...(pages > 1 ? [context(say.roll.page(page + 1, pages))] : []),
    ...people.map(({ personId, name, side }) =>
      selectField({
        id: `${field.person}.${personId}`,
        label: name,
        optional: true,
        placeholder: say.roll.notYet,
        choices: [
          ...VOTE_SIDES.map((value) => ({ value, text: words.sides[value] })),
          { value: 'unset', text: say.roll.notYet },
        ],
        chosen: side,
      }),
    ),
  ]
}
