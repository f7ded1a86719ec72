import type { App } from '@slack/bolt'
import { z } from 'zod'
import { civilDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { ReadingDesk } from '../documents/reading-desk.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { businessOf } from '../sitting/at-hand.ts'
import { editItem } from '../sitting/edit-item.ts'
import { areSigned } from '../sitting/signed.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { type ActAtMeeting, agreeMinutes, amendMinutes, meetingsAfter } from './agree-minutes.ts'
import { chooseStyle } from './choose-style.ts'
import { draftMinutes } from './draft-minutes.ts'
import { minutesDesk } from './minutes-desk.ts'
import { answered, notDone, opensForm } from './minutes-form-ground.ts'
import { agreeModal, amendModal, editModal, settingsModal, signModal } from './minutes-forms.ts'
import { heldFor } from './minutes-listeners.ts'
import { notDoneView, saidView } from './minutes-views.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { registerPapers } from './paper-listeners.ts'
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
      // The numbers first: where they are refused, nothing of the form is done.
      const drafted = await draftMinutes(house, { by, meetingId, firstNumber: Number(typed) })
      if (!drafted.ok) return notDone(drafted.refusal)
      const { committeeId } = at.meeting
      const style = await chooseStyle(house, { by, committeeId, style: textOf(fields, field.style) })
      return answered(visitor, meetingId, style)
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

const AGREED = [
  {
    button: ids.minutes.agree,
    form: agreeModal,
    submitted: ids.minutes.agreeForm,
    record: (house: House, act: ActAtMeeting, typed: string) =>
      agreeMinutes(house, { ...act, amendments: typed.split('\n') }),
  },
  {
    button: ids.minutes.amend,
    form: amendModal,
    submitted: ids.minutes.amendForm,
    record: (house: House, act: ActAtMeeting, typed: string) =>
      amendMinutes(house, { ...act, text: typed.replaceAll(/\s*\n\s*/g, ' ') }),
  },
]

function registerAgreeing(app: App, reception: Reception): void {
  for (const { button, form, submitted, record } of AGREED) {
    opensForm(app, reception, button, async ({ house }, meeting) => {
      const later = await meetingsAfter(house, meeting, house)
      return later.length === 0 ? { why: say.agreeForm.none() } : { view: form(meeting.id, later) }
    })
    app.view(
      submitted,
      asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
        const act = { by: visitor.personId, meetingId, atMeetingId: textOf(fields, field.at) }
        const outcome = await record(visitor.house, act, textOf(fields, field.amendments))
        return answered(visitor, meetingId, outcome)
      }),
    )
  }
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
      return answered(visitor, meetingId, outcome)
    }),
  )
}
