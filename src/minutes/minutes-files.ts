import type { House } from '../database/house.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { FileForSomebody } from '../slack/hand-over.ts'
import { htmlOf } from './html.ts'
import type { MinutesModel } from './minutes-model.ts'
import { minutesOf } from './minutes-of.ts'
import { closedMinutes, openMinutes } from './minutes-paper.ts'
import { minutesWords as say } from './minutes-words.en.ts'
import { attendanceCsvOf, meetingJson, votesCsv } from './public-records.ts'
import { styleOfCommittee } from './style-of-committee.ts'
import { type MinutesStyle, minutesStyles } from './styles.ts'
import { wordOf } from './word.ts'

/** The files of a meeting's minutes: for the public, and apart from it what is closed. */
export async function draftFiles(house: House, meeting: MeetingAtHand): Promise<FileForSomebody[]> {
  const at = await styledMinutes(house, meeting)
  if (!at) return []
  const closed = closedMinutes(at.model, at.style)
  return [
    await openWord(meeting, at),
    {
      ...named(meeting, at.model, 'html'),
      bytes: htmlOf(openMinutes(at.model, at.style)),
    },
    ...(closed
      ? [
          {
            name: say.file.closed(meeting.committeeName, meeting.date),
            title: say.file.closedTitle(meeting),
            alt: say.file.closedTitle(meeting),
            bytes: await wordOf(closed),
          },
        ]
      : []),
  ]
}

/** The draft as the Chair and presenters read it: its open part alone. */
export async function openDraft(house: House, meeting: MeetingAtHand): Promise<FileForSomebody | undefined> {
  const at = await styledMinutes(house, meeting)
  return at && openWord(meeting, at)
}

/** Votes and attendance as data, for the council's site. */
export async function publicFiles(house: House, meeting: MeetingAtHand): Promise<FileForSomebody[]> {
  const model = await minutesOf(house, meeting.id)
  if (!model) return []
  const { committeeName, date } = meeting
  const votes = say.file.votesTitle(meeting)
  const attendance = say.file.attendanceTitle(meeting)
  return [
    {
      name: say.file.votes(committeeName, date, 'csv'),
      title: votes,
      alt: votes,
      bytes: votesCsv(model),
    },
    {
      name: say.file.attendance(committeeName, date, 'csv'),
      title: attendance,
      alt: attendance,
      bytes: attendanceCsvOf(model),
    },
    {
      name: say.file.votes(committeeName, date, 'json'),
      title: votes,
      alt: votes,
      bytes: meetingJson(model),
    },
  ]
}

interface Styled {
  readonly model: MinutesModel
  readonly style: MinutesStyle
}

async function styledMinutes(house: House, meeting: MeetingAtHand): Promise<Styled | undefined> {
  const model = await minutesOf(house, meeting.id)
  return model && { model, style: minutesStyles[await styleOfCommittee(house, meeting.committeeId)] }
}

async function openWord(meeting: MeetingAtHand, { model, style }: Styled): Promise<FileForSomebody> {
  return { ...named(meeting, model, 'docx'), bytes: await wordOf(openMinutes(model, style)) }
}

function named(meeting: MeetingAtHand, { isDraft }: MinutesModel, kind: 'docx' | 'html') {
  const title = say.file.title(meeting, isDraft)
  return { name: say.file.open(meeting.committeeName, meeting.date, kind), title, alt: title }
}
