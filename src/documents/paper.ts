import type { DocumentField, DocumentKind, DocumentRecord } from './record.ts'

/**
 * What reading a council paper gives: plain data, so that it can cross from the reading thread unchanged.
 * What a document says is in `record.ts`.
 */

/** A file as it was handed over. The name is only for telling people which file; the bytes decide what it is. */
export interface PaperFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** No council's pack is larger; what is, is a mistake or an attack, and is refused before anything is read. */
export const LARGEST_FILE = 200 * 1024 * 1024

export type PaperFormat = 'pdf' | 'word' | 'html' | 'xml' | 'text' | 'markdown'

/** Where in the file something stands: the page and the line on it, both counted from 1. */
export interface Place {
  page: number
  line: number
}

/** Where the fields of a document were read: one place, or for a list one for each of its entries. */
export type Provenance = Partial<Record<DocumentField, Place[]>>

/** Something that the reader could not settle from the paper: a person is asked (`words.en.ts` says how). */
export interface Doubt {
  code: DoubtCode
  field: DocumentField
  at: Place
  /** The words of the paper that cannot be right, or cannot be told apart. */
  text: string
}

export type DoubtCode =
  /** "Tuesday 6th May 2024" was a Monday: one of the two is wrong. */
  | 'weekday-differs'
  /** The paper gives two accounts of one thing, such as the counts of a vote in the decision and in the minutes. */
  | 'accounts-differ'
  /** The counts of a vote do not agree with the names, or with those who were present. */
  | 'counts-do-not-add-up'
  /** Whoever moved or seconded a motion is not among those who voted. */
  | 'mover-did-not-vote'
  /** The clauses are numbered with a gap or a damaged number: "I., 2., 3.". */
  | 'numbering-damaged'
  /** A surname that two people of the paper share stands without initials. */
  | 'which-person'
  /** Read by the layout alone, where the paper has no word that says so. */
  | 'by-layout'

/** One document of a paper; a pack holds several. */
export interface PaperDocument extends DocumentRecord {
  /** Kept beside the fields; no part of the record of the file. */
  where: Provenance
  doubts: Doubt[]
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
  /** A Word document that holds more, unpacked, than is read. */
  | { code: 'unpacks-too-large'; file: string; limit: number }
  | { code: 'unsupported'; file: string; looksLike: LooksLike }
  | { code: 'too-slow'; file: string; seconds: number }
  | { code: 'not-an-agenda'; file: string; found: DocumentKind[] }
  | { code: 'not-found'; file: string }
  | { code: 'not-a-file'; file: string }
  | { code: 'unopenable'; file: string; reason: string }
  | { code: 'closed'; file: string }

/** What the first bytes of a file that we do not read say it is. */
export type LooksLike =
  /** Of Word 97 to 2003, or another Office document of that time. */
  | 'old-word'
  | 'word-with-macros'
  | 'open-document'
  | 'spreadsheet'
  | 'presentation'
  | 'archive'
  | 'picture'
  | 'program'
  /** XML other than a meeting from Modern.Gov. */
  | 'xml'
  | 'rich-text'
  | 'unknown'

export type PaperErrorCode = PaperError['code']

export type ReadOutcome =
  | { readonly ok: true; readonly paper: Paper }
  | { readonly ok: false; readonly error: PaperError }
