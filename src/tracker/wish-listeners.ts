import type { App } from '@slack/bolt'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asRecord, asSubmit, type Reception, type SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings } from '../slack/opening.ts'
import { type DecideRefusal, decideWish } from './decide-wish.ts'
import { owedRefusalSaid } from './owner-refusals.ts'
import { saidView, whyForm } from './owner-views.ts'
import type { OwnerWords } from './owner-words.en.ts'
import { ownerWords } from './owner-words.ts'
import { mayDecide, wishAtHand } from './wishes.ts'

/** What owners ask for, decided by the clerks or the Chair. */
export function registerWishes(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.wish.grant },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const say = ownerWords(visitor.language)
      const outcome = await decideWish(visitor.house, {
        by: visitor.personId,
        wishId: value,
        granted: true,
        why: '',
      })
      return () => answer(outcome.ok ? say.wish.done(true) : refusalOf(outcome.refusal, say))
    }),
  )
  openings(app, reception)(ids.wish.refuse, async ({ visitor, value }) => {
    const { house, personId, language } = visitor
    const say = ownerWords(language)
    const wish = await wishAtHand(house, value)
    if (!wish) return { why: say.refusals.gone() }
    const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate().toString()
    if (!(await mayDecide(house, wish.row.committeeId, personId, today)))
      return { why: say.refusals.notDecider() }
    if (wish.state !== 'waiting') return { why: say.refusals.decided() }
    const { title, submit, why, whyHint } = say.wish
    return {
      view: whyForm({
        id: ids.wish.form,
        field: ids.wish.field.why,
        title,
        submit,
        cancel: say.cancel,
        label: why,
        hint: whyHint,
        metadata: wish.id,
      }),
    }
  })
  app.view(
    ids.wish.form,
    asSubmit(reception, async ({ visitor, fields, metadata: wishId }): Promise<SubmitAnswer> => {
      const say = ownerWords(visitor.language)
      const why = textOf(fields, ids.wish.field.why)
      const outcome = await decideWish(visitor.house, { by: visitor.personId, wishId, granted: false, why })
      if (outcome.ok) return { show: saidView(say.wish.title, say.wish.done(false), say.close) }
      if (outcome.refusal.code === 'why-missing')
        return { errors: { [ids.wish.field.why]: say.errors['why-missing'] } }
      return { show: saidView(say.refusals.title, refusalOf(outcome.refusal, say), say.close) }
    }),
  )
}

function refusalOf(refusal: DecideRefusal, say: OwnerWords): Mrkdwn {
  return refusal.code === 'not-yours' ? say.refusals.notDecider() : owedRefusalSaid(refusal, say)
}
