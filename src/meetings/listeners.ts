import type { App } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { clerksToAsk } from '../committees/clerks-to-ask.ts'
import { type CommitteeFacts, committeesWhereClerk, isClerk } from '../committees/people.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, asOpening, type CommandVisit, type PressVisit, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import { changeEmail } from './change-email.ts'
import type { Follow } from './change-meeting.ts'
import { registerDuties } from './duty-listeners.ts'
import { registerForms } from './form-listeners.ts'
import { formMetadataOf } from './form-metadata.ts'
import { meetingAtHand } from './meeting.ts'
import { changeEmailView } from './receipt-views.ts'
import { registerReports } from './report-listeners.ts'
import { sayNotAClerk } from './say-refusal.ts'
import { changeForm, type ListBelow, meetingsModel, scheduleForm } from './screen-models.ts'
import type { MeetingState } from './types.ts'
import { changeModal, meetingsView, scheduleModal } from './views.ts'
import { meetingScreenWords } from './words.ts'

/** A word after `/meeting` that a later room answers, for clerks: "attendance". */
export interface MeetingWord {
  readonly word: string
  open(visit: CommandVisit): Promise<void>
}

/** What `/meeting` begins, wherever it is begun: what is planned. */
export const meetingsAct: MeetingWord = {
  word: 'meetings',
  async open({ visitor, client, triggerId, answer }) {
    const committees = await committeesWhereClerk(visitor.house, visitor.personId)
    if (committees.length === 0) return answer(await whoElse(visitor))
    await client.views.open({ trigger_id: triggerId, view: await listView(visitor, committees, 0) })
  },
}

/** `/meeting`: what is planned, scheduling and changing it. */
export function register(
  app: App,
  reception: Reception,
  follow: readonly Follow[] = [],
  words: readonly MeetingWord[] = [],
): void {
  app.command(
    '/meeting',
    asCommand(reception, async (visit) => {
      const { visitor, text, answer } = visit
      if (text === 'help') return answer(meetingScreenWords(visitor.language).help())
      const asked = words.find(({ word }) => word === text.toLowerCase())
      if (!asked) return meetingsAct.open(visit)
      const committees = await committeesWhereClerk(visitor.house, visitor.personId)
      if (committees.length === 0) return answer(await whoElse(visitor))
      await asked.open(visit)
    }),
  )

  for (const id of [ids.meeting.earlier, ids.meeting.later])
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async ({ visitor, client, value, view, answer }) => {
        if (!view) return
        const committees = await committeesWhereClerk(visitor.house, visitor.personId)
        if (committees.length === 0) return answer(await whoElse(visitor))
        const page = await listView(visitor, committees, Number(value))
        await client.views.update({ view_id: view.id, view: page })
      }),
    )

  app.action(
    { type: 'block_actions', action_id: ids.meeting.schedule },
    asOpening(reception, async ({ visitor, client, triggerId, view, answer }) => {
      const say = meetingScreenWords(visitor.language)
      const form = await scheduleForm(visitor.house, visitor.personId, listBelow(view))
      if (form.committees.length === 0) return answer(await whoElse(visitor))
      await openForm(client, { triggerId, view }, scheduleModal(form, say))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.meeting.change },
    asOpening(reception, async (visit) => {
      const form = await formFor(visit, visit.value, listBelow(visit.view))
      if (form) await openForm(visit.client, visit, form)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.meeting.openAgain },
    asOpening(reception, async (visit) => {
      const { client, view } = visit
      const form = await formFor(visit, visit.value, undefined)
      if (form && view) await client.views.update({ view_id: view.id, view: form })
    }),
  )

  // Another answer to what shall become of it: day, time and place are asked for only where there are any.
  app.action(
    { type: 'block_actions', block_id: ids.meeting.field.to },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = meetingScreenWords(visitor.language)
      const { id, version, list } = formMetadataOf(view.metadata)
      const meeting = await meetingAtHand(visitor.house, id)
      if (!meeting) return answer(say.refusals.gone())
      const form = await changeForm(visitor.house, meeting, { version, to: stateOf(value), list })
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: changeModal(form, say) })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own fields.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.meeting.email },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = meetingScreenWords(visitor.language)
      const email = await changeEmail(visitor.house, { by: visitor.personId, meetingId: value })
      if (email.ok)
        return void (await client.views.open({
          trigger_id: triggerId,
          view: changeEmailView(email.value, say),
        }))
      return answer(
        email.refusal.code === 'nothing-changed' ? say.email.nothingChanged() : await whoElse(visitor),
      )
    }),
  )

  registerForms(app, reception, follow)
  registerReports(app, reception)
  registerDuties(app, reception)
}

/** The form to change a meeting; somebody who may not is told why. */
async function formFor({ visitor, answer }: PressVisit, meetingId: string, list: ListBelow | undefined) {
  const { house } = visitor
  const say = meetingScreenWords(visitor.language)
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return void (await answer(say.refusals.gone()))
  if (!(await isClerk(house, meeting.committeeId, visitor.personId)))
    return void (await answer(await sayNotAClerk(house, meeting, say)))
  const shown = { version: meeting.version, to: 'scheduled' as const, list }
  return changeModal(await changeForm(house, meeting, shown), say)
}

/** On top of the list of meetings, or by itself from a message. */
async function openForm(
  client: WebClient,
  from: Pick<PressVisit, 'triggerId'> & { readonly view?: PressVisit['view'] | undefined },
  view: Parameters<WebClient['views']['open']>[0]['view'],
): Promise<void> {
  if (from.view) await client.views.push({ trigger_id: from.triggerId, view })
  else await client.views.open({ trigger_id: from.triggerId, view })
}

function listBelow(view: PressVisit['view']): ListBelow | undefined {
  return view && { viewId: view.id, page: Number(view.metadata) }
}

function stateOf(value: string): MeetingState {
  return value === 'cancelled' || value === 'postponed' ? value : 'scheduled'
}

export async function listView(visitor: Visitor, committees: readonly CommitteeFacts[], page: number) {
  const model = await meetingsModel(visitor.house, committees, Number.isInteger(page) ? page : 0)
  return meetingsView(model, meetingScreenWords(visitor.language))
}

/** For somebody who is no clerk: who is. */
async function whoElse({ house, personId, language }: Visitor) {
  const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
  return meetingScreenWords(language).refusals.onlyClerks(await clerksToAsk(house, personId, today))
}
