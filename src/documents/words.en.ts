import type { LooksLike, Paper, PaperDocument, PaperError, Place, RestrictedMark } from './paper.ts'

/** What is wrong with a file, and what the person who handed it over can try. */
export interface PaperErrorWords {
  /** Names the file and says what is wrong. */
  what: string
  /** What to do next. */
  tryThis: string
}

const KINDS: Record<PaperDocument['kind'], string> = {
  agenda: 'agenda',
  'agenda+minutes': 'agenda with minutes',
  minutes: 'minutes',
  supplement: 'supplement',
  decisions: 'decisions',
  tracker: 'tracker',
  'work-programme': 'work programme',
  report: 'report',
}

const LOOKS_LIKE: Record<LooksLike, string> = {
  'old-word': 'an old Office document (Word 97 to 2003)',
  'word-with-macros': 'a Word document with macros',
  'open-document': 'an OpenDocument file',
  spreadsheet: 'a spreadsheet',
  presentation: 'a presentation',
  archive: 'a compressed archive',
  picture: 'a picture',
  program: 'a program',
  xml: 'an XML file other than a meeting from Modern.Gov',
  'rich-text': 'a rich text document',
  unknown: 'a file of an unknown kind',
}

const READ_HERE = 'a PDF, a Word document (.docx), a web page (HTML), plain text or Markdown'

function insteadOf(looksLike: LooksLike): string {
  switch (looksLike) {
    case 'old-word':
    case 'word-with-macros':
    case 'rich-text':
      return 'Open it in Word, save it as a Word document (.docx) or as a PDF, and use that.'
    case 'open-document':
      return 'Open it, save it as a Word document (.docx) or as a PDF, and use that.'
    case 'xml':
      return `Use the answer of GetMeeting or GetMeetings, or the paper as ${READ_HERE}.`
    default:
      return `Use the paper as ${READ_HERE}.`
  }
}

export function kindOfDocument(kind: PaperDocument['kind']): string {
  return KINDS[kind]
}

/** The sentences for a file that gave no paper. */
export function paperErrorWords(error: PaperError): PaperErrorWords {
  const file = error.file
  switch (error.code) {
    case 'empty':
      return {
        what: `${file} is empty: there is no text in it.`,
        tryThis: 'Save or download the file again and check that it opens.',
      }
    case 'too-large':
      return {
        what: `${file} is ${megabytes(error.bytes)}, and files of up to ${megabytes(error.limit)} are read.`,
        tryThis: 'Use the agenda front sheet by itself, or a version with smaller pictures.',
      }
    case 'encrypted':
      return {
        what: `${file} is protected by a password.`,
        tryThis: 'Save a copy without a password and use that.',
      }
    case 'scanned':
      return {
        what: `${file} has ${count(error.pages, 'page', 'pages')} but no text: it looks like a scan.`,
        tryThis:
          'Use the PDF that was made from the Word document, or a version that has been through text recognition (OCR).',
      }
    case 'damaged':
      return {
        what: `${file} is damaged or incomplete and cannot be read.`,
        tryThis:
          'Download or save it again; if it opens where it was made or in a PDF reader, save or print it to a new PDF there and use that.',
      }
    case 'unpacks-too-large':
      return {
        what: `${file} unpacks to more than ${megabytes(error.limit)}, which no council’s paper does.`,
        tryThis: 'Save it again from Word, or save it as a PDF, and use that.',
      }
    case 'unsupported':
      return {
        what: `${file} is ${LOOKS_LIKE[error.looksLike]}, which is not read here, whatever its name says.`,
        tryThis: insteadOf(error.looksLike),
      }
    case 'too-slow':
      return {
        what: `${file} was still being read after ${count(error.seconds, 'second', 'seconds')}, so reading it was stopped.`,
        tryThis: 'Use the agenda front sheet by itself, or print the file to a new PDF.',
      }
    case 'not-an-agenda':
      return {
        what:
          error.found.length === 0
            ? `${file} holds no agenda that could be recognised.`
            : `${file} holds no agenda, only: ${error.found.map(kindOfDocument).join(', ')}.`,
        tryThis:
          'Use the file that begins with the agenda front sheet, or type the details of the meeting in.',
      }
    case 'not-found':
      return { what: `${file} is not there.`, tryThis: 'Check the name and the folder.' }
    case 'not-a-file':
      return {
        what: `${file} is a folder, not a file.`,
        tryThis: `Name the files in it: ${file.replace(/[/\\]+$/, '')}/*.pdf names all its PDFs.`,
      }
    case 'unopenable':
      return {
        what: `${file} cannot be opened (${error.reason}).`,
        tryThis: 'Check that you may read the file, or copy it and read the copy.',
      }
    case 'closed':
      return {
        what: `${file} was not read, because Scrutineer is stopping.`,
        tryThis: 'Try again when it has started.',
      }
  }
}

export const readUsage = `Usage: read [--json] [--explain] FILE|ADDRESS…

Reads council papers and prints what they say: agendas, packs, minutes, decisions, trackers, work
programmes and reports, as PDF, Word, web page, XML, plain text or Markdown. Nothing is stored.

FILE       a file; "-" reads standard input
ADDRESS    https://… of a file, or of a meeting on a council’s Modern.Gov site

--json     one line of JSON for each paper, in the order given
--explain  where each field was read, page and line, and what is doubtful
--help     this text

Exit code: 0 all were read, 1 some could not be (standard error says which and why), 2 wrongly called.`

export function unknownOption(option: string): string {
  return `There is no option ${option}.`
}

/** How the standard input is called where a file would be. */
export const standardInput = 'standard input'

/** While a long paper is being read. */
export function readingStill(name: string, place: number, of: number, seconds: number): string {
  const which = of === 1 ? '' : ` (${place} of ${of})`
  return `Reading ${name}${which}: ${count(seconds, 'second', 'seconds')} …`
}

/** The first line of what a paper says. */
export function paperFound(paper: Paper): string {
  return `${paper.file}: ${count(paper.pages, 'page', 'pages')}, ${documentsFound(paper)}`
}

export function foundAt(address: string): string {
  return `from ${address}`
}

export function placeWords({ page, line }: Place): string {
  return `page ${page}, line ${line}`
}

export function pleaseCheck(doubt: string): string {
  return `CHECK: ${doubt}`
}

export const restrictedWords =
  'Check that this is the public copy. It shows marks of matter that may not be for the public:'

export function restrictedMarkWords(mark: RestrictedMark): string {
  const times = mark.times > 1 ? `, ${mark.times} times` : ''
  const weak =
    mark.kind === 'possible-exclusion' ? ' (the usual notice that the public may be asked to leave)' : ''
  return `${placeWords(mark)}${times}: ${mark.text}${weak}`
}

function documentsFound(paper: Paper): string {
  if (paper.documents.length === 0) return 'no council document recognised'
  return paper.documents.map((document) => kindOfDocument(document.kind)).join(', ')
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
}
