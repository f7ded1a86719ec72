import type { App } from '@slack/bolt'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { clerksSitting, timeGiven } from '../sitting/item-ground.ts'
import { sittingWords } from '../sitting/words.en.ts'
import { manyField, modal, sections } from '../slack/blocks.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer, type SubmitVisit } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { shortened } from '../slack/shorten.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { atField, voteSaid, whyNot } from './answering.ts'
import { correctModal } from './correct-views.ts'
import { correctVote } from './correct-vote.ts'
import { choicesIn, countIn } from './form-fields.ts'
import { votesListed } from './list-model.ts'
import { listModal, motionModal } from './list-views.ts'
import { readsOtherwise } from './motion-rules.ts'
import { motionsOn } from './motions.ts'
import { moveMotion } from './move-motion.ts'
import { requestNames } from './request-names.ts'
import { voteById } from './vote-at-hand.ts'
import { correctForm, membersOf, timeAsked } from './vote-form.ts'
import { saidModal } from './vote-views.ts'
import { businessOfId, partsOf } from './voting-at.ts'
import { votingSettings } from './voting-settings.ts'
import { voteFormWords, voteWords } from './words.ts'

const { field } = ids.votes

/** The list of votes and motions, moving one, correcting a vote, and who asked for names. */
export function registerLists(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.votes.list, ({ visitor, value }) => listShown(visitor, value))
  opening(ids.votes.motion, ({ visitor, value }) => motionShown(visitor, value))
  opening(ids.votes.correct, ({ visitor, value }) => correctShown(visitor, value))
  opening(ids.votes.names, ({ visitor, value }) => namesShown(visitor, value))
  turnsPages(app, reception, ids.votes.list, listShown)
  turnsPages(app, reception, ids.votes.correct, correctShown)
  app.view(ids.votes.motionForm, asSubmit(reception, motionSubmitted))
  app.view(ids.votes.correctForm, asSubmit(reception, correctSubmitted))
  app.view(ids.votes.namesForm, asSubmit(reception, namesSubmitted))
}

export async function listShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, page] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const words = voteWords(visitor.language)
  const model = await votesListed(visitor.house, found.sitting, words)
  return { view: listModal(model, Number(page) || 0, voteFormWords(visitor.language), words) }
}

async function motionShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, recordId] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const { sitting } = found
  const business = businessOfId(sitting, recordId)
  if (!business) return { why: await whyNot(visitor, { code: 'no-business' }) }
  const motions = await motionsOn(visitor.house, recordId)
  const form = {
    metadata: `${meetingId}/${recordId}/${motions.length}`,
    item: sittingWords.item(business),
    amendable: motions
      .filter(({ kind, state }) => kind !== 'amendment' && state === 'open')
      .map(({ id, substantive }) => ({ value: id, text: shortened(substantive.replace(/\s+/g, ' '), 75) })),
    members: membersOf(sitting),
    ...timeAsked(visitor.house, sitting, recordId),
  }
  return { view: motionModal(form, voteFormWords(visitor.language)) }
}

async function motionSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, recordId, seen] = partsOf(metadata)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return { show: saidModal(say.move.title, say, sections(found.why)) }
  const amends = textOf(fields, field.amends)
  const isAmendment = amends !== '' && amends !== 'none'
  const substantive = textOf(fields, field.substantive)
  if (isAmendment && substantive === '') return { errors: { [field.substantive]: say.move.needsSubstantive } }
  const excludes = listOf(fields, field.excludes).includes('yes')
  if (isAmendment && excludes) return { errors: { [field.excludes]: say.move.amendsAndExcludes } }
  const text = textOf(fields, field.text)
  if (excludes && exclusionWords.motion.lacksDescription(text))
    return { errors: { [field.text]: say.move.lacksDescription } }
  const outcome = await moveMotion(house, {
    by,
    meetingId,
    recordId,
    seen: Number(seen),
    kind: isAmendment ? 'amendment' : excludes ? 'exclusion' : 'motion',
    parentId: isAmendment ? amends : undefined,
    text,
    substantive: isAmendment ? substantive : undefined,
    moverId: textOf(fields, field.mover) || undefined,
    seconderId: textOf(fields, field.seconder) || undefined,
    at: timeGiven(house, found.sitting, textOf(fields, field.time)),
  })
  return outcome.ok ? { close: true } : atField(visitor, outcome.refusal)
}

/** @param value `meeting/vote` or `meeting/vote/page` */
async function correctShown(visitor: Visitor, value: string): Promise<Shown> {
  const { house, language } = visitor
  const [meetingId, voteId, page] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const { sitting } = found
  const vote = await voteById(house, meetingId, voteId)
  const business = vote && businessOfId(sitting, vote.recordId)
  if (!vote || !business || !vote.closedAt) return { why: await whyNot(visitor, { code: 'vote-gone' }) }
  const words = voteWords(language)
  const form = await correctForm(house, sitting, business, vote, words, Number(page))
  return { view: correctModal(form, voteFormWords(language), words) }
}

async function correctSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, voteId] = partsOf(metadata)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return { show: saidModal(say.correct.title, say, sections(found.why)) }
  const counted = countIn(fields, say)
  if ('errors' in counted) return counted
  const casting = textOf(fields, field.casting)
  const outcome = await correctVote(house, {
    by,
    meetingId,
    voteId,
    ...counted.count,
    why: textOf(fields, field.why),
    choices: choicesIn(fields),
    casting: casting === 'for' || casting === 'against' ? casting : undefined,
  })
  if (!outcome.ok) return atField(visitor, outcome.refusal)
  const motions = await motionsOn(house, outcome.value.recordId)
  const amended = motions.find(
    ({ id }) => id === motions.find((one) => one.id === outcome.value.motionId)?.parentId,
  )
  const isStale = amended !== undefined && readsOtherwise(amended, motions)
  return voteSaid(visitor, found.sitting, outcome.value, isStale ? [say.correct.lookAgain()] : [])
}

async function namesShown(visitor: Visitor, value: string): Promise<Shown> {
  const say = voteFormWords(visitor.language)
  const [meetingId, voteId] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const vote = await voteById(visitor.house, meetingId, voteId)
  if (vote?.state !== 'open') return { why: await whyNot(visitor, { code: 'vote-ended' }) }
  const { threshold } = await votingSettings(visitor.house, found.sitting.meeting.committeeId)
  if (threshold.members === undefined && !threshold.fraction)
    return { view: saidModal(say.names.title, say, sections(say.names.nobodyCan())) }
  return {
    view: modal({
      id: ids.votes.namesForm,
      title: say.names.title,
      submit: say.record,
      close: say.cancel,
      metadata: `${meetingId}/${voteId}`,
      blocks: [
        ...sections(say.roll.intro(vote.question)),
        manyField({
          id: field.requested,
          label: say.requested,
          choices: membersOf(found.sitting),
          chosen: vote.requestedByIds,
          optional: true,
        }),
      ],
    }),
  }
}

async function namesSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, voteId] = partsOf(metadata)
  const requestedByIds = listOf(fields, field.requested)
  const outcome = await requestNames(house, { by, meetingId, voteId, requestedByIds })
  if (!outcome.ok) return atField(visitor, outcome.refusal)
  const { needed, asking, isDue } = outcome.value
  const said = needed === undefined ? say.names.nobodyCan() : say.names.result(asking, needed, isDue)
  return { show: saidModal(say.names.title, say, sections(said)) }
}
