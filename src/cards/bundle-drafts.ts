import { isClerk } from '../committees/people.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { isSitting } from '../sitting/state-rules.ts'
import { actions, button, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { PartOf } from './bundle-parts.ts'
import { bundleWords } from './bundle-words.ts'

/** That the minutes of a meeting that is over are still to be drafted, to one of its clerks. */
export const draftsPart: PartOf = async (house, { subject, personId, language }) => {
  const { councilId, db } = house
  const sitting = await db.sitting.findFirst({ where: { councilId, id: subject } })
  const meeting = sitting && (await meetingAtHand(house, sitting.meetingId))
  if (!meeting || isSitting(sitting.state) || !(await isClerk(house, meeting.committeeId, personId)))
    return undefined
  const isDrafted = (await db.minutes.count({ where: { councilId, meetingId: meeting.id } })) > 0
  const say = bundleWords(language)
  const blocks = isDrafted
    ? [section(say.drafted())]
    : [
        section(say.toDraft()),
        actions(button({ id: ids.minutes.open, text: say.minutes, value: meeting.id, style: 'primary' })),
      ]
  return {
    isOpen: !isDrafted,
    group: `meeting ${meeting.id}`,
    heading: section(say.meeting(meeting)),
    build: (fits) => (fits(blocks) ? blocks : []),
  }
}
