import { vocabularyOf } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { type Found, type FoundFields, found, listOf } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { councilByAddress, mixedCase } from '../heading/council.ts'
import type { Part } from '../kinds/kinds.ts'
import { frontSheetOf } from './front-sheet.ts'
import { meetingOf } from './meeting-of-report.ts'
import { recommendationsIn } from './recommendations.ts'
import { type Stated, statedIn } from './stated.ts'
import { titleOf } from './title-of-report.ts'

/** How far into a report its front sheet goes. */
const FRONT_SHEET = 60

/** What the front sheet of a report says of it, and what the report recommends. */
export function readReport({ lines }: Part, whole: readonly Line[]): FoundFields {
  const front = lines.slice(0, FRONT_SHEET)
  const stated = statedIn(front)
  const recommendations = recommendationsIn(lines, vocabularyOf(whole))
  return {
    council: councilOf(front, whole),
    ...meetingOf(front, stated, whole),
    title: titleOf(front, stated),
    ...frontSheetOf([...stated, ...statedAtEnd(lines.slice(FRONT_SHEET))], front),
    recommendations: listOf(recommendations),
  }
}

const AT_END =
  /^(?:(?:report )?author|report(?:ing)? officer|contact (?:officer|details)|further information)\b[^:]{0,30}:/i

/** Many councils name the author and whom to ask behind the report, not on its front sheet. */
function statedAtEnd(lines: readonly Line[]): Stated[] {
  return statedIn(lines.filter(({ text }) => AT_END.test(text)))
}

function councilOf(front: readonly Line[], whole: readonly Line[]): Found<string> | undefined {
  const own = front.slice(0, 8).find((line) => councilAlone(line.text) && looksLikeBody(line.text))
  const name = own && councilAlone(own.text)
  return own && name ? found(mixedCase(name, whole), own) : councilByAddress(front, whole)
}
