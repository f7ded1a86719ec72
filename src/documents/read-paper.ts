import { recognise } from './formats/recognise.ts'
import { readText } from './formats/text.ts'
import { markFurniture } from './lines/furniture.ts'
import type { Line } from './lines/line.ts'
import { LARGEST_FILE, type PaperFile, type PaperFormat, type ReadOutcome } from './paper.ts'
import type { AnsweredMeeting } from './records/moderngov/answered-meeting.ts'

export type {
  Paper,
  PaperDocument,
  PaperError,
  PaperFile,
  ReadOutcome,
  RestrictedMark,
} from './paper.ts'

/** Web pages and XML are held as a whole; no page of a council's site has a hundredth of it. */
const LARGEST_MARKUP = 40 * 1024 * 1024

/** Read one file: its documents and its marks of restricted matter, or why not. Never throws for a bad file. */
export async function readPaper(file: PaperFile, maxBytes = LARGEST_FILE): Promise<ReadOutcome> {
  const { name, bytes } = file
  if (bytes.byteLength === 0) return { ok: false, error: { code: 'empty', file: name } }
  const tooLarge = (limit: number): ReadOutcome => ({
    ok: false,
    error: { code: 'too-large', file: name, bytes: bytes.byteLength, limit },
  })
  if (bytes.byteLength > maxBytes) return tooLarge(maxBytes)
  const recognised = recognise(bytes)
  const isMarkup = recognised.reads === 'html' || recognised.reads === 'xml'
  if (isMarkup && bytes.byteLength > LARGEST_MARKUP) return tooLarge(LARGEST_MARKUP)
  if (recognised.reads === 'nothing') {
    if ('encrypted' in recognised) return { ok: false, error: { code: 'encrypted', file: name } }
    return { ok: false, error: { code: 'unsupported', file: name, looksLike: recognised.looksLike } }
  }
  // Each format is loaded when it is wanted: together their parsers take a thread longer to load than a short paper
  // to read. The rules for what lines say are loaded beside, while PDFium is compiled.
  const rules = loadRules()
  switch (recognised.reads) {
    case 'pdf': {
      const { readPdf } = await import('./formats/pdf.ts')
      const pdf = await readPdf(bytes)
      if (pdf.ok) return paperOf(name, 'pdf', pdf.pages, await rules)
      if (pdf.code === 'scanned')
        return { ok: false, error: { code: 'scanned', file: name, pages: pdf.pages } }
      return { ok: false, error: { code: pdf.code, file: name } }
    }
    case 'html': {
      const { readHtml } = await import('./formats/html.ts')
      const page = readHtml(bytes)
      return page.ok
        ? paperOf(name, 'html', page.pages, await rules)
        : { ok: false, error: { code: page.code, file: name } }
    }
    case 'word': {
      const { readWord } = await import('./formats/word.ts')
      const word = await readWord(bytes)
      if (word.ok) return paperOf(name, 'word', word.pages, await rules)
      const { ok, ...problem } = word
      return { ok, error: { file: name, ...problem } }
    }
    case 'xml': {
      const { readModernGovXml } = await import('./formats/moderngov-xml.ts')
      const answer = readModernGovXml(bytes)
      if (answer.ok) return answeredPaper(name, answer.meetings, await rules)
      return answer.code === 'damaged'
        ? { ok: false, error: { code: 'damaged', file: name } }
        : { ok: false, error: { code: 'unsupported', file: name, looksLike: 'xml' } }
    }
    case 'text': {
      const { format, pages } = readText(bytes)
      return paperOf(name, format, pages, await rules)
    }
  }
}

type Rules = Awaited<ReturnType<typeof loadRules>>

async function loadRules() {
  const [documents, marks] = await Promise.all([
    import('./records/read-documents.ts'),
    import('./records/restricted-marks.ts'),
  ])
  return { ...documents, ...marks }
}

/** A meeting as a web service answers it says itself which words are which: no layout needs reading. */
async function answeredPaper(
  file: string,
  meetings: readonly AnsweredMeeting[],
  { restrictedMarksIn }: Rules,
): Promise<ReadOutcome> {
  const { closedItemsAnswered, linesAnswered, meetingRecord } = await import(
    './records/moderngov/meeting-record.ts'
  )
  return {
    ok: true,
    paper: {
      file,
      format: 'xml',
      pages: 1,
      documents: meetings.map(meetingRecord),
      restrictedMarks: [
        ...restrictedMarksIn(meetings.flatMap(linesAnswered)),
        ...meetings.flatMap(closedItemsAnswered),
      ],
    },
  }
}

function paperOf(file: string, format: PaperFormat, pages: Line[][], rules: Rules): ReadOutcome {
  if (pages.every((page) => page.length === 0)) return { ok: false, error: { code: 'empty', file } }
  markFurniture(pages)
  const lines = pages.flat()
  const body = lines.filter((line) => !line.furniture)
  return {
    ok: true,
    paper: {
      file,
      format,
      pages: pages.length,
      documents: rules.documentsIn(body),
      restrictedMarks: rules.restrictedMarksIn(lines),
    },
  }
}
