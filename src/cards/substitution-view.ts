import type { KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { SubstituteWords } from '../apologies/substitute-words.en.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { actions, button, contexts, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { heading } from './heading.ts'

export interface SubstitutionModel {
  readonly substitutionId: string
  readonly meeting: MeetingInWords
  readonly venue: string
  /** "Councillor Jo Ward" */
  readonly absent: string
  /** `off`: the meeting is cancelled or postponed; `over`: it has taken place. */
  readonly state: 'asked' | 'accepted' | 'declined' | 'ended' | 'off' | 'over'
  /** When it was accepted, where it was. */
  readonly at: Temporal.Instant | undefined
  /** A clerk who answered for the substitute. */
  readonly relayedBy: string | undefined
  readonly namedBy: string
  readonly timeZone: string
}

/** Beside a telephone's bell there is room for a few lines; the whole stands in the blocks. */
const NOTIFICATION = 500

/** The message to whoever is asked to sit for an absent member: the question, then what became of it. */
export function substitutionCard(
  model: SubstitutionModel,
  words: SubstituteWords,
): { text: string; blocks: KnownBlock[] } {
  const { absent, meeting } = model
  return {
    text: mrkdwn`${shortened(words.asked.notification(absent, meeting), NOTIFICATION)}`.text,
    blocks: [heading(meeting.committeeName), ...substitutionBlocks(model, words)],
  }
}

/** The same without the committee's name above it, also for a day's reminders. */
export function substitutionBlocks(model: SubstitutionModel, { asked: say }: SubstituteWords): KnownBlock[] {
  const { substitutionId: value } = model
  return [
    ...sections(stateSaid(model, say)),
    ...(model.state === 'asked' ? contexts(say.namedBy(model.namedBy)) : []),
    ...(model.state === 'accepted' && model.relayedBy !== undefined
      ? contexts(say.relayed(model.relayedBy))
      : []),
    ...(model.state === 'asked'
      ? [
          actions(
            button({ id: ids.substitution.accept, text: say.iWill, value, style: 'primary' }),
            button({ id: ids.substitution.decline, text: say.iCannot, value }),
          ),
        ]
      : []),
    ...(model.state === 'accepted'
      ? [actions(button({ id: ids.substitution.decline, text: say.notAfterAll, value }))]
      : []),
  ]
}

function stateSaid(
  { state, absent, meeting, venue, at, timeZone }: SubstitutionModel,
  say: SubstituteWords['asked'],
) {
  if (state === 'asked') return say.ask(absent, meeting, venue)
  if (state === 'declined') return say.declined(absent, meeting)
  if (state === 'off') return say.off(absent, meeting)
  if (at && (state === 'accepted' || state === 'over')) return say.accepted(absent, meeting, at, timeZone)
  return say.ended(absent, meeting)
}
