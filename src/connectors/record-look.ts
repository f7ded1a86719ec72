import type { Temporal } from 'temporal-polyfill'
import { civilDate, columnOfDate, toDate } from '../calendar/civil.ts'
import type { SeenMeeting } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import { SCRUTINEER, type Tx } from '../database/transact.ts'
import { shortened } from '../slack/shorten.ts'
import { askClerks } from './ask-clerks.ts'
import type { ClaimedWatch } from './claim-looks.ts'
import { siteMessageKinds } from './messages.ts'
import { comparison, meetingHere } from './present-state.ts'
import { isOff, type Proposal, proposeForMeeting, proposeForPapers, standingOf } from './rules.ts'
import { knownKeys, storedPapers, withSeen } from './seen-papers.ts'
import { settleStanding } from './settle-standing.ts'
import { meetingPage } from './site-address.ts'
import type { SeenOnSite, SiteLook } from './types.ts'

const VENUE = 500
const STATUS = 300
const TIME = 60

/**
 * Keep what a look at a site has shown, and ask the clerks about what is new: each question once, in one
 * message a meeting. What was open and has been answered elsewhere is closed.
 */
export async function recordLook(
  house: House,
  watch: ClaimedWatch,
  look: SiteLook,
  nextLookAt: Temporal.Instant,
): Promise<void> {
  await house.transact(SCRUTINEER, async (tx) => {
    const where = { councilId: tx.councilId, id: watch.id }
    const row = await tx.db.watchedCommittee.findFirst({ where })
    if (!row) return
    const today = civilDate(tx.now, house.timeZone).toString()
    // Meanwhile it may have been stopped, or be another committee’s.
    if (row.stoppedAt === null && row.committeeId === watch.committeeId) {
      for (const seen of look.meetings) await seeMeeting(tx, watch, seen, today)
      await settleStanding(tx, { watchedId: watch.id }, today)
    }
    await tx.db.watchedCommittee.update({
      where,
      data: {
        lookedAt: toDate(tx.now),
        nextLookAt: toDate(nextLookAt),
        claimedAt: null,
        failures: 0,
        problem: null,
        reference: null,
      },
    })
    if (row.reference === null) return
    tx.audit('site.answers-again', { watched: watch.id, reference: row.reference }, watch.committeeId)
    // Where the clerks were told it is made true; nothing new is said.
    await tx.refresh({ kind: siteMessageKinds.trouble, subject: watch.id })
  })
}

async function seeMeeting(tx: Tx, watch: ClaimedWatch, on: SeenOnSite, today: string): Promise<void> {
  const { councilId } = tx
  const { listed, whole } = on
  const before = await tx.db.seenMeeting.findFirst({
    where: { councilId, watchedId: watch.id, siteMeetingId: listed.siteMeetingId },
  })
  const here = await meetingHere(tx, {
    committeeId: watch.committeeId,
    date: listed.date,
    meetingId: before?.meetingId ?? null,
  })
  // Nobody here knew of it, and it is off.
  if (!before && !here && isOff(listed.status)) return
  const packAddress = meetingPage(watch, listed.siteMeetingId).href
  const papersBefore = storedPapers(before?.papers ?? [])
  const papers =
    whole?.hasAgenda === true ? withSeen(papersBefore, whole, packAddress, tx.now.toString()) : papersBefore
  const data = {
    date: columnOfDate(listed.date),
    time: shortened(listed.time, TIME),
    status: shortened(listed.status, STATUS),
    venue: whole ? shortened(whole.venue, VENUE) : (before?.venue ?? ''),
    papers,
    restricted: whole ? whole.restricted : (before?.restricted ?? 0),
    meetingId: here?.id ?? null,
    seenAt: toDate(tx.now),
  }
  const key = { councilId, watchedId: watch.id, siteMeetingId: listed.siteMeetingId }
  const seen = await tx.db.seenMeeting.upsert({
    where: { councilId_watchedId_siteMeetingId: key },
    create: { ...key, ...data },
    update: data,
  })
  const present = await comparison(tx, seen)
  const { isPublished } = present
  const ofPapers =
    whole?.hasAgenda === true
      ? proposeForPapers({ papers: whole.papers, packAddress, isPublished }, knownKeys(papersBefore))
      : []
  // A pack that is published makes its meeting: the clerks are asked one thing, not two.
  const hasPack = knownKeys(papers) !== undefined
  const ofMeeting = proposeForMeeting({ ...present, before: before ?? undefined }).filter(
    (it) => !(hasPack && it.kind === 'meeting'),
  )
  const apt = [...ofMeeting, ...ofPapers].filter((it) => standingOf(it, present, today) === 'open')
  const isAsked = await propose(tx, watch, seen.id, apt)
  if (!isAsked && before && isShownOtherwise(before, seen))
    await tx.refresh({ kind: siteMessageKinds.proposals, subject: seen.id })
}

/** @returns whether anything is asked that never was before */
async function propose(
  tx: Tx,
  watch: ClaimedWatch,
  seenId: string,
  proposals: readonly Proposal[],
): Promise<boolean> {
  const { councilId } = tx
  if (proposals.length === 0) return false
  const fresh = await tx.db.siteProposal.createManyAndReturn({
    data: proposals.map(({ kind, what }) => ({ councilId, seenId, kind, what, at: toDate(tx.now) })),
    skipDuplicates: true,
    select: { id: true, kind: true },
  })
  for (const { id, kind } of fresh)
    tx.audit('site.proposed', { proposal: id, kind, watched: watch.id }, watch.committeeId)
  const newest = fresh.at(-1)
  if (newest) await askClerks(tx, { committeeId: watch.committeeId, seenId, proposalId: newest.id })
  return newest !== undefined
}

function isShownOtherwise(before: SeenMeeting, now: SeenMeeting): boolean {
  return (
    before.date.getTime() !== now.date.getTime() ||
    (['time', 'status', 'venue', 'restricted'] as const).some((field) => before[field] !== now[field])
  )
}
