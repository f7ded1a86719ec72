import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { itemsOf } from '../../src/publications/item-lines.ts'
import { type PublishPack, publishPack } from '../../src/publications/publish-pack.ts'
import { type PublishSupplement, publishSupplement } from '../../src/publications/publish-supplement.ts'
import { publishedAgenda } from '../../src/publications/published-agenda.ts'
import { supplementLines } from '../../src/publications/supplement-lines.ts'
import type { SupplementFields } from '../../src/publications/types.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { fieldsOf, publishing } from './draft.ts'

/** Eight items; the last page is 33, as of the pack before the founding supplement. */
export const AGENDA = [
  '1. Apologies',
  '2. Minutes (pages 1-6)',
  '3. Transport plan (pages 7-33)',
  '8. Sufficiency strategy [to follow]',
  '9. Memorandum of understanding [to follow]',
  '10. Improvement plan',
  '11. Contract award [closed]',
].join('\n')

export async function publishedCouncil(database: TestDatabase, changes: Partial<PublishPack['fields']> = {}) {
  const council = await inventCouncil(database)
  const fields = fieldsOf(council, { items: itemsOf(AGENDA).items, ...changes })
  const outcome = await publishPack(council.house, publishing(council, { fields }))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return stageOf(council, outcome.value.meetingId)
}

export type SupplementStage = ReturnType<typeof stageOf>

/** What a clerk, and then everybody, sees of a meeting with published papers. */
function stageOf(council: InventedCouncil, meetingId: string) {
  const { house, ground } = council
  const where = { councilId: council.id }
  const meeting = async () => {
    const found = await meetingAtHand(house, meetingId)
    if (!found) throw new Error('the meeting is gone')
    return found
  }
  const agenda = async () => publishedAgenda(house, await meeting())
  const rendered = async (kind: string, slot: string, to?: string) => {
    const row = await ground.prisma.outboxMessage.findFirstOrThrow({
      where: { ...where, kind, slot, ...(to === undefined ? {} : { recipient: to }) },
    })
    const rendering = await renderers.get(kind)?.(house, outgoingOf(row))
    if (!rendering) throw new Error(`no renderer for ${kind}`)
    if ('drop' in rendering) return { said: `dropped: ${rendering.drop}`, threadTs: undefined }
    const { text, blocks, threadTs } = rendering.post
    expectShowable({ text, blocks })
    return { said: readable({ blocks }), threadTs }
  }
  return {
    council,
    house,
    meetingId,
    agenda,
    rendered,
    /** Lines as a clerk types them. */
    publish: (
      lines: string,
      {
        by = council.clerk.id,
        packId,
        version = 1,
        ...fields
      }: Partial<SupplementFields> & Partial<Omit<PublishSupplement, 'fields'>> = {},
    ) =>
      publishSupplement(house, {
        by,
        packId,
        version,
        fields: {
          meetingId,
          number: 1,
          printedNo: undefined,
          lines: supplementLines(lines).read.map(({ item }) => item),
          ownPages: false,
          publicAddress: 'https://democracy.underfell.example/supplement.pdf',
          opened: { date: '2017-09-14', time: '09:00' },
          online: undefined,
          publicCopyConfirmed: false,
          ...fields,
        },
      }),
    /** The agenda as it stands, a line an item. */
    lines: async () =>
      (await agenda()).entries.map((entry) => {
        const papers = entry.papers.map(
          ({ report, replaced }) =>
            `${report.publicationNumber}:${report.pageFrom ?? ''}-${report.pageTo ?? ''}${replaced.length > 0 ? `!${replaced.map(({ from, to }) => `${from}-${to}`)}` : ''}`,
        )
        return [
          entry.number,
          entry.title,
          ...papers,
          ...(entry.toFollow ? ['to follow'] : []),
          ...(entry.lateness === 'none' ? [] : [entry.lateness]),
        ].join(' ')
      }),
    wanted: async () =>
      (await ground.prisma.outboxMessage.findMany({ where, orderBy: { id: 'asc' } })).filter(
        ({ kind }) => kind !== 'pack-reading',
      ),
    rows: async () => ({
      publications: await ground.prisma.publication.count({ where }),
      items: await ground.prisma.agendaItem.count({ where }),
      reports: await ground.prisma.itemReport.count({ where }),
      messages: (await ground.prisma.outboxMessage.findMany({ where })).map(({ key, wanted }) => [
        key,
        wanted,
      ]),
      audit: await ground.prisma.auditEntry.count({ where }),
    }),
    /** As delivery does it when Slack has taken the message. */
    sent: (kind: string) =>
      ground.prisma.outboxMessage.updateMany({
        where: { ...where, kind },
        data: { state: 'sent', slackTs: '1500000000.000100', slackChannel: 'C1', sentAt: new Date() },
      }),
  }
}
