import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { committeesWhereClerk, isClerk } from '../committees/people.ts'
import type { MeetingWord } from '../meetings/listeners.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { handOver } from '../slack/hand-over.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type PressVisit, type Reception } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { circulateMinutes } from './circulate-minutes.ts'
import { settleComment } from './comment-minutes.ts'
import { draftMinutes } from './draft-minutes.ts'
import { meetingsToMinute, minutesDesk } from './minutes-desk.ts'
import { draftFiles, publicFiles } from './minutes-files.ts'
import { minutesView } from './minutes-views.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { saidOfRefusal } from './say-refusal.ts'

/** `/meeting minutes`: for clerks, the latest meeting that is over first. */
export const minutesWord: MeetingWord = {
  word: 'minutes',
  async open({ visitor, client, triggerId, answer }) {
    const [latest] = await meetingsToMinute(visitor.house, visitor.personId)
    if (!latest) {
      const committees = await committeesWhereClerk(visitor.house, visitor.personId)
      return answer(committees.length === 0 ? say.refusals['not-a-clerk']() : say.none())
    }
    await client.views.open({ trigger_id: triggerId, view: await viewOf(visitor, latest) })
  },
}

/** The clerk's view of the minutes of a meeting, and what is done there in one press. */
export function registerMinutesDesk(app: App, reception: Reception): void {
  const opens = openings(app, reception)
  opens(ids.minutes.open, async ({ visitor, value }) => shown(visitor, value))
  opens(ids.minutes.meeting, async ({ visitor, value }) => shown(visitor, value))

  app.action(
    { type: 'block_actions', action_id: ids.minutes.draft },
    asOpening(reception, async (visit) => {
      const { visitor, value, answer } = visit
      const drafted = await draftMinutes(visitor.house, { by: visitor.personId, meetingId: value })
      if (!drafted.ok) return answer(saidOfRefusal(drafted.refusal))
      const meeting = await showAgain(visit)
      if (!meeting) return
      const files = await draftFiles(visitor.house, meeting)
      // Said first: with its closed part it is three files, and each takes a moment.
      await answer(files.length > 2 ? say.closedToo() : say.coming())
      for (const file of files) await handOver(visit.client, visitor.slackUserId, file)
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.minutes.circulate },
    asOpening(reception, async (visit) => {
      const { visitor, value, answer } = visit
      const sent = await circulateMinutes(visitor.house, { by: visitor.personId, meetingId: value })
      if (!sent.ok) return answer(saidOfRefusal(sent.refusal))
      const { commenters, members, withoutSlack, outside } = sent.value
      await showAgain(visit)
      const all = new Set([...commenters, ...members].map(({ id }) => id))
      await answer(
        say.circulated(all.size - withoutSlack.length, [...withoutSlack.map(({ name }) => name), ...outside]),
      )
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.minutes.settle },
    asOpening(reception, async (visit) => {
      const { visitor, value: commentId, view, answer } = visit
      const meetingId = view?.metadata ?? ''
      const settled = await settleComment(visitor.house, { by: visitor.personId, meetingId, commentId })
      if (!settled.ok) return answer(saidOfRefusal(settled.refusal))
      await showAgain({ ...visit, value: meetingId })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.minutes.out },
    asOpening(reception, async ({ visitor, client, value, answer }) => {
      const at = await heldFor(visitor, value)
      if ('why' in at) return answer(at.why)
      await answer(say.outComing())
      for (const file of await publicFiles(visitor.house, at.meeting))
        await handOver(client, visitor.slackUserId, file)
    }),
  )
}

/** The meeting of which this person keeps the minutes, or why they do not. */
export async function heldFor(
  { house, personId }: Visitor,
  meetingId: string,
): Promise<{ readonly meeting: MeetingAtHand } | { readonly why: Mrkdwn }> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return { why: say.refusals['not-open']() }
  return (await isClerk(house, meeting.committeeId, personId))
    ? { meeting }
    : { why: say.refusals['not-a-clerk']() }
}

export async function viewOf(visitor: Visitor, meeting: MeetingAtHand): Promise<ModalView> {
  const meetings = await meetingsToMinute(visitor.house, visitor.personId)
  const listed = meetings.some(({ id }) => id === meeting.id) ? meetings : [meeting, ...meetings]
  return minutesView(listed, await minutesDesk(visitor.house, meeting))
}

async function shown(visitor: Visitor, meetingId: string): Promise<Shown> {
  const at = await heldFor(visitor, meetingId)
  return 'why' in at ? at : { view: await viewOf(visitor, at.meeting) }
}

/** The view as it stands after what was pressed in it. */
async function showAgain({
  visitor,
  client,
  value,
  view,
}: Pick<PressVisit, 'visitor' | 'client' | 'value' | 'view'>): Promise<MeetingAtHand | undefined> {
  const at = await heldFor(visitor, value)
  if ('why' in at) return undefined
  if (view) await client.views.update({ view_id: view.id, view: await viewOf(visitor, at.meeting) })
  return at.meeting
}
