import { Temporal } from 'temporal-polyfill'
import { v7 as newId } from 'uuid'
import { expect, test } from 'vitest'
import { canonicalText, chainHash } from '../../src/database/audit.ts'
import { transact } from '../../src/database/transact.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { describeEveryDatabase } from '../support/databases.ts'

describeEveryDatabase('the audit trail', (database) => {
  async function councilWithTrail() {
    const { prisma } = database()
    const council = await prisma.council.create({ data: { name: newId(), nation: 'england' } })
    const committee = newId()
    const ground = {
      prisma,
      councilId: council.id,
      now: () => Temporal.Instant.from('2026-05-20T09:00:00Z'),
      onMessages: () => undefined,
    }
    for (const round of [1, 2, 3])
      await transact(ground, 'operator', async (tx) => {
        tx.audit('test.noted', { round }, committee)
        tx.audit('test.noted', { round })
      })
    const where = { councilId: council.id, chain: { scope: committee } }
    const verdict = async () => {
      const verdicts = await verifyAudit(prisma, council.id)
      expect(verdicts[0]).toMatchObject({ scope: 'council', length: 3, broken: undefined })
      return verdicts[1]?.broken
    }
    return { prisma, where, verdict, committee, councilId: council.id }
  }

  test('holds when nobody touched it', async () => {
    const { verdict } = await councilWithTrail()
    expect(await verdict()).toBeUndefined()
  })

  test('shows an altered entry', async () => {
    const { prisma, where, verdict } = await councilWithTrail()
    await prisma.auditEntry.updateMany({ where: { ...where, sequence: 2 }, data: { canonical: '{}' } })
    expect(await verdict()).toEqual({ at: 2, how: 'altered' })
  })

  test('shows an entry altered with its hash', async () => {
    const { prisma, where, verdict } = await councilWithTrail()
    const entry = await prisma.auditEntry.findFirstOrThrow({ where: { ...where, sequence: 2 } })
    const canonical = entry.canonical.replace('"round":2', '"round":9')
    const hash = chainHash(entry.previous, canonical)
    await prisma.auditEntry.update({
      where: { id: entry.id, councilId: entry.councilId },
      data: { canonical, hash },
    })
    expect(await verdict()).toEqual({ at: 3, how: 'unlinked' })
  })

  test.each([
    ['in the middle', 2, { at: 2, how: 'missing' }],
    ['at the end', 3, { at: 3, how: 'missing' }],
  ])('shows an entry deleted %s', async (_where, sequence, broken) => {
    const { prisma, where, verdict } = await councilWithTrail()
    await prisma.auditEntry.deleteMany({ where: { ...where, sequence } })
    expect(await verdict()).toEqual(broken)
  })

  test('shows the last entry deleted and the end moved back', async () => {
    const { prisma, where, verdict, committee, councilId } = await councilWithTrail()
    await prisma.auditEntry.deleteMany({ where: { ...where, sequence: 3 } })
    await prisma.auditChain.updateMany({ where: { councilId, scope: committee }, data: { length: 2 } })
    expect(await verdict()).toEqual({ at: 2, how: 'head' })
  })

  test('shows an entry added behind its back', async () => {
    const { prisma, where, verdict } = await councilWithTrail()
    const last = await prisma.auditEntry.findFirstOrThrow({ where: { ...where, sequence: 3 } })
    const { id: _, ...copy } = last
    await prisma.auditEntry.create({ data: { ...copy, sequence: 4 } })
    expect(await verdict()).toEqual({ at: 4, how: 'beyond-head' })
  })

  test('shows genuine text that belongs to another place', async () => {
    const { prisma, where, verdict, committee, councilId } = await councilWithTrail()
    const last = await prisma.auditEntry.findFirstOrThrow({ where: { ...where, sequence: 3 } })
    const text: unknown = JSON.parse(last.canonical)
    const canonical = canonicalText({ ...(typeof text === 'object' ? text : {}), council: newId() })
    const hash = chainHash(last.previous, canonical)
    await prisma.auditEntry.update({ where: { id: last.id, councilId }, data: { canonical, hash } })
    await prisma.auditChain.updateMany({ where: { councilId, scope: committee }, data: { head: hash } })
    expect(await verdict()).toEqual({ at: 3, how: 'moved' })
  })
})
