import { expect, test } from 'vitest'
import { sixMonthList } from '../../src/apologies/six-month-watch.ts'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

describeWithDatabase('import-attendance', (database) => {
  async function stage() {
    const { ours, theirs } = await inventTwoCouncils(database())
    const { prisma } = database()
    const email = `clerk-${ours.teamId.toLowerCase()}@underfell.example`
    await prisma.person.update({ where: { id: ours.clerk.id }, data: { email } })
    const run = (text: string, ...more: string[]) =>
      runHandedCommand(
        ['import-attendance', 'bodies.csv', '--clerk', email, ...more],
        new Map([['bodies.csv', Buffer.from(text)]]),
        {
          ground: { prisma, now: ours.clock.now, onMessages: () => undefined },
          slack: withoutSlack,
          houses: ours.houses,
        },
      )
    const attended = () => prisma.bodyAttendance.findMany({ where: { councilId: ours.id } })
    return { ours, theirs, run, attended }
  }
  const FILE = [
    'Body,Known until,Name,Date',
    'Underfell Fire Authority,31/08/2017,Cllr Ottilie Brandreth,2017-08-10',
    'Underfell Fire Authority,,Hamish Ferncastle,10/08/2017',
    'underfell fire authority,,Ottilie Brandreth,2017-08-10',
    'Joint Health Board,2017-07-31,,',
  ].join('\r\n')

  test('shows first, then adds, and adds nothing the second time', async () => {
    const { ours, theirs, run, attended } = await stage()
    const shown = await run(FILE)
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out).toContain('Underfell Fire Authority (new): known until Thursday 31 August 2017')
    expect(shown.out).toContain(
      '+ Councillor Ottilie Brandreth attended Underfell Fire Authority on Thursday 10 August 2017',
    )
    expect(shown.out).toContain('Nothing is changed yet')
    expect(await attended()).toEqual([])
    expect((await run(FILE, '--apply')).out).toContain('Imported: 2 attendances.')
    expect((await run(FILE, '--apply')).out).toContain('Imported: 0 attendances.')
    expect(await attended()).toHaveLength(2)
    const { councillors, bodies } = await sixMonthList(ours.house, '2017-09-06')
    expect(councillors.find(({ personId }) => personId === ours.chair.id)).toMatchObject({
      last: { date: '2017-08-10', at: 'Underfell Fire Authority' },
      watch: { expiry: '2018-02-10' },
    })
    expect(bodies.map(({ knownUntil }) => knownUntil)).toEqual(['2017-07-31', '2017-08-31'])
    expect((await sixMonthList(theirs.house, '2017-09-06')).bodies).toEqual([])
  })

  test('says every line that has to be mended, and imports nothing then', async () => {
    const { run, attended } = await stage()
    const { code, err } = await run(
      [
        'body,known_until,name,email,date,counts',
        'Fire Authority,2017-08-31,Nobody Atall,,2017-08-10,',
        'Fire Authority,,Ottilie Brandreth,,31/02/2017,',
        'Fire Authority,,Ottilie Brandreth,,2017-09-07,perhaps',
        ',,Ottilie Brandreth,,2017-08-01,',
        'Fire Authority,,Ottilie Brandreth,,,',
      ].join('\n'),
      '--apply',
    )
    expect(code).toBe(1)
    for (const said of [
      '“31/02/2017” is no date',
      'write yes or no',
      'the body is missing',
      'when did Ottilie Brandreth attend?',
    ])
      expect(err).toContain(said)
    const second = await run(
      [
        'body;known_until;name;email;date',
        'Fire Authority;2017-08-31;Nobody Atall;;2017-08-10',
        'Fire Authority;;Ottilie Brandreth;;2017-09-01',
        'Fire Authority;;Ottilie Brandreth;;2017-09-07',
      ].join('\n'),
      '--apply',
    )
    expect(second.err).toContain('line 2: nobody called Nobody Atall')
    expect(second.err).toContain('line 3: Friday 1 September 2017 is later than')
    expect(second.err).toContain('line 4: Thursday 7 September 2017 is still to come')
    expect(await attended()).toEqual([])
  })

  test('says how it is called, and whose address it needs', async () => {
    const { ours, run } = await stage()
    expect(await run('name,date\nA,2017-01-01')).toMatchObject({ code: 1 })
    expect((await run(FILE, '--now')).err).toContain('import-attendance has no option “--now”')
    const other = await runHandedCommand(
      ['import-attendance', 'x.csv', '--clerk', 'nobody@underfell.example'],
      new Map(),
      {
        ground: { prisma: database().prisma, now: ours.clock.now, onMessages: () => undefined },
        slack: withoutSlack,
        houses: ours.houses,
      },
    )
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('is a clerk of a committee') })
  })
})
