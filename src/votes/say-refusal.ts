import { type CouncilRows, displayName, personOf } from '../committees/people.ts'
import type { VoteRefusal } from './refusals.ts'
import type { VoteWords } from './words.en.ts'

/** Why something about a vote was not recorded, and what to do: with the names that the reason needs. */
export async function sayVoteRefusal(
  rows: CouncilRows,
  refusal: VoteRefusal,
  words: VoteWords,
): Promise<string> {
  const say = words.refusals
  switch (refusal.code) {
    case 'motion-ended':
      return say.motionEnded(say.motionStates[refusal.state])
    case 'amendment-open':
      return say.amendmentOpen(refusal.text)
    case 'another-open':
      return say.anotherOpen(refusal.question)
    case 'counts-missing':
      return say.countsMissing(refusal.eligible, refusal.entered, refusal.by)
    case 'counts-too-many':
      return say.countsTooMany(refusal.eligible, refusal.entered, refusal.by)
    case 'names-missing':
      return say.namesMissing(refusal.eligible, refusal.entered, await named(rows, refusal.personIds))
    case 'names-not-entitled':
      return say.namesNotEntitled(await named(rows, refusal.personIds))
    case 'not-entitled':
      return say.notEntitled((await named(rows, [refusal.personId]))[0] ?? '', words.bars[refusal.bar])
    case 'other-side':
      return say.otherSide(words.sides[refusal.side].toLowerCase())
    default:
      return say[PLAIN[refusal.code]]
  }
}

const PLAIN = {
  'not-a-clerk': 'notAClerk',
  'not-sitting': 'notSitting',
  signed: 'signed',
  'no-business': 'noBusiness',
  'time-outside': 'timeOutside',
  'changed-meanwhile': 'changedMeanwhile',
  'motion-gone': 'motionGone',
  'amends-amendment': 'amendsAmendment',
  'not-electronic': 'notElectronic',
  'text-missing': 'textMissing',
  'names-needed': 'namesNeeded',
  'outcome-missing': 'outcomeMissing',
  'vote-gone': 'voteGone',
  'vote-ended': 'voteEnded',
  'not-equal': 'notEqual',
  'nobody-presides': 'nobodyPresides',
  'why-missing': 'whyMissing',
  'corrected-meanwhile': 'correctedMeanwhile',
  'resolution-gone': 'resolutionGone',
  'despite-not-counted': 'despiteNotCounted',
  'not-unanimous': 'notUnanimous',
  'not-declared': 'notDeclared',
  'next-begun': 'nextBegun',
  'not-there': 'notThere',
  'named-already': 'namedAlready',
} as const

/** As papers name them, in the order given. */
async function named({ councilId, db }: CouncilRows, personIds: readonly string[]): Promise<string[]> {
  const found = await db.person.findMany({ where: { councilId, id: { in: [...personIds] } } })
  const people = new Map(found.map((row) => [row.id, displayName(personOf(row))]))
  return personIds.flatMap((id) => people.get(id) ?? [])
}
