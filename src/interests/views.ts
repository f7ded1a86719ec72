import type { KnownBlock, ModalView } from '@slack/types'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import {
  actions,
  button,
  context,
  contexts,
  divider,
  manyField,
  modal,
  radioField,
  section,
  sections,
  selectField,
  tickField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { DeclareForm } from './declare-form.ts'
import { WHIP } from './form-metadata.ts'
import type { CouncilCode } from './kind-rules.ts'
import { askedItemsValue, type ItemAsked, nameOfItem } from './meeting-items.ts'
import type { StandingInterest, StandingWhip } from './standing-interests.ts'
import type { InterestWords } from './words.en.ts'
import { kindName } from './words.ts'

const field = ids.interests.field

/** An option's text, and a description. */
const OPTION_TEXT = 75
/** Of what stands already; `/declare list` shows all. */
const STANDING_SHOWN = 20
/** What the metadata of the second form holds. */
const ITEMS_AT_ONCE = 40
export const WHOLE_MEETING = 'whole'

/** "item 7. Winter pressures" */
export function whereSaid(item: ItemAsked | undefined, say: InterestWords): string {
  if (!item) return say.onWholeMeeting
  const name = nameOfItem(item)
  return item.number === '' ? say.onUnnumbered(name) : say.onItem(name)
}

/** The first form: what stands, and what is to be declared. */
export function declareModal(form: DeclareForm, say: InterestWords): ModalView {
  return modal({
    id: ids.interests.form,
    title: say.form.title,
    submit: say.form.submit,
    close: say.cancel,
    metadata: JSON.stringify(form.metadata),
    blocks: form.changing ? changingBlocks(form, form.changing, say) : declaringBlocks(form, say),
  })
}

function declaringBlocks(form: DeclareForm, say: InterestWords): KnownBlock[] {
  const { meeting, meetings, items, earlier } = form
  return [
    ...(form.forName === undefined
      ? [
          selectField({
            id: field.meeting,
            label: say.form.meeting,
            choices: meetings.map((one) => ({
              value: one.id,
              text: shortened(meetingWords.entry(one), OPTION_TEXT),
            })),
            chosen: meeting.id,
            tellsAtOnce: meetings.length > 1,
          }),
        ]
      : [...sections(say.list.meeting(meeting)), section(say.form.introFor(form.forName))]),
    ...standingBlocks(form, say),
    divider,
    section(say.form.declare()),
    manyField({
      id: freshId(field.items, meeting.id),
      label: say.form.items,
      placeholder: say.form.itemsPlaceholder,
      choices: [
        { value: WHOLE_MEETING, text: say.wholeMeeting },
        ...items.map((item) => ({ value: item.id, text: shortened(nameOfItem(item), OPTION_TEXT) })),
      ],
      most: ITEMS_AT_ONCE,
      optional: true,
    }),
    kindField(form, undefined, say),
    ...(earlier.length === 0
      ? []
      : [
          selectField({
            id: freshId(field.earlier, meeting.id),
            label: say.form.earlier,
            hint: say.form.earlierHint,
            placeholder: say.form.earlierPlaceholder,
            choices: earlier.map((one) => ({
              value: one.noticeId,
              text: shortened(
                say.form.earlierChoice(
                  kindNameOf(form.code, one.type, say),
                  one.item ? nameOfItem(one.item) : say.wholeMeeting,
                  one.date,
                  one.sensitive,
                ),
                OPTION_TEXT,
              ),
            })),
            optional: true,
          }),
        ]),
    ...commonFields(form, undefined, say),
    context(say.form.intro()),
  ]
}

function changingBlocks(form: DeclareForm, notice: StandingInterest, say: InterestWords): KnownBlock[] {
  const kind = kindName(form.code, notice.kind.id, say)
  return [
    ...sections(say.form.changing(kind, whereSaid(notice.item, say))),
    kindField(form, notice, say),
    ...commonFields(form, notice, say),
    context(say.form.intro()),
  ]
}

function kindField(form: DeclareForm, notice: StandingInterest | undefined, say: InterestWords): KnownBlock {
  const { code } = form
  const asksWhip = code.whip.asks && !notice
  return radioField({
    id: freshId(field.type, form.meeting.id),
    label: say.form.type,
    choices: [
      ...code.kinds.map((kind) => ({
        value: kind.id,
        text: shortened(kindName(code, kind.id, say), OPTION_TEXT),
        description: say.bars[kind.bars],
      })),
      ...(asksWhip ? [{ value: WHIP, text: say.whip, description: say.whipHint(code.whip.barsVote) }] : []),
    ],
    chosen: notice?.kind.id,
    optional: !notice,
  })
}

function commonFields(
  form: DeclareForm,
  notice: StandingInterest | undefined,
  say: InterestWords,
): KnownBlock[] {
  const { dispensations, meeting } = form
  return [
    radioField({
      id: freshId(field.holder, meeting.id),
      label: say.form.holder,
      choices: (['own', 'partner'] as const).map((value) => ({ value, text: say.holders[value] })),
      chosen: notice?.holder ?? 'own',
    }),
    tickField({
      id: freshId(field.sensitive, meeting.id),
      label: say.form.sensitive,
      hint: say.form.sensitiveHint,
      choices: [{ value: 'yes', text: say.form.sensitiveTick }],
      ...(notice?.sensitive ? { chosen: ['yes'] } : {}),
      optional: true,
    }),
    ...(dispensations.length === 0
      ? []
      : [
          selectField({
            id: freshId(field.dispensation, meeting.id),
            label: say.form.dispensation,
            hint: say.form.dispensationHint,
            placeholder: say.form.dispensationPlaceholder,
            choices: dispensations.map((one) => ({
              value: one.id,
              text: shortened(
                say.form.dispensationChoice(one.scope, one.until, one.personId === undefined),
                OPTION_TEXT,
              ),
            })),
            chosen: notice?.dispensation?.id,
            optional: true,
          }),
        ]),
  ]
}

/** What the member has answered and given notice of, and what can be done about it. */
function standingBlocks(form: DeclareForm, say: InterestWords): KnownBlock[] {
  const { asked, interests, whips, items, meeting } = form
  const given = [...interests, ...whips]
  const more = given.length - STANDING_SHOWN
  const names = asked.toAsk.map(nameOfItem)
  return [
    ...(items.length === 0 ? [section(say.form.noAgenda())] : []),
    ...(items.length > 0 && asked.toAsk.length > 0
      ? asked.isFirst
        ? [section(say.form.notAsked(items.length))]
        : sections(say.form.newItems(names))
      : []),
    ...(items.length > 0 && asked.toAsk.length === 0 && given.length === 0
      ? [section(say.form.declaredNothing())]
      : []),
    ...given
      .slice(0, STANDING_SHOWN)
      .flatMap((notice): KnownBlock[] => [
        ...sections(standingSaid(form, notice, say)),
        actions(
          ...('kind' in notice
            ? [button({ id: ids.interests.change, text: say.form.change, value: notice.id })]
            : []),
          button({ id: ids.interests.withdraw, text: say.form.withdraw, value: notice.id }),
        ),
      ]),
    ...(more > 0 ? [context(say.form.moreStanding(more))] : []),
    ...(asked.toAsk.length === 0
      ? []
      : [
          actions(
            button({
              id: ids.interests.formNothing,
              text: given.length === 0 ? say.form.nothing : say.form.nothingMore,
              value: askedItemsValue({ meetingId: meeting.id, day: meeting.date, mark: asked.mark }),
              style: 'primary',
            }),
          ),
        ]),
  ]
}

/** "Disclosable pecuniary interest: item 7. …", and what it lets the member do. */
export function standingSaid(
  { code, relayers }: Pick<DeclareForm, 'code' | 'relayers'>,
  notice: StandingInterest | StandingWhip,
  say: InterestWords,
): Mrkdwn {
  const where = whereSaid(notice.item, say)
  const isInterest = 'kind' in notice
  return say.form.standing({
    kind: isInterest ? kindName(code, notice.kind.id, say) : say.whip,
    where,
    effect: say.effect(notice.effect, where),
    isPartners: isInterest && notice.holder === 'partner',
    isSensitive: isInterest && notice.sensitive,
    relayedBy: relayers.get(notice.givenById),
  })
}

function kindNameOf(code: CouncilCode, id: string, say: InterestWords): string {
  const kind = code.kinds.find((one) => one.id === id)
  return kind ? kindName(code, kind.id, say) : id
}

export interface ReceiptModel {
  readonly meeting: MeetingInWords
  readonly forName: string | undefined
  readonly effects: readonly Mrkdwn[]
  /** Neither registered nor notified: 28 days run from the disclosure. */
  readonly notifies: boolean
}

export function receiptView(model: ReceiptModel, say: InterestWords): ModalView {
  return modal({
    title: say.receipt.title,
    close: say.done,
    blocks: [
      ...sections(
        model.forName === undefined
          ? say.receipt.given(model.meeting)
          : say.receipt.givenFor(model.forName, model.meeting),
      ),
      ...sections(joinMrkdwn(model.effects)),
      context(say.receipt.disclose()),
      ...(model.notifies ? [context(say.receipt.notify())] : []),
    ],
  })
}

export function saidView(title: string, said: Mrkdwn, say: InterestWords): ModalView {
  return modal({ title, close: say.close, blocks: sections(said) })
}

export interface OwnList {
  readonly meetings: readonly {
    readonly meeting: MeetingInWords
    readonly notices: readonly Mrkdwn[]
    readonly nothing: Mrkdwn | undefined
  }[]
}

/** A view holds 100 blocks. */
const LISTED = 90

/** Everything that a member gave notice of, to read. */
export function ownListView(model: OwnList, say: InterestWords): ModalView {
  const lines = model.meetings.flatMap(({ meeting, notices, nothing }) => [
    ...sections(say.list.meeting(meeting)),
    ...(notices.length > 0
      ? notices.flatMap((notice) => sections(notice))
      : contexts(nothing ?? say.list.none())),
  ])
  const more = lines.length - LISTED
  return modal({
    title: say.list.title,
    close: say.close,
    blocks: [
      section(say.list.intro()),
      ...lines.slice(0, LISTED),
      ...(more > 0 ? [context(say.list.more(more))] : []),
    ],
  })
}
