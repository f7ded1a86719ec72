import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SendPoint } from '../../src/delivery/ground.ts'
import { outboxBlockId } from '../../src/delivery/mark.ts'
import { markArrived, sendAgain } from '../../src/delivery/settle.ts'
import { embeddedDatabase } from '../support/databases.ts'
import type { Fault } from './fake-slack.ts'
import { Life } from './life.ts'
import { clock, type Stage, setStage } from './stage.ts'

/** What may happen, in any order. */
type Event =
  | { readonly want: number }
  | { readonly refresh: number }
  | { readonly fails: { readonly method: string; readonly fault: Fault } }
  | { readonly clerk: { readonly subject: number; readonly says: 'again' | 'arrived' } }
  | { readonly turn: { readonly diesAt?: SendPoint } }

const subjects = [0, 1, 2, 3]
const isPerson = (subject: number) => subject % 2 === 1

const subject = fc.constantFrom(...subjects)
const method = fc.constantFrom(
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.history',
)
const fault = fc.constantFrom<Fault[]>(
  'refused',
  'reset-before',
  'reset-after',
  '500-after',
  'fatal_error-after',
  'dies-before',
  'dies-after',
  { limitedFor: 1 },
  { error: 'is_archived' },
  { error: 'missing_scope' },
  { error: 'service_unavailable' },
)
const diesAt = fc.constantFrom<SendPoint[]>('after-claim', 'after-accepted', 'after-record', 'during-edit')
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ want: subject }) },
  { weight: 2, arbitrary: fc.record({ refresh: subject }) },
  { weight: 3, arbitrary: fc.record({ fails: fc.record({ method, fault }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ clerk: fc.record({ subject, says: fc.constantFrom('again', 'arrived') }) }),
  },
  { weight: 4, arbitrary: fc.record({ turn: fc.record({ diesAt }, { requiredKeys: [] }) }) },
)

test('whatever happens in whatever order, no message is posted twice without a clerk’s word and none is lost', async () => {
  const database = await embeddedDatabase()
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 24 }), async (events) => {
      const stage = await setStage(database)
      const wanted = new Map<number, string>()
      const again = new Map<string, number>()
      let life = new Life(stage)
      let revision = 0
      for (const it of events) {
        revision += 1
        if ('want' in it) {
          stage.says.set(String(it.want), `revision ${revision}`)
          wanted.set(it.want, await want(stage, it.want))
        } else if ('refresh' in it) {
          stage.says.set(String(it.refresh), `revision ${revision}`)
          await stage.refresh(String(it.refresh))
        } else if ('fails' in it) stage.slack.fail(it.fails.method, it.fails.fault)
        else if ('clerk' in it) await decide(stage, wanted.get(it.clerk.subject), it.clerk.says, again)
        else if (!(await turn(life, it.turn))) life = new Life(stage)
        expectNoDoubles(stage, wanted, again)
      }
      stage.slack.heal()
      // A new life each: readings that failed wait in real time.
      for (let n = 0; n < 8; n += 1) await turn(new Life(stage), {})
      expectNoDoubles(stage, wanted, again)
      for (const [number, id] of wanted) await expectNotLost(stage, String(number), id)
    }),
    { numRuns: Number(process.env['RUNS'] ?? 60) },
  )
}, 600_000)

async function want(stage: Stage, number: number): Promise<string> {
  const recipient = isPerson(number) ? { person: stage.cast.member } : { channel: `C${number}` }
  return stage.want({ subject: String(number), recipient })
}

function turn(life: Life, options: { readonly diesAt?: SendPoint }): Promise<boolean> {
  clock.advance(600_000)
  return life.turn(options)
}

function posts(stage: Stage, id: string) {
  return stage.slack.messages.filter((message) => message.markedBy === outboxBlockId(id))
}

/** A clerk decides, rightly or wrongly; a message may then be there once more than before. */
async function decide(
  stage: Stage,
  messageId: string | undefined,
  says: 'again' | 'arrived',
  again: Map<string, number>,
): Promise<void> {
  if (messageId === undefined) return
  const act = { messageId, by: stage.cast.clerk }
  if (says === 'arrived') await markArrived(stage.house, act)
  else if ((await sendAgain(stage.house, act)).ok) again.set(messageId, (again.get(messageId) ?? 0) + 1)
}

function expectNoDoubles(
  stage: Stage,
  wanted: ReadonlyMap<number, string>,
  again: ReadonlyMap<string, number>,
): void {
  for (const id of wanted.values())
    expect(posts(stage, id).length).toBeLessThanOrEqual(1 + (again.get(id) ?? 0))
}

/** It stands in Slack as it should be now, or the clerks have a notice about it in theirs. */
async function expectNotLost(stage: Stage, subject: string, id: string): Promise<void> {
  const row = await stage.row(id)
  if (row.state === 'sent') {
    expect(row.shown).toBe(row.wanted)
    // Of a message that a clerk saw arrive without saying where, only they know.
    if (row.slackTs !== null)
      expect(
        posts(stage, id).find((post) => post.ts === row.slackTs && post.channel === row.slackChannel),
      ).toMatchObject({
        text: stage.says.get(subject),
      })
    return
  }
  expect(['ambiguous', 'failed']).toContain(row.state)
  const notices = await stage.notices()
  const told = notices.filter((notice) => notice.subject === id && notice.slot === row.reference)
  expect(told.map((notice) => notice.state)).toContain('sent')
}
