import type { CouncilRows } from '../committees/people.ts'

/** What became of a message in which something was asked. */
export type Delivery = 'arrived' | 'on-its-way' | 'not-needed' | 'failed' | 'unsure'

/** Of these messages, by key: read from the outbox, so that the log of asking never says otherwise than it. */
export async function deliveriesOf(
  { councilId, db }: CouncilRows,
  keys: readonly string[],
): Promise<Map<string, Delivery>> {
  const wanted = [...new Set(keys)].filter((key) => key !== '')
  if (wanted.length === 0) return new Map()
  const messages = await db.outboxMessage.findMany({
    where: { councilId, key: { in: wanted } },
    select: { key: true, state: true, slackTs: true },
  })
  return new Map(
    messages.map(({ key, state, slackTs }): [string, Delivery] => {
      if (slackTs !== null) return [key, 'arrived']
      if (state === 'dropped') return [key, 'not-needed']
      if (state === 'failed') return [key, 'failed']
      return [key, state === 'ambiguous' ? 'unsure' : 'on-its-way']
    }),
  )
}
