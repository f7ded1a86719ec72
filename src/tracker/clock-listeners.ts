import type { App } from '@slack/bolt'
import { z } from 'zod'
import { councilCalendar } from '../committees/council-calendar.ts'
import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { joinMrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import { clockWords as words } from './clock-form-words.en.ts'
import {
  CLOCK_KINDS,
  type ClockKind,
  clocksOfNation,
  HEALTH_CONTENTS,
  type LocalRule,
} from './clock-rules.ts'
import { clockModal, strikeModal } from './clock-views.ts'
import { healthContentWords, workingOfClock } from './clock-words.en.ts'
import { registerNotices } from './notice-listeners.ts'
import { rowMetadataOf } from './row-form.ts'
import { clerksRow, deskShown, todayOf } from './row-ground.ts'
import { rowRefusalAnswer, saidInstead } from './row-refusals.ts'
import { rowWords as say } from './row-words.en.ts'
import { trackerSettingsOf } from './settings.ts'
import { type StartClock, startClock, strikeClock } from './start-clock.ts'

const { field } = ids.row

const struck = z.object({ rowId: z.string(), clockId: z.string() })

/** Times that run for an answer: started by an act, struck where that was entered wrongly. */
export function registerClocks(app: App, reception: Reception): void {
  const opening = openings(app, reception)

  opening(ids.row.clock, async ({ visitor, value }) => {
    const found = await clerksRow(visitor, value)
    if ('why' in found) return found
    const { house } = visitor
    const { nation } = await councilCalendar(house)
    const kinds = clocksOfNation(nation).filter((kind) => kind !== 'executive')
    const { documentMode: mode } = await trackerSettingsOf(house, found.row.committeeId)
    return { view: clockModal({ row: found.row, kinds, mode, today: todayOf(house) }, words, say) }
  })
  app.view(
    ids.row.clockForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by } = visitor
      const { rowId, version } = rowMetadataOf(metadata)
      const found = await clerksRow(visitor, rowId)
      if ('why' in found) return saidInstead(found.why, say)
      const settings = await trackerSettingsOf(house, found.row.committeeId)
      const { localWeeks: weeks, localMonths: months, localSource: source } = settings
      const start = startIn(fields, { weeks, months, source })
      const contents = HEALTH_CONTENTS.filter((one) => listOf(fields, field.contents).includes(one))
      const outcome = await startClock(house, {
        by,
        rowId,
        version,
        start,
        contents: start.kind === 'health' ? contents : undefined,
      })
      if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, say)
      const { holidays } = await councilCalendar(house)
      const missing = start.kind === 'health' ? HEALTH_CONTENTS.filter((one) => !contents.includes(one)) : []
      const said = joinMrkdwn([
        words.form.started(workingOfClock(outcome.value, holidays)),
        ...(missing.length === 0 ? [] : [words.form.missing(missing.map((one) => healthContentWords[one]))]),
      ])
      const shown = await deskShown(visitor, rowId, said)
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )

  opening(ids.row.strike, async ({ visitor, value }) => {
    const [rowId = '', clockId = ''] = value.split('/')
    const found = await clerksRow(visitor, rowId)
    if ('why' in found) return found
    const metadata = JSON.stringify({ rowId, clockId } satisfies z.infer<typeof struck>)
    return { view: strikeModal(found.row, metadata, words, say) }
  })
  app.view(
    ids.row.strikeForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { rowId, clockId } = struck.parse(JSON.parse(metadata))
      const why = textOf(fields, field.why)
      const outcome = await strikeClock(visitor.house, { by: visitor.personId, rowId, clockId, why })
      if (!outcome.ok) return rowRefusalAnswer(outcome.refusal, say)
      const shown = await deskShown(visitor, rowId, say.desk.saved())
      return 'view' in shown ? { show: shown.view } : { close: true }
    }),
  )

  registerNotices(app, reception)
}

/** What the form says that a time runs from. */
function startIn(fields: Fields, rule: LocalRule): StartClock['start'] {
  const on = textOf(fields, field.on)
  const mode = textOf(fields, field.mode) === 'calendar' ? 'calendar' : 'working'
  const kind: ClockKind = CLOCK_KINDS.find((one) => one === textOf(fields, field.clock)) ?? 'local'
  switch (kind) {
    case 'health':
    case 'crimeAndDisorder':
    case 'healthwatch':
      return { kind, on }
    case 'document':
      return { kind, on, mode }
    case 'local':
    case 'executive':
      return { kind: 'local', on, rule }
  }
}
