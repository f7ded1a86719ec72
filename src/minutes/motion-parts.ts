import type { MotionOfMinutes, VoteOfMinutes } from '../votes/types.ts'
import { nameIn } from './attendance-names.ts'
import type { MinutesLineWords } from './minutes-lines.en.ts'
import type { Minute } from './minutes-model.ts'
import { outcomeParts } from './outcome-parts.ts'
import type { PaperPart } from './paper-parts.ts'
import type { MinutesStyle } from './styles.ts'
import { voteParts } from './vote-parts.ts'

/**
 * What was moved, voted and resolved on an item. A motion that was simply carried is printed once, as what was
 * resolved; amendments, and motions that came to nothing, are told.
 */
export function decisionParts(minute: Minute, style: MinutesStyle, say: MinutesLineWords): PaperPart[] {
  const motions = minute.motions.filter(({ kind }) => kind !== 'amendment')
  const known = new Set(motions.map(({ id }) => id))
  const apart = minute.resolutions.filter(({ motionId }) => motionId === undefined || !known.has(motionId))
  return [
    ...motions.flatMap((motion) => motionParts(motion, minute, style, say)),
    ...apart.flatMap((one) => outcomeParts(one, style, say)),
  ]
}

function motionParts(
  motion: MotionOfMinutes,
  minute: Minute,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart[] {
  const amendments = minute.motions.filter(({ parentId }) => parentId === motion.id)
  const votes = votesOn(motion, minute)
  const isCarried = motion.state === 'carried'
  const told = amendments.length > 0 || !isCarried
  return [
    ...(told ? [toldOf(say.motion, motion, style, say)] : []),
    ...amendments.flatMap((amendment) => [
      toldOf(say.amendment, amendment, style, say),
      ...endedParts(say.amendment, amendment, minute, style, say),
    ]),
    ...(isCarried
      ? carriedParts(motion, minute, { isTold: told, votes }, style, say)
      : endedParts(say.motion, motion, minute, style, say)),
  ]
}

function carriedParts(
  motion: MotionOfMinutes,
  minute: Minute,
  { isTold, votes }: { readonly isTold: boolean; readonly votes: readonly VoteOfMinutes[] },
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart[] {
  const resolved = minute.resolutions.filter(({ motionId }) => motionId === motion.id)
  const asMoved = { text: motion.substantive, leadIn: '', reasons: '', parts: [] }
  const mover = motion.mover && !isTold ? nameIn(motion.mover, style.attendance) : ''
  const seconder = motion.seconder ? nameIn(motion.seconder, style.attendance) : ''
  const isVoted = votes.some(({ method }) => method !== 'assent')
  return [
    ...(mover !== '' && style.movers === 'before'
      ? [paragraph(say.proposedAndVoted(mover, seconder, isVoted))]
      : []),
    ...(motion.kind === 'exclusion' && minute.exclusions.length > 0
      ? minute.exclusions.flatMap(({ text }) => outcomeParts({ ...asMoved, text }, style, say))
      : (resolved.length > 0 ? resolved : [asMoved]).flatMap((one) => outcomeParts(one, style, say))),
    ...(mover !== '' && style.movers === 'after' ? [paragraph(say.proposedInBrackets(mover, seconder))] : []),
    ...votes.flatMap((vote) => voteParts(vote, style)),
  ]
}

/** How it ended; that it was lost the vote says itself. */
function endedParts(
  what: string,
  motion: MotionOfMinutes,
  minute: Minute,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart[] {
  const votes = votesOn(motion, minute)
  return [
    ...votes.flatMap((vote) => voteParts(vote, style)),
    ...(votes.length > 0 && motion.state === 'lost' ? [] : [paragraph(say.ended[motion.state](what))]),
  ]
}

/** "The motion was proposed by Councillor A and seconded by Councillor B: “…”" */
function toldOf(
  what: string,
  { mover, seconder, text }: MotionOfMinutes,
  style: MinutesStyle,
  say: MinutesLineWords,
): PaperPart {
  if (!mover) return paragraph(say.wording(what, text))
  const by = seconder ? nameIn(seconder, style.attendance) : ''
  return paragraph(say.moved(what, nameIn(mover, style.attendance), by, text))
}

function votesOn({ id }: MotionOfMinutes, { votes }: Minute): VoteOfMinutes[] {
  return votes.filter(({ motion }) => motion.id === id)
}

function paragraph(text: string): PaperPart {
  return { code: 'paragraph', text }
}
