import { onTestFinished, vi } from 'vitest'
import { siteCommittee } from '../../src/connectors/site-address.ts'
import { openSiteWatch } from '../../src/connectors/site-watch.ts'
import { watchCommittee } from '../../src/connectors/watch-committee.ts'
import { openReadingDesk } from '../../src/documents/reading-desk.ts'
import { openPackDesk } from '../../src/publications/pack-desk.ts'
import { printed } from '../documents/papers.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'
import { type InventedMeeting, type ModernGov, meetingOf, modernGov } from './modern-gov-site.ts'

/** The founding papers' day is the committee's next meeting, on the site as here. */
export const NEXT = { id: 4967, date: '20/09/2017' }

export const agendaText = `Underfell Council

WELLBEING & CARE SCRUTINY COMMITTEE

Wednesday 20 September 2017
10.00am
Tide Room, Civic Offices

AGENDA

1. Apologies for Absence

To receive apologies.

2. Minutes
(Pages 3 - 8)

To agree the minutes of the meeting held on 7 June 2017.
`

/** The committee's pack as a PDF. */
export async function agendaPdf(text = agendaText): Promise<Uint8Array> {
  return Buffer.from(await printed((doc) => doc.text(text)))
}

/** A council whose committee is watched on its site, with the clock in the test's hands. */
export async function watching(
  database: TestDatabase,
  meetings: readonly InventedMeeting[] = [meetingOf(NEXT)],
  options: { readonly publishes?: boolean; readonly committee?: (council: InventedCouncil) => string } = {},
) {
  const council = await inventCouncil(database)
  const site = await modernGov([...meetings])
  const watchedId = await watch(council, site, options)
  const looking = lookingAt(council)
  return { council, site, watchedId, ...looking, ...asked(council) }
}

export async function watch(
  council: InventedCouncil,
  site: Pick<ModernGov, 'committeeAddress'>,
  {
    publishes = false,
    committee = (it: InventedCouncil) => it.committee.id,
  }: { readonly publishes?: boolean; readonly committee?: (council: InventedCouncil) => string } = {},
): Promise<string> {
  const where = siteCommittee(site.committeeAddress)
  if (!where.ok) throw new Error(where.refusal.code)
  const committeeId = committee(council)
  const outcome = await watchCommittee(council.house, {
    by: 'operator',
    committeeId,
    where: where.value,
    publishes,
  })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  const row = await council.ground.prisma.watchedCommittee.findFirstOrThrow({
    where: { councilId: council.id, committeeId, stoppedAt: null },
  })
  return row.id
}

/** A bot's part that looks at sites; several for one council are its replicas. */
export function lookingAt(council: InventedCouncil) {
  const log = council.ground.log
  const desk = openPackDesk({
    readingDesk: openReadingDesk(),
    limits: { maxBytes: 10 * 1024 * 1024, allowPrivate: true, firstPauseMs: 1 },
    log,
    clientOf: () => Promise.reject(new Error('no file of Slack was given')),
  })
  const looks = openSiteWatch({
    prisma: council.ground.prisma,
    houses: council.houses,
    desk,
    log,
    limits: { allowPrivate: true, betweenMs: 0, firstPauseMs: 1, contact: 'democracy@underfell.example' },
    now: council.clock.now,
    chance: () => 0,
  })
  onTestFinished(async () => {
    await looks.close()
    await desk.close()
  })
  const done = () => vi.waitUntil(() => looks.busy() === 0, { timeout: 15_000, interval: 5 })
  return {
    desk,
    looks,
    /** A minute's tick, until all that is due was looked at. */
    async tick() {
      looks.wake()
      await done()
    },
    /** A quarter of an hour later, by day. */
    async later(by = { minutes: 15 } as { minutes?: number; hours?: number }) {
      council.clock.advance(by)
      looks.wake()
      await done()
    },
  }
}

function asked({ ground, id }: InventedCouncil) {
  const { prisma } = ground
  return {
    /** What was proposed, in order: kind, what and state. */
    proposals: async () =>
      (
        await prisma.siteProposal.findMany({
          where: { councilId: id },
          orderBy: [{ at: 'asc' }, { id: 'asc' }],
        })
      ).map(({ kind, what, state }) => `${kind} ${what}: ${state}`),
    proposal: (kind: string) =>
      prisma.siteProposal.findFirstOrThrow({
        where: { councilId: id, kind },
        orderBy: { at: 'desc' },
        include: { seen: true },
      }),
    messages: (kind: string) =>
      prisma.outboxMessage.findMany({ where: { councilId: id, kind }, orderBy: { createdAt: 'asc' } }),
    watched: () => prisma.watchedCommittee.findFirstOrThrow({ where: { councilId: id } }),
  }
}
