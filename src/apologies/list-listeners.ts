import type { App } from '@slack/bolt'
import { z } from 'zod'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, asSubmit, type PressVisit, type Reception } from '../slack/listen.ts'
import { answerSubstitution } from './answer-substitution.ts'
import { apologiesForm } from './apologies-form.ts'
import { askedOf } from './asked-day.ts'
import { awayReceipt, tickedOf } from './away-view.ts'
import { listModal, meetingsOf } from './meetings-list.ts'
import { minutesPhrase } from './minutes-phrases.ts'
import { sayComing } from './say-coming.ts'
import { sayRefusal } from './say-refusal.ts'
import { tenderAway } from './tender-away.ts'
import { apologiesModal } from './views.ts'
import { whyNotThis } from './why-no-form.ts'
import { withdrawApologies } from './withdraw-apologies.ts'
import { apologiesWords } from './words.ts'

const shown = z.object({ withApologies: z.boolean().optional() })

/** The list of all of somebody's coming meetings, and the form for days away. */
export function registerList(app: App, reception: Reception): void {
  // The form takes the place of the list: one that lay on top would leave an old answer standing below it.
  app.action(
    { type: 'block_actions', action_id: ids.apologies.listOpen },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = apologiesWords(visitor.language)
      const { meetingId } = askedOf(value)
      const form = await apologiesForm(visitor.house, visitor.personId, 'command', meetingId)
      if (form?.meetingId !== meetingId) return answer(await whyNotThis(visitor, meetingId, say))
      await client.views.update({ view_id: view.id, view: apologiesModal(form, say) })
    }),
  )

  for (const [id, act] of [
    [ids.apologies.listComing, sayComing],
    [ids.apologies.listWithdraw, withdrawApologies],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, answer } = visit
        const { house, personId } = visitor
        const { meetingId, day } = askedOf(value)
        const outcome = await act(house, { meetingId, day, memberId: personId, by: personId, way: 'command' })
        if (outcome.ok) return () => showAgain(visit)
        const why = await sayRefusal(house, outcome.refusal, meetingId, apologiesWords(visitor.language))
        return () => answer(why)
      }),
    )

  for (const [id, said] of [
    [ids.apologies.listAccept, 'accepted'],
    [ids.apologies.listDecline, 'declined'],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async (visit) => {
        const { visitor, value, answer } = visit
        const { house, personId, language } = visitor
        const outcome = await answerSubstitution(house, { substitutionId: value, by: personId, answer: said })
        if (outcome.ok) return () => showAgain(visit)
        const why = await sayRefusal(house, outcome.refusal, '', apologiesWords(language))
        return () => answer(why)
      }),
    )

  app.view(
    ids.apologies.away,
    asSubmit(reception, async ({ visitor, fields }) => {
      const say = apologiesWords(visitor.language)
      const meetings = tickedOf(fields)
      if (meetings.length === 0) return { errors: { [`${ids.apologies.field.away}.0`]: say.away.tickOne } }
      const outcome = await tenderAway(visitor.house, {
        memberId: visitor.personId,
        meetings,
        reason: textOf(fields, ids.apologies.field.reason),
        inMinutes: minutesPhrase(textOf(fields, ids.apologies.field.inMinutes)),
        way: 'command',
      })
      return outcome.ok ? { show: awayReceipt(outcome.value, say) } : { close: true }
    }),
  )
}

async function showAgain({ visitor, client, view }: PressVisit): Promise<void> {
  if (!view) return
  const { house, personId, language } = visitor
  const which = shown.parse(JSON.parse(view.metadata))
  const listed = await meetingsOf(house, personId, which.withApologies ? { withApologies: true } : {})
  const list = listModal(
    listed,
    { metadata: view.metadata, timeZone: house.timeZone },
    apologiesWords(language),
  )
  await client.views.update({ view_id: view.id, view: list })
}
