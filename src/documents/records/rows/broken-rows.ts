import type { PaperEntry } from '../../record.ts'
import { mainOf } from './entry.ts'

/** Whether a row goes on with the sentence that the row above broke off: rows are broken where the page ends. */
export function runsOn(above: PaperEntry, own: PaperEntry): boolean {
  const text = mainOf(own) ?? ''
  const begun = mainOf(above) ?? ''
  const isNew = own.number ?? own.reference ?? own.minute ?? own.date ?? own.meetingDate
  if (isNew !== undefined || saysTwice(above, own, ['status', 'rag'])) return false
  return /^[\p{Ll}\d(]/u.test(text) && !/[.;:?)]$/.test(begun) && !/^\d+[.)]\s/.test(text)
}

/** The two halves of a row. */
export function joined(above: PaperEntry, below: PaperEntry): PaperEntry {
  const whole: PaperEntry = { ...above, ...below, ...above }
  for (const field of RUNNING) {
    const [first, rest] = [above[field], below[field]]
    if (first !== undefined && rest !== undefined) whole[field] = `${first} ${rest}`
  }
  return whole
}

/** The fields whose words run on over the break. */
const RUNNING = ['recommendation', 'title', 'reason', 'update', 'comments', 'owner', 'due', 'score'] as const

/** Whether both rows say one of these things: then they are two rows, not the halves of one. */
export function saysTwice(
  above: PaperEntry,
  own: PaperEntry,
  fields: readonly (keyof PaperEntry)[],
): boolean {
  return fields.some((field) => own[field] !== undefined && above[field] !== undefined)
}

/** What a row takes from the merged cells of the one above it. */
export function ofMergedCell({ recommendation, title, reference, number }: PaperEntry): PaperEntry {
  return {
    ...(reference !== undefined && { reference }),
    ...(number !== undefined && { number }),
    ...(recommendation !== undefined && { recommendation }),
    ...(title !== undefined && { title }),
  }
}
