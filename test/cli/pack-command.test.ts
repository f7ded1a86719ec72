import { readFile } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { deskCommands, runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { openHouses } from '../../src/database/houses.ts'
import { privateText } from '../../src/database/private-text.ts'
import { samplePath } from '../../src/sample/load-sample.ts'
import { describeWithDatabase } from '../support/databases.ts'
import { silentLog } from '../support/logs.ts'

const CLERK = 'marian.spekeworth@haverleigh.example'

describeWithDatabase('pack FILE --clerk E-MAIL', (database) => {
  async function run(args: readonly string[]) {
    const ground = {
      prisma: database().prisma,
      now: () => Temporal.Instant.from('2026-11-23T09:00:00Z'),
      onMessages: () => undefined,
    }
    const houses = openHouses({ ...ground, log: silentLog, privateText: privateText(Buffer.alloc(32)) })
    const command = deskCommands.find((one) => one.name === args[0])
    const brought = await command?.bring(args.slice(1), readFile)
    return runHandedCommand(args, brought ?? new Map(), { ground, houses, slack: withoutSlack })
  }
  const importSample = () => run(['import-committee', samplePath('committee.csv'), '--apply'])
  const packs = () => database().prisma.pack.findMany()
  const messages = () => database().prisma.outboxMessage.findMany({ where: { kind: 'pack-reading' } })

  test('a pack is read and waits for its clerk, who is told; without a clerk nothing is stored', async () => {
    expect((await importSample()).code).toBe(0)

    const stranger = await run([
      'pack',
      samplePath('agenda-pack.pdf'),
      '--clerk',
      'jo.ward@haverleigh.example',
    ])
    expect(stranger).toMatchObject({ code: 1, err: expect.stringContaining('is a clerk of a committee') })
    expect(await packs()).toEqual([])

    const given = await run(['pack', samplePath('agenda-pack.pdf'), '--clerk', CLERK.toUpperCase()])
    expect(given).toMatchObject({ code: 0, out: expect.stringContaining('Marian Spekeworth gets a message') })
    expect(await packs()).toMatchObject([
      { state: 'draft', fileName: 'agenda-pack.pdf', reading: { date: '2027-01-20', time: '10:00' } },
    ])
    expect(await messages()).toHaveLength(1)
  })

  test('a file that holds no agenda is handed over all the same, with the reason', async () => {
    await importSample()
    const given = await run(['pack', samplePath('committee.csv'), '--clerk', CLERK])
    expect(given).toMatchObject({ code: 0, out: expect.stringContaining('type the details') })
    expect((await packs()).map((pack) => pack.state)).toContain('unreadable')
  })

  test.each([
    [['pack']],
    [['pack', 'a.pdf']],
    [['pack', '--clerk', CLERK]],
    [['pack', 'a.pdf', 'b.pdf', '--clerk', CLERK]],
  ])('%j is answered with how to use it', async (args) => {
    expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining('Use: pack FILE') })
  })
})
