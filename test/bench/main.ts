// `npm run bench`: the measures of DESIGN §9 that exist, each beside its reference in the same run.
// `--json` prints JSON in place of the table; a word runs the measures whose name has it: `npm run bench -- start`.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAcknowledgement } from './acknowledgement.ts'
import { distance, isMet, type Measure, printTable } from './figures.ts'
import { measureReading } from './reading.ts'
import { measureNpmStart, measureReady } from './start.ts'
import { measureTick } from './tick.ts'
import { measureTracker } from './tracker.ts'

const benches: Readonly<Record<string, (folder: string) => Promise<Measure | Measure[]>>> = {
  acknowledgement: measureAcknowledgement,
  'ready-start': measureReady,
  'npm-start': measureNpmStart,
  reading: measureReading,
  tick: measureTick,
  tracker: measureTracker,
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const wanted = Object.entries(benches).filter(
  ([name]) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
)
if (wanted.length === 0) {
  console.error(`There is no such measure. There is: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'scrutineer-bench-'))
try {
  const measures: Measure[] = []
  for (const [, measure] of wanted) measures.push(...[await measure(folder)].flat())
  if (values.json) {
    const told = measures.map((it) => ({ ...it, apart: distance(it), met: isMet(it) }))
    const machine = { node: process.version, cores: availableParallelism() }
    console.log(JSON.stringify({ machine, measures: told }, null, 2))
  } else printTable(measures)
} finally {
  await rm(folder, { recursive: true, force: true })
}
