import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What clerks read about heads of service. */
export const serviceLineWords = {
  title: 'Who answers to whom',
  button: 'Who answers to whom…',
  intro: (): Mrkdwn =>
    mrkdwn`A head of service hears of it when what their officer owes is long overdue, may answer for them, and clears their answers where a committee wants that. It holds for all committees; a head that is named in a row comes first.`,
  officer: 'Officer',
  head: 'Their head of service',
  headHint: 'An officer has one: it takes the place of the one below.',
  list: (): Mrkdwn => mrkdwn`*Known so far*`,
  none: (): Mrkdwn => mrkdwn`_Nobody._`,
  one: (officer: string, head: string): Mrkdwn => mrkdwn`*${officer}* answers to ${head}`,
  remove: 'Remove',
  removeLabel: (officer: string) => `Remove the head of ${officer}`,
  saved: (): Mrkdwn => mrkdwn`:white_check_mark: Saved.`,
  unknown: 'They are not known to Scrutineer: ask your administrator to add them.',
  missing: 'Please choose somebody.',
  same: 'Choose somebody else: nobody is their own head of service.',
}
export type ServiceLineWords = typeof serviceLineWords
