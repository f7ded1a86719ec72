import { toDate } from '../calendar/civil.ts'
import { type OutboxSettlement, type OutboxTroubleKind, Prisma } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Recipient } from '../database/intended-message.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { done, refused } from '../outcome.ts'
import type { HeldMessage } from './outgoing-message.ts'

/** The kinds of the notices that tell the clerks; subject is the message in trouble, slot the reference. */
export const TROUBLE_KINDS: readonly OutboxTroubleKind[] = ['unsure', 'undelivered']

export function isNotice(message: { readonly kind: string }): boolean {
  return TROUBLE_KINDS.some((kind) => kind === message.kind)
}

export interface Trouble {
  readonly kind: OutboxTroubleKind
  /** A code of answers.ts. */
  readonly code: string
  /** Stands in the log and in the notice. */
  readonly reference: string
}

/**
 * Only a person can go on with this message: mark it, and in the same transaction want the notice to the
 * clerks and the audit row. What was newly wanted while a refusal was on its way is tried first.
 *
 * Notices about notices never arise: one that its channel refused goes to the clerks in person instead,
 * and what is refused there too stands in the log.
 */
export async function recordTrouble(
  house: House,
  held: HeldMessage,
  trouble: Trouble,
  from: 'sending' | 'ambiguous' = 'sending',
): Promise<void> {
  const aboutNotice = isNotice(held)
  const state = trouble.kind === 'unsure' ? 'ambiguous' : 'failed'
  await house.transact(SCRUTINEER, async (tx) => {
    const at = Prisma.sql`"id" = ${held.id}::uuid AND "councilId" = ${held.councilId}::uuid
      AND "state" = ${from}::"OutboxState" AND "claimedBy" = ${held.claimedBy}`
    if (state === 'failed') {
      const overtaken = await tx.db.$executeRaw`
        UPDATE "OutboxMessage" SET "state" = 'pending', "attempts" = 0, "dueAt" = ${toDate(tx.now)},
          "claimedAt" = NULL, "claimedBy" = NULL
        WHERE ${at} AND "wanted" > ${held.revision}`
      if (overtaken > 0) return done(undefined)
    }
    const count = await tx.db.$executeRaw`
      UPDATE "OutboxMessage" SET "state" = ${state}::"OutboxState", "problem" = ${trouble.code},
        "reference" = ${trouble.reference}
      WHERE ${at}`
    if (count === 0) return refused({ code: 'not-held' })
    if (!aboutNotice) await noteTrouble(tx, held, trouble)
    const told = aboutNotice ? await insteadOf(tx, held) : await whomToTell(tx, held)
    for (const recipient of told)
      await tx.show({
        kind: aboutNotice ? held.kind : trouble.kind,
        subject: aboutNotice ? held.subject : held.id,
        recipient,
        slot: aboutNotice ? held.slot : trouble.reference,
        harmless: true,
        ...(held.committeeId === undefined ? {} : { committeeId: held.committeeId }),
      })
    if (told.length === 0)
      house.log.error(
        { message: held.id, kind: held.kind, reference: trouble.reference, code: trouble.code },
        'a message is in trouble and no clerk can be told in Slack',
      )
    return done(undefined)
  })
}

async function noteTrouble(tx: Tx, held: HeldMessage, trouble: Trouble): Promise<void> {
  await tx.db.outboxTrouble.updateMany({
    where: { councilId: tx.councilId, messageId: held.id, settledAt: null },
    data: { settledHow: 'followed', settledAt: toDate(tx.now) },
  })
  await tx.db.outboxTrouble.create({
    data: {
      councilId: tx.councilId,
      messageId: held.id,
      reference: trouble.reference,
      kind: trouble.kind,
      problem: trouble.code,
      arisenAt: toDate(tx.now),
    },
  })
  for (const kind of TROUBLE_KINDS) await tx.refresh({ kind, subject: held.id })
  tx.audit(
    `message.${trouble.kind}`,
    { message: held.id, kind: held.kind, problem: trouble.code, reference: trouble.reference },
    held.committeeId,
  )
}

/**
 * Close what is open about this message and make its notices say so.
 *
 * @returns whether anything was open
 */
export async function settleTroubles(
  tx: Tx,
  messageId: string,
  settled: { readonly how: OutboxSettlement; readonly byId?: string },
): Promise<boolean> {
  const { count } = await tx.db.outboxTrouble.updateMany({
    where: { councilId: tx.councilId, messageId, settledAt: null },
    data: { settledHow: settled.how, settledById: settled.byId ?? null, settledAt: toDate(tx.now) },
  })
  for (const kind of TROUBLE_KINDS) await tx.refresh({ kind, subject: messageId })
  return count > 0
}

/** The clerks' channel; where the trouble is with that channel, or there is none, each clerk in person. */
async function whomToTell(tx: Tx, held: HeldMessage): Promise<readonly Recipient[]> {
  const committee =
    held.committeeId === undefined
      ? null
      : await tx.db.committee.findFirst({
          where: { councilId: tx.councilId, id: held.committeeId },
          select: { clerksChannelId: true },
        })
  const channel = committee?.clerksChannelId
  if (channel && !('channel' in held.recipient && held.recipient.channel === channel)) return [{ channel }]
  return clerksInPerson(tx, held)
}

async function insteadOf(tx: Tx, notice: HeldMessage): Promise<readonly Recipient[]> {
  return 'channel' in notice.recipient ? clerksInPerson(tx, notice) : []
}

/** The clerks of the message's committee, or of every committee when it has none; not who cannot be reached. */
async function clerksInPerson(tx: Tx, held: HeldMessage): Promise<readonly Recipient[]> {
  const clerks = await tx.db.committeeRole.findMany({
    where: {
      councilId: tx.councilId,
      duty: 'clerk',
      person: { slackUserId: { not: null } },
      ...(held.committeeId === undefined ? {} : { committeeId: held.committeeId }),
    },
    select: { personId: true },
    distinct: ['personId'],
  })
  return clerks
    .map((clerk) => ({ person: clerk.personId }))
    .filter(({ person }) => !('person' in held.recipient && held.recipient.person === person))
}
