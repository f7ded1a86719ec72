// The operator's command line: npm run -s cli -- COMMAND …

import * as list from './cli/command-list.ts'
import { outputOf } from './cli/outputs.ts'
import { unknownCommand, usage } from './cli/words.en.ts'
import { nearest } from './nearest.ts'

const out = outputOf(process.stdout)
const err = outputOf(process.stderr)
process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || [list.help.name, '--help', '-h'].includes(name)) {
    out.write(`${usage(list.commandList)}\n`)
    return name === undefined ? 2 : 0
  }
  // Each is loaded when it is wanted: reading papers needs no database, and starts faster without one.
  if (name === list.read.name) {
    const { readCommand } = await import('./documents/command/read-command.ts')
    const fetchLimits = async () => (await import('./cli/fetch-limits.ts')).fetchLimits(process.env)
    return readCommand(rest, { out, err, input: process.stdin, fetchLimits })
  }
  if (name === list.clearDays.name && !rest.some((arg) => /^--council(?:=|$)/.test(arg))) {
    const { clearDaysCommand } = await import('./cli/clear-days-command.ts')
    return clearDaysCommand(rest, out, err)
  }
  const known = list.commandList.find((one) => one.name === name)
  if (!known) {
    const names = list.commandList.map((one) => one.name)
    err.write(`${unknownCommand(name, nearest(name, names))}\n\n${usage(list.commandList)}\n`)
    return 2
  }
  if (rest.includes('--help')) {
    out.write(`${usage([known])}\n`)
    return 0
  }
  const { runAtDatabase } = await import('./cli/run-at-database.ts')
  return runAtDatabase(name, rest, out, err)
}
