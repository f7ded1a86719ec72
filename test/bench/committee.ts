// A committee of fifty on a workspace, with papers published, so that each member has a form to open.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cli, type Ground } from './processes.ts'

export const CLERK = 'bench.clerk@haverleigh.example'
export const MEMBERS = Array.from({ length: 50 }, (_, index) => `member.${index + 1}@haverleigh.example`)

const answered = z.looseObject({ ok: z.boolean(), error: z.string().optional() })

/** A call of the workspace's control interface. */
export async function ask(ground: Ground, call: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${ground.url}/_local/${call}`, { method: 'POST', body: JSON.stringify(body) })
  const answer = answered.parse(await response.json())
  if (!answer.ok) throw new Error(`${call}: ${answer.error}`)
  return answer
}

/** The same people on both workspaces; the bot makes them itself when it imports the committee. */
export async function seatPeople(ground: Ground): Promise<void> {
  for (const email of [...MEMBERS, CLERK])
    await ask(ground, 'people', { name: nameOf(email), realName: nameOf(email), email })
}

export async function publishPapers(ground: Ground): Promise<void> {
  await importCommittee(ground)
  await ask(ground, 'command', { as: CLERK, command: '/pack' })
  await idle(ground)
  await ask(ground, 'submit', { as: CLERK })
  await idle(ground)
  await ask(ground, 'submit', {
    as: CLERK,
    fields: {
      Committee: 'Bench Scrutiny Committee',
      'Date of the meeting': nextYear(),
      Start: '10:00',
      'Agenda items': '1. Apologies\n2. Declarations of Interest\n3. Minutes (pages 1-6)',
    },
  })
  await idle(ground)
}

/** Until the notices are out: what is still being sent would weigh on one side only. */
export async function idle(ground: Ground): Promise<void> {
  const { idle } = await ask(ground, 'idle', { timeoutMs: 300_000 })
  if (idle !== true) throw new Error('The bot does not come to rest.')
}

async function importCommittee(ground: Ground): Promise<void> {
  const [header = ''] = (await readFile('src/sample/committee.csv', 'utf8')).split('\n')
  const rows = [...MEMBERS.map((email) => [email, 'member', 'always']), [CLERK, 'clerk', 'never']].map(
    ([email = '', role = '', voting = ''], index) => {
      const place = [
        'Haverleigh Council',
        'england',
        'Bench Scrutiny Committee',
        'bench-scrutiny',
        'bench-clerks',
        '10',
      ]
      const who = [nameOf(email), '', email, role, '', voting]
      return [...(index === 0 ? place : place.map(() => '')), ...who].join(',')
    },
  )
  const file = join(ground.dataDir, 'bench.csv')
  await writeFile(file, `${[header, ...rows].join('\n')}\n`)
  await cli(ground, 'import-committee', file, '--apply')
}

function nameOf(email: string): string {
  return (email.split('@')[0] ?? '')
    .split('.')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ')
}

function nextYear(): string {
  return `${new Date().getUTCFullYear() + 1}-03-10`
}
