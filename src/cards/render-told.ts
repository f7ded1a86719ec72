import { dateOfColumn, toInstant } from '../calendar/civil.ts'
import { displayName, personById } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { councilCode } from '../interests/council-code.ts'
import { kindOfNotice } from '../interests/kind-rules.ts'
import { isMonitoringOfficer } from '../interests/read-interests.ts'
import { interestWords, kindName } from '../interests/words.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { itemWords } from '../sitting/item-words.ts'
import { workingOfNotice } from '../sitting/told-lines.ts'
import { toldMessage } from '../sitting/told-view.ts'

/**
 * After a disclosure: that the Monitoring Officer must be told, and by when. To the member themselves and to the
 * Monitoring Officers alone; in what the interest lies is said to nobody here.
 */
const renderTold: Renderer = async (house, message) => {
  const { councilId, db } = house
  const row = await db.disclosure.findFirst({ where: { councilId, id: message.subject } })
  const meeting = row && (await meetingAtHand(house, row.meetingId))
  if (!row?.notifyUntil || !meeting || !('person' in message.recipient)) return { drop: 'disclosure-gone' }
  const reader = await personById(house, message.recipient.person)
  const isTheirs = reader?.id === row.personId
  if (!reader || (!isTheirs && !(await isMonitoringOfficer(house, reader.id))))
    return { drop: 'not-entitled' }
  const posted = { councilId, id: message.id, slackTs: { not: null } }
  // Struck before anybody was told of it: nothing is due.
  if (row.struckAt && (await db.outboxMessage.count({ where: posted })) === 0) return { drop: 'struck' }
  const member = isTheirs ? reader : await personById(house, row.personId)
  const code = await councilCode(house)
  const type = kindOfNotice(code, row.type)
  return {
    post: toldMessage(
      {
        disclosureId: row.id,
        meeting,
        memberName: isTheirs ? undefined : member && displayName(member),
        kind: kindName(code, type.id, interestWords(reader.language)),
        isSensitive: row.sensitive,
        until: dateOfColumn(row.notifyUntil),
        working: await workingOfNotice(
          house,
          { type, registration: row.registration ?? undefined, at: toInstant(row.at) },
          meeting.timeZone,
        ),
        told: row.notifiedAt ? toInstant(row.notifiedAt) : undefined,
        isStruck: row.struckAt !== null,
        timeZone: house.timeZone,
      },
      itemWords(reader.language),
    ),
  }
}

/** For the map of renderers. */
export const toldRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.disclosureTold, renderTold],
]
