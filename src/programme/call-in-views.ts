import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  contexts,
  dateField,
  modal,
  radioField,
  section,
  sections,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { shortened } from '../slack/shorten.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { Roles } from './acting.ts'
import { CALL_IN_OUTCOMES, type CallInRule } from './call-in-rules.ts'
import type { CallInWords } from './call-in-words.en.ts'
import type { CallInRow } from './call-ins.ts'
import type { ProgrammeMeeting } from './types.ts'
import type { ProgrammeWords } from './words.en.ts'

const { field } = ids.callIn
const TEXT = limits.plainTextInput
const OPTION_TEXT = 75
const MEETINGS = 100

/** What a button about a call-in says. */
export function callInValue({ id, version }: Pick<CallInRow, 'id' | 'version'>): string {
  return `${id}/${version}`
}

export interface CallInsModel {
  readonly committee: { readonly id: string; readonly name: string }
  readonly isClerk: boolean
  readonly callIns: readonly CallInRow[]
}

export function callInsView(
  { committee, isClerk, callIns }: CallInsModel,
  say: CallInWords,
  wanted = 0,
): ModalView {
  const pages = pagesOf(callIns.map((one) => callInBlocks(one, say)))
  const { page = [], at } = pageOf(pages, wanted)
  return modal({
    title: say.title,
    close: say.close,
    metadata: committee.id,
    blocks: [
      section(say.intro()),
      ...(isClerk ? [actions(button({ id: ids.callIn.enter, text: say.enter, value: committee.id }))] : []),
      ...(callIns.length === 0 ? [section(say.none())] : page),
      ...turnButtons(ids.callIn.turn, committee.id, { at, pages: pages.length }, say),
    ],
  })
}

function callInBlocks(one: CallInRow, say: CallInWords): KnownBlock[] {
  return [
    ...sections(say.decision(one)),
    ...sections(say.stateLine(one)),
    actions(button({ id: ids.callIn.open, text: say.open, value: callInValue(one) })),
  ]
}

export interface CallInModel {
  readonly callIn: CallInRow
  readonly roles: Roles
  /** Whether a request of the reader stands. */
  readonly hasAsked: boolean
  readonly working: readonly string[]
  readonly first?: Mrkdwn
}

/** One decision: how it stands, and for clerks and the Chair who asked. */
export function callInView(model: CallInModel, say: CallInWords, wanted = 0): ModalView {
  const { callIn, roles, working, first } = model
  const names = roles.isClerk || roles.isChair ? callIn.requests : []
  const pages = pagesOf([
    [
      ...(first ? [section(first)] : []),
      ...sections(say.decision(callIn)),
      ...sections(say.stateLine(callIn)),
      ...(working.length === 0 ? [] : contexts(say.working(working))),
      buttonsOf(model, say),
    ],
    ...(names.length === 0 ? [] : [[section(say.requesters())]]),
    ...names.map((one) => sections(say.requester(one))),
  ])
  const { page = [], at } = pageOf(pages, wanted)
  return modal({
    title: say.title,
    close: say.close,
    metadata: callIn.committeeId,
    blocks: [...page, ...turnButtons(ids.callIn.open, callInValue(callIn), { at, pages: pages.length }, say)],
  })
}

function buttonsOf({ callIn, roles, hasAsked }: CallInModel, say: CallInWords): KnownBlock {
  const { state } = callIn
  const of = (id: string, text: string) => button({ id, text, value: callInValue(callIn) })
  const isUndecided = state === 'open' || state === 'lapsed'
  return actions(
    ...(state === 'open' && !hasAsked ? [of(ids.callIn.ask, say.ask)] : []),
    ...(isUndecided && hasAsked ? [of(ids.callIn.withdraw, say.withdraw)] : []),
    ...(roles.isClerk
      ? [
          ...(isUndecided ? [of(ids.callIn.relay, say.relay)] : []),
          ...(state === 'called' ? [of(ids.callIn.schedule, say.schedule)] : []),
          ...(state === 'called' || state === 'heard' ? [of(ids.callIn.hear, say.hear)] : []),
          ...(isUndecided || state === 'called' ? [of(ids.callIn.invalid, say.invalid)] : []),
          ...(state === 'invalid' ? [of(ids.callIn.takeBack, say.takeBack)] : []),
        ]
      : []),
    button({ id: ids.callIn.list, text: say.all, value: callIn.committeeId }),
  )
}

