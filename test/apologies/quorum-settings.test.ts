import { describe, expect, test } from 'vitest'
import { quorumSubmitted } from '../../src/apologies/quorum-form.ts'
import { quorumSettings, setQuorum } from '../../src/apologies/quorum-settings.ts'
import { showBegunOrOver } from '../../src/reminders/show-begun-or-over.ts'
import { ids } from '../../src/slack/ids.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

const { field } = ids.quorum

describe('the form of a quorum', () => {
  test('takes a number, a fraction, or both', () => {
    expect(quorumSubmitted({ [field.least]: '3', [field.fraction]: '1 / 4' })).toMatchObject({
      ok: true,
      value: {
        least: 3,
        fraction: { numerator: 1, denominator: 4 },
        base: 'wholeMembership',
        rounding: 'up',
      },
    })
    expect(quorumSubmitted({})).toMatchObject({ ok: true, value: { least: undefined, fraction: undefined } })
  })

  test.each([
    [field.least, 'three'],
    [field.least, '0'],
    [field.least, '201'],
    [field.fraction, '5/4'],
    [field.fraction, '0/4'],
    [field.fraction, 'a quarter'],
    [field.wait, '-1'],
    [field.wait, '241'],
  ])('says what is wrong at %s with “%s”', (id, said) => {
    const submitted = quorumSubmitted({ [id]: said })
    expect(submitted.ok ? [] : Object.keys(submitted.refusal.errors)).toEqual([id])
  })
})

describeWithDatabase('setting a quorum', (database) => {
  test('is for the committee’s clerks, of their own council, and moves the forecasts at once', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    await ours.meeting()
    const before = await quorumSettings(ours.house, ours.committee.id)
    const act = { committeeId: ours.committee.id, settings: { ...before, least: 11 } }
    for (const by of [ours.member, ours.second.clerk])
      expect(await setQuorum(ours.house, { ...act, by: by.id })).toMatchObject({ ok: false })
    expect(await setQuorum(theirs.house, { ...act, by: theirs.clerk.id })).toMatchObject({ ok: false })
    expect(await setQuorum(ours.house, { ...act, by: ours.clerk.id })).toMatchObject({
      ok: true,
      value: { quorum: { number: 11 } },
    })
    const { prisma } = ours.ground
    const told = await prisma.outboxMessage.findMany({
      where: { councilId: ours.id, kind: 'quorum-change' },
    })
    // Ten seats count: eleven can never be there.
    expect(told.map(({ slot }) => slot.split('/').slice(2))).toEqual([['likely', 'lost']])
  })

  test('a list of before the beginning is refreshed once when the meeting has begun', async () => {
    const { ours } = await inventTwoCouncils(database())
    const meetingId = await ours.meeting()
    const { prisma } = ours.ground
    const list = await prisma.outboxMessage.create({
      data: {
        councilId: ours.id,
        key: `clerks/${meetingId}`,
        kind: 'clerks',
        subject: meetingId,
        recipient: `channel:${ours.committee.clerksChannelId}`,
        state: 'sent',
        shown: 1,
        dueAt: new Date('2017-09-12T08:00:00Z'),
      },
    })
    const wanted = async () =>
      (await prisma.outboxMessage.findUniqueOrThrow({ where: { id: list.id } })).wanted
    expect(await showBegunOrOver(ours.house)).toBe(0)
    ours.clock.advance({ hours: 24 * 14 + 2 })
    expect(await showBegunOrOver(ours.house)).toBe(1)
    expect(await showBegunOrOver(ours.house)).toBe(0)
    expect(await wanted()).toBe(2)
  })
})
