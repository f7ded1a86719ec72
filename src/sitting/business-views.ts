import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, context, modal, section, sections, textField, tickField } from '../slack/blocks.ts'
import { type Fields, freshId, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import { shortened } from '../slack/shorten.ts'
import type { Business, SittingAtHand } from './at-hand.ts'
import type { BusinessForm } from './business-form.ts'
import { businessWords as words } from './business-words.en.ts'
import type { ItemText } from './edit-item.ts'
import { isSitting } from './state-rules.ts'
import { whenField } from './time-field.ts'
import { sittingWords as say, timeWords } from './words.en.ts'

const { field } = ids.sitting
/** So many fit a screen without scrolling for ever, and a view holds 100 blocks. */
const ITEMS_A_PAGE = 20

/** All business of a meeting, a page of it. */
export function itemsView(sitting: SittingAtHand, wanted: number): ModalView {
  const { meeting, business } = sitting
  const pages = Math.max(1, Math.ceil(business.length / ITEMS_A_PAGE))
  const page = Math.min(Math.max(0, wanted), pages - 1)
  const from = page * ITEMS_A_PAGE
  const shown = business.slice(from, from + ITEMS_A_PAGE)
  const turn = (id: string, text: string, to: number) => button({ id, text, value: `${meeting.id}/${to}` })
  return modal({
    title: words.title,
    close: say.close,
    blocks: [
      section(business.length === 0 ? words.none() : words.intro()),
      actions(button({ id: ids.sitting.business, text: words.add.button, value: meeting.id })),
      ...shown.map((item) => ({
        ...section(words.line(say.item(item), words.state[item.state], times(item, meeting.timeZone))),
        accessory: button({
          id: ids.sitting.item,
          text: words.open,
          value: `${meeting.id}/${item.recordId}`,
          label: shortened(words.openLabel(say.item(item)), limits.button.accessibilityLabel),
        }),
      })),
      ...(pages === 1
        ? []
        : [
            context(words.page(from + 1, from + shown.length, business.length)),
            actions(
              ...(page > 0 ? [turn(ids.sitting.earlierItems, words.earlier, page - 1)] : []),
              ...(page < pages - 1 ? [turn(ids.sitting.laterItems, words.later, page + 1)] : []),
            ),
          ]),
    ],
  })
}

function times({ startedAt, endedAt }: Business, timeZone: string): string {
  const at = (instant: Business['startedAt']) => instant && timeWords(instant, timeZone)
  return words.times(at(startedAt), at(endedAt))
}

/** An item: what becomes of it, and what the clerk writes of it. */
export function itemView(form: BusinessForm): ModalView {
  const { item, sitting, now } = form
  const { meeting } = sitting
  // What another clerk wrote meanwhile is shown, and not what Slack keeps of the fields.
  const fresh = (id: string) => freshId(id, `${item.recordId}-${item.version}`)
  const write = (id: string, label: string, value: string, more: { hint: string; multiline?: boolean }) =>
    textField({ id: fresh(id), label, value, optional: true, maxLength: limits.plainTextInput, ...more })
  const asked = words.item
  return modal({
    id: ids.sitting.itemForm,
    title: asked.title,
    submit: asked.submit,
    close: say.cancel,
    metadata: `${meeting.id}/${item.recordId}/${item.version}`,
    blocks: [
      ...sections(words.line(say.item(item), words.state[item.state], times(item, meeting.timeZone))),
      ...stateButtons(form),
      whenField(meeting, now, { label: asked.timeOf, optional: true, isNow: false }),
      context(asked.timeHint),
      write(field.title, asked.heading, form.heading, { hint: asked.headingHint }),
      write(field.presenters, asked.presenters, form.presenters.join('\n'), {
        hint: asked.presentersHint,
        multiline: true,
      }),
      write(field.presented, asked.presented, item.presented, { hint: asked.presentedHint }),
      write(field.passage, asked.passage, item.passage, { hint: asked.passageHint, multiline: true }),
      tickField({
        id: fresh(field.closed),
        label: asked.closedField,
        optional: true,
        choices: [{ value: 'closed', text: asked.closed, description: asked.closedNote }],
        chosen: form.isMarkedClosed ? ['closed'] : [],
      }),
      ...(item.isClosed || item.summary !== ''
        ? [write(field.summary, asked.summary, item.summary, { hint: asked.summaryHint, multiline: true })]
        : []),
    ],
  })
}

function stateButtons({ item, sitting }: BusinessForm): KnownBlock[] {
  const value = `${sitting.meeting.id}/${item.recordId}`
  const isCurrent = sitting.current?.recordId === item.recordId
  const begin = !isSitting(sitting.state)
    ? words.item.writeUp
    : item.taken === undefined
      ? words.item.begin
      : words.item.back
  const end = (id: string, text: string) => button({ id, text, value })
  return [
    actions(
      ...(isCurrent ? [] : [button({ id: ids.sitting.begin, text: begin, value, style: 'primary' })]),
      ...(item.state === 'done' ? [] : [end(ids.sitting.done, words.item.done)]),
      ...(item.state === 'deferred' ? [] : [end(ids.sitting.defer, words.item.defer)]),
      ...(item.state === 'withdrawn' ? [] : [end(ids.sitting.withdraw, words.item.withdraw)]),
    ),
  ]
}

/** @param before what stands, for a field that the form did not show */
export function itemSubmitted(fields: Fields, before: Pick<Business, 'summary'> | undefined): ItemText {
  return {
    title: textOf(fields, field.title),
    presenters: textOf(fields, field.presenters)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    presented: textOf(fields, field.presented),
    passage: textOf(fields, field.passage),
    isClosed: listOf(fields, field.closed).includes('closed'),
    summary: field.summary in fields ? textOf(fields, field.summary) : (before?.summary ?? ''),
  }
}

/** As minutes head an item. */
const TITLE_LIMIT = 300

export function businessModal(meetingId: string): ModalView {
  return modal({
    id: ids.sitting.businessForm,
    title: words.add.title,
    submit: words.add.submit,
    close: say.cancel,
    metadata: meetingId,
    blocks: [
      section(words.add.intro()),
      textField({ id: field.title, label: words.add.field, maxLength: TITLE_LIMIT }),
    ],
  })
}