export function enterModal(
  { committeeId, rule, today }: { committeeId: string; rule: Omit<CallInRule, 'grounds'>; today: string },
  { enterForm: words, cancel }: CallInWords,
): ModalView {
  return modal({
    id: ids.callIn.enterForm,
    title: words.title,
    submit: words.submit,
    close: cancel,
    metadata: committeeId,
    blocks: [
      section(words.rule(rule)),
      textField({
        id: field.title,
        label: words.decision,
        hint: words.decisionHint,
        multiline: true,
        maxLength: TEXT,
      }),
      textField({ id: field.reference, label: words.reference, optional: true, maxLength: 100 }),
      textField({ id: field.decidedBy, label: words.decidedBy, hint: words.decidedByHint, maxLength: 300 }),
      dateField({ id: field.publishedOn, label: words.publishedOn, value: today }),
    ],
  })
}

/** For a clerk who enters what a councillor asked: the councillors, who need not be on Slack, and today's date. */
export interface Relay {
  readonly today: string
  readonly councillors: readonly { readonly id: string; readonly name: string }[]
}

export function askModal(callIn: CallInRow, relay: Relay | undefined, say: CallInWords): ModalView {
  const { askForm: words } = say
  const { grounds } = callIn.rule
  return modal({
    id: ids.callIn.askForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: JSON.stringify({ callInId: callIn.id, relayed: relay !== undefined }),
    blocks: [
      ...sections(say.decision(callIn)),
      ...(relay === undefined
        ? []
        : [
            selectField({
              id: field.person,
              label: words.person,
              choices: relay.councillors.map(({ id, name }) => ({ value: id, text: name })),
            }),
            dateField({ id: field.on, label: words.on, value: relay.today }),
          ]),
      ...(grounds.length === 0
        ? []
        : [
            tickField({
              id: field.grounds,
              label: words.grounds,
              optional: true,
              choices: grounds.map((ground) => ({ value: ground, text: ground })),
            }),
          ]),
      textField({
        id: field.reason,
        label: words.reason,
        hint: words.reasonHint,
        optional: true,
        multiline: true,
        maxLength: TEXT,
      }),
    ],
  })
}

export function invalidModal(callIn: CallInRow, { invalidForm: words, ...say }: CallInWords): ModalView {
  return modal({
    id: ids.callIn.invalidForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: metadataOf(callIn),
    blocks: [
      ...sections(say.decision(callIn)),
      textField({ id: field.why, label: words.why, hint: say.whyHint, multiline: true, maxLength: TEXT }),
    ],
  })
}

export function scheduleModal(
  callIn: CallInRow,
  meetings: readonly ProgrammeMeeting[],
  say: CallInWords,
  { place }: ProgrammeWords,
): ModalView {
  const { scheduleForm: words } = say
  return modal({
    id: ids.callIn.scheduleForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: metadataOf(callIn),
    blocks: [
      ...sections(say.decision(callIn)),
      ...sections(say.stateLine(callIn)),
      selectField({
        id: field.meeting,
        label: words.meeting,
        choices: meetings.slice(0, MEETINGS).map((meeting) => ({
          value: meeting.id,
          text: shortened(place.meeting(meeting), OPTION_TEXT),
        })),
        chosen: callIn.meeting?.id,
      }),
    ],
  })
}

export function hearModal(callIn: CallInRow, say: CallInWords): ModalView {
  const { hearForm: words } = say
  return modal({
    id: ids.callIn.hearForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: metadataOf(callIn),
    blocks: [
      ...sections(say.decision(callIn)),
      radioField({
        id: field.outcome,
        label: words.outcome,
        choices: CALL_IN_OUTCOMES.map((value) => ({ value, text: say.outcomes[value] })),
        chosen: callIn.outcome,
      }),
      textField({
        id: field.why,
        label: words.why,
        hint: say.whyHint,
        value: callIn.state === 'heard' ? callIn.outcomeWhy : undefined,
        multiline: true,
        maxLength: TEXT,
      }),
      textField({
        id: field.minute,
        label: words.minute,
        value: callIn.outcomeMinute,
        optional: true,
        maxLength: 100,
      }),
    ],
  })
}

function metadataOf({ id, version }: CallInRow): string {
  return JSON.stringify({ callInId: id, version })
}
