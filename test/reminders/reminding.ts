import { Temporal } from 'temporal-polyfill'
import { sayComing } from '../../src/apologies/say-coming.ts'
import { tenderApologies } from '../../src/apologies/tender-apologies.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { messageKinds } from '../../src/meetings/messages.ts'
import { type ReminderKind, reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

/** A council with reminders at hand; its clock begins at 9 on Wednesday 6 September 2017. */
export async function reminding(database: TestDatabase, kinds: readonly ReminderKind[] = reminderKinds) {
  const council = await inventCouncil(database)
  const { house, ground, clock } = council
  const councilId = council.id
  const goTo = (local: string) => {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
    clock.advance(clock.now().until(at))
  }
  return {
    ...council,
    prisma: ground.prisma,
    goTo,
    tick: () => remind(house, kinds),
    tickAt: (local: string) => {
      goTo(local)
      return remind(house, kinds)
    },
    coming: (personId: string, meetingId: string) =>
      sayComing(house, { meetingId, memberId: personId, by: personId, way: 'button' }),
    away: (personId: string, meetingId: string) =>
      tenderApologies(house, {
        meetingId,
        memberId: personId,
        by: personId,
        way: 'button',
        kind: 'absent',
        reason: '',
      }),
    /** The local days on which somebody got a bundle. */
    days: async (personId: string) =>
      (
        await ground.prisma.reminderBundle.findMany({
          where: { councilId, personId },
          orderBy: { day: 'asc' },
        })
      ).map(({ day }) => day.toISOString().slice(0, 10)),
    slots: async (personId: string) =>
      (
        await ground.prisma.reminderSlot.findMany({ where: { councilId, personId }, orderBy: { id: 'asc' } })
      ).map(({ kind, slot, outcome }) => `${kind} ${slot} ${outcome}`),
    messages: () =>
      ground.prisma.outboxMessage.findMany({
        where: { councilId, kind: messageKinds.reminders },
        orderBy: { id: 'asc' },
      }),
    pending: () =>
      ground.prisma.outboxMessage.findMany({
        where: { councilId, kind: messageKinds.reminders, state: 'pending' },
        orderBy: { id: 'asc' },
      }),
    sendAll: () =>
      ground.prisma.outboxMessage.updateMany({
        where: { councilId },
        data: { state: 'sent', sentAt: new Date(), slackChannel: 'D1', slackTs: '1.0' },
      }),
    said: (personId: string) => bundleSaid(council, personId),
  }
}
/** What the last bundle of somebody says now. */
export async function bundleSaid(
  { id: councilId, house, ground }: Pick<InventedCouncil, 'id' | 'house' | 'ground'>,
  personId: string,
): Promise<string> {
  const row = await ground.prisma.outboxMessage.findFirstOrThrow({
    where: { councilId, kind: messageKinds.reminders, recipient: `person:${personId}` },
    orderBy: { slot: 'desc' },
  })
  const rendering = await renderers.get(messageKinds.reminders)?.(house, outgoingOf(row))
  if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
  const { text, blocks } = rendering.post
  expectShowable({ text, blocks: [...blocks] })
  return readable({ blocks })
}

export type Reminding = Awaited<ReturnType<typeof reminding>>

/** The ten members who are on Slack. */
export function onSlack({ members }: Pick<InventedCouncil, 'members'>) {
  return members.filter(({ slackUserId }) => slackUserId !== undefined)
}
