import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { type AnnounceRestricted, announceRestricted } from '../../src/publications/announce-restricted.ts'
import type { Exclusion } from '../../src/publications/exclusion-rules.ts'
import { itemsOf } from '../../src/publications/item-lines.ts'
import type { InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { publishedCouncil } from './supplements.ts'

export const ADDRESS = 'https://restricted.underfell.example/s12345'
export const SECRET = 'Harbourside lease settlement'

export const exempt: Exclusion = {
  access: 'exempt',
  paragraphs: ['3'],
  publicInterest: 'Negotiations with Acme are under way.',
  confidentialBasis: '',
}

/** A published agenda of which item 11 is closed, and a clerk who announces papers. */
export async function restrictedStage(database: TestDatabase) {
  const stage = await publishedCouncil(database, {
    items: itemsOf(`1. Apologies\n7. Roads (pages 1-6)\n11. ${SECRET} [closed 3]`).items,
  })
  const { council, house } = stage
  const { prisma } = council.ground
  const where = { councilId: council.id }
  const item = async (number: string) =>
    (await prisma.agendaItem.findFirstOrThrow({ where: { ...where, number } })).id
  const messages = () =>
    prisma.outboxMessage.findMany({ where: { ...where, kind: 'restricted' }, orderBy: { id: 'asc' } })
  return {
    ...stage,
    where,
    prisma,
    item,
    messages,
    announce: async (changes: Partial<AnnounceRestricted> & { readonly number?: string } = {}) => {
      const { number = '11', ...act } = changes
      return announceRestricted(house, {
        by: council.clerk.id,
        itemId: await item(number),
        address: ADDRESS,
        exclusion: exempt,
        ...act,
      })
    },
    /** What this person's message about a restricted paper says now. */
    said: async (person: InventedPerson, account = person.slackUserId): Promise<string> => {
      const row = (await messages()).find(
        (it) => it.recipient === `person:${person.id}` && it.slot === account,
      )
      if (!row) return 'never wanted'
      const rendering = await renderers.get('restricted')?.(house, outgoingOf(row))
      if (!rendering) throw new Error('no renderer')
      if ('drop' in rendering) return `dropped: ${rendering.drop}`
      const { text, blocks } = rendering.post
      expectShowable({ text, blocks })
      return `${text}\n${readable({ blocks })}\n${JSON.stringify(blocks)}`
    },
    /** As delivery does it when Slack has taken every message that is wanted and allowed. */
    delivered: () =>
      prisma.outboxMessage.updateMany({
        where: { ...where, kind: 'restricted', state: 'pending' },
        data: { state: 'sent', slackTs: '1500000000.000100', slackChannel: 'D1', sentAt: new Date() },
      }),
    /** Everything that is kept in words outside the tables of items and papers. */
    kept: async () =>
      JSON.stringify([
        await prisma.auditEntry.findMany({ where }),
        await prisma.outboxMessage.findMany({ where }),
        await prisma.inboxEvent.findMany({ where }),
        council.logged,
      ]),
  }
}
