import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { QuestionDue, QuestionKind } from './question-rules.ts'

/** What clerks and members read about questions at a meeting. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  record: 'Record',

  form: {
    title: 'Record a question',
    titleEdit: 'Change a question',
    item: 'Item',
    text: 'What was asked?',
    kind: 'What is it?',
    kinds: {
      area: 'A line of questioning: the minutes list it',
      request: 'Something for somebody to find out or provide',
    } satisfies Record<QuestionKind, string>,
    asker: 'Who asked?',
    askerName: 'Or somebody else who asked',
    askerHint: 'As the minutes should name them.',
    owner: 'Who will answer?',
    ownerName: 'Or by name or office',
    ownerHint: 'Of somebody who is not on Slack, such as: Director of Public Health.',
    due: 'By when?',
    dues: {
      none: 'Nothing was said',
      date: 'On a day',
      recurrence: 'Regularly',
      event: 'Once something has happened',
    } satisfies Record<QuestionDue, string>,
    dueOn: 'Day',
    dueText: 'How often, or after what?',
    dueHint: 'Such as: every six months; once properly developed. It is kept as it was said.',
  },

  errors: {
    text: 'Say what was asked.',
    day: 'Choose the day.',
    owner: 'They are not known to Scrutineer: write their name or office below instead.',
    due: 'Say how often, or after what.',
  },

  list: {
    title: 'Questions to read back',
    intro: (item: string): Mrkdwn => mrkdwn`*${item}*`,
    none: (): Mrkdwn => mrkdwn`No question was recorded in this item.`,
    line: (of: {
      readonly letter: string
      readonly text: string
      readonly asker: string
      readonly owner: string
      readonly due: string
      readonly isRequest: boolean
      readonly isConfirmed: boolean
    }): Mrkdwn => {
      const marks = [
        ...(of.asker === '' ? [] : [`asked by ${of.asker}`]),
        ...(of.isRequest ? ['information or action asked for'] : []),
        ...(of.owner === '' ? [] : [`from ${of.owner}`]),
        ...(of.due === '' ? [] : [of.due]),
      ]
      const mark = of.isConfirmed ? mrkdwn`:white_check_mark: ` : mrkdwn``
      return mrkdwn`${mark}*(${of.letter})* ${of.text}${marks.length === 0 ? '' : `\n_${marks.join('; ')}_`}`
    },
    due: ({
      due,
      dueOn,
      dueText,
    }: {
      due: QuestionDue
      dueOn: string | undefined
      dueText: string
    }): string => (due === 'date' && dueOn !== undefined ? `by ${longDate(dueOn)}` : dueText),
    confirmAll: 'The Chair confirms all',
    confirm: 'Confirmed',
    edit: 'Change…',
    up: 'Up',
    strike: 'Strike',
    strikeTitle: 'Strike this question?',
    strikeText: 'It stays in the record as struck, and not in the minutes.',
    more: (more: number): Mrkdwn =>
      mrkdwn`… and ${more} more in this item: those that are read back come last, so these appear as you confirm.`,
    changed: (many: number): Mrkdwn =>
      many === 1
        ? mrkdwn`:warning: One was changed or struck meanwhile, and is not confirmed: look at it again.`
        : mrkdwn`:warning: ${many} were changed or struck meanwhile, and are not confirmed: look at them again.`,
  },

  command: {
    /** Of closed business nothing is repeated. */
    recorded: (item: string): Mrkdwn =>
      mrkdwn`:white_check_mark: Recorded under “${item}”. The clerk reads it back at the end of the item.`,
    already: (item: string): Mrkdwn => mrkdwn`This is recorded under “${item}” already.`,
    help: (): Mrkdwn =>
      mrkdwn`*/followup* and what was asked records a question under the item that is under consideration: for members who are at the meeting, and for clerks, who say in the form who asked. Without a text it opens the form.`,
    noMeeting: (): Mrkdwn =>
      mrkdwn`No meeting sits at which you are present or whose clerk you are. Questions are recorded while a meeting sits; afterwards tell the clerk.`,
  },

  refusals: {
    title: 'Not recorded',
    noItem: (): Mrkdwn =>
      mrkdwn`No item is under consideration at the moment. Please ask again when one is begun.`,
    notThere: (): Mrkdwn =>
      mrkdwn`You are not entered as present at this meeting, so nothing was recorded. Tell the clerk if you are there.`,
    over: (): Mrkdwn => mrkdwn`The meeting is over. The clerk can still enter a question that was asked.`,
    notYours: (): Mrkdwn => mrkdwn`Only a clerk records a question for somebody else.`,
    gone: (): Mrkdwn => mrkdwn`This question was struck meanwhile.`,
    changed: (): Mrkdwn =>
      mrkdwn`Somebody has changed this question meanwhile, so nothing of yours was stored. Look at it again.`,
  },
}
export type QuestionWords = typeof words
