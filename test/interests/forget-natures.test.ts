import { describe, expect, test } from 'vitest'
import { setReasonDays } from '../../src/apologies/keep-reasons.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { forgetNatures } from '../../src/interests/forget-natures.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { declaring, NATURE } from './declaring.ts'

describeWithDatabase('in what an interest lies', (database) => {
  /** One of two members who gave notice leaves the council at the end of this day. */
  async function leaving() {
    const it = await declaring(database())
    await it.declare(it.member, { items: [2] })
    await it.declare(it.anotherMember, { items: [3] })
    const of = { councilId: it.id, personId: it.member.id }
    await it.ground.prisma.seatOccupancy.updateMany({
      where: of,
      data: { until: new Date(it.clock.now().epochMilliseconds) },
    })
    return { ...it, of }
  }

  describe('of somebody who has left the council', () => {
    test('is deleted once the days have passed for which private text is kept, and the notice stays', async () => {
      const { house, clock, natures, notices, id, member, ground } = await leaving()
      clock.advance({ hours: 24 * 90 })
      expect(await forgetNatures(house)).toBe(0)
      clock.advance({ hours: 24 * 2 })
      expect(await forgetNatures(house)).toBe(1)
      expect(await forgetNatures(house)).toBe(0)
      expect(await natures()).toHaveLength(1)
      expect(await notices()).toHaveLength(2)
      const noted = (
        await ground.prisma.auditEntry.findMany({ where: { councilId: id }, orderBy: { id: 'asc' } })
      ).filter(({ canonical }) => canonical.includes('interests.natures-forgotten'))
      expect(noted.map(({ canonical }) => JSON.parse(canonical).facts)).toEqual([
        { member: member.id, natures: 1 },
      ])
      expect(JSON.stringify(noted)).not.toContain(NATURE)
      for (const chain of await verifyAudit(ground.prisma, id)) expect(chain.broken).toBeUndefined()
    })

    test('is kept where they sit again before that', async () => {
      const { house, clock, natures, of, ground } = await leaving()
      const { seatId } = await ground.prisma.seatOccupancy.findFirstOrThrow({ where: of })
      await ground.prisma.seatOccupancy.create({ data: { ...of, seatId, since: new Date('2017-10-01') } })
      clock.advance({ hours: 24 * 400 })
      expect(await forgetNatures(house)).toBe(0)
      expect(await natures()).toHaveLength(2)
    })

    test('is deleted sooner where the council keeps private text for less long', async () => {
      const { house, clock, natures } = await leaving()
      await setReasonDays(house, { by: 'operator', days: 5 })
      clock.advance({ hours: 24 * 7 })
      expect(await forgetNatures(house)).toBe(1)
      expect(await natures()).toHaveLength(1)
    })
  })

  test('is left alone in another council', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const it = await declaring(database(), theirs)
    await it.declare(it.member, { items: [2] })
    await it.ground.prisma.seatOccupancy.updateMany({
      where: { councilId: it.id },
      data: { until: new Date('2017-05-02') },
    })
    expect(await forgetNatures(ours.house)).toBe(0)
    expect(await it.natures()).toHaveLength(1)
    expect(await forgetNatures(it.house)).toBe(1)
  })
})
