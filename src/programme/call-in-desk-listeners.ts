import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { z } from 'zod'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { callInAnswer, callInRefusal } from './call-in-refusals.ts'
import { CALL_IN_OUTCOMES } from './call-in-rules.ts'
import { callInFor, callInShown } from './call-in-shown.ts'
import { hearModal, invalidModal, scheduleModal } from './call-in-views.ts'
import type { CallInRow } from './call-ins.ts'
import { meetingsToPutDown } from './entries.ts'
import { findInvalid, recordHearing, scheduleCallIn, takeBackInvalid } from './settle-call-in.ts'
import { callInWordsOf, programmeWords } from './words.ts'

const { field } = ids.callIn
const ofCallIn = z.object({ callInId: z.string(), version: z.number().int() })

/** What clerks do with a decision that was called in, or that cannot be. */
export function registerCallInDesk(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  const forClerk = (
    actionId: string,
    view: (visitor: Visitor, callIn: CallInRow) => Promise<Shown> | ModalView,
  ) =>
    opening(actionId, async ({ visitor, value }): Promise<Shown> => {
      const say = callInWordsOf(visitor.language)
      const found = await callInFor(visitor, value.split('/')[0] ?? '')
      if (!found) return { why: say.refusals['call-in-gone']() }
      if (!found.roles.isClerk) return { why: say.refusals['not-a-clerk']() }
      const made = await view(visitor, found.callIn)
      return 'type' in made ? { view: made } : made
    })
  forClerk(ids.callIn.invalid, ({ language }, callIn) => invalidModal(callIn, callInWordsOf(language)))
  forClerk(ids.callIn.hear, ({ language }, callIn) => hearModal(callIn, callInWordsOf(language)))
  forClerk(ids.callIn.schedule, async ({ house, language }, callIn) => {
    const say = callInWordsOf(language)
    const meetings = await meetingsToPutDown(house, callIn.committeeId)
    if (meetings.length === 0) return { why: say.noMeetings() }
    return { view: scheduleModal(callIn, meetings, say, programmeWords(language)) }
  })

  app.view(
    ids.callIn.invalidForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const of = ofCallIn.parse(JSON.parse(metadata))
      const outcome = await findInvalid(visitor.house, {
        by: visitor.personId,
        ...of,
        why: textOf(fields, field.why),
      })
      return outcome.ok
        ? again(visitor, of.callInId)
        : callInAnswer(outcome.refusal, visitor.language, field.why)
    }),
  )
  app.view(
    ids.callIn.scheduleForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const of = ofCallIn.parse(JSON.parse(metadata))
      const meetingId = textOf(fields, field.meeting)
      const outcome = await scheduleCallIn(visitor.house, { by: visitor.personId, ...of, meetingId })
      return outcome.ok ? again(visitor, of.callInId) : callInAnswer(outcome.refusal, visitor.language)
    }),
  )
  app.view(
    ids.callIn.hearForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const of = ofCallIn.parse(JSON.parse(metadata))
      const outcome = CALL_IN_OUTCOMES.find((one) => one === textOf(fields, field.outcome))
      if (!outcome) return { errors: { [field.outcome]: callInWordsOf(language).errors.outcome } }
      const recorded = await recordHearing(house, {
        by,
        ...of,
        outcome,
        why: textOf(fields, field.why),
        minute: textOf(fields, field.minute),
      })
      return recorded.ok ? again(visitor, of.callInId) : callInAnswer(recorded.refusal, language, field.why)
    }),
  )
  app.action(
    { type: 'block_actions', action_id: ids.callIn.takeBack },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const [callInId = '', version] = value.split('/')
      const outcome = await takeBackInvalid(house, { by, callInId, version: Number(version) })
      if (!outcome.ok) return () => answer(callInRefusal(outcome.refusal, language))
      const shown = await callInShown(visitor, callInId)
      return async () => {
        if (view && 'view' in shown) await showInPlace({ client, view }, shown.view)
      }
    }),
  )
}

async function again(visitor: Visitor, callInId: string): Promise<SubmitAnswer> {
  const shown = await callInShown(visitor, callInId)
  return 'view' in shown ? { show: shown.view } : { close: true }
}
