import { z } from 'zod'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { ChangeMeeting } from './change-meeting.ts'
import type { MeetingScreenWords } from './screen-words.en.ts'

const field = ids.meeting.field
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

type Submitted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** What a clerk filled in to change a meeting. */
export function changeSubmitted(fields: Fields, say: MeetingScreenWords): Submitted<ChangeMeeting['change']> {
  const about = {
    reason: textOf(fields, field.reason),
    quietly: listOf(fields, field.quietly).includes('quietly'),
  }
  const to = textOf(fields, field.to)
  if (to === 'cancelled' || to === 'postponed') return { ok: true, value: { to, ...about } }
  if (to !== 'scheduled') return { ok: false, errors: { [field.to]: say.change.missing } }
  const when = whenSubmitted(fields, say)
  return when.ok ? { ok: true, value: { to, ...when.value, ...about } } : when
}

export interface WhenAndWhere {
  readonly date: string
  readonly startTime: string
  readonly venue: string
}

/** Day, start and place. A place is one line: it stands inside sentences. */
export function whenSubmitted(fields: Fields, say: MeetingScreenWords): Submitted<WhenAndWhere> {
  const date = z.iso.date().safeParse(textOf(fields, field.date))
  const startTime = time.safeParse(textOf(fields, field.time))
  if (date.success && startTime.success) {
    const venue = textOf(fields, field.venue).replaceAll(/\s+/g, ' ')
    return { ok: true, value: { date: date.data, startTime: startTime.data, venue } }
  }
  return {
    ok: false,
    errors: {
      ...(date.success ? {} : { [field.date]: say.change.missing }),
      ...(startTime.success ? {} : { [field.time]: say.change.missing }),
    },
  }
}
