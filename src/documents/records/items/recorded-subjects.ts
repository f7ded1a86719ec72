import type { Line } from '../../lines/line.ts'
import { tidyTitle } from './item-title.ts'
import { type Sections, sectionsBelow, type TitleLine } from './titled-sections.ts'

const SUBJECT =
  /^(?:\(?[a-z1-9][.)]\s*)?(?:subject|title|item title|report title|decision title|title of (?:report|decision|item)|matter|issue|agenda item)\s?:\s*(\S.*)$/i
const ITEM_NUMBER = /\(?\b(?:agenda )?item(?: no\.?| number)?\s*:?\s*(\d{1,3}[a-z]?)\s*\)?$/i
/** Over how many lines a subject can run. */
const TALLEST = 4

/** A form that records one decision after the other: each begins with its subject. */
export function recordedSubjects(lines: readonly Line[]): Sections | undefined {
  const titles: TitleLine[] = []
  for (const [index, line] of lines.entries()) {
    const named = SUBJECT.exec(line.text)?.[1]
    if (named) titles.push(subjectAt(lines, index, named))
  }
  return titles.length > 0 ? sectionsBelow(lines, titles) : undefined
}

/** The subject with what runs over of it, and the number of its item on the agenda. */
function subjectAt(lines: readonly Line[], index: number, named: string): TitleLine {
  let title = named
  for (const line of lines.slice(index + 1, index + TALLEST)) {
    if (ITEM_NUMBER.test(title) || line.gapAbove || /^\(?[a-z1-9][.)]\s|^[\p{L} ]{2,30}:/iu.test(line.text))
      break
    title = `${title} ${line.text}`
  }
  const number = ITEM_NUMBER.exec(title)
  return { index, number: number?.[1] ?? '', title: tidyTitle(number ? title.slice(0, number.index) : title) }
}
