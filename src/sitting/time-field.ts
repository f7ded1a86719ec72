import type { KnownBlock } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { timeField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { wallTime } from './true-time.ts'
import { sittingWords as say } from './words.en.ts'

interface MeetingDay {
  /** ISO civil date. */
  readonly date: string
  readonly timeZone: string
}

/**
 * The field for when something happened: now while the meeting sits; empty for what is written up afterwards, since
 * only the clerk knows it then.
 */
export function whenField(
  meeting: MeetingDay,
  now: Temporal.Instant,
  of: { readonly label?: string; readonly optional?: boolean; readonly isNow: boolean },
): KnownBlock {
  return timeField({
    id: ids.sitting.field.time,
    label: of.label ?? say.time(meeting.date),
    hint: say.timeHint,
    optional: of.optional ?? false,
    ...(of.isNow && isThatDay(meeting, now) ? { value: wallTime(now, meeting.timeZone) } : {}),
  })
}

/** A meeting that goes on after midnight is still of its day. */
function isThatDay({ date, timeZone }: MeetingDay, now: Temporal.Instant): boolean {
  const today = now.subtract({ hours: 6 }).toZonedDateTimeISO(timeZone).toPlainDate()
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return [today, day].some((one) => Temporal.PlainDate.compare(one, Temporal.PlainDate.from(date)) === 0)
}
