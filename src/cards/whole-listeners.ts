import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { ids } from '../slack/ids.ts'
import { asOpening, type Reception } from '../slack/listen.ts'
import { openings, type Shown } from '../slack/opening.ts'
import { turnsPages } from '../slack/turn-pages.ts'
import type { Visitor } from '../slack/visitor.ts'
import { wholeList } from './clerks-view.ts'
import { wholeAgenda } from './pack-card-view.ts'
import { changesSince, clerksModel, packCardModel } from './render-meeting.ts'
import { wholeChanges } from './whole-changes-view.ts'
import { cardWords } from './words.ts'

/** What stands in messages that are too short for it, in a view. */
export function register(app: App, reception: Reception): void {
  app.action(
    { type: 'block_actions', action_id: ids.whole.agenda },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = cardWords(visitor.language)
      const meeting = await meetingAtHand(visitor.house, value)
      if (!meeting) return answer(say.meetingGone())
      const view = wholeAgenda(await packCardModel(visitor.house, meeting), say)
      await client.views.open({ trigger_id: triggerId, view })
    }),
  )

  app.action(
    { type: 'block_actions', action_id: ids.whole.list },
    asOpening(reception, async ({ visitor, client, triggerId, value, answer }) => {
      const say = cardWords(visitor.language)
      const meeting = await meetingAtHand(visitor.house, value)
      if (!meeting) return answer(say.meetingGone())
      if (!(await isClerk(visitor.house, meeting.committeeId, visitor.personId)))
        return answer(say.clerksOnly())
      const view = wholeList(await clerksModel(visitor.house, meeting), say)
      await client.views.open({ trigger_id: triggerId, view })
    }),
  )

  openings(app, reception)(ids.whole.changes, ({ visitor, value }) => changesShown(visitor, value))
  turnsPages(app, reception, ids.whole.changes, changesShown)
}

/** @param value the meeting, and after a stroke the page from 0 */
async function changesShown({ house, language }: Visitor, value: string): Promise<Shown> {
  const say = cardWords(language)
  const [meetingId = '', page] = value.split('/')
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return { why: say.meetingGone() }
  const { publishedAt } = await packCardModel(house, meeting)
  const changes = await changesSince(house, meetingId, publishedAt)
  return { view: wholeChanges({ meeting, changes, timeZone: house.timeZone }, Number(page) || 0, say) }
}
