import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { clerksOf } from '../committees/people.ts'
import { everyFreshId, type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asClosed, asOpening, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import { itemsField } from './form-parts.ts'
import { tellReadingInMessage } from './give-pack.ts'
import { closedPack, viewOfPack } from './pack-views.ts'
import { publishSupplement, type SupplementRefusal } from './publish-supplement.ts'
import { TYPED } from './review-model.ts'
import { portionsIn } from './submission.ts'
import { supplementLines } from './supplement-lines.ts'
import { registerSupplementList } from './supplement-list-listeners.ts'
import { type SupplementAsked, supplementForReview } from './supplement-model.ts'
import { supplementNews } from './supplement-news.ts'
import { supplementReceipt } from './supplement-receipt.ts'
import {
  type LinePlace,
  meetingChosen,
  sayLineProblem,
  supplementSubmission,
} from './supplement-submission.ts'
import { supplementModal } from './supplement-view.ts'
import { notPublishedView } from './views.ts'
import { publicationWords, supplementWords } from './words.ts'

/** The form for supplements, and what clerks do about them afterwards. */
export function registerSupplements(app: App, reception: Reception): void {
  registerSupplementList(app, reception)

  app.view(
    ids.supplement.submit,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = wordsFor(visitor)
      const submitted = supplementSubmission(fields, say)
      if (!submitted.ok) return { errors: submitted.errors }
      const shown = metadataOf({ private_metadata: metadata })
      const packId = shown.id === TYPED ? undefined : shown.id
      const outcome = await publishSupplement(visitor.house, {
        by: visitor.personId,
        packId,
        version: shown.version,
        fields: submitted.fields,
      })
      if (!outcome.ok)
        return refusalAnswer(visitor, outcome.refusal, { packId: shown.id, fields, places: submitted.places })
      const { publicationId } = outcome.value
      const news = await supplementNews(visitor.house, { publicationId })
      if (!news) return { close: true }
      return { show: supplementReceipt(outcome.value, news, say.supplement) }
    }),
  )

  // Cancelled for now, the paper stays reachable: a message keeps the button.
  app.view(
    { callback_id: ids.supplement.submit, type: 'view_closed' },
    asClosed(reception, async ({ visitor, metadata }) => {
      const shown = metadataOf({ private_metadata: metadata })
      if (shown.id !== TYPED) await tellReadingInMessage(visitor.house, shown.id)
    }),
  )

  // Which items the lines are about depends on the meeting.
  app.action(
    { type: 'block_actions', block_id: everyFreshId(ids.supplement.field.meeting) },
    asOpening(reception, async ({ visitor, client, value, view }) => {
      const meeting = meetingChosen(value)
      if (!view || !meeting) return
      const { id: packId } = metadataOf({ private_metadata: view.metadata })
      const form = await formFor(visitor, {
        packId,
        clerkId: visitor.personId,
        typed: { ...typedIn(view.fields), meetingId: meeting.meetingId },
      })
      await client.views.update({ view_id: view.id, hash: view.hash, view: form })
    }),
  )

  // What is corrected by hand, before it is published.
  app.action(
    { type: 'block_actions', action_id: ids.supplement.check },
    asOpening(reception, async ({ visitor, client, view }) => {
      if (!view) return
      const { id: packId } = metadataOf({ private_metadata: view.metadata })
      const chosen = meetingChosen(textOf(view.fields, ids.supplement.field.meeting))
      const typed = { ...typedIn(view.fields), ...(chosen ? { meetingId: chosen.meetingId } : {}) }
      const say = wordsFor(visitor)
      const [problem] = supplementLines(typed.text ?? '').problems
      const first = problem && say.supplement.form.lookAt(sayLineProblem(problem, say))
      const form = await formFor(visitor, { packId, clerkId: visitor.personId, typed }, first)
      await client.views.update({ view_id: view.id, hash: view.hash, view: form })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.supplement.fromAgenda },
    asOpening(reception, async ({ visitor, client, view }) => {
      if (!view) return
      const { id: packId } = metadataOf({ private_metadata: view.metadata })
      const { field } = ids.pack
      const [committeeId, date] = [textOf(view.fields, field.committee), textOf(view.fields, field.date)]
      const form = await formFor(visitor, {
        packId,
        clerkId: visitor.personId,
        typed: {
          ...typedIn(view.fields),
          ...(committeeId === '' ? {} : { committeeId }),
          ...(date === '' ? {} : { date }),
        },
      })
      await client.views.update({ view_id: view.id, hash: view.hash, view: form })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.supplement.asAgenda },
    asOpening(reception, async ({ visitor, client, value, view }) => {
      if (!view) return
      const form = await viewOfPack(visitor, value, { asAgenda: true })
      await client.views.update({ view_id: view.id, hash: view.hash, view: form })
    }),
  )
}

function wordsFor({ language }: Visitor) {
  return { pack: publicationWords(language), supplement: supplementWords(language) }
}

/** What a clerk has typed so far, whichever of the two forms it stands in. */
function typedIn(fields: Fields): NonNullable<SupplementAsked['typed']> {
  const number = Number(textOf(fields, ids.supplement.field.printedNo))
  return {
    ...(number > 0 ? { printedNo: number } : {}),
    ownPages: listOf(fields, ids.supplement.field.ownPages).includes('yes'),
    text: portionsIn(fields)
      .map((portion) => textOf(fields, portion))
      .join('\n'),
    publicAddress: textOf(fields, ids.pack.field.publicAddress),
  }
}

async function formFor(visitor: Visitor, asked: SupplementAsked, first?: Mrkdwn): Promise<ModalView> {
  const say = wordsFor(visitor)
  const pack = await supplementForReview(visitor.house, asked)
  return pack.state === 'open'
    ? supplementModal(pack.model, say, first)
    : notPublishedView(closedPack(pack.state, say.pack), say.pack)
}

interface Submitted {
  readonly packId: string
  readonly fields: Fields
  readonly places: readonly LinePlace[]
}

async function refusalAnswer(
  visitor: Visitor,
  refusal: SupplementRefusal,
  submitted: Submitted,
): Promise<SubmitAnswer> {
  const { house, personId } = visitor
  const say = wordsFor(visitor)
  const said = say.supplement.refusal
  const { meeting } = ids.supplement.field
  const { field } = ids.pack
  const by = (of: { byId: string; byName: string }) => (of.byId === personId ? say.pack.you : of.byName)
  switch (refusal.code) {
    case 'meeting-over':
      return { errors: { [meeting]: said.meetingOver } }
    case 'meeting-cancelled':
      return { errors: { [meeting]: said.meetingCancelled } }
    case 'meeting-postponed':
      return { errors: { [meeting]: said.meetingPostponed } }
    case 'not-published':
      return { errors: { [meeting]: said.notPublished } }
    case 'opened-after-end':
      return { errors: { [field.openedDate]: said.openedAfterEnd } }
    case 'number-taken':
      return { errors: { [ids.supplement.field.printedNo]: said.numberTaken(refusal.number) } }
    case 'no-lines':
      return { errors: { [itemsField(1)]: said.noLines } }
    case 'no-such-paragraph':
      return { errors: { [itemsField(1)]: exclusionWords.noSuchParagraph(refusal) } }
    case 'restricted-address':
      return { errors: { [field.publicAddress]: say.pack.review.restrictedAddress } }
    case 'confirm-public-copy':
      return { errors: { [field.publicCopy]: say.pack.review.confirmPublicCopy(refusal.marks) } }
    case 'changed-meanwhile':
      return { show: notPublishedView(say.pack.refusals.changedMeanwhile(), say.pack) }
    case 'already-published': {
      const why = said.published(by(refusal), refusal.at, house.timeZone)
      return { show: notPublishedView(why, say.pack) }
    }
    case 'not-a-clerk': {
      const clerks = (await clerksOf(house, refusal.committeeId)).map((clerk) => clerk.name)
      return { show: notPublishedView(say.pack.refusals.notAClerkOf(refusal.committee, clerks), say.pack) }
    }
    case 'another-meanwhile': {
      const chosen = meetingChosen(textOf(submitted.fields, meeting))
      const asked = {
        packId: submitted.packId,
        clerkId: personId,
        typed: { ...typedIn(submitted.fields), ...(chosen ? { meetingId: chosen.meetingId } : {}) },
      }
      const first =
        refusal.byId === personId
          ? said.anotherByYou(refusal.at, house.timeZone)
          : said.another(refusal.byName, refusal.at, house.timeZone)
      return { show: await formFor(visitor, asked, first) }
    }
    default: {
      const place = submitted.places[refusal.index]
      const line = said.line(place?.line ?? refusal.index + 1, said.of(refusal))
      return { errors: { [place?.field ?? itemsField(1)]: line } }
    }
  }
}
