import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { dayInFull } from './list-words.en.ts'
import type { LeaveRefusal } from './take-leave.ts'

/** What officers and clerks read about days on which somebody is away. */
export const leaveWords = {
  title: 'Away',
  submit: 'Save',
  close: 'Close',
  intro: (): Mrkdwn =>
    mrkdwn`While you are away nobody asks you for what you owe the committees: your deputy is asked in your place. Without a deputy the clerk hears of it.`,
  coming: (): Mrkdwn => mrkdwn`*Days that are entered*`,
  none: (): Mrkdwn => mrkdwn`_None._`,
  one: (of: {
    readonly who: string
    readonly from: string
    readonly until: string
    readonly deputy: string
  }): Mrkdwn =>
    mrkdwn`${of.who === '' ? '' : `*${of.who}*: `}from ${dayInFull(of.from)} until ${dayInFull(of.until)}${
      of.deputy === '' ? ', without a deputy' : `; ${of.deputy} answers`
    }`,
  cancel: 'Cancel',
  cancelLabel: (of: string) => `Cancel the leave from ${of}`,
  earlier: 'Earlier',
  later: 'Later',
  form: {
    person: 'Who is away?',
    personHint: 'Leave it empty for yourself.',
    from: 'First day away',
    until: 'Last day away',
    deputy: 'Who answers meanwhile?',
    deputyHint: 'Somebody on Slack. They can answer for everything that is owed.',
  },
  saved: (): Mrkdwn => mrkdwn`:white_check_mark: Saved.`,
  unknown: 'They are not known to Scrutineer: ask your administrator to add them.',
  refusals: {
    title: 'Not saved',
    'not-yours': (): Mrkdwn =>
      mrkdwn`Only the person themselves, or a clerk for them, says when they are away.`,
    gone: (): Mrkdwn => mrkdwn`That is not entered any more.`,
  },
  errors: {
    'day-missing': 'Please choose both days.',
    'days-turned': 'The last day comes before the first.',
    'days-past': 'These days are over.',
    'deputy-self': 'Choose somebody else: nobody is their own deputy.',
    'deputy-unknown': 'They are not known to Scrutineer, or not on Slack. Choose somebody else.',
    'deputy-away': 'They are away on some of these days. Choose somebody else.',
    overlaps: 'Some of these days are entered already. Cancel that first.',
  } satisfies Record<Exclude<LeaveRefusal['code'], 'not-yours'>, string>,
}
export type LeaveWords = typeof leaveWords
