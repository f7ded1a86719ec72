import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { MeetingAtHand } from '../meetings/meeting.ts'
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

export async function shown(visitor: Visitor, meeting: MeetingAtHand): Promise<{ readonly show: ModalView }> {
  return { show: await viewOf(visitor, meeting) }
}

export async function shownById(visitor: Visitor, meetingId: string): Promise<{ readonly show: ModalView }> {
  const at = await heldFor(visitor, meetingId)
  return 'why' in at ? { show: notDoneView(at.why) } : shown(visitor, at.meeting)
}
