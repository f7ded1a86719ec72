import type { App } from '@slack/bolt'
import { z } from 'zod'
import { civilDate } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import { listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown, showInPlace } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { trackerSettingsOf } from '../tracker/settings.ts'
import { registerCallInDesk } from './call-in-desk-listeners.ts'
import { type CallInRefusal, callInAnswer, callInRefusal } from './call-in-refusals.ts'
import { whyNotRequest } from './call-in-rules.ts'
import { callInFor, callInShown, callInsShown } from './call-in-shown.ts'
import { askModal, enterModal } from './call-in-views.ts'
import { type CallInRow, councillorsOn, requesterOf } from './call-ins.ts'
import { enterCallIn } from './enter-call-in.ts'
import { requestCallIn, withdrawRequest } from './request-call-in.ts'
import { callInWordsOf } from './words.ts'

export { callInsShown } from './call-in-shown.ts'

const { field } = ids.callIn

const asking = z.object({ callInId: z.string(), relayed: z.boolean() })

/** Decisions that can be called in: entered by clerks, asked for by councillors. */
export function registerCallIns(app: App, reception: Reception): void {
  const opening = openings(app, reception)
  opening(ids.callIn.list, ({ visitor, value }) => callInsShown(visitor, value))
  opening(ids.callIn.open, ({ visitor, value }) => callInShown(visitor, callInOf(value)))
  turnsPages(app, reception, ids.callIn.turn, (visitor, value) => {
    const [committeeId, page] = value.split('/')
    return callInsShown(visitor, committeeId, { page: Number(page) })
  })
  turnsPages(app, reception, ids.callIn.open, (visitor, value) =>
    callInShown(visitor, callInOf(value), { page: Number(value.split('/')[2]) }),
  )
  opening(ids.callIn.enter, ({ visitor, value }) => enterShown(visitor, value))
  opening(ids.callIn.ask, ({ visitor, value }) => askShown(visitor, callInOf(value)))
  opening(ids.callIn.relay, ({ visitor, value }) => relayShown(visitor, callInOf(value)))

  app.view(
    ids.callIn.enterForm,
    asSubmit(reception, async ({ visitor, fields, metadata: committeeId }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = callInWordsOf(language)
      const publishedOn = textOf(fields, field.publishedOn)
      if (publishedOn === '') return { errors: { [field.publishedOn]: say.errors.day } }
      const [title, reference, decidedBy] = [field.title, field.reference, field.decidedBy].map((id) =>
        textOf(fields, id),
      )
      const outcome = await enterCallIn(house, {
        by,
        committeeId,
        title: title ?? '',
        reference: reference ?? '',
        decidedBy: decidedBy ?? '',
        publishedOn,
      })
      if (!outcome.ok) return callInAnswer(outcome.refusal, language)
      const { callInId, window, already } = outcome.value
      return after(visitor, callInId, already ? say.enterForm.already() : say.enterForm.receipt(window))
    }),
  )

  app.view(
    ids.callIn.askForm,
    asSubmit(reception, async ({ visitor, fields, metadata }): Promise<SubmitAnswer> => {
      const { house, personId: by, language } = visitor
      const say = callInWordsOf(language)
      const { callInId, relayed } = asking.parse(JSON.parse(metadata))
      const personId = relayed ? textOf(fields, field.person) : by
      if (personId === '') return { errors: { [field.person]: say.errors.person } }
      const on = relayed ? textOf(fields, field.on) || undefined : undefined
      const outcome = await requestCallIn(house, {
        by,
        callInId,
        personId,
        grounds: listOf(fields, field.grounds),
        reason: textOf(fields, field.reason),
        on,
      })
      if (!outcome.ok) return callInAnswer(outcome.refusal, language)
      const { asked, needed, meet } = outcome.value
      return after(visitor, callInId, meet ? say.askForm.called(meet) : say.askForm.asked(asked, needed))
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.callIn.withdraw },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const { house, personId: by, language } = visitor
      const outcome = await withdrawRequest(house, { by, personId: by, callInId: callInOf(value) })
      if (!outcome.ok) return () => answer(callInRefusal(outcome.refusal, language))
      const shown = await callInShown(visitor, callInOf(value))
      return async () => {
        if (view && 'view' in shown) await showInPlace({ client, view }, shown.view)
      }
    }),
  )

  registerCallInDesk(app, reception)
}

/** `id/version`, of which the id is meant. */
export function callInOf(value: string): string {
  return value.split('/')[0] ?? ''
}

/** The decision again after a form. */
export async function after(visitor: Visitor, callInId: string, first?: Mrkdwn): Promise<SubmitAnswer> {
  const shown = await callInShown(visitor, callInId, first ? { first } : {})
  return 'view' in shown ? { show: shown.view } : { close: true }
}

async function enterShown({ house, personId, language }: Visitor, committeeId: string): Promise<Shown> {
  const say = callInWordsOf(language)
  if (!(await isClerk(house, committeeId, personId))) return { why: say.refusals['not-a-clerk']() }
  const { callInRequesters, callInWindow, callInMeetWithin } = await trackerSettingsOf(house, committeeId)
  const rule = { requesters: callInRequesters, windowDays: callInWindow, meetWithin: callInMeetWithin }
  const today = civilDate(house.now(), house.timeZone).toString()
  return { view: enterModal({ committeeId, rule, today }, say) }
}

/** The form to ask; somebody who may not is told at once, and not after they have filled it in. */
async function askShown(visitor: Visitor, callInId: string): Promise<Shown> {
  const { personId, language } = visitor
  const say = callInWordsOf(language)
  const found = await callInFor(visitor, callInId)
  if (!found) return { why: say.refusals['call-in-gone']() }
  const why = await whyNotAsk(visitor, found.callIn, personId)
  if (why) return { why: callInRefusal(why, language) }
  return { view: askModal(found.callIn, undefined, say) }
}

async function whyNotAsk(
  { house }: Visitor,
  callIn: CallInRow,
  personId: string,
): Promise<CallInRefusal | undefined> {
  const on = civilDate(house.now(), house.timeZone)
  const who = await requesterOf(house, personId, on.toString())
  return whyNotRequest(callIn, who, { on, grounds: callIn.rule.grounds, reason: 'to be given' })
}

async function relayShown(visitor: Visitor, callInId: string): Promise<Shown> {
  const { house, language } = visitor
  const say = callInWordsOf(language)
  const found = await callInFor(visitor, callInId)
  if (!found) return { why: say.refusals['call-in-gone']() }
  if (!found.roles.isClerk) return { why: say.refusals['not-a-clerk']() }
  const today = civilDate(house.now(), house.timeZone).toString()
  const councillors = await councillorsOn(house, today)
  if (councillors.length === 0) return { why: say.noCouncillors() }
  return { view: askModal(found.callIn, { today, councillors }, say) }
}
