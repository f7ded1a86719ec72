import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { cleanText } from '../lines/clean-text.ts'
import type { Line } from '../lines/line.ts'
import { type Fragment, linesFromFragments } from './pdf-layout.ts'

export type PdfReading =
  | { ok: true; pages: Line[][] }
  | { ok: false; code: 'encrypted' | 'damaged' }
  | { ok: false; code: 'scanned'; pages: number }

/** Fewer characters a page than this, over the whole file, is a scan with perhaps a stamp on it. */
const LETTERS_OF_A_SCAN = 12

/** ISO 32000 asks for the end mark on the last line; some systems write a few lines after it. */
const END_BYTES = 4096

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string): string => `${join(PACKAGE, name)}/`

/** A file cut short can still give its first pages; half a pack must not pass for the whole. */
function isCutShort(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-END_BYTES)).includes('%%EOF')
}

/** The text of a PDF in reading order, page by page. Nothing is drawn, run or fetched. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  if (isCutShort(bytes)) return { ok: false, code: 'damaged' }
  const task = pdfjs.getDocument({
    // pdf.js takes what it is given for its own; the caller's bytes stay the caller's.
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
  })
  try {
    const pdf = await task.promise
    const pages: Line[][] = []
    let letters = 0
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const fragments = await fragmentsOf(pdf, number)
      for (const fragment of fragments) letters += fragment.text.length
      pages.push(linesFromFragments(fragments, number))
    }
    if (letters < LETTERS_OF_A_SCAN * pages.length) return { ok: false, code: 'scanned', pages: pages.length }
    return { ok: true, pages }
  } catch (problem) {
    return { ok: false, code: isAboutPassword(problem) ? 'encrypted' : 'damaged' }
  } finally {
    await task.destroy()
  }
}

/** The runs of text of one page, in characters of one size from the top left of the page as it is shown. */
async function fragmentsOf(pdf: pdfjs.PDFDocumentProxy, number: number): Promise<Fragment[]> {
  const page = await pdf.getPage(number)
  const turn = page.getViewport({ scale: 1 }).transform
  const content = await page.getTextContent({ includeMarkedContent: false })
  const fragments: Fragment[] = []
  for (const item of content.items) {
    if (!isText(item)) continue
    const text = cleanText(item.str)
    if (text.trim() === '') continue
    const [a, b, , , x, y] = pdfjs.Util.transform(turn, item.transform)
    if (![a, b, x, y].every(Number.isFinite)) continue
    const size = Math.hypot(a, b) || item.height || 1
    fragments.push({
      text,
      x,
      y,
      width: item.width,
      size,
      font: item.fontName,
      sideways: Math.abs(b) > Math.abs(a),
    })
  }
  page.cleanup()
  return fragments
}

function isText(item: object): item is TextItem {
  return 'str' in item
}

function isAboutPassword(problem: unknown): boolean {
  return problem instanceof Error && problem.name === 'PasswordException'
}
