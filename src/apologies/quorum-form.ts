import type { ModalView } from '@slack/types'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  type Choice,
  context,
  modal,
  radioField,
  section,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { type Fields, freshId, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { toMetadata } from '../slack/metadata.ts'
import { quorumFormWords as say } from './quorum-form-words.en.ts'
import type { Quorum } from './quorum-rules.ts'
import type { QuorumSettings } from './quorum-settings.ts'

const { field } = ids.quorum
const BASES = ['wholeMembership', 'current'] as const
const ROUNDINGS = ['up', 'down', 'nearest'] as const
const FLAGS = ['chairSeesNames', 'isFullCouncil', 'countsForSixMonths'] as const

/** A council has fewer members; a meeting that waits longer is another meeting. */
const MOST_MEMBERS = 200
const MOST_MINUTES = 240

export interface QuorumForm {
  readonly committeeId: string
  /** Those of which the person is a clerk. */
  readonly committees: readonly Choice[]
  readonly settings: QuorumSettings
  readonly quorum: Quorum | undefined
}

export function quorumModal(model: QuorumForm): ModalView {
  const { settings, committeeId } = model
  const fresh = (id: string) => freshId(id, committeeId)
  return modal({
    id: ids.quorum.form,
    title: say.title,
    submit: say.submit,
    close: say.cancel,
    metadata: toMetadata({ id: committeeId, version: 1 }),
    blocks: [
      selectField({
        id: field.committee,
        label: say.committee,
        choices: model.committees,
        chosen: committeeId,
        tellsAtOnce: model.committees.length > 1,
      }),
      context(say.now(model.quorum)),
      textField({
        id: fresh(field.least),
        label: say.least,
        hint: say.leastHint,
        optional: true,
        value: settings.least?.toString(),
        maxLength: 3,
      }),
      textField({
        id: fresh(field.fraction),
        label: say.fraction,
        hint: say.fractionHint,
        optional: true,
        value: settings.fraction && `${settings.fraction.numerator}/${settings.fraction.denominator}`,
        placeholder: '1/4',
        maxLength: 7,
      }),
      radioField({
        id: fresh(field.base),
        label: say.base,
        choices: BASES.map((value) => ({ value, text: say.bases[value] })),
        chosen: settings.base,
      }),
      radioField({
        id: fresh(field.rounding),
        label: say.rounding,
        choices: ROUNDINGS.map((value) => ({ value, text: say.roundings[value] })),
        chosen: settings.rounding,
      }),
      textField({
        id: fresh(field.wait),
        label: say.wait,
        hint: say.waitHint,
        optional: true,
        value: settings.waitMinutes === 0 ? undefined : String(settings.waitMinutes),
        maxLength: 3,
      }),
      tickField({
        id: fresh(field.flags),
        label: say.flags,
        optional: true,
        choices: FLAGS.map((value) => ({ value, text: say.flagged[value] })),
        chosen: FLAGS.filter((flag) => settings[flag]),
      }),
    ],
  })
}

export function quorumSetView(committee: string, quorum: Quorum | undefined): ModalView {
  return modal({ title: say.title, close: say.close, blocks: [section(say.done(committee, quorum))] })
}

/** What was filled in, or what is wrong at which field. */
export function quorumSubmitted(
  fields: Fields,
): Outcome<QuorumSettings, { readonly code: 'faults'; readonly errors: Readonly<Record<string, string>> }> {
  const errors: Record<string, string> = {}
  const least = wholeNumber(textOf(fields, field.least), 1, MOST_MEMBERS)
  const wait = wholeNumber(textOf(fields, field.wait), 0, MOST_MINUTES)
  const fraction = fractionOf(textOf(fields, field.fraction))
  if (least === 'wrong') errors[field.least] = say.faults.number(1, MOST_MEMBERS)
  if (wait === 'wrong') errors[field.wait] = say.faults.number(0, MOST_MINUTES)
  if (fraction === 'wrong') errors[field.fraction] = say.faults.fraction
  if (least === 'wrong' || wait === 'wrong' || fraction === 'wrong')
    return refused({ code: 'faults', errors })
  const flags = listOf(fields, field.flags)
  return done({
    least,
    fraction,
    base: BASES.find((it) => it === textOf(fields, field.base)) ?? 'wholeMembership',
    rounding: ROUNDINGS.find((it) => it === textOf(fields, field.rounding)) ?? 'up',
    waitMinutes: wait ?? 0,
    chairSeesNames: flags.includes('chairSeesNames'),
    isFullCouncil: flags.includes('isFullCouncil'),
    countsForSixMonths: flags.includes('countsForSixMonths'),
  })
}

function wholeNumber(text: string, least: number, most: number): number | undefined | 'wrong' {
  if (text === '') return undefined
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : 'wrong'
}

function fractionOf(text: string): QuorumSettings['fraction'] | 'wrong' {
  if (text === '') return undefined
  const [, numerator = 0, denominator = 0] = (/^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text) ?? []).map(Number)
  return numerator > 0 && numerator <= denominator ? { numerator, denominator } : 'wrong'
}
