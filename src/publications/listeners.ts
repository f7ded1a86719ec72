import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { clerksOf, committeesWhereClerk, committeesWhereSitting } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import type { LinesPutDown } from '../meetings/standing-agenda.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import {
  asClosed,
  asCommand,
  asOpening,
  asRecord,
  asSubmit,
  type Reception,
  type SubmitAnswer,
} from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerCorrections } from './correction-listeners.ts'
import { emailForMeeting } from './email-text.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import { itemsField } from './form-parts.ts'
import { discardPack, givePack, tellReadingInMessage } from './give-pack.ts'
import type { PackDesk } from './pack-desk.ts'
import { openPack, viewOfPack } from './pack-views.ts'
import { type PublishRefusal, publishPack } from './publish-pack.ts'
import { registerRestricted } from './restricted-listeners.ts'
import { TYPED, typedForReview } from './review-model.ts'
import { reviewModal } from './review-view.ts'
import { isWebAddress, reviewSubmission } from './submission.ts'
import { registerSupplements } from './supplement-listeners.ts'
import { committeeOfChannel, registerTyped } from './typed-listeners.ts'
import {
  emailView,
  notPublishedView,
  packStartModal,
  publishedView,
  readingLaterView,
  readingView,
} from './views.ts'
import type { PublicationWords } from './words.en.ts'
import { publicationWords } from './words.ts'

/** What `/pack` begins, wherever it is begun. */
export const packAct: MeetingWord = {
  word: 'pack',
  async open({ visitor, client, triggerId, channelId, answer }) {
    const say = publicationWords(visitor.language)
    if (!(await isAnyClerk(visitor))) return answer(say.refusals.askAClerk(await clerksToAsk(visitor)))
    const here = await committeeOfChannel(visitor.house, channelId)
    await client.views.open({ trigger_id: triggerId, view: packStartModal(say, here) })
  },
}

/**
 * `/pack`, its forms, and packs dropped on the bot.
 *
 * @param linesPutDown what a later room has put down for the meeting whose agenda is started
 */
export function register(app: App, reception: Reception, desk: PackDesk, linesPutDown?: LinesPutDown): void {
  registerSupplements(app, reception)
  registerTyped(app, reception, linesPutDown)
  registerRestricted(app, reception)
  registerCorrections(app, reception)

  app.command(
    '/pack',
    asCommand(reception, async (visit) => {
      const { visitor, text, answer } = visit
      if (text === 'help') return answer(publicationWords(visitor.language).start.help())
      await packAct.open(visit)
    }),
  )

  app.view(
    ids.pack.start,
    asSubmit(reception, async ({ visitor, client, viewId, fields, metadata, afterwards }) => {
      const say = publicationWords(visitor.language)
      const [file] = listOf(fields, ids.pack.field.file)
      const address = textOf(fields, ids.pack.field.address)
      if (file !== undefined && address !== '')
        return { errors: { [ids.pack.field.address]: say.start.oneOnly } }
      if (address !== '' && !isWebAddress(address))
        return { errors: { [ids.pack.field.address]: say.start.badAddress } }
      if (file === undefined && address === '') {
        if (!(await isAnyClerk(visitor))) return { show: notPublishedView(say.refusals.notAClerk(), say) }
        const started = await typedForReview(
          visitor.house,
          visitor.personId,
          metadata || undefined,
          linesPutDown,
        )
        return { show: reviewModal(started, say) }
      }
      const given = await givePack(visitor.house, {
        by: visitor.personId,
        pack: file === undefined ? { source: 'address', address } : { source: 'file', slackFileId: file },
      })
      if (!given.ok) return { show: notPublishedView(say.refusals.notAClerk(), say) }
      const { packId } = given.value
      afterwards('reading a pack', async () => {
        const isRead = await desk.read(visitor.house, packId)
        await showInForm(reception, visitor, { client, viewId }, { packId, isRead })
      })
      return { show: readingView(say) }
    }),
  )

  app.view(
    ids.pack.review,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = publicationWords(visitor.language)
      const submitted = reviewSubmission(fields, say)
      if (!submitted.ok) return { errors: submitted.errors }
      const shown = metadataOf({ private_metadata: metadata })
      const outcome = await publishPack(visitor.house, {
        by: visitor.personId,
        packId: shown.id === TYPED ? undefined : shown.id,
        version: shown.version,
        fields: submitted.fields,
      })
      if (!outcome.ok) return refusalAnswer(visitor, outcome.refusal, submitted.fields.committeeId, say)
      const { date, startTime, publicAddress } = submitted.fields
      return { show: publishedView({ ...outcome.value, date, startTime, publicAddress }, say) }
    }),
  )

  // Cancelled for now, the pack stays reachable: a message keeps the button.
  app.view(
    { callback_id: ids.pack.review, type: 'view_closed' },
    asClosed(reception, async ({ visitor, metadata }) => {
      const shown = metadataOf({ private_metadata: metadata })
      if (shown.id !== TYPED) await tellReadingInMessage(visitor.house, shown.id)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.pack.openReview },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = publicationWords(visitor.language)
      if (!(await isAnyClerk(visitor))) return answer(say.refusals.notAClerk())
      const pack = await openPack(visitor, value)
      if ('why' in pack) return answer(pack.why)
      await client.views.open({ trigger_id: triggerId, view: pack.view })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.pack.discard },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = publicationWords(visitor.language)
      const outcome = await discardPack(visitor.house, { by: visitor.personId, packId: value })
      if (outcome.ok) return undefined
      const why = outcome.refusal.code === 'not-yours' ? say.dropped.notYours() : say.dropped.isPublished()
      return () => answer(why)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.pack.emailText },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = publicationWords(visitor.language)
      const email = await emailForMeeting(visitor.house, { by: visitor.personId, meetingId: value }, say)
      if (!email.ok) return answer(say.refusals.notAClerk())
      await client.views.open({ trigger_id: triggerId, view: emailView(email.value, say) })
    }),
  )
}

