import type { App } from '@slack/bolt'
import { clerksSitting } from '../sitting/item-ground.ts'
import { modal, section, sections } from '../slack/blocks.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type Reception } from '../slack/listen.ts'
import { inParts, mrkdwn } from '../slack/mrkdwn.ts'
import { voteById } from '../votes/vote-at-hand.ts'
import { votesOfMeeting } from '../votes/votes-of-meeting.ts'
import { partsOf } from '../votes/voting-at.ts'
import { voteFormWords } from '../votes/words.ts'
import { votePicture } from './vote-picture.ts'
import { votePictureWords as say } from './vote-picture-words.en.ts'

/** docs.slack.dev: an alternative text of a file. */
const ALT = 1_000

/** A recorded vote as a picture, handed to the clerk who asked for it; everything in it stands in text, too. */
export function registerVotePictures(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.votes.picture },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const [meetingId, voteId] = partsOf(value)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return answer(found.why)
      const number = (await voteById(visitor.house, meetingId, voteId))?.number
      const vote = (await votesOfMeeting(visitor.house, meetingId)).find((one) => one.number === number)
      const picture = vote && (await votePicture(vote))
      if (!vote || !picture) return answer(mrkdwn`${say.none}`)
      const short = inParts(mrkdwn`${picture.alt}`, ALT)[0]?.text ?? picture.title
      await handOver(client, visitor.slackUserId, {
        name: say.file(vote.number),
        title: picture.title,
        bytes: picture.png,
        alt: short,
      })
      await client.views.push({
        trigger_id: triggerId,
        view: modal({
          title: voteFormWords(visitor.language).done,
          close: voteFormWords(visitor.language).close,
          blocks: [section(say.handed), ...sections(mrkdwn`${picture.alt}`)],
        }),
      })
    }),
  )
}
