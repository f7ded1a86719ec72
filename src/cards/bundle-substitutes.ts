import { substituteWords } from '../apologies/substitute-words.ts'
import { isAfter } from '../calendar/civil.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { section } from '../slack/blocks.ts'
import type { PartOf } from './bundle-parts.ts'
import { bundleWords } from './bundle-words.ts'
import { substitutionModel } from './render-substitution.ts'
import { substitutionBlocks } from './substitution-view.ts'

/** The question to a substitute who has not answered, with its answer in place, and what became of it. */
export const substitutesPart: PartOf = async (house, { subject, personId, language }) => {
  const { councilId, db } = house
  // Asked once more for another seat of the same meeting, the last is what counts.
  const row = await db.substitution.findFirst({
    where: { councilId, meetingId: subject, substituteId: personId },
    orderBy: [{ namedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const meeting = await meetingAtHand(house, subject)
  const model = row && (await substitutionModel(house, row.id))
  if (!meeting || !model) return undefined
  const blocks = substitutionBlocks(model, substituteWords(language))
  return {
    isOpen: model.state === 'asked' && isAfter(meeting.startsAt, house.now()),
    group: `meeting ${meeting.id}`,
    heading: section(bundleWords(language).meeting(meeting)),
    build: (fits) => (fits(blocks) ? blocks : []),
  }
}
