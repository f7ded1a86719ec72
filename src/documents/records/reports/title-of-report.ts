import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { dateIn } from '../phrases/dates.ts'
import { reportLabel } from './report-labels.ts'
import type { Stated } from './stated.ts'

/** Where a report states nothing under a label, its title is among its first lines. */
const TOP = 8
/** What is longer, in words, is the report's own text. */
const LONGEST_LABELLED = 14
const REPORT_OF = /^(?:joint )?report (?:of|by|from)\b/i

/** What the report is called. */
export function titleOf(front: readonly Line[], stated: readonly Stated[]): Found<string> | undefined {
  const own = stated.find(({ label }) => label === 'title')
  if (own) return found(own.value, own.at)
  const item = stated.find(
    ({ label, value }) => label === 'item' && /^[A-Z]{0,2}\d{1,3}[a-z]?\s+\S/.test(value),
  )
  if (item) return found(item.value.replace(/^\S+\s+/, ''), item.at)
  return besideReportOf(front) ?? aboveLabels(front, stated) ?? belowLabels(front, stated)
}

/** The title in capitals or in bold between the labels and the first sentence of the report's own text. */
function belowLabels(front: readonly Line[], stated: readonly Stated[]): Found<string> | undefined {
  const first = stated[0]?.at
  const below = first ? front.slice(front.indexOf(first) + 1) : []
  const text = below.findIndex((line) => line.text.split(' ').length > LONGEST_LABELLED && !isLoud(line))
  const line = below
    .slice(0, text < 0 ? below.length : text)
    .find((one) => one.gapAbove && isLoud(one) && canBeTitle(one))
  return line && found(line.text, line)
}

function isLoud({ text, heading }: Line): boolean {
  return heading || text === text.toUpperCase()
}

/** Where no label says so, the title is a heading above the labels. */
function aboveLabels(front: readonly Line[], stated: readonly Stated[]): Found<string> | undefined {
  const first = stated.find(({ label }) => label !== 'date' && label !== 'item')?.at
  const above = first ? front.slice(0, front.indexOf(first)) : front.slice(0, TOP)
  const titles = above.filter(canBeTitle)
  const line = titles.find(({ level }) => level === 1) ?? titles[0]
  return line && found(line.text, line)
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
    !/^(?:agenda item|item|appendix|public|part|not for publication|ordinary decision|key decision|report (?:to|for)|contents)\b/i.test(
      text,
    ) &&
    !/^(?:\w+ ){0,2}reports?$/i.test(text) &&
    reportLabel(text) === undefined &&
    !isLabelled(text) &&
    /^\p{Lu}/u.test(text)
  )
}

/** "Bus fares: progress" and "PETITION: BUS FARES" are titles, "Date: 4 May 2027" is none. */
function isLabelled(text: string): boolean {
  const label = /^([^:]{1,75}):\s/.exec(text)?.[1]
  return (
    label !== undefined &&
    (reportLabel(label) !== undefined || (!/\s/.test(label) && text !== text.toUpperCase()))
  )
}
