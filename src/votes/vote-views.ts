import type { KnownBlock, ModalView } from '@slack/types'
import {
  context,
  contexts,
  manyField,
  modal,
  type Choice as Option,
  radioField,
  section,
  sections,
  selectField,
  textField,
  tickField,
  timeField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { FormWords } from './form-words.en.ts'
import { VOTE_SIDES, type VoteMethod } from './types.ts'
import type { VoteWords } from './words.en.ts'

const { field } = ids.votes
export const TEXT_LIMIT = 3000

/** Somebody in the room whom an interest or a whip bars from voting. */
export interface BarredMember {
  readonly personId: string
  readonly name: string
  readonly bar: 'interest' | 'whip'
  /** What is entered for them so far. */
  readonly side: string | undefined
}

/** How a vote went, in numbers: the part of the form that depends on how it is taken. */
export interface CountFields {
  readonly method: VoteMethod
  readonly eligible: number
  readonly barred: readonly BarredMember[]
  readonly counts: Readonly<Partial<Record<'for' | 'against' | 'abstain' | 'none', number>>>
  readonly isUnanimous: boolean
  /** What was declared by voices; carried, where nothing is declared yet. */
  readonly isCarried: boolean
  /** Whether the numbers may be left out, to be entered later. */
  readonly mayWait: boolean
}

/** When it happened, as a form proposes it and asks for it. */
export interface TimeAsked {
  readonly time: string
  readonly timeLabel: string
}

export interface VoteForm extends TimeAsked {
  readonly metadata: string
  readonly item: string
  readonly motions: readonly Option[]
  readonly chosenMotion: string | undefined
  readonly members: readonly Option[]
  readonly methods: readonly VoteMethod[]
  readonly count: CountFields
  /** How many must ask for names; absent where nobody can. */
  readonly needed: number | undefined
  readonly about: readonly ('education' | 'determined')[]
}

/** A vote from the motion to its result, in one form. */
export function voteModal(form: VoteForm, say: FormWords, words: VoteWords): ModalView {
  return modal({
    id: ids.votes.form,
    title: say.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(say.item(form.item)),
      ...(form.motions.length === 0
        ? []
        : [
            selectField({
              id: field.motion,
              label: say.motion,
              choices: [...form.motions, { value: 'new', text: say.newMotion }],
              chosen: form.chosenMotion ?? 'new',
            }),
          ]),
      motionField(say, form.motions.length > 0),
      ...moverFields(form.members, say),
      radioField({
        id: field.method,
        label: say.method,
        choices: form.methods.map((value) => ({ value, text: words.methods[value] })),
        chosen: form.count.method,
        tellsAtOnce: true,
      }),
      ...countFields(form.count, say, words),
      ...(form.needed === undefined
        ? []
        : [
            manyField({
              id: field.requested,
              label: say.requested,
              hint: say.requestedHint(form.needed),
              choices: form.members,
              optional: true,
            }),
          ]),
      ...(form.about.length === 0
        ? []
        : [
            tickField({
              id: field.about,
              label: say.about,
              optional: true,
              choices: form.about.map((value) => ({
                value,
                text: value === 'education' ? say.aboutEducation : say.aboutDetermined,
              })),
            }),
          ]),
      trueTimeField(form, say),
    ],
  })
}

/** What is moved, in its own words. */
export function motionField(say: FormWords, optional = false): KnownBlock {
  return textField({
    id: field.text,
    label: say.text,
    hint: say.textHint,
    multiline: true,
    optional,
    maxLength: TEXT_LIMIT,
  })
}

export function trueTimeField({ time, timeLabel }: TimeAsked, { timeHint }: FormWords): KnownBlock {
  return timeField({ id: field.time, label: timeLabel, hint: timeHint, optional: true, value: time })
}

export function moverFields(members: readonly Option[], say: FormWords): KnownBlock[] {
  return [
    selectField({
      id: field.mover,
      label: say.mover,
      choices: members,
      optional: true,
      placeholder: say.nobody,
    }),
    selectField({
      id: field.seconder,
      label: say.seconder,
      choices: members,
      optional: true,
      placeholder: say.nobody,
    }),
  ]
}

/** Numbers for a show of hands, what was declared for voices, nothing for a vote by name. */
export function countFields(count: CountFields, say: FormWords, words: VoteWords): KnownBlock[] {
  const { method, eligible, barred, counts, isUnanimous, isCarried, mayWait } = count
  const who = [
    context(say.eligible(eligible)),
    ...(barred.length > 0
      ? contexts(say.barred(barred.map(({ name, bar }) => say.barredName(name, words.bars[bar]))))
      : []),
  ]
  const unanimous = tickField({
    id: field.unanimous,
    label: say.unanimous,
    hint: say.unanimousHint,
    optional: true,
    choices: [{ value: 'yes', text: say.unanimousTick }],
    chosen: isUnanimous ? ['yes'] : [],
  })
  if (method === 'voices' || method === 'assent')
    return [
      ...who,
      radioField({
        id: field.outcome,
        label: say.outcome,
        choices: [
          { value: 'carried', text: say.carried },
          { value: 'lost', text: say.lost },
        ],
        chosen: isCarried ? 'carried' : 'lost',
      }),
      unanimous,
    ]
  if (method !== 'hands') return who
  return [
    ...who,
    ...VOTE_SIDES.map((side) =>
      textField({
        id: field[side],
        label: say[side],
        ...(side === 'for' && mayWait ? { hint: say.countHint } : {}),
        optional: true,
        value: counts[side]?.toString(),
        maxLength: 3,
      }),
    ),
    unanimous,
    ...barred.map(({ personId, name, bar, side }) =>
      selectField({
        id: `${field.person}.${personId}`,
        label: say.despite(name, words.bars[bar]),
        hint: bar === 'whip' ? say.despiteWhipHint : say.despiteHint,
        optional: true,
        placeholder: say.didNot,
        choices: VOTE_SIDES.filter((one) => one !== 'none').map((value) => ({
          value,
          text: words.sides[value],
        })),
        chosen: side,
      }),
    ),
  ]
}

/** What became of it, with what can be done next. */
export function saidModal(title: string, say: FormWords, blocks: readonly KnownBlock[]): ModalView {
  return modal({ title, close: say.close, blocks: blocks.length > 0 ? blocks : [section(say.done)] })
}
