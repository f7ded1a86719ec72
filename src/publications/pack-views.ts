import type { ModalView } from '@slack/types'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { packForReview } from './review-model.ts'
import { reviewModal } from './review-view.ts'
import { supplementForReview } from './supplement-model.ts'
import { supplementModal } from './supplement-view.ts'
import { notPublishedView } from './views.ts'
import type { PublicationWords } from './words.en.ts'
import { publicationWords, supplementWords } from './words.ts'

/** The form for a pack that was given: of an agenda or of a supplement, or why it has none any more. */
export async function viewOfPack(
  visitor: Visitor,
  packId: string,
  how: { readonly asAgenda?: boolean } = {},
): Promise<ModalView> {
  const open = await openPack(visitor, packId, how)
  if ('view' in open) return open.view
  return notPublishedView(open.why, publicationWords(visitor.language))
}

export async function openPack(
  { house, personId, language }: Visitor,
  packId: string,
  how: { readonly asAgenda?: boolean } = {},
): Promise<{ readonly view: ModalView } | { readonly why: Mrkdwn }> {
  const pack = publicationWords(language)
  const agenda = await packForReview(house, packId, personId, how)
  if (agenda.state === 'open') return { view: reviewModal(agenda.model, pack) }
  if (agenda.state !== 'supplement') return { why: closedPack(agenda.state, pack) }
  const it = await supplementForReview(house, { packId, clerkId: personId })
  return it.state === 'open'
    ? { view: supplementModal(it.model, { pack, supplement: supplementWords(language) }) }
    : { why: closedPack(it.state, pack) }
}

export function closedPack(
  state: 'reading' | 'published' | 'discarded' | 'gone',
  say: PublicationWords,
): Mrkdwn {
  if (state === 'reading') return say.dropped.stillReading()
  return state === 'published' ? say.dropped.isPublished() : say.dropped.isDiscarded()
}
