import type { Mrkdwn } from './mrkdwn.ts'
import { mrkdwn } from './mrkdwn.ts'

/** What the Slack layer itself says, before or instead of a feature. */
export const words = {
  notSetUp: (): Mrkdwn =>
    mrkdwn`Scrutineer is not set up for this Slack workspace yet. An administrator imports the first committee from the command line: see “Importing a committee” in the documentation.`,
  unknownPerson: (clerks: readonly string[]): Mrkdwn =>
    clerks.length === 0
      ? mrkdwn`I do not know you yet: your Slack account is not matched to anybody on a committee. Ask the clerk of your committee to add you with the e-mail address of your Slack account.`
      : mrkdwn`I do not know you yet: your Slack account is not matched to anybody on a committee. Ask ${clerks.join(' or ')} to add you with the e-mail address of your Slack account.`,
  trouble: (reference: string): Mrkdwn =>
    mrkdwn`Something went wrong on Scrutineer’s side and nothing was changed. Please try again. If it happens again, tell your clerk this reference: ${reference}`,
  databaseAway: (reference: string): Mrkdwn =>
    mrkdwn`Scrutineer cannot reach its records at the moment, so nothing was changed. Please try again in a few minutes. Reference: ${reference}`,
  takenInLater: (reference: string): Mrkdwn =>
    mrkdwn`I could not take this in just now. I try again by myself in a minute or two, so there is no need to send it again. Reference: ${reference}`,
  notTakenIn: (reference: string): Mrkdwn =>
    mrkdwn`I tried several times and could not take this in. Please send it again later, or tell your clerk this reference: ${reference}`,
  troubleTitle: () => 'That did not work',
  close: () => 'Close',
}
export type SlackWords = typeof words
