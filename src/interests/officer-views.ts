import type { KnownBlock, ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { displayName } from '../committees/people.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import {
  actions,
  button,
  type Choice,
  context,
  contexts,
  dateField,
  divider,
  modal,
  plain,
  radioField,
  section,
  sections,
  selectField,
  textField,
} from '../slack/blocks.ts'
import { offered } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { mostThatFit } from '../slack/most-that-fit.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { GROUNDS } from './dispensation-rules.ts'
import type { ListedDispensation } from './dispensations.ts'
import type { OfficerWords } from './officer-words.en.ts'
import type { ReadInterests } from './read-interests.ts'
import { whereSaid } from './views.ts'
import type { InterestWords } from './words.en.ts'
import { kindName } from './words.ts'

const { field } = ids.interests
const OPTION_TEXT = 75
/** A view holds 100 blocks; these are left for what stands around the notices. */
const BLOCKS_AROUND = 20
const DISPENSATIONS_SHOWN = 40
const SCOPE_LIMIT = 200
const GRANTED_BY_LIMIT = 120

export interface NoticesModel extends ReadInterests {
  /** Other meetings whose notices the reader may see. */
  readonly meetings: readonly MeetingAtHand[]
  /** For whom a clerk may enter one. */
  readonly members: readonly Choice[]
  readonly timeZone: string
  /** The place of the first notice to be shown; those before it are on earlier pages. */
  readonly from: number
}

/** What members gave notice of before a meeting: for the clerks and the Monitoring Officer, never for a channel. */
export function noticesView(model: NoticesModel, words: InterestWords, say: OfficerWords): ModalView {
  const { interests, whips, meetings, unanswered, nothing } = model
  const all = [
    ...interests.map((one) => interestBlocks(model, one, words, say)),
    ...whips.map((one) => whipBlocks(one, model.timeZone, words, say)),
  ]
  const from = model.from < all.length ? model.from : 0
  const notices = all.slice(from)
  const fits = (count: number) => notices.slice(0, count).flat().length <= limits.view.blocks - BLOCKS_AROUND
  const shown = mostThatFit(notices.length, fits)
  return modal({
    title: say.notices.title,
    close: words.close,
    blocks: [
      ...sections(say.notices.intro(model.meeting)),
      ...(meetings.length < 2 ? [] : [meetingMenu(model, say)]),
      divider,
      ...(notices.length === 0 ? [section(say.notices.none())] : notices.slice(0, shown).flat()),
      ...pageButton(
        { shown: { from, until: from + shown, of: all.length }, id: ids.interests.list },
        (next) => `${model.meeting.id}/${next}`,
        say,
      ),
      divider,
      ...(nothing.length === 0 ? [] : contexts(say.notices.nothing(nothing))),
      ...(unanswered.length === 0
        ? []
        : contexts(say.notices.unanswered(unanswered.map(({ person }) => displayName(person))))),
      ...(model.isClerk && model.members.length > 0 ? [memberMenu(model, say)] : []),
      actions(button({ id: ids.interests.dispensations, text: say.notices.dispensations, value: '0' })),
    ],
  })
}

/** Where Slack's limits leave something out: which are shown, and the others at a press (law 8). */
function pageButton(
  page: {
    readonly shown: { readonly from: number; readonly until: number; readonly of: number }
    readonly id: string
  },
  valueAt: (from: number) => string,
  say: OfficerWords,
): KnownBlock[] {
  const { from, until, of } = page.shown
  if (from === 0 && until === of) return []
  const isLast = until === of
  return [
    context(say.page.shown(from + 1, until, of)),
    actions(
      button({
        id: page.id,
        text: isLast ? say.page.first : say.page.next,
        value: valueAt(isLast ? 0 : until),
      }),
    ),
  ]
}

function interestBlocks(
  { code, timeZone }: NoticesModel,
  one: ReadInterests['interests'][number],
  words: InterestWords,
  say: OfficerWords,
): KnownBlock[] {
  const said = say.notices.notice(
    {
      member: one.memberName,
      kind: kindName(code, one.kind.id, words),
      where: whereSaid(one.item, words),
      effect: one.effect,
      isPartners: one.holder === 'partner',
      isSensitive: one.sensitive,
      registration: one.registration,
      dispensation: one.dispensation?.scope,
      at: one.givenAt,
      relayedBy: one.relayedBy,
      relayedNote: one.relayedNote,
    },
    timeZone,
  )
  return [
    ...sections(said),
    ...(one.nature === undefined ? [] : sections(say.notices.nature(one.nature))),
    ...(one.isUnopened ? [context(say.notices.unopened())] : []),
  ]
}

