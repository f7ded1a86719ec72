import { toDate } from '../calendar/civil.ts'
import type { OutboxMessage, OutboxSettlement } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { MESSAGE_GONE } from './attempt.ts'
import { placeInLink } from './message-link.ts'
import { type OutgoingMessage, outgoingOf } from './outgoing-message.ts'
import { settleTroubles } from './trouble.ts'

/**
 * Why a message in trouble was not settled:
 *
 * - `no-such-message`: it is not of this council
 * - `not-clerk`: only a clerk of its committee may decide; `clerks` says who can
 * - `already-settled`: somebody was faster, or it is on its way again; nothing needs doing
 * - `link-unreadable`: the pasted text is no link to a Slack message
 * - `link-elsewhere`: the link leads to another channel than the message went to
 * - `link-of-another`: another message of ours stands there
 */
export type SettleRefusal =
  | { readonly code: 'no-such-message' }
  | { readonly code: 'not-clerk'; readonly clerks: readonly string[] }
  | {
      readonly code: 'already-settled'
      readonly how: OutboxSettlement | undefined
      readonly by: string | undefined
    }
  | { readonly code: 'link-unreadable' }
  | { readonly code: 'link-elsewhere' }
  | { readonly code: 'link-of-another' }

export interface SettleMessage {
  readonly messageId: string
  /** The person who decides. */
  readonly by: string
  /** Of the trouble that was decided on, so that a late click does not settle the next one. */
  readonly reference?: string | undefined
}

/** Edits of a failed message can work again; these say that no edit ever will. */
const NEVER_EDITABLE: readonly unknown[] = [MESSAGE_GONE, 'cant_update_message', 'edit_window_closed']

/** Send a message in trouble once more, on a clerk's word. What still stands in Slack is edited, not doubled. */
export function sendAgain(
  house: House,
  act: SettleMessage,
): Promise<Outcome<OutgoingMessage, SettleRefusal>> {
  return house.transact(act.by, async (tx): Promise<Outcome<OutgoingMessage, SettleRefusal>> => {
    const found = await inTrouble(tx, act, ['ambiguous', 'failed'])
    if (!found.ok) return found
    const row = found.value
    const anew = row.state === 'ambiguous' || NEVER_EDITABLE.includes(row.problem)
    await tx.db.outboxMessage.update({
      where: { id: row.id, councilId: tx.councilId },
      data: {
        state: 'pending',
        dueAt: toDate(tx.now),
        attempts: 0,
        problem: null,
        reference: null,
        claimedAt: null,
        claimedBy: null,
        ...(anew ? { slackChannel: null, slackTs: null, sentAt: null } : {}),
      },
    })
    await settleTroubles(tx, row.id, { how: 'sentAgain', byId: act.by })
    noteSettled(tx, 'message.sent-again', row)
    return done(outgoingOf(row))
  })
}

/**
 * Take a clerk's word that a message in doubt arrived. With a link to it, it is kept true as before;
 * without, its next change makes it `changed-since` and asks again rather than post a second one.
 */
export function markArrived(
  house: House,
  act: SettleMessage & { readonly link?: string | undefined },
): Promise<Outcome<OutgoingMessage, SettleRefusal>> {
  return house.transact(act.by, async (tx): Promise<Outcome<OutgoingMessage, SettleRefusal>> => {
    const found = await inTrouble(tx, act, ['ambiguous'])
    if (!found.ok) return found
    const row = found.value
    const link = act.link?.trim() ?? ''
    const place = link === '' ? undefined : placeInLink(link)
    if (link !== '' && !place) return refused({ code: 'link-unreadable' })
    if (place && place.channel !== row.slackChannel) return refused({ code: 'link-elsewhere' })
    if (place && (await isTaken(tx, row, place))) return refused({ code: 'link-of-another' })
    await stands(tx, row, place)
    await settleTroubles(tx, row.id, { how: 'arrived', byId: act.by })
    noteSettled(tx, 'message.arrived', row)
    return done(outgoingOf(row))
  })
}

export interface RecognisedMessage {
  readonly outboxId: string
  readonly channel: string
  readonly ts: string
}

/**
 * Somebody pressed a control in this message, so it surely arrived, and here it stands. Ends any doubt
 * about it; does nothing when that is known.
 *
 * @returns whether anything was learnt
 */
