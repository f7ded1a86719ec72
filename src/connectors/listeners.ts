import type { App } from '@slack/bolt'
import type { PackDesk } from '../publications/pack-desk.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, type Reception } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { proposedForm } from './proposed-form.ts'
import { dismissProposal, type SettleRefusal, takeProposal } from './settle-proposal.ts'
import type { ConnectorWords } from './words.en.ts'
import { connectorWords } from './words.ts'

/** The clerks' buttons on what was found on their council's site. */
export function register(app: App, reception: Reception, desk: PackDesk): void {
  app.action(
    { type: 'block_actions', action_id: ids.proposal.take },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = connectorWords(visitor.language)
      const outcome = await takeProposal(visitor.house, { by: visitor.personId, proposalId: value })
      if (!outcome.ok) return () => answer(refusalWords(outcome.refusal, say))
      const taken = outcome.value
      switch (taken.kind) {
        case 'scheduled':
          return () => answer(say.scheduled(taken.date, taken.startTime))
        case 'given':
          // Read beside: the press is done with as soon as the paper is given.
          void desk.read(visitor.house, taken.packId)
          return () => answer(say.reading())
        case 'change':
          return undefined
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.proposal.change },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = connectorWords(visitor.language)
      const outcome = await takeProposal(visitor.house, { by: visitor.personId, proposalId: value })
      if (!outcome.ok) return answer(refusalWords(outcome.refusal, say))
      const view = outcome.value.kind === 'change' ? await proposedForm(visitor, outcome.value) : undefined
      if (!view) return answer(say.refusals.notKnown())
      await client.views.open({ trigger_id: triggerId, view })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.proposal.dismiss },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const outcome = await dismissProposal(visitor.house, { by: visitor.personId, proposalId: value })
      if (outcome.ok) return undefined
      return () => answer(refusalWords(outcome.refusal, connectorWords(visitor.language)))
    }),
  )
}

export function refusalWords(refusal: SettleRefusal, say: ConnectorWords): Mrkdwn {
  switch (refusal.code) {
    case 'not-known':
      return say.refusals.notKnown()
    case 'not-a-clerk':
      return say.refusals.notAClerk(refusal.committee, refusal.clerks)
    case 'already-settled':
      return say.refusals.alreadySettled(refusal.byName)
    case 'time-unknown':
      return say.refusals.timeUnknown(refusal.time)
    case 'is-over':
      return say.refusals.isOver()
    case 'another-that-day':
      return say.refusals.anotherThatDay(refusal.date)
    case 'meeting-cancelled':
    case 'meeting-postponed':
    case 'meeting-moved':
      return say.refusals.standsInTheWay(refusal.meeting)
  }
}
