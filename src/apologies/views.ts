import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { MeetingInWords } from '../meetings/words.en.ts'
import {
  actions,
  button,
  type Choice,
  context,
  contexts,
  divider,
  modal,
  plain,
  radioField,
  section,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { freshId } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { MINUTES_PHRASES, type MinutesPhrase } from './minutes-phrases.ts'
import { APOLOGY_KINDS, type ApologyKind } from './rules.ts'
import { words as substituteWords } from './substitute-words.en.ts'
import type { ApologiesWords } from './words.en.ts'

const field = ids.apologies.field

/** A reason is a sentence, not a letter; sealed it still fits everywhere it is shown. */
export const REASON_LIMIT = 1_000
const NOTE_LIMIT = 200

export interface ApologiesForm {
  readonly metadata: string
  readonly meetings: readonly Choice[]
  readonly meetingId: string
  /** Apologies in force for the chosen meeting. */
  readonly sent: { readonly kind: ApologyKind; readonly at: Temporal.Instant } | undefined
  readonly timeZone: string
  /** What the minutes may say of the reason, as it was chosen before. */
  readonly inMinutes?: MinutesPhrase
  /** Who may sit for the member by the council's rules; none where nobody may, or not any more. */
  readonly substitutes?: readonly Choice[]
  /** "Councillor B is asked to substitute …", and until when one may be named. */
  readonly substituteSaid?: string | undefined
}

export function apologiesModal(model: ApologiesForm, say: ApologiesWords): ModalView {
  return modal({
    id: ids.apologies.submit,
    title: say.form.title,
    submit: say.form.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      selectField({
        id: field.meeting,
        label: say.form.meeting,
        choices: model.meetings,
        chosen: model.meetingId,
        tellsAtOnce: model.meetings.length > 1,
      }),
      ...(model.sent ? sentBlocks(model.meetingId, model.sent, model.timeZone, say) : []),
      radioField({
        id: freshId(field.kind, model.meetingId),
        label: say.form.kind,
        choices: APOLOGY_KINDS.map((kind) => ({ value: kind, text: say.form.kinds[kind] })),
        chosen: model.sent?.kind ?? 'absent',
      }),
      textField({
        id: freshId(field.reason, model.meetingId),
        label: say.form.reason,
        hint: say.form.reasonHint,
        optional: true,
        multiline: true,
        maxLength: REASON_LIMIT,
      }),
      selectField({
        id: freshId(field.inMinutes, model.meetingId),
        label: say.form.inMinutes,
        choices: MINUTES_PHRASES.map((value) => ({ value: value || NOTHING, text: say.form.phrases[value] })),
        chosen: model.inMinutes || NOTHING,
      }),
      ...substituteBlocks(model),
    ],
  })
}

/** Slack takes no empty value of an option. */
export const NOTHING = 'nothing'

function substituteBlocks({ meetingId, substitutes = [], substituteSaid }: ApologiesForm): KnownBlock[] {
  const { field: say } = substituteWords
  return [
    ...(substitutes.length === 0
      ? []
      : [
          selectField({
            id: freshId(field.substitute, meetingId),
            label: say.substitute,
            placeholder: say.placeholder,
            hint: say.hint,
            choices: substitutes,
            optional: true,
          }),
        ]),
    ...(substituteSaid === undefined ? [] : [context(substituteSaid)]),
  ]
}

function sentBlocks(
  meetingId: string,
  sent: NonNullable<ApologiesForm['sent']>,
  timeZone: string,
  say: ApologiesWords,
): KnownBlock[] {
  return [
    section(say.form.sentAlready(sent.kind, sent.at, timeZone)),
    actions(button({ id: ids.apologies.withdraw, text: say.form.withdraw, value: meetingId })),
    divider,
  ]
}

export interface ReceiptModel {
  readonly meeting: MeetingInWords
  readonly kind: ApologyKind
  readonly reasonGiven: boolean
  readonly clerks: readonly string[]
  /** Who is asked to sit for the member. */
  readonly substitute?: string | undefined
}

export function receiptView(model: ReceiptModel, say: ApologiesWords): ModalView {
  return modal({
    title: say.receipt.title,
    close: say.done,
    blocks: [
      section(say.receipt.sent(model.meeting, model.kind)),
      ...contexts(say.receipt.clerkTold(model.clerks)),
      ...(model.substitute === undefined ? [] : [context(say.receipt.substitute(model.substitute))]),
      ...(model.reasonGiven ? [context(say.receipt.reasonPrivate())] : []),
      context(say.receipt.until()),
    ],
  })
}

