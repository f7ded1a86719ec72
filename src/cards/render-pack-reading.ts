import { clockTime, longDate } from '../calendar/words.en.ts'
import { personById } from '../committees/people.ts'
import type { Renderer } from '../delivery/rendering.ts'
import { closedMarks, storedMarks, storedReading } from '../publications/pack-reading.ts'
import { packReadingMessage } from '../publications/views.ts'
import { publicationWords } from '../publications/words.ts'

/** How the reading of a pack went, to the clerk who gave it. */
export const renderPackReading: Renderer = async (house, message) => {
  const pack = await house.db.pack.findFirst({
    where: { councilId: house.councilId, id: message.subject },
    include: { publications: { select: { withdrawnAt: true } } },
  })
  if (!pack || !('person' in message.recipient)) return { drop: 'pack-gone' }
  const clerk = await personById(house, message.recipient.person)
  const say = publicationWords(clerk?.language ?? 'en')
  const reading = storedReading(pack.reading)
  // The name of a file that holds exempt matter may be a title, and direct messages reach Slack's exports: it is
  // not repeated where the file shows marks of it, nor before that is known.
  const hasMarks = closedMarks(storedMarks(pack.restrictedMarks)).length > 0
  const isUnnamed = hasMarks || pack.state === 'reading' || pack.fileName === ''
  return {
    post: packReadingMessage(
      {
        packId: pack.id,
        name: isUnnamed ? say.dropped.unnamed : pack.fileName,
        state: pack.publications.some((one) => one.withdrawnAt) ? 'withdrawn' : pack.state,
        problem: pack.readingProblem ?? '',
        summary:
          pack.state === 'draft'
            ? {
                ...(reading.kind === 'supplement' ? { isSupplement: true as const } : {}),
                committee: reading.committee ?? '',
                when: [
                  reading.date === undefined ? '' : longDate(reading.date),
                  reading.time === undefined ? '' : clockTime(reading.time),
                ]
                  .filter((part) => part !== '')
                  .join(', '),
                items: reading.items.length,
                doubtful: [...new Set(reading.doubts.map(({ field }) => field))],
              }
            : undefined,
      },
      say,
    ),
  }
}
