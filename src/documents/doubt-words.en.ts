import { longDate } from '../calendar/words.en.ts'
import type { DoubtCode } from './paper.ts'

/** What the reader could not settle, for whoever must look. `date` is what was read, where it is one. */
export function doubtWords(doubt: { code: string; text: string }, date?: unknown): string {
  const quoted = `“${doubt.text}”`
  return isKnown(doubt.code) ? DOUBTS[doubt.code](quoted, date) : `The reader is not sure of ${quoted}.`
}

const DOUBTS: Readonly<Record<DoubtCode, (quoted: string, date: unknown) => string>> = {
  'weekday-differs': (quoted, date) => `The paper says ${quoted}, but ${weekdayOf(date)}.`,
  'accounts-differ': (quoted) => `The paper gives two accounts of this: ${quoted}.`,
  'counts-do-not-add-up': (quoted) =>
    `The counts do not agree with the names, or with those who were present: ${quoted}.`,
  'mover-did-not-vote': (quoted) => `Whoever moved or seconded this is not among those who voted: ${quoted}.`,
  'numbering-damaged': (quoted) => `The numbering has a gap or is damaged: ${quoted}.`,
  'which-person': (quoted) => `Two people of the paper share this name: ${quoted}.`,
  'by-layout': (quoted) => `Read from where it stands, without a word in the paper that says so: ${quoted}.`,
}

function isKnown(code: string): code is DoubtCode {
  return Object.hasOwn(DOUBTS, code)
}

/** "6 May 2024 is a Monday" */
function weekdayOf(date: unknown): string {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date))
    return 'that day was another day of the week'
  const [weekday, ...day] = longDate(date).split(' ')
  return `${day.join(' ')} is a ${weekday}`
}
