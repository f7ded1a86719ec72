import type { Flow } from './flow.ts'
import type { Numbering } from './word-numbering.ts'
import { openParagraph, paragraphWriter, type WordParagraph } from './word-paragraph.ts'
import { isOn, type RunProperties, takeParagraphProperty, takeRunProperty } from './word-properties.ts'
import type { Styles } from './word-styles.ts'
import { openWordTable, type WordTable } from './word-table.ts'
import type { XmlAttributes, XmlVisit } from './xml.ts'

/** What is not read: what was deleted, how things looked before, what stands beside the text. */
const LEFT_OUT = new Set(
  'w:del w:moveFrom mc:Fallback w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange w:tcPrChange w:trPrChange w:tblPrExChange w:tblGridChange w:numberingChange w:instrText w:delText w:delInstrText w:rt w:altChunk'.split(
    ' ',
  ),
)
/** The signs that councils take from Word's typefaces of signs, by their places in them. */
const SIGNS: Readonly<Record<string, string>> = {
  f0fc: '✓',
  f0fb: '✗',
  f0fe: '☒',
  f0a8: '☐',
  f0b7: '•',
  f0e0: '→',
}

/** A paragraph that is longer is none of a paper: it is written in parts, so that none is held as a whole. */
const LONGEST = 64 * 1024

/** Lays out the main part of a Word document, in its order. Headers, footers and notes are parts of their own. */
export function bodyReader(styles: Styles, numbering: Numbering, flow: Flow): XmlVisit {
  const inside: string[] = []
  /** A text box stands inside the paragraph that it is tied to. */
  const paragraphs: WordParagraph[] = []
  const tables: WordTable[] = []
  /** Fields that are open, each at its instruction or at its result. */
  let fields: ('instruction' | 'result')[] = []
  let run: RunProperties = {}
  let leftOut = 0
  let placeholder = false
  /** A paragraph whose end was deleted. */
  let goesOn: WordParagraph | undefined
  const writer = paragraphWriter(styles, numbering, flow)

  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1)
    if (!paragraph || run.hidden || fields.includes('instruction')) return
    const before = paragraph.text
    paragraph.text += text
    if (/\S/.test(text)) weigh(paragraph, before)
    if (paragraph.text.length > LONGEST) flush(paragraph)
  }

  /** Notes whether what was written after `before` is bold. */
  function weigh(paragraph: WordParagraph, before: string): void {
    if (run.bold ?? styles.bold(run.style) ?? styles.ofParagraph(paragraph.properties.style).run.bold)
      paragraph.hasBold = true
    else {
      if (paragraph.hasBold && !paragraph.hasPlain) paragraph.lead = before
      paragraph.hasPlain = true
    }
  }

  /** Where the author broke the page: what stands before it in its paragraph stays above. */
  function breakPage(): void {
    const paragraph = paragraphs.at(-1)
    if (paragraph && paragraph.text.trim() !== '') flush(paragraph)
    flow.turnPage()
  }

  /** Where Word last ended a page; it notes this beside the author's own breaks too. */
  function noteEndOfPage(): void {
    const paragraph = paragraphs.at(-1)
    if (tables.map((table) => table.endsPage()).includes(false)) return
    if (!paragraph || paragraph.text.trim() === '') {
      if (!flow.pageIsEmpty()) flow.turnPage()
    } else paragraph.pagesEnded += 1
  }

  function flush(paragraph: WordParagraph): void {
    if (tables.some((table) => table.isUnseen())) paragraph.text = ''
    else writer.write(paragraph, tables.length > 0)
  }

  function inRun(name: string, attributes: XmlAttributes): void {
    if (name === 'w:tab' || name === 'w:ptab') write('\t')
    else if (name === 'w:cr') write('\n')
    else if (name === 'w:noBreakHyphen') write('-')
    else if (name === 'w:sym') write(SIGNS[attributes['w:char']?.toLowerCase() ?? ''] ?? '')
    else if (name === 'w:lastRenderedPageBreak') noteEndOfPage()
    else if (name === 'w:br') {
      if (attributes['w:type'] === 'page') breakPage()
      else write('\n')
    } else if (name === 'w:fldChar') field(attributes['w:fldCharType'])
  }

  function field(part: string | undefined): void {
    if (part === 'begin') fields.push('instruction')
    else if (part === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result'
    else if (part === 'end') fields.pop()
  }

  function open(name: string, attributes: XmlAttributes, parent: string | undefined): void {
    const paragraph = paragraphs.at(-1)
    if (name === 'w:p') {
      paragraphs.push(openParagraph(goesOn))
      goesOn = undefined
    } else if (name === 'w:r') run = {}
    else if (name === 'w:tbl') {
      tables.push(openWordTable(flow))
      writer.next(true)
    } else if (name === 'w:showingPlcHdr') placeholder = isOn(attributes['w:val'])
    else if (parent === 'w:r') inRun(name, attributes)
    else if (parent === 'w:rPr') {
      if (inside.at(-3) === 'w:r') takeRunProperty(run, name, attributes)
    } else if (paragraph && (parent === 'w:pPr' || parent === 'w:numPr'))
      takeParagraphProperty(paragraph.properties, name, attributes)
    else tables.at(-1)?.open(name, attributes)
  }

  return {
    open(name, attributes) {
      const parent = inside.at(-1)
      inside.push(name)
      if (leftOut > 0) leftOut += 1
      else if (name === 'w:del' && (parent === 'w:rPr' || parent === 'w:trPr')) {
        // What was deleted is the end of a paragraph, or a row.
        const paragraph = paragraphs.at(-1)
        if (parent === 'w:trPr') tables.at(-1)?.open(name, attributes)
        else if (paragraph && inside.at(-3) === 'w:pPr') paragraph.endDeleted = true
      } else if (LEFT_OUT.has(name) || (name === 'w:sdtContent' && placeholder)) leftOut = 1
      else open(name, attributes, parent)
    },
    close(name) {
      inside.pop()
      if (leftOut > 0) {
        leftOut -= 1
        if (leftOut === 0 && name === 'w:sdtContent') placeholder = false
        return
      }
      if (name === 'w:r') run = {}
      else if (name === 'w:p') {
        const paragraph = paragraphs.pop()
        if (paragraph?.endDeleted) goesOn = paragraph
        else if (paragraph) flush(paragraph)
        // An instruction that is never closed must not swallow the rest.
        fields = fields.filter((part) => part === 'result')
      } else {
        // Nothing in the cell or in the document is left to go on in.
        if (goesOn && (name === 'w:tc' || name === 'w:body')) {
          flush(goesOn)
          goesOn = undefined
        }
        tables.at(-1)?.close(name)
        if (name === 'w:tbl') {
          tables.pop()
          writer.next(true)
        } else if (name === 'w:tc' || name === 'w:tr') writer.next(false)
      }
    },
    text(text) {
      const name = inside.at(-1)
      if (leftOut === 0 && (name === 'w:t' || name === 'm:t')) write(text)
    },
  }
}
