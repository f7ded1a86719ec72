/**
 * What reading a council paper gives: plain data, so that it can cross from the reading thread unchanged.
 * The keys of a document are those of the record of one file (`corpus/SCHEMA.md`); a key that the paper
 * does not state is left out, never guessed.
 */

/** A file as it was handed over. The name is only for telling people which file; the bytes decide what it is. */
export interface PaperFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type PaperFormat = 'pdf' | 'text' | 'markdown'

export type DocumentKind =
  | 'agenda'
  | 'agenda+minutes'
  | 'minutes'
  | 'supplement'
  | 'decisions'
  | 'tracker'
  | 'work-programme'
  | 'report'

/** One numbered line of business. */
export interface PaperItem {
  /** As printed, without its full stop; empty where the paper prints none. */
  number: string
  title: string
  /** As `7-28`. */
  pages?: string
  /** Closed to the public. */
  exempt?: true
  /** Only an enclosure is closed. */
  part?: true
  /** The paragraph of Schedule 12A that the paper gives as the reason. */
  paragraph?: string
}

/** Where in the file a field stands: the page and the line on it, both counted from 1. */
export interface Place {
  page: number
  line: number
}

export interface DocumentFields {
  council?: string
  committee?: string
  /** Of the meeting, `YYYY-MM-DD`. */
  date?: string
  /** `HH:MM`, 24 hours. */
  time?: string
  venue?: string
  title?: string
  /** Date of issue, `YYYY-MM-DD`. */
  published?: string
  /** The officer to ask about the paper. */
  clerk?: string
  /** Names without Councillor, Mr, Mrs, Dr or letters after the name. */
  chair?: string
  viceChair?: string
  members?: string[]
  items?: PaperItem[]
  cancelled?: boolean
  supplementNo?: number
}

export type DocumentField = keyof DocumentFields

/** One document of a paper; a pack holds several. */
export interface PaperDocument extends DocumentFields {
  kind: DocumentKind
  /** Where each field was read. Kept beside the fields; no part of the record of the file. */
  where: Partial<Record<DocumentField | 'kind', Place>>
}

/**
 * Signs that a file may hold matter that is not for the public.
 * `possible-exclusion` is the weak one: many open agendas carry the standard sentence that the press and
 * public may be asked to leave. The others mark matter as closed.
 */
export type RestrictedMarkKind =
  | 'not-for-publication'
  | 'part-two'
  | 'exempt-information'
  | 'schedule-12a'
  | 'confidential'
  | 'possible-exclusion'

export interface RestrictedMark {
  kind: RestrictedMarkKind
  page: number
  line: number
  /** The line as it stands in the file. */
  text: string
  /** How often the same words stand in the file: a running header counts once a page. */
  times: number
}

export interface Paper {
  file: string
  format: PaperFormat
  pages: number
  documents: PaperDocument[]
  restrictedMarks: RestrictedMark[]
}

/** Why a file gave no paper, with the facts needed to explain it (`words.en.ts` holds the sentences). */
export type PaperError =
  | { code: 'empty'; file: string }
  | { code: 'too-large'; file: string; bytes: number; limit: number }
  | { code: 'encrypted'; file: string }
  | { code: 'scanned'; file: string; pages: number }
  | { code: 'damaged'; file: string }
  | { code: 'unsupported'; file: string; looksLike: LooksLike }
  | { code: 'too-slow'; file: string; seconds: number }
  | { code: 'not-an-agenda'; file: string; found: DocumentKind[] }
  | { code: 'not-found'; file: string }
  | { code: 'not-a-file'; file: string }
  | { code: 'unopenable'; file: string; reason: string }
  | { code: 'closed'; file: string }

/** What the first bytes of a file that we do not read say it is. */
export type LooksLike =
  | 'word'
  | 'old-word'
  | 'spreadsheet'
  | 'presentation'
  | 'archive'
  | 'picture'
  | 'program'
  | 'web-page'
  | 'xml'
  | 'rich-text'
  | 'unknown'

export type PaperErrorCode = PaperError['code']

export type ReadOutcome =
  | { readonly ok: true; readonly paper: Paper }
  | { readonly ok: false; readonly error: PaperError }
