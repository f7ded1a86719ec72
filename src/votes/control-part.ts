import type { Button } from '@slack/types'
import type { CouncilRows } from '../committees/people.ts'
import type { SittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import type { ControlPart, MoreButton } from '../sitting/control-types.ts'
import { button } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { settledOn } from './agree.ts'
import { casterOf } from './casting.ts'
import { isByName } from './count-vote.ts'
import { howVoted } from './how-voted.ts'
import type { MotionAtHand } from './motion-rules.ts'
import { motionsOn } from './motions.ts'
import { sidesOverclaimed } from './own-vote-rules.ts'
import { resolutionsOfMeeting } from './resolutions-of-meeting.ts'
import { eligibleIn } from './rules.ts'
import { unfinished, type VoteAtHand, votesAtHand } from './vote-at-hand.ts'
import type { VoteWords } from './words.en.ts'
import { voteWords } from './words.ts'

/** Beside everything else on the control a question is shown by its beginning; the list of votes has it whole. */
const QUESTION = 300

/** The motions and votes of the item under consideration, in the clerk's control. */
export async function votesControlPart(
  rows: CouncilRows,
  sitting: SittingAtHand,
  language = 'en',
): Promise<ControlPart> {
  const say = voteWords(language)
  const { current, meeting } = sitting
  const votes = await votesAtHand(rows, meeting.id)
  const open = unfinished(votes)
  const motions = current ? await motionsOn(rows, current.recordId) : []
  const unconfirmed = (await resolutionsOfMeeting(rows, meeting.id)).filter(({ isConfirmed }) => !isConfirmed)
  const facts = { sitting, votes, open, motions, say }
  return {
    lines: [
      ...motionLines(facts),
      ...(open ? openLines(open, facts) : []),
      ...resultLines(facts),
      ...(unconfirmed.length > 0 ? [say.control.unconfirmed(unconfirmed.length)] : []),
    ],
    buttons: open ? openButtons(open, facts) : freeButtons(facts),
    more: moreOf(facts),
  }
}

interface Facts {
  readonly sitting: SittingAtHand
  readonly votes: readonly VoteAtHand[]
  readonly open: VoteAtHand | undefined
  readonly motions: readonly MotionAtHand[]
  readonly say: VoteWords
}

/** Nothing is said in a channel but of business that is open. */
function questionOf({ sitting, say }: Facts, recordId: string, text: string): string {
  const business = sitting.business.find((one) => one.recordId === recordId)
  return business?.isClosed === false
    ? shortened(text.replace(/\s+/g, ' '), QUESTION).replace(/\.$/, '')
    : say.closedQuestion
}

function motionLines(facts: Facts): Mrkdwn[] {
  const { motions, open, say, sitting } = facts
  return motions
    .filter(({ state, id }) => state === 'open' && id !== open?.motionId)
    .map((motion) => {
      const line = motion.kind === 'amendment' ? say.control.openAmendment : say.control.openMotion
      const text = motion.kind === 'amendment' ? motion.text : motion.substantive
      return line(questionOf(facts, motion.recordId, text), nameOf(sitting, motion.moverId ?? ''))
    })
}

function openLines(open: VoteAtHand, facts: Facts): Mrkdwn[] {
  const { say, sitting } = facts
  const question = questionOf(facts, open.recordId, open.question)
  if (open.state === 'closed') {
    const presiding = casterOf(sitting, open)
    return [
      say.control.closedVote(question, open.counts ? say.counts(open.counts) : ''),
      ...(open.result === undefined ? [say.control.equal(nameOf(sitting, presiding ?? ''))] : []),
    ]
  }
  const entered = new Set(open.choices.map(({ personId }) => personId))
  const missing = eligibleIn(open.opened).filter((id) => !entered.has(id))
  return [
    say.control.openVote(question, say.methods[open.method].toLowerCase(), eligibleIn(open.opened).length),
    ...(isByName(open)
      ? [
          say.control.entered(
            entered.size,
            missing.map((id) => nameOf(sitting, id)),
          ),
        ]
      : []),
  ]
}

function resultLines(facts: Facts): Mrkdwn[] {
  const { votes, sitting, say } = facts
  return votes
    .filter(({ state, recordId }) => state === 'declared' && recordId === sitting.current?.recordId)
    .flatMap((vote) => {
      const { result, counts, method } = vote
      const despite = vote.choices.filter((choice) => choice.despite !== undefined)
      return [
        say.control.result(
          questionOf(facts, vote.recordId, vote.question),
          method === 'assent' && result === 'carried' ? say.control.agreed : say.results[result ?? 'tied'],
          howVoted(vote, say),
          vote.revision > 1,
        ),
        ...(despite.length > 0
          ? [say.control.despite(despite.map(({ personId }) => nameOf(sitting, personId)))]
          : []),
        ...sidesOverclaimed(counts, vote.owns).map((side) =>
          say.control.overclaimed(say.sides[side].toLowerCase()),
        ),
      ]
    })
}

/** *Agreed* stands out until the item has a result; from then on it is going on to the next that does. */
function freeButtons({ sitting, motions, votes, say }: Facts): Button[] {
  const { current, meeting } = sitting
  if (!current) return []
  const value = `${meeting.id}/${current.recordId}`
  const seen = `${value}/${settledOn(motions)}`
  const waits = motions.some(({ state }) => state === 'open')
  const isSettled = votes.some(({ state, recordId }) => state === 'declared' && recordId === current.recordId)
  const style = isSettled && !waits ? {} : { style: 'primary' as const }
  return [
    button({ id: ids.votes.agreed, text: say.control.agreed, value: seen, ...style }),
    button({ id: ids.votes.noted, text: say.control.noted, value: seen }),
    button({ id: ids.votes.open, text: say.control.vote, value }),
  ]
}

function openButtons(open: VoteAtHand, { sitting, say }: Facts): Button[] {
  const value = `${sitting.meeting.id}/${open.id}`
  if (open.state === 'closed') {
    if (open.result !== undefined)
      return [button({ id: ids.votes.declare, text: say.control.declare, value, style: 'primary' })]
    return [
      button({ id: ids.votes.castFor, text: say.control.castFor, value }),
      button({ id: ids.votes.castAgainst, text: say.control.castAgainst, value }),
      button({ id: ids.votes.declare, text: say.control.declareTied, value }),
    ]
  }
  if (!isByName(open))
    return [button({ id: ids.votes.count, text: say.control.count, value, style: 'primary' })]
  const roll = button({ id: ids.votes.roll, text: say.control.roll, value, style: 'primary' })
  return open.method === 'electronic'
    ? [
        button({ id: ids.votes.close, text: say.control.closeVote, value, style: 'primary' }),
        button({ id: ids.votes.roll, text: say.control.roll, value }),
      ]
    : [roll]
}

function moreOf({ sitting, open, say }: Facts): MoreButton[] {
  const { current, meeting } = sitting
  const vote = open && `${meeting.id}/${open.id}`
  return [
    ...(current
      ? [{ id: ids.votes.motion, text: say.control.motion, value: `${meeting.id}/${current.recordId}` }]
      : []),
    { id: ids.votes.list, text: say.control.list, value: meeting.id },
    { id: ids.votes.resolutions, text: say.control.resolutions, value: meeting.id },
    ...(vote && open.state === 'open'
      ? [
          { id: ids.votes.names, text: say.control.names, value: vote },
          ...(open.method === 'rollCall'
            ? []
            : [{ id: ids.votes.byHand, text: say.control.byHand, value: vote }]),
        ]
      : []),
    ...(vote ? [{ id: ids.votes.abandon, text: say.control.abandon, value: vote }] : []),
  ]
}
