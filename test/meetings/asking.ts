import { v7 as newId } from 'uuid'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { dutiesOf } from '../../src/meetings/duty-rows.ts'
import { askForReport } from '../../src/meetings/report-ask.ts'
import { type InventedCouncil, type InventedPerson, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

export const BUS = 'Bus services in the north'

/** A council with three officers, and a meeting of its committee on Wednesday 20 September 2017. */
export async function asking(database: TestDatabase) {
  const council = await inventCouncil(database)
  const officer = (name: string, inSlack = true) => addOfficer(council, name, inSlack)
  const author = await officer('Imogen Sallow')
  const director = await officer('Bertram Quince')
  const withoutSlack = await officer('Petra Nightingale', false)
  const meetingId = await council.meeting()
  const { house, clerk, ground } = council
  return {
    council,
    house,
    clerk,
    author,
    director,
    withoutSlack,
    meetingId,
    ask: (
      over: { title?: string; author?: InventedPerson; clearer?: InventedPerson; by?: InventedPerson } = {},
    ) =>
      askForReport(house, {
        by: (over.by ?? clerk).id,
        meetingId,
        title: over.title ?? BUS,
        owners: {
          draft: (over.author ?? author).id,
          final: (over.author ?? author).id,
          ...(over.clearer ? { clearance: over.clearer.id } : {}),
        },
      }),
    /** "draft Imogen Sallow 2017-08-30" */
    owed: async () =>
      (await dutiesOf(house, [meetingId])).map(
        ({ step, person, dueOn, doneAt, late }) =>
          `${step} ${person.name} ${dueOn}${doneAt ? ' done' : ''}${late ? ` late ${late.expectedOn}` : ''}`,
      ),
    duty: async (step: string, title = BUS) => {
      const found = (await dutiesOf(house, [meetingId])).find((it) => it.step === step && it.title === title)
      if (!found) throw new Error(`nobody owes ${step} of ${title}`)
      return found
    },
    /** Everything wanted of a kind, by recipient and slot. */
    wanted: async (kind: string) =>
      (
        await ground.prisma.outboxMessage.findMany({
          where: { councilId: council.id, kind },
          orderBy: { id: 'asc' },
        })
      ).map((row) => ({
        to: row.recipient.replace('person:', ''),
        slot: row.slot,
        state: row.state,
        dueAt: row.dueAt.toISOString(),
        wanted: row.wanted,
      })),
    /** As if every message wanted so far had been sent. */
    sendAll: async () => {
      await ground.prisma.outboxMessage.updateMany({
        where: { councilId: council.id },
        data: { state: 'sent', sentAt: new Date(), slackChannel: 'D1', slackTs: '1.0' },
      })
    },
    /** What a message says now. */
    said: async (kind: string, to: string, slot?: string) => {
      const row = await ground.prisma.outboxMessage.findFirstOrThrow({
        where: {
          councilId: council.id,
          kind,
          recipient: { in: [`person:${to}`, `channel:${to}`] },
          ...(slot === undefined ? {} : { slot }),
        },
      })
      const rendering = await renderers.get(kind)?.(house, outgoingOf(row))
      if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
      const { text, blocks } = rendering.post
      expectShowable({ text, blocks: [...blocks] })
      return readable({ blocks })
    },
    audited: async () =>
      (
        await ground.prisma.auditEntry.findMany({ where: { councilId: council.id }, orderBy: { id: 'asc' } })
      ).map((entry) => entry.canonical),
  }
}

export async function addOfficer(
  council: InventedCouncil,
  name: string,
  inSlack = true,
): Promise<InventedPerson> {
  const id = newId()
  const slackUserId = inSlack ? `U${id.replaceAll('-', '').slice(-10).toUpperCase()}` : undefined
  const person = { id, name, title: '', slackUserId }
  const { prisma } = council.ground
  await prisma.person.create({
    data: { ...person, councilId: council.id, slackUserId: slackUserId ?? null },
  })
  await prisma.committeeRole.create({
    data: { councilId: council.id, committeeId: council.committee.id, personId: id, duty: 'officer' },
  })
  return person
}
