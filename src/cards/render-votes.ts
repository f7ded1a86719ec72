import { displayName, memberOn, personById } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { contexts, sections } from '../slack/blocks.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { ballotOf, mayVoteNow } from '../votes/ballot.ts'
import { ballotBlocks } from '../votes/ballot-view.ts'
import { voteLineWords } from '../votes/vote-lines.en.ts'
import { voteLines } from '../votes/vote-lines.ts'
import { votesOfMeeting } from '../votes/votes-of-meeting.ts'
import { voteWords } from '../votes/words.ts'

/** Beside a telephone's bell there is room for a few lines; the whole stands in the blocks. */
const NOTIFICATION = 500

/** To a member of the committee alone: the question as it stands, and what they pressed. */
const renderBallot: Renderer = async (house, { id, recipient, subject }) => {
  if (!('person' in recipient)) return { drop: 'not-entitled' }
  const row = await house.db.vote.findFirst({
    where: { councilId: house.councilId, id: subject },
    select: { meetingId: true },
  })
  const meeting = row && (await meetingAtHand(house, row.meetingId))
  const ballot = await ballotOf(house, subject, recipient.person)
  const reader = await personById(house, recipient.person)
  if (!meeting || !ballot || !reader) return { drop: 'vote-gone' }
  const { councilId, db } = house
  const member = await memberOn(db, councilId, meeting.committeeId, meeting.date, reader.id)
  const sits = await db.rollEntry.count({
    where: { councilId, meetingId: meeting.id, personId: reader.id, struckAt: null },
  })
  if (!member && sits === 0) return { drop: 'not-entitled' }
  const isStanding = (await db.outboxMessage.count({ where: { councilId, id, slackTs: { not: null } } })) > 0
  // Only those who may vote are asked; a ballot that stands is kept true all the same.
  if (!isStanding && !(await mayVoteNow(house, subject, reader.id))) return { drop: 'not-entitled' }
  const say = voteWords(reader.language)
  const asked = say.ballot.ask(ballot.committee, ballot.question ?? say.ballot.closedQuestion)
  return { post: { text: shortened(asked.text, NOTIFICATION), blocks: ballotBlocks(ballot, say) } }
}

/**
 * How a vote ended, in the committee's channel: with names only where it was recorded. Of closed business it says
 * nothing but that there was a vote.
 */
const renderVoteResult: Renderer = async (house, { recipient, subject, slot }) => {
  const meeting = await meetingAtHand(house, subject)
  if (!meeting || !('channel' in recipient) || recipient.channel !== meeting.channelId)
    return { drop: 'not-entitled' }
  const say = voteWords('en')
  const vote = (await votesOfMeeting(house, subject)).find(({ number }) => String(number) === slot)
  if (!vote) return { drop: 'vote-gone' }
  const { committeeName } = meeting
  if (vote.isClosed) {
    const closed = say.posted.closed(committeeName)
    return { post: { text: closed.text, blocks: sections(closed) } }
  }
  const result = say.results[vote.result]
  // Names stand here only where the vote was recorded: what one member required for the minutes stays in them.
  const told = vote.isRecorded ? vote : { ...vote, choices: [], owns: [] }
  const { lines, after } = voteLines(
    told,
    {
      layout: 'by-heading',
      division: 'counts',
      saysPut: false,
      name: displayName,
      names: (people) => people.map(displayName).join(', '),
    },
    voteLineWords,
  )
  const how = [...lines, ...after]
  return {
    post: {
      text: shortened(mrkdwn`${say.posted.text(committeeName, result)}`.text, NOTIFICATION),
      blocks: [
        ...sections(say.posted.result(committeeName, vote.question, result)),
        ...how.flatMap((line) => contexts(mrkdwn`${line}`)),
      ],
    },
  }
}

/** For the map of renderers. */
export const voteRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.ballot, renderBallot],
  [messageKinds.voteResult, renderVoteResult],
]
