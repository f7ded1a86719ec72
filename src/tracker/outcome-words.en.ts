import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What clerks read when they keep what came of a row in a quarter. */
export const outcomeWords = {
  button: 'Outcome…',
  title: 'Outcome of a quarter',
  quarter: 'Quarter of the financial year',
  text: 'What came of it?',
  hint: 'It is printed in the tracker and stays; a further word on the same quarter stands beside it.',
  noted: (): Mrkdwn => mrkdwn`:white_check_mark: The outcome is kept, and printed in the next paper.`,
}
