import type { Temporal } from 'temporal-polyfill'
import { displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { AdminHome } from './home-model.ts'

/** What the process knows of itself. */
export interface Health {
  readonly version: string
  readonly database: 'embedded' | 'server'
  readonly isLocal: boolean
  slackConnected(): boolean
  lastTickAt(): Temporal.Instant | undefined
}

const MOST_NAMES = 200

/** How Scrutineer is, and whom it cannot reach. */
export async function loadAdmin(house: House, health: Health): Promise<AdminHome> {
  const { councilId, db } = house
  const withoutSlack = await db.person.findMany({
    where: { councilId, slackUserId: null },
    select: { name: true, title: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_NAMES,
  })
  return {
    version: health.version,
    database: health.database,
    isAtRisk: health.database === 'embedded' && !health.isLocal,
    slackConnected: health.slackConnected(),
    lastTickAt: health.lastTickAt(),
    unsent: await db.outboxMessage.count({
      where: {
        councilId,
        state: { in: ['pending', 'sending'] },
        dueAt: { lte: new Date(house.now().epochMilliseconds) },
      },
    }),
    undelivered: await db.outboxTrouble.count({ where: { councilId, settledAt: null } }),
    withoutSlack: withoutSlack.map(displayName),
    moreWithoutSlack:
      withoutSlack.length < MOST_NAMES
        ? 0
        : (await db.person.count({ where: { councilId, slackUserId: null } })) - withoutSlack.length,
  }
}
