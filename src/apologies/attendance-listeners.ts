import type { App } from '@slack/bolt'
import { displayName, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { attendanceForm } from './attendance-form.ts'
import {
  attendanceMetadataOf,
  attendanceModal,
  attendanceRecordedView,
  attendanceSubmitted,
  notRecordedView,
  personField,
} from './attendance-views.ts'
import { attendanceWords as say } from './attendance-words.en.ts'
import { type RecordRefusal, recordAttendance, whyNotRecord } from './record-attendance.ts'

/** *Record who came*, for clerks, once a meeting has begun. */
export function registerAttendance(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.attendance.record },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const { house, personId } = visitor
      const meeting = await meetingAtHand(house, value)
      const refusal = await whyNotRecord(house, meeting, personId, house.now())
      if (refusal || !meeting) return answer(saidOf(refusal ?? { code: 'meeting-gone' }))
      const opened = { trigger_id: triggerId, view: attendanceModal(await attendanceForm(house, meeting, 0)) }
      await (view ? client.views.push(opened) : client.views.open(opened))
    }),
  )

  app.view(
    ids.attendance.form,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId, rows, page } = attendanceMetadataOf(metadata)
      const { said, missing, why } = attendanceSubmitted(fields)
      if (missing.length > 0)
        return { errors: Object.fromEntries(missing.map((name) => [name, say.refusals.choose])) }
      const outcome = await recordAttendance(house, { by, meetingId, seen: rows, said, why })
      if (!outcome.ok) return answerTo(house, outcome.refusal)
      const { meeting } = outcome.value
      const next = await attendanceForm(house, meeting, page + 1)
      return {
        show: next.page < next.pages ? attendanceModal(next) : attendanceRecordedView(meeting, outcome.value),
      }
    }),
  )
}

async function answerTo(house: House, refusal: RecordRefusal): Promise<SubmitAnswer> {
  switch (refusal.code) {
    case 'present-and-represented':
      return atPerson(refusal.personId, say.refusals.represented(await nameOf(house, refusal.memberId)))
    case 'seat-twice':
      return atPerson(refusal.personId, say.refusals.seatTwice(await nameOf(house, refusal.memberId)))
    case 'why-missing':
      return { errors: { [ids.attendance.field.why]: say.refusals.whyMissing } }
    default:
      return { show: notRecordedView(saidOf(refusal)) }
  }
}

function saidOf(refusal: RecordRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'not-a-clerk':
      return say.refusals.notAClerk()
    case 'not-begun':
      return say.refusals.notBegun(refusal.meeting)
    case 'not-held':
      return say.refusals.notHeld(refusal.meeting)
    case 'recorded-meanwhile':
      return say.refusals.meanwhile(refusal.meeting)
    default:
      return say.refusals.gone()
  }
}

function atPerson(personId: string, error: string): SubmitAnswer {
  return { errors: { [personField(personId)]: error } }
}

async function nameOf(house: House, personId: string): Promise<string> {
  const person = await personById(house, personId)
  return person ? displayName(person) : ''
}
