import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { asOpening, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { metadataOf, toMetadata } from '../slack/metadata.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { type CorrectRefusal, correctPack, type PackCorrected, packToCorrect } from './correct-pack.ts'
import { lineOfItem } from './correction-lines.ts'
import { correctionModal, correctionTold } from './correction-view.ts'
import type { CorrectionWords } from './correction-words.en.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import { itemsField } from './form-parts.ts'
import { itemsOf } from './item-lines.ts'
import { isWebAddress, portionsIn } from './submission.ts'
import type { ItemLine } from './types.ts'
import type { PublicationWords } from './words.en.ts'
import { correctionWords, publicationWords } from './words.ts'

interface Say {
  readonly pack: PublicationWords
  readonly correction: CorrectionWords
}

const sayTo = (language: string): Say => ({
  pack: publicationWords(language),
  correction: correctionWords(language),
})

/** *Correct the papers*, from the clerks' list of a meeting. */
export function registerCorrections(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.pack.correct },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = sayTo(visitor.language)
      const { house } = visitor
      const meeting = await meetingAtHand(house, value)
      const pack = meeting && (await packToCorrect(house, meeting.id))
      if (!meeting || !pack) return answer(say.correction.notPublished())
      if (!(await isClerk(house, meeting.committeeId, visitor.personId)))
        return answer(say.correction.notAClerk(meeting.committeeName))
      const model = {
        metadata: toMetadata({ id: meeting.id, version: pack.publication.corrections }),
        meeting,
        items: pack.items.map(lineOfItem),
        publicAddress: pack.publicAddress,
      }
      await client.views.open({ trigger_id: triggerId, view: correctionModal(model, say) })
    }),
  )

  app.view(
    ids.pack.correctForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = sayTo(visitor.language)
      const shown = metadataOf({ private_metadata: metadata })
      const submitted = submission(fields, say)
      if ('errors' in submitted) return { errors: submitted.errors }
      const outcome = await correctPack(visitor.house, {
        by: visitor.personId,
        meetingId: shown.id,
        version: shown.version,
        ...submitted,
      })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, say)
      return { show: correctionTold(receipt(outcome.value, say.correction), say) }
    }),
  )
}

function submission(
  fields: Fields,
  say: Say,
):
  | { readonly items: readonly ItemLine[]; readonly publicAddress: string }
  | { readonly errors: Readonly<Record<string, string>> } {
  const errors: Record<string, string> = {}
  const items: ItemLine[] = []
  for (const portion of portionsIn(fields)) {
    const read = itemsOf(textOf(fields, portion))
    items.push(...read.items)
    const [problem] = read.problems
    if (problem) errors[portion] = say.pack.review.itemProblem(problem)
  }
  const { publicAddress: field } = ids.pack.field
  const publicAddress = textOf(fields, field)
  if (publicAddress !== '' && !isWebAddress(publicAddress)) errors[field] = say.pack.start.badAddress
  else if (lengthOf(publicAddress) > limits.button.url)
    errors[field] = say.pack.review.addressTooLong(limits.button.url)
  return Object.keys(errors).length > 0 ? { errors } : { items, publicAddress }
}

function refusalAnswer(refusal: CorrectRefusal, say: Say): SubmitAnswer {
  switch (refusal.code) {
    case 'items-differ':
      return { errors: { [itemsField(1)]: say.correction.itemsDiffer(refusal.items, refusal.lines) } }
    case 'no-such-paragraph':
      return { errors: { [itemsField(1)]: exclusionWords.noSuchParagraph(refusal) } }
    case 'restricted-address':
      return { errors: { [ids.pack.field.publicAddress]: say.pack.review.restrictedAddress } }
    case 'changed-meanwhile':
      return { show: correctionTold([say.correction.changedMeanwhile()], say) }
    case 'not-published':
      return { show: correctionTold([say.correction.notPublished()], say) }
    case 'not-a-clerk':
      return { show: correctionTold([say.correction.notAClerk(refusal.committee)], say) }
  }
}

function receipt({ items, address, fileStands }: PackCorrected, say: CorrectionWords): Mrkdwn[] {
  if (items.length === 0 && !address) return [say.nothing()]
  const wasOpen = items.some(({ before, after }) => after.closed && before.access === 'public')
  return [
    say.done(
      items.map(({ after, place }) => after.number || `(${place})`),
      address,
    ),
    ...(wasOpen ? [say.wasOpen()] : []),
    ...(fileStands ? [say.fileStands()] : []),
  ]
}
