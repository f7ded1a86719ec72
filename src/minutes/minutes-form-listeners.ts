import type { App } from '@slack/bolt'
import { z } from 'zod'
import { civilDate } from '../calendar/civil.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { businessOf } from '../sitting/at-hand.ts'
import { editItem } from '../sitting/edit-item.ts'
import { areSigned } from '../sitting/signed.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import type { Visitor } from '../slack/visitor.ts'
import { agreeMinutes, amendMinutes, meetingsAfter } from './agree-minutes.ts'
import { chooseStyle } from './choose-style.ts'
import { draftMinutes } from './draft-minutes.ts'
import { minutesDesk } from './minutes-desk.ts'
import { notDone, opensForm, shown, shownById } from './minutes-form-ground.ts'
import { agreeModal, amendModal, editModal, settingsModal, signModal } from './minutes-forms.ts'
import { heldFor } from './minutes-listeners.ts'
import { notDoneView, saidView } from './minutes-views.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { registerPapers } from './paper-listeners.ts'
import { saidOfRefusal } from './say-refusal.ts'
import { signMinutes, whoMaySign } from './sign-minutes.ts'

const { field } = ids.minutes
const ofItem = z.object({ meetingId: z.string(), recordId: z.string(), version: z.number().int() })

/** The forms that the clerk opens from the view of the minutes. */
export function registerMinutesForms(app: App, reception: Reception, desk: Pick<ReadingDesk, 'read'>): void {
  registerEditing(app, reception)
  registerAgreeing(app, reception)
  registerSigning(app, reception)
  registerPapers(app, reception, desk)

  opensForm(app, reception, ids.minutes.settings, async ({ house }, meeting) => ({
    view: settingsModal(await minutesDesk(house, meeting)),
  }))
  app.view(
    ids.minutes.settingsForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
      const { house, personId: by } = visitor
      const at = await heldFor(visitor, meetingId)
      if ('why' in at) return { show: notDoneView(at.why) }
      const typed = textOf(fields, field.first)
      if (!/^\d{1,6}$/.test(typed) || Number(typed) < 1)
        return { errors: { [field.first]: say.settingsForm.notANumber } }
      const style = await chooseStyle(house, {
        by,
        committeeId: at.meeting.committeeId,
        style: textOf(fields, field.style),
      })
      if (!style.ok) return { show: notDoneView(saidOfRefusal(style.refusal)) }
      const drafted = await draftMinutes(house, { by, meetingId, firstNumber: Number(typed) })
      return drafted.ok ? shown(visitor, at.meeting) : notDone(drafted.refusal)
    }),
  )
}

function registerEditing(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.minutes.edit },
    asOpening(reception, async ({ visitor, client, triggerId, value: recordId, view, answer }) => {
      const meetingId = view?.metadata ?? ''
      const at = await heldFor(visitor, meetingId)
      if ('why' in at) return answer(at.why)
      if (await areSigned(visitor.house, meetingId)) return answer(say.refusals.signed())
      const item = (await businessOf(visitor.house, meetingId)).find((one) => one.recordId === recordId)
      if (!item) return answer(say.refusals['item-gone']())
      const metadata = JSON.stringify({ meetingId, recordId, version: item.version })
      await client.views.push({ trigger_id: triggerId, view: editModal(item, metadata) })
    }),
  )
  app.view(
    ids.minutes.editForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { meetingId, recordId, version } = ofItem.parse(JSON.parse(metadata))
      const row = await house.db.itemRecord.findFirst({
        where: { councilId: house.councilId, meetingId, id: recordId },
        select: { title: true, isClosed: true, summary: true },
      })
      if (!row) return { show: notDoneView(say.refusals['item-gone']()) }
      const outcome = await editItem(house, {
        by,
        meetingId,
        recordId,
        version,
        text: {
          title: row.title,
          isClosed: row.isClosed,
          presenters: textOf(fields, field.presenters)
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          presented: textOf(fields, field.presented),
          passage: textOf(fields, field.passage),
          summary: field.summary in fields ? textOf(fields, field.summary) : row.summary,
        },
      })
      return outcome.ok ? { show: saidView([say.editForm.saved()]) } : notDone(outcome.refusal)
    }),
  )
}

function registerAgreeing(app: App, reception: Reception): void {
  const later = async ({ house }: Visitor, meeting: MeetingAtHand) => {
    const found = await meetingsAfter(house, meeting, house)
    const meetings = await Promise.all(found.map((id) => meetingAtHand(house, id)))
    return meetings.filter((one) => one !== undefined)
  }
  for (const [id, form] of [
    [ids.minutes.agree, agreeModal],
    [ids.minutes.amend, amendModal],
  ] as const)
    opensForm(app, reception, id, async (visitor, meeting) => {
      const meetings = await later(visitor, meeting)
      return meetings.length === 0 ? { why: say.agreeForm.none() } : { view: form(meeting.id, meetings) }
    })
  app.view(
    ids.minutes.agreeForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
      const outcome = await agreeMinutes(visitor.house, {
        by: visitor.personId,
        meetingId,
        atMeetingId: textOf(fields, field.at),
        amendments: textOf(fields, field.amendments).split('\n'),
      })
      return outcome.ok ? shownById(visitor, meetingId) : notDone(outcome.refusal)
    }),
  )
  app.view(
    ids.minutes.amendForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
      const outcome = await amendMinutes(visitor.house, {
        by: visitor.personId,
        meetingId,
        atMeetingId: textOf(fields, field.at),
        text: textOf(fields, field.amendments).replaceAll(/\s*\n\s*/g, ' '),
      })
      return outcome.ok ? shownById(visitor, meetingId) : notDone(outcome.refusal)
    }),
  )
}

function registerSigning(app: App, reception: Reception): void {
  opensForm(app, reception, ids.minutes.sign, async ({ house }, meeting) => {
    const minutes = await house.db.minutes.findUnique({
      where: { councilId_meetingId: { councilId: house.councilId, meetingId: meeting.id } },
      select: { agreedAtMeetingId: true },
    })
    const at = minutes?.agreedAtMeetingId ? await meetingAtHand(house, minutes.agreedAtMeetingId) : undefined
    if (!at) return { why: say.refusals['not-agreed']() }
    const today = civilDate(house.now(), house.timeZone).toString()
    const signers = await whoMaySign(house, at)
    return { view: signModal(meeting.id, { signers, on: at.date > today ? today : at.date }) }
  })
  app.view(
    ids.minutes.signForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
      const outcome = await signMinutes(visitor.house, {
        by: visitor.personId,
        meetingId,
        signedById: textOf(fields, field.by),
        signedOn: textOf(fields, field.on),
      })
      return outcome.ok ? shownById(visitor, meetingId) : notDone(outcome.refusal)
    }),
  )
}
