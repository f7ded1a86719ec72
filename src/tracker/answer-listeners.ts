import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { displayName, isClerk, membersOn, personById, personBySlackUser } from '../committees/people.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { fetchSlackFile } from '../slack/files.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import {
  ANSWER_ACCESS,
  type AnswerAtHand,
  answerAtHand,
  isEntitledToAnswer,
  isRestricted,
  mayClear,
} from './answers.ts'
import { type ClearRefusal, clearAnswer } from './clear-answer.ts'
import { answerEmailView } from './email-views.ts'
import {
  clearerKnown,
  type GiveAnswer,
  giveAnswer,
  LARGEST_NOTE_MB,
  NOTE_TYPES,
  noteOf,
} from './give-answer.ts'
import { heldByOwner } from './owner-held.ts'
import { owedRefusalAnswer, owedRefusalSaid } from './owner-refusals.ts'
import { answerForm, saidView, whyForm } from './owner-views.ts'
import type { OwnerWords } from './owner-words.en.ts'
import { ownerWords } from './owner-words.ts'
import { trackedRow } from './rows.ts'
import { trackerSettingsOf } from './settings.ts'
import type { TrackedRow } from './types.ts'

const { answer: of } = ids
const { field } = of

/** Answers: given, cleared, and handed to those entitled. */
export function registerAnswers(app: App, reception: Reception): void {
  registerGiving(app, reception)
  registerClearing(app, reception)
  registerReading(app, reception)
}

function registerGiving(app: App, reception: Reception): void {
  openings(app, reception)(of.give, async ({ visitor, value }) => {
    const found = await heldByOwner(visitor, value)
    if ('why' in found) return found
    const say = ownerWords(visitor.language)
    if (found.row.state !== 'open' && found.row.state !== 'paused') return { why: say.refusals.over() }
    return { view: await formFor(visitor, found.row, undefined) }
  })
  // Who may read it decides what is asked for: of what is not public there is no field for words or files.
  app.action(
    { type: 'block_actions', block_id: field.access },
    asOpening(reception, async (visit) => {
      const { visitor, view, client, value, answer } = visit
      const found = await heldByOwner(visitor, view?.metadata ?? '')
      if ('why' in found) return answer(found.why)
      if (view)
        await client.views.update({
          view_id: view.id,
          hash: view.hash,
          view: await formFor(visitor, found.row, value),
        })
    }),
  )
  app.view(
    of.form,
    asSubmit(reception, async ({ visitor, client, viewId, fields, metadata: rowId, afterwards }) => {
      const say = ownerWords(visitor.language)
      const given = await answerIn(visitor, rowId, fields)
      if ('errors' in given) return given
      const [fileId] = listOf(fields, field.file)
      if (given.access !== 'public' || fileId === undefined) return recorded(visitor, given, say)
      const held = await heldByOwner(visitor, rowId)
      if ('why' in held) return { show: saidView(say.refusals.title, held.why, say.close) }
      afterwards('taking a briefing note over', async () => {
        const fetched = await fetchSlackFile(client, fileId, { megabytes: LARGEST_NOTE_MB })
        const view = fetched.ok
          ? await storedView(visitor, { ...given, file: fetched.value }, say)
          : saidView(
              say.refusals.title,
              fetched.refusal.code === 'file-too-large'
                ? say.refusals.tooLarge(fetched.refusal.name, LARGEST_NOTE_MB)
                : say.refusals.notFetched(fetched.refusal.name),
              say.close,
            )
        await client.views.update({ view_id: viewId, view })
      })
      return { show: saidView(say.answer.title, say.answer.reading(), say.close) }
    }),
  )
}

async function formFor(
  { house, language }: Visitor,
  row: TrackedRow,
  wanted: string | undefined,
): Promise<ModalView> {
  const { needsClearance } = await trackerSettingsOf(house, row.committeeId)
  const access = ANSWER_ACCESS.find((one) => one === wanted) ?? 'public'
  return answerForm(
    {
      row,
      access: row.isClosed && access === 'public' ? 'exempt' : access,
      asksClearer: needsClearance && (await clearerKnown(house, row)) === undefined,
      megabytes: LARGEST_NOTE_MB,
      types: NOTE_TYPES,
    },
    ownerWords(language),
  )
}

async function answerIn(
  { house, personId, language }: Visitor,
  rowId: string,
  fields: Fields,
): Promise<GiveAnswer | { readonly errors: Record<string, string> }> {
  const chosen = textOf(fields, field.clearer)
  const clearer = chosen === '' ? undefined : await personBySlackUser(house.db, house.councilId, chosen)
  if (chosen !== '' && !clearer)
    return { errors: { [field.clearer]: ownerWords(language).errors['clearer-missing'] } }
  return {
    by: personId,
    rowId,
    access: ANSWER_ACCESS.find((one) => one === textOf(fields, field.access)) ?? 'exempt',
    text: textOf(fields, field.text),
    file: undefined,
    address: textOf(fields, field.address),
    clearerId: clearer?.id,
  }
}

async function recorded(visitor: Visitor, given: GiveAnswer, say: OwnerWords): Promise<SubmitAnswer> {
  const outcome = await giveAnswer(visitor.house, given)
  if (!outcome.ok) return owedRefusalAnswer(outcome.refusal, say)
  return { show: await receiptView(visitor, given.rowId, outcome.value.clearer, say) }
}

