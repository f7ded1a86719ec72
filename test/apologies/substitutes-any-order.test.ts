import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastOf } from '../../src/apologies/quorum-forecast.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'
import { substituting } from './substituting.ts'

/** One act, about one of three members and one of two substitutes; a double click is the same act at the same moment. */
const step = fc.record({
  act: fc.constantFrom(
    'tender',
    'tender',
    'late',
    'withdraw',
    'coming',
    'name',
    'name',
    'accept',
    'decline',
    'takeBack',
    'move',
  ),
  member: fc.integer({ min: 0, max: 2 }),
  substitute: fc.integer({ min: 0, max: 1 }),
  byClerk: fc.boolean(),
  twice: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const alone = (act: Step['act']): Step => ({ act, member: 0, substitute: 0, byClerk: false, twice: false })

/** What is known of a member: apologies in force, "I'll be there", and who stands in. */
interface Model {
  apology: 'absent' | 'late' | undefined
  coming: boolean
  substitute: { who: number; state: 'asked' | 'accepted' } | undefined
}

const nothing = (): Model => ({ apology: undefined, coming: false, substitute: undefined })

/** What an act that is allowed makes of the members; one that is not changes nothing. */
function after(models: readonly Model[], { act, member, substitute: who }: Step): Model[] {
  if (act === 'move') return models.map(nothing)
  return models.map((one, place) => {
    if (place !== member) return one
    switch (act) {
      case 'tender':
        return { ...one, apology: 'absent', coming: false }
      case 'late':
        return { ...one, apology: 'late', substitute: undefined }
      case 'withdraw':
        return one.apology === undefined ? one : { ...one, apology: undefined, substitute: undefined }
      case 'coming':
        return one.apology === 'absent'
          ? { apology: undefined, coming: true, substitute: undefined }
          : { ...one, coming: true }
      case 'name': {
        const taken = models.some((other, at) => at !== member && other.substitute?.who === who)
        if (one.apology !== 'absent' || taken || one.substitute?.who === who) return one
        return { ...one, substitute: { who, state: 'asked' } }
      }
      case 'accept':
        return one.substitute ? { ...one, substitute: { ...one.substitute, state: 'accepted' } } : one
      default:
        return { ...one, substitute: undefined }
    }
  })
}

/** The quorum counted anew, by hand: who comes, who may come, and whether that is enough. */
function counted(models: readonly Model[], { quorum, others }: { quorum: number; others: number }) {
  const comes = models.filter(
    ({ apology, coming, substitute }) =>
      apology === 'late' || (apology === undefined && coming) || substitute?.state === 'accepted',
  ).length
  const silent = others + models.filter(({ apology, coming }) => apology === undefined && !coming).length
  const state = comes >= quorum ? 'certain' : comes + silent >= quorum ? 'likely' : 'lost'
  return { state, coming: comes, unanswered: silent, away: others + models.length - comes - silent }
}

describe('apologies and substitutes in any order (embedded database)', () => {
  const database = useDatabase(embeddedDatabase)

  test('leave one state for each seat, one standing substitution at most for each seat and substitute, and the quorum’s forecast right', async () => {
    const states = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 2, 3, 8, 9, 10),
        fc.array(step, { minLength: 1, maxLength: 14 }),
        async (quorum, steps) => {
          const it = await substituting(database())
          const seats = it.members.slice(2, 5)
          await it.rule({ quorum, quorumNumerator: null, quorumDenominator: null })
          // The co-optee, who has the last seat, votes on everything or counts for nothing.
          const others =
            (await it.ground.prisma.seat.count({
              where: { councilId: it.id, committeeId: it.committee.id, kind: 'member' },
            })) - seats.length
          let models = seats.map(nothing)
          let elsewhere = false
          for (const one of steps) {
            const member = seats[one.member] ?? it.member
            const substitute = it.substitutes[one.substitute] ?? it.substitutes[0]
            const by = one.byClerk ? { by: it.clerk } : {}
            const { version = 0 } = (await it.meeting()) ?? {}
            const acts: Record<Step['act'], () => Promise<unknown>> = {
              tender: () => it.tender(member, { ...by, reason: 'private' }),
              late: () => it.tender(member, { ...by, kind: 'late' }),
              withdraw: () => it.withdraw(member, by),
              coming: () => it.coming(member, by),
              name: () => it.name(member, substitute, by),
              accept: () => it.accept(member, by),
              decline: () => it.decline(member, by),
              takeBack: () => it.takeBack(member, by),
              move: () => it.change(elsewhere ? it.restore : it.move, { version }),
            }
            await Promise.all(Array.from({ length: one.twice ? 2 : 1 }, () => acts[one.act]()))
            if (one.act === 'move') elsewhere = !elsewhere
            models = after(models, one)

            const standing = await it.standing()
            expect(
              standing
                .map(({ absentId, substituteId, state }) => ({ absentId, substituteId, state }))
                .sort(byAbsent),
            ).toEqual(
              models
                .flatMap(({ substitute: has }, place) =>
                  has
                    ? {
                        absentId: seats[place]?.id ?? '',
                        substituteId: it.substitutes[has.who]?.id ?? '',
                        state: has.state,
                      }
                    : [],
                )
                .sort(byAbsent),
            )
            const meeting = (await it.meeting()) ?? expect.fail('no meeting')
            const forecast = await forecastOf(it.house, meeting)
            expect(forecast).toMatchObject(counted(models, { quorum, others }))
            states.add(forecast?.state ?? '')
          }
          const answers = await it.answers()
          expect(seats.map(({ id }) => answers.filter(({ person }) => person.id === id).length)).toEqual([
            1, 1, 1,
          ])
          expect(seats.map(({ id }) => answers.find(({ person }) => person.id === id)?.state)).toEqual(
            models.map(({ apology, coming }) => apology ?? (coming ? 'coming' : 'unanswered')),
          )
          // What has ended says so, and nobody is told twice of one thing.
          const rows = await it.all()
          expect(rows.filter(({ standing, endedAt }) => (standing === null) !== (endedAt !== null))).toEqual(
            [],
          )
          const keys = await it.ground.prisma.outboxMessage.findMany({
            where: { councilId: it.id, kind: 'substitution-line' },
            select: { wanted: true },
          })
          expect(keys.every(({ wanted }) => wanted === 1)).toBe(true)
          for (const chain of await verifyAudit(it.ground.prisma, it.id)) expect(chain.broken).toBeUndefined()
        },
      ),
      // Each state is reached, whatever chance brings.
      {
        numRuns: 15,
        examples: [
          [1, [alone('coming')]],
          [10, [alone('tender')]],
        ],
      },
    )
    expect(states).toEqual(new Set(['certain', 'likely', 'lost']))
  }, 300_000)
})

function byAbsent(one: { absentId: string }, other: { absentId: string }): number {
  return one.absentId < other.absentId ? -1 : 1
}
