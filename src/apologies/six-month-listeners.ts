import type { App } from '@slack/bolt'
import { civilDate } from '../calendar/civil.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import {
  asOpening,
  asRecord,
  asSubmit,
  type CommandVisit,
  type Reception,
  type SubmitAnswer,
} from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import type { Visitor } from '../slack/visitor.ts'
import { type ApproveRefusal, approveAbsence, isAnyClerk, revokeApproval } from './approve-absence.ts'
import { approvedView, approveModal, sixMonthRefusal, sixMonthView } from './six-month-views.ts'
import { type SixMonthList, sixMonthList } from './six-month-watch.ts'
import { sixMonthWords as say } from './six-month-words.en.ts'

const { field } = ids.sixMonths

async function open({ visitor, client, triggerId, answer }: CommandVisit) {
  const list = await listFor(visitor)
  if (!list) return answer(say.refusals.notAClerk())
  await client.views.open({ trigger_id: triggerId, view: sixMonthView(list) })
}

/** `/meeting six-months`, as people spell it: for clerks. */
export const sixMonthWordsOfMeeting: readonly MeetingWord[] = ['six-months', 'six months'].map((word) => ({
  word,
  open,
}))

/** The six-month watch and the approvals that are recorded in it. */
export function registerSixMonths(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.sixMonths.open },
    asOpening(reception, async ({ visitor, client, triggerId, view, answer }) => {
      const list = await listFor(visitor)
      if (!list) return answer(say.refusals.notAClerk())
      const opened = { trigger_id: triggerId, view: sixMonthView(list) }
      await (view ? client.views.push(opened) : client.views.open(opened))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.sixMonths.approve },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const list = await listFor(visitor, value)
      if (!list) return answer(say.refusals.notAClerk())
      const [councillor] = list.councillors
      if (!councillor) return answer(say.refusals.gone())
      const view = approveModal(councillor, list.nation === 'wales')
      await client.views.push({ trigger_id: triggerId, view })
    }),
  )

  app.view(
    ids.sixMonths.approveForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const missing = [field.approvedBy, field.approvedOn, field.until].filter(
        (id) => textOf(fields, id) === '',
      )
      if (missing.length > 0)
        return { errors: Object.fromEntries(missing.map((id) => [id, say.refusals.missing])) }
      const outcome = await approveAbsence(visitor.house, {
        by: visitor.personId,
        personId: metadataOf({ private_metadata: metadata }).id,
        kind: textOf(fields, field.kind) === 'familyAbsence' ? 'familyAbsence' : 'reason',
        approvedBy: textOf(fields, field.approvedBy),
        approvedOn: textOf(fields, field.approvedOn),
        until: textOf(fields, field.until),
        minute: textOf(fields, field.minute),
      })
      return outcome.ok ? { show: approvedView(outcome.value.councillor) } : answerTo(outcome.refusal)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.sixMonths.revoke },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const outcome = await revokeApproval(visitor.house, { by: visitor.personId, approvalId: value })
      if (!outcome.ok) return () => answer(say.refusals.notAClerk())
      const list = await listFor(visitor, outcome.value.personId)
      const [councillor] = list?.councillors ?? []
      if (!view || !list || !councillor) return undefined
      const shown = approveModal(councillor, list.nation === 'wales')
      return async () => void (await client.views.update({ view_id: view.id, view: shown }))
    }),
  )
}

function answerTo(refusal: ApproveRefusal): SubmitAnswer {
  switch (refusal.code) {
    case 'too-late':
      return { errors: { [field.approvedOn]: say.refusals.tooLate(refusal.expiry) } }
    case 'not-yet':
      return { errors: { [field.approvedOn]: say.refusals.notYet } }
    case 'backwards':
      return { errors: { [field.until]: say.refusals.backwards } }
    case 'wales-only':
      return { errors: { [field.kind]: say.refusals.welshOnly } }
    case 'not-a-clerk':
      return { show: sixMonthRefusal(say.refusals.notAClerk()) }
    case 'no-councillor':
      return { show: sixMonthRefusal(say.refusals.gone()) }
  }
}

async function listFor({ house, personId }: Visitor, only?: string): Promise<SixMonthList | undefined> {
  if (!(await isAnyClerk(house, personId))) return undefined
  const today = civilDate(house.now(), house.timeZone).toString()
  return sixMonthList(house, today, only === undefined ? undefined : [only])
}
