import { describe, expect, test } from 'vitest'
import { columnOfDate } from '../../src/calendar/civil.ts'
import { type ChangeModel, changeLine } from '../../src/cards/change-view.ts'
import { renderers } from '../../src/cards/renderers.ts'
import { words } from '../../src/cards/words.en.ts'
import { outgoingOf } from '../../src/delivery/outgoing-message.ts'
import { changing } from '../meetings/changing.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { readable } from '../support/shown.ts'
import { allEscaped, expectShowable, longCommittee, longPerson } from '../support/worst-case.ts'

describeWithDatabase('the line about a change, rendered when it is sent,', (database) => {
  async function stage(given?: Parameters<typeof changing>[1]) {
    const it = await changing(database(), given)
    /** What the line about this change says now to somebody; in the channel when to nobody. */
    const line = async (number: number, personId?: string) => {
      const recipient = personId ? `person:${personId}` : `channel:${it.committee.channelId}`
      const row = (await it.lines()).find((one) => one.slot === `${number}` && one.recipient === recipient)
      if (!row) return 'no such line'
      const rendering = await renderers.get(row.kind)?.(it.house, outgoingOf(row))
      if (!rendering) throw new Error('no renderer')
      if ('drop' in rendering) return `dropped: ${rendering.drop}`
      expectShowable(rendering.post)
      return readable(rendering.post)
    }
    return { ...it, line }
  }

  test('says what changed, from what to what, why, and whom to ask', async () => {
    const { change, line, move } = await stage()
    await change({ ...move, reason: 'The Chair <!channel> asked for it' })
    expect(await line(1)).toMatchInlineSnapshot(`
      ":calendar: *Moved:* Wellbeing &amp; Care Scrutiny Committee, from Wednesday 20 September, 10 am, to Wednesday 27 September 2017, 2 pm. Place: Committee Room 3, no longer Committee Room 2.
      *Why:* The Chair &lt;!channel&gt; asked for it
      Questions about the meeting: Ines Penhaligon, Tobias Wraxall"
    `)
  })

  test('asks a member afresh for the new day, until they have answered', async () => {
    const { change, move, restore, line, member, anotherMember, tender, coming, withdraw } = await stage()
    await coming(member)
    await change(move)
    const asks = /\*Will you be there on the new day\?\*.*\n\[I’ll be there\] \[Send apologies\]/
    expect(await line(1, member.id)).toMatch(asks)
    await tender(member, { reason: 'a hospital appointment' })
    expect(await line(1, member.id)).toContain('*You have sent your apologies.*')
    expect(await line(1, member.id)).not.toMatch(/hospital|I’ll be there/)
    expect(await line(1, anotherMember.id)).toMatch(asks)
    await withdraw(member)
    expect(await line(1, member.id)).toMatch(asks)
    expect(await line(1)).not.toContain('Will you be there')
    // Another time or a cancellation asks nothing.
    await change({ ...move, startTime: '15:00' })
    expect(await line(2, member.id)).not.toContain('Will you be there')
    await change(restore)
    expect(await line(3, member.id)).toMatch(asks)
    await change({ to: 'cancelled' })
    for (const number of [1, 2, 3, 4]) expect(await line(number, member.id)).not.toContain('[')
  })

  test('reads true each, when several changes pile up before any is sent', async () => {
    const { change, move, restore, line, member } = await stage()
    await change(move)
    await change({ to: 'postponed' })
    await change({ to: 'cancelled', reason: 'Snow' })
    const lines = [await line(1, member.id), await line(2, member.id), await line(3, member.id)]
    expect(lines[0]).toMatch(
      /\*Moved:\* .* from Wednesday 20 September, 10 am, to Wednesday 27 September 2017, 2 pm/,
    )
    expect(lines[1]).toMatch(/\*Postponed:\* .*, Wednesday 27 September 2017, 2 pm\. A new date will be sent/)
    for (const overtaken of lines.slice(0, 2))
      expect(overtaken).toContain('*Changed again since:* it is now cancelled.')
    expect(lines[2]).toMatch(/\*Cancelled:\* .*, Wednesday 27 September 2017, 2 pm\.\n\*Why:\* Snow/)
    expect(lines[2]).not.toContain('Changed again')
    await change(restore)
    expect(await line(3, member.id)).toContain(
      'it is now on Wednesday 20 September 2017, 10 am, Committee Room 2.',
    )
  })

  test('goes to nobody who has left the committee meanwhile, and to whoever left between the days', async () => {
    const { change, move, line, member, anotherMember, ground, id } = await stage()
    await change(move)
    const until = (personId: string, date: string) =>
      ground.prisma.seatOccupancy.updateMany({
        where: { councilId: id, personId },
        data: { until: columnOfDate(date) },
      })
    await until(member.id, '2017-09-06')
    await until(anotherMember.id, '2017-09-21')
    expect(await line(1, member.id)).toBe('dropped: not-a-member')
    const told = await line(1, anotherMember.id)
    expect(told).toContain('*Moved:*')
    expect(told).not.toContain('Will you be there')
  })

  test('goes to no channel that is no longer the committee’s', async () => {
    const { change, line, ground, id } = await stage()
    await change({ to: 'cancelled' })
    await ground.prisma.committee.updateMany({ where: { councilId: id }, data: { channelId: 'CELSEWHERE' } })
    expect(await line(1)).toBe('dropped: other-channel')
  })

  test('is dropped when it is about another council’s meeting', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const there = await changing(database(), theirs)
    await there.change({ to: 'cancelled' })
    for (const row of await there.lines()) {
      const rendering = await renderers.get(row.kind)?.(ours.house, outgoingOf(row))
      expect(rendering).toEqual({ drop: 'meeting-gone' })
    }
  })

  test('asks nothing once the new day is past', async () => {
    const { change, move, line, member, clock } = await stage()
    await change(move)
    clock.advance({ hours: 24 * 30 })
    expect(await line(1, member.id)).not.toContain('[')
  })
})

describe('the line about a change', () => {
  const face = { state: 'scheduled' as const, date: '2017-09-20', startTime: '10:00', venue: allEscaped(200) }
  const model: ChangeModel = {
    meetingId: '0198f0c2-7a10-7000-8000-0000000000a1',
    committeeName: longCommittee,
    change: {
      kinds: ['restored', 'moved', 'time', 'room'],
      before: { ...face, state: 'cancelled' },
      after: { ...face, date: '2018-09-20', startTime: '14:00', venue: allEscaped(199) },
      reason: allEscaped(400),
    },
    overtakenBy: face,
    answer: { state: 'unanswered', at: undefined, timeZone: 'Europe/London' },
    clerks: Array.from({ length: 20 }, (_, place) => longPerson(place)),
  }

  test('is taken by Slack at its worst', () => {
    expectShowable(changeLine(model, words))
    expectShowable(changeLine({ ...model, overtakenBy: undefined, answer: undefined }, words))
  })
})
