import { longDate } from '../calendar/words.en.ts'
import { ATTENDANCE_COLUMNS, type AttendanceFault, type AttendanceProblem } from './attendance-file.ts'
import type { AttendancePlan } from './import-attendance.ts'

/** What an operator reads of an import of attendance at other bodies. */
export const attendanceFileWords = {
  usage:
    'Use: import-attendance FILE.csv --clerk E-MAIL [--apply]\nWithout --apply it shows what would be added and changes nothing.\nThe columns are explained in docs/attendance-and-quorum.md.',

  plan: ({ bodies, fresh, known }: AttendancePlan, isApplied: boolean): string => {
    const lines = [
      ...bodies.map(({ name, isNew, counts, knownUntil }) => {
        const marks = [...(isNew ? ['new'] : []), ...(counts ? [] : ['does not count for the six months'])]
        const until =
          knownUntil.to === undefined
            ? 'nothing says until when it is known'
            : `known until ${longDate(knownUntil.to)}${knownUntil.from && knownUntil.from !== knownUntil.to ? ` (before: ${longDate(knownUntil.from)})` : ''}`
        return `${name}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}: ${until}`
      }),
      ...fresh.map(({ name, body, date }) => `  + ${name} attended ${body} on ${longDate(date)}`),
      ...(known > 0 ? [`  ${known} known already`] : []),
    ]
    const end = isApplied
      ? `Imported: ${attendances(fresh.length)}.`
      : `This would add ${attendances(fresh.length)}. Nothing is changed yet: run it again with --apply.`
    return [...lines, end].join('\n')
  },

  problems: (problems: readonly AttendanceProblem[]): string =>
    [
      problems.length === 1 ? 'One line has to be mended:' : `${problems.length} lines have to be mended:`,
      ...problems.map(({ line, fault, said }) => `  line ${line}: ${FAULTS[fault](said)}`),
      'Nothing was imported.',
    ].join('\n'),
}

const FAULTS: Readonly<Record<AttendanceFault, (said: string) => string>> = {
  'not-csv': (said) => `the file is no CSV (${said}). Save it as CSV UTF-8.`,
  'too-big': () => 'the file is larger than a megabyte. Split it.',
  empty: () => 'the file has no rows below its headings.',
  'column-missing': (said) =>
    `there is no column “${said}”. The columns are ${ATTENDANCE_COLUMNS.join(', ')}; body and date are needed.`,
  'body-missing': () => 'the body is missing.',
  'not-a-date': (said) => `“${said}” is no date. Write 2017-09-20 or 20/09/2017.`,
  'to-come': (said) => `${longDate(said)} is still to come.`,
  'not-yes-or-no': (said) => `“${said}” in counts: write yes or no.`,
  'date-missing': (said) => `when did ${said} attend?`,
  'who-missing': () => 'who attended? Give a name or an e-mail address.',
  nobody: (said) => `nobody called ${said} is in the record. Import their committee first, or mend the name.`,
  several: (said) => `several people are called ${said}. Give the e-mail address.`,
  'after-known': (said) =>
    `${longDate(said)} is later than the day until which the body’s attendance is known.`,
}

function attendances(count: number): string {
  return count === 1 ? '1 attendance' : `${count} attendances`
}