async function isAnyClerk(visitor: Visitor): Promise<boolean> {
  return (await committeesWhereClerk(visitor.house, visitor.personId)).length > 0
}

/** The clerks of the committees on which somebody sits: who can do what they cannot. */
async function clerksToAsk({ house, personId }: Visitor): Promise<string[]> {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  const committees = await committeesWhereSitting(house, personId, today, { substitutes: true })
  const clerks = await Promise.all(committees.map((committee) => clerksOf(house, committee.id)))
  return [...new Set(clerks.flat().map((clerk) => clerk.name))]
}

/**
 * The form that waited shows what was read. Where it cannot, because it was closed or Slack did not take
 * it, a message does: the pack is stored and must stay reachable.
 */
async function showInForm(
  reception: Reception,
  visitor: Visitor,
  form: { readonly client: WebClient; readonly viewId: string },
  read: { readonly packId: string; readonly isRead: boolean },
): Promise<void> {
  const say = publicationWords(visitor.language)
  try {
    const view = read.isRead ? await viewOfPack(visitor, read.packId) : readingLaterView(say)
    await form.client.views.update({ view_id: form.viewId, view })
  } catch (error) {
    // docs.slack.dev/reference/methods/views.update: not_found when the person has closed the view.
    if (platformError(error) !== 'not_found')
      reception.log.warn({ err: error, pack: read.packId }, 'a form could not show its pack; a message does')
    if (read.isRead) await tellReadingInMessage(visitor.house, read.packId)
  }
}

async function refusalAnswer(
  { house, personId }: Visitor,
  refusal: PublishRefusal,
  committeeId: string,
  say: PublicationWords,
): Promise<SubmitAnswer> {
  const { field } = ids.pack
  switch (refusal.code) {
    case 'meeting-over':
      return { errors: { [field.date]: say.review.meetingOver(refusal.date) } }
    case 'meeting-cancelled':
    case 'meeting-postponed':
    case 'meeting-moved':
      return { errors: { [field.date]: meetingWords.notScheduled(refusal) } }
    case 'opened-after-start':
      return { errors: { [field.openedDate]: say.review.openedAfterStart } }
    case 'convened-after-start':
      return { errors: { [field.convenedOn]: say.review.convenedAfterStart } }
    case 'no-items':
      return { errors: { [itemsField(1)]: say.review.noItems } }
    case 'no-such-paragraph':
      return { errors: { [itemsField(1)]: exclusionWords.noSuchParagraph(refusal) } }
    case 'restricted-address':
      return { errors: { [field.publicAddress]: say.review.restrictedAddress } }
    case 'file-not-public':
      return { errors: { [field.shareFile]: say.review.fileNotPublic } }
    case 'confirm-public-copy':
      return { errors: { [field.publicCopy]: say.review.confirmPublicCopy(refusal.marks) } }
    case 'not-a-clerk': {
      const clerks = (await clerksOf(house, committeeId)).map((clerk) => clerk.name)
      return { show: notPublishedView(say.refusals.notAClerkOf(refusal.committee, clerks), say) }
    }
    case 'already-published': {
      const by = refusal.byId === personId ? say.you : refusal.byName
      // What the clerk has filled in stays there: it may well add to what is published.
      if (refusal.what === 'these-papers')
        return { errors: { [field.date]: say.review.publishedAlready(by, refusal.at, house.timeZone) } }
      return {
        show: notPublishedView(say.refusals.alreadyPublished(by, refusal.at, house.timeZone), say),
      }
    }
    case 'changed-meanwhile':
      return { show: notPublishedView(say.refusals.changedMeanwhile(), say) }
  }
}
