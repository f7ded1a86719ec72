import type { Line } from '../../lines/line.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { dateIn } from '../phrases/dates.ts'
import { isItem, STAMP, wordsIn } from './kind-signs.ts'

export const PRESENT =
  /^(?:(?:committee |panel |board )?(?:members|councillors|those|remotely|also) )?(?:present|attendance|attending)\b\s*(?:[:–—…-]|\.{2}|$|\()/i
const TITLE =
  /^(?:(?:title|type):\s*)?(?:\W*(?:draft|confirmed|unconfirmed|public|printed)\W+){0,3}minutes\b(?:$|\s+(?:of|for|from)\b|\s*[:–-]|\s+\d)|\bminutes of (?:the |a )?(?:\w+ ){0,3}meeting held\b|\b(?:council|committee|panel|board)\s+minutes$/i
/** "To confirm the minutes of the meeting held on" is a line of an agenda. */
const ABOUT_OTHERS = /^(?:to |that |approv|confirm|sign|agree|receiv|adopt|consider|note\b)/i
/** How far above an attendance list its heading begins. */
const TALLEST_HEADING = 11

/** The heading of minutes, of these or of others. */
export function isMinutesTitle(text: string): boolean {
  return text.length < 400 && TITLE.test(text) && !ABOUT_OTHERS.test(text)
}

/** The first line of the heading above an attendance list: the body's name and the date, or the word Minutes. */
export function minutesHeading(lines: readonly Line[], present: number, after: number): number | undefined {
  let top: number | undefined
  let sure = 0
  for (let at = present - 1; at > Math.max(after, present - TALLEST_HEADING); at -= 1) {
    const text = lines[at]?.text ?? ''
    const titled = isMinutesTitle(text)
    if (STAMP.test(text)) break
    if (!titled && (wordsIn(text) > 20 || /[.;]$/.test(text) || isItem(lines, at))) break
    const is = [
      looksLikeBody(text) || councilAlone(text) !== undefined,
      dateIn(text) !== undefined,
      titled,
    ].filter(Boolean).length
    if (is > 0) {
      top = at
      sure += is
    }
  }
  return sure >= 2 ? top : undefined
}
