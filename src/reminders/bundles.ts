import { v7 as newId } from 'uuid'
import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { grouped } from '../grouped.ts'
import { remindersMessage } from '../meetings/reminder-messages.ts'
import { noteEscalations } from '../tracker/note-escalations.ts'
import type { DueReminder, Moment } from './types.ts'

/** So many people a transaction: it holds the committees' audit chains only briefly. */
const PEOPLE_AT_ONCE = 50

/**
 * One bundle a person, its slots and its message in one transaction. Of several processes that come at once the
 * unique keys let one through: by person and day, and by slot.
 *
 * @returns how many people have a bundle by this call
 */
export async function storeBundles(
  house: House,
  due: readonly DueReminder[],
  { today }: Pick<Moment, 'today'>,
): Promise<number> {
  // Always in the same order: two processes that wait for each other's rows wait in one direction.
  const people = [...grouped(due, ({ personId }) => personId)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  let reminded = 0
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const batch = people
      .slice(from, from + PEOPLE_AT_ONCE)
      .map(([personId, reminders]) => ({ personId, reminders }))
    const stored = await house.transact(SCRUTINEER, (tx) => store(tx, batch, today))
    reminded += stored.reminded
    if (stored.skipped.length > 0)
      house.log.info(
        { skipped: stored.skipped },
        'reminders were skipped, since their time was over when it was looked at',
      )
  }
  return reminded
}

interface OfPerson {
  readonly personId: string
  readonly reminders: readonly [DueReminder, ...DueReminder[]]
}

async function store(tx: Tx, batch: readonly OfPerson[], today: Moment['today']) {
  const { councilId } = tx
  const at = toDate(tx.now)
  const day = columnOfDate(today.toString())
  const bundles = await tx.db.reminderBundle.createManyAndReturn({
    data: batch.map(({ personId }) => ({ id: newId(), councilId, personId, day, at })),
    skipDuplicates: true,
    select: { id: true, personId: true },
  })
  const bundleOf = new Map(bundles.map(({ id, personId }) => [personId, id]))
  const ours = batch.filter(({ personId }) => bundleOf.has(personId))
  const slots = await tx.db.reminderSlot.createManyAndReturn({
    data: ours.flatMap(({ personId, reminders }) =>
      reminders.flatMap((reminder) => {
        const { kind, subject } = reminder
        const one = { councilId, kind, subject, personId, at }
        return [
          { ...one, slot: reminder.slot, outcome: 'sent' as const, bundleId: bundleOf.get(personId) ?? null },
          ...reminder.stale.map((slot) => ({ ...one, slot, outcome: 'skipped' as const })),
        ]
      }),
    ),
    skipDuplicates: true,
    select: { kind: true, subject: true, personId: true, slot: true, bundleId: true },
  })
  const filled = new Set(slots.flatMap(({ bundleId }) => bundleId ?? []))
  // Everything in it was sent by another day's bundle meanwhile.
  const empty = bundles.filter(({ id }) => !filled.has(id)).map(({ id }) => id)
  if (empty.length > 0) await tx.db.reminderBundle.deleteMany({ where: { councilId, id: { in: empty } } })
  const reminded = ours.filter(({ personId }) => filled.has(bundleOf.get(personId) ?? ''))
  const stored = new Set(slots.filter(({ bundleId }) => bundleId !== null).map(slotKey))
  const noted = ours.flatMap(({ reminders }) =>
    reminders.flatMap((one) => (stored.has(slotKey(one)) ? (one.noted ?? []) : [])),
  )
  await noteEscalations(tx, noted, today)
  for (const { personId, reminders } of reminded)
    await tx.show(remindersMessage({ personId, committeeId: reminders[0].committeeId, day: today }))
  for (const [committeeId, people] of grouped(reminded, ({ reminders }) => reminders[0].committeeId))
    tx.audit(
      'reminders.sent',
      { day: today.toString(), people: people.map(({ personId }) => personId) },
      committeeId,
    )
  const skipped = slots.filter(({ bundleId }) => bundleId === null)
  return { reminded: reminded.length, skipped: bySlot(skipped) }
}

function slotKey(of: Pick<DueReminder, 'kind' | 'subject' | 'personId' | 'slot'>): string {
  return [of.kind, of.subject, of.personId, of.slot].join(' ')
}

function bySlot(skipped: readonly { kind: string; subject: string; slot: string }[]) {
  return [...grouped(skipped, ({ kind, subject, slot }) => `${kind} ${subject} ${slot}`).values()].map(
    ([{ kind, subject, slot }, ...more]) => ({ kind, subject, slot, people: more.length + 1 }),
  )
}