export async function recogniseMessage(house: House, seen: RecognisedMessage): Promise<boolean> {
  const at = { id: seen.outboxId, councilId: house.councilId, slackTs: null }
  // Asked before each press in any message: a look without a transaction is enough nearly always.
  if ((await house.db.outboxMessage.count({ where: at })) === 0) return false
  const outcome = await house.transact(SCRUTINEER, async (tx) => {
    const row = await lockedRow(tx, seen.outboxId)
    if (!row || row.slackTs !== null || row.state === 'sending') return refused({ code: 'known' })
    if (await isTaken(tx, row, seen)) return refused({ code: 'known' })
    await stands(tx, row, seen)
    if (await settleTroubles(tx, row.id, { how: 'recognised' })) noteSettled(tx, 'message.recognised', row)
    return done(undefined)
  })
  return outcome.ok
}

/** The message, locked, when it waits for this decision and this person may take it. */
async function inTrouble(
  tx: Tx,
  act: SettleMessage,
  states: readonly OutboxMessage['state'][],
): Promise<Outcome<OutboxMessage, SettleRefusal>> {
  const row = await lockedRow(tx, act.messageId)
  if (!row) return refused({ code: 'no-such-message' })
  const clerks = await tx.db.committeeRole.findMany({
    where: {
      councilId: tx.councilId,
      duty: 'clerk',
      ...(row.committeeId === null ? {} : { committeeId: row.committeeId }),
    },
    select: { personId: true, person: { select: { name: true } } },
    distinct: ['personId'],
    orderBy: { id: 'asc' },
  })
  if (!clerks.some((clerk) => clerk.personId === act.by))
    return refused({ code: 'not-clerk', clerks: clerks.map((clerk) => clerk.person.name) })
  const late = act.reference !== undefined && act.reference !== row.reference
  return late || !states.includes(row.state) ? refused(await alreadySettled(tx, act)) : done(row)
}

async function alreadySettled(tx: Tx, act: SettleMessage): Promise<SettleRefusal> {
  const last = await tx.db.outboxTrouble.findFirst({
    where: {
      councilId: tx.councilId,
      messageId: act.messageId,
      settledAt: { not: null },
      ...(act.reference === undefined ? {} : { reference: act.reference }),
    },
    orderBy: { settledAt: 'desc' },
  })
  const by = last?.settledById
    ? await tx.db.person.findFirst({ where: { councilId: tx.councilId, id: last.settledById } })
    : null
  return { code: 'already-settled', how: last?.settledHow ?? undefined, by: by?.name }
}

async function lockedRow(tx: Tx, messageId: string): Promise<OutboxMessage | undefined> {
  const rows = await tx.db.$queryRaw<OutboxMessage[]>`
    SELECT * FROM "OutboxMessage"
    WHERE "id" = ${messageId}::uuid AND "councilId" = ${tx.councilId}::uuid FOR UPDATE`
  return rows[0]
}

/** It stands in Slack as last rendered; what was wanted since makes it pending again. */
async function stands(
  tx: Tx,
  row: OutboxMessage,
  place: { readonly channel: string; readonly ts: string } | undefined,
): Promise<void> {
  const behind = row.wanted > row.shown
  await tx.db.outboxMessage.update({
    where: { id: row.id, councilId: tx.councilId },
    data: {
      ...(row.state === 'dropped' ? {} : { state: behind ? 'pending' : 'sent' }),
      ...(behind ? { dueAt: toDate(tx.now) } : {}),
      ...(place ? { slackChannel: place.channel, slackTs: place.ts } : {}),
      sentAt: row.sentAt ?? toDate(tx.now),
      attempts: 0,
      problem: null,
      reference: null,
      claimedAt: null,
      claimedBy: null,
    },
  })
}

async function isTaken(
  tx: Tx,
  row: OutboxMessage,
  place: { readonly channel: string; readonly ts: string },
): Promise<boolean> {
  const others = await tx.db.outboxMessage.count({
    where: {
      councilId: tx.councilId,
      recipient: row.recipient,
      slackChannel: place.channel,
      slackTs: place.ts,
      id: { not: row.id },
    },
  })
  return others > 0
}

function noteSettled(tx: Tx, what: string, row: OutboxMessage): void {
  tx.audit(
    what,
    { message: row.id, kind: row.kind, problem: row.problem, reference: row.reference },
    row.committeeId ?? undefined,
  )
}
