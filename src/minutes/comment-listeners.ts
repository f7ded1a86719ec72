import type { App } from '@slack/bolt'
import { z } from 'zod'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { textOf } from '../slack/fields.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, asSubmit, type Reception } from '../slack/listen.ts'
import { askedAbout, type CommentRefusal, commentOnMinutes } from './comment-minutes.ts'
import { commentWords as say } from './comment-words.en.ts'
import { openDraft } from './minutes-files.ts'
import { commentModal } from './minutes-forms.ts'
import { notDoneView, saidView } from './minutes-views.ts'

const ofComment = z.object({ meetingId: z.string(), about: z.enum(['text', 'attendance']) })

/** What the Chair, presenters and members press in the messages about a draft. */
export function registerComments(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.minutes.read },
    asOpening(reception, async ({ visitor, client, value, answer }) => {
      const { house, personId, slackUserId } = visitor
      // Asked at the moment of reading: who does not preside or present any more reads it no more (law 3).
      const asked = await askedAbout(house, await sittingAtHand(house, value), {
        by: personId,
        about: 'text',
      })
      const file = asked.ok ? await openDraft(house, asked.value.meeting) : undefined
      if (!file) return answer(say.draft.notYours())
      await answer(say.draft.coming())
      await handOver(client, slackUserId, file)
    }),
  )

  for (const [id, about] of [
    [ids.minutes.comment, 'text'],
    [ids.minutes.wrong, 'attendance'],
  ] as const)
    app.action(
      { type: 'block_actions', action_id: id },
      asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
        const { house, personId: by } = visitor
        const asked = await askedAbout(house, await sittingAtHand(house, value), { by, about })
        if (!asked.ok) return answer(saidOf(asked.refusal))
        const view = commentModal(about, JSON.stringify({ meetingId: value, about }))
        await client.views.open({ trigger_id: triggerId, view })
      }),
    )

  app.view(
    ids.minutes.commentForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const text = textOf(fields, ids.minutes.field.comment)
      const outcome = await commentOnMinutes(visitor.house, {
        by: visitor.personId,
        ...ofComment.parse(JSON.parse(metadata)),
        text,
      })
      if (outcome.ok) return { show: saidView([say.form.sent(outcome.value.committee)]) }
      if (outcome.refusal.code === 'nothing-said')
        return { errors: { [ids.minutes.field.comment]: say.refusals.nothingSaid } }
      return { show: notDoneView(saidOf(outcome.refusal)) }
    }),
  )
}

function saidOf({ code }: CommentRefusal) {
  return code === 'not-asked' ? say.refusals.notAsked() : say.refusals.notCirculated()
}
