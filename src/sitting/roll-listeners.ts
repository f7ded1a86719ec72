import type { App } from '@slack/bolt'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { addAlsoPresent, alsoPresentOf, strikeAlsoPresent } from './also-present.ts'
import { alsoModal } from './also-view.ts'
import { sittingAtHand } from './at-hand.ts'
import { chairModal } from './chair-view.ts'
import { enterRoll, strikeRoll } from './enter-roll.ts'
import { atSitting } from './item-ground.ts'
import { wordAboutMeeting } from './meeting-words.ts'
import { remoteOf } from './remote-of.ts'
import { rollForm } from './roll-form.ts'
import { entriesView, rollModal, rollSubmitted, warnedView } from './roll-view.ts'
import { answerTo, notDoneView } from './say-refusal.ts'
import { entersAndShows, opensOnTop } from './stacked.ts'
import { substituteWarnings } from './substitute-warnings.ts'
import { strikeChair, takeChair } from './take-chair.ts'
import { trueTime } from './true-time.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting

/** `/meeting roll` */
export const rollWord = wordAboutMeeting({
  word: 'roll',
  which: 'opened',
  none: say.pick.noneOpen(),
  actionId: ids.sitting.roll,
  show: showRoll,
})

/** Who is there, who is also in attendance, and who presides. */
export function registerRoll(app: App, reception: Reception): void {
  const onTop = opensOnTop(app, reception)
  const enters = entersAndShows(app, reception)
  const inPlace = openings(app, reception)

  onTop(ids.sitting.roll, ({ visitor, value }) => showRoll(visitor, value))
  app.view(
    ids.sitting.rollForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId } = metadataOf({ private_metadata: metadata })
      const sitting = await sittingAtHand(house, meetingId)
      if (!sitting) return { show: notDoneView(say.refusals.notOpen()) }
      const submitted = rollSubmitted(fields, await remoteOf(house, sitting.meeting))
      if ('errors' in submitted) return submitted
      const { people } = submitted
      const at = trueTime(sitting.meeting, submitted.time, house.now())
      const outcome = await enterRoll(house, { by, meetingId, at, people })
      if (!outcome.ok) return answerTo(house, outcome.refusal, fieldOf(fields))
      const warnings = await substituteWarnings(house, sitting, outcome.value.entered)
      return warnings.length === 0 ? { close: true } : { show: warnedView(warnings) }
    }),
  )

  onTop(ids.sitting.entries, ({ visitor, value }) => showEntries(visitor, value))
  for (const id of [ids.sitting.newerEntries, ids.sitting.olderEntries])
    inPlace(id, ({ visitor, value }) => showEntries(visitor, value))
  enters(
    ids.sitting.strikeEntry,
    ({ visitor: { house, personId: by }, value }) => {
      const [meetingId = '', entryId = ''] = value.split('/')
      return strikeRoll(house, { by, meetingId, entryId })
    },
    ({ visitor, value }) => {
      const [meetingId = '', , page = '0'] = value.split('/')
      return showEntries(visitor, `${meetingId}/${page}`)
    },
  )

  onTop(ids.sitting.also, ({ visitor, value }) => showAlso(visitor, value))
  app.view(
    ids.sitting.alsoForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId } = metadataOf({ private_metadata: metadata })
      const [name, role] = [textOf(fields, field.name), textOf(fields, field.role)]
      const outcome = await addAlsoPresent(house, { by, meetingId, name, role })
      if (!outcome.ok) return answerTo(house, outcome.refusal)
      return { show: alsoModal(meetingId, await alsoPresentOf(house, meetingId)) }
    }),
  )
  enters(
    ids.sitting.strikeAlso,
    ({ visitor: { house, personId: by }, value }) => {
      const [meetingId = '', entryId = ''] = value.split('/')
      return strikeAlsoPresent(house, { by, meetingId, entryId })
    },
    ({ visitor, value }) => showAlso(visitor, value.split('/')[0] ?? ''),
  )

  onTop(ids.sitting.chair, ({ visitor, value }) => showChair(visitor, value))
  app.view(
    ids.sitting.chairForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId } = metadataOf({ private_metadata: metadata })
      const sitting = await sittingAtHand(house, meetingId)
      if (!sitting) return { show: notDoneView(say.refusals.notOpen()) }
      const at = trueTime(sitting.meeting, textOf(fields, field.time), house.now())
      const scope = textOf(fields, field.scope)
      const recordId = scope === 'rest' ? undefined : scope
      const personId = textOf(fields, field.presides)
      const outcome = await takeChair(house, { by, meetingId, at, personId, recordId })
      return outcome.ok ? { close: true } : answerTo(house, outcome.refusal, field.presides)
    }),
  )
  enters(
    ids.sitting.strikeChair,
    ({ visitor: { house, personId: by }, value }) => {
      const [meetingId = '', entryId = ''] = value.split('/')
      return strikeChair(house, { by, meetingId, entryId })
    },
    ({ visitor, value }) => showChair(visitor, value.split('/')[0] ?? ''),
  )
}

/** A fault of a person is said at the field in which somebody was chosen. */
function fieldOf(fields: Readonly<Record<string, unknown>>): string {
  const wanted = [field.came, field.forWhom, field.afar, field.left]
  return wanted.find((id) => id in fields) ?? field.time
}

function showRoll(visitor: Visitor, meetingId: string): Promise<Shown> {
  return atSitting(visitor, meetingId, async (sitting) => rollModal(await rollForm(visitor.house, sitting)))
}

function showEntries(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId = '', page = '0'] = value.split('/')
  return atSitting(visitor, meetingId, (sitting) => entriesView(sitting, Number(page) || 0))
}

function showAlso(visitor: Visitor, meetingId: string): Promise<Shown> {
  return atSitting(visitor, meetingId, async () =>
    alsoModal(meetingId, await alsoPresentOf(visitor.house, meetingId)),
  )
}

function showChair(visitor: Visitor, meetingId: string): Promise<Shown> {
  return atSitting(visitor, meetingId, (sitting) => chairModal(sitting, visitor.house.now()))
}
