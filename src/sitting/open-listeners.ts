import type { App } from '@slack/bolt'
import { isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { ids } from '../slack/ids.ts'
import { asSubmit, type Reception } from '../slack/listen.ts'
import { metadataOf } from '../slack/metadata.ts'
import { openings, type Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { expectedRoll } from './expected-roll.ts'
import { wordAboutMeeting } from './meeting-words.ts'
import { openSitting } from './open-sitting.ts'
import { openedView, openingModal, openingSubmitted } from './open-view.ts'
import { whyNotOpen } from './opening-rules.ts'
import { openingWords } from './opening-words.en.ts'
import { remoteOf } from './remote-of.ts'
import { answerTo, notDoneView, saidOf } from './say-refusal.ts'
import { trueTime } from './true-time.ts'
import { sittingWords as say } from './words.en.ts'

/** `/meeting open` */
export const openWord = wordAboutMeeting({
  word: 'open',
  which: 'to-open',
  none: say.pick.none(),
  actionId: ids.sitting.open,
  show: showOpening,
})

/** Open a meeting: the roll call, filled in by what members have answered. */
export function registerOpening(app: App, reception: Reception): void {
  openings(app, reception)(ids.sitting.open, ({ visitor, value }) => showOpening(visitor, value))

  app.view(
    ids.sitting.openForm,
    asSubmit(reception, async ({ visitor, fields, metadata }) => {
      const { house, personId: by } = visitor
      const { id: meetingId } = metadataOf({ private_metadata: metadata })
      const meeting = await meetingAtHand(house, meetingId)
      if (!meeting) return { show: notDoneView(say.refusals.gone()) }
      const { time, people, chairId } = openingSubmitted(fields, await remoteOf(house, meeting))
      const at = trueTime(meeting, time, house.now())
      const outcome = await openSitting(house, { by, meetingId, at, people, chairId })
      if (!outcome.ok) return answerTo(house, outcome.refusal, `${ids.sitting.field.there}/0`)
      const { already } = outcome.value
      const hasChannel = meeting.clerksChannelId !== undefined
      return { show: openedView(openingWords.opened(meeting, already, hasChannel)) }
    }),
  )
}

async function showOpening({ house, personId }: Visitor, meetingId: string): Promise<Shown> {
  const meeting = await meetingAtHand(house, meetingId)
  if (!meeting) return { why: say.refusals.gone() }
  if (!(await isClerk(house, meeting.committeeId, personId))) return { why: say.refusals.notAClerk() }
  const where = { councilId: house.councilId, meetingId }
  if ((await house.db.sitting.count({ where })) > 0) {
    // Nothing is done twice; a clerk without a clerks' channel gets the control as well.
    await openSitting(house, { by: personId, meetingId, people: [] })
    return { why: openingWords.opened(meeting, true, meeting.clerksChannelId !== undefined) }
  }
  const why = whyNotOpen(meeting, house.now())
  if (why) return { why: await saidOf(house, { code: why, meeting: meetingWords.meeting(meeting) }) }
  const [expected, remote] = [await expectedRoll(house, meeting), await remoteOf(house, meeting)]
  return { view: openingModal({ meeting, expected, remote, now: house.now() }) }
}
