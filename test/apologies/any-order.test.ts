import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MemberState } from '../../src/apologies/rules.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { meetingAhead } from './answering.ts'

/** One answer, by the member or the clerk, to one of three members. */
const step = fc.record({
  member: fc.integer({ min: 0, max: 2 }),
  byClerk: fc.boolean(),
  answer: fc.constantFrom('coming', 'absent', 'late', 'leavingEarly', 'withdraw'),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What a member's answers come to: apologies in force, and whether they said that they will be there. */
interface Model {
  apology: 'absent' | 'late' | 'leavingEarly' | undefined
  coming: boolean
}

function taken(before: Model, answer: Step['answer']): Model | 'refused' {
  switch (answer) {
    case 'coming':
      return { apology: before.apology === 'absent' ? undefined : before.apology, coming: true }
    case 'withdraw':
      return before.apology === undefined ? 'refused' : { ...before, apology: undefined }
    default:
      return { apology: answer, coming: answer === 'absent' ? false : before.coming }
  }
}

function stateOf({ apology, coming }: Model): MemberState {
  return apology ?? (coming ? 'coming' : 'unanswered')
}

describeWithDatabase('answers in any order', (database) => {
  test('leave each seat in one state: the one that the last of them made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const stage = await meetingAhead(database())
        const seats = stage.members.slice(0, 3)
        const models: Model[] = seats.map(() => ({ apology: undefined, coming: false }))
        for (const { member, byClerk, answer } of steps) {
          const person = seats[member] ?? stage.member
          const how = byClerk ? { by: stage.clerk } : {}
          const outcome =
            answer === 'coming'
              ? await stage.coming(person, how)
              : answer === 'withdraw'
                ? await stage.withdraw(person, how)
                : await stage.tender(person, { ...how, kind: answer, reason: 'private' })
          const after = taken(models[member] ?? { apology: undefined, coming: false }, answer)
          expect(outcome.ok).toBe(after !== 'refused')
          if (after !== 'refused') models[member] = after
        }
        const answers = await stage.answers()
        expect(answers.map((it) => it.state)).toEqual([
          ...models.map(stateOf),
          ...stage.members.slice(3).map(() => 'unanswered'),
        ])
        // A reason stands with apologies in force and nowhere else; one row a member, whatever happened.
        expect(await stage.reasons()).toHaveLength(models.filter((it) => it.apology !== undefined).length)
        const members = (await stage.apologies()).map((it) => it.personId)
        expect(new Set(members).size).toBe(members.length)
        for (const chain of await verifyAudit(stage.ground.prisma, stage.id))
          expect(chain.broken).toBeUndefined()
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('at the same moment come one after another, and none is lost', async () => {
    const stage = await meetingAhead(database())
    await Promise.all(stage.members.map((member) => stage.tender(member, { by: stage.clerk })))
    await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        place % 2 === 0 ? stage.coming(stage.member) : stage.tender(stage.member, { reason: 'private' }),
      ),
    )
    const answers = await stage.answers()
    expect(answers.filter((it) => it.state === 'absent').length).toBeGreaterThanOrEqual(10)
    const own = answers.find((it) => it.person.id === stage.member.id)
    expect(own?.hasReason).toBe(own?.state === 'absent')
    const noted = (await stage.audit()).map(({ canonical }) => String(JSON.parse(canonical).what))
    expect(noted.filter((what) => what !== 'quorum.changed')).toHaveLength(17)
    const lists = (await stage.messages()).filter(({ kind }) => kind === 'clerks')
    expect(lists).toMatchObject([{ wanted: 17 }])
  })
})
