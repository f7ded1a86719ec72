import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { castingOf } from './casting.ts'
import { columnsOf } from './close-vote.ts'
import { countVote, type VoteCount } from './count-vote.ts'
import { electorateOf } from './electorate.ts'
import { despiteOf, flagged, isFirm, standingOf } from './eligible-rules.ts'
import type { CalledChoice } from './enter-choices.ts'
import { businessIn, heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import { resultOf } from './rules.ts'
import { settleMotion } from './settle-motion.ts'
import { toStored } from './stored-standings.ts'
import type { CastingSide, Standing, VoteMethod } from './types.ts'
import { type CastChoice, type VoteAtHand, voteById, votesAtHand } from './vote-at-hand.ts'

export interface CorrectVote extends VotingAct, VoteCount {
  /** Its latest revision, as the clerk saw it. */
  readonly voteId: string
  readonly why: string
  readonly method?: VoteMethod | undefined
  /** Only those that were wrong; the others stay. */
  readonly choices?: readonly CalledChoice[] | undefined
  readonly casting?: CastingSide | undefined
}

/**
 * Correct a declared vote: a new revision that says why, with everything that follows from it; the one before stays
 * in the record (law 5). Who could vote is taken from the roll as it is corrected by now.
 */
export async function correctVote(house: House, act: CorrectVote): Promise<Outcome<VoteAtHand, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    if (!vote.closedAt || !vote.declaredAt || vote.state !== 'declared') return refused({ code: 'vote-gone' })
    const latest = (await votesAtHand(tx, act.meetingId)).find(({ number }) => number === vote.number)
    if (latest?.id !== vote.id) return refused({ code: 'corrected-meanwhile' })
    if (act.why.trim() === '') return refused({ code: 'why-missing' })
    const business = businessIn(sitting, vote.recordId)
    if (!business.ok) return business
    const electorate = await electorateOf(tx, sitting, business.value, vote.about)
    const method = act.method ?? vote.method
    const isRecorded = method === 'rollCall' || (vote.isRecorded && method === vote.method)
    const choices = corrected(vote, act.choices ?? [], electorate.at(vote.closedAt))
    if (!choices.ok) return choices
    const named = { method, isRecorded, choices: choices.value }
    const counted = countVote(named, act, electorate, vote.closedAt)
    if (!counted.ok) return counted
    const cast = castingOf(sitting, { ...vote, result: counted.value.result }, act.casting, vote.declaredAt)
    if (!cast.ok) return cast
    const result =
      counted.value.result ?? (counted.value.counts ? resultOf(counted.value.counts, act.casting) : 'lost')
    const id = await addRevision(tx, vote, named, {
      ...columnsOf(vote, counted.value),
      ...cast.value,
      result,
      why: act.why.trim(),
    })
    tx.audit(
      'sitting.vote-corrected',
      {
        meeting: vote.meetingId,
        vote: id,
        corrects: vote.id,
        number: vote.number,
        // Why stands with the vote: the trail, which is kept for ever, holds nothing of closed business.
        result,
      },
      sitting.meeting.committeeId,
    )
    await settleMotion(tx, sitting, { ...vote, id }, result)
    await showControl(tx, act.meetingId)
    const now = await voteById(tx, act.meetingId, id)
    return now ? done(now) : refused({ code: 'vote-gone' })
  })
}

/** The choices as they are after the correction, those of others as they were. */
function corrected(
  vote: VoteAtHand,
  changes: readonly CalledChoice[],
  standings: readonly Standing[],
): Outcome<readonly CastChoice[], VoteRefusal> {
  const choices = new Map(vote.choices.map((choice) => [choice.personId, choice]))
  for (const { personId, side } of changes) {
    const before = choices.get(personId)
    if (side === undefined) {
      choices.delete(personId)
      continue
    }
    const { bar } = standingOf(standings, personId)
    if (isFirm(bar) && !before) return refused({ code: 'not-entitled', personId, bar })
    choices.set(personId, {
      personId,
      side,
      despite: despiteOf(bar, before?.despite),
      way: 'clerk',
      at: before?.at ?? vote.closedAt ?? vote.openedAt,
    })
  }
  return done(flagged([...choices.values()], standings))
}

async function addRevision(
  tx: Tx,
  vote: VoteAtHand,
  named: Pick<VoteAtHand, 'method' | 'isRecorded' | 'choices'>,
  counted: ReturnType<typeof columnsOf> & {
    readonly why: string
    readonly casting: CastingSide | null
    readonly castingById: string | null
  },
): Promise<string> {
  const { councilId } = tx
  const row = await tx.db.vote.create({
    data: {
      councilId,
      meetingId: vote.meetingId,
      recordId: vote.recordId,
      motionId: vote.motionId,
      number: vote.number,
      revision: vote.revision + 1,
      question: vote.question,
      method: named.method,
      isRecorded: named.isRecorded,
      requestedByIds: [...vote.requestedByIds],
      presidingId: vote.presidingId ?? null,
      eligibleOpened: toStored(vote.about, vote.opened),
      state: 'declared',
      openedAt: toDate(vote.openedAt),
      closedAt: vote.closedAt ? toDate(vote.closedAt) : null,
      declaredAt: vote.declaredAt ? toDate(vote.declaredAt) : null,
      enteredAt: toDate(tx.now),
      byId: tx.by,
      ...counted,
    },
  })
  await tx.db.voteChoice.createMany({
    data: named.choices.map(({ personId, side, despite, way, at }) => ({
      councilId,
      voteId: row.id,
      personId,
      side,
      way,
      despite: despite ?? '',
      at: toDate(at),
      byId: tx.by,
    })),
  })
  const owns = await tx.db.ownVote.findMany({ where: { councilId, voteId: vote.id } })
  await tx.db.ownVote.createMany({
    data: owns.map(({ personId, side, at, byId }) => ({
      councilId,
      voteId: row.id,
      personId,
      side,
      at,
      byId,
    })),
  })
  return row.id
}
