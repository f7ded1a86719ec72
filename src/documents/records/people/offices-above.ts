import type { Line } from '../../lines/line.ts'
import { isTitled, officeIn } from '../phrases/names.ts'
import { isOffice } from '../phrases/office-words.ts'
import { peopleIn } from '../phrases/people.ts'

/** The chair and two vice chairs, each below the name of the office. */
const LINES_OF_OFFICES = 6
/** What is longer is a sentence. */
const LONGEST_OFFICE = 80

/** Where a list begins with its offices above it: "Chair: Councillor Green", also on two lines. */
export function officesAbove(lines: readonly Line[], index: number): number {
  let from = index
  for (let at = index - 1; at >= Math.max(0, index - LINES_OF_OFFICES); at -= 1) {
    const text = lines[at]?.text ?? ''
    if (officeIn(text) && (isOffice(text) || namesOne(text))) from = at
    else if (!isTitled(text)) break
  }
  return from
}

function namesOne(text: string): boolean {
  return text.length < LONGEST_OFFICE && peopleIn(text).length === 1
}
