import { expect, test } from 'vitest'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { codeOf, declaring, NATURE } from './declaring.ts'

describeWithDatabase('who may see a notice', (database) => {
  const ahead = () => declaring(database())

  test('the clerks of the committee and the Monitoring Officer, natures included; that they looked is noted', async () => {
    const {
      declare,
      read,
      member,
      clerk,
      otherClerk,
      outsider,
      officer,
      audit,
      whip,
      nothing,
      anotherMember,
    } = await ahead()
    await declare(member, { items: [2] })
    await declare(member, { items: [3], sensitive: true })
    await whip(member, [1])
    await nothing(anotherMember)
    const monitoring = await officer(outsider)
    for (const reader of [clerk, otherClerk, monitoring]) {
      const outcome = await read(reader)
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          interests: [
            {
              memberName: 'Councillor Priya Ravensworth',
              nature: NATURE,
              effect: { speaking: 'no', mayVote: false },
            },
            { sensitive: true, nature: undefined },
          ],
          whips: [{ nature: 'To support the motion', effect: { mayVote: true } }],
          nothing: ['Councillor Callum Stoneleigh'],
          isClerk: reader !== monitoring,
        },
      })
    }
    const reads = (await audit()).filter((entry) => entry.what === 'interests.read')
    expect(reads.map((entry) => entry.by)).toEqual([clerk.id, otherClerk.id, monitoring.id])
    expect(JSON.stringify(reads)).not.toContain('surgery')
  })

  test('nobody else: no other member, no clerk of another committee, no Chair', async () => {
    const { declare, read, member, anotherMember, chair, second, outsider } = await ahead()
    await declare(member, { items: [2] })
    for (const nobody of [member, anotherMember, chair, second.clerk, second.member, outsider])
      expect(codeOf(await read(nobody))).toBe('not-a-reader')
  })

  test('one council never sees another’s', async () => {
    const { ours, theirs } = await inventTwoCouncils(database())
    const [mine, other] = [await declaring(database(), ours), await declaring(database(), theirs)]
    await mine.declare(mine.member, { items: [2] })
    const [notice] = await mine.notices()
    expect(codeOf(await other.read(other.clerk, mine.meetingId))).toBe('meeting-gone')
    expect(codeOf(await other.nothing(other.member, { meetingId: mine.meetingId }))).toBe('meeting-gone')
    expect(codeOf(await other.withdraw(other.member, notice?.id ?? ''))).toBe('notice-gone')
    const { value } = { value: undefined, ...(await mine.dispense(mine.clerk)) }
    const dispensationId = value?.id
    expect(
      codeOf(
        await other.declare(other.member, { items: [2], ...(dispensationId ? { dispensationId } : {}) }),
      ),
    ).toBe('no-leave')
    expect(codeOf(await other.revoke(other.clerk, dispensationId ?? ''))).toBe('dispensation-gone')
  })

  test('a nature that opens no more hides nothing else', async () => {
    const { declare, read, member, clerk, ground, id, logged } = await ahead()
    await declare(member, { items: [2, 3] })
    const [first] = await ground.prisma.interestNature.findMany({ where: { councilId: id } })
    await ground.prisma.interestNature.update({
      where: { id: first?.id ?? '', councilId: id },
      data: { sealed: 'v1.AAAA.AAAAAAAAAAAAAAAAAAAAAA==.AAAA' },
    })
    const outcome = await read(clerk)
    const natures = outcome.ok ? outcome.value.interests.map((it) => [it.nature, it.isUnopened]) : []
    expect(natures).toContainEqual([undefined, true])
    expect(natures).toContainEqual([NATURE, false])
    expect(logged.some((line) => String(line['msg']).includes('a sealed nature does not open'))).toBe(true)
  })
})
