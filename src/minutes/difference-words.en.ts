import type { VoteNames } from '../documents/record.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

type Side = keyof VoteNames

/** What a clerk reads of differences between the council's own text and the record. */
export const differenceWords = {
  sides: { for: 'for', against: 'against', abstain: 'abstained', noVote: 'did not vote' } satisfies Record<
    Side,
    string
  >,
  count: (side: string, count: number) => `${side} ${count}`,
  names: (side: string, names: readonly string[]) => `${side}: ${names.join(', ')}`,
  unanimously: 'unanimously',
  casting: (casting: string) => `casting vote ${casting}`,

  lists: {
    present: 'present',
    apologies: 'among the apologies',
    inAttendance: 'also in attendance',
  },
  person: {
    missing: (name: string, list: string): Mrkdwn =>
      mrkdwn`The record has *${name}* ${list}; the text does not.`,
    added: (name: string, list: string): Mrkdwn =>
      mrkdwn`The text has *${name}* ${list}; the record does not.`,
  },
  chair: (ours: string, theirs: string): Mrkdwn =>
    mrkdwn`In the chair: *${ours}* by the record, *${theirs}* by the text.`,
  resolution: {
    missing: (item: string, ours: string): Mrkdwn =>
      mrkdwn`${item}: the text does not have this resolution of the record: “${ours}”`,
    added: (item: string, theirs: string): Mrkdwn =>
      mrkdwn`${item}: the text has a resolution that the record does not: “${theirs}”`,
    differs: (item: string, ours: string, theirs: string): Mrkdwn =>
      mrkdwn`${item}: the resolution reads differently.\nRecord: “${ours}”\nText: “${theirs}”`,
  },
  vote: {
    missing: (item: string, ours: string): Mrkdwn =>
      mrkdwn`${item}: the text does not have this vote of the record: ${ours}`,
    added: (item: string, theirs: string): Mrkdwn =>
      mrkdwn`${item}: the text has a vote that the record does not: ${theirs}`,
    differs: (item: string, ours: string, theirs: string): Mrkdwn =>
      mrkdwn`${item}: the vote differs.\nRecord: ${ours}\nText: ${theirs}`,
  },
  reading: (): Mrkdwn =>
    mrkdwn`No minutes of this meeting’s day were found in the file, so that nothing could be compared. Is it the right file?`,
  item: (item: string) => (item === '' ? 'The meeting' : /^[\d./]+$/.test(item) ? `Minute ${item}` : item),
  none: (): Mrkdwn => mrkdwn`People, votes and resolutions are the same in the text as in the record.`,
  more: (count: number): Mrkdwn =>
    mrkdwn`${count === 1 ? 'One more line does' : `${count} more lines do`} not fit here. So much differs that it may be another text: look through it as a whole.`,
  advice: (): Mrkdwn =>
    mrkdwn`The record is what Scrutineer goes by. Correct whichever is wrong: the record with */meeting minutes* and the control, or the text, and give it again.`,
}
