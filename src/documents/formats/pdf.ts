import type { Line } from '../lines/line.ts'
import { pagesOf } from './pdf-pages.ts'
import { joinTables } from './pdf-tables-overleaf.ts'
import { whyUnreadable } from './pdfium.ts'

export type PdfReading =
  | { ok: true; pages: Line[][] }
  | { ok: false; code: 'encrypted' | 'damaged' }
  | { ok: false; code: 'scanned'; pages: number }

/** Fewer characters a page than this, over the whole file, is a scan with perhaps a stamp on it. */
const LETTERS_OF_A_SCAN = 12

/** ISO 32000 asks for the end mark on the last line; some systems write a few lines after it. */
const END_BYTES = 4096

/** A file cut short can still give its first pages; half a pack must not pass for the whole. */
function isCutShort(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-END_BYTES)).includes('%%EOF')
}

/** The text of a PDF in reading order, page by page. Nothing is drawn, run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  if (isCutShort(bytes)) return { ok: false, code: 'damaged' }
  try {
    const pages = await pagesOf(bytes)
    const lines = pages.map((page) => page.lines)
    if (lettersIn(lines) < LETTERS_OF_A_SCAN * pages.length)
      return { ok: false, code: 'scanned', pages: pages.length }
    joinTables(pages)
    if (isMostlyBold(lines)) for (const line of lines.flat()) line.heading = false
    return { ok: true, pages: lines }
  } catch (problem) {
    const code = whyUnreadable(problem)
    if (code === undefined) throw problem
    return { ok: false, code }
  }
}

function lettersIn(pages: readonly Line[][]): number {
  let letters = 0
  for (const lines of pages) for (const line of lines) letters += line.text.length
  return letters
}

/** Where a paper is printed in bold throughout, bold sets nothing apart. */
function isMostlyBold(pages: readonly Line[][]): boolean {
  return 2 * lettersIn(pages.map((lines) => lines.filter((line) => line.heading))) > lettersIn(pages)
}
