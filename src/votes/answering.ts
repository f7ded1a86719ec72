import type { SittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import { actions, button, section, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { casterOf } from './casting.ts'
import { howVoted } from './how-voted.ts'
import type { VoteRefusal } from './refusals.ts'
import { sayVoteRefusal } from './say-refusal.ts'
import type { VoteAtHand } from './vote-at-hand.ts'
import { saidModal } from './vote-views.ts'
import { voteFormWords, voteWords } from './words.ts'

const { field } = ids.votes

/** Why not, for somebody who pressed a button or typed a command. */
export async function whyNot({ house, language }: Visitor, refusal: VoteRefusal): Promise<Mrkdwn> {
  return mrkdwn`${await sayVoteRefusal(house, refusal, voteWords(language))}`
}

/** The field at which a refusal is said, so that nothing that was typed is lost; the first of the form otherwise. */
const FIELDS: Readonly<Partial<Record<VoteRefusal['code'], string>>> = {
  'text-missing': field.text,
  'counts-missing': field.for,
  'counts-too-many': field.for,
  'despite-not-counted': field.for,
  'not-unanimous': field.unanimous,
  'outcome-missing': field.outcome,
  'time-outside': field.time,
  'names-needed': field.method,
  'not-electronic': field.method,
  'why-missing': field.why,
  'not-equal': field.casting,
  'nobody-presides': field.casting,
  'next-begun': field.side,
  'other-side': field.side,
}

export async function atField({ house, language }: Visitor, refusal: VoteRefusal): Promise<SubmitAnswer> {
  const said = await sayVoteRefusal(house, refusal, voteWords(language))
  return { errors: { [FIELDS[refusal.code] ?? field.motion]: said } }
}

/** What a form shows once a vote is recorded: its result, or that whoever presides has a casting vote. */
export async function voteSaid(
  visitor: Visitor,
  sitting: SittingAtHand,
  vote: VoteAtHand,
  more: readonly Mrkdwn[] = [],
): Promise<SubmitAnswer> {
  const { language } = visitor
  const [say, words] = [voteFormWords(language), voteWords(language)]
  const despite = vote.choices
    .filter((choice) => choice.despite !== undefined)
    .map(({ personId }) => nameOf(sitting, personId))
  const warnings = [...(despite.length > 0 ? [words.control.despite(despite)] : []), ...more].flatMap((one) =>
    sections(one),
  )
  if (vote.state === 'declared')
    return {
      show: saidModal(say.done, say, [
        ...sections(say.recorded(vote.question, words.results[vote.result ?? 'tied'], howVoted(vote, words))),
        ...warnings,
      ]),
    }
  const presiding = casterOf(sitting, vote)
  const value = `${vote.meetingId}/${vote.id}`
  const isEqual = vote.result === undefined
  return {
    show: saidModal(isEqual ? say.equal.title : say.title, say, [
      ...(isEqual
        ? [
            section(
              say.equal.said(
                vote.counts ? words.counts(vote.counts) : '',
                presiding === undefined ? '' : nameOf(sitting, presiding),
              ),
            ),
            actions(
              button({ id: ids.votes.castFor, text: words.control.castFor, value }),
              button({ id: ids.votes.castAgainst, text: words.control.castAgainst, value }),
              button({ id: ids.votes.declare, text: words.control.declareTied, value }),
            ),
          ]
        : [
            ...sections(words.control.closedVote(vote.question, howVoted(vote, words))),
            actions(button({ id: ids.votes.declare, text: words.control.declare, value, style: 'primary' })),
          ]),
      ...warnings,
    ]),
  }
}
