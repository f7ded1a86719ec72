import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  contexts,
  modal,
  type Choice as Option,
  section,
  sections,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { FormWords } from './form-words.en.ts'
import type { ListedMotion, ListedVote, VotesListed } from './list-model.ts'
import { motionField, moverFields, TEXT_LIMIT, type TimeAsked, trueTimeField } from './vote-views.ts'
import type { VoteWords } from './words.en.ts'

const { field } = ids.votes

/** Every vote with its history, and what was moved; a page at a time. */
export function listModal(model: VotesListed, page: number, say: FormWords, words: VoteWords): ModalView {
  const { meetingId, motions, votes } = model
  const entries = [
    ...motions.map((one) => motionBlocks(one, meetingId, say)),
    ...votes.map((one) => voteBlocks(one, meetingId, say, words)),
  ]
  const pages = pagesOf(entries)
  const { page: shown = [], at } = pageOf(pages, page)
  const turns = { back: say.list.later, on: say.list.earlier }
  return modal({
    title: say.list.title,
    close: say.close,
    metadata: `${meetingId}/${at}`,
    blocks: [
      ...(entries.length === 0 ? [section(say.list.none())] : []),
      ...shown,
      ...turnButtons(ids.votes.list, meetingId, { at, pages: pages.length }, turns),
    ],
  })
}

function motionBlocks(
  { motion, item, mover }: ListedMotion,
  meetingId: string,
  say: FormWords,
): KnownBlock[] {
  const { list } = say
  const value = `${meetingId}/${motion.id}`
  const text = motion.kind === 'amendment' ? motion.text : motion.substantive
  return [
    ...sections(list.motion(item, list.kinds[motion.kind], text, mover, list.states[motion.state])),
    ...(motion.state === 'open'
      ? [
          actions(
            button({ id: ids.votes.withdraw, text: list.withdraw, value }),
            button({ id: ids.votes.defer, text: list.defer, value }),
          ),
        ]
      : []),
  ]
}

function voteBlocks(
  { vote, item, how, before, owns }: ListedVote,
  meetingId: string,
  { list }: FormWords,
  words: VoteWords,
): KnownBlock[] {
  const value = `${meetingId}/${vote.id}`
  const result =
    vote.state === 'declared' ? words.results[vote.result ?? 'tied'] : list.voteStates[vote.state]
  return [
    ...sections(list.vote(vote.number, item, vote.question, result, how)),
    ...before.flatMap((one) =>
      contexts(list.earlierVersion(words.results[one.vote.result ?? 'tied'], one.how, one.why)),
    ),
    ...owns.flatMap(({ name, side }) => contexts(list.own(name, side))),
    ...(vote.state === 'declared'
      ? [
          actions(
            button({ id: ids.votes.correct, text: list.correct, value }),
            ...(vote.isRecorded
              ? [button({ id: ids.votes.picture, text: list.picture, value })]
              : [button({ id: ids.votes.own, text: list.ownVote, value })]),
          ),
        ]
      : []),
  ]
}

export interface MotionForm extends TimeAsked {
  readonly metadata: string
  readonly item: string
  /** Open motions that can be amended. */
  readonly amendable: readonly Option[]
  readonly members: readonly Option[]
}

export function motionModal(form: MotionForm, say: FormWords): ModalView {
  return modal({
    id: ids.votes.motionForm,
    title: say.move.title,
    submit: say.record,
    close: say.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(say.item(form.item)),
      ...(form.amendable.length === 0
        ? []
        : [
            selectField({
              id: field.amends,
              label: say.move.amends,
              choices: [{ value: 'none', text: say.move.noMotion }, ...form.amendable],
              chosen: 'none',
            }),
          ]),
      motionField(say),
      ...(form.amendable.length === 0
        ? []
        : [
            textField({
              id: field.substantive,
              label: say.move.substantive,
              hint: say.move.substantiveHint,
              multiline: true,
              optional: true,
              maxLength: TEXT_LIMIT,
            }),
          ]),
      tickField({
        id: field.excludes,
        label: say.move.excludes,
        hint: say.move.excludesHint,
        optional: true,
        choices: [{ value: 'yes', text: say.move.excludesTick }],
      }),
      ...moverFields(form.members, say),
      trueTimeField(form, say),
    ],
  })
}
