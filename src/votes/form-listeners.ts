import type { App } from '@slack/bolt'
import type { Temporal } from 'temporal-polyfill'
import { nameOf } from '../sitting/chair-view.ts'
import { clerksSitting, timeGiven } from '../sitting/item-ground.ts'
import { section, sections } from '../slack/blocks.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception, type SubmitAnswer, type SubmitVisit } from '../slack/listen.ts'
import { mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { atField, voteSaid, whyNot } from './answering.ts'
import { closeVote } from './close-vote.ts'
import { declareVote } from './declare-vote.ts'
import { enterChoices } from './enter-choices.ts'
import { choicesIn, countIn, methodIn } from './form-fields.ts'
import { openVote, putMotion } from './open-vote.ts'
import { recordVote } from './record-vote.ts'
import { countModal, rollModal } from './roll-views.ts'
import { eligibleIn } from './rules.ts'
import type { VoteMethod } from './types.ts'
import { type VoteAtHand, voteById } from './vote-at-hand.ts'
import { countForm, rollForm, voteForm } from './vote-form.ts'
import { saidModal, voteModal } from './vote-views.ts'
import { businessOfId, partsOf } from './voting-at.ts'
import { voteFormWords, voteWords } from './words.ts'

const { field } = ids.votes

/** The form for a vote, the roll as it is called, and the count. */
export function registerForms(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.votes.open, ({ visitor, value }) => voteShown(visitor, value, undefined))
  opening(ids.votes.roll, ({ visitor, value }) => rollShown(visitor, value))
  opening(ids.votes.count, ({ visitor, value }) => countShown(visitor, value))

  // Another way of voting chosen: what is asked below it changes, and what was typed stays.
  app.action(
    { type: 'block_actions', block_id: field.method },
    asOpening(reception, async ({ visitor, client, view, answer }) => {
      if (!view) return
      const shown = await voteShown(visitor, view.metadata, methodIn(view.fields))
      if ('why' in shown) return answer(shown.why)
      await showInPlace({ client, view }, shown.view)
    }),
  )

  app.view(ids.votes.form, asSubmit(reception, voteSubmitted))
  app.view(ids.votes.countForm, asSubmit(reception, countSubmitted))
  app.view(ids.votes.rollForm, asSubmit(reception, rollSubmitted))
}

export async function voteShown(
  visitor: Visitor,
  value: string,
  method: VoteMethod | undefined,
): Promise<Shown> {
  const [meetingId, recordId, seen] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const business = businessOfId(found.sitting, recordId)
  if (!business) return { why: await whyNot(visitor, { code: 'no-business' }) }
  // Drawn anew, it still remembers what was recorded when the clerk began to write.
  const known = seen === '' ? undefined : Number(seen)
  const form = await voteForm(visitor.house, found.sitting, business, method, known)
  return { view: voteModal(form, voteFormWords(visitor.language), voteWords(visitor.language)) }
}

export async function rollShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, voteId, page] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const vote = await voteById(visitor.house, meetingId, voteId)
  const business = vote && businessOfId(found.sitting, vote.recordId)
  if (!vote || !business) return { why: await whyNot(visitor, { code: 'vote-gone' }) }
  if (vote.state !== 'open') return { why: await whyNot(visitor, { code: 'vote-ended' }) }
  const words = voteWords(visitor.language)
  const form = await rollForm(visitor.house, found.sitting, business, vote, words, Number(page))
  return { view: rollModal(form, voteFormWords(visitor.language), words) }
}

async function countShown(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, voteId] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const vote = await voteById(visitor.house, meetingId, voteId)
  const business = vote && businessOfId(found.sitting, vote.recordId)
  if (!vote || !business) return { why: await whyNot(visitor, { code: 'vote-gone' }) }
  if (vote.state !== 'open') return { why: await whyNot(visitor, { code: 'vote-ended' }) }
  const form = await countForm(visitor.house, found.sitting, business, vote)
  return { view: countModal(form, voteFormWords(visitor.language), voteWords(visitor.language)) }
}

/** One form for a vote: recorded at once where it says how it went, else opened. */
async function voteSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, recordId, seen] = partsOf(metadata)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return { show: saidModal(say.title, say, sections(found.why)) }
  const { sitting } = found
  const counted = countIn(fields, say)
  if ('errors' in counted) return counted
  const method = methodIn(fields)
  const at = timeGiven(house, sitting, textOf(fields, field.time))
  const chosen = textOf(fields, field.motion)
  const motionId = chosen === '' || chosen === 'new' ? undefined : chosen
  const text = textOf(fields, field.text)
  if (motionId === undefined && text === '') return { errors: { [field.text]: say.textOrMotion } }
  const moved =
    motionId === undefined
      ? { kind: 'motion' as const, text, seen: Number(seen), ...movers(fields) }
      : undefined
  const vote = { method, requestedByIds: listOf(fields, field.requested), about: aboutIn(fields) }
  const act = { by, meetingId, at }
  if (method === 'voices' || (method === 'hands' && !counted.isEmpty)) {
    const choices = choicesIn(fields)
    const outcome = await recordVote(house, {
      ...act,
      ...vote,
      ...counted.count,
      recordId,
      motionId,
      moved,
      choices,
    })
    return outcome.ok ? voteSaid(visitor, sitting, outcome.value) : atField(visitor, outcome.refusal)
  }
  const opened = moved
    ? await putMotion(house, { ...act, ...vote, recordId, moved })
    : await openVote(house, { ...act, ...vote, motionId: motionId ?? '' })
  return opened.ok ? openedSaid(visitor, opened.value) : atField(visitor, opened.refusal)
}

