// DESIGN §9: reading a pack of 1,000 pages as a whole process, beside the text of it by the same PDF library.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { printBigPack } from './big-pack.ts'
import { type Measure, median } from './figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const peakMemory = new URL('./peak-memory.mjs', import.meta.url).href
const RUNS = 5

interface Run {
  readonly ms: number
  readonly peakMb: number
}

export async function measureReading(folder: string): Promise<Measure[]> {
  const pack = `${folder}/pack-1000.pdf`
  await printBigPack(pack, 1000)
  const read: Run[] = []
  const plain: Run[] = []
  // The first of each warms what the machine keeps of files.
  for (let round = 0; round <= RUNS; round += 1) {
    const ours = await run('dist/cli.js', 'read', '--json', pack)
    const reference = await run('test/bench/plain-text.mjs', pack)
    if (round === 0) continue
    read.push(ours)
    plain.push(reference)
  }
  const longest = `${folder}/pack-5000.pdf`
  await printBigPack(longest, 5000)
  const one = await run('dist/cli.js', 'read', '--json', longest)
  return [
    {
      what: `1,000 pages read, whole process (median of ${RUNS})`,
      unit: 'ms',
      ours: median(read.map(({ ms }) => ms)),
      reference: { what: 'their text, by the same library', value: median(plain.map(({ ms }) => ms)) },
      goal: { kind: 'times', limit: 1.25 },
      detail: { 'ours each': read.map(({ ms }) => ms), 'text each': plain.map(({ ms }) => ms) },
    },
    {
      what: '1,000 pages read, peak memory',
      unit: 'MB',
      ours: Math.max(...read.map(({ peakMb }) => peakMb)),
      goal: { kind: 'most', limit: 300 },
    },
    {
      what: '5,000 pages read, whole process',
      unit: 'ms',
      ours: one.ms,
      goal: { kind: 'most', limit: 30_000 },
    },
    {
      what: '5,000 pages read, peak memory',
      unit: 'MB',
      ours: one.peakMb,
      goal: { kind: 'most', limit: 500 },
    },
  ]
}

async function run(...program: string[]): Promise<Run> {
  const began = performance.now()
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', peakMemory, ...program], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  })
  const ms = performance.now() - began
  return { ms, peakMb: Number(/peak (\d+)\n$/.exec(stderr)?.[1]) / 1024 }
}
