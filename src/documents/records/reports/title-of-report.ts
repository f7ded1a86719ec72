import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { dateIn } from '../phrases/dates.ts'
import { reportLabel } from './report-labels.ts'
import type { Stated } from './stated.ts'

const REPORT_OF = /^(?:joint )?report (?:of|by|from)\b/i

/** What the report is called. */
export function titleOf(front: readonly Line[], stated: readonly Stated[]): Found<string> | undefined {
  const own = stated.find(({ label }) => label === 'title')
  if (own) return found(own.value, own.at)
  const item = stated.find(
    ({ label, value }) => label === 'item' && /^[A-Z]{0,2}\d{1,3}[a-z]?\s+\S/.test(value),
  )
  if (item) return found(item.value.replace(/^\S+\s+/, ''), item.at)
  return besideReportOf(front)
}

/** "Report of the Chief Executive": the title stands above it, or else below. */
function besideReportOf(front: readonly Line[]): Found<string> | undefined {
  const at = front.findIndex((line) => REPORT_OF.test(line.text))
  if (at < 0) return undefined
  const near = [...front.slice(0, at).reverse(), ...front.slice(at + 1, at + 4)]
  const line = near.find(canBeTitle)
  return line && found(line.text, line)
}

function canBeTitle({ text }: Line): boolean {
  return (
    text.split(' ').length >= 2 &&
    text.split(' ').length <= 25 &&
    !/[.:;]$/.test(text) &&
    !dateIn(text) &&
    !looksLikeBody(text) &&
    !councilAlone(text) &&
    !/^(?:agenda item|item|appendix|public|part|not for publication|ordinary decision|key decision)\b/i.test(
      text,
    ) &&
    reportLabel(text) === undefined &&
    !/:\s/.test(text) &&
    /^\p{Lu}/u.test(text)
  )
}