/** The roll, to be called now; who is asked by message; or that the count follows. */
async function openedSaid(visitor: Visitor, vote: VoteAtHand): Promise<SubmitAnswer> {
  const say = voteFormWords(visitor.language)
  if (vote.method === 'rollCall') {
    const shown = await rollShown(visitor, `${vote.meetingId}/${vote.id}/0`)
    return { show: 'view' in shown ? shown.view : saidModal(say.title, say, sections(shown.why)) }
  }
  if (vote.method !== 'electronic')
    return { show: saidModal(say.opened.title, say, [section(say.opened.hands())]) }
  const found = await clerksSitting(visitor, vote.meetingId)
  if ('why' in found) return { show: saidModal(say.title, say, sections(found.why)) }
  const { sitting } = found
  const eligible = eligibleIn(vote.opened)
  const without = eligible.filter((id) => sitting.people.get(id)?.slackUserId === undefined)
  const names = without.map((id) => nameOf(sitting, id))
  return {
    show: saidModal(
      say.opened.title,
      say,
      sections(say.opened.ballots(eligible.length - without.length, names)),
    ),
  }
}

async function countSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, voteId] = partsOf(metadata)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return { show: saidModal(say.title, say, sections(found.why)) }
  const counted = countIn(fields, say)
  if ('errors' in counted) return counted
  const at = timeGiven(house, found.sitting, textOf(fields, field.time))
  const act = { by, meetingId, voteId, at }
  const entered = await enterChoices(house, { ...act, choices: choicesIn(fields) })
  if (!entered.ok) return atField(visitor, entered.refusal)
  const closed = await closeVote(house, { ...act, ...counted.count })
  return closed.ok ? declaredSaid(visitor, closed.value, at) : atField(visitor, closed.refusal)
}

/** Every page is kept as it is sent; after the last, the vote ends where nobody is missing. */
async function rollSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const say = voteFormWords(language)
  const [meetingId, voteId, page] = partsOf(metadata)
  const choices = choicesIn(fields)
  const entered = await enterChoices(house, { by, meetingId, voteId, choices })
  if (!entered.ok) return rollError(visitor, fields, await whyNot(visitor, entered.refusal))
  const found = await clerksSitting(visitor, meetingId)
  const business = 'sitting' in found && businessOfId(found.sitting, entered.value.vote.recordId)
  if (business) {
    const words = voteWords(language)
    const form = await rollForm(house, found.sitting, business, entered.value.vote, words, Number(page) + 1)
    if (form.people.length > 0) return { show: rollModal(form, say, words) }
  }
  const closed = await closeVote(house, { by, meetingId, voteId })
  if (closed.ok) return declaredSaid(visitor, closed.value)
  if (closed.refusal.code !== 'names-missing')
    return rollError(visitor, fields, await whyNot(visitor, closed.refusal))
  const shown = closed.refusal.personIds
    .map((personId) => `${field.person}.${personId}`)
    .filter((id) => id in fields)
  if (shown.length === 0) return rollError(visitor, fields, await whyNot(visitor, closed.refusal))
  return { errors: Object.fromEntries(shown.map((id) => [id, say.roll.stillMissing])) }
}

function rollError(visitor: Visitor, fields: Fields, why: { readonly text: string }): SubmitAnswer {
  const say = voteFormWords(visitor.language)
  const first = Object.keys(fields)[0]
  return first === undefined
    ? { show: saidModal(say.roll.title, say, [section(mrkdwn`${why.text}`)]) }
    : { errors: { [first]: why.text } }
}

/** A vote that was closed is declared, unless the votes are equal. */
async function declaredSaid(
  visitor: Visitor,
  closed: VoteAtHand,
  at?: Temporal.Instant,
): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const { id: voteId, meetingId } = closed
  const found = await clerksSitting(visitor, meetingId)
  const say = voteFormWords(language)
  if ('why' in found) return { show: saidModal(say.title, say, sections(found.why)) }
  if (closed.result === undefined) return voteSaid(visitor, found.sitting, closed)
  const declared = await declareVote(house, { by, meetingId, voteId, at })
  return declared.ok ? voteSaid(visitor, found.sitting, declared.value) : atField(visitor, declared.refusal)
}

function movers(fields: Fields) {
  return {
    moverId: textOf(fields, field.mover) || undefined,
    seconderId: textOf(fields, field.seconder) || undefined,
  }
}

function aboutIn(fields: Fields) {
  const said = listOf(fields, field.about)
  return { education: said.includes('education'), determined: said.includes('determined') }
}
