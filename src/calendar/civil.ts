import { Temporal } from 'temporal-polyfill'

/**
 * The instant at which a civil date and local time fall in a zone.
 *
 * In the hour that the spring clock change leaves out, the later reading is taken, and in the hour that
 * the autumn change repeats, the earlier one: what a wall clock in the room shows first.
 *
 * @param date ISO civil date, such as `2017-09-20`
 * @param time local time `HH:MM`
 */
export function instantOf(date: string, time: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
}

/** The civil date that people in this zone have on their wall at an instant. */
export function civilDate(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** A `date` column is given and taken by Prisma as midnight UTC; this is the civil date it stands for. */
export function dateOfColumn(column: Date): string {
  return column.toISOString().slice(0, 10)
}

/** A civil date as a `date` column wants it. */
export function columnOfDate(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`)
}

export function toInstant(column: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(column.getTime())
}

export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

export function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}
