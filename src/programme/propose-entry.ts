import { columnOfDate, toDate } from '../calendar/civil.ts'
import type { PeriodEnd } from '../calendar/periods.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  changeEntry,
  type EntryRefusal,
  lastPosition,
  type OfEntry,
  onEntry,
  onProgramme,
  rolesOf,
} from './acting.ts'
import { proposalMessage } from './messages.ts'
import { decisionClock, type SaidRefusal, whyNotSay } from './rules.ts'
import { scorePrinted, scoringOf } from './scorings.ts'
import type { EntrySaid } from './types.ts'

export interface ProposeEntry {
  readonly by: string
  readonly committeeId: string
  /** Whose proposal it is; a clerk may enter it for them. */
  readonly proposerId: string
  readonly said: EntrySaid
}

/**
 * - `not-a-member`: only who holds a seat on the committee proposes
 * - `not-yours`: only a clerk enters it for somebody else
 */
export type ProposeRefusal = SaidRefusal | { readonly code: 'not-a-member' | 'not-yours' }

export interface ProposalReceipt {
  readonly entryId: string
  /** By when it is decided, with the working. */
  readonly clock: PeriodEnd
  /** The same was proposed by the same member and waits already. */
  readonly already: boolean
}

/** Propose something for the work programme of a committee. Proposing the same twice is the same as once. */
export async function proposeEntry(
  house: House,
  act: ProposeEntry,
): Promise<Outcome<ProposalReceipt, ProposeRefusal>> {
  return onProgramme<ProposalReceipt, ProposeRefusal>(house, act, async (held) => {
    const { tx, settings, today } = held
    const { said, committeeId, proposerId } = act
    if (act.by !== proposerId && !held.roles.isClerk) return refused({ code: 'not-yours' })
    const proposer = await rolesOf(held.rows, committeeId, proposerId, today.toString())
    if (!proposer.isMember) return refused({ code: 'not-a-member' })
    const wrong = whyNotSay(said, true)
    if (wrong) return refused(wrong)
    const { holidays } = await councilCalendar(tx)
    const clock = decisionClock(today, settings.proposalDays, holidays)
    const { councilId } = tx
    const waiting = await tx.db.programmeEntry.findFirst({
      where: { councilId, committeeId, proposerId, state: 'proposed', title: said.title },
      select: { id: true },
    })
    if (waiting) return done({ entryId: waiting.id, clock, already: true })
    const { id: entryId } = await tx.db.programmeEntry.create({
      data: {
        councilId,
        committeeId,
        state: 'proposed',
        ...said,
        scores: { ...said.scores },
        scoreText: scorePrinted(said.scores, scoringOf(settings.scoring)),
        proposerId,
        proposedAt: toDate(tx.now),
        decideBy: columnOfDate(clock.lastDay.toString()),
        position: await lastPosition(tx, committeeId, null),
        createdAt: toDate(tx.now),
        byId: act.by,
      },
    })
    tx.audit(
      'programme.proposed',
      {
        entry: entryId,
        proposer: proposerId,
        decideBy: clock.lastDay.toString(),
        relayed: act.by !== proposerId,
      },
      committeeId,
    )
    const committee = await tx.db.committee.findFirst({
      where: { councilId, id: committeeId },
      select: { clerksChannelId: true },
    })
    const clerksChannelId = committee?.clerksChannelId ?? undefined
    for (const recipient of await clerksAddress(tx, { committeeId, clerksChannelId }))
      await tx.show(proposalMessage({ entryId, committeeId, recipient }))
    return done({ entryId, clock, already: false })
  })
}

/**
 * - `not-yours`: only the proposer, or a clerk for them, takes it back
 * - `decided-already`: it is no proposal any more; the committee takes entries off
 */
export type TakeBackRefusal = { readonly code: 'not-yours' | 'decided-already' }

/** Take a proposal back before it is decided. */
export async function takeBackProposal(
  house: House,
  act: OfEntry,
): Promise<Outcome<undefined, TakeBackRefusal | EntryRefusal>> {
  return onEntry<undefined, TakeBackRefusal>(
    house,
    act,
    async (held) => {
      if (held.entry.state !== 'proposed') return refused({ code: 'decided-already' })
      await changeEntry(
        held,
        held.entry,
        { state: 'withdrawn' },
        { what: 'programme.proposal-taken-back', why: '', delegated: false },
      )
      return done(undefined)
    },
    ({ isClerk }, { proposer }) => (isClerk || proposer?.id === act.by ? undefined : { code: 'not-yours' }),
  )
}
