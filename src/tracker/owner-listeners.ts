import type { App } from '@slack/bolt'
import { personBySlackUser } from '../committees/people.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerAnswers } from './answer-listeners.ts'
import { askForTime } from './ask-for-time.ts'
import { registerLeaves } from './leave-listeners.ts'
import { noteSeen } from './note-seen.ts'
import { owedBy, owedInPlaceOf } from './own-rows.ts'
import type { ActOnOwed } from './owner-acting.ts'
import { heldByOwner } from './owner-held.ts'
import { owedRefusalAnswer, owedRefusalSaid } from './owner-refusals.ts'
import { doneForm, moreTimeForm, notMineForm, owedListView, saidView, updateForm } from './owner-views.ts'
import type { OwnerWords } from './owner-words.en.ts'
import { ownerWords } from './owner-words.ts'
import { proposeComplete, takeProposalBack } from './propose-complete.ts'
import { trackedRow } from './rows.ts'
import { sayNotMine } from './say-not-mine.ts'
import { RAGS, type TrackedRow } from './types.ts'
import { updateAction } from './update-action.ts'
import { registerWishes } from './wish-listeners.ts'

const { owed } = ids
const { field } = owed

/** What owners do about what they owe, wherever the buttons stand: in a reminder, on Home, in a list. */
export function registerOwners(app: App, reception: Reception): void {
  registerForms(app, reception)
  registerPresses(app, reception)
  registerAnswers(app, reception)
  registerWishes(app, reception)
  registerLeaves(app, reception)
}

function registerForms(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  for (const [id, form] of [
    [owed.update, (row: TrackedRow, _today: string, say: OwnerWords) => updateForm(row, say)],
    [owed.done, doneForm],
    [owed.moreTime, (row: TrackedRow, _today: string, say: OwnerWords) => moreTimeForm(row, say)],
    [owed.notMine, (row: TrackedRow, _today: string, say: OwnerWords) => notMineForm(row, say)],
  ] as const)
    opening(id, async ({ visitor, value }) => {
      const found = await heldByOwner(visitor, value)
      if ('why' in found) return found
      const say = ownerWords(visitor.language)
      if (found.row.state !== 'open') return { why: say.refusals.over() }
      return { view: form(found.row, found.today, say) }
    })

  submitted(app, reception, owed.updateForm, async (act, fields, { house }, say) => {
    const rag = RAGS.find((one) => one === textOf(fields, field.rag))
    const outcome = await updateAction(house, { ...act, text: textOf(fields, field.text), rag })
    return outcome.ok
      ? { said: say.update.recorded, title: say.update.title }
      : { answer: owedRefusalAnswer(outcome.refusal, say) }
  })
  submitted(app, reception, owed.doneForm, async (act, fields, { house }, say) => {
    const given = { text: textOf(fields, field.text), doneOn: textOf(fields, field.doneOn) }
    const outcome = await proposeComplete(house, { ...act, ...given })
    return outcome.ok
      ? { said: say.done.recorded, title: say.done.title }
      : { answer: owedRefusalAnswer(outcome.refusal, say) }
  })
  submitted(app, reception, owed.moreTimeForm, async (act, fields, { house }, say) => {
    const given = { why: textOf(fields, field.why), until: textOf(fields, field.until) }
    const outcome = await askForTime(house, { ...act, ...given })
    return outcome.ok
      ? { said: say.moreTime.recorded, title: say.moreTime.title }
      : { answer: owedRefusalAnswer(outcome.refusal, say) }
  })
  submitted(app, reception, owed.notMineForm, async (act, fields, { house }, say) => {
    const chosen = textOf(fields, field.person)
    const person = chosen === '' ? undefined : await personBySlackUser(house.db, house.councilId, chosen)
    if (chosen !== '' && !person)
      return { answer: { errors: { [field.person]: say.errors['unknown-person'] } } }
    const outcome = await sayNotMine(house, {
      ...act,
      why: textOf(fields, field.why),
      proposedId: person?.id,
      proposedName: textOf(fields, field.name),
    })
    return outcome.ok
      ? { said: say.notMine.recorded, title: say.notMine.title }
      : { answer: owedRefusalAnswer(outcome.refusal, say) }
  })
}

function registerPresses(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: owed.seen },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = ownerWords(visitor.language)
      const outcome = await noteSeen(visitor.house, { by: visitor.personId, rowId: value })
      const row = await trackedRow(visitor.house, value)
      const reference = row?.reference ?? ''
      if (!outcome.ok) return () => answer(owedRefusalSaid(outcome.refusal, say))
      return () => answer(outcome.value.already ? say.seen.already(reference) : say.seen.done(reference))
    }),
  )
  app.action(
    { type: 'block_actions', action_id: owed.notDone },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = ownerWords(visitor.language)
      const outcome = await takeProposalBack(visitor.house, { by: visitor.personId, rowId: value })
      if (!outcome.ok) return () => answer(owedRefusalSaid(outcome.refusal, say))
      const row = await trackedRow(visitor.house, value)
      return () => answer(say.done.takenBack(row?.reference ?? ''))
    }),
  )
  openings(app, reception)(owed.list, ({ visitor, value }) => owedShown(visitor, value))
  turnsPages(app, reception, owed.list, owedShown)
}

type Recorded =
  | { readonly said: (reference: string) => Mrkdwn; readonly title: string }
  | { readonly answer: SubmitAnswer }

/** A form about a row: what was recorded is said in its place. */
function submitted(
  app: App,
  reception: Reception,
  id: string,
  act: (act: ActOnOwed, fields: Fields, visitor: Visitor, say: OwnerWords) => Promise<Recorded>,
): void {
  app.view(
    id,
    asSubmit(reception, async ({ visitor, fields, metadata: rowId }): Promise<SubmitAnswer> => {
      const say = ownerWords(visitor.language)
      const recorded = await act({ by: visitor.personId, rowId }, fields, visitor, say)
      if ('answer' in recorded) return recorded.answer
      const row = await trackedRow(visitor.house, rowId)
      return { show: saidView(recorded.title, recorded.said(row?.reference ?? ''), say.close) }
    }),
  )
}

async function owedShown({ house, personId, language }: Visitor, value: string): Promise<Shown> {
  const [, page] = value.split('/')
  const own = await owedBy(house, personId)
  const others = await owedInPlaceOf(house, personId)
  const model = {
    today: house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString(),
    parts: [
      { inPlaceOf: undefined, rows: own.rows },
      ...others.map(({ name, owed: theirs }) => ({ inPlaceOf: name, rows: theirs.rows })),
    ],
    page: Number(page),
  }
  return { view: owedListView(model, ownerWords(language)) }
}