function whipBlocks(
  one: ReadInterests['whips'][number],
  timeZone: string,
  words: InterestWords,
  say: OfficerWords,
): KnownBlock[] {
  const said = say.notices.notice(
    {
      member: one.memberName,
      kind: words.whip,
      where: whereSaid(one.item, words),
      effect: one.effect,
      isPartners: false,
      isSensitive: false,
      registration: undefined,
      dispensation: undefined,
      at: one.givenAt,
      relayedBy: one.relayedBy,
      relayedNote: one.relayedNote,
    },
    timeZone,
  )
  return [...sections(said), ...sections(say.notices.nature(one.nature))]
}

function meetingMenu({ meetings }: NoticesModel, say: OfficerWords): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ids.interests.listMeeting,
        placeholder: plain(say.notices.meeting),
        ...offered(
          meetings.map((one) => ({
            value: one.id,
            text: shortened(meetingWords.entry(one), OPTION_TEXT),
          })),
        ),
      },
    ],
  }
}

function memberMenu({ members }: NoticesModel, say: OfficerWords): KnownBlock {
  return {
    ...section(say.notices.enterFor()),
    accessory: {
      type: 'static_select',
      action_id: ids.interests.enterFor,
      placeholder: plain(say.notices.member),
      ...offered(members),
    },
  }
}

export interface DispensationsModel {
  readonly dispensations: readonly ListedDispensation[]
  /** The nation's law. */
  readonly source: string
  /** The place of the first to be shown; those before it are on earlier pages. */
  readonly from: number
}

/** The dispensations in force or to come; `first` says what was just done. */
export function dispensationsView(
  { dispensations, source, from: wanted }: DispensationsModel,
  words: InterestWords,
  say: OfficerWords,
  first?: Mrkdwn,
): ModalView {
  const from = wanted < dispensations.length ? wanted : 0
  const shown = dispensations.slice(from, from + DISPENSATIONS_SHOWN)
  return modal({
    title: say.dispensations.title,
    close: words.close,
    blocks: [
      ...(first ? sections(first) : []),
      context(say.dispensations.intro(source)),
      ...(dispensations.length === 0 ? [section(say.dispensations.none())] : []),
      ...shown.map((one) => ({
        ...section(say.dispensations.one(one)),
        accessory: button({
          id: ids.interests.revoke,
          text: say.dispensations.revoke,
          value: one.id,
          style: 'danger' as const,
          confirm: say.dispensations.revokeConfirm,
        }),
      })),
      ...pageButton(
        {
          shown: { from, until: from + shown.length, of: dispensations.length },
          id: ids.interests.dispensations,
        },
        String,
        say,
      ),
      actions(button({ id: ids.interests.dispense, text: say.dispensations.record, value: 'new' })),
    ],
  })
}

/** @param people everybody who holds a seat in the council */
export function dispenseModal(
  model: { readonly people: readonly Choice[]; readonly today: Temporal.PlainDate },
  words: InterestWords,
  say: OfficerWords,
): ModalView {
  return modal({
    id: ids.interests.dispenseForm,
    title: say.dispense.title,
    submit: say.dispense.submit,
    close: words.cancel,
    blocks: [
      ...(model.people.length === 0
        ? []
        : [
            selectField({
              id: field.person,
              label: say.dispense.person,
              hint: say.dispense.personHint,
              placeholder: say.dispense.personPlaceholder,
              choices: model.people,
              optional: true,
            }),
          ]),
      textField({
        id: field.scope,
        label: say.dispense.scope,
        placeholder: say.dispense.scopePlaceholder,
        maxLength: SCOPE_LIMIT,
      }),
      radioField({
        id: field.ground,
        label: say.dispense.ground,
        choices: GROUNDS.map((value) => ({ value, text: say.grounds[value] })),
      }),
      radioField({
        id: field.vote,
        label: say.dispense.vote,
        choices: (['vote', 'speak'] as const).map((value) => ({ value, text: say.dispense.votes[value] })),
        chosen: 'vote',
      }),
      textField({
        id: field.grantedBy,
        label: say.dispense.grantedBy,
        placeholder: say.dispense.grantedByPlaceholder,
        maxLength: GRANTED_BY_LIMIT,
      }),
      dateField({ id: field.grantedOn, label: say.dispense.grantedOn, value: model.today.toString() }),
      dateField({ id: field.until, label: say.dispense.until }),
    ],
  })
}
