import type { App } from '@slack/bolt'
import { z } from 'zod'
import { clerksOf, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import {
  asOpening,
  asSubmit,
  type PressVisit,
  type Reception,
  type SubmitAnswer,
  type SubmitVisit,
} from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { dutyById } from './duty-rows.ts'
import type { ReportStep } from './duty-rules.ts'
import { reportsShown } from './duty-shown.ts'
import { type MeetingAtHand, meetingAtHand } from './meeting.ts'
import { type Asked, type AskRefusal, askForReport, type Owners } from './report-ask.ts'
import { askModal, briefingModal, changeReportModal, DAY_FIELDS, nobodyView } from './report-forms.ts'
import type { GroundRefusal } from './report-ground.ts'
import { askForm, changeReportForm, reportEmails, reportListModel } from './report-models.ts'
import { reviseReport } from './report-revise.ts'
import { ownersSubmitted, type ReportsBelow, reportFormOf, revisionSubmitted } from './report-submission.ts'
import { reportEmailView, reportReceipt, reportRefusalView, reportsView } from './report-views.ts'
import type { ReportWords } from './report-words.en.ts'
import { reportWords } from './report-words.ts'

const { field } = ids.report
/** What the list of reports carries. */
const place = z.object({ meetingId: z.string(), page: z.number().int() })

/** "Reports for this meeting": the clerks say what is asked for, and see what is missing. */
export function registerReports(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.report.open },
    asOpening(reception, async (visit) => {
      const meeting = await meetingFor(visit, visit.value)
      if (!meeting) return
      const { client, triggerId, view, visitor } = visit
      const list = reportsView(await reportListModel(visitor.house, meeting), wordsFor(visitor))
      if (view) await client.views.push({ trigger_id: triggerId, view: list })
      else await client.views.open({ trigger_id: triggerId, view: list })
    }),
  )

  for (const id of [ids.report.earlier, ids.report.later])
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async (visit) => {
        const { client, view, value, visitor } = visit
        const meeting = view && (await meetingFor(visit, placeOf(view.metadata).meetingId))
        if (!view || !meeting) return
        const list = await reportListModel(visitor.house, meeting, Number(value))
        await client.views.update({ view_id: view.id, view: reportsView(list, wordsFor(visitor)) })
      }),
    )

  for (const [id, modal] of [
    [ids.report.ask, askModal],
    [ids.report.askBriefing, briefingModal],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async (visit) => {
        const meeting = await meetingFor(visit, visit.value)
        if (!meeting) return
        const { visitor } = visit
        const say = wordsFor(visitor)
        const form = await askForm(visitor.house, meeting, below(visit.view))
        await onTop(visit, form.people.length === 0 ? nobodyView(say) : modal(form, say))
      }),
    )

  app.action(
    { type: 'block_actions', action_id: ids.report.change },
    asOpening(reception, async (visit) => {
      const { visitor, value, answer } = visit
      const say = wordsFor(visitor)
      const duty = await dutyById(visitor.house, value)
      if (!duty) return answer(say.refusals.reportGone())
      const meeting = await meetingFor(visit, duty.meetingId)
      if (!meeting) return
      const form = await changeReportForm(visitor.house, meeting, value, below(visit.view))
      if (!form) return answer(say.refusals.reportGone())
      await onTop(visit, changeReportModal(form, say))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.report.email },
    asOpening(reception, async (visit) => {
      const meeting = await meetingFor(visit, visit.value)
      if (!meeting) return
      const say = wordsFor(visit.visitor)
      await onTop(visit, reportEmailView(await reportEmails(visit.visitor.house, meeting, say), say))
    }),
  )

  const asking = (title: (visit: SubmitVisit) => string, needed: string) =>
    asSubmit(reception, async (visit) => {
      const { visitor, fields } = visit
      const say = wordsFor(visitor)
      const owners = ownersSubmitted(fields)
      if (textOf(fields, needed) === '') return { errors: { [needed]: say.form.missing } }
      const { meetingId, list } = reportFormOf(visit.metadata)
      const act = { by: visitor.personId, meetingId, title: title(visit), owners }
      const outcome = await askForReport(visitor.house, act)
      refreshList(reception, visit, meetingId, list)
      if (!outcome.ok) return answerTo(visitor, outcome.refusal, owners)
      return receipt(visitor.house, outcome.value, say.receipt.asked(act.title), say)
    })

  app.view(
    ids.report.askForm,
    asking(({ fields }) => textOf(fields, field.title).replace(/\s+/g, ' '), field.title),
  )
  app.view(
    ids.report.briefingForm,
    asking(() => '', field.briefer),
  )

  app.view(
    ids.report.changeForm,
    asSubmit(reception, async (visit) => {
      const { visitor, fields } = visit
      const { house } = visitor
      const say = wordsFor(visitor)
      const { meetingId, dutyId, list, shown = {} } = reportFormOf(visit.metadata)
      const duty = dutyId === undefined ? undefined : await dutyById(house, dutyId)
      if (!duty) return { show: reportRefusalView(say.refusals.reportGone(), say) }
      const revision = revisionSubmitted(fields, shown)
      const outcome = await reviseReport(house, {
        by: visitor.personId,
        meetingId,
        title: duty.title,
        revision,
      })
      refreshList(reception, visit, meetingId, list)
      if (outcome.ok) {
        const said = revision.dropped ? say.receipt.dropped : say.receipt.changed
        return receipt(house, outcome.value, said(duty.title), say)
      }
      const { refusal } = outcome
      if (refusal.code === 'report-gone') return { show: reportRefusalView(say.refusals.reportGone(), say) }
      if (refusal.code === 'day-after-meeting')
        return { errors: { [DAY_FIELDS[refusal.step]]: say.form.dayAfterMeeting } }
      return answerTo(visitor, refusal, revision.owners)
    }),
  )
}

