// DESIGN §9: a slash command acknowledged, p95, 50 at once, against the same app with an empty listener.
import { z } from 'zod'
import { ask, idle, MEMBERS, publishPapers, seatPeople } from './committee.ts'
import { type Measure, median, percentile } from './figures.ts'
import { end, type Ground, type StartedBot, startBot, startWorkspace } from './processes.ts'

const WARM_UP = 10
const ROUNDS = 40

interface Side {
  readonly ground: Ground
  readonly bot: StartedBot
  readonly p95s: number[]
  readonly all: number[]
}

/** Each side has a workspace and a bot, four processes; while one is measured, the other rests. */
export async function measureAcknowledgement(folder: string): Promise<Measure> {
  const ours = await side(`${folder}/ours`, 'dist/main.js')
  const empty = await side(`${folder}/empty`, 'test/bench/empty-bot.mjs')
  try {
    await publishPapers(ours.ground)
    await seatPeople(empty.ground)
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      // Who goes first changes, so that what the machine does besides falls on both.
      const order = round % 2 === 0 ? [ours, empty] : [empty, ours]
      for (const it of order) keep(it, await burst(it), round >= WARM_UP)
    }
  } finally {
    for (const it of [ours, empty]) {
      await end(it.bot.process)
      await end(it.ground.process)
    }
  }
  return {
    what: `/apologies acknowledged, ${MEMBERS.length} at once, p95 (median of ${ROUNDS} rounds)`,
    unit: 'ms',
    ours: median(ours.p95s),
    reference: { what: 'an empty listener', value: median(empty.p95s) },
    goal: { kind: 'times', limit: 1.5 },
    detail: { ...figures('ours', ours), ...figures('empty', empty) },
  }
}

async function side(dataDir: string, program: string): Promise<Side> {
  const ground = await startWorkspace(dataDir)
  return { ground, bot: await startBot(program, ground), p95s: [], all: [] }
}

const acknowledged = z.object({ acknowledged: z.literal(true), ackMs: z.number() })

/** Every member gives the command at once. @returns from Slack's sending to Slack's receiving, in ms */
async function burst({ ground }: Side): Promise<number[]> {
  const answers = await Promise.all(
    MEMBERS.map((as) => ask(ground, 'command', { as, command: '/apologies' })),
  )
  // The forms that opened are closed again, so that each round finds the same.
  await idle(ground)
  for (const as of MEMBERS) await ask(ground, 'close', { as, all: true }).catch(() => undefined)
  await idle(ground)
  return answers.map((answer) => acknowledged.parse(answer).ackMs)
}

function keep(it: Side, times: number[], counts: boolean): void {
  if (!counts) return
  it.p95s.push(percentile(times, 0.95))
  it.all.push(...times)
}

function figures(name: string, { p95s, all }: Side) {
  return {
    [`${name} p50 of all`]: percentile(all, 0.5),
    [`${name} p95 of all`]: percentile(all, 0.95),
    [`${name} p99 of all`]: percentile(all, 0.99),
    [`${name} p95 of each round`]: p95s,
  }
}
