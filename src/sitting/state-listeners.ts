import type { App } from '@slack/bolt'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { sittingAtHand } from './at-hand.ts'
import { changeSitting } from './change-state.ts'
import { correctTime, timesOfSitting } from './correct-time.ts'
import { atSitting } from './item-ground.ts'
import { answerTo, notDoneView } from './say-refusal.ts'
import { opensOnTop } from './stacked.ts'
import { STATE_CHANGES } from './state-rules.ts'
import { STATE_BUTTONS, stateModal, stateOfMetadata } from './state-view.ts'
import { timesModal } from './times-view.ts'
import { trueTime } from './true-time.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting

/** Adjourn, resume, close, end or reopen a meeting, and correct when it was. */
export function registerStates(app: App, reception: Reception): void {
  const onTop = opensOnTop(app, reception)
  for (const change of STATE_CHANGES)
    onTop(STATE_BUTTONS[change], ({ visitor, value }) =>
      atSitting(visitor, value, (sitting) => stateModal(sitting, change, visitor.house.now())),
    )

  app.view(
    ids.sitting.stateForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const of = stateOfMetadata(metadata)
      const sitting = of && (await sittingAtHand(house, of.meetingId))
      if (!of || !sitting) return { show: notDoneView(say.refusals.notOpen()) }
      const at = trueTime(sitting.meeting, textOf(fields, field.time), house.now())
      const outcome = await changeSitting(house, { by, ...of, at, note: textOf(fields, field.note) })
      return outcome.ok ? { close: true } : answerTo(house, outcome.refusal)
    }),
  )

  onTop(ids.sitting.times, ({ visitor, value }) =>
    atSitting(visitor, value, async (sitting) =>
      timesModal(sitting, await timesOfSitting(visitor.house, sitting.id)),
    ),
  )
  app.view(
    ids.sitting.timesForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId } = metadataOf({ private_metadata: metadata })
      const sitting = await sittingAtHand(house, meetingId)
      if (!sitting) return { show: notDoneView(say.refusals.notOpen()) }
      const now = house.now()
      const at = trueTime(sitting.meeting, textOf(fields, field.time), now) ?? now
      const actId = textOf(fields, field.which)
      const outcome = await correctTime(house, { by, meetingId, actId, at })
      return outcome.ok ? { close: true } : answerTo(house, outcome.refusal)
    }),
  )
}
