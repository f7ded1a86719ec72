import type { ModalView } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import { longDate } from '../calendar/words.en.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import {
  button,
  context,
  contexts,
  modal,
  section,
  sections,
  selectField,
  textField,
  tickField,
} from '../slack/blocks.ts'
import { type Fields, listOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { type AskedDay, askedOf, askedValue } from './asked-day.ts'
import { MINUTES_PHRASES } from './minutes-phrases.ts'
import type { SaidDays } from './said-days.ts'
import type { AwayReceipt } from './tender-away.ts'
import { NOTHING, REASON_LIMIT } from './views.ts'
import type { ApologiesWords } from './words.en.ts'

const field = ids.apologies.field
/** docs.slack.dev: a group of checkboxes holds at most 10 options. */
const TICKS = 10

/** The meetings of one's committees in some days, ticked: sent as one. */
export function awayModal(
  model: {
    readonly days: SaidDays
    readonly meetings: readonly MeetingAtHand[]
    /** Where they are to sit for others: that is answered by itself. */
    readonly alsoSits: readonly Mrkdwn[]
  },
  say: ApologiesWords,
): ModalView {
  const groups = Array.from({ length: Math.ceil(model.meetings.length / TICKS) }, (_, place) =>
    model.meetings.slice(place * TICKS, (place + 1) * TICKS),
  )
  return modal({
    id: ids.apologies.away,
    title: say.away.title,
    submit: say.away.submit,
    close: say.cancel,
    blocks: [
      section(say.away.intro(longDate(model.days.from), longDate(model.days.until))),
      ...groups.map((meetings, place) => {
        const choices = meetings.map((meeting) => ({
          value: askedValue(meeting.id, meeting.date),
          text: meetingWords.entry(meeting),
        }))
        return tickField({
          id: `${field.away}.${place}`,
          label: place === 0 ? say.away.meetings : say.away.more,
          choices,
          chosen: choices.map(({ value }) => value),
          optional: true,
        })
      }),
      ...(model.alsoSits.length === 0 ? [] : contexts(joinMrkdwn(model.alsoSits))),
      textField({
        id: field.reason,
        label: say.form.reason,
        hint: say.form.reasonHint,
        optional: true,
        multiline: true,
        maxLength: REASON_LIMIT,
      }),
      selectField({
        id: field.inMinutes,
        label: say.form.inMinutes,
        choices: MINUTES_PHRASES.map((value) => ({ value: value || NOTHING, text: say.form.phrases[value] })),
        chosen: NOTHING,
      }),
    ],
  })
}

/** What is ticked, in whichever group. */
export function tickedOf(fields: Fields): AskedDay[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(`${field.away}.`))
    .flatMap((name) => listOf(fields, name))
    .map(askedOf)
}

export function awayReceipt(receipt: AwayReceipt, say: ApologiesWords): ModalView {
  return modal({
    title: say.away.receiptTitle,
    close: say.done,
    blocks: [
      ...(receipt.sent.length === 0 ? [] : sections(say.away.sent(receipt.sent))),
      ...(receipt.notSent.length === 0 ? [] : sections(say.away.notSent(receipt.notSent))),
      ...(receipt.sent.length === 0 ? [] : contexts(say.receipt.clerkTold(receipt.clerks))),
      ...(receipt.reasonGiven ? [context(say.receipt.reasonPrivate())] : []),
      context(say.receipt.until()),
    ],
  })
}

/** A choice among meetings, each by a button that opens its form. */
export function meetingButton(meeting: MeetingAtHand, action: string, say: ApologiesWords) {
  return {
    ...section(meetingWords.entry(meeting)),
    accessory: button({ id: action, text: say.command.choose, value: meeting.id }),
  }
}

/** A day as an answer names it. */
export function namedDay(day: Temporal.PlainDate): string {
  return longDate(day)
}
