import { z } from 'zod'
import { renderers } from '../../src/cards/renderers.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { addEntry } from '../../src/programme/edit-entry.ts'
import { programmeOf } from '../../src/programme/entries.ts'
import { proposeEntry } from '../../src/programme/propose-entry.ts'
import type { Authority, Place } from '../../src/programme/rules.ts'
import { type ProgrammeSettings, setProgrammeSettings } from '../../src/programme/set-settings.ts'
import type { EntrySaid } from '../../src/programme/types.ts'
import { type InventedPerson, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { expectShowable } from '../support/worst-case.ts'

export const AGREED: Authority = { kind: 'committee', why: '20 September 2017, minute 31' }
export const DELEGATED: Authority = { kind: 'delegated', why: 'The trust asked for it' }
export const UNSCHEDULED: Place = { to: 'unscheduled' }
export const RULE: ProgrammeSettings = {
  proposalDays: 5,
  scoring: 'plymouth',
  variedBy: '',
  callInRequesters: 3,
  callInWindow: 5,
  callInMeetWithin: 10,
  callInGrounds: [],
}

export function topic(over: Partial<EntrySaid> = {}): EntrySaid {
  return {
    kind: 'item',
    title: 'Winter pressures',
    reason: 'Beds were short last winter',
    outcomeWanted: '',
    lead: 'Director of Public Health',
    scope: '',
    scores: {},
    ...over,
  }
}

const noted = z.object({ what: z.string() })

/** A council whose committee has two meetings ahead: on 20 September and on 11 October 2017. */
export async function programme(database: TestDatabase) {
  const council = await inventCouncil(database)
  const { house, committee, clerk, ground, id: councilId } = council
  const meetingId = await council.meeting()
  const laterId = await council.meeting('2017-10-11')
  const { prisma } = ground
  const all = () => programmeOf(house, committee.id)
  const entry = async (title = 'Winter pressures') => {
    const found = (await all()).find((one) => one.title === title)
    if (!found) throw new Error(`no entry is called ${title}`)
    return found
  }
  return {
    ...council,
    council,
    meetingId,
    laterId,
    prisma,
    all,
    entry,
    /** An entry as it stands, for an act of somebody. */
    of: async (by: InventedPerson, title?: string) => {
      const { id, version } = await entry(title)
      return { by: by.id, entryId: id, version }
    },
    propose: (by: InventedPerson, over: Partial<EntrySaid> = {}, proposer = by) =>
      proposeEntry(house, {
        by: by.id,
        committeeId: committee.id,
        proposerId: proposer.id,
        said: topic(over),
      }),
    add: (over: Partial<EntrySaid> = {}, place: Place = UNSCHEDULED, authority = AGREED, by = clerk) =>
      addEntry(house, { by: by.id, committeeId: committee.id, said: topic(over), place, authority }),
    set: (over: Partial<ProgrammeSettings>, by = clerk) =>
      setProgrammeSettings(house, {
        by: by.id,
        committeeId: committee.id,
        settings: { ...RULE, ...over },
      }),
    /** "Winter pressures: toSchedule" */
    standings: async () => (await all()).map(({ title, standing }) => `${title}: ${standing}`),
    /** What the trail says was done. */
    audit: async () =>
      (await prisma.auditEntry.findMany({ where: { councilId }, orderBy: { id: 'asc' } })).map(
        ({ canonical }) => noted.parse(JSON.parse(canonical)).what,
      ),
    /** Everything wanted of a kind, as it would be sent now: who gets it, and what it says. */
    messages: async (kind: string) => {
      const rows = await prisma.outboxMessage.findMany({ where: { councilId, kind }, orderBy: { id: 'asc' } })
      const shown: string[] = []
      for (const row of rows) {
        const rendering = await renderers.get(kind)?.(house, outgoingOf(row))
        if (rendering && 'post' in rendering) expectShowable(rendering.post)
        const said = rendering && 'post' in rendering ? readable(rendering.post) : JSON.stringify(rendering)
        shown.push(`${row.recipient}\n${said}`)
      }
      return shown
    },
  }
}
export type ProgrammeStage = Awaited<ReturnType<typeof programme>>
