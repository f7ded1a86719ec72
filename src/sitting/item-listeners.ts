import type { App } from '@slack/bolt'
import { displayName } from '../committees/people.ts'
import { exclusionWords } from '../publications/exclusion-words.en.ts'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { registerDisclosures } from './disclose-listeners.ts'
import { excludePublic, motionToExclude, readmitPublic, strikeExclusion } from './exclude-public.ts'
import { exclusionsOfMeeting } from './exclusions.ts'
import { atSitting, clerksSitting, itemOf, saidInstead, timeGiven, timeProposed } from './item-ground.ts'
import { itemRefusalAnswer, itemRefusalSaid } from './item-refusals.ts'
import { exclusionModal, readmitModal, rulingModal } from './item-views.ts'
import { itemWords } from './item-words.ts'
import { registerQuestions } from './question-listeners.ts'
import { presidingAt } from './roll-rules.ts'
import { ruleUrgency } from './rule-urgency.ts'
import { urgencyRulingsOfMeeting } from './urgency-rulings.ts'
import { sittingWords } from './words.en.ts'

const { field } = ids.item

/** What belongs to an item while the meeting sits, and afterwards. */
export function registerItems(app: App, reception: Reception): void {
  registerDisclosures(app, reception)
  registerQuestions(app, reception)
  registerRulings(app, reception)
  registerExclusions(app, reception)
}

function registerRulings(app: App, reception: Reception): void {
  openings(app, reception)(ids.item.ruling, ({ visitor, value }) => rulingShown(visitor, value))

  app.view(
    ids.item.rulingForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = itemWords(language)
      const { meetingId, recordId } = itemOf(metadata)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return saidInstead(say.refusals.title, found.why)
      const accepted = textOf(fields, field.accepted)
      if (accepted === '') return { errors: { [field.accepted]: say.ruling.choose } }
      const outcome = await ruleUrgency(house, {
        by,
        meetingId,
        at: timeGiven(house, found.sitting, textOf(fields, field.time)),
        recordId: textOf(fields, field.item) || recordId,
        isAccepted: accepted === 'yes',
        circumstances: textOf(fields, field.circumstances),
      })
      return outcome.ok ? { close: true } : itemRefusalAnswer(outcome.refusal, say)
    }),
  )
}

async function rulingShown(visitor: Visitor, value: string): Promise<Shown> {
  const { house, language } = visitor
  const { meetingId, recordId } = itemOf(value)
  const found = await clerksSitting(visitor, meetingId)
  if ('why' in found) return found
  const { sitting } = found
  const item = sitting.business.find((one) => one.recordId === recordId) ?? sitting.business[0]
  if (!item) return { why: sittingWords.refusals.itemGone() }
  const presides = presidingAt(sitting.chairs, house.now(), item.recordId)
  const person = presides === undefined ? undefined : sitting.people.get(presides)
  const rulings = await urgencyRulingsOfMeeting(house, meetingId)
  const form = {
    meeting: sitting.meeting,
    metadata: `${meetingId}/${item.recordId}`,
    time: timeProposed(house, sitting, item.recordId),
    items: sitting.business.map((one) => ({ value: one.recordId, text: sittingWords.item(one) })),
    which: item.recordId,
    item: sittingWords.item(item),
    presides: person && displayName(person),
    ruling: rulings.find((one) => one.recordId === item.recordId),
  }
  return { view: rulingModal(form, itemWords(language)) }
}

function registerExclusions(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.item.excludeOpen, ({ visitor, value }) => exclusionShown(visitor, value))
  opening(ids.item.readmitOpen, ({ visitor, value }) =>
    atSitting(visitor, itemOf(value).meetingId, (sitting) => {
      const { meeting } = sitting
      const time = timeProposed(visitor.house, sitting, '')
      return readmitModal({ meeting, metadata: meeting.id, time }, itemWords(visitor.language))
    }),
  )

  for (const [id, act] of [
    [ids.item.exclude, excludePublic],
    [ids.item.readmit, readmitPublic],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, value, answer }) => {
        const outcome = await act(visitor.house, { by: visitor.personId, meetingId: value })
        if (outcome.ok) return undefined
        return () => answer(itemRefusalSaid(outcome.refusal, itemWords(visitor.language)))
      }),
    )

  app.view(
    ids.item.excludeForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = itemWords(language)
      const { meetingId, recordId } = itemOf(metadata)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return saidInstead(say.refusals.title, found.why)
      const text = textOf(fields, field.text)
      if (exclusionWords.motion.lacksDescription(text))
        return { errors: { [field.text]: say.exclusion.incomplete } }
      const outcome = await excludePublic(house, {
        by,
        meetingId,
        recordId: recordId || undefined,
        text: text || undefined,
        at: timeGiven(house, found.sitting, textOf(fields, field.time)),
      })
      return outcome.ok ? { close: true } : itemRefusalAnswer(outcome.refusal, say)
    }),
  )

  app.view(
    ids.item.readmitForm,
    asSubmit(reception, async ({ visitor, fields, metadata: meetingId }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = itemWords(language)
      const found = await clerksSitting(visitor, meetingId)
      if ('why' in found) return saidInstead(say.refusals.title, found.why)
      const at = timeGiven(house, found.sitting, textOf(fields, field.time))
      const outcome = await readmitPublic(house, { by, meetingId, at })
      return outcome.ok ? { close: true } : itemRefusalAnswer(outcome.refusal, say)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.item.strikeExclusion },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const { meetingId, recordId: exclusionId } = itemOf(value)
      const outcome = await strikeExclusion(house, { by, meetingId, exclusionId })
      if (!outcome.ok) return () => answer(itemRefusalSaid(outcome.refusal, itemWords(language)))
      const shown = await exclusionShown(visitor, view?.metadata ?? meetingId)
      return async () => {
        if (view && 'view' in shown) await client.views.update({ view_id: view.id, view: shown.view })
      }
    }),
  )
}

function exclusionShown(visitor: Visitor, value: string): Promise<Shown> {
  const { house, language } = visitor
  const { meetingId, recordId } = itemOf(value)
  return atSitting(visitor, meetingId, async (sitting) => {
    const form = {
      meeting: sitting.meeting,
      metadata: `${meetingId}/${recordId}`,
      time: timeProposed(house, sitting, recordId),
      text: (await motionToExclude(house, sitting)).text,
      exclusions: await exclusionsOfMeeting(house, meetingId),
    }
    return exclusionModal(form, itemWords(language))
  })
}
