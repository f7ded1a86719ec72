import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { civilDate } from '../calendar/civil.ts'
import { committeesWhereClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitVisit } from '../slack/listen.ts'
import { emailText, namedWithAddress } from './change-email.ts'
import { changeMeeting, type Follow, type MeetingChanged } from './change-meeting.ts'
import { asksAfresh } from './change-rules.ts'
import { changeWords } from './change-words.en.ts'
import { checkDay } from './day-check.ts'
import { type FormMetadata, formMetadataOf } from './form-metadata.ts'
import { planMeeting } from './plan-meeting.ts'
import { changedView, scheduledView } from './receipt-views.ts'
import { answerToChange, answerToPlan } from './say-refusal.ts'
import { meetingsModel } from './screen-models.ts'
import type { MeetingScreenWords } from './screen-words.en.ts'
import { changeSubmitted, whenSubmitted } from './submissions.ts'
import { meetingsView } from './views.ts'
import { meetingScreenWords } from './words.ts'

const { field } = ids.meeting

/** The two forms of a clerk: schedule a meeting, change one. */
export function registerForms(app: App, reception: Reception, follow: readonly Follow[]): void {
  app.view(
    ids.meeting.changeForm,
    asSubmit(reception, async (visit) => {
      const { visitor, fields } = visit
      const { house, personId: by } = visitor
      const say = meetingScreenWords(visitor.language)
      const change = changeSubmitted(fields, say)
      if (!change.ok) return { errors: change.errors }
      const { id: meetingId, version, list } = formMetadataOf(visit.metadata)
      const outcome = await changeMeeting(house, { by, meetingId, version, change: change.value }, follow)
      refreshList(reception, visit, list)
      if (!outcome.ok) return answerToChange(house, outcome.refusal, say)
      return { show: await receiptOf(house, outcome.value, say) }
    }),
  )

  app.view(
    ids.meeting.scheduleForm,
    asSubmit(reception, async (visit) => {
      const { visitor, fields } = visit
      const { house, personId: by } = visitor
      const say = meetingScreenWords(visitor.language)
      const when = whenSubmitted(fields, say)
      if (!when.ok) return { errors: when.errors }
      const committeeId = textOf(fields, field.committee)
      const outcome = await planMeeting(house, { by, committeeId, ...when.value })
      refreshList(reception, visit, formMetadataOf(visit.metadata).list)
      if (!outcome.ok) return answerToPlan(house, outcome.refusal, say)
      const { meeting } = outcome.value
      return { show: scheduledView({ meeting, day: await dayOf(house, meeting.date) }, say) }
    }),
  )
}

/** The list of meetings stands below the form: whoever closes the form sees it as it is now. */
function refreshList(reception: Reception, visit: SubmitVisit, list: FormMetadata['list']): void {
  if (!list) return
  const { visitor, client } = visit
  const { house, personId, language } = visitor
  visit.afterwards('showing the list of meetings', async () => {
    const committees = await committeesWhereClerk(house, personId)
    const model = await meetingsModel(house, committees, list.page)
    try {
      await client.views.update({
        view_id: list.viewId,
        view: meetingsView(model, meetingScreenWords(language)),
      })
    } catch (error) {
      // Often closed meanwhile; and whatever it was, the change is made and its receipt stands.
      reception.log.info({ err: error }, 'the list of meetings below a form could not be made true')
    }
  })
}

async function receiptOf(house: House, changed: MeetingChanged, say: MeetingScreenWords): Promise<ModalView> {
  const { meeting, change, told, quietly, withoutSlack } = changed
  return changedView(
    {
      line: changeWords.line(meeting.committeeName, change),
      channelId: meeting.channelId,
      told,
      quietly,
      asked: asksAfresh(change.before, change.after),
      day: isNewDay(change) ? await dayOf(house, meeting.date) : undefined,
      email:
        withoutSlack.length === 0
          ? undefined
          : {
              names: withoutSlack.map(namedWithAddress),
              text: emailText(meeting.committeeName, change),
            },
    },
    say,
  )
}

function isNewDay({ before, after }: MeetingChanged['change']): boolean {
  return after.state === 'scheduled' && (after.date !== before.date || before.state !== 'scheduled')
}

function dayOf(house: House, date: string) {
  return checkDay(house, Temporal.PlainDate.from(date), civilDate(house.now(), house.timeZone))
}
