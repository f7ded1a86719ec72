import type { KnownBlock, ModalView } from '@slack/types'
import {
  type Choice,
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
import type { ProgrammeFormWords } from './form-words.en.ts'
import { AUTHORITIES, type Place } from './rules.ts'
import type { Scores, Scoring } from './scorings.ts'
import type { ProgrammeSettings } from './set-settings.ts'
import { type EntryAtHand, type EntrySaid, PROGRAMME_KINDS, type ProgrammeMeeting } from './types.ts'
import { type ProgrammeWords, placeValue } from './words.en.ts'

const { field } = ids.programme
const TEXT = limits.plainTextInput

/** What a form needs to ask where something goes and by which right. */
export interface PlaceForm {
  readonly meetings: readonly ProgrammeMeeting[]
  /** Who may vary the programme between meetings; empty: nobody. */
  readonly variedBy: string
}

export interface EntryForm {
  readonly id: string
  readonly metadata: string
  readonly title: string
  readonly submit: string
  readonly scoring: Scoring
  readonly said: EntrySaid | undefined
  /** For a clerk who proposes for a member. */
  readonly proposers: readonly Choice[] | undefined
  readonly asksKind: boolean
  readonly place: PlaceForm | undefined
}

/** What is proposed, added or put right. */
export function entryModal(
  form: EntryForm,
  say: ProgrammeWords,
  { propose: words, cancel }: ProgrammeFormWords,
): ModalView {
  const { said } = form
  const text = (id: string, label: string, value: string | undefined, optional: boolean, hint?: string) =>
    textField({ id, label, value, optional, hint, multiline: true, maxLength: TEXT })
  return modal({
    id: form.id,
    title: form.title,
    submit: form.submit,
    close: cancel,
    metadata: form.metadata,
    blocks: [
      ...(form.proposers
        ? [selectField({ id: field.proposer, label: words.proposer, choices: form.proposers })]
        : []),
      ...(form.asksKind
        ? [
            radioField({
              id: field.kind,
              label: words.kind,
              choices: PROGRAMME_KINDS.map((value) => ({ value, text: say.entry.kinds[value] })),
              chosen: said?.kind ?? 'item',
            }),
          ]
        : []),
      textField({ id: field.title, label: words.topic, value: said?.title, maxLength: TEXT }),
      text(field.reason, words.reason, said?.reason, form.id !== ids.programme.proposeForm),
      text(field.outcome, words.outcome, said?.outcomeWanted, true),
      textField({ id: field.lead, label: words.lead, value: said?.lead, optional: true, maxLength: TEXT }),
      ...(form.asksKind ? [text(field.scope, words.scope, said?.scope, true, words.scopeHint)] : []),
      ...scoreFields(form.scoring, said?.scores ?? {}, words),
      ...(form.place ? placeFields(form.place, undefined, false, say) : []),
    ],
  })
}

function scoreFields(
  { name, criteria, most }: Scoring,
  scores: Scores,
  words: ProgrammeFormWords['propose'],
): KnownBlock[] {
  if (most === 1)
    return [
      tickField({
        id: field.met,
        label: words.met(name),
        hint: words.metHint,
        optional: true,
        choices: criteria.map(({ id, label }) => ({ value: id, text: label })),
        chosen: criteria.flatMap(({ id }) => ((scores[id] ?? 0) > 0 ? [id] : [])),
      }),
    ]
  return criteria.map(({ id, label }) =>
    selectField({
      id: `${field.score}/${id}`,
      label,
      optional: true,
      placeholder: words.noScore,
      choices: Array.from({ length: most + 1 }, (_, points) => ({
        value: String(points),
        text: String(points),
      })),
      chosen: scores[id]?.toString(),
    }),
  )
}

/** Slack takes 100 choices in a select: three are no meeting, and no committee has so many ahead of it. */
const MEETINGS = 97

function placeFields(
  { meetings, variedBy }: PlaceForm,
  chosen: Place | undefined,
  isInProgramme: boolean,
  { place: words, authority }: ProgrammeWords,
): KnownBlock[] {
  const choices: Choice[] = [
    { value: placeValue({ to: 'unscheduled' }), text: words.unscheduled },
    ...meetings.slice(0, MEETINGS).map((meeting) => ({
      value: placeValue({ to: 'meeting', meetingId: meeting.id }),
      text: words.meeting(meeting),
    })),
    ...(isInProgramme
      ? [
          { value: placeValue({ to: 'taken' }), text: words.taken },
          { value: placeValue({ to: 'off' }), text: words.off },
        ]
      : []),
  ]
  return [
    selectField({
      id: field.place,
      label: words.label,
      choices,
      chosen: chosen ? placeValue(chosen) : placeValue({ to: 'unscheduled' }),
    }),
    section(variedBy === '' ? authority.noDelegation() : authority.delegation(variedBy)),
    radioField({
      id: field.authority,
      label: authority.label,
      choices: AUTHORITIES.filter((kind) => kind === 'committee' || variedBy !== '').map((value) => ({
        value,
        text: authority.kinds[value],
      })),
      chosen: 'committee',
    }),
    textField({
      id: field.by,
      label: authority.why,
      hint: authority.whyHint,
      multiline: true,
      maxLength: TEXT,
    }),
  ]
}

export function decideModal(
  entry: EntryAtHand,
  place: PlaceForm,
  metadata: string,
  say: ProgrammeWords,
  { decide: words, cancel }: ProgrammeFormWords,
): ModalView {
  return modal({
    id: ids.programme.decideForm,
    title: words.title,
    submit: words.submit,
    close: cancel,
    metadata,
    blocks: [
      ...sections(words.proposal(entry.title, entry.proposer?.name ?? '')),
      radioField({
        id: field.decision,
        label: words.decision,
        choices: [
          { value: 'accepted', text: words.accepted },
          { value: 'declined', text: words.declined },
        ],
      }),
      textField({
        id: field.why,
        label: words.reason,
        hint: words.reasonHint,
        optional: true,
        multiline: true,
        maxLength: TEXT,
      }),
      ...placeFields(place, undefined, false, say),
    ],
  })
}

export function arrangeModal(
  entry: EntryAtHand,
  place: PlaceForm,
  metadata: string,
  say: ProgrammeWords,
  { arrange: words, cancel }: ProgrammeFormWords,
): ModalView {
  const { meeting } = entry
  const here: Place | undefined =
    meeting && place.meetings.some(({ id }) => id === meeting.id)
      ? { to: 'meeting', meetingId: meeting.id }
      : undefined
  return modal({
    id: ids.programme.arrangeForm,
    title: words.title,
    submit: words.submit,
    close: cancel,
    metadata,
    blocks: [
      ...sections(say.view.heading(entry.title)),
      section(say.entry.standing(entry)),
      ...placeFields(place, here, true, say),
    ],
  })
}

export interface SettingsForm {
  readonly committeeId: string
  readonly settings: ProgrammeSettings
  readonly scorings: readonly Scoring[]
}

export function settingsModal(
  form: SettingsForm,
  { settings: words, save, cancel }: ProgrammeFormWords,
): ModalView {
  const { settings } = form
  const number = (id: string, label: string, value: number) =>
    textField({ id, label, value: String(value), maxLength: 2 })
  return modal({
    id: ids.programme.settingsForm,
    title: words.title,
    submit: save,
    close: cancel,
    metadata: form.committeeId,
    blocks: [
      number(field.days, words.days, settings.proposalDays),
      selectField({
        id: field.scoring,
        label: words.scoring,
        choices: form.scorings.map(({ id, name }) => ({ value: id, text: name })),
        chosen: settings.scoring,
      }),
      textField({
        id: field.variedBy,
        label: words.variedBy,
        hint: words.variedByHint,
        value: settings.variedBy,
        optional: true,
        multiline: true,
        maxLength: 500,
      }),
      number(field.requesters, words.requesters, settings.callInRequesters),
      number(field.window, words.window, settings.callInWindow),
      number(field.meetWithin, words.meetWithin, settings.callInMeetWithin),
      textField({
        id: field.grounds,
        label: words.grounds,
        hint: words.groundsHint,
        value: settings.callInGrounds.join('\n'),
        optional: true,
        multiline: true,
        maxLength: 800,
      }),
    ],
  })
}
