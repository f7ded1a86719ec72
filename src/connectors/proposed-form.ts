import type { ModalView } from '@slack/types'
import { meetingAtHand } from '../meetings/meeting.ts'
import { changeForm } from '../meetings/screen-models.ts'
import { changeModal } from '../meetings/views.ts'
import { meetingScreenWords } from '../meetings/words.ts'
import { shortened } from '../slack/shorten.ts'
import type { Visitor } from '../slack/visitor.ts'
import type { ProposedChange } from './settle-proposal.ts'

/** As long as the form takes a place. */
const VENUE = 200

/** The form for changing a meeting, filled in as the site has it; the clerk corrects it and decides. */
export async function proposedForm(visitor: Visitor, change: ProposedChange): Promise<ModalView | undefined> {
  const { house, language } = visitor
  const meeting = await meetingAtHand(house, change.meetingId)
  if (!meeting) return undefined
  const { date, startTime, venue } = change.other
  const form = await changeForm(house, meeting, { version: meeting.version, to: change.to, list: undefined })
  const suggested = {
    date: date ?? meeting.date,
    startTime: startTime ?? meeting.startTime,
    venue: venue === undefined ? meeting.venue : shortened(venue, VENUE),
  }
  return changeModal({ ...form, suggested }, meetingScreenWords(language))
}