/** After the form is acknowledged there is no field any more to say it at. */
async function storedView(visitor: Visitor, given: GiveAnswer, say: OwnerWords): Promise<ModalView> {
  const outcome = await giveAnswer(visitor.house, given)
  return outcome.ok
    ? receiptView(visitor, given.rowId, outcome.value.clearer, say)
    : saidView(say.refusals.title, owedRefusalSaid(outcome.refusal, say), say.close)
}

async function receiptView(
  { house }: Visitor,
  rowId: string,
  clearerId: string | undefined,
  say: OwnerWords,
): Promise<ModalView> {
  const row = await trackedRow(house, rowId)
  const clearer = clearerId === undefined ? undefined : await personById(house, clearerId)
  const reference = row?.reference ?? ''
  const said = clearer ? say.answer.waits(reference, displayName(clearer)) : say.answer.shared(reference)
  return saidView(say.answer.title, said, say.close)
}

function registerClearing(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: of.clear },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = ownerWords(visitor.language)
      const act = { by: visitor.personId, answerId: value, cleared: true, why: '' }
      const outcome = await clearAnswer(visitor.house, act)
      return () => answer(outcome.ok ? say.clearance.cleared() : clearRefusal(outcome.refusal, say))
    }),
  )
  openings(app, reception)(of.sendBack, async ({ visitor, value }) => {
    const { house, personId, language } = visitor
    const say = ownerWords(language)
    const found = await answerAtHand(house, value)
    if (!found) return { why: say.refusals.gone() }
    if (!(await mayClear(house, found, personId, todayOf(visitor)))) return { why: say.refusals.notClearer() }
    if (found.clearance !== 'waiting') return { why: say.refusals.decided() }
    const { title, submit, why } = say.clearance
    return {
      view: whyForm({
        id: of.sendBackForm,
        field: field.why,
        title,
        submit,
        cancel: say.cancel,
        label: why,
        metadata: found.id,
      }),
    }
  })
  app.view(
    of.sendBackForm,
    asSubmit(reception, async ({ visitor, fields, metadata: answerId }): Promise<SubmitAnswer> => {
      const say = ownerWords(visitor.language)
      const why = textOf(fields, field.why)
      const outcome = await clearAnswer(visitor.house, {
        by: visitor.personId,
        answerId,
        cleared: false,
        why,
      })
      if (outcome.ok) return { show: saidView(say.clearance.title, say.clearance.sentBack(why), say.close) }
      if (outcome.refusal.code === 'why-missing')
        return { errors: { [field.why]: say.errors['why-missing'] } }
      return { show: saidView(say.refusals.title, clearRefusal(outcome.refusal, say), say.close) }
    }),
  )
}

function clearRefusal(refusal: ClearRefusal, say: OwnerWords): Mrkdwn {
  return refusal.code === 'not-yours' ? say.refusals.notClearer() : owedRefusalSaid(refusal, say)
}

/** Who may have it is looked at again at each press: a message may be older than a change of the committee. */
function registerReading(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: of.file },
    asOpening(reception, async ({ visitor, client, value, answer }) => {
      const say = ownerWords(visitor.language)
      const found = await readable(visitor, value)
      if ('why' in found) return answer(found.why)
      const note = isRestricted(found.answer) ? undefined : await noteOf(visitor.house, value)
      if (!note) return answer(say.refusals.noFileThere())
      // Said first: handing the file over may take longer than there is to answer in.
      await answer(say.answered.coming())
      const title = say.answered.fileTitle(found.answer.row.reference)
      await handOver(client, visitor.slackUserId, { name: note.name, title, alt: title, bytes: note.bytes })
    }),
  )
  app.action(
    { type: 'block_actions', action_id: of.address },
    asOpening(reception, async ({ visitor, value, answer }) => {
      const found = await readable(visitor, value)
      if ('why' in found) return answer(found.why)
      return answer(ownerWords(visitor.language).answered.addressIs(found.answer.address))
    }),
  )
  openings(app, reception)(of.read, async ({ visitor, value }) => {
    const say = ownerWords(visitor.language)
    const found = await readable(visitor, value)
    if ('why' in found) return found
    const { answer: at } = found
    const said = isRestricted(at) ? say.answered.restricted() : say.answered.words(at.text)
    return { view: saidView(say.answer.title, said, say.close) }
  })
  openings(app, reception)(of.email, async ({ visitor, value }) => {
    const { house, personId, language } = visitor
    const say = ownerWords(language)
    const found = await answerAtHand(house, value)
    if (!found) return { why: say.refusals.gone() }
    const { row } = found
    if (!(await isClerk(house, row.committeeId, personId))) return { why: say.refusals.notClerk() }
    const committee = await house.db.committee.findFirst({
      where: { councilId: house.councilId, id: row.committeeId },
    })
    const members = await membersOn(house.db, house.councilId, row.committeeId, todayOf(visitor))
    const asker = row.asker && !isRestricted(found) ? [row.asker] : []
    const people = [...members.map(({ person }) => person), ...asker]
    return { view: answerEmailView(found, committee?.name ?? '', people, say) }
  })
}

async function readable(
  visitor: Visitor,
  answerId: string,
): Promise<{ readonly answer: AnswerAtHand } | { readonly why: Mrkdwn }> {
  const { house, personId, language } = visitor
  const say = ownerWords(language)
  const answer = await answerAtHand(house, answerId)
  if (!answer) return { why: say.refusals.gone() }
  const may = await isEntitledToAnswer(house, answer, personId, todayOf(visitor))
  return may ? { answer } : { why: say.refusals.notEntitled() }
}

function todayOf({ house }: Visitor): string {
  return house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
}
