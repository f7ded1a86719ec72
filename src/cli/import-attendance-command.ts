import { readAttendanceFile } from '../apologies/attendance-file.ts'
import { attendanceFileWords as say } from '../apologies/attendance-file-words.en.ts'
import { importAttendance, previewAttendance } from '../apologies/import-attendance.ts'
import { importAttendance as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { clerkByEmail } from './find-clerk.ts'
import { calledWith } from './options.ts'
import { unknownClerk, unknownOption } from './words.en.ts'

/** `import-attendance FILE.csv --clerk E-MAIL [--apply]`: attendance at bodies that are not kept here. */
export const importAttendanceCommand: Command = {
  ...facts,
  async bring(args, file) {
    const asked = argumentsOf(args)
    return 'problem' in asked ? new Map() : new Map([[asked.file, await file(asked.file)]])
  },
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) {
      if (asked.problem !== '') desk.err(unknownOption(asked.problem, facts.name))
      desk.err(say.usage)
      return 2
    }
    const clerk = await clerkByEmail(desk, asked.clerk)
    if (!clerk) {
      desk.err(unknownClerk(asked.clerk))
      return 1
    }
    const read = readAttendanceFile(await desk.file(asked.file))
    const outcome = !read.ok
      ? read
      : await (asked.apply
          ? importAttendance(clerk.house, { by: clerk.personId, rows: read.value })
          : previewAttendance(clerk.house, read.value))
    if (!outcome.ok) {
      desk.err(say.problems(outcome.refusal.problems))
      return 1
    }
    desk.out(say.plan(outcome.value, asked.apply))
    return 0
  },
}

function argumentsOf(
  args: readonly string[],
): { readonly file: string; readonly clerk: string; readonly apply: boolean } | { readonly problem: string } {
  const called = calledWith(args, { values: ['--clerk'], switches: ['--apply'] })
  if ('strange' in called) return { problem: called.strange }
  const [file, ...more] = called.words
  const clerk = called.values.get('--clerk')
  if (file === undefined || clerk === undefined || more.length > 0) return { problem: '' }
  return { file, clerk, apply: called.switches.has('--apply') }
}
