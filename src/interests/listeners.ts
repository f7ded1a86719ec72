import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { MeetingWord } from '../meetings/listeners.ts'
import { meetingsToSitAt } from '../meetings/substitutions.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, asOpening, asRecord, type CommandVisit, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import { declareForm } from './declare-form.ts'
import { declareNothing } from './declare-nothing.ts'
import { registerForms } from './form-listeners.ts'
import { formMetadataOf } from './form-metadata.ts'
import { askedItemsOf } from './meeting-items.ts'
import { dispensationsShown, noticesShown, registerOfficers } from './officer-listeners.ts'
import { ownList } from './own-list.ts'
import { sayRefusal, whyNoForm, whyNotThis } from './say-refusal.ts'
import { interestsAsked } from './unanswered-interests.ts'
import { declareModal, ownListView, saidView } from './views.ts'
import { withdrawNotice } from './withdraw-interest.ts'
import { interestWords } from './words.ts'

/** What a member has given notice of, wherever they ask for it. */
export const interestsAct: MeetingWord = {
  word: 'interests',
  async open({ visitor, client, triggerId }) {
    const say = interestWords(visitor.language)
    const own = await ownList(visitor.house, visitor.personId, say)
    await client.views.open({ trigger_id: triggerId, view: ownListView(own, say) })
  },
}

/** `/declare`, the buttons of a member's message, and what clerks and the Monitoring Officer do. */
export function register(app: App, reception: Reception): void {
  app.command(
    '/declare',
    asCommand(reception, async (visit) => {
      const { visitor, client, triggerId, text, answer } = visit
      const say = interestWords(visitor.language)
      const open = (view: ModalView) => client.views.open({ trigger_id: triggerId, view })
      switch (text.toLowerCase()) {
        case '': {
          const form = await declareForm(visitor.house, { memberId: visitor.personId, way: 'command' })
          if (!form) return answer(await whyNoForm(visitor, say))
          return void (await open(declareModal(form, say)))
        }
        case 'nothing':
          return nothingByCommand(visit)
        case 'list':
          return interestsAct.open(visit)
        case 'notices':
        case 'dispensations': {
          const show = text.toLowerCase() === 'notices' ? noticesShown : dispensationsShown
          const shown = await show(visitor)
          return 'why' in shown ? answer(shown.why) : void (await open(shown.view))
        }
        case 'help':
          return answer(say.help())
        default:
          return answer(say.unknown(text))
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.open },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const say = interestWords(visitor.language)
      const form = await declareForm(visitor.house, {
        memberId: visitor.personId,
        way: 'button',
        meetingId: value,
      })
      if (!form) return answer(await whyNotThis(visitor, value, say))
      const shown = declareModal(form, say)
      // In the agenda's view the form takes its place.
      if (view) await client.views.update({ view_id: view.id, view: shown })
      else await client.views.open({ trigger_id: triggerId, view: shown })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.nothing },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId } = visitor
      const say = interestWords(visitor.language)
      const asked = askedItemsOf(value)
      const outcome = await declareNothing(house, {
        ...asked,
        memberId: personId,
        by: personId,
        way: 'button',
      })
      if (!outcome.ok) {
        const why = await sayRefusal(house, outcome.refusal, asked.meetingId, say)
        return () => answer(why)
      }
      if (!view) return undefined
      const { standing, meeting } = outcome.value
      const said = standing === 0 ? say.receipt.nothing(meeting) : say.receipt.nothingMore(standing, meeting)
      return async () =>
        void (await client.views.update({ view_id: view.id, view: saidView(say.receipt.title, said, say) }))
    }),
  )

  // Another meeting chosen in the form.
  app.action(
    { type: 'block_actions', block_id: ids.interests.field.meeting },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = interestWords(visitor.language)
      const { way } = formMetadataOf(view.metadata)
      const form = await declareForm(visitor.house, { memberId: visitor.personId, way, meetingId: value })
      if (!form) return answer(await whyNotThis(visitor, value, say))
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: declareModal(form, say) })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own meeting.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.formNothing },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return undefined
      const { house, personId: by } = visitor
      const say = interestWords(visitor.language)
      const { way, forId } = formMetadataOf(view.metadata)
      const asked = askedItemsOf(value)
      const outcome = await declareNothing(house, { ...asked, memberId: forId ?? by, by, way })
      if (!outcome.ok) {
        const why = await sayRefusal(house, outcome.refusal, asked.meetingId, say)
        return () => answer(why)
      }
      const { standing, meeting } = outcome.value
      const said = standing === 0 ? say.receipt.nothing(meeting) : say.receipt.nothingMore(standing, meeting)
      return async () =>
        void (await client.views.update({ view_id: view.id, view: saidView(say.receipt.title, said, say) }))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.change },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = interestWords(visitor.language)
      const form = await formBehind(visitor, view.metadata, value)
      if (!form) return answer(say.refusals.noticeGone())
      await client.views.update({ view_id: view.id, view: declareModal(form, say) })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.interests.withdraw },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return undefined
      const { house, personId: by } = visitor
      const say = interestWords(visitor.language)
      const { meetingId, day, way, forId } = formMetadataOf(view.metadata)
      const act = { meetingId, day, memberId: forId ?? by, by, way, noticeId: value }
      const outcome = await withdrawNotice(house, act)
      if (!outcome.ok) {
        const why = await sayRefusal(house, outcome.refusal, meetingId, say)
        return () => answer(why)
      }
      const form = await formBehind(visitor, view.metadata)
      return async () => {
        if (form) await client.views.update({ view_id: view.id, view: declareModal(form, say) })
      }
    }),
  )

  registerForms(app, reception)
  registerOfficers(app, reception)
}

/** The form that is open, as it is now; with a notice to be changed where one is named. */
function formBehind({ house, personId }: Visitor, metadata: string, changingId?: string) {
  const { meetingId, way, forId } = formMetadataOf(metadata)
  return declareForm(house, {
    memberId: forId ?? personId,
    way,
    meetingId,
    isRelayed: forId !== undefined,
    changingId,
  })
}

/** `/declare nothing`: for the next meeting whose agenda is out. */
async function nothingByCommand({ visitor, answer }: CommandVisit): Promise<void> {
  const { house, personId } = visitor
  const say = interestWords(visitor.language)
  const ahead = await meetingsToSitAt(house, personId, house.now(), house.timeZone)
  const [next] = ahead
  if (!next) return answer(await whyNoForm(visitor, say))
  const withAgenda = await house.db.agendaItem.groupBy({
    by: ['meetingId'],
    where: { councilId: house.councilId, meetingId: { in: ahead.map(({ id }) => id) }, withdrawnAt: null },
  })
  const meeting = ahead.find(({ id }) => withAgenda.some(({ meetingId }) => meetingId === id))
  if (!meeting) return answer(say.none.noAgenda(meetingWords.meeting(next)))
  const { mark } = await interestsAsked(house, meeting, personId)
  const outcome = await declareNothing(house, {
    meetingId: meeting.id,
    day: meeting.date,
    mark,
    memberId: personId,
    by: personId,
    way: 'command',
  })
  if (!outcome.ok) return answer(await sayRefusal(house, outcome.refusal, meeting.id, say))
  const { standing } = outcome.value
  return answer(standing === 0 ? say.receipt.nothing(meeting) : say.receipt.nothingMore(standing, meeting))
}
