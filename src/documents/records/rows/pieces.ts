import type { Line } from '../../lines/line.ts'

/** Words that stand together on a line, and from where to where, in characters from the page's left edge. */
export interface Piece {
  text: string
  from: number
  to: number
}

/** The parts of a line that two spaces or more keep apart: in a narrow table that is all there is between two cells. */
export function piecesOf(line: Line): Piece[] {
  return line.cells.flatMap(({ text, indent, breaks = [] }) => {
    const starts = [0, ...breaks]
    return starts.map((start, at) => {
      // Each break was folded from two spaces into one.
      const from = indent + start + at
      const own = text.slice(start, starts[at + 1]).trim()
      return { text: own, from, to: from + own.length }
    })
  })
}

/** A piece in two where a word of it begins at a place, or next to it: one space parts two full cells. */
export function cutAt(piece: Piece, place: number): [Piece, Piece] | undefined {
  let best: number | undefined
  for (const { index } of piece.text.matchAll(/ \S/g)) {
    const off = Math.abs(piece.from + index + 1 - place)
    if (off <= 1.5 && (best === undefined || off < Math.abs(piece.from + best - place))) best = index + 1
  }
  if (best === undefined) return undefined
  const left = piece.text.slice(0, best - 1)
  const right = piece.text.slice(best)
  return [
    { text: left, from: piece.from, to: piece.from + left.length },
    { text: right, from: piece.from + best, to: piece.to },
  ]
}
