import { cutAt, type Piece } from './pieces.ts'

/** The lines of a table that are asked where its columns end. */
const ASKED = 400

/**
 * The left edge of each column: between two heads, where the fewest cells below them would be cut. Heads are centred
 * above their columns as often as they begin with them.
 */
export function edgesOf(heads: readonly Piece[], body: readonly (readonly Piece[])[]): number[] {
  const pieces = body.slice(0, ASKED).flat()
  return heads.map((head, at) => {
    const before = heads[at - 1]
    if (!before) return 0
    return bestEdge(Math.min(before.to + 1, head.from), head.from, pieces)
  })
}

function bestEdge(from: number, to: number, pieces: readonly Piece[]): number {
  let best = to
  let least = cutsAt(to, pieces)
  for (let edge = to - 1; edge >= from && least > 0; edge -= 1) {
    const cuts = cutsAt(edge, pieces)
    if (cuts < least) {
      best = edge
      least = cuts
    }
  }
  return best
}

function cutsAt(edge: number, pieces: readonly Piece[]): number {
  let cuts = 0
  for (const piece of pieces) if (piece.from < edge && piece.to > edge) cuts += cutAt(piece, edge) ? 0.5 : 1
  return cuts
}

/** The words of a line by their column; `undefined` where they run on over the columns. */
export function byColumn(pieces: readonly Piece[], edges: readonly number[]): Map<number, Piece> | undefined {
  const columns = new Map<number, Piece>()
  const rest = [...pieces].reverse()
  const alone = pieces.length === 1
  for (let piece = rest.pop(); piece; piece = rest.pop()) {
    const column = columnAt(piece, edges)
    const next = edges[column + 1]
    if (next !== undefined && piece.to > next + SLACK) {
      const cut = alone && column === 0 ? undefined : cutAt(piece, next)
      if (cut) {
        rest.push(cut[1])
        piece = cut[0]
      } else if (alone) return undefined
    }
    const there = columns.get(column)
    columns.set(column, there ? { ...there, text: `${there.text} ${piece.text}`, to: piece.to } : piece)
  }
  return columns
}

/** How far a cell can stand out of its column, in characters. */
const SLACK = 1.5

function columnAt({ from, to }: Piece, edges: readonly number[]): number {
  let column = 0
  for (const [index, edge] of edges.entries()) {
    const inside = from >= edge - SLACK || (from >= edge - 4 && (from + to) / 2 > edge && to - from > 6)
    if (inside) column = index
  }
  return column
}
