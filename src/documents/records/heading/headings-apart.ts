import type { Line } from '../../lines/line.ts'

/** How far down a file its heading stands. */
const HEADING = 12
const LONGEST = 400
/** Where the line of a heading ended that was run together with the next: "BOROUGH COUNCILSCRUTINY PANELMinutes of". */
const RUN_TOGETHER =
  /(?<=(?:COUNCIL|COMMITTEE|PANEL|COMMISSION|CABINET|BOARD|FORUM|MINUTES|AGENDA))(?=\p{Lu}{4}|\p{Lu}\p{Ll}{2})(?!LORS?\b|ROOM)|(?<=(?:[Cc]ouncil|[Cc]ommittee|[Pp]anel|[Cc]ommission|[Cc]abinet|[Bb]oard|[Ff]orum|Minutes|Agenda))(?=\p{Lu}\p{Ll}{2}|\p{Lu}{4})/gu

/** The lines with those of the heading apart, in a text that lost their ends. */
export function withHeadingsApart(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line, index) => (index < HEADING ? apart(line) : [line]))
}

function apart(line: Line): Line[] {
  const { text } = line
  if (text.length > LONGEST) return [line]
  const texts = text.split(RUN_TOGETHER)
  if (texts.length === 1) return [line]
  return texts.map((part, at) => ({
    ...line,
    text: part,
    cells: [{ indent: 0, ...line.cells[0], text: part }],
    gapAbove: at === 0 && line.gapAbove,
  }))
}
