import type { OutboxMessage } from '../database/generated/client.ts'
import { newReference } from '../slack/trouble.ts'
import type { DeliveryGround } from './ground.ts'
import { type HeldMessage, heldOf } from './outgoing-message.ts'
import { recordSetback, recordToBeConfirmed } from './record.ts'
import { recordTrouble } from './trouble.ts'

/** The process that sent it ended, was killed, or hangs. */
const LEFT_BEHIND = 'left-behind'

/**
 * Decide on the messages that a process left on the wire. What surely was not posted, may be repeated,
 * or is an edit, is sent again; for the rest only Slack or a person can tell.
 *
 * @param mine tokens of the messages that this process is sending now
 * @param all every one that is not ours, since no other process can be sending
 */
export async function sortLeftBehind(
  ground: DeliveryGround,
  mine: ReadonlySet<string>,
  all: boolean,
): Promise<void> {
  const staleSeconds = all ? 0 : ground.staleAfterMs / 1000
  const rows = await ground.prisma.$queryRaw<(OutboxMessage & { posting: boolean })[]>`
    SELECT *, ("slackTs" IS NULL AND "sentAt" IS NULL AND "slackChannel" IS NOT NULL) AS "posting" FROM "OutboxMessage"
    WHERE "state" = 'sending' AND "claimedAt" <= now() - make_interval(secs => ${staleSeconds}::double precision)
      AND NOT ("claimedBy" = ANY(${[...mine]}::text[]))
    ORDER BY "claimedAt" LIMIT 100`
  for (const row of rows) {
    const held: HeldMessage = heldOf(row)
    const house = await ground.houseOf(held.councilId)
    const setback = { code: LEFT_BEHIND, reference: newReference() }
    house.log.warn(
      { message: held.id, kind: held.kind, posting: row.posting, ...setback },
      'a message was left behind while it was being sent',
    )
    if (!row.posting || held.harmless) await recordSetback(house, held, setback)
    else if ('person' in held.recipient) await recordToBeConfirmed(house, held, setback)
    else await recordTrouble(house, held, { ...setback, kind: 'unsure' })
  }
}
