import type { App } from '@slack/bolt'
import type { Outcome } from '../outcome.ts'
import { clerksSitting } from '../sitting/item-ground.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, type Reception } from '../slack/listen.ts'
import { showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { abandonVote } from './abandon-vote.ts'
import { agree } from './agree.ts'
import { voteSaid, whyNot } from './answering.ts'
import { changeMethod } from './change-method.ts'
import { closeVote } from './close-vote.ts'
import { declareVote } from './declare-vote.ts'
import { endMotion } from './end-motion.ts'
import { subjectOf } from './item-subject.ts'
import { listShown } from './list-listeners.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VoteAtHand } from './vote-at-hand.ts'
import { saidModal } from './vote-views.ts'
import { businessOfId, partsOf } from './voting-at.ts'
import { voteFormWords, voteWords } from './words.ts'

/** What one tap records: agreed, noted, and how an open vote ends. */
export function registerPresses(app: App, reception: Reception): void {
  const agreeing = (id: string, isNoted: boolean) =>
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, value, answer }) => {
        const { house, personId: by, language } = visitor
        const [meetingId, recordId, seen] = partsOf(value)
        const found = await clerksSitting(visitor, meetingId)
        if ('why' in found) return () => answer(found.why)
        const title = businessOfId(found.sitting, recordId)?.title ?? ''
        const { standard } = voteWords(language)
        const text = isNoted ? standard.noted(title) : standard.agreed[subjectOf(title)]
        const outcome = await agree(house, {
          by,
          meetingId,
          recordId,
          text,
          standard: isNoted ? 'note' : 'decide',
          seen: Number(seen),
        })
        // Pressed twice: it is recorded, and the control shows it.
        if (outcome.ok || outcome.refusal.code === 'changed-meanwhile') return undefined
        const why = await whyNot(visitor, outcome.refusal)
        return () => answer(why)
      }),
    )
  agreeing(ids.votes.agreed, false)
  agreeing(ids.votes.noted, true)

  const pressing = pressesOn(app, reception)
  pressing(ids.votes.close, ({ house, personId: by }, meetingId, voteId) =>
    closeVote(house, { by, meetingId, voteId }),
  )
  pressing(ids.votes.declare, ({ house, personId: by }, meetingId, voteId) =>
    declareVote(house, { by, meetingId, voteId }),
  )
  pressing(ids.votes.castFor, ({ house, personId: by }, meetingId, voteId) =>
    declareVote(house, { by, meetingId, voteId, casting: 'for' }),
  )
  pressing(ids.votes.castAgainst, ({ house, personId: by }, meetingId, voteId) =>
    declareVote(house, { by, meetingId, voteId, casting: 'against' }),
  )
  pressing(ids.votes.byHand, ({ house, personId: by }, meetingId, voteId) =>
    changeMethod(house, { by, meetingId, voteId, to: 'rollCall' }),
  )
  pressing(ids.votes.abandon, ({ house, personId: by }, meetingId, voteId) =>
    abandonVote(house, { by, meetingId, voteId }),
  )

  for (const [id, to] of [
    [ids.votes.withdraw, 'withdrawn'],
    [ids.votes.defer, 'deferred'],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, answer } = visit
        const [meetingId, motionId] = partsOf(value)
        const outcome = await endMotion(visitor.house, { by: visitor.personId, meetingId, motionId, to })
        if (!outcome.ok) {
          const why = await whyNot(visitor, outcome.refusal)
          return () => answer(why)
        }
        return async () => {
          const shown = await listShown(visitor, meetingId)
          if ('view' in shown) await showInPlace(visit, shown.view)
        }
      }),
    )
}

/** A press about one vote; on a form, what became of it takes the form's place. */
function pressesOn(app: App, reception: Reception) {
  return (
    id: string,
    act: (visitor: Visitor, meetingId: string, voteId: string) => Promise<Outcome<VoteAtHand, VoteRefusal>>,
  ) =>
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, view, answer } = visit
        const [meetingId, voteId] = partsOf(value)
        const outcome = await act(visitor, meetingId, voteId)
        if (!outcome.ok) {
          const why = await whyNot(visitor, outcome.refusal)
          return () => answer(why)
        }
        if (!view) return undefined
        return async () => {
          const found = await clerksSitting(visitor, meetingId)
          const say = voteFormWords(visitor.language)
          if (outcome.value.state === 'open' || outcome.value.state === 'abandoned' || 'why' in found)
            return showInPlace(visit, saidModal(say.done, say, []))
          const said = await voteSaid(visitor, found.sitting, outcome.value)
          if ('show' in said) await showInPlace(visit, said.show)
        }
      }),
    )
}
