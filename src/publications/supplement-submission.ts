import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import { paperFields, portionsIn } from './submission.ts'
import { type SupplementLineProblem, supplementLines } from './supplement-lines.ts'
import type { SupplementWords } from './supplement-words.en.ts'
import type { SupplementFields, SupplementLine } from './types.ts'
import type { PublicationWords } from './words.en.ts'

const field = ids.supplement.field

/** Where a line stands in the form: its field, and its number there. */
export interface LinePlace {
  readonly field: string
  readonly line: number
}

export type SupplementSubmission =
  | {
      readonly ok: true
      readonly fields: SupplementFields
      /** Of each line, so that what is wrong with it is said where it stands. */
      readonly places: readonly LinePlace[]
    }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }

/** What the clerk filled in, or every error at its field. */
export function supplementSubmission(
  given: Fields,
  say: { readonly pack: PublicationWords; readonly supplement: SupplementWords },
): SupplementSubmission {
  const errors: Record<string, string> = {}
  const meeting = meetingChosen(textOf(given, field.meeting))
  if (!meeting) errors[field.meeting] = say.pack.review.missing
  const printedNo = textOf(given, field.printedNo)
  if (printedNo !== '' && !/^[1-9]\d{0,2}$/.test(printedNo))
    errors[field.printedNo] = say.supplement.form.badNumber
  const papers = paperFields(given, errors, say.pack)
  const lines: SupplementLine[] = []
  const places: LinePlace[] = []
  for (const portion of portionsIn(given)) {
    const { read, problems } = supplementLines(textOf(given, portion))
    lines.push(...read.map(({ item }) => item))
    places.push(...read.map(({ line }) => ({ field: portion, line })))
    const [problem] = problems
    if (problem) errors[portion] = sayLineProblem(problem, say)
  }
  if (!papers || !meeting || Object.keys(errors).length > 0) return { ok: false, errors }
  return {
    ok: true,
    places,
    fields: {
      ...meeting,
      ...papers,
      printedNo: printedNo === '' ? undefined : Number(printedNo),
      lines,
      ownPages: listOf(given, field.ownPages).includes('yes'),
    },
  }
}

/** Why a line could not be read. */
export function sayLineProblem(
  problem: SupplementLineProblem,
  say: { readonly pack: PublicationWords; readonly supplement: SupplementWords },
): string {
  return problem.code === 'marks-differ'
    ? say.supplement.form.marksDiffer(problem.line)
    : say.pack.review.itemProblem(problem)
}

/** A choice of meeting carries which publication this would be, so that two clerks cannot both be the next. */
export function meetingChoice(meetingId: string, number: number): string {
  return `${meetingId}/${number}`
}

export function meetingChosen(value: string): { meetingId: string; number: number } | undefined {
  const [, meetingId, number] = /^([0-9a-f-]{36})\/(\d{1,5})$/.exec(value) ?? []
  return meetingId === undefined ? undefined : { meetingId, number: Number(number) }
}
