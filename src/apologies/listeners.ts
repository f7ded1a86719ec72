import type { App } from '@slack/bolt'
import { textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { platformError } from '../slack/platform-error.ts'
import type { Visitor } from '../slack/visitor.ts'
import { apologiesForm } from './apologies-form.ts'
import { askedOf } from './asked-day.ts'
import { registerCommand } from './command-listeners.ts'
import { registerList } from './list-listeners.ts'
import { minutesPhrase } from './minutes-phrases.ts'
import { readReasons } from './read-reasons.ts'
import { registerRelay } from './relay-listeners.ts'
import { APOLOGY_KINDS } from './rules.ts'
import { sayComing } from './say-coming.ts'
import { isAboutSubstitute, sayRefusal, saySubstituteRefusal } from './say-refusal.ts'
import { registerSubstitutes } from './substitute-listeners.ts'
import { tenderApologies } from './tender-apologies.ts'
import { apologiesModal, reasonsView, receiptView, refusalView, withdrawnView } from './views.ts'
import { whyNotThis } from './why-no-form.ts'
import { withdrawApologies } from './withdraw-apologies.ts'
import { apologiesWords } from './words.ts'

/** `/apologies`, the buttons of a member's message, and the clerk's relayed answers. */
export function register(app: App, reception: Reception): void {
  registerCommand(app, reception)

  app.action(
    { type: 'block_actions', action_id: ids.apologies.open },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = apologiesWords(visitor.language)
      const form = await apologiesForm(visitor.house, visitor.personId, 'button', value)
      if (form?.meetingId !== value) return answer(await whyNotThis(visitor, value, say))
      await client.views.open({ trigger_id: triggerId, view: apologiesModal(form, say) })
    }),
  )

  // Another meeting chosen in the form: what was sent for that one is shown.
  app.action(
    { type: 'block_actions', block_id: ids.apologies.field.meeting },
    asOpening(reception, async ({ visitor, client, value, view, answer }) => {
      if (!view) return
      const say = apologiesWords(visitor.language)
      const way = metadataOf({ private_metadata: view.metadata }).way ?? 'command'
      const form = await apologiesForm(visitor.house, visitor.personId, way, value)
      if (!form) return answer(say.none.meetings())
      try {
        await client.views.update({ view_id: view.id, hash: view.hash, view: apologiesModal(form, say) })
      } catch (error) {
        // Chosen anew before this answer: the later choice shows its own meeting.
        if (platformError(error) !== 'hash_conflict') throw error
      }
    }),
  )

  app.view(
    ids.apologies.submit,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const say = apologiesWords(visitor.language)
      const kind = APOLOGY_KINDS.find((it) => it === textOf(fields, ids.apologies.field.kind))
      if (!kind) return { errors: { [ids.apologies.field.kind]: say.form.missing } }
      const meetingId = textOf(fields, ids.apologies.field.meeting)
      const substituteId = textOf(fields, ids.apologies.field.substitute)
      if (substituteId !== '' && kind !== 'absent')
        return { errors: { [ids.apologies.field.substitute]: say.form.onlyForAbsence } }
      const shown = metadataOf({ private_metadata: metadata })
      const outcome = await tenderApologies(visitor.house, {
        meetingId,
        // Another meeting was chosen, and its form is still on the way.
        day: shown.id === meetingId ? shown.day : undefined,
        memberId: visitor.personId,
        by: visitor.personId,
        way: shown.way ?? 'command',
        kind,
        reason: textOf(fields, ids.apologies.field.reason),
        inMinutes: minutesPhrase(textOf(fields, ids.apologies.field.inMinutes)),
        substituteId: substituteId || undefined,
      })
      // At its field, so that nothing that was typed is lost.
      if (!outcome.ok && isAboutSubstitute(outcome.refusal))
        return {
          errors: {
            [ids.apologies.field.substitute]: saySubstituteRefusal(
              outcome.refusal,
              visitor.house.timeZone,
              visitor.language,
            ),
          },
        }
      if (!outcome.ok)
        return { show: refusalView(await sayRefusal(visitor.house, outcome.refusal, meetingId, say), say) }
      return { show: receiptView(outcome.value, say) }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.apologies.withdraw },
    asRecord(reception, async ({ visitor, client, value, view, answer }) => {
      const say = apologiesWords(visitor.language)
      const outcome = await withdrawApologies(visitor.house, ownAnswer(visitor, value))
      if (!outcome.ok) {
        const why = await sayRefusal(visitor.house, outcome.refusal, value, say)
        return () => answer(why)
      }
      if (!view) return undefined
      const { meeting } = outcome.value
      return async () => {
        try {
          await client.views.update({ view_id: view.id, view: withdrawnView(meeting, say) })
        } catch (error) {
          reception.log.warn({ err: error }, 'a form could not show what was withdrawn; an answer does')
          await answer(say.receipt.withdrawn(meeting))
        }
      }
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.apologies.coming },
    asRecord(reception, async ({ visitor, value, answer }) => {
      const { meetingId, day } = askedOf(value)
      const outcome = await sayComing(visitor.house, { ...ownAnswer(visitor, meetingId), day })
      if (outcome.ok) return undefined
      const say = apologiesWords(visitor.language)
      const why = await sayRefusal(visitor.house, outcome.refusal, meetingId, say)
      return () => answer(why)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.apologies.reasons },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = apologiesWords(visitor.language)
      const outcome = await readReasons(visitor.house, { by: visitor.personId, meetingId: value })
      if (!outcome.ok) return answer(say.refusals.notAClerk())
      await client.views.open({ trigger_id: triggerId, view: reasonsView(outcome.value, say) })
    }),
  )

  registerRelay(app, reception)
  registerList(app, reception)
  registerSubstitutes(app, reception)
}

function ownAnswer(visitor: Visitor, meetingId: string) {
  return { meetingId, memberId: visitor.personId, by: visitor.personId, way: 'button' as const }
}
