import { columnOfDate, toDate } from '../calendar/civil.ts'
import { plainDateOf } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { storeBundles } from './bundles.ts'
import { type ReminderKind, reminderKinds } from './kinds.ts'
import { momentOf } from './moment.ts'
import { type Reminded, withinCaps } from './rules.ts'
import { sittingNow } from './sitting-now.ts'
import type { DueReminder, Moment } from './types.ts'

/**
 * Remind everybody of what is due from them: one message a person and day, in working hours, by the present
 * state. Run every minute: whatever ticks, restarts, clocks or replicas do, each reminder is sent once, and a
 * tick that was missed is caught up with once.
 *
 * @param kinds which are looked at; all of them, save in tests
 * @returns how many people were reminded now, by this process
 */
export async function remind(house: House, kinds: readonly ReminderKind[] = reminderKinds): Promise<number> {
  const moment = await momentOf(house)
  if (!isOfficeHour(moment.now.toZonedDateTimeISO(house.timeZone), moment.offices)) return 0
  const due: (DueReminder & { cap: ReminderKind['cap'] })[] = []
  for (const kind of kinds)
    for (const one of await kind.due(house, moment)) due.push({ ...one, cap: kind.cap })
  if (due.length === 0) return 0
  const [told, sitting] = [await toldToday(house, due, moment), await sittingNow(house, moment.now)]
  const free = due.filter(({ personId }) => !told.has(personId) && !sitting.has(personId))
  const before = await remindedBefore(house, free, kinds)
  return storeBundles(house, withinCaps(free, before, moment.today), moment)
}

async function toldToday(house: House, due: readonly DueReminder[], { today }: Moment): Promise<Set<string>> {
  const bundles = await house.db.reminderBundle.findMany({
    where: {
      councilId: house.councilId,
      personId: { in: people(due) },
      day: columnOfDate(today.toString()),
    },
    select: { personId: true },
  })
  return new Set(bundles.map(({ personId }) => personId))
}

/** What these people were reminded of about the same things and, as owners, of late. */
async function remindedBefore(
  house: House,
  due: readonly (DueReminder & { cap: ReminderKind['cap'] })[],
  kinds: readonly ReminderKind[],
): Promise<Reminded[]> {
  if (due.length === 0) return []
  const capOf = new Map(kinds.map((kind) => [kind.id, kind.cap]))
  const owners = due.filter(({ cap }) => cap === 'owner')
  const slots = await house.db.reminderSlot.findMany({
    where: {
      councilId: house.councilId,
      outcome: 'sent',
      OR: [
        { subject: { in: [...new Set(due.map(({ subject }) => subject))] }, personId: { in: people(due) } },
        {
          personId: { in: people(owners) },
          kind: { in: kinds.filter(({ cap }) => cap === 'owner').map(({ id }) => id) },
          at: { gt: toDate(house.now().subtract({ hours: 24 * 9 })) },
        },
      ],
    },
    select: { kind: true, personId: true, subject: true, bundle: { select: { day: true } } },
  })
  return slots.flatMap(({ kind, personId, subject, bundle }) => {
    // Other kinds with a day's bundle of their own, such as the Chair's forecast, are about meetings.
    const cap = capOf.get(kind) ?? 'meeting'
    return bundle ? [{ cap, personId, subject, day: plainDateOf(bundle.day) }] : []
  })
}

function people(due: readonly DueReminder[]): string[] {
  return [...new Set(due.map(({ personId }) => personId))]
}
