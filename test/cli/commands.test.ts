import { Temporal } from 'temporal-polyfill'
import { beforeEach, expect, test } from 'vitest'
import { deskCommands, runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { allCouncils } from '../../src/committees/councils.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { csv, inventedRows, type Row } from '../committees/invented-committee.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

describeWithDatabase('a command', (database) => {
  let name: string
  let count = 0
  beforeEach(() => {
    count += 1
    name = `Exmoor Vale Council ${count}`
  })

  function running(args: readonly string[], rows: readonly Row[] = inventedRows) {
    const [first, ...others] = rows
    const file = csv([{ ...first, council: name }, ...others])
    const ground = {
      prisma: database().prisma,
      now: () => Temporal.Instant.from('2026-05-20T09:00:00Z'),
      onMessages: () => undefined,
    }
    const houses = openHouses({ ...ground, log: silentLog, privateText: privateText(Buffer.alloc(32)) })
    return runHandedCommand(args, new Map([['committee.csv', file]]), { ground, houses, slack: withoutSlack })
  }

  const stored = async () => (await allCouncils(database().prisma)).some((council) => council.name === name)

  test('import-committee shows what would change and changes nothing', async () => {
    const { code, out, err } = await running(['import-committee', 'committee.csv'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('New committee: Wellbeing Scrutiny Committee, quorum 3')
    expect(out).toContain('Seat 1: Councillor Ada Quill takes it, Chair')
    expect(out).toContain('Slack is not set up here')
    expect(out).toContain('run the command again with --apply')
    expect(await stored()).toBe(false)
  })

  test('import-committee --apply makes the changes, and the second time there are none', async () => {
    expect((await running(['import-committee', 'committee.csv', '--apply'])).out).toContain('changes made:')
    expect((await running(['import-committee', 'committee.csv', '--apply'])).out).toContain(
      'Nothing to change',
    )
  })

  test('import-committee names the problems of a file and changes nothing', async () => {
    const rows = [...inventedRows, { name: 'Kit Sorrel', role: 'mayor' }]
    const { code, out, err } = await running(['import-committee', 'committee.csv', '--apply'], rows)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('Line 12, column role: “mayor” is not known here')
    expect(await stored()).toBe(false)
  })

  test('audit says for every chain of every council whether it holds', async () => {
    await running(['import-committee', 'committee.csv', '--apply'])
    const { code, out } = await running(['audit'])
    expect(code).toBe(0)
    expect(out).toMatch(/OK {6}the council: \d+ entries/)
    expect(out).toMatch(/OK {6}Wellbeing Scrutiny Committee: \d+ entries/)
    expect(out).toContain('Every chain holds.')
  })

  test('audit names the broken chain and entry', async () => {
    await running(['import-committee', 'committee.csv', '--apply'])
    const { prisma } = database()
    const council = (await allCouncils(prisma)).find((one) => one.name === name)
    const where = { councilId: council?.id ?? '', sequence: 2, chain: { scope: { not: 'council' } } }
    await prisma.auditEntry.updateMany({ where, data: { canonical: '{}' } })
    const { code, out } = await running(['audit'])
    expect(code).toBe(1)
    expect(out).toMatch(/BROKEN {2}Wellbeing Scrutiny Committee: entry 2 of \d+, its text is not/)
    await prisma.auditEntry.deleteMany({ where: { councilId: council?.id ?? '' } })
    await prisma.auditChain.deleteMany({ where: { councilId: council?.id ?? '' } })
  })

  test.each([
    [['import-committee']],
    [['import-committee', 'one.csv', 'two.csv']],
    [['import-committee', 'committee.csv', '--aply']],
    [['audit', 'everything']],
  ])('%j is explained and exits with 2', async (args) => {
    const { code, err } = await running(args)
    expect(code).toBe(2)
    expect(err).not.toBe('')
  })
})

test('every command says what it takes and does', () => {
  for (const command of deskCommands) expect(command.does).not.toBe('')
})
