import type { App } from '@slack/bolt'
import type { Fields } from '../slack/fields.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type PressVisit, type Reception } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { addBusiness } from './add-business.ts'
import { sittingAtHand } from './at-hand.ts'
import { businessForm } from './business-form.ts'
import { businessModal, itemSubmitted, itemsView, itemView } from './business-views.ts'
import { editItem } from './edit-item.ts'
import { followAgenda } from './follow-agenda.ts'
import { atSitting } from './item-ground.ts'
import { answerTo, notDoneView } from './say-refusal.ts'
import { entersAndShows, opensOnTop } from './stacked.ts'
import { finishItem, type ItemEnd, takeItem } from './take-item.ts'
import { trueTime } from './true-time.ts'
import { sittingWords as say } from './words.en.ts'

const { field } = ids.sitting

/** The items of a meeting: any next, back to one, what becomes of it, and what the clerk writes. */
export function registerBusiness(app: App, reception: Reception): void {
  const onTop = opensOnTop(app, reception)
  const inPlace = openings(app, reception)
  const enters = entersAndShows(app, reception)

  onTop(ids.sitting.items, async ({ visitor, value }) => {
    // What a supplement brought since is taken up; whoever may not do that is told why.
    await followAgenda(visitor.house, { by: visitor.personId, meetingId: value })
    return showItems(visitor, `${value}/0`)
  })
  for (const id of [ids.sitting.earlierItems, ids.sitting.laterItems])
    inPlace(id, ({ visitor, value }) => showItems(visitor, value))
  onTop(ids.sitting.item, ({ visitor, value }) => showItem(visitor, value))

  // In the control: `from` says what was under consideration when it was shown.
  enters(ids.sitting.next, ({ visitor: { house, personId: by }, value }) => {
    const [meetingId = '', recordId = '', from = ''] = value.split('/')
    return takeItem(house, { by, meetingId, recordId, from })
  })
  enters(
    ids.sitting.begin,
    async ({ visitor: { house, personId: by }, value, view }) => {
      const { meetingId, recordId, at } = await pressedItem(house, value, view?.fields)
      return takeItem(house, { by, meetingId, recordId, at })
    },
    ({ visitor, value }) => showItem(visitor, value),
  )
  const ends: readonly (readonly [string, ItemEnd])[] = [
    [ids.sitting.done, 'done'],
    [ids.sitting.defer, 'deferred'],
    [ids.sitting.withdraw, 'withdrawn'],
  ]
  for (const [id, as] of ends)
    enters(
      id,
      async ({ visitor: { house, personId: by }, value, view }) => {
        const { meetingId, recordId, at } = await pressedItem(house, value, view?.fields)
        return finishItem(house, { by, meetingId, recordId, at, as })
      },
      ({ visitor, value }) => showItem(visitor, value),
    )

  app.view(
    ids.sitting.itemForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const [meetingId = '', recordId = '', version = ''] = metadata.split('/')
      const sitting = await sittingAtHand(house, meetingId)
      const item = sitting?.business.find((one) => one.recordId === recordId)
      const text = itemSubmitted(fields, item)
      const outcome = await editItem(house, { by, meetingId, recordId, version: Number(version), text })
      return outcome.ok ? { close: true } : answerTo(house, outcome.refusal)
    }),
  )

  onTop(ids.sitting.business, ({ visitor, value }) => atSitting(visitor, value, () => businessModal(value)))
  app.view(
    ids.sitting.businessForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }) => {
      const { house, personId: by } = visitor
      const outcome = await addBusiness(house, { by, meetingId, title: textOf(fields, field.title) })
      if (!outcome.ok) return answerTo(house, outcome.refusal)
      const shown = await showItem(visitor, `${meetingId}/${outcome.value.recordId}`)
      return { show: 'view' in shown ? shown.view : notDoneView(shown.why) }
    }),
  )
}

/** The time that stands in the view counts for its buttons. */
async function pressedItem(house: PressVisit['visitor']['house'], value: string, fields: Fields | undefined) {
  const [meetingId = '', recordId = ''] = value.split('/')
  const time = fields ? textOf(fields, field.time) : ''
  const sitting = time === '' ? undefined : await sittingAtHand(house, meetingId)
  return { meetingId, recordId, at: sitting && trueTime(sitting.meeting, time, house.now()) }
}

function showItems(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId = '', page = '0'] = value.split('/')
  return atSitting(visitor, meetingId, (sitting) => itemsView(sitting, Number(page) || 0))
}

function showItem(visitor: Visitor, value: string): Promise<Shown> {
  const [meetingId = '', recordId = ''] = value.split('/')
  return atSitting(visitor, meetingId, async (sitting) => {
    const form = await businessForm(visitor.house, sitting, recordId, visitor.house.now())
    return form ? itemView(form) : notDoneView(say.refusals.itemGone())
  })
}
