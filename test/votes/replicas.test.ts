import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { House } from '../../src/database/house.ts'
import { openHouses } from '../../src/database/houses.ts'
import { openDatabase } from '../../src/database/open.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { enterRoll } from '../../src/sitting/enter-roll.ts'
import { castBallot } from '../../src/votes/cast-ballot.ts'
import { closeVote } from '../../src/votes/close-vote.ts'
import { correctVote } from '../../src/votes/correct-vote.ts'
import { declareVote } from '../../src/votes/declare-vote.ts'
import { enterChoices } from '../../src/votes/enter-choices.ts'
import { eligibleIn, isEqual, resultOf, totalOf } from '../../src/votes/rules.ts'
import type { VoteSide } from '../../src/votes/types.ts'
import { votesAtHand } from '../../src/votes/vote-at-hand.ts'
import { votesOfMeeting } from '../../src/votes/votes-of-meeting.ts'
import { serverDatabase, serverMissing, useDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'
import { voting } from './votes-stage.ts'

const MEMBERS = 10
const side = fc.constantFrom<VoteSide[]>('for', 'against', 'abstain')
const member = fc.nat(MEMBERS - 1)
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('press' as const), member, side }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('call' as const), member, side }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('arrive' as const), member }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('leave' as const), member }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('close' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('declare' as const), casting: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('correct' as const), member, side }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

describe.skipIf(serverMissing !== undefined)('Two replicas on one server', () => {
  const database = useDatabase(serverDatabase)
  const opened: { close(): Promise<void> }[] = []
  afterAll(async () => {
    for (const one of opened) await one.close()
  })

  test('any interleaving of taps, calls, arrivals, departures, declarations and corrections gives one vote a person, counts that add up and one result', async () => {
    const { url } = database()
    if (url === undefined) throw new Error('this database is not on a server')
    const other = await openDatabase({ kind: 'server', url }, silentLog)
    opened.push(other)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 7 }),
        async (rounds) => {
          const it = await voting(database())
          const houses = [
            it.house,
            await openHouses({ ...it.ground, prisma: other.prisma }).of(it.id),
          ] as const
          await it.setting({ votesElectronic: true })
          const vote = await it.opened({ method: 'electronic' })
          for (const round of rounds) {
            it.clock.advance({ minutes: 1 })
            // What is done in one round is done at once, by one replica or the other.
            await Promise.all(round.map((one, at) => take(houses[at % 2] ?? it.house, it, vote, one)))
          }
          // The clerk finishes it: whoever is missing casts no vote.
          const now = (await votesAtHand(it.house, it.meetingId)).find(({ id }) => id === vote)
          if (now?.state === 'open') await finish(it, vote)
          await it.declare(vote)

          const choices = await it.prisma.voteChoice.findMany({ where: { voteId: vote } })
          expect(new Set(choices.map(({ personId }) => personId)).size).toBe(choices.length)
          for (const told of await votesAtHand(it.house, it.meetingId)) {
            if (told.state !== 'declared' || !told.counts) continue
            expect(totalOf(told.counts)).toBe(eligibleIn(told.closed).length)
            expect(told.choices).toHaveLength(totalOf(told.counts))
            const result = isEqual(told.counts)
              ? resultOf(told.counts, told.casting)
              : resultOf(told.counts, undefined)
            expect(told.result).toBe(result)
          }
          const [one, two] = [
            await votesOfMeeting(houses[0], it.meetingId),
            await votesOfMeeting(houses[1], it.meetingId),
          ]
          expect(JSON.stringify(one)).toBe(JSON.stringify(two))
          expect(one).toHaveLength(1)
          expect((await verifyAudit(it.prisma, it.id)).filter(({ broken }) => broken)).toEqual([])
        },
      ),
      { numRuns: 6 },
    )
  }, 120_000)
})

type Stage = Awaited<ReturnType<typeof voting>>

async function take(house: House, it: Stage, voteId: string, one: Act): Promise<void> {
  const { meetingId } = it
  const by = it.clerk.id
  const who = 'member' in one ? (it.members[one.member]?.id ?? '') : ''
  switch (one.does) {
    case 'press':
      return void (await castBallot(house, { voteId, by: who, side: one.side }))
    case 'call':
      return void (await enterChoices(house, {
        by,
        meetingId,
        voteId,
        choices: [{ personId: who, side: one.side }],
      }))
    case 'arrive':
    case 'leave': {
      const kind = one.does === 'arrive' ? ('arrived' as const) : ('left' as const)
      const people = [{ personId: who, kind, mode: 'inRoom' as const, forId: undefined }]
      return void (await enterRoll(house, { by, meetingId, people }))
    }
    case 'close':
      return void (await closeVote(house, { by, meetingId, voteId }))
    case 'declare':
      return void (await declareVote(house, {
        by,
        meetingId,
        voteId,
        casting: one.casting ? 'for' : undefined,
      }))
    case 'correct': {
      const latest = (await votesAtHand(house, meetingId)).at(-1)
      if (latest?.state !== 'declared') return
      const choices = [{ personId: who, side: one.side }]
      const casting = 'for' as const
      const corrected = { by, meetingId, voteId: latest.id, why: 'Misheard', choices }
      const outcome = await correctVote(house, { ...corrected, casting })
      if (!outcome.ok && outcome.refusal.code === 'not-equal') await correctVote(house, corrected)
    }
  }
}

/** Call everybody who is missing, and take back what is entered for whoever could not vote. */
async function finish(it: Stage, vote: string): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const closed = await it.close(vote)
    if (closed.ok) return
    const { refusal } = closed
    if (refusal.code !== 'names-missing' && refusal.code !== 'names-not-entitled')
      throw new Error(refusal.code)
    const side = refusal.code === 'names-missing' ? ('none' as const) : undefined
    for (const personId of refusal.personIds) {
      const member = it.members.find(({ id }) => id === personId)
      if (member) await it.enterOne(vote, member, side)
    }
  }
}
