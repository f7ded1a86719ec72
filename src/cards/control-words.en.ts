import { quorumWords } from '../apologies/quorum-words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import type { QuorumInRoom } from '../sitting/quorum-live.ts'
import type { SittingState } from '../sitting/types.ts'
import { sittingWords, timeWords } from '../sitting/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What the clerk's control says. */
export const controlWords = {
  notification: (meeting: MeetingInWords, state: SittingState): Mrkdwn =>
    mrkdwn`${sittingWords.state[state]}: ${meetingWords.meeting(meeting)}`,
  state: (
    meeting: MeetingInWords,
    state: SittingState,
    times: { readonly since: string; readonly until: string | undefined },
  ): Mrkdwn => {
    const when = mrkdwn`*${meetingWords.when(meeting)}*`
    const began = `began at ${times.since}`
    switch (state) {
      case 'open':
        return mrkdwn`${when} · *The meeting sits*, ${began}`
      case 'adjourned':
        return mrkdwn`${when} · :double_vertical_bar: *Adjourned*, ${began}. When it goes on: *Resume…*`
      case 'closed':
        return mrkdwn`${when} · *Closed* at ${times.until ?? ''}, ${began}. Everything can still be entered, with its true time: take an item in *Items*.`
      case 'inquorate':
        return mrkdwn`${when} · *Ended without a quorum* at ${times.until ?? ''}, ${began}. Business that was not done stands over.`
    }
  },
  presides: (name: string | undefined): Mrkdwn =>
    name === undefined
      ? mrkdwn`:warning: *Nobody presides.* Enter with *Chair* who takes the chair.`
      : mrkdwn`*In the chair:* ${name}`,

  quorum: (live: QuorumInRoom, timeZone: string): Mrkdwn => {
    const { needed, there, spare, quorum } = live
    const working = quorumWords.working(quorum)
    if (live.state === 'met') {
      const close = spare === 0 ? ' When one more leaves, it is lost.' : ''
      return mrkdwn`*Quorum:* ${String(there)} in the room, ${String(needed)} needed (${working}).${close}${notCounted(live)}`
    }
    return mrkdwn`:warning: *No quorum:* ${String(there)} in the room, ${String(needed)} needed (${working}).${notCounted(live)} ${wait(live, timeZone)}`
  },

  /** Of closed business the lawful words alone. */
  item: (item: string, place: { readonly done: number; readonly all: number }): Mrkdwn =>
    mrkdwn`*${item}*\n${String(place.done)} of ${String(place.all)} items taken`,
  writingUp: (item: string): Mrkdwn => mrkdwn`*Writing up:* ${item}`,
  noItem: (): Mrkdwn => mrkdwn`*No item is under consideration.*`,
  nextIs: (item: string): Mrkdwn => mrkdwn`_Next: ${item}_`,
  allTaken: (): Mrkdwn => mrkdwn`_All items are taken: *Close the meeting…* stands behind *More*._`,

  roll: (): Mrkdwn => mrkdwn`*Roll*`,
  inRoom: (names: readonly string[]): Mrkdwn =>
    names.length === 0
      ? mrkdwn`In the room: nobody yet`
      : mrkdwn`In the room (${String(names.length)}): ${names.join(', ')}`,
  were: (names: readonly string[]): Mrkdwn =>
    mrkdwn`In the room at the end (${String(names.length)}): ${names.join(', ') || 'nobody'}`,
  left: (lines: readonly string[]): Mrkdwn => mrkdwn`Left: ${lines.join(', ')}`,
  leftAt: (name: string, time: string): string => `${name} at ${time}`,
  away: (names: readonly string[]): Mrkdwn => mrkdwn`Not there: ${names.join(', ')}`,
  awayAs: { apologies: (name: string) => `${name} (apologies)`, late: (name: string) => `${name} (late)` },
  also: (names: readonly string[]): Mrkdwn => mrkdwn`Also in attendance: ${names.join(', ')}`,

  continued: (): Mrkdwn => mrkdwn`It goes on: *Everything* shows the whole of it.`,
  everything: 'Everything',
  moreLines: (count: number): Mrkdwn => mrkdwn`And ${String(count)} more lines.`,
  more: 'More',
  moreTitle: 'More',
  thisItem: (item: string): Mrkdwn => mrkdwn`*This item:* ${item}`,
  theMeeting: (): Mrkdwn => mrkdwn`*The meeting*`,
  editItem: 'What was said…',
  sheet: 'Printable sheet',
}

function notCounted({ notCounted: out }: QuorumInRoom): string {
  if (out.length === 0) return ''
  const people = out.length === 1 ? 'One more is' : `${out.length} more are`
  return ` ${people} in the room and not counted for this item.`
}

/** Law 7: until when, and how that is counted. */
function wait({ since, waitsUntil, quorum }: QuorumInRoom, timeZone: string): string {
  const { waitMinutes } = quorum.rule
  const from = timeWords(since, timeZone)
  if (waitMinutes === 0)
    return `Since ${from}. No business can be done; the meeting can be ended with *More*.`
  const minutes = waitMinutes === 1 ? '1 minute' : `${waitMinutes} minutes`
  return `No business can be done. Standing orders wait ${minutes} from ${from}, until ${timeWords(waitsUntil, timeZone)}; then it can be ended with More, “End: no quorum…”.`
}
