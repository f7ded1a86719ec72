import type { KnownBlock } from '@slack/types'
import { personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { OutgoingMessage } from '../delivery/outgoing-message.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { commentWords as say } from '../minutes/comment-words.en.ts'
import { minutesOf } from '../minutes/minutes-of.ts'
import { myAttendance } from '../minutes/my-attendance.ts'
import { type DraftReaders, readersOf } from '../minutes/who-reads.ts'
import { sittingAtHand } from '../sitting/at-hand.ts'
import { actions, button, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { heading } from './heading.ts'

/** To the Chair and to presenters: that the draft can be read and commented on. */
const renderDraft: Renderer = async (house, message) => {
  const at = await askedOf(house, message)
  if ('drop' in at) return at
  const { meeting, personId, isOpen, readers } = at
  if (!readers.commenters.some(({ id }) => id === personId)) return { drop: 'not-asked' }
  if (!isOpen) return posted(meeting, say.draft.notification(meeting), [say.draft.agreed(meeting)], [])
  return posted(
    meeting,
    say.draft.notification(meeting),
    [say.draft.asked(meeting)],
    [
      actions(
        button({ id: ids.minutes.read, text: say.draft.read, value: meeting.id, style: 'primary' }),
        button({ id: ids.minutes.comment, text: say.draft.comment, value: meeting.id }),
      ),
    ],
  )
}

/** To each member: what the minutes say of their being there. */
const renderCheck: Renderer = async (house, message) => {
  const at = await askedOf(house, message)
  if ('drop' in at) return at
  const { meeting, personId, isOpen, readers } = at
  const member = readers.members.find(({ id }) => id === personId)
  if (!member) return { drop: 'not-asked' }
  if (!isOpen) return posted(meeting, say.check.notification(meeting), [say.check.agreed(meeting)], [])
  const model = await minutesOf(house, meeting.id)
  if (!model) return { drop: 'not-open' }
  return posted(
    meeting,
    say.check.notification(meeting),
    [say.check.asked(meeting, myAttendance(model, member))],
    [actions(button({ id: ids.minutes.wrong, text: say.check.wrong, value: meeting.id }))],
  )
}

/** To the clerks: how many comments wait for them; what they say stands in the view alone. */
const renderComments: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if (!('channel' in message.recipient) || message.recipient.channel !== meeting.clerksChannelId)
    return { drop: 'other-channel' }
  const minutes = await house.db.minutes.findUnique({
    where: { councilId_meetingId: { councilId: house.councilId, meetingId: meeting.id } },
    select: { state: true, comments: { select: { settledAt: true } } },
  })
  if (!minutes) return { drop: 'not-drafted' }
  const all = minutes.comments.length
  const open = minutes.comments.filter(({ settledAt }) => settledAt === null).length
  const isOver = minutes.state === 'agreed' || minutes.state === 'signed'
  const said =
    isOver && open === 0
      ? say.clerks.over(meeting)
      : all === 0
        ? say.clerks.none(meeting)
        : say.clerks.counted(meeting, open, all)
  return posted(
    meeting,
    say.clerks.notification(meeting, open),
    [said],
    [actions(button({ id: ids.minutes.open, text: say.clerks.open, value: meeting.id }))],
  )
}

/** What is said of minutes, by kind. */
export const minutesRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.minutesDraft, renderDraft],
  [messageKinds.minutesCheck, renderCheck],
  [messageKinds.minutesComments, renderComments],
]

interface Asked {
  readonly meeting: MeetingAtHand
  readonly personId: string
  /** Still out for comment. */
  readonly isOpen: boolean
  readonly readers: DraftReaders
}

async function askedOf(house: House, message: OutgoingMessage): Promise<Asked | { readonly drop: string }> {
  if (!('person' in message.recipient)) return { drop: 'nobody' }
  const { person: personId } = message.recipient
  const sitting = await sittingAtHand(house, message.subject)
  if (!sitting || !(await personById(house, personId))) return { drop: 'not-open' }
  const minutes = await house.db.minutes.findUnique({
    where: { councilId_meetingId: { councilId: house.councilId, meetingId: message.subject } },
    select: { state: true },
  })
  return {
    meeting: sitting.meeting,
    personId,
    isOpen: minutes?.state === 'circulated',
    readers: await readersOf(house, sitting),
  }
}

function posted(
  meeting: MeetingAtHand,
  notification: Mrkdwn,
  said: readonly Mrkdwn[],
  controls: readonly KnownBlock[],
): Rendering {
  const blocks = [heading(meeting.committeeName), ...said.flatMap((one) => sections(one)), ...controls]
  return { post: { text: notification.text, blocks } }
}
