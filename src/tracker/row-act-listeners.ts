import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { dateOfColumn } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Outcome } from '../outcome.ts'
import { type Fields, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { ActOnRow } from './acting.ts'
import { dropRow } from './drop-row.ts'
import { noteEvent } from './note-event.ts'
import { pauseRow, resumeRow } from './pause-row.ts'
import { recordResponse } from './record-response.ts'
import { reopenRow } from './reopen-row.ts'
import { RESPONSE_STATES } from './response-rules.ts'
import {
  CORRECTION,
  dropModal,
  eventModal,
  pauseModal,
  type ResponseForm,
  reopenModal,
  responseModal,
  supersedeModal,
} from './row-act-views.ts'
import { rowMetadataOf } from './row-form.ts'
import { clerksRow, deskShown, openedMeetings, todayOf } from './row-ground.ts'
import { type AnyRowRefusal, rowRefusalAnswer, rowRefusalSaid, saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { supersedeRow } from './supersede-row.ts'
import type { TrackedRow } from './types.ts'

const { field } = ids.row

/** What a form leads to: which row is shown then, and what is said above it. */
type Acted = Outcome<{ readonly rowId: string; readonly said: Mrkdwn }, AnyRowRefusal>

/** Pausing, a new reference, an event, opening again, and the response: each a form about one row. */
export function registerRowActs(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  const opens = (id: string, show: (house: House, row: TrackedRow) => ModalView | Promise<ModalView>): void =>
    opening(id, async ({ visitor, value }) => {
      const found = await clerksRow(visitor, value)
      return 'why' in found ? found : { view: await show(visitor.house, found.row) }
    })
  const takes = (
    id: string,
    act: (visitor: Visitor, on: ActOnRow, fields: Fields) => Promise<Acted>,
  ): void => {
    app.view(
      id,
      asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
        const { rowId, version } = rowMetadataOf(metadata)
        const found = await clerksRow(visitor, rowId)
        if ('why' in found) return saidInstead(found.why, say)
        const outcome = await act(visitor, { by: visitor.personId, rowId, version }, fields)
        if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, say)
        const shown = await deskShown(visitor, outcome.value.rowId, outcome.value.said)
        return 'view' in shown ? { show: shown.view } : { close: true }
      }),
    )
  }
  const whyOf = (fields: Fields) => textOf(fields, field.why)

  opens(ids.row.drop, (_, row) => dropModal(row, say))
  takes(ids.row.dropForm, async ({ house }, on, fields) =>
    saved(on, await dropRow(house, { ...on, why: whyOf(fields) })),
  )
  opens(ids.row.pause, (_, row) => pauseModal(row, say))
  takes(ids.row.pauseForm, async ({ house }, on, fields) =>
    saved(on, await pauseRow(house, { ...on, why: whyOf(fields) })),
  )
  app.action(
    { type: 'block_actions', action_id: ids.row.resume },
    asRecord(reception, async (visit) => {
      const { visitor, value: rowId, answer } = visit
      const outcome = await resumeRow(visitor.house, { by: visitor.personId, rowId })
      if (!outcome.ok) return () => answer(rowRefusalSaid(outcome.refusal, say))
      return async () => {
        const shown = await deskShown(visitor, rowId, say.desk.saved())
        if ('view' in shown) await showInPlace(visit, shown.view)
      }
    }),
  )

  opens(ids.row.supersede, (_, row) => supersedeModal(row, say))
  takes(ids.row.supersedeForm, async ({ house }, on, fields) => {
    const text = textOf(fields, field.text)
    const outcome = await supersedeRow(house, { ...on, text, why: whyOf(fields) })
    if (!outcome.ok) return outcome
    const { id, old } = outcome.value
    return { ok: true, value: { rowId: id, said: say.desk.superseded(old) } }
  })

  opens(ids.row.event, (house, row) => eventModal(row, todayOf(house), say))
  takes(ids.row.eventForm, async ({ house }, on, fields) => {
    const dueOn = textOf(fields, field.dueOn) || undefined
    return saved(on, await noteEvent(house, { ...on, on: textOf(fields, field.on), dueOn }))
  })

  opens(ids.row.reopen, async (house, row) =>
    reopenModal(row, await openedMeetings(house, row.committeeId), say),
  )
  takes(ids.row.reopenForm, async ({ house }, on, fields) => {
    const at = textOf(fields, field.meeting)
    const meetingId = at === CORRECTION || at === '' ? undefined : at
    return saved(on, await reopenRow(house, { ...on, meetingId, why: whyOf(fields) }))
  })

  opens(ids.row.response, async (house, row) =>
    responseModal({ row, last: await lastResponse(house, row) }, say),
  )
  takes(ids.row.responseForm, async ({ house }, on, fields) => {
    const state = RESPONSE_STATES.find((one) => one === textOf(fields, field.state)) ?? 'notedOnly'
    const outcome = await recordResponse(house, {
      ...on,
      response: {
        state,
        reasons: textOf(fields, field.reasons),
        proposed: textOf(fields, field.proposed),
        body: textOf(fields, field.body),
        consideredOn: textOf(fields, field.on),
        minute: textOf(fields, field.minute),
        publishedOn: textOf(fields, field.publishedOn) || undefined,
      },
    })
    if (!outcome.ok) return outcome
    const said = say.response.recorded(outcome.value.revision, state)
    return { ok: true, value: { rowId: on.rowId, said } }
  })
}

function saved(on: ActOnRow, outcome: Outcome<unknown, AnyRowRefusal>): Acted {
  return outcome.ok ? { ok: true, value: { rowId: on.rowId, said: say.desk.saved() } } : outcome
}

async function lastResponse({ councilId, db }: House, row: TrackedRow): Promise<ResponseForm['last']> {
  const last = await db.trackerResponse.findFirst({
    where: { councilId, rowId: row.id },
    orderBy: { revision: 'desc' },
  })
  if (!last) return undefined
  const { revision, consideredOn, publishedOn, ...said } = last
  return {
    revision,
    said: {
      ...said,
      consideredOn: dateOfColumn(consideredOn),
      publishedOn: publishedOn ? dateOfColumn(publishedOn) : undefined,
    },
  }
}
