import { beforeEach, describe, expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { councilCode } from '../../src/interests/council-code.ts'
import { isMonitoringOfficer } from '../../src/interests/read-interests.ts'
import { type InventedCouncil, inventTwoCouncils } from '../support/council.ts'
import { embeddedDatabase, useDatabase } from '../support/databases.ts'

const database = useDatabase(embeddedDatabase)

describe('code', () => {
  let council: InventedCouncil
  let theirs: InventedCouncil
  let name: string
  beforeEach(async () => {
    const both = await inventTwoCouncils(database())
    council = both.ours
    theirs = both.theirs
    name = (await database().prisma.council.findUniqueOrThrow({ where: { id: council.id } })).name
  })
  const run = (...args: string[]) =>
    runHandedCommand(['code', ...args, '--council', name], new Map(), {
      ground: { prisma: database().prisma, now: council.clock.now, onMessages: () => undefined },
      slack: withoutSlack,
      houses: council.houses,
    })

  test('names a kind as the council does, makes it lighter where statute does not decide, and goes back', async () => {
    expect((await run('--kind', 'ori', '--name', 'Other disclosable interest')).out).toContain(
      'ori           Other disclosable interest (asPublic)',
    )
    expect((await run('--kind', 'nri', '--bars', 'nothing')).code).toBe(0)
    expect((await run('--kind', 'affected', '--none')).out).toContain('not in the council’s code')
    const code = await councilCode(council.house)
    expect(code.names.get('ori')).toBe('Other disclosable interest')
    expect(code.kinds.find((kind) => kind.id === 'nri')?.bars).toBe('nothing')
    expect(code.kinds.map((kind) => kind.id)).not.toContain('affected')
    await run('--kind', 'affected', '--usual')
    expect((await councilCode(council.house)).kinds.map((kind) => kind.id)).toContain('affected')
    expect((await councilCode(theirs.house)).names.size).toBe(0)
  })

  test('refuses what statute decides, and what the nation’s code has not', async () => {
    expect(await run('--kind', 'dpi', '--bars', 'vote')).toMatchObject({
      code: 1,
      err: expect.stringContaining('statute decides'),
    })
    expect((await run('--kind', 'prejudicial', '--name', 'X')).err).toContain('no such interest')
    expect((await councilCode(council.house)).kinds.find((kind) => kind.id === 'dpi')?.bars).toBe('all')
  })

  test('sets standing orders and the whip', async () => {
    await run('--leave-room', 'off', '--whip', 'off')
    expect(await councilCode(council.house)).toMatchObject({ leavesRoom: false, whip: { asks: false } })
    expect((await run('--whip', 'usual')).out).toContain('as usual in the nation')
  })

  test('says who the Monitoring Officer is, of people who are there', async () => {
    const { prisma } = database()
    await prisma.person.update({
      where: { id: council.outsider.id, councilId: council.id },
      data: { email: 'z.norcross@underfell.example' },
    })
    expect((await run('--officer', 'Z.Norcross@underfell.example')).out).toContain('Ms Zadie Norcross')
    expect(await isMonitoringOfficer(council.house, council.outsider.id)).toBe(true)
    expect((await run('--officer', 'nobody@underfell.example')).err).toContain('Import them')
    expect((await run('--not-officer', 'z.norcross@underfell.example')).out).toContain('nobody yet')
    const rows = await prisma.auditEntry.findMany({
      where: { councilId: council.id },
      orderBy: { id: 'asc' },
    })
    expect(rows.filter((row) => row.canonical.includes('"what":"council.duty-given"'))).toHaveLength(1)
  })

  test.each([
    [['--kind', 'xyz', '--name', 'X'], 'There is no kind “xyz”'],
    [['--name', 'X'], 'name it with --kind'],
    [['--kind', 'ori'], '--kind needs one of'],
    [['--kind', 'ori', '--bars', 'much'], '--bars is one of'],
    [['--leave-room', 'maybe'], '--leave-room is not “maybe”'],
    [['more'], '“more” is not understood'],
  ])('%j: %s', async (args, said) => {
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(err).toContain('Use: code')
  })
})
