// How long a start takes: `npm start` to its address, and the bot beside a bare Bolt app.
import { type Measure, median } from './figures.ts'
import { end, npmStart, startBot, startWorkspace } from './processes.ts'

const WARM_STARTS = 5

/** The whole of it, the build check of `npm start` included. */
export async function measureNpmStart(folder: string): Promise<Measure[]> {
  const dataDir = `${folder}/npm-start`
  const times: number[] = []
  for (let start = 0; start <= WARM_STARTS; start += 1) {
    const run = await npmStart(dataDir)
    times.push(run.readyMs)
    await run.stop()
  }
  const [first = Number.NaN, ...warm] = times
  return [
    { what: 'npm start to the address, first start', unit: 'ms', ours: first },
    { what: `npm start to the address, warm (median of ${WARM_STARTS})`, unit: 'ms', ours: median(warm) },
  ]
}

/** Each is started again and again on a workspace that stands; the embedded database is warm. */
export async function measureReady(folder: string): Promise<Measure> {
  const ours = await startWorkspace(`${folder}/ready`)
  const bare = await startWorkspace(`${folder}/bare`)
  const times = { ours: [] as number[], bare: [] as number[] }
  try {
    await end((await startBot('dist/main.js', ours)).process)
    for (let start = 0; start < WARM_STARTS; start += 1) {
      const bot = await startBot('dist/main.js', ours)
      times.ours.push(bot.readyMs)
      await end(bot.process)
      const bolt = await startBot('test/bench/empty-bot.mjs', bare)
      times.bare.push(bolt.readyMs)
      await end(bolt.process)
    }
  } finally {
    await end(ours.process)
    await end(bare.process)
  }
  return {
    what: `bot ready, embedded database warm (median of ${WARM_STARTS})`,
    unit: 'ms',
    ours: median(times.ours),
    reference: { what: 'a bare Bolt app', value: median(times.bare) },
    goal: { kind: 'more', limit: 2_000 },
    detail: { 'ours each': times.ours, 'bare each': times.bare },
  }
}
