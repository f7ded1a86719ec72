import { cleanText, foldSpace } from '../lines/clean-text.ts'
import type { Pdfium } from './pdfium.ts'

/** Quarter turns to the left from upright text. */
export type Turns = 0 | 1 | 2 | 3

export interface Style {
  size: number
  font: string
  bold: boolean
  /** Left out for text that slants. */
  turns: Turns | undefined
  /** The direction in which the text runs. */
  dx: number
  dy: number
}

/** Text of one style on one baseline, where the file places it. */
export interface Run {
  text: string
  style: Style
  x: number
  y: number
  /** In its own direction. */
  length: number
}

/** Of the letter's height: less is a kerning pair, more is a space, and more than a space may part two cells. */
const KERNING = 0.15
const APART = 0.4
/** Of the letter's height: how far off its line text may stand that still continues it. */
const OFF_LINE = 0.02
/** fpdf_text.h: what PDFium gives for a hyphen at the end of a line. */
const HYPHEN = 2
/** ISO 32000, table 121: the flag of a font that is to be drawn bold. */
const FORCE_BOLD = 1 << 18
/** The longest name of a font that is looked at: as much as there is room for. */
const LONGEST_NAME = 128
/** Names that some programs give instead of the typeface's own: its weight must say whether it is bold. */
const NAMELESS = /^(?:cidfont|(?:t|tt|f|ft)\d|$)/i
const BOLD = 600
/** fpdf_edit.h: text that is outlined as well as filled, which is how word processors embolden a font without a bold. */
const FILL_AND_STROKE = 2

/**
 * The text of a page in runs. PDFium is asked where a letter stands only at the beginning and the end of words:
 * asking for each letter takes as long as all the rest.
 */
export function runsOf(pdfium: Pdfium, text: number): Run[] {
  const { call, memory, scratch } = pdfium
  const runs: Run[] = []
  const styleOf = stylesOf(pdfium, text)
  const letters = new Letters()
  const count = call.countCharacters(text)
  let run: Run | undefined
  let object = 0
  let last = -1
  let spaced = true

  const endOf = (letter: number, { dx, dy }: Style): number => {
    call.characterBox(text, letter, scratch)
    const left = memory.float(scratch) * dx
    const top = memory.float(scratch + 4) * dy
    const right = memory.float(scratch + 8) * dx
    const bottom = memory.float(scratch + 12) * dy
    return Math.max(left, right) + Math.max(top, bottom)
  }
  const close = (): void => {
    if (!run) return
    run.text = letters.take()
    run.length = Math.max(0, endOf(last, run.style) - along(run.style, run.x, run.y))
    if (run.text !== '') runs.push(run)
    run = undefined
  }

  for (let at = 0; at < count; at += 1) {
    const letter = call.character(text, at)
    if (isSpace(letter)) {
      spaced = true
      continue
    }
    const own = call.textObject(text, at)
    if (spaced || own !== object) {
      call.characterOrigin(text, at, scratch, scratch + 8)
      const x = memory.double(scratch)
      const y = memory.double(scratch + 8)
      const style = own === object && run ? run.style : styleOf(at, own)
      const gap = run ? along(run.style, x, y) - endOf(last, run.style) : 0
      if (run && continues(run, style, x, y, gap)) {
        if (spaced ? gap > 0 : gap > KERNING * run.style.size) letters.add(32)
      } else {
        close()
        if (Number.isFinite(x) && Number.isFinite(y)) run = { text: '', style, x, y, length: 0 }
      }
      object = own
      spaced = false
    }
    letters.add(letter === HYPHEN ? 45 : letter)
    last = at
  }
  close()
  return runs
}

function along({ dx, dy }: Style, x: number, y: number): number {
  return x * dx + y * dy
}

function continues(run: Run, style: Style, x: number, y: number, gap: number): boolean {
  const own = run.style
  const { size } = own
  const offLine = Math.abs((y - run.y) * own.dx - (x - run.x) * own.dy)
  return (
    gap > -KERNING * size &&
    gap < APART * size &&
    offLine <= OFF_LINE * size &&
    (own === style || isAlike(own, style))
  )
}

function isAlike(one: Style, other: Style): boolean {
  return (
    one.font === other.font &&
    one.bold === other.bold &&
    one.turns === other.turns &&
    Math.abs(one.size - other.size) < 0.5
  )
}

function isSpace(letter: number): boolean {
  return letter <= 32 ? letter !== HYPHEN : letter === 0xa0 || (letter >= 0x2000 && letter <= 0x200a)
}

/** The letters of a run while it is read. */
class Letters {
  private units = new Uint16Array(1024)
  private count = 0
  /** Whether any is outside of what is typed every day, and has to be looked at. */
  private strange = false

  add(letter: number): void {
    if (this.count + 2 > this.units.length) {
      const more = new Uint16Array(2 * this.units.length)
      more.set(this.units)
      this.units = more
    }
    if (letter > 126 || letter < 32) this.strange = true
    if (letter > 0xffff) {
      this.units[this.count++] = 0xd7c0 + (letter >> 10)
      this.units[this.count++] = 0xdc00 + (letter & 0x3ff)
    } else this.units[this.count++] = letter
  }

  take(): string {
    const text = Buffer.from(this.units.buffer, 0, 2 * this.count).toString('utf16le')
    const { strange } = this
    this.count = 0
    this.strange = false
    return strange ? foldSpace(cleanText(text)) : text
  }
}

/** How the text of an object of the page is set. Fonts are looked up once a page. */
function stylesOf(
  { call, memory, scratch }: Pdfium,
  text: number,
): (letter: number, object: number) => Style {
  const fonts = new Map<number, { font: string; bold: boolean }>()
  const fontAt = (address: number): { font: string; bold: boolean } => {
    const known = fonts.get(address)
    if (known) return known
    const length = call.fontName(address, scratch, LONGEST_NAME)
    const name =
      length > 1 && length <= LONGEST_NAME ? Buffer.from(memory.bytes(scratch, length - 1)).toString() : ''
    // A part of a typeface that is in the file has six letters before its name: ISO 32000, 9.9.2.
    const font = name.replace(/^[A-Z]{6}\+/, '')
    const bold = NAMELESS.test(font)
      ? call.fontWeight(address) >= BOLD
      : /bold|black|heavy|demi/i.test(font) || (call.fontFlags(address) & FORCE_BOLD) !== 0
    fonts.set(address, { font, bold })
    return { font, bold }
  }
  return (letter, object) => {
    call.characterMatrix(text, letter, scratch)
    const a = memory.float(scratch)
    const b = memory.float(scratch + 4)
    const scale = Math.hypot(a, b) || 1
    const height = Math.hypot(memory.float(scratch + 8), memory.float(scratch + 12))
    const { font, bold } = fontAt(call.textFont(object))
    return {
      size: call.characterSize(text, letter) * height || 1,
      font,
      bold: bold || call.textRenderMode(object) === FILL_AND_STROKE,
      turns: turnsOf(a / scale, b / scale),
      dx: a / scale,
      dy: b / scale,
    }
  }
}

function turnsOf(dx: number, dy: number): Turns | undefined {
  if (dx > 0.98) return 0
  if (dy > 0.98) return 1
  if (dx < -0.98) return 2
  return dy < -0.98 ? 3 : undefined
}
