import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  contexts,
  divider,
  modal,
  sections,
  selectField,
  textField,
  tickField,
  urlField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { lineFields, openingFields, restrictedBlocks } from './form-parts.ts'
import type { Notice } from './notice-rules.ts'
import { noticeWords } from './notice-words.en.ts'
import type { RestrictedMarkRead } from './pack-reading.ts'
import type { PageRange } from './paper-rules.ts'
import { doubtBlocks, type Provenance, readHint } from './provenance-view.ts'
import type { TitleDiffers } from './supplement-lines.ts'
import type { LineRefusal } from './supplement-rules.ts'
import type { SupplementWords } from './supplement-words.en.ts'
import type { LocalMoment } from './types.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.supplement.field
const SHOWN_TEXT = 150
/** Items whose names differ that are shown; the rest are named by their numbers. */
const DIFFERING_SHOWN = 8

/** Why no meeting of the agenda is chosen. */
export type NoMeeting =
  | { readonly code: 'cancelled' | 'postponed' | 'not-published'; readonly meeting: string }
  | { readonly code: 'not-found'; readonly committee: string; readonly date: string | undefined }

/** What the form for a supplement shows: plain data. */
export interface SupplementModel extends Provenance {
  readonly metadata: string
  /** Tells Slack which fields are new each time; what has nothing to do with the meeting keeps what was typed. */
  readonly mark: string
  readonly keptMark: string
  /** Absent when everything is typed. */
  readonly packId: string | undefined
  readonly source:
    | { readonly kind: 'read'; readonly name: string; readonly pages: number }
    | { readonly kind: 'typed' }
    | { readonly kind: 'unreadable'; readonly problem: string }
  /** Meetings whose agenda is published; none means that there is nothing to add to. */
  readonly meetings: readonly Choice[]
  readonly meetingId: string | undefined
  readonly noMeeting: NoMeeting | undefined
  readonly printedNo: number | undefined
  readonly lines: readonly string[]
  readonly differing: readonly TitleDiffers[]
  readonly ownPages: boolean
  /** What would be refused if it were published as it stands. */
  readonly refusal: LineRefusal | undefined
  readonly missing: readonly PageRange[]
  readonly sameFile:
    | { readonly meeting: string; readonly number: number; readonly printedNo: number | undefined }
    | undefined
  readonly marks: readonly RestrictedMarkRead[]
  readonly publicAddress: string
  readonly alsoHolds: readonly string[]
  readonly opened: LocalMoment
  readonly notice: Notice | undefined
}

export interface FormWords {
  readonly pack: PublicationWords
  readonly supplement: SupplementWords
}

/** @param first what the clerk must know before anything else */
export function supplementModal(model: SupplementModel, words: FormWords, first?: Mrkdwn): ModalView {
  const say = words.supplement.form
  const intro = [
    ...(first ? sections(first) : []),
    ...sections(introOf(model, words.supplement)),
    ...noMeetingBlocks(model, words.supplement),
    ...sameFileBlocks(model, words.supplement),
  ]
  // A select without choices is refused by Slack: without any meeting there is only what can be done about it.
  if (model.meetings.length === 0)
    return modal({ title: say.title, close: words.supplement.close, metadata: model.metadata, blocks: intro })
  return modal({
    id: ids.supplement.submit,
    title: say.title,
    submit: say.submit,
    close: words.supplement.cancel,
    metadata: model.metadata,
    tellsWhenClosed: true,
    blocks: [
      ...intro,
      ...restrictedBlocks(model, words.pack),
      ...doubtBlocks(model, 'date', words.pack),
      // Fresh each time: the choice that Slack would keep carries which publication this would have been.
      selectField({
        id: freshId(field.meeting, model.mark),
        label: say.meeting,
        hint: readHint(model, 'date', words.pack),
        choices: model.meetings,
        chosen: model.meetings.find(
          ({ value }) => model.meetingId !== undefined && value.startsWith(model.meetingId),
        )?.value,
        placeholder: say.meetingPlaceholder,
        tellsAtOnce: true,
      }),
      textField({
        id: freshId(field.printedNo, model.mark),
        label: say.printedNo,
        hint: say.printedNoHint,
        value: model.printedNo === undefined ? undefined : String(model.printedNo),
        optional: true,
        maxLength: 3,
      }),
      ...lineBlocks(model, words),
      urlField({
        id: freshId(ids.pack.field.publicAddress, model.keptMark),
        label: say.publicAddress,
        hint: words.pack.review.publicAddressHint,
        value: model.publicAddress,
        optional: true,
      }),
      divider,
      ...(model.notice
        ? [
            ...sections(words.supplement.receipt.notice(model.notice)),
            ...contexts(noticeWords.working(model.notice)),
          ]
        : []),
      ...openingFields({ mark: model.keptMark, opened: model.opened }, words.pack),
      ...(model.alsoHolds.length === 0 ? [] : [context(words.pack.review.alsoHolds(model.alsoHolds))]),
    ],
  })
}

