import { Temporal } from 'temporal-polyfill'
import { columnOfDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { officesOf } from '../meetings/duty-rows.ts'
import { isOfficeHour } from '../meetings/duty-rules.ts'
import { bundleParts, type PartOf } from './bundle-parts.ts'
import { type BundlePart, bundleMessage } from './bundle-view.ts'
import { bundleWords } from './bundle-words.ts'

/**
 * A person's reminders of a day, by the present state: what was answered or called off between the tick and the
 * sending is not sent. What stands already stays true.
 *
 * @param parts what each kind says
 */
export function bundleRenderer(parts: ReadonlyMap<string, PartOf>): Renderer {
  return async (house, message) => {
    const { recipient, slot } = message
    if (!('person' in recipient)) return { drop: 'no-person' }
    const person = await house.db.person.findFirst({
      where: { councilId: house.councilId, id: recipient.person },
      select: { id: true, language: true, wantsFewer: true },
    })
    if (!person) return { drop: 'no-person' }
    const found = await partsOf(house, { personId: person.id, day: slot, language: person.language }, parts)
    const stands = await isStanding(house, message)
    // Answered, or not needed any more, since it was decided: nothing is sent.
    if (!stands && !found.some(({ isOpen }) => isOpen)) return { drop: 'answered' }
    // One that had to wait, while Slack was away, would come out of hours and say what is past.
    if (!stands && !(await isInTime(house, slot))) return { drop: 'out-of-hours' }
    const shown = stands ? found : found.filter(({ isOpen }) => isOpen)
    const model = { parts: shown, wantsFewer: person.wantsFewer, day: slot }
    return { post: bundleMessage(model, bundleWords(person.language)) }
  }
}

export const renderBundle = bundleRenderer(bundleParts)

async function partsOf(
  house: House,
  of: { readonly personId: string; readonly day: string; readonly language: string },
  parts: ReadonlyMap<string, PartOf>,
): Promise<BundlePart[]> {
  const { personId, language } = of
  const slots = await house.db.reminderSlot.findMany({
    where: {
      councilId: house.councilId,
      personId,
      outcome: 'sent',
      bundle: { councilId: house.councilId, personId, day: columnOfDate(of.day) },
    },
    orderBy: { id: 'asc' },
  })
  const found: BundlePart[] = []
  const seen = new Set<string>()
  for (const { kind, subject } of slots) {
    // A deputy who owes the same as whoever is away has two slots about it.
    if (seen.has(`${kind} ${subject}`)) continue
    seen.add(`${kind} ${subject}`)
    const day = Temporal.PlainDate.from(of.day)
    const part = await parts.get(kind)?.(house, { subject, personId, day, language })
    if (part) found.push(part)
  }
  return found
}

async function isInTime(house: House, day: string): Promise<boolean> {
  const now = house.now().toZonedDateTimeISO(house.timeZone)
  return now.toPlainDate().toString() === day && isOfficeHour(now, await officesOf(house))
}

async function isStanding(house: House, message: OutgoingMessage): Promise<boolean> {
  const where = { id: message.id, councilId: house.councilId, slackTs: { not: null } }
  return (await house.db.outboxMessage.count({ where })) > 0
}