async function receipt(house: House, asked: Asked, said: Mrkdwn, say: ReportWords): Promise<SubmitAnswer> {
  const { reports, offices } = await reportsShown(house, asked.meeting, { now: house.now() })
  const [first] = asked.duties
  const report = reports.find(({ duties }) => duties.some(({ id }) => id === first?.id))
  return { show: reportReceipt({ said, report, offices, timeZone: house.timeZone }, say) }
}

/** A refusal at the field, or in place of the form. */
async function answerTo(visitor: Visitor, refusal: AskRefusal, owners: Owners): Promise<SubmitAnswer> {
  const say = wordsFor(visitor)
  switch (refusal.code) {
    case 'asked-already':
      return refusal.title === ''
        ? { errors: { [field.briefer]: say.form.briefingAsked } }
        : { errors: { [field.title]: say.form.askedAlready } }
    case 'unknown-person':
      return { errors: { [personField(refusal.step, owners)]: say.form.unknownPerson } }
    default:
      return { show: reportRefusalView(await whyNot(visitor.house, refusal, say), say) }
  }
}

function personField(step: ReportStep, owners: Owners): string {
  if (step === 'briefing') return field.briefer
  return step === 'clearance' && owners.clearance !== undefined ? field.clearer : field.author
}

async function whyNot(house: House, refusal: GroundRefusal, say: ReportWords): Promise<Mrkdwn> {
  switch (refusal.code) {
    case 'meeting-gone':
      return say.refusals.gone()
    case 'not-ahead':
      return say.refusals.notAhead(refusal.meeting)
    case 'not-a-clerk': {
      const clerks = await clerksOf(house, refusal.committeeId)
      return say.refusals.notAClerk(
        refusal.committeeName,
        clerks.map((clerk) => clerk.name),
      )
    }
  }
}

/** The meeting, for one of its clerks; anybody else is told who they are. */
async function meetingFor(
  { visitor, answer }: PressVisit,
  meetingId: string,
): Promise<MeetingAtHand | undefined> {
  const { house, personId } = visitor
  const say = wordsFor(visitor)
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return void (await answer(say.refusals.gone()))
  if (await isClerk(house, meeting.committeeId, personId)) return meeting
  const { committeeId, committeeName } = meeting
  return void (await answer(await whyNot(house, { code: 'not-a-clerk', committeeId, committeeName }, say)))
}

/** A form on top of the list, or by itself from a message. */
async function onTop(
  { client, triggerId, view }: PressVisit,
  form: Parameters<PressVisit['client']['views']['open']>[0]['view'],
): Promise<void> {
  if (view) await client.views.push({ trigger_id: triggerId, view: form })
  else await client.views.open({ trigger_id: triggerId, view: form })
}

function below(view: PressVisit['view']): ReportsBelow {
  return view && { viewId: view.id, page: placeOf(view.metadata).page }
}

/** The list stands below the form: whoever closes the form sees it as it is now. */
function refreshList(reception: Reception, visit: SubmitVisit, meetingId: string, list: ReportsBelow): void {
  if (!list) return
  const { visitor, client } = visit
  visit.afterwards('showing the list of reports', async () => {
    const meeting = await meetingAtHand(visitor.house, meetingId)
    if (!meeting) return
    const model = await reportListModel(visitor.house, meeting, list.page)
    try {
      await client.views.update({ view_id: list.viewId, view: reportsView(model, wordsFor(visitor)) })
    } catch (error) {
      // Often closed meanwhile; and whatever it was, the change is made and its receipt stands.
      reception.log.info({ err: error }, 'the list of reports below a form could not be made true')
    }
  })
}

function placeOf(metadata: string): { readonly meetingId: string; readonly page: number } {
  const { meetingId, page } = place.parse(JSON.parse(metadata))
  return { meetingId, page }
}

function wordsFor(visitor: Visitor): ReportWords {
  return reportWords(visitor.language)
}
