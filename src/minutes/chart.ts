import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/*
 * Plain charts as images. They stand in this room because papers that go out are their first use, and every
 * later room may use it; docs/decisions/0016-attendance-and-papers.md says why it is resvg.
 */

/** One bar: a name, and parts in the order of the legend. */
export interface ChartBar {
  readonly name: string
  readonly parts: readonly number[]
  /** What is printed at its end. */
  readonly note: string
}

export interface BarChart {
  readonly title: string
  readonly legend: readonly string[]
  readonly bars: readonly ChartBar[]
}

const WIDTH = 900
const NAMES = 290
const NOTES = 90
const ROW = 30
const TOP = 92
/** Letters of the title, bold and large, on a line across the picture. */
const TITLE_LETTERS = 60
const TITLE_LINE = 24
const FONT = 'DejaVu Sans'
/** Told apart by lightness as well as by colour; each part prints its number. */
const FILLS = ['#1d3557', '#a8c5da', '#ffffff', '#e9c46a'] as const
const INKS = ['#ffffff', '#000000', '#000000', '#000000'] as const

/** Stacked bars, one a row, as a PNG image. */
export async function barChart(chart: BarChart): Promise<Uint8Array> {
  const { Resvg } = await resvg()
  const drawn = new Resvg(svgOf(chart), {
    font: { fontBuffers: await fonts(), defaultFontFamily: FONT },
    background: '#ffffff',
  })
  const image = drawn.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawn.free()
  }
}

export function svgOf({ title, legend, bars }: BarChart): string {
  const longest = Math.max(1, ...bars.map(({ parts }) => sum(parts)))
  const unit = (WIDTH - NAMES - NOTES) / longest
  const lines = titleLines(title)
  const down = (lines.length - 1) * TITLE_LINE
  const height = TOP + down + bars.length * ROW + 16
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}">`,
    ...lines.map(
      (line, at) =>
        `<text x="16" y="${32 + at * TITLE_LINE}" font-size="19" font-weight="bold">${escaped(line, TITLE_LETTERS)}</text>`,
    ),
    `<g transform="translate(0 ${down})">`,
    ...legend.map((text, at) => legendPart(text, at, legend.length)),
    ...bars.map((bar, at) => barRow(bar, TOP + at * ROW, unit)),
    '</g></svg>',
  ].join('')
}

/** By words, each line as long as the picture is wide. */
function titleLines(title: string): string[] {
  const lines: string[] = []
  for (const word of title.split(/\s+/)) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && longer.length <= TITLE_LETTERS) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function legendPart(text: string, at: number, of: number): string {
  const x = 16 + (at * (WIDTH - 32)) / of
  return `${box(x, 52, 18, at)}<text x="${x + 26}" y="67" font-size="14">${escaped(text, 26)}</text>`
}

function barRow({ name, parts, note }: ChartBar, y: number, unit: number): string {
  let x = NAMES
  const drawn = parts.map((part, at) => {
    if (part === 0) return ''
    const width = part * unit
    const middle = x + width / 2
    const one = `${box(x, y, width, at)}<text x="${middle}" y="${y + 15}" font-size="13" text-anchor="middle" fill="${INKS[at % INKS.length]}">${part}</text>`
    x += width
    return one
  })
  return [
    `<text x="${NAMES - 10}" y="${y + 15}" font-size="14" text-anchor="end">${escaped(name, 34)}</text>`,
    ...drawn,
    `<text x="${x + 8}" y="${y + 15}" font-size="14">${escaped(note, 10)}</text>`,
  ].join('')
}

function box(x: number, y: number, width: number, at: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="20" fill="${FILLS[at % FILLS.length]}" stroke="#000000" stroke-width="1"/>`
}

/** As text of SVG, with what is too long for its place shortened: the whole stands in the text beside the image. */
function escaped(text: string, most: number): string {
  const letters = Array.from(text)
  const short = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text
  return short
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function sum(parts: readonly number[]): number {
  return parts.reduce((total, part) => total + part, 0)
}

const require = createRequire(import.meta.url)
let loaded: Promise<typeof import('@resvg/resvg-wasm')> | undefined
let read: Promise<Uint8Array[]> | undefined

/** Loaded when the first chart is drawn: a start does not wait for it. */
function resvg(): Promise<typeof import('@resvg/resvg-wasm')> {
  loaded ??= (async () => {
    const library = await import('@resvg/resvg-wasm')
    await library.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
    return library
  })()
  return loaded
}

function fonts(): Promise<Uint8Array[]> {
  read ??= Promise.all(
    ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map(async (name) =>
      readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}`)),
    ),
  )
  return read
}
