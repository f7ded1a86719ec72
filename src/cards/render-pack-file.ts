import type { Renderer } from '../delivery/rendering.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { closedMarks, storedMarks } from '../publications/pack-reading.ts'
import { AGENDA_PACK } from '../publications/publishing.ts'
import { mayBeShared, publicFileName } from '../publications/share-rules.ts'
import { cardAt } from './card-at.ts'
import { cardWords } from './words.ts'

/**
 * The public PDF under the card. Whether it may be shared is asked again at the moment of sending: a channel
 * shows it to everybody, and nothing takes back what was opened (law 3).
 */
export const renderPackFile: Renderer = async (house, message) => {
  const { councilId } = house
  const meeting = await meetingAtHand(house, message.subject)
  if (!meeting) return { drop: 'meeting-gone' }
  const { recipient } = message
  if (!('channel' in recipient) || recipient.channel !== meeting.channelId) return { drop: 'other-channel' }
  const publication = await house.db.publication.findFirst({
    where: { councilId, meetingId: meeting.id, number: AGENDA_PACK, withdrawnAt: null },
    include: { pack: true },
  })
  if (!publication) return { drop: 'pack-gone' }
  const { pack } = publication
  const file = {
    ...pack,
    closedMarks: closedMarks(storedMarks(pack.restrictedMarks)).length,
    closedItems: await house.db.agendaItem.count({
      where: { councilId, meetingId: meeting.id, access: { not: 'public' } },
    }),
  }
  if (!mayBeShared(file)) return { drop: 'not-public' }
  const say = cardWords('en')
  const threadTs = await cardAt(house, message)
  return {
    post: {
      text: say.pack.file().text,
      blocks: [],
      ...(threadTs === undefined ? {} : { threadTs }),
      file: { slackFileId: file.slackFileId, sha256: file.fileSha256, name: publicFileName(meeting) },
    },
  }
}
