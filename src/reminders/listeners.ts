import type { App } from '@slack/bolt'
import { ids } from '../slack/ids.ts'
import { asOpening, asRecord, asSubmit, type Reception } from '../slack/listen.ts'
import { platformError } from '../slack/platform-error.ts'
import { chooseHowMany } from './choose-how-many.ts'
import { setPolicies } from './set-policy.ts'
import { settingsForm, settingsMetadataOf, settingsSubmitted } from './settings-form.ts'
import { refusalView, savedView, settingsModal } from './views.ts'
import { reminderWords } from './words.ts'

/** How many reminders a person gets, and a clerk's settings of when they come. */
export function register(app: App, reception: Reception): void {
  for (const [id, fewer] of [
    [ids.reminders.fewer, true],
    [ids.reminders.usual, false],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asRecord(reception, async ({ visitor, value }) => {
        await chooseHowMany(visitor.house, { by: visitor.personId, fewer, day: value })
      }),
    )

  app.action(
    { type: 'block_actions', action_id: ids.reminders.settings },
    asOpening(reception, async ({ visitor, client, triggerId, view, answer }) => {
      const say = reminderWords(visitor.language)
      const form = await settingsForm(visitor.house, visitor.personId, undefined)
      if (!form) return answer(say.refusals.gone())
      const open = { trigger_id: triggerId, view: settingsModal(form, say) }
      await (view ? client.views.push(open) : client.views.open(open))
    }),
  )

  // Another committee, or the dates of what was typed.
  for (const id of [ids.reminders.committee, ids.reminders.preview])
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async ({ visitor, client, value, view, answer }) => {
        if (!view) return
        const say = reminderWords(visitor.language)
        const typed = id === ids.reminders.preview ? view : undefined
        const form = await settingsForm(visitor.house, visitor.personId, value, typed)
        if (!form) return answer(say.refusals.gone())
        try {
          await client.views.update({ view_id: view.id, hash: view.hash, view: settingsModal(form, say) })
        } catch (error) {
          // Pressed anew before this answer: the later press shows its own.
          if (platformError(error) !== 'hash_conflict') throw error
        }
      }),
    )

  app.view(
    ids.reminders.form,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId, language } = visitor
      const say = reminderWords(language)
      const { committeeId, versions } = settingsMetadataOf(metadata)
      const submitted = settingsSubmitted(fields, versions, say)
      if ('errors' in submitted) return submitted
      const outcome = await setPolicies(house, { by: personId, committeeId, set: submitted.set })
      if (!outcome.ok)
        return outcome.refusal.code === 'changed-meanwhile'
          ? { errors: { [ids.reminders.field.active]: say.changedMeanwhile } }
          : { show: refusalView(say.refusals.onlyClerks(), say) }
      const saved = await settingsForm(house, personId, committeeId)
      return saved ? { show: savedView(saved, say) } : { close: true }
    }),
  )
}
