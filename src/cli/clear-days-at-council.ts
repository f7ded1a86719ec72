import { councilCalendar } from '../committees/council-calendar.ts'
import { clearDaysCommand } from './clear-days-command.ts'
import { clearDays as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { councilNamed } from './find-committee.ts'

const OPTION = '--council'

/** `clear-days … --council NAME`: with the days that its administrator has added; its nation is known. */
export const clearDaysAtCouncil: Command = {
  ...facts,
  bring: async () => new Map(),
  async run(args, desk) {
    const { rest, name } = apart(args)
    const council = await councilNamed(desk, name)
    if (!council) return 1
    const calendar = await councilCalendar(council.house)
    const out = { write: (text: string) => desk.out(text.trimEnd()) }
    const err = { write: (text: string) => desk.err(text.trimEnd()) }
    return clearDaysCommand(rest, out, err, calendar)
  },
}

function apart(args: readonly string[]): { rest: string[]; name: string | undefined } {
  const at = args.findIndex((arg) => arg === OPTION || arg.startsWith(`${OPTION}=`))
  const arg = args[at] ?? ''
  if (arg !== OPTION) return { rest: args.toSpliced(at, 1), name: arg.slice(OPTION.length + 1) }
  return { rest: args.toSpliced(at, 2), name: args[at + 1] }
}
