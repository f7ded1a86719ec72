import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { Outcome } from '../outcome.ts'
import { asOpening, type PressVisit, type Reception } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Visitor } from '../slack/visitor.ts'
import { heldFor, viewOf } from './minutes-listeners.ts'
import { notDoneView } from './minutes-views.ts'
import { type AnyMinutesRefusal, saidOfRefusal } from './say-refusal.ts'

/** A button that opens a form on top of the view; who may not have it is told why. */
export function opensForm(
  app: App,
  reception: Reception,
  id: string,
  form: (
    visitor: Visitor,
    meeting: MeetingAtHand,
  ) => Promise<{ readonly view: ModalView } | { readonly why: Mrkdwn }>,
): void {
  app.action(
    { type: 'block_actions', action_id: id },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }: PressVisit) => {
      const at = await heldFor(visitor, value)
      if ('why' in at) return answer(at.why)
      const opened = await form(visitor, at.meeting)
      if ('why' in opened) return answer(opened.why)
      await client.views.push({ trigger_id: triggerId, view: opened.view })
    }),
  )
}

export function notDone(refusal: AnyMinutesRefusal): { readonly show: ModalView } {
  return { show: notDoneView(saidOfRefusal(refusal)) }
}

/** The view as it stands after what a form did, or why it was not done. */
export async function answered(
  visitor: Visitor,
  meetingId: string,
  outcome: Outcome<unknown, AnyMinutesRefusal>,
): Promise<{ readonly show: ModalView }> {
  if (!outcome.ok) return notDone(outcome.refusal)
  const at = await heldFor(visitor, meetingId)
  return { show: 'why' in at ? notDoneView(at.why) : await viewOf(visitor, at.meeting) }
}
