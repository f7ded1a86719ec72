import { clockTime, longDate } from '../calendar/words.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { ChangeKind } from './change-rules.ts'
import type { RecordedChange } from './changes.ts'
import type { MeetingFace } from './types.ts'

/** What is said of a change, wherever it is told: in a message, on the clerk's screen, in an e-mail. */
export type ToldChange = Pick<RecordedChange, 'kinds' | 'before' | 'after' | 'reason'>

export const changeWords = {
  /** "Cancelled: Health Scrutiny Committee, Wednesday 20 September 2017, 10 am." and why. */
  line: (committee: string, change: ToldChange): Mrkdwn =>
    joinMrkdwn([
      mrkdwn`${signs[leading(change)]} *${heading(change)}:* ${sentence(committee, change)}`,
      ...(change.reason === '' ? [] : [mrkdwn`*Why:* ${change.reason}`]),
    ]),
  /** The same without formatting: for a notification or an e-mail. */
  plain: (committee: string, change: ToldChange): string =>
    `${heading(change)}: ${sentence(committee, change)}`,
  /** A line that a later change has overtaken: what holds now. */
  overtaken: (now: MeetingFace): Mrkdwn =>
    mrkdwn`:arrows_counterclockwise: *Changed again since:* ${present(now)}`,

  email: {
    subject: (committee: string, change: ToldChange) =>
      `${heading(change)}: ${committee}, ${when(change.before)}`,
    body: (committee: string, change: ToldChange, asks: boolean): string =>
      [
        'Dear colleague,',
        '',
        changeWords.plain(committee, change),
        ...(change.reason === '' ? [] : ['', `Why: ${change.reason}`]),
        ...(change.after.state === 'cancelled' ? ['', 'You are not expected.'] : []),
        ...(asks ? ['', 'Please let me know whether you will be there on the new day.'] : []),
      ].join('\n'),
  },
}

/** The kind that is said first where a change is of several. */
function leading({ kinds }: ToldChange): ChangeKind {
  const order: readonly ChangeKind[] = ['cancelled', 'postponed', 'restored', 'moved', 'time', 'room']
  return order.find((kind) => kinds.includes(kind)) ?? 'time'
}

const signs: Readonly<Record<ChangeKind, Mrkdwn>> = {
  cancelled: mrkdwn`:no_entry_sign:`,
  postponed: mrkdwn`:hourglass:`,
  restored: mrkdwn`:white_check_mark:`,
  moved: mrkdwn`:calendar:`,
  time: mrkdwn`:clock3:`,
  room: mrkdwn`:round_pushpin:`,
}

function heading(change: ToldChange): string {
  switch (leading(change)) {
    case 'cancelled':
      return 'Cancelled'
    case 'postponed':
      return 'Postponed'
    case 'restored':
      return 'Takes place after all'
    case 'moved':
      return change.before.state === 'postponed' ? 'New date' : 'Moved'
    case 'time':
      return change.kinds.includes('room') ? 'Another time and room' : 'Another time'
    case 'room':
      return 'Another room'
  }
}

function sentence(committee: string, change: ToldChange): string {
  const { before, after, kinds } = change
  const room = kinds.includes('room') ? ` ${roomSaid(before, after)}` : ''
  switch (leading(change)) {
    case 'cancelled':
      return `${committee}, ${when(before)}.`
    case 'postponed':
      return `${committee}, ${when(before)}. A new date will be sent.`
    case 'restored': {
      const taken = before.state === 'cancelled' ? 'The cancellation' : 'The postponement'
      const instead = kinds.length > 1 ? ` ${differently(change)}` : ''
      return `${committee}, ${when(after)}${place(after)}. ${taken} is taken back.${instead}`
    }
    case 'moved':
      return before.state === 'postponed'
        ? `${committee}, ${when(after)}${place(after)}. It was postponed from ${briefly(before, after)}.`
        : `${committee}, from ${briefly(before, after)}, to ${when(after)}.${room}`
    case 'time':
      return `${committee}, ${longDate(after.date)}: at ${clockTime(after.startTime)}, not ${clockTime(before.startTime)}.${room}`
    case 'room':
      return `${committee}, ${when(after)}. ${roomSaid(before, after)}`
  }
}

/** Restored, but not quite as it was. */
function differently({ before, after, kinds }: ToldChange): string {
  const isAnotherTime = kinds.includes('moved') || kinds.includes('time')
  return [
    ...(isAnotherTime ? [`It was to be on ${briefly(before, after)}.`] : []),
    ...(kinds.includes('room') ? [roomSaid(before, after)] : []),
  ].join(' ')
}

function roomSaid(before: MeetingFace, after: MeetingFace): string {
  if (after.venue === '') return `The place is not known yet; it is no longer ${before.venue}.`
  return before.venue === '' ? `Place: ${after.venue}.` : `Place: ${after.venue}, no longer ${before.venue}.`
}

function present(now: MeetingFace): string {
  if (now.state === 'cancelled') return 'it is now cancelled.'
  if (now.state === 'postponed') return 'it is now postponed, without a new date yet.'
  return `it is now on ${when(now)}${place(now)}.`
}

function place({ venue }: MeetingFace): string {
  return venue === '' ? '' : `, ${venue}`
}

function when({ date, startTime }: Pick<MeetingFace, 'date' | 'startTime'>): string {
  return `${longDate(date)}, ${clockTime(startTime)}`
}

/** Without the year where the other day is in the same one: "Wednesday 20 January, 10 am". */
function briefly(one: MeetingFace, other: MeetingFace): string {
  const year = one.date.slice(0, 4)
  const isSameYear = other.date.startsWith(year)
  const day = isSameYear ? longDate(one.date).replace(` ${year}`, '') : longDate(one.date)
  return `${day}, ${clockTime(one.startTime)}`
}
