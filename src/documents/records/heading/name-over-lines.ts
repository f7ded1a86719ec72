import type { Line } from '../../lines/line.ts'
import { councilAlone, looksLikeBody } from './bodies.ts'

/** A name over two lines; whether the line above belongs to it, the rest of the paper or its own last word shows. */
export function withLinesAbove(
  lines: readonly Line[],
  index: number,
  text: string,
  whole: readonly Line[],
): string {
  const line = lines[index]
  const above = lines[index - 1]
  if (!line || !above || line.gapAbove || above.cells.length > 1 || councilAlone(above.text)) return text
  if (!/^\p{Lu}/u.test(above.text) || /[.:;@\d]/.test(above.text) || above.text.split(' ').length > 8)
    return text
  const joined = `${above.text} ${text}`
  const unfinished =
    /^\(/.test(text) ||
    (KIND_ONLY.test(text) && above.text.split(' ').length > 1 && isSetLike(above, line)) ||
    /(?:\b(?:and|of|for|the|on)|&|,|-)$/i.test(above.text)
  const elsewhere = whole.some(
    (other) => other !== line && other.text.toLowerCase().includes(joined.toLowerCase()),
  )
  return unfinished || elsewhere ? joined : text
}

/** "Scrutiny Sub-Committee" below "Children and Education": the kind of body alone is only the end of a name. */
const KIND_ONLY =
  /^(?:(?:scrutiny|select|sub|policy|review|advisory|joint|overview|standing|and|&)[\s-]+){0,4}(?:committee|panel|board|commission|forum|group)$/i

function isSetLike(above: Line, line: Line): boolean {
  const centre = ({ cells: [cell] }: Line): number => (cell ? cell.indent + cell.text.length / 2 : 0)
  return (
    // "OVERVIEW AND SCRUTINY" is a body as well as the beginning of one.
    (!looksLikeBody(above.text) || /\bscrutiny$/i.test(above.text)) &&
    above.heading === line.heading &&
    (Math.abs((above.cells[0]?.indent ?? 0) - (line.cells[0]?.indent ?? 0)) <= 2 ||
      Math.abs(centre(above) - centre(line)) <= 3)
  )
}
