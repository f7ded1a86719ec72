import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { itemWords } from '../sitting/item-words.ts'
import { section } from '../slack/blocks.ts'
import type { PartOf } from './bundle-parts.ts'
import { bundleWords } from './bundle-words.ts'

/** That the Monitoring Officer must still be told of an interest; what it is, is said nowhere here. */
export const disclosuresPart: PartOf = async (house, { subject, personId, language }) => {
  const { councilId, db } = house
  const row = await db.disclosure.findFirst({ where: { councilId, id: subject, personId, struckAt: null } })
  const meeting = row && (await meetingAtHand(house, row.meetingId))
  if (!row?.notifyUntil || !meeting) return undefined
  const { told } = itemWords(language)
  const said = row.notifiedAt
    ? told.isTold(toInstant(row.notifiedAt), house.timeZone)
    : told.reminder(dateOfColumn(row.notifyUntil))
  return {
    isOpen: row.notifiedAt === null,
    group: `meeting ${meeting.id}`,
    heading: section(bundleWords(language).meeting(meeting)),
    build: (fits) => (fits([section(said)]) ? [section(said)] : []),
  }
}
