import type { App } from '@slack/bolt'
import { markArrived, type SettleRefusal, sendAgain } from '../delivery/settle.ts'
import { textOf } from '../slack/fields.ts'
import { asOpening, asRecord, asSubmit, type Reception } from '../slack/listen.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { arrivedAnswer, arrivedForm, troubleIds, troubleOf } from './trouble-view.ts'
import { words } from './trouble-words.en.ts'

/** The clerks' buttons on notices about messages in trouble. */
export function register(app: App, reception: Reception): void {
  app.action(
    troubleIds.sendAgain,
    asRecord(reception, async ({ visitor, value, answer }) => {
      const outcome = await sendAgain(visitor.house, { ...troubleOf(value), by: visitor.personId })
      await answer(outcome.ok ? words.onItsWay() : inWords(outcome.refusal))
    }),
  )

  app.action(
    troubleIds.arrived,
    asOpening(reception, async ({ client, triggerId, value }) => {
      await client.views.open({ trigger_id: triggerId, view: arrivedForm(troubleOf(value), words) })
    }),
  )

  app.view(
    troubleIds.arrivedForm,
    asSubmit(reception, async ({ visitor, metadata, fields }) => {
      const link = textOf(fields, troubleIds.field.link)
      const act = { ...troubleOf(metadata), by: visitor.personId, link }
      const outcome = await markArrived(visitor.house, act)
      if (outcome.ok) return { close: true }
      const { refusal } = outcome
      return isAboutLink(refusal)
        ? { errors: { [troubleIds.field.link]: words.linkErrors[refusal.code] } }
        : { show: arrivedAnswer(inWords(refusal), words) }
    }),
  )
}

type LinkRefusal = Extract<SettleRefusal, { code: keyof typeof words.linkErrors }>

function isAboutLink(refusal: SettleRefusal): refusal is LinkRefusal {
  return refusal.code in words.linkErrors
}

function inWords(refusal: SettleRefusal): Mrkdwn {
  switch (refusal.code) {
    case 'not-clerk':
      return words.notClerk(refusal.clerks)
    case 'already-settled':
      return words.alreadySettled(refusal.by)
    case 'no-such-message':
      return words.noSuchMessage()
    default:
      return mrkdwn`${words.linkErrors[refusal.code]}`
  }
}
