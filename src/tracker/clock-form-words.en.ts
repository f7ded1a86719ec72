import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What clerks read about notices and the times that run. */
export const clockWords = {
  form: {
    title: 'Start a time',
    intro: (): Mrkdwn =>
      mrkdwn`A time runs from an act: a request, a report, a referral. The executive’s two months run from a notice in writing: *Send a notice…* in /tracker desk.`,
    kind: 'Which time?',
    on: 'From which day?',
    onHint: 'Of the request, the report or the referral; of your own rule, the day from which it counts.',
    mode: 'Clear days of a request for a document',
    modes: { working: 'Working days', calendar: 'Every day of the calendar' },
    contents: 'What a request to a health body must hold',
    contentsHint:
      'SI 2013/218 reg 22(6). Tick what it holds. What is missing does not stop you; but the 28 days may then be disputed.',
    started: (working: readonly string[]): Mrkdwn =>
      mrkdwn`:white_check_mark: The time runs.\n${working.map((line) => `• ${line}`).join('\n')}`,
    missing: (contents: readonly string[]): Mrkdwn =>
      mrkdwn`:warning: The request does not hold what the regulations ask for: ${contents.join('; ')}.`,
  },

  strike: {
    title: 'Strike a time',
    intro: (): Mrkdwn =>
      mrkdwn`For what was entered wrongly. It runs no longer, and stays in the history, struck.`,
    why: 'What was wrong?',
  },

  notice: {
    title: 'Send a notice',
    intro: (): Mrkdwn =>
      mrkdwn`The notice in writing asks the executive or the council to respond within two months (LGA 2000 s9FE). Without one no such time runs. You send the notice yourself; here you record it, and get its text.`,
    none: (): Mrkdwn =>
      mrkdwn`No recommendation of this committee waits for a notice: each has one, was answered, or is closed.`,
    rows: 'Of which recommendations?',
    body: 'To whom?',
    bodyHint: 'Such as: Cabinet; Council.',
    receivedOn: 'When did they have the report or recommendations?',
    receivedHint: 'If later than the notice, the two months begin with that day.',
    sentOn: 'When did they have the notice?',
    published: 'The report',
    isPublished: 'It was published, so the response must be too',
    submit: 'Record',
    done: 'Notice recorded',
    running: (body: string, working: readonly string[]): Mrkdwn =>
      mrkdwn`:white_check_mark: The notice to ${body} is recorded, and the time runs.\n${working.map((line) => `• ${line}`).join('\n')}`,
    draft: (): Mrkdwn => mrkdwn`*Text of the notice*, to copy where you have not sent it yet:`,
    rowsMissing: 'Choose at least one.',
    bodyMissing: 'Say to whom.',
    refused: (references: readonly string[], why: string): string => `${references.join(', ')}: ${why}`,
    notRecommendations: 'This is no recommendation of this committee that is still open.',
    runs: 'A notice of it was recorded already. Strike that time first, if it was wrong.',
    notYet: 'That day has not come yet.',
    beforeMade: 'One of the recommendations was made after that day.',
  },

  refusals: {
    notInNation: (): Mrkdwn =>
      mrkdwn`The law of your nation knows no such time. If your constitution has a rule, set it in the settings of the tracker: it is shown as local.`,
    nothingStarted: (): Mrkdwn =>
      mrkdwn`Your committee has no rule of its own for this. Set it in the settings of the tracker first.`,
    runsAlready: (): Mrkdwn =>
      mrkdwn`Such a time runs for this row already. Strike it first, if it was entered wrongly.`,
  },
}
export type ClockWords = typeof clockWords
