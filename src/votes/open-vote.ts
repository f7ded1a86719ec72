import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { ballotMessage } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Business, SittingAtHand } from '../sitting/at-hand.ts'
import { presidingAt } from '../sitting/roll-rules.ts'
import { electorateOf } from './electorate.ts'
import { isFirm, ORDINARY, type QuestionAbout, standingOf } from './eligible-rules.ts'
import { businessIn, heldBusiness, heldByClerk, showControl, timeOf, type VotingAct } from './ground.ts'
import { type MotionAtHand, whyNotPut } from './motion-rules.ts'
import { motionById, motionsOn } from './motions.ts'
import { type MotionMoved, moveWithin } from './move-motion.ts'
import { areNamesDue, neededForNames } from './recorded-rules.ts'
import type { VoteRefusal } from './refusals.ts'
import { eligibleIn } from './rules.ts'
import { toStored } from './stored-standings.ts'
import type { Standing, VoteMethod } from './types.ts'
import { unfinished, type VoteAtHand, voteById, votesAtHand } from './vote-at-hand.ts'
import { votingSettings } from './voting-settings.ts'

export interface VoteOpened {
  readonly method: VoteMethod
  /** Who asked for names. */
  readonly requestedByIds?: readonly string[] | undefined
  readonly about?: QuestionAbout | undefined
}

export interface OpenVote extends VotingAct, VoteOpened {
  readonly motionId: string
}

/** A motion is moved and put to the vote at once: both are recorded, or neither. */
export interface PutMotion extends VotingAct, VoteOpened {
  readonly recordId: string
  readonly moved: MotionMoved
}

export async function putMotion(house: House, act: PutMotion): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldBusiness(tx, act)
    if (!held.ok) return held
    const { sitting, business, at } = held.value
    const motion = await moveWithin(tx, sitting, business, act.moved, at)
    if (!motion.ok) return motion
    const opened = await openWithin(tx, sitting, business, motion.value, act, at)
    if (opened.ok) await showControl(tx, act.meetingId)
    return opened
  })
}

/** Put a motion to the vote: who may vote is taken down now. Opening it twice is the same as once. */
export async function openVote(house: House, act: OpenVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldByClerk(tx, act)
    if (!held.ok) return held
    const motion = await motionById(tx, act.meetingId, act.motionId)
    if (!motion) return refused({ code: 'motion-gone' })
    const business = businessIn(held.value, motion.recordId)
    if (!business.ok) return business
    const at = timeOf(held.value, business.value, act.at, tx.now)
    if (!at.ok) return at
    const opened = await openWithin(tx, held.value, business.value, motion, act, at.value)
    if (opened.ok) await showControl(tx, act.meetingId)
    return opened
  })
}

/** The same where the sitting is held already. */
export async function openWithin(
  tx: Tx,
  sitting: SittingAtHand,
  business: Business,
  motion: MotionAtHand,
  { method, requestedByIds = [], about = ORDINARY }: VoteOpened,
  at: Temporal.Instant,
): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  const { id: meetingId, committeeId } = sitting.meeting
  const votes = await votesAtHand(tx, meetingId)
  const open = unfinished(votes)
  if (open?.motionId === motion.id) return done(open)
  if (open) return refused({ code: 'another-open', question: open.question })
  const why = whyNotPut(motion, await motionsOn(tx, motion.recordId))
  if (why) return refused(why)
  const settings = await votingSettings(tx, committeeId)
  if (method === 'electronic' && (!settings.isElectronic || sitting.closedAt))
    return refused({ code: 'not-electronic' })
  const standings = (await electorateOf(tx, sitting, business, about)).at(at)
  for (const personId of requestedByIds) {
    const { bar } = standingOf(standings, personId)
    if (isFirm(bar)) return refused({ code: 'not-entitled', personId, bar })
  }
  const needed = neededForNames(settings.threshold, present(standings))
  const namesDue = areNamesDue(needed, new Set(requestedByIds).size)
  const settled = namesDue && method !== 'electronic' ? 'rollCall' : method
  const row = await tx.db.vote.create({
    data: {
      councilId: tx.councilId,
      meetingId,
      recordId: business.recordId,
      motionId: motion.id,
      number: (votes.at(-1)?.number ?? 0) + 1,
      question: motion.kind === 'amendment' ? motion.text : motion.substantive,
      method: settled,
      isRecorded: namesDue || settled === 'rollCall',
      requestedByIds: [...new Set(requestedByIds)],
      presidingId: presidingAt(sitting.chairs, at, business.recordId) ?? null,
      eligibleOpened: toStored(about, standings),
      openedAt: toDate(at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  tx.audit(
    'sitting.vote-opened',
    {
      meeting: meetingId,
      vote: row.id,
      number: row.number,
      method: settled,
      eligible: eligibleIn(standings).length,
    },
    committeeId,
  )
  if (settled === 'electronic') await sendBallots(tx, sitting, row.id, standings)
  const vote = await voteById(tx, meetingId, row.id)
  return vote ? done(vote) : refused({ code: 'vote-gone' })
}

/** Members at the table, whatever bars them from this vote: of them standing orders reckon a fraction. */
export function present(standings: readonly Standing[]): number {
  return standings.filter(({ bar }) => !isFirm(bar)).length
}

async function sendBallots(
  tx: Tx,
  { meeting, people }: SittingAtHand,
  voteId: string,
  standings: readonly Standing[],
): Promise<void> {
  for (const personId of eligibleIn(standings))
    if (people.get(personId)?.slackUserId !== undefined)
      await tx.show(ballotMessage({ voteId, committeeId: meeting.committeeId, personId }))
}
