import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { ItemRecordState } from './at-hand.ts'

/** The items of a meeting: their order, what becomes of each, and what the clerk writes of it. */
export const businessWords = {
  items: 'Items',
  next: 'Next item',
  nextNamed: (item: string) => `Next: ${item}`,
  begin: 'Begin',
  title: 'Items',
  intro: (): Mrkdwn => mrkdwn`In the order in which they were taken; then what waits. Any can be taken next.`,
  none: (): Mrkdwn => mrkdwn`This meeting has no business yet: its agenda has no items. Add what comes up.`,
  line: (item: string, state: string, times: string): Mrkdwn =>
    times === '' ? mrkdwn`${item}\n_${state}_` : mrkdwn`${item}\n_${state}_, ${times}`,
  state: {
    waiting: 'waits',
    current: 'under consideration',
    done: 'done',
    deferred: 'deferred',
    withdrawn: 'withdrawn',
  } satisfies Record<ItemRecordState, string>,
  times: (from: string | undefined, until: string | undefined): string => {
    if (from === undefined) return ''
    return until === undefined ? `from ${from}` : `${from} to ${until}`
  },
  open: 'Open',
  openLabel: (item: string) => `Open ${item}`,
  page: (from: number, to: number, all: number): Mrkdwn =>
    mrkdwn`Items ${String(from)} to ${String(to)} of ${String(all)}.`,
  earlier: 'Earlier items',
  later: 'Later items',

  add: {
    button: 'Add business',
    title: 'Add business',
    submit: 'Add',
    intro: (): Mrkdwn =>
      mrkdwn`Business that no agenda lists: urgent business, an election of somebody to preside. An item that is not on the agenda needs the Chair’s ruling that it is urgent (LGA 1972 s100B(4)(b)).`,
    field: 'As the minutes should head it',
  },

  item: {
    title: 'Item',
    submit: 'Save',
    begin: 'Begin this item',
    back: 'Back to this item',
    writeUp: 'Write up this item',
    done: 'Done with',
    defer: 'Deferred',
    withdraw: 'Withdrawn',
    timeOf: 'When it began or ended',
    timeHint: 'For the buttons above; left empty: now.',
    heading: 'As the minutes should head it',
    headingHint: 'Left empty: as the agenda prints it.',
    presenters: 'Presented by',
    presentersHint:
      'One a line, as the minutes print them, such as: Craig McArdle (Director for Commissioning)',
    presented: 'What they presented',
    presentedHint: 'Such as: a presentation on the integrated fund',
    passage: 'What else was said',
    passageHint: 'In your own words; it is part of the minutes.',
    closedField: 'Public',
    closed: 'Taken with the public excluded',
    closedNote: 'What is written here then stands in the closed part of the minutes.',
    summary: 'For the open minutes',
    summaryHint:
      'Of closed business: a fair and coherent record that gives nothing exempt away (LGA 1972 s100C(2)).',
  },
}
