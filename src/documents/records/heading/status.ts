import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { labelled } from '../phrases/labels.ts'

const CANCELLED =
  /^(?:this\s+)?(?:meeting\s+)?(?:has been\s+|is\s+|was\s+)?cancelled\b.{0,30}$|[,–(-]\s*cancelled\)?$|\bmeeting (?:has been |is |was )?cancelled\b/i
const STATUS = /(?:meeting )?status/
const DRAFT_MINUTES =
  /\b(?:draft|unconfirmed|unapproved)\b.{0,60}\bminutes\b|\bminutes\b.{0,30}\((?:draft|unconfirmed|unapproved)\)|\bminutes\b\W{1,4}(?:draft|unconfirmed|unapproved)\b|^\W*(?:draft|unconfirmed|unapproved)\W*(?:copy|version)?\W*$|\bminutes\b.{0,40}\b(?:are|is|remain) (?:in )?draft\b|\b(?:draft until|subject to (?:approval|confirmation))\b/i

/** Whether the heading or a status field says that the meeting does not take place; or, of the field, that it does. */
export function cancelledIn(lines: readonly Line[]): Found<boolean> | undefined {
  const said = lines.find((line) => CANCELLED.test(line.text))
  if (said) return found(true, said)
  const status = labelled(lines, STATUS) ?? statusBelowDate(lines)
  if (!status) return undefined
  if (/^cancell?ed\b/i.test(status.value)) return found(true, status.line)
  return /^(?:confirmed|scheduled|going ahead|occurred|held)\b/i.test(status.value)
    ? found(false, status.line)
    : undefined
}

/** The summary of a meeting on a site: its day and hours, and below them the status without a label. */
function statusBelowDate(lines: readonly Line[]): { value: string; line: Line } | undefined {
  const line = lines.find(
    ({ text }, at) =>
      /^(?:scheduled|confirmed|occurred)$/i.test(text) && dateIn(lines[at - 1]?.text ?? '') !== undefined,
  )
  return line && { value: line.text, line }
}

/** Whether the paper says that its minutes are not yet confirmed. */
export function draftIn(lines: readonly Line[]): Found<true> | undefined {
  const said = lines.find((line, at) => {
    const next = lines[at + 1]
    const runsOn = next && !next.gapAbove ? ` ${next.text.slice(0, 60)}` : ''
    return DRAFT_MINUTES.test(line.text.slice(0, 400) + runsOn)
  })
  return said && found(true, said)
}
