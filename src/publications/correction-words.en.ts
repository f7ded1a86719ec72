import type { Temporal } from 'temporal-polyfill'
import { stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** Everything that is said about correcting papers that are out. */
export const correctionWords = {
  button: 'Correct the papers',
  title: 'Correct the papers',
  submit: 'Correct',
  intro: (meeting: MeetingInWords) => mrkdwn`*${meetingWords.meeting(meeting)}*`,
  explains: () =>
    mrkdwn`The card and every member’s message are edited at once, and the card says what was corrected. Nobody gets a new line: for papers that are new or late, publish a supplement with */pack*. An item that should not be open: put [closed], or [closed 3] with its paragraph, at the end of its line, and its title goes from every message.`,
  itemsDiffer: (items: number, lines: number) =>
    `The agenda pack has ${items} item${items === 1 ? '' : 's'}, and these are ${lines} lines: one line an item, in the same order. To add an item publish a supplement with /pack; one that falls away stays on the agenda.`,
  changedMeanwhile: () =>
    mrkdwn`Another clerk has corrected these papers meanwhile. Press *Correct the papers* again to see them as they are; nothing of yours was lost but what you typed here.`,
  notPublished: () => mrkdwn`No agenda pack of this meeting is published. Publish it with */pack*.`,
  notAClerk: (committee: string) => mrkdwn`Only a clerk of *${committee}* can correct its papers.`,
  nothing: () => mrkdwn`Nothing was different, so nothing was changed.`,
  done: (items: readonly string[], address: boolean) =>
    mrkdwn`:white_check_mark: *Corrected:* ${whatWords(items, address)}. The card and the members’ messages follow within a minute.`,
  wasOpen: () =>
    mrkdwn`:warning: What is closed now was open until now: people may have read it, and Slack’s own records keep what a message said before. Tell your Monitoring Officer, and ask your Slack administrator about those records.`,
  fileStands: () =>
    mrkdwn`:warning: *The PDF under the card still shows it.* Ask your Slack administrator to delete that file now.`,
  /** On the card: "Corrected 14:05 on Tue 12 Sep: items 5 and 7, address of the papers" */
  onCard: (
    corrected: {
      readonly items: readonly string[]
      readonly address: boolean
      readonly at: Temporal.Instant
    },
    timeZone: string,
  ): Mrkdwn =>
    mrkdwn`Corrected ${stamp(corrected.at, timeZone)}: ${whatWords(corrected.items, corrected.address)}`,
} as const
export type CorrectionWords = typeof correctionWords

function whatWords(items: readonly string[], address: boolean): string {
  const numbers = items.length === 0 ? [] : [`${items.length === 1 ? 'item' : 'items'} ${items.join(', ')}`]
  return [...numbers, ...(address ? ['address of the papers'] : [])].join('; ')
}