function introOf({ source }: SupplementModel, { form: say }: SupplementWords): Mrkdwn {
  if (source.kind === 'read') return say.read(shortened(source.name, SHOWN_TEXT), source.pages)
  return source.kind === 'typed' ? say.typed() : say.couldNotRead(source.problem)
}

function noMeetingBlocks(
  { noMeeting, meetings, packId }: SupplementModel,
  say: SupplementWords,
): KnownBlock[] {
  if (!noMeeting) return meetings.length === 0 ? sections(say.form.nothingPublished()) : []
  const why = noMeeting
  const said =
    why.code === 'not-found'
      ? say.form.noMeeting['not-found'](shortened(why.committee, SHOWN_TEXT), why.date)
      : say.form.noMeeting[why.code](why.meeting)
  const canBeAgenda = packId !== undefined && (why.code === 'not-published' || why.code === 'not-found')
  return [
    ...sections(said),
    ...(canBeAgenda
      ? [actions(button({ id: ids.supplement.asAgenda, text: say.form.asAgenda, value: packId }))]
      : []),
    ...(meetings.length === 0 ? [] : [context(say.form.choose())]),
  ]
}

function sameFileBlocks({ sameFile }: SupplementModel, say: SupplementWords): KnownBlock[] {
  if (!sameFile) return []
  const name = sameFile.number === 0 ? say.form.theAgenda : say.nameIn(sameFile)
  return sections(say.form.sameFile(sameFile.meeting, name))
}

function lineBlocks(model: SupplementModel, words: FormWords): KnownBlock[] {
  const { form: say, refusal } = words.supplement
  return [
    ...doubtBlocks(model, 'items', words.pack),
    ...model.differing
      .slice(0, DIFFERING_SHOWN)
      .map(({ number, onAgenda, onPaper }) =>
        context(say.differs(number, shortened(onAgenda, SHOWN_TEXT), shortened(onPaper, SHOWN_TEXT))),
      ),
    ...(model.differing.length > DIFFERING_SHOWN
      ? contexts(say.differsToo(model.differing.slice(DIFFERING_SHOWN).map(({ number }) => number)))
      : []),
    ...(model.refusal
      ? sections(say.lookAt(refusal.line(model.refusal.index + 1, refusal.of(model.refusal))))
      : []),
    ...(model.missing.length === 0 ? [] : contexts(say.missing(model.missing))),
    ...lineFields({
      lines: model.lines,
      mark: model.mark,
      label: say.lines,
      hint: (entries) =>
        [say.linesHint, readHint(model, 'items', words.pack, entries)].filter(Boolean).join(' '),
      placeholder: say.linesPlaceholder,
    }),
    // What is typed here is held against the agenda at a press; publishing waits for none of it.
    ...(model.meetingId === undefined
      ? []
      : [actions(button({ id: ids.supplement.check, text: say.check }))]),
    tickField({
      id: freshId(field.ownPages, model.mark),
      label: say.ownPages,
      optional: true,
      chosen: model.ownPages ? ['yes'] : [],
      choices: [{ value: 'yes', text: say.ownPagesTick, description: say.ownPagesDescription }],
    }),
  ]
}
