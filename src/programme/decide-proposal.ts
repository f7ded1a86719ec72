import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  changeEntry,
  clerkOrChair,
  type EntryRefusal,
  lastPosition,
  type OfEntry,
  onEntry,
} from './acting.ts'
import { programmeMeeting } from './entries.ts'
import { decidedMessage } from './messages.ts'
import {
  type Authority,
  type AuthorityRefusal,
  columnsOfPlace,
  type Place,
  type PlaceRefusal,
  whyNotMeeting,
  whyNotVary,
} from './rules.ts'

export interface DecideProposal extends OfEntry {
  readonly accepted: boolean
  /** Needed when it is declined: the proposer reads it. */
  readonly reason: string
  readonly authority: Authority
  /** Where an accepted one goes. */
  readonly place: Place
}

/**
 * - `decided-already`: somebody was faster
 * - `reason-missing`: say why it is declined
 */
export type DecideRefusal =
  | EntryRefusal
  | AuthorityRefusal
  | PlaceRefusal
  | { readonly code: 'decided-already' | 'reason-missing' }

/** Accept or decline a proposal: by the Chair or a clerk, as the committee decided or under its delegation. */
export async function decideProposal(
  house: House,
  act: DecideProposal,
): Promise<Outcome<undefined, DecideRefusal>> {
  return onEntry<undefined, DecideRefusal>(
    house,
    act,
    async (held) => {
      const { tx, entry, settings } = held
      const { committeeId } = entry
      if (entry.state !== 'proposed') return refused({ code: 'decided-already' })
      if (!act.accepted && act.reason === '') return refused({ code: 'reason-missing' })
      const meeting =
        act.place.to === 'meeting' ? await programmeMeeting(tx, committeeId, act.place.meetingId) : undefined
      const wrong =
        whyNotVary(act.authority, settings.variedBy) ??
        (act.accepted ? whyNotMeeting(act.place, meeting, tx.now) : undefined)
      if (wrong) return refused(wrong)
      await changeEntry(
        held,
        entry,
        {
          ...(act.accepted
            ? {
                ...columnsOfPlace(act.place),
                position: await lastPosition(tx, committeeId, meeting?.id ?? null),
              }
            : { state: 'declined' }),
          decidedById: act.by,
          decidedAt: toDate(tx.now),
          decisionReason: act.reason,
        },
        {
          what: act.accepted ? 'programme.proposal-accepted' : 'programme.proposal-declined',
          why: act.authority.why,
          delegated: act.authority.kind === 'delegated',
        },
      )
      // Whoever decides is told where the proposer is not on Slack.
      if (entry.proposer?.onSlack)
        await tx.show(decidedMessage({ entryId: entry.id, committeeId, personId: entry.proposer.id }))
      return done(undefined)
    },
    clerkOrChair,
  )
}
