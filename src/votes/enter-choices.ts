import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { electorateOf } from './electorate.ts'
import { despiteOf, isFirm, standingOf } from './eligible-rules.ts'
import { businessIn, heldVote, showControl, type VotingAct } from './ground.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VoteSide } from './types.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'
import { momentOf } from './vote-moment.ts'

/** As called: how somebody voted; without a side, what was entered for them is taken back. */
export interface CalledChoice {
  readonly personId: string
  readonly side: VoteSide | undefined
}

export interface EnterChoices extends VotingAct {
  readonly voteId: string
  readonly choices: readonly CalledChoice[]
}

export interface ChoicesEntered {
  readonly vote: VoteAtHand
  /** Who voted although something bars them: to be told to the clerk. */
  readonly despite: readonly { readonly personId: string; readonly bar: 'interest' | 'whip' }[]
}

/** Enter how members voted, as the clerk calls them: one row a person, the last entry before closing counts. */
export async function enterChoices(
  house: House,
  act: EnterChoices,
): Promise<Outcome<ChoicesEntered, VoteRefusal>> {
  return house.transact(act.by, async (tx) => {
    const held = await heldVote(tx, act)
    if (!held.ok) return held
    const { sitting, vote } = held.value
    const entered = await enterWithin(tx, sitting, vote, act)
    if (entered.ok) await showControl(tx, act.meetingId)
    return entered
  })
}

/** The same where the sitting is held already. */
export async function enterWithin(
  tx: Tx,
  sitting: SittingAtHand,
  vote: VoteAtHand,
  { choices, at }: Pick<EnterChoices, 'choices' | 'at'>,
): Promise<Outcome<ChoicesEntered, VoteRefusal>> {
  if (vote.state !== 'open') return refused({ code: 'vote-ended' })
  const business = businessIn(sitting, vote.recordId)
  if (!business.ok) return business
  const moment = momentOf(sitting, vote, at, tx.now)
  if (!moment.ok) return moment
  const standings = (await electorateOf(tx, sitting, business.value, vote.about)).at(moment.value)
  const known = new Map(vote.choices.map((choice) => [choice.personId, choice]))
  const despite: { personId: string; bar: 'interest' | 'whip' }[] = []
  const changed: string[] = []
  for (const { personId, side } of choices) {
    const before = known.get(personId)
    const { bar } = standingOf(standings, personId)
    const flag = despiteOf(bar, before?.despite)
    // The same once more is nothing new, unless an interest was disclosed or struck since.
    if (before?.side === side && before?.despite === (before && flag)) continue
    const of = { councilId: tx.councilId, voteId: vote.id, personId }
    changed.push(personId)
    if (side === undefined) {
      await tx.db.voteChoice.deleteMany({ where: of })
      continue
    }
    // Called before they left, corrected afterwards: they were entitled when they voted.
    if (isFirm(bar) && !before) return refused({ code: 'not-entitled', personId, bar })
    if (flag) despite.push({ personId, bar: flag })
    const entered = { side, way: 'clerk' as const, despite: flag ?? '', byId: tx.by }
    await tx.db.voteChoice.upsert({
      where: { councilId_voteId_personId: of },
      create: { ...of, ...entered, at: toDate(moment.value) },
      update: { ...entered, version: { increment: 1 } },
    })
  }
  if (changed.length > 0)
    tx.audit(
      'sitting.votes-entered',
      {
        meeting: vote.meetingId,
        vote: vote.id,
        people: changed,
        despite: despite.map(({ personId }) => personId),
      },
      sitting.meeting.committeeId,
    )
  await tx.refresh({ kind: messageKinds.ballot, subject: vote.id })
  const now = await voteById(tx, vote.meetingId, vote.id)
  return now ? done({ vote: now, despite }) : refused({ code: 'vote-gone' })
}
