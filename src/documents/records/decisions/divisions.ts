import { FIGURE, numberOf } from '../phrases/figures.ts'
import { countsIn } from './vote-counts.ts'
import type { Counts } from './ways.ts'

/** "the MOTION received 31 votes and the AMENDMENT received 24" */
const RECEIVED =
  /\bmotion\b[^.;]{0,80}?\breceived\s(\d{1,3}|\w+)\svotes?\b[^.;]{0,60}?\bamendment\b[^.;]{0,80}?\breceived\s(\d{1,3}|\w+)(?:\svotes?)?/i

/** "4 for the motion", "seven members voted for the amendment", "for the motion - 12" */
function votersFor(matter: 'motion' | 'amendment'): readonly RegExp[] {
  return [
    new RegExp(`\\bfor\\sthe\\s${matter}\\s{0,3}[:–—-]\\s{0,3}(\\d{1,3})\\b`, 'i'),
    new RegExp(
      `\\b${FIGURE}\\s(?:(?:members?|councillors?|votes?|having|had|voted|voting|were|was|cast|being)\\s){0,4}(?:for|in favour of)\\sthe\\s${matter}\\b`,
      'i',
    ),
  ]
}

const FOR_MOTION = votersFor('motion')
const FOR_AMENDMENT = votersFor('amendment')

function votersOf(sentence: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const count = numberOf(pattern.exec(sentence)?.[1] ?? '')
    if (count !== undefined) return count
  }
  return undefined
}

/** Of a sentence that counts who was for the motion and who for its amendment: the one is for, the other against. */
export function divisionIn(sentence: string): Counts | undefined {
  const received = RECEIVED.exec(sentence)
  const motion = numberOf(received?.[1] ?? '') ?? votersOf(sentence, FOR_MOTION)
  const amendment = numberOf(received?.[2] ?? '') ?? votersOf(sentence, FOR_AMENDMENT)
  if (motion === undefined || amendment === undefined) return undefined
  const rest = received ? sentence.slice(received.index + received[0].length) : sentence
  const abstain = countsIn(rest, false)?.abstain
  return { for: motion, against: amendment, ...(abstain !== undefined && { abstain }) }
}

/** "For the amendment - 9 votes" on a line below "For the motion - 12 votes". */
export function amendmentSide(sentence: string): number | undefined {
  return /^for\b/i.test(sentence) ? votersOf(sentence, FOR_AMENDMENT) : undefined
}
