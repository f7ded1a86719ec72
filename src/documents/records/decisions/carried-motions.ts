import type { Paragraph } from '../../lines/paragraphs.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { labelAt } from './clause-labels.ts'
import { decisionBlock } from './decision-block.ts'
import { isAmendment } from './floor.ts'
import { moversIn } from './movers.ts'
import type { Passage } from './passages.ts'
import { type DecisionTold, resolutionOf } from './resolutions.ts'
import type { VoteTold } from './votes.ts'

/** How many paragraphs a motion stands above its vote. */
const FARTHEST = 3

/** No motion takes more. */
const LONGEST = 60

/** "‘That the accounts be approved’" on a paragraph of its own. */
const MOTION = /^[‘“'"]?\s?that\s.{8,}/i
/** "moved by A and seconded by B that ...", "A proposed, seconded by B, to ...". */
const MOVED_THAT =
  /\b(?:moved|proposed|seconded)\b(?:[\s,]+(?:and\s)?(?:seconded\s)?by\s[^,;:]{2,60}?)?(?:,?\s(?:and\s)?seconded\sby\s[^,;:]{2,60}?)?,?:?\s(that\s.{8,}|the\s[^.]{3,160}?\bbe\s.{2,})$/i
/** "..., seconded by Cllr Boyce - Agreed": who seconded and what came of it is no part of the motion. */
const TAIL =
  /,?\s(?:and\s|which was\s)?seconded\s(?:by\s)?[^;]{2,160}$|\s?[-–—,]\s?(?:all\s)?(?:agreed|carried|approved)\.?$/i

/**
 * Where nothing else says what was resolved, a motion that was carried is the decision. One that was amended
 * on the way is not: the words that were carried then stand nowhere.
 */
export function carriedMotions(passage: Passage, votes: readonly VoteTold[]): DecisionTold[] {
  const amended = votes.some(({ vote }) => isAmendment(vote.value.on) && vote.value.result === 'carried')
  if (amended) return []
  const motions: DecisionTold[] = []
  for (const { vote, paragraph } of votes) {
    const { result, on } = vote.value
    if (result !== 'carried' || isAmendment(on)) continue
    const motion = motionAbove(passage, paragraph)
    const text = motion?.resolution.value.text
    if (motion && motions.at(-1)?.resolution.value.text !== text) motions.push(motion)
  }
  return motions
}

function motionAbove(passage: Passage, vote: number): DecisionTold | undefined {
  const { paragraphs } = passage
  let left = FARTHEST
  for (let at = vote; at >= Math.max(0, vote - LONGEST) && left >= 0; at -= 1) {
    const paragraph = paragraphs[at]
    if (!paragraph) return undefined
    const words =
      motionIn(paragraph.text) ?? (followsMover(passage, at) ? ownMotion(paragraph.text) : undefined)
    if (words !== undefined) {
      const block = /[:–-]$/.test(words) ? decisionBlock(paragraphs.slice(0, vote), words, at + 1) : undefined
      const { resolution = { text: words }, damaged } = block ?? {}
      return {
        resolution: resolutionOf(passage, paragraph, resolution, damaged),
        paragraph: at,
        manner: 'set apart',
      }
    }
    const movers = at < vote ? moversIn(paragraph.text) : undefined
    if (movers?.moved !== undefined) return undefined
    if (!isOfList(paragraph) && !movers) left -= 1
  }
  return undefined
}

/** The parts of a motion, however many there are. */
function isOfList({ text, bullet }: Paragraph): boolean {
  return bullet || labelAt(text) !== undefined
}

function motionIn(text: string): string | undefined {
  for (const sentence of sentencesOf(text)) {
    if (/\bamendment\b/i.test(sentence)) continue
    const words = MOVED_THAT.exec(sentence)?.[1]
    if (words !== undefined) return words.replace(TAIL, '')
  }
  return undefined
}

function followsMover(passage: Passage, at: number): boolean {
  const above = passage.paragraphs[at - 1]?.text ?? ''
  return moversIn(above) !== undefined && !/\bamendment\b/i.test(above)
}

function ownMotion(text: string): string | undefined {
  return MOTION.test(text) ? text.replace(/^[‘“'"]\s?/, '').replace(/[’”'"]$/, '') : undefined
}
