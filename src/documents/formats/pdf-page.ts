import { type Ruling, rulingsOf } from './pdf-rulings.ts'
import { type Run, runsOf, type Turns } from './pdf-runs.ts'
import { type Pdfium, Unreadable } from './pdfium.ts'

/** A run of text where it stands on the page as it is read, from the top left, in points. */
export interface Fragment {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  bold: boolean
  /** Printed along the side of the page, or slantwise as a watermark is. */
  sideways: boolean
}

export interface PageContent {
  fragments: Fragment[]
  rulings: Ruling[]
}

/** Where a place of the file stands on the page as it is read, from the top left. */
export type Shown = (x: number, y: number) => { x: number; y: number }

/** How far over the edge of the page, in points, a letter may begin that is still seen. */
const OVERHANG = 2

/** What is printed on a page, turned so that most of its letters are upright. */
export function pageContent(pdfium: Pdfium, index: number): PageContent {
  const { call, file, memory, scratch } = pdfium
  const page = call.loadPage(file, index)
  const text = page === 0 ? 0 : call.loadText(page)
  if (text === 0) throw new Unreadable('damaged')
  call.pageBox(page, scratch)
  const left = memory.float(scratch)
  const top = memory.float(scratch + 4)
  const right = memory.float(scratch + 8)
  const bottom = memory.float(scratch + 12)
  const runs = runsOf(pdfium, text)
  const turns = commonestTurns(runs)
  const shown = upright({ left, top, right, bottom }, turns)
  const wide = (turns % 2 === 0 ? right - left : top - bottom) + OVERHANG
  const high = (turns % 2 === 0 ? top - bottom : right - left) + OVERHANG
  const fragments: Fragment[] = []
  for (const { text, x, y, length, style } of runs) {
    const at = shown(x, y)
    if (at.x < -OVERHANG || at.x > wide || at.y < -OVERHANG || at.y > high) continue
    const { size, font, bold } = style
    const sideways = style.turns !== turns
    fragments.push({ text, x: at.x, y: at.y, width: length, size, font, bold, sideways })
  }
  const rulings = rulingsOf(pdfium, page, shown)
  call.closeText(text)
  call.closePage(page)
  return { fragments, rulings }
}

/** Landscape pages lie on their side in many packs, whatever the file says of how the page is turned. */
function commonestTurns(runs: readonly Run[]): Turns {
  const letters: Record<Turns, number> = { 0: 0, 1: 0, 2: 0, 3: 0 }
  for (const { style, text } of runs) if (style.turns !== undefined) letters[style.turns] += text.length
  let most: Turns = 0
  for (const turns of [1, 2, 3] as const) if (letters[turns] > letters[most]) most = turns
  return most
}

function upright(box: { left: number; top: number; right: number; bottom: number }, turns: Turns): Shown {
  switch (turns) {
    case 0:
      return (x, y) => ({ x: x - box.left, y: box.top - y })
    case 1:
      return (x, y) => ({ x: y - box.bottom, y: x - box.left })
    case 2:
      return (x, y) => ({ x: box.right - x, y: y - box.bottom })
    case 3:
      return (x, y) => ({ x: box.top - y, y: box.right - x })
  }
}
