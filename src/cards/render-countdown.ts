import { Temporal } from 'temporal-polyfill'
import { latestLawfulDay } from '../calendar/clear-days.ts'
import { workingDaysUntil } from '../calendar/days.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { meetingNotice, publishedAgenda } from '../publications/published-agenda.ts'
import { context, sections } from '../slack/blocks.ts'
import { countdownWords as say } from './countdown-words.en.ts'

/**
 * How long lawful publication is still possible, true at the moment of sending; once the papers are out
 * it says so instead. Only clerks get it.
 */
export const renderCountdown: Renderer = async (house, message) => {
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  if ('channel' in message.recipient && message.recipient.channel !== meeting.clerksChannelId)
    return { drop: 'other-channel' }
  const agenda = await publishedAgenda(house, meeting)
  const { text } = say.short(meeting)
  if (agenda.notice)
    return { post: { text, blocks: [...sections(say.published(meeting, agenda.notice.state))] } }
  if (meeting.state !== 'scheduled') return { post: { text, blocks: sections(say.notNeeded(meeting)) } }
  const law = await meetingNotice(house, meeting)
  const latest = latestLawfulDay(law.meeting, law.rule, law.holidays)
  const today = Temporal.PlainDate.from(house.now().toZonedDateTimeISO(meeting.timeZone).toPlainDate())
  return {
    post: {
      text,
      blocks: [
        ...sections(say.remaining(meeting, latest.day, workingDaysUntil(today, latest.day, law.holidays))),
        context(say.working(latest, law.rule, law.holidays)),
      ],
    },
  }
}
