/*
 * A paper as plain parts, whatever it becomes: a Word document or a page of HTML. Text is data here; each of
 * the two escapes it in its own way.
 */

/** A part of a paper, from top to bottom. */
export type PaperPart =
  | {
      readonly code: 'heading'
      readonly text: string
      /** Below the paper's title, which is the first; the second unless it says otherwise. */
      readonly level?: 2 | 3
    }
  | { readonly code: 'paragraph'; readonly text: string; readonly isStrong?: boolean }
  | {
      /** One of a list, its number being text: nothing renumbers it, and whoever copies it copies it whole. */
      readonly code: 'entry'
      /** "(a)", "1." or a bullet. */
      readonly label: string
      readonly text: string
      /** How far in it stands, from 0. */
      readonly depth: number
    }
  | {
      readonly code: 'table'
      /** What it shows, for those who jump from table to table. */
      readonly caption?: string
      readonly head: readonly string[]
      /** A cell of several lines has each as a paragraph of its own. */
      readonly rows: readonly (readonly string[])[]
      /** Names stand in the first column, ticks and times in the others, which are narrower. */
      readonly namesFirst?: boolean
      /** How wide its columns are, in hundredths of the page: else the longest text takes the room of the others. */
      readonly shares?: readonly number[]
    }
  | {
      readonly code: 'image'
      readonly png: Uint8Array
      readonly width: number
      readonly height: number
      /** What somebody reads who does not see it. */
      readonly alt: string
    }

export interface Paper {
  readonly title: string
  /** Lines below the title that belong to it. */
  readonly under?: readonly string[]
  /** Its tables have many columns: Word's pages lie on their side. */
  readonly isWide?: boolean
  readonly parts: readonly PaperPart[]
}

/** BS 8878 and the public sector regulations of 2018: the language is said. */
export const LANGUAGE = 'en-GB'

/**
 * Text without what XML 1.0 cannot hold (section 2.2): control characters and halves of characters, which a copy
 * from another program can bring along.
 */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
}
