import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What clerks read of the calendar of a committee's meetings. */
export const feedWords = {
  title: 'Calendar',
  close: 'Close',
  what: (): Mrkdwn =>
    mrkdwn`Anybody can subscribe to these addresses in their own calendar (*Add calendar*, *From the web*). Changes and cancellations follow by themselves. They hold days, times and places, and the address of public papers; nothing else.`,
  feed: (committee: string, address: string): Mrkdwn => mrkdwn`*${committee}*\n\`${address}\``,
  notReachable: (): Mrkdwn =>
    mrkdwn`Calendars cannot reach Scrutineer: its administrator sets PUBLIC_URL first, and lets /calendar/ through to it.`,
}