export function withdrawnView(meeting: MeetingInWords, say: ApologiesWords): ModalView {
  return modal({
    title: say.receipt.withdrawnTitle,
    close: say.done,
    blocks: [section(say.receipt.withdrawn(meeting))],
  })
}

export function refusalView(why: Mrkdwn, say: ApologiesWords): ModalView {
  return modal({ title: say.refusals.title, close: say.close, blocks: sections(why) })
}

export const RELAYED_ANSWERS = ['coming', 'absent', 'late', 'leavingEarly', 'withdraw'] as const

export interface RelayForm {
  readonly metadata: string
  readonly meeting: MeetingInWords
  readonly members: readonly Choice[]
  /** The member's id, where the clerk has named them already. */
  readonly member?: string | undefined
  /** The meeting is over: the record is corrected, and these are the corrections so far. */
  readonly correcting?: readonly Mrkdwn[] | undefined
}

export function relayModal(model: RelayForm, say: ApologiesWords): ModalView {
  return modal({
    id: ids.apologies.relay,
    title: model.correcting ? say.correct.title : say.relay.title,
    submit: say.relay.submit,
    close: say.cancel,
    metadata: model.metadata,
    blocks: [
      section(model.correcting ? say.correct.intro(model.meeting) : say.relay.intro(model.meeting)),
      selectField({
        id: field.member,
        label: say.relay.member,
        choices: model.members,
        chosen: model.member,
        placeholder: say.relay.memberPlaceholder,
      }),
      radioField({
        id: field.answer,
        label: say.relay.answer,
        choices: RELAYED_ANSWERS.map((value) => ({ value, text: say.relay.answers[value] })),
      }),
      textField({
        id: field.note,
        label: say.relay.note,
        placeholder: say.relay.notePlaceholder,
        optional: true,
        maxLength: NOTE_LIMIT,
      }),
      ...(model.correcting
        ? [
            textField({
              id: field.why,
              label: say.correct.why,
              hint: say.correct.whyHint,
              maxLength: NOTE_LIMIT,
            }),
          ]
        : []),
      textField({
        id: field.reason,
        label: say.relay.reason,
        hint: say.relay.reasonHint,
        optional: true,
        multiline: true,
        maxLength: REASON_LIMIT,
      }),
      ...(model.correcting?.length ? historyBlocks(model.correcting, say) : []),
    ],
  })
}

/** A view holds 100 blocks, and the form itself takes ten. The latest ones are shown, and how many came before. */
const CORRECTIONS_SHOWN = 80

function historyBlocks(corrections: readonly Mrkdwn[], say: ApologiesWords): KnownBlock[] {
  const earlier = corrections.length - CORRECTIONS_SHOWN
  return [
    section(say.correct.history()),
    ...(earlier > 0 ? [context(say.correct.earlier(earlier))] : []),
    ...corrections.slice(-CORRECTIONS_SHOWN).map((line) => context(line)),
  ]
}

export function recordedView(
  model: { readonly name: string; readonly answer: string; readonly meeting: MeetingInWords },
  say: ApologiesWords,
): ModalView {
  return modal({
    title: say.relay.recordedTitle,
    close: say.done,
    blocks: [section(say.relay.recorded(model.name, model.answer, model.meeting))],
  })
}

/** A view holds 100 blocks; one is the introduction and one says how many are left. */
const REASONS_SHOWN = 98

export function reasonsView(
  reasons: readonly { readonly memberName: string; readonly reason: string | undefined }[],
  say: ApologiesWords,
): ModalView {
  const left = reasons.length - REASONS_SHOWN
  return modal({
    title: say.reasons.title,
    close: say.close,
    blocks: [
      section(say.reasons.intro()),
      ...(reasons.length === 0 ? [section(say.reasons.none())] : []),
      ...reasons.slice(0, REASONS_SHOWN).map((it) => ({
        ...section(say.reasons.name(it.memberName)),
        // Plain text, in which nothing is escaped: 1,000 characters stay 1,000.
        fields: [plain(it.reason ?? say.reasons.doesNotOpen)],
      })),
      ...(left > 0 ? [context(say.reasons.more(left))] : []),
    ],
  })
}
