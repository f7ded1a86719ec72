import type { IntendedMessage, Recipient } from '../database/intended-message.ts'
import type { Tx } from '../database/transact.ts'

/** The messages to the clerks about a watched site, by key; `cards/` renders them when they are sent. */
export const siteMessageKinds = {
  /** One a meeting of the site, always showing what is asked about it (law 12). */
  proposals: 'site-proposals',
  /** One new line when more is asked in a message that stands already: an edit notifies nobody. */
  news: 'site-news',
  /** A site that cannot be looked at. */
  trouble: 'site-trouble',
} as const

interface Of {
  readonly recipient: Recipient
  readonly committeeId: string
}

export function proposalsMessage(of: Of & { readonly seenId: string }): IntendedMessage {
  const { recipient, committeeId } = of
  return { kind: siteMessageKinds.proposals, subject: of.seenId, recipient, committeeId }
}

/** @param slot the newest proposal that it is about */
export function newsMessage(of: Of & { readonly seenId: string; readonly slot: string }): IntendedMessage {
  const { recipient, committeeId, slot } = of
  return { kind: siteMessageKinds.news, subject: of.seenId, recipient, committeeId, slot }
}

/** @param reference under which it stands in the log */
export function troubleMessage(
  of: Of & { readonly watchedId: string; readonly reference: string },
): IntendedMessage {
  const { recipient, committeeId } = of
  return {
    kind: siteMessageKinds.trouble,
    subject: of.watchedId,
    recipient,
    committeeId,
    slot: of.reference,
    harmless: true,
  }
}

/** The clerks' channel; where the committee has none, each of its clerks in person. */
export async function clerksToAsk(tx: Tx, committeeId: string): Promise<Recipient[]> {
  const { councilId } = tx
  const committee = await tx.db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { clerksChannelId: true },
  })
  if (committee?.clerksChannelId) return [{ channel: committee.clerksChannelId }]
  const roles = await tx.db.committeeRole.findMany({
    where: { councilId, committeeId, duty: 'clerk', person: { slackUserId: { not: null } } },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  return roles.map(({ personId }) => ({ person: personId }))
}
