import type { App } from '@slack/bolt'
import type { House } from '../database/house.ts'
import type { LinesPutDown } from '../meetings/standing-agenda.ts'
import { everyFreshId, type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { platformError } from '../slack/platform-error.ts'
import { TYPED, typedForReview } from './review-model.ts'
import { type ReviewModel, reviewModal } from './review-view.ts'
import { publicationWords } from './words.ts'

/** The form in which a clerk types everything, started with what is known of the committee's next agenda. */
export function registerTyped(app: App, reception: Reception, linesPutDown?: LinesPutDown): void {
  // Another committee chosen where everything is typed: its own agenda is started.
  app.action(
    { type: 'block_actions', block_id: everyFreshId(ids.pack.field.committee) },
    asOpening(reception, async ({ visitor, client, value, view }) => {
      if (!view || metadataOf({ private_metadata: view.metadata }).id !== TYPED) return
      const started = await typedForReview(visitor.house, visitor.personId, value, linesPutDown)
      const shown = reviewModal(keepTyped(started, view.fields), publicationWords(visitor.language))
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: shown })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own agenda.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )
}

/** What the chosen committee has nothing of stays as it was typed. */
function keepTyped(started: ReviewModel, fields: Fields): ReviewModel {
  const { field } = ids.pack
  return {
    ...started,
    date: started.date ?? (textOf(fields, field.date) || undefined),
    time: started.time ?? (textOf(fields, field.time) || undefined),
    venue: started.venue || textOf(fields, field.venue),
    publicAddress: textOf(fields, field.publicAddress),
  }
}

/** The committee to whose channel, or clerks' channel, the command was typed. */
export async function committeeOfChannel(house: House, channelId: string): Promise<string | undefined> {
  const committee = await house.db.committee.findFirst({
    where: { councilId: house.councilId, OR: [{ channelId }, { clerksChannelId: channelId }] },
    select: { id: true },
  })
  return committee?.id
}
