import { Temporal } from 'temporal-polyfill'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import type { Outcome } from '../../src/outcome.ts'
import { escalate } from '../../src/reminders/escalate.ts'
import { reminderKinds } from '../../src/reminders/kinds.ts'
import { remind } from '../../src/reminders/remind.ts'
import { trackedRow } from '../../src/tracker/rows.ts'
import { takeLeave } from '../../src/tracker/take-leave.ts'
import { addOfficer } from '../meetings/asking.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'
import { plantsRows } from './planted-rows.ts'

const kinds = reminderKinds.filter(({ id }) => id === 'actions')

/**
 * A council whose officers owe its committee something; its clock begins at 9 on Wednesday 6 September 2017. Every tick
 * does what the bot's does about it, and what is sent is marked so.
 */
export async function owing(database: TestDatabase) {
  const it = await inventCouncil(database)
  const { house, clock, id: councilId } = it
  const { prisma } = it.ground
  const officer = await addOfficer(it, 'Marguerite Oldroyd')
  const head = await addOfficer(it, 'Frederick Sandholme')
  const deputy = await addOfficer(it, 'Beatrix Langthorne')
  const plant = plantsRows(it)
  const goTo = (local: string) => {
    const to = Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant()
    clock.advance(clock.now().until(to))
  }
  const send = () =>
    prisma.outboxMessage.updateMany({
      where: { councilId, state: 'pending' },
      data: { state: 'sent', sentAt: new Date(), slackChannel: 'D1', slackTs: '1.0' },
    })
  const tick = async () => {
    const reminded = await remind(house, kinds)
    const noted = await escalate(house)
    await send()
    return reminded + noted
  }
  return {
    ...it,
    prisma,
    officer,
    head,
    deputy,
    plant,
    goTo,
    tick,
    tickAt: (local: string) => {
      goTo(local)
      return tick()
    },
    row: async (id: string) => {
      const row = await trackedRow(house, id)
      if (!row) throw new Error('there is no such row')
      return row
    },
    away: async (person: InventedPerson, from: string, until: string, by?: InventedPerson) =>
      done(await takeLeave(house, { by: person.id, personId: person.id, from, until, deputyId: by?.id })),
    /** The log of asking, as it stands. */
    log: async (rowId?: string) => {
      const notes = await prisma.escalation.findMany({
        where: { councilId, ...(rowId === undefined ? {} : { rowIds: { has: rowId } }) },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
      })
      return notes.map(({ at, step, outcome, why, personId, insteadOfId }) => {
        const on = at.toISOString().slice(0, 10)
        const whom = personId === null ? '' : ` ${nameOf(personId)}`
        const instead = insteadOfId === null ? '' : ` for ${nameOf(insteadOfId)}`
        const because = why === '' || step === 'agenda' ? '' : ` (${why})`
        return `${on} ${step} ${outcome}${whom}${instead}${because}`
      })
    },
    messages: (kind?: string) =>
      prisma.outboxMessage.findMany({
        where: { councilId, ...(kind === undefined ? {} : { kind }) },
        orderBy: { id: 'asc' },
      }),
    /** Somebody owes a row from now on. */
    owe: (rowId: string, { id }: InventedPerson) =>
      prisma.trackerOwner.create({
        data: {
          councilId,
          rowId,
          personId: id,
          since: new Date(clock.now().epochMilliseconds),
          byId: 'planted',
        },
      }),
    /** Everything has arrived. */
    send,
    /** How many messages of a kind wait to be sent or made true. */
    pending: (kind: string, subject?: string) =>
      prisma.outboxMessage.count({
        where: { councilId, kind, state: 'pending', ...(subject === undefined ? {} : { subject }) },
      }),
    /** What the last message of a kind to somebody says now; absent where there is none. */
    said: async (kind: string, to: InventedPerson | string) => {
      const recipient = typeof to === 'string' ? `channel:${to}` : `person:${to.id}`
      const row = await prisma.outboxMessage.findFirst({
        where: { councilId, kind, recipient },
        orderBy: { id: 'desc' },
      })
      if (!row) return undefined
      const rendering = await renderers.get(kind)?.(house, outgoingOf(row))
      if (!rendering || 'drop' in rendering) return `dropped: ${rendering?.drop}`
      const { text, blocks } = rendering.post
      expectShowable({ text, blocks: [...blocks] })
      return readable({ blocks })
    },
  }

  function nameOf(id: string): string {
    const people = [officer, head, deputy, it.clerk, it.chair, it.outsider, it.coOptee, it.member]
    return people.find((one) => one.id === id)?.name.split(' ')[0] ?? '?'
  }
}

export type Owing = Awaited<ReturnType<typeof owing>>

/** What was done; a refusal fails the test. */
export function done<T, R extends { readonly code: string }>(outcome: Outcome<T, R>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}
