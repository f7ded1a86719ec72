import type { App } from '@slack/bolt'
import { clerksSitting } from '../sitting/item-ground.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { sections } from '../slack/blocks.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer, type SubmitVisit } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { atField, whyNot } from './answering.ts'
import { hasPartsBehind, partsModal, resolutionModal, resolutionsModal } from './resolution-views.ts'
import { resolutionsOfMeeting } from './resolutions-of-meeting.ts'
import { type ResolutionOfMinutes, VERB_CLASSES } from './types.ts'
import { saidModal } from './vote-views.ts'
import { businessOfId, partsOf } from './voting-at.ts'
import { voteFormWords, voteWords } from './words.ts'
import { confirmResolutions, takeBackResolution, writeResolution } from './write-resolution.ts'

const { field } = ids.votes

/** What was resolved: shown as the reader split it, corrected, confirmed, taken back. */
export function registerResolutions(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.votes.resolutions, ({ visitor, value }) => resolutionsShown(visitor, value))
  turnsPages(app, reception, ids.votes.resolutions, resolutionsShown)
  opening(ids.votes.resolution, ({ visitor, value }) => resolutionShown(visitor, value))

  for (const [id, act] of [
    [
      ids.votes.confirm,
      ({ house, personId: by }: Visitor, meetingId: string, one: string) =>
        confirmResolutions(house, { by, meetingId, resolutionIds: [one] }),
    ],
    [
      ids.votes.takeBack,
      ({ house, personId: by }: Visitor, meetingId: string, one: string) =>
        takeBackResolution(house, { by, meetingId, resolutionId: one }),
    ],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, client, value, view, answer }) => {
        const [meetingId, resolutionId] = partsOf(value)
        const outcome = await act(visitor, meetingId, resolutionId)
        if (!outcome.ok) {
          const why = await whyNot(visitor, outcome.refusal)
          return () => answer(why)
        }
        return async () => {
          const shown = await resolutionsShown(visitor, view?.metadata ?? meetingId)
          if (view && 'view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
        }
      }),
    )

  app.view(ids.votes.resolutionForm, asSubmit(reception, resolutionSubmitted))
  app.view(ids.votes.partsForm, asSubmit(reception, partsSubmitted))
}

/** @param value `meeting` or `meeting/page` */
async function resolutionsShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, page] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const { business, current } = found.sitting
  const resolutions = (await resolutionsOfMeeting(visitor.house, meetingId)).map((resolution) => {
    const item = business.find(({ recordId }) => recordId === resolution.recordId)
    return { resolution, item: item ? sittingWords.item(item) : '' }
  })
  const model = { meetingId, resolutions, recordId: (current ?? business[0])?.recordId }
  const [say, words] = [voteFormWords(visitor.language), voteWords(visitor.language)]
  return { view: resolutionsModal(model, Number(page), say, words) }
}

async function resolutionShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, id, recordId] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const known = (await resolutionsOfMeeting(visitor.house, meetingId)).find((one) => one.id === id)
  if (id !== 'new' && !known) return { why: await whyNot(visitor, { code: 'resolution-gone' }) }
  const business = businessOfId(found.sitting, known?.recordId ?? recordId)
  if (!business) return { why: await whyNot(visitor, { code: 'no-business' }) }
  const form = {
    metadata: `${meetingId}/${id}/${business.recordId}`,
    item: sittingWords.item(business),
    text: known?.text ?? '',
    reasons: known?.reasons ?? '',
  }
  return { view: resolutionModal(form, voteFormWords(visitor.language)) }
}

/** The text is split again, and what each part does is shown for correction. */
async function resolutionSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const [meetingId, id, recordId] = partsOf(metadata)
  const outcome = await writeResolution(house, {
    by,
    meetingId,
    recordId,
    resolutionId: id === 'new' ? undefined : id,
    text: wholeText(fields),
    reasons: textOf(fields, field.reasons),
    isConfirmed: false,
  })
  if (!outcome.ok) return atField(visitor, outcome.refusal)
  const shown = `${meetingId}/${outcome.value.id}/${recordId}/0`
  return { show: partsModal(shown, outcome.value, 0, voteFormWords(language), voteWords(language)) }
}

async function partsSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, id, recordId] = partsOf(metadata)
  const page = Number(metadata.split('/')[3] ?? 0)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return { show: saidModal(say.resolutions.partsTitle, say, sections(found.why)) }
  const known = (await resolutionsOfMeeting(house, meetingId)).find((one) => one.id === id)
  if (!known) return atField(visitor, { code: 'corrected-meanwhile' })
  const parts = partsIn(fields, known)
  const isSame = known.parts.every((part) => {
    const now = parts.get(part.path)
    return !now || (now.verbClass === part.verbClass && now.addressee === part.addressee)
  })
  const isLast = !hasPartsBehind(known, page)
  const nextParts = async (resolutionId: string): Promise<SubmitAnswer> => {
    const now = (await resolutionsOfMeeting(house, meetingId)).find((one) => one.id === resolutionId)
    if (!now) return atField(visitor, { code: 'corrected-meanwhile' })
    const to = `${meetingId}/${resolutionId}/${recordId}/${page + 1}`
    return { show: partsModal(to, now, page + 1, say, voteWords(language)) }
  }
  if (isSame && !isLast) return nextParts(known.id)
  const outcome = isSame
    ? await confirmResolutions(house, { by, meetingId, resolutionIds: [id] })
    : await writeResolution(house, {
        by,
        meetingId,
        recordId,
        resolutionId: id,
        text: known.text,
        parts,
        // Only once its last part was looked at.
        isConfirmed: isLast,
      })
  if (!outcome.ok) return atField(visitor, outcome.refusal)
  if (!isLast && 'id' in outcome.value) return nextParts(outcome.value.id)
  return { show: saidModal(say.done, say, sections(say.resolutions.head(say.done, true))) }
}

/** What each part does: as the page says, and as it stood where it is on another page. */
function partsIn(fields: Fields, { parts }: ResolutionOfMinutes) {
  return new Map(
    parts.map(({ path, verbClass, addressee }) => {
      const said = textOf(fields, `${field.verb}.${path}`)
      if (said === '') return [path, { verbClass, addressee }] as const
      const verb = VERB_CLASSES.find((one) => one === said) ?? verbClass
      return [path, { verbClass: verb, addressee: textOf(fields, `${field.addressee}.${path}`) }] as const
    }),
  )
}

/** The fields of a long text, one after the other. */
function wholeText(fields: Fields): string {
  return Object.keys(fields)
    .filter((id) => id === field.text || id.startsWith(`${field.text}.`))
    .map((id) => textOf(fields, id))
    .filter((text) => text !== '')
    .join('\n')
}
