import type { App } from '@slack/bolt'
import { displayName, isClerk } from '../committees/people.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { nameOf } from '../sitting/chair-view.ts'
import { clerksSitting, timeGiven } from '../sitting/item-ground.ts'
import { wallTime } from '../sitting/true-time.ts'
import { section, sections } from '../slack/blocks.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer, type SubmitVisit } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { atField, whyNot } from './answering.ts'
import { ownModal } from './correct-views.ts'
import { sideIn } from './form-fields.ts'
import { lastDeclared, recordOwnVote } from './record-own-vote.ts'
import { eligibleIn } from './rules.ts'
import { voteById, votesAtHand } from './vote-at-hand.ts'
import { saidModal } from './vote-views.ts'
import { businessOfId, partsOf, sittingOf } from './voting-at.ts'
import { voteFormWords, voteWords } from './words.ts'

const { field } = ids.votes

/** How a member voted, for the minutes: by the member themselves, or by the clerk for them. */
export function registerOwnVotes(app: App, reception: Reception): void {
  openings(app, reception)(ids.votes.own, ({ visitor, value }) => ownForClerk(visitor, value))
  app.view(ids.votes.ownForm, asSubmit(reception, ownSubmitted))
}

/** `/vote record` */
export async function ownForMember(visitor: Visitor): Promise<Shown> {
  const words = voteWords(visitor.language)
  const sitting = await sittingOf(visitor.house, visitor.personId, 'member')
  if (!sitting) return { why: words.noMeeting() }
  const vote = lastDeclared(await votesAtHand(visitor.house, sitting.meeting.id))
  if (!vote) return { why: voteFormWords(visitor.language).own.none() }
  const form = {
    metadata: `${sitting.meeting.id}/${vote.number}`,
    // Who left the room for it may read nothing of closed business.
    question: businessOfId(sitting, vote.recordId)?.isClosed === false ? vote.question : words.closedQuestion,
    result: words.results[vote.result ?? 'tied'],
    members: undefined,
    time: '',
  }
  return { view: ownModal(form, voteFormWords(visitor.language), words) }
}

async function ownForClerk(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId, voteId] = partsOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const { sitting } = found
  const vote = await voteById(visitor.house, meetingId, voteId)
  if (vote?.state !== 'declared' || !vote.declaredAt)
    return { why: await whyNot(visitor, { code: 'vote-gone' }) }
  const words = voteWords(visitor.language)
  const form = {
    metadata: `${meetingId}/${vote.number}/clerk`,
    question: vote.question,
    result: words.results[vote.result ?? 'tied'],
    members: eligibleIn(vote.closed).map((id) => ({ value: id, text: nameOf(sitting, id) })),
    time: sitting.closedAt ? wallTime(vote.declaredAt, sitting.meeting.timeZone) : '',
  }
  if (form.members.length === 0) return { why: await whyNot(visitor, { code: 'not-there' }) }
  return { view: ownModal(form, voteFormWords(visitor.language), words) }
}

async function ownSubmitted({ visitor, fields, metadata }: SubmitVisit): Promise<SubmitAnswer> {
  const { house, personId: by, language } = visitor
  const [say, words] = [voteFormWords(language), voteWords(language)]
  const [meetingId, number, clerk] = partsOf(metadata)
  const side = sideIn(textOf(fields, field.side))
  if (!side) return { errors: { [field.side]: say.missing } }
  const sitting = await sittingAtHand(house, meetingId)
  if (!sitting) return { show: saidModal(say.own.title, say, [section(words.noMeeting())]) }
  const isRelayed = clerk === 'clerk' && (await isClerk(house, sitting.meeting.committeeId, by))
  const memberId = isRelayed ? textOf(fields, field.member) : by
  const at = isRelayed ? timeGiven(house, sitting, textOf(fields, field.time)) : undefined
  const act = { by, meetingId, number: Number(number), memberId, side, at }
  const outcome = await recordOwnVote(house, act)
  if (!outcome.ok) return atField(visitor, outcome.refusal)
  const person = sitting.people.get(memberId)
  const said = words.sides[side].toLowerCase()
  const receipt = isRelayed && person ? say.own.doneFor(displayName(person), said) : say.own.done(said)
  return { show: saidModal(say.done, say, sections(receipt)) }
}
