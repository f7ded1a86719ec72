import type { Line } from '../../lines/line.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { numberAt } from '../items/item-numbers.ts'
import { opensAttendance } from '../phrases/attendance-words.ts'
import { dateIn } from '../phrases/dates.ts'
import { isNumberedAfresh } from './business-signs.ts'
import { isItem, STAMP, wordsIn } from './kind-signs.ts'

export const PRESENT =
  /^(?:(?:committee |panel |board )?(?:members|councillors|those|remotely|also) )?(?:present|attendance|attending)\b\s*(?:[:–—…-]|\.{2}|$|\()/i
const TITLE =
  /^(?:(?:title|type):\s*)?(?:\W*(?:draft|confirmed|unconfirmed|public|printed)\W+){0,3}(?:minutes?|notes|cofnodion|record of (?:the )?proceedings|proceedings)\b(?:$|\s+(?:of|for|from)\b|\s*[:–-]|\s+\d)|\bminutes? of (?:the |a )?(?:\w+ ){0,3}meeting held\b|\b(?:council|committee|panel|board|meeting)\s+minutes(?:$|\s*[–-]|\s+\d)/i
/** "To confirm the minutes of the meeting held on" is a line of an agenda. */
const ABOUT_OTHERS = /^(?:to |that |approv|confirm|sign|agree|receiv|adopt|consider|note\b)/i
/** "Minutes of the last meeting" is an item too. */
const OF_EARLIER = /\b(?:last|previous|preceding) (?:\p{L}+ ){0,2}(?:meeting|minutes)\b/iu
/** "Ordinary Meeting of the Parish Council, 4 May 2026" */
const A_MEETING = /^(?:the )?(?:\p{L}+ ){1,4}meeting (?:of|held)\b/iu
/** How far below its title minutes come to who came, or to the apologies. */
const BELOW_TITLE = 12
/** How far above an attendance list its heading begins. */
const TALLEST_HEADING = 11

/** The heading of minutes, of these or of others. */
export function isMinutesTitle(text: string): boolean {
  return text.length < 400 && TITLE.test(text) && !ABOUT_OTHERS.test(text) && !OF_EARLIER.test(text)
}

/** Whether further minutes begin here by their title alone: who came stands below it, or business that is numbered afresh. */
export function beginsMinutes(lines: readonly Line[], at: number, after: number): boolean {
  const line = lines[at]
  if (!line?.gapAbove || !isMinutesTitle(line.text) || isItem(lines, at) || /^minutes\W*$/i.test(line.text))
    return false
  if (isLoud(line) && isNumberedAfresh(lines, at, after)) return true
  return lines
    .slice(at + 1, at + BELOW_TITLE)
    .some(
      ({ text }) => opensAttendance(text) || /^(?:to receive )?apolog/i.test(numberAt(text)?.rest ?? text),
    )
}

function isLoud({ heading, text }: Line): boolean {
  return heading || text === text.toUpperCase()
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
      titled || A_MEETING.test(text),
    ].filter(Boolean).length
    if (is > 0) {
      top = at
      sure += is
    }
  }
  return sure >= 2 ? top : undefined
}
