import type { App, MessageShortcut } from '@slack/bolt'
import { isClerk, personBySlackUser } from '../committees/people.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import {
  asCommand,
  asMessageShortcut,
  asRecord,
  asSubmit,
  type PressVisit,
  type Reception,
  type SubmitAnswer,
} from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type SittingAtHand, sittingAtHand } from './at-hand.ts'
import { clerksSitting, itemOf, saidInstead, timeGiven } from './item-ground.ts'
import { questionWords } from './item-words.ts'
import { confirmQuestions, editQuestion, moveQuestionUp, strikeQuestion } from './question-change.ts'
import { questionForm, questionIn, questionMetadataOf, type WhichQuestion } from './question-form.ts'
import { questionsMarked, questionsView } from './question-list-view.ts'
import { recordQuestion } from './question-record.ts'
import { refusalAnswer, refusalSaid } from './question-refusals.ts'
import { questionModal } from './question-views.ts'
import { questionsOfMeeting } from './questions.ts'
import { sittingWhereAsking } from './where-asking.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.question

/** `/followup`, the shortcut in a message's menu, the button, and the list that is read back. */
export function registerQuestions(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  app.command(
    '/followup',
    asCommand(reception, async ({ visitor, client, triggerId, text, channelId, answer }) => {
      const say = questionWords(visitor.language)
      if (text.toLowerCase() === 'help') return answer(say.command.help())
      const found = await sittingWhereAsking(visitor, channelId)
      if (!found) return answer(say.command.noMeeting())
      const { house, personId: by } = visitor
      const byClerk = await isClerk(house, found.meeting.committeeId, by)
      if (text === '' || byClerk) {
        const form = await questionForm(visitor, found, { text, kind: 'request' })
        if (form) await client.views.open({ trigger_id: triggerId, view: questionModal(form, say) })
        return
      }
      const outcome = await recordQuestion(house, {
        by,
        meetingId: found.meeting.id,
        question: { ...NOTHING_MORE, text, askerId: by },
      })
      if (!outcome.ok) return answer(refusalSaid(outcome.refusal, say))
      const item = sittingWords.item(outcome.value.item)
      return answer(outcome.value.already ? say.command.already(item) : say.command.recorded(item))
    }),
  )

  app.shortcut<MessageShortcut>(
    'record_question',
    asMessageShortcut(reception, async ({ visitor, client, triggerId, text, authorId, answer }) => {
      const { house } = visitor
      const say = questionWords(visitor.language)
      const found = await sittingWhereAsking(visitor, undefined)
      if (!found) return answer(say.command.noMeeting())
      const author =
        authorId === undefined ? undefined : await personBySlackUser(house.db, house.councilId, authorId)
      const form = await questionForm(visitor, found, { text, askerId: author?.id, kind: 'request' })
      if (form) await client.views.open({ trigger_id: triggerId, view: questionModal(form, say) })
    }),
  )

  opening(ids.question.ask, ({ visitor, value }) => askShown(visitor, value, {}))
  opening(ids.question.edit, ({ visitor, value }) => {
    const { meetingId, recordId: questionId } = itemOf(value)
    return askShown(visitor, meetingId, { questionId })
  })
  opening(ids.question.list, ({ visitor, value }) => listShown(visitor, value))

  app.view(
    ids.question.form,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = questionWords(language)
      const { meetingId, recordId, question: changing } = questionMetadataOf(metadata)
      const sitting = await sittingAtHand(house, meetingId)
      if (!sitting) return saidInstead(say.refusals.title, sittingWords.refusals.notOpen())
      const byClerk = await isClerk(house, sitting.meeting.committeeId, by)
      const before =
        changing && (await questionsOfMeeting(house, meetingId)).find(({ id }) => id === changing.id)
      const question = await questionIn(house, fields, { askerId: byClerk ? undefined : by, before })
      if (!question) return { errors: { [field.owner]: say.errors.owner } }
      const outcome = changing
        ? await editQuestion(house, {
            by,
            meetingId,
            questionId: changing.id,
            version: changing.version,
            question,
          })
        : await recordQuestion(house, {
            by,
            meetingId,
            recordId: textOf(fields, field.item) || recordId || undefined,
            at: timeGiven(house, sitting, textOf(fields, field.time)),
            question,
          })
      if (!outcome.ok) return refusalAnswer(outcome.refusal, say)
      if (!changing) return { close: true }
      const shown = await listShown(visitor, `${meetingId}/${recordId}`)
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )

  for (const [id, act] of [
    [ids.question.up, moveQuestionUp],
    [ids.question.strike, strikeQuestion],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, answer } = visit
        const { meetingId, recordId: questionId } = itemOf(value)
        const outcome = await act(visitor.house, { by: visitor.personId, meetingId, questionId })
        if (outcome.ok) return shownAgain(visit)
        return () => answer(refusalSaid(outcome.refusal, questionWords(visitor.language)))
      }),
    )

  for (const id of [ids.question.confirm, ids.question.confirmAll])
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, answer } = visit
        const say = questionWords(visitor.language)
        const outcome = await confirmQuestions(visitor.house, {
          by: visitor.personId,
          ...questionsMarked(value),
        })
        if (!outcome.ok) return () => answer(refusalSaid(outcome.refusal, say))
        const { changed } = outcome.value
        return shownAgain(visit, changed === 0 ? undefined : say.list.changed(changed))
      }),
    )
}

/** Of what a member asks by command only the text is known. */
const NOTHING_MORE = {
  kind: 'request',
  askerName: '',
  ownerId: undefined,
  ownerName: '',
  due: 'none',
  dueOn: undefined,
  dueText: '',
} as const

async function askShown(visitor: Visitor, value: string, which: WhichQuestion): Promise<Shown> {
  const { meetingId, recordId } = itemOf(value)
  const say = questionWords(visitor.language)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const form = await questionForm(visitor, found.sitting, { ...which, recordId: recordId || undefined })
  return form ? { view: questionModal(form, say) } : { why: say.refusals.gone() }
}

/** The questions of an item; of the one under consideration, or the last that has any, where none is named. */
async function listShown(visitor: Visitor, value: string, first?: Mrkdwn): Promise<Shown> {
  const { meetingId, recordId } = itemOf(value)
  const say = questionWords(visitor.language)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const all = await questionsOfMeeting(visitor.house, meetingId)
  const item = itemMeant(found.sitting, recordId, new Set(all.map((one) => one.recordId)))
  if (!item) return { why: sittingWords.refusals.itemGone() }
  const model = {
    meetingId,
    recordId: item.recordId,
    item: sittingWords.item(item),
    questions: all.filter((one) => one.recordId === item.recordId),
    ...(first ? { first } : {}),
  }
  return { view: questionsView(model, say) }
}

function itemMeant(
  { business, current }: SittingAtHand,
  recordId: string,
  withQuestions: ReadonlySet<string>,
) {
  const named = business.find((one) => one.recordId === recordId)
  return named ?? current ?? business.findLast((one) => withQuestions.has(one.recordId)) ?? business[0]
}

async function shownAgain({ visitor, client, view }: PressVisit, first?: Mrkdwn) {
  if (!view) return undefined
  const shown = await listShown(visitor, view.metadata, first)
  return async () => {
    if ('view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
  }
}
