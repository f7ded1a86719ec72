import type { App } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import type { House } from '../database/house.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { lengthOf, limits } from '../slack/limits.ts'
import { asOpening, asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { type AnswerRefusal, answerDuty } from './duty-answer.ts'
import { dutyById } from './duty-rows.ts'
import { reportsShown } from './duty-shown.ts'
import { allOwnView, lateModal } from './duty-views.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'
import { isAhead } from './report-ground.ts'
import { reportRefusalView, saidView } from './report-views.ts'
import type { ReportWords } from './report-words.en.ts'
import { reportWords } from './report-words.ts'

const { field } = ids.report

/** Whoever owes something answers in place: *Done*, or *Late because…*. */
export function registerDuties(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.report.done },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId } = visitor
      const say = reportWords(visitor.language)
      const act = { by: personId, dutyId: value, answer: { kind: 'done' as const } }
      const outcome = await answerDuty(house, act)
      if (!outcome.ok) {
        const why = whyNot(outcome.refusal, say)
        return () => answer(why)
      }
      if (!view) return undefined
      const { meeting } = outcome.value
      return async () => {
        await client.views.update({ view_id: view.id, view: await allOwn(house, meeting, personId, say) })
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.report.late },
    asOpening(reception, async ({ visitor, client, triggerId, value, view, answer }) => {
      const { house, personId } = visitor
      const say = reportWords(visitor.language)
      const duty = await dutyById(house, value)
      const meeting = duty && (await meetingAtHand(house, duty.meetingId))
      const reports = meeting
        ? (await reportsShown(house, meeting, { now: house.now(), personId })).reports
        : []
      const report = reports.find(({ duties }) => duties.some(({ id }) => id === value))
      const shown = report?.duties.find(({ id }) => id === value)
      if (!report || !shown) return answer(say.refusals.notNeeded())
      const form = lateModal({ dutyId: value, title: report.title, duty: shown }, say)
      if (view) await client.views.push({ trigger_id: triggerId, view: form })
      else await client.views.open({ trigger_id: triggerId, view: form })
    }),
  )

  app.view(
    ids.report.lateForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const say = reportWords(visitor.language)
      const reason = textOf(fields, field.reason)
      const expectedOn = textOf(fields, field.expected)
      if (reason === '') return { errors: { [field.reason]: say.form.missing } }
      if (expectedOn === '') return { errors: { [field.expected]: say.form.missing } }
      const outcome = await answerDuty(visitor.house, {
        by: visitor.personId,
        dutyId: metadata,
        answer: { kind: 'late', reason, expectedOn },
      })
      if (outcome.ok) return { show: saidView(say.late.recordedTitle, say.late.recorded(expectedOn), say) }
      const { refusal } = outcome
      if (refusal.code === 'past-day') return { errors: { [field.expected]: say.late.pastDay } }
      if (refusal.code === 'after-meeting') return { errors: { [field.expected]: say.late.afterMeeting } }
      return { show: reportRefusalView(whyNot(refusal, say), say) }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.report.all },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const { house, personId } = visitor
      const say = reportWords(visitor.language)
      const meeting = await meetingAtHand(house, value)
      if (!meeting) return answer(say.refusals.gone())
      const view = await allOwn(house, meeting, personId, say)
      await client.views.open({ trigger_id: triggerId, view })
    }),
  )
}

async function allOwn(house: House, meeting: MeetingAtHand, personId: string, say: ReportWords) {
  const { reports } = await reportsShown(house, meeting, { now: house.now(), personId })
  const isDue = isAhead(meeting, house.now())
  const model = { meetingId: meeting.id, meeting, reports, timeZone: house.timeZone, isDue }
  return allOwnView(model, say, fitsView)
}

/** Some bytes of a view are its title, its buttons and its metadata. */
function fitsView(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= limits.view.blocks && lengthOf(JSON.stringify(blocks)) < limits.view.bytes / 4
}

function whyNot(refusal: AnswerRefusal, say: ReportWords): Mrkdwn {
  switch (refusal.code) {
    case 'not-needed':
      return say.refusals.notNeeded()
    case 'asked-of-another':
      return say.refusals.askedOfAnother(refusal.name)
    case 'not-ahead':
      return say.refusals.notAhead(refusal.meeting)
    case 'past-day':
      return mrkdwn`${say.late.pastDay}`
    case 'after-meeting':
      return mrkdwn`${say.late.afterMeeting}`
  }
}
