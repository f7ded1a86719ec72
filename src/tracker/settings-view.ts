import type { ModalView } from '@slack/types'
import { modal, sections, selectField, textField, tickField } from '../slack/blocks.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { DeskWords } from './desk-words.en.ts'
import type { RowWords } from './row-words.en.ts'
import type { TrackerSaid } from './set-settings.ts'
import type { TrackerSettings } from './settings.ts'

const { field } = ids.trackerDesk

const SOURCE_LIMIT = 200
const MOST = { weeks: 104, months: 24, days: 60 }

/** How a committee's tracker works, where that differs from what is usual. */
export function settingsModal(
  form: { readonly committeeId: string; readonly settings: TrackerSettings },
  { settings: words }: DeskWords,
  say: RowWords,
): ModalView {
  const { settings } = form
  const number = (id: string, label: string, value: number | undefined, hint?: string) =>
    textField({ id, label, hint, value: value?.toString(), optional: value === undefined, maxLength: 3 })
  return modal({
    id: ids.trackerDesk.settingsForm,
    title: words.title,
    submit: say.save,
    close: say.cancel,
    metadata: form.committeeId,
    blocks: [
      tickField({
        id: field.clearance,
        label: words.clearance,
        choices: [{ value: 'clearance', text: words.needsClearance }],
        chosen: settings.needsClearance ? ['clearance'] : [],
        optional: true,
      }),
      ...sections(words.localIntro()),
      { ...number(field.localWeeks, words.localWeeks, settings.localWeeks), optional: true },
      { ...number(field.localMonths, words.localMonths, settings.localMonths), optional: true },
      textField({
        id: field.localSource,
        label: words.localSource,
        hint: words.localSourceHint,
        value: settings.localSource,
        optional: true,
        maxLength: SOURCE_LIMIT,
      }),
      selectField({
        id: field.documentMode,
        label: words.documentMode,
        hint: words.documentHint,
        choices: (['working', 'calendar'] as const).map((value) => ({ value, text: words.modes[value] })),
        chosen: settings.documentMode,
      }),
      number(field.headAfter, words.headAfter, settings.headAfter, words.headHint),
      number(field.finalDays, words.finalDays, settings.finalDays, words.finalHint),
      selectField({
        id: field.profile,
        label: words.profile,
        choices: Object.entries(words.profiles).map(([value, text]) => ({ value, text })),
        chosen: settings.profile,
      }),
    ],
  })
}

/** What was filled in, or what is wrong with it at which field. */
export function settingsIn(
  fields: Fields,
  before: TrackerSettings,
  { settings: words }: DeskWords,
): TrackerSaid | { readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {}
  const number = (id: string, most: number): number | undefined => {
    const text = textOf(fields, id)
    if (text === '') return undefined
    const value = /^\d+$/.test(text) ? Number(text) : 0
    if (value >= 1 && value <= most) return value
    errors[id] = words.number(most)
    return undefined
  }
  const said: TrackerSaid = {
    needsClearance: listOf(fields, field.clearance).includes('clearance'),
    localWeeks: number(field.localWeeks, MOST.weeks),
    localMonths: number(field.localMonths, MOST.months),
    localSource: textOf(fields, field.localSource),
    documentMode: textOf(fields, field.documentMode) === 'calendar' ? 'calendar' : 'working',
    headAfter: number(field.headAfter, MOST.days) ?? before.headAfter,
    finalDays: number(field.finalDays, MOST.days) ?? before.finalDays,
    profile: textOf(fields, field.profile) || before.profile,
  }
  return Object.keys(errors).length > 0 ? { errors } : said
}
