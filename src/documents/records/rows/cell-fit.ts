import { dateInCell, isColour, isStatus, rowNumber } from './cell-values.ts'
import type { Meaning } from './heads.ts'

/**
 * How well a text suits a column, from about -8 to 6: where a paper lost its columns, this tells which cell is whose.
 * A number or a date is one for sure; of names, titles and sentences only the look tells.
 */
export function fitOf(text: string, meaning: Meaning): number {
  switch (meaning) {
    case 'number':
      return rowNumber(text) ? 6 : -8
    case 'reference':
    case 'minute':
    case 'meetingAndMinute':
      return /\d/.test(text) && wordsIn(text) <= 5 && !isDated(text) ? 5 : -6
    case 'date':
    case 'meetingDate':
    case 'executiveDate':
      return isDated(text) ? 6 : -6
    case 'due':
      if (isDated(text)) return 6
      return UNDATED.test(text) && wordsIn(text) <= 6 ? 4 : -4
    case 'status':
    case 'rag':
      if (isStatus(text) || isRating(text)) return 6
      return wordsIn(text) <= 3 && !isDated(text) && !rowNumber(text) ? -1 : -6
    case 'owner':
      return ownerFit(text)
    case 'item':
    case 'title':
    case 'origin':
    case 'section':
      return isShort(text) && wordsIn(text) <= 14 && !isStatus(text) ? 2 : -2
    case 'score':
    case 'partExempt':
    case 'paragraph':
      return wordsIn(text) <= 4 ? 1.5 : -4
    case 'update':
    case 'comments':
    case 'outcome':
      return isStatus(text) ? 1 : sentenceFit(text)
    default:
      return isStatus(text) || isRating(text) ? -3 : sentenceFit(text)
  }
}

/** Whether a column holds sentences, and so perhaps several paragraphs. */
export function holdsSentences(meaning: Meaning): boolean {
  return SENTENCES.has(meaning)
}

const SENTENCES: ReadonlySet<Meaning> = new Set([
  'recommendation',
  'action',
  'description',
  'reason',
  'update',
  'comments',
  'outcome',
  'other',
])

const MONTH_OR_SEASON =
  /^(?:(?:by|end|mid|early|late|from|before|after|until|summer|autumn|winter|spring|q[1-4]|quarter [1-4]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)\b\.?[\s/–-]*(?:of )?){1,4}(?:\d{4}|\d{2}(?:\/\d{2,4})?)?$/i
const UNDATED =
  /\b(?:tbc|tba|tbd|asap|immediate(?:ly)?|ongoing|on-going|next|meeting|monthly|quarterly|weekly|annual(?:ly)?|complete[d]?|n\/a|end of|summer|autumn|winter|spring|month|year|\d{4})\b/i
const OFFICE =
  /\b(?:officers?|head|directors?|managers?|cllrs?|councillors?|clerk|teams?|services?|chair|leads?|leader|members?|committee|board|council|solicitor|engineer|legal|monitoring|executive|police|department|all)\b/i

/** The day, the month or the season, and next to nothing else. */
export function isDated(text: string): boolean {
  const date = dateInCell(text)
  if (date) return date.index < 12 && text.length - date.length <= 14
  return text.length <= 30 && MONTH_OR_SEASON.test(text)
}

/** "Amber", "G". */
function isRating(text: string): boolean {
  return isColour(text) || /^(?:[BRAG]|blue|n\/a)$/i.test(text)
}

function ownerFit(text: string): number {
  const can = isShort(text) && wordsIn(text) <= 9 && !/\d/.test(text) && !isStatus(text) && !isRating(text)
  if (!can) return -4
  return OFFICE.test(text) || /^\p{Lu}{2,4}(?:\/\p{Lu}{2,4}){0,3}$/u.test(text) ? 4 : 2
}

function sentenceFit(text: string): number {
  if (rowNumber(text)) return -6
  if (isDated(text)) return -4
  return Math.min(3, wordsIn(text) / 3) + (/[.;?]$/.test(text) ? 0.5 : 0)
}

function isShort(text: string): boolean {
  return /^[\p{Lu}\d£]/u.test(text) && !/[.;]$/.test(text)
}

function wordsIn(text: string): number {
  return text.split(' ').length
}
