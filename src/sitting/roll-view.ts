import type { KnownBlock, ModalView } from '@slack/types'
import {
  actions,
  button,
  type Choice,
  context,
  manyField,
  modal,
  section,
  sections,
  selectField,
} from '../slack/blocks.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import type { SittingAtHand } from './at-hand.ts'
import { personOfValue } from './open-view.ts'
import { openingWords } from './opening-words.en.ts'
import type { RollWish } from './roll-changes.ts'
import { presenceName, type RollForm } from './roll-form.ts'
import { rollWords as words } from './roll-words.en.ts'
import type { SubstituteWarning } from './substitute-warnings.ts'
import { whenField } from './time-field.ts'
import { sittingWords as say, timeWords } from './words.en.ts'

const { field } = ids.sitting

/** Arrivals, departures and returns, any number at once, at the true time. */
export function rollModal(form: RollForm): ModalView {
  const { sitting, there, away, substitutes, absent } = form
  const { meeting } = sitting
  const value = meeting.id
  const pick = (id: string, label: string, choices: readonly Choice[], hint?: string): KnownBlock[] =>
    choices.length === 0 ? [] : [manyField({ id, label, hint, optional: true, choices })]
  return modal({
    id: ids.sitting.rollForm,
    title: words.title,
    submit: words.submit,
    close: say.cancel,
    metadata: toMetadata({ id: meeting.id, version: sitting.version }),
    blocks: [
      ...sections(words.inRoom(there.map(({ text }) => text))),
      actions(
        button({ id: ids.sitting.entries, text: words.entries.button, value: `${value}/0` }),
        button({ id: ids.sitting.also, text: words.also.button, value }),
      ),
      whenField(meeting, form.now, { isNow: form.isNow }),
      ...pick(field.came, words.came, away, words.several),
      ...pick(field.left, words.left, there, words.several),
      ...pick(field.afar, openingWords.afar, away, openingWords.afarHint[form.remote]),
      ...(substitutes.length === 0 || absent.length === 0
        ? []
        : [
            selectField({
              id: field.substitute,
              label: words.substitute,
              optional: true,
              choices: substitutes,
            }),
            selectField({ id: field.forWhom, label: words.forWhom, optional: true, choices: absent }),
          ]),
    ],
  })
}

/** What was chosen, or what is missing at which field. */
export function rollSubmitted(
  fields: Fields,
  remote: RollForm['remote'],
):
  | { readonly time: string; readonly people: readonly RollWish[] }
  | { readonly errors: Record<string, string> } {
  const substitute = textOf(fields, field.substitute)
  const forWhom = textOf(fields, field.forWhom)
  if (substitute !== '' && forWhom === '') return { errors: { [field.forWhom]: say.refusals.chooseForWhom } }
  if (substitute === '' && forWhom !== '') return { errors: { [field.substitute]: say.refusals.chooseWho } }
  const arrived = (id: string, mode: RollWish['mode']) =>
    listOf(fields, id).map((value): RollWish => ({ ...personOfValue(value), kind: 'arrived', mode }))
  const people: RollWish[] = [
    ...arrived(field.came, 'inRoom'),
    ...arrived(field.afar, remote),
    ...listOf(fields, field.left).map(
      (personId): RollWish => ({ personId, kind: 'left', mode: 'inRoom', forId: undefined }),
    ),
    ...(substitute === ''
      ? []
      : [{ personId: substitute, kind: 'arrived' as const, mode: 'inRoom' as const, forId: forWhom }]),
  ]
  return people.length === 0
    ? { errors: { [field.time]: say.refusals.choose } }
    : { time: textOf(fields, field.time), people }
}

/** The roll is entered; what standing orders say against it is for the clerk to know. */
export function warnedView(warnings: readonly SubstituteWarning[]): ModalView {
  return modal({
    title: words.title,
    close: say.close,
    blocks: [
      section(words.entered()),
      ...warnings.flatMap(({ name, forName, why }) => sections(words.sitsDespite(name, forName, why))),
    ],
  })
}

/** So many fit a screen without scrolling for ever. */
const ENTRIES_A_PAGE = 20

/** Everything that was entered in the roll, latest first, each with a button that strikes it. */
export function entriesView(sitting: SittingAtHand, wanted: number): ModalView {
  const { meeting, roll } = sitting
  const lines = roll.toReversed()
  const pages = Math.max(1, Math.ceil(lines.length / ENTRIES_A_PAGE))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const from = page * ENTRIES_A_PAGE
  const shown = lines.slice(from, from + ENTRIES_A_PAGE)
  const turn = (id: string, text: string, to: number) => button({ id, text, value: `${meeting.id}/${to}` })
  return modal({
    title: words.entries.title,
    close: say.close,
    blocks: [
      section(lines.length === 0 ? words.entries.none() : words.entries.intro()),
      ...shown.map((line) => {
        const [time, person] = [timeWords(line.at, meeting.timeZone), presenceName(sitting, line)]
        return {
          ...section(words.entries[line.kind](time, person)),
          accessory: button({
            id: ids.sitting.strikeEntry,
            text: say.strike,
            value: `${meeting.id}/${line.id}/${page}`,
            label: shortened(words.entries.strikeLabel(person, time), limits.button.accessibilityLabel),
          }),
        }
      }),
      ...(pages === 1
        ? []
        : [
            context(words.entries.page(from + 1, from + shown.length, lines.length)),
            actions(
              ...(page > 0 ? [turn(ids.sitting.newerEntries, words.entries.newer, page - 1)] : []),
              ...(page < pages - 1 ? [turn(ids.sitting.olderEntries, words.entries.older, page + 1)] : []),
            ),
          ]),
    ],
  })
}
