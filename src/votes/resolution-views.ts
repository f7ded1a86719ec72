import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  contexts,
  modal,
  section,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { inParts, Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { FormWords } from './form-words.en.ts'
import { type ResolutionOfMinutes, VERB_CLASSES } from './types.ts'
import type { VoteWords } from './words.en.ts'

const { field } = ids.votes
const TEXT_LIMIT = 3000
/** A view takes 100 blocks: so many parts have their two fields and their words. */
const PARTS_A_PAGE = 30

export interface ResolutionsListed {
  readonly meetingId: string
  /** The business under consideration, or the first: for writing one down. */
  readonly recordId: string | undefined
  readonly resolutions: readonly { readonly item: string; readonly resolution: ResolutionOfMinutes }[]
}

/** What was resolved, with what each part does; those not looked at yet first. */
export function resolutionsModal(
  model: ResolutionsListed,
  page: number,
  say: FormWords,
  words: VoteWords,
): ModalView {
  const { meetingId, recordId, resolutions } = model
  const entries = resolutions
    .toSorted((one, other) => Number(one.resolution.isConfirmed) - Number(other.resolution.isConfirmed))
    .map(({ item, resolution }) => entryBlocks(meetingId, item, resolution, say, words))
  const pages = pagesOf(entries)
  const { page: shown = [], at } = pageOf(pages, page)
  return modal({
    title: say.resolutions.title,
    close: say.close,
    metadata: `${meetingId}/${at}`,
    blocks: [
      ...(entries.length === 0 ? [section(say.resolutions.none())] : shown),
      ...turnButtons(ids.votes.resolutions, meetingId, { at, pages: pages.length }, say.resolutions.turn),
      ...(recordId === undefined
        ? []
        : [
            actions(
              button({
                id: ids.votes.resolution,
                text: say.resolutions.add,
                value: `${meetingId}/new/${recordId}`,
              }),
            ),
          ]),
    ],
  })
}

function entryBlocks(
  meetingId: string,
  item: string,
  resolution: ResolutionOfMinutes,
  { resolutions: say }: FormWords,
  words: VoteWords,
): KnownBlock[] {
  const value = `${meetingId}/${resolution.id}`
  return [
    section(say.head(item, resolution.isConfirmed)),
    ...(resolution.leadIn === '' ? [] : contexts(say.lead(resolution.leadIn))),
    ...resolution.parts.flatMap((part) =>
      sections(say.part(part.label, part.text, words.verbs[part.verbClass], part.addressee)),
    ),
    actions(
      ...(resolution.isConfirmed
        ? []
        : [button({ id: ids.votes.confirm, text: say.right, value, style: 'primary' })]),
      button({ id: ids.votes.resolution, text: say.edit, value }),
      button({
        id: ids.votes.takeBack,
        text: say.takeBack,
        value,
        confirm: { title: say.takeBackTitle, text: say.takeBackText, yes: say.takeBack, no: words.cancel },
      }),
    ),
  ]
}

export interface ResolutionForm {
  /** `meeting/resolution or new/record` */
  readonly metadata: string
  readonly item: string
  readonly text: string
  readonly reasons: string
}

/** A field takes 3,000 characters: a longer text goes on in the next, and nothing of it is cut. */
export function resolutionModal(form: ResolutionForm, { resolutions: say, ...words }: FormWords): ModalView {
  const parts = inParts(new Mrkdwn(form.text), TEXT_LIMIT).map(({ text }) => text)
  return modal({
    id: ids.votes.resolutionForm,
    title: say.formTitle,
    submit: say.next,
    close: words.cancel,
    metadata: form.metadata,
    blocks: [
      ...sections(words.item(form.item)),
      ...[...parts, ''].slice(0, Math.max(2, parts.length)).map((value, at) =>
        textField({
          id: at === 0 ? field.text : `${field.text}.${at}`,
          label: at === 0 ? say.text : say.textMore,
          ...(at === 0 ? { hint: say.textHint } : {}),
          value,
          multiline: true,
          optional: at > 0,
          maxLength: TEXT_LIMIT,
        }),
      ),
      textField({
        id: field.reasons,
        label: say.reasons,
        value: form.reasons,
        multiline: true,
        optional: true,
        maxLength: TEXT_LIMIT,
      }),
    ],
  })
}

/** Whether parts stand on a page behind this one. */
export function hasPartsBehind({ parts }: Pick<ResolutionOfMinutes, 'parts'>, page: number): boolean {
  return parts.length > (page + 1) * PARTS_A_PAGE
}

/**
 * What each part does, for the clerk to correct and confirm; a page at a time.
 *
 * @param metadata `meeting/resolution/record/page`
 */
export function partsModal(
  metadata: string,
  { parts }: Pick<ResolutionOfMinutes, 'parts'>,
  page: number,
  { resolutions: say, ...form }: FormWords,
  words: VoteWords,
): ModalView {
  const shown = parts.slice(page * PARTS_A_PAGE, (page + 1) * PARTS_A_PAGE)
  return modal({
    id: ids.votes.partsForm,
    title: say.partsTitle,
    submit: hasPartsBehind({ parts }, page) ? say.next : say.submit,
    close: form.close,
    metadata,
    blocks: [
      section(say.partsIntro()),
      ...shown.flatMap((part) => [
        ...sections(say.lead([part.label, part.text].filter(Boolean).join(' '))).slice(0, 1),
        selectField({
          id: `${field.verb}.${part.path}`,
          label: say.verb,
          choices: VERB_CLASSES.map((value) => ({ value, text: words.verbs[value] })),
          chosen: part.verbClass,
        }),
        textField({
          id: `${field.addressee}.${part.path}`,
          label: say.addressee,
          value: part.addressee,
          optional: true,
          maxLength: 200,
        }),
      ]),
    ],
  })
}
