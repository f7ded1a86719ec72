import type { Line } from '../../lines/line.ts'
import { isItem, TRACKER_TITLE, wordsIn } from './kind-signs.ts'

/** "Scrutiny Committee – Forward Work Programme 2026/27", "Agenda plan", "Notice of key decisions". */
const PROGRAMME_TITLE =
  /^(?:(?:appendix|annex) \w{1,3}\s?[:–—-]?\s?)?(?:\p{L}[\p{L} ,&'’–—:-]{0,80}\s)?(?:work(?:ing)?|forward|agenda|rolling|scrutiny)\s+(?:programme|plan|planner|planning schedule|look)\b[\s\d/–—:,-]*(?:\p{L}[\p{L}\d /–—-]{0,40})?(?:\([^()]{1,40}\))?$|^(?:notice|schedule|plan|list) of (?:\p{L}+ ){0,3}(?:(?:key|forthcoming|intended|proposed|planned|future) (?:\p{L}+ ){0,2}decisions|business|topics)\b.{0,40}(?<![.;])$|^(?:\p{L}+ ){0,4}work ?plan\b[\s\d/–—:-]*$|^blaenraglen\b.{0,60}$/iu

/** A word that every such title has, which is told faster. */
const PROGRAMME_WORD = /programme|plan|look|decisions|business|topics|blaenraglen/i

/** What a work programme or a forward plan is called. */
export function isProgrammeTitle(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  return PROGRAMME_WORD.test(text) && PROGRAMME_TITLE.test(text) && !isItem(lines, index)
}

const TRACKER_TOO =
  /\b(?:actions?|recommendations?|resolutions?|decisions?|matters|issues)\b.{0,40}\b(?:log|sheet|schedule|arising|outstanding|update|monitor\w*|progress|follow[- ]?up|register|record|status)\b|\b(?:outstanding|rolling|agreed|follow[- ]?up|updates? on|progress (?:on|of|against|with)|monitoring|implementation of|responses? to)\b.{0,40}\b(?:actions?|recommendations?|resolutions?|decisions|matters|issues)\b|\b(?:outstanding|rolling) business\b|\brecommendations$|\brecommendations?\b.{0,40}\bimplement|^action (?:plan|points)\b/i

/** A title is short; longer ones need rows below them. */
const LONGEST_TITLE = 10
const LONGEST_BORNE_OUT = 18

/** What names a tracker where the rows below bear it out. */
export function namesTracker(lines: readonly Line[], index: number): boolean {
  const text = lines[index]?.text ?? ''
  return (TRACKER_TITLE.test(text) || TRACKER_TOO.test(text)) && isTitleLike(lines, index, LONGEST_BORNE_OUT)
}

/** What calls itself a tracker, whatever stands below it. */
export function isTrackerTitle(lines: readonly Line[], index: number): boolean {
  return TRACKER_TITLE.test(lines[index]?.text ?? '') && isTitleLike(lines, index, LONGEST_TITLE)
}

function isTitleLike(lines: readonly Line[], index: number, longest: number): boolean {
  const line = lines[index]
  if (!line || line.row) return false
  return wordsIn(line.text) <= longest && !/[.;]$/.test(line.text) && !isItem(lines, index)
}
