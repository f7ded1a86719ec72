import { beforeEach, describe, expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { verifyAudit } from '../../src/database/verify-audit.ts'
import { type InventedCouncil, inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

describeWithDatabase('an administrator’s settings', (database) => {
  let council: InventedCouncil
  let theirs: InventedCouncil
  let name: string
  beforeEach(async () => {
    const both = await inventTwoCouncils(database())
    council = both.ours
    theirs = both.theirs
    name = (await database().prisma.council.findUniqueOrThrow({ where: { id: council.id } })).name
  })

  const files = new Map([
    [
      'items.txt',
      Buffer.from('\uFEFF1. Apologies for absence\n2. Declarations of interest\n\nUrgent business\n'),
    ],
    ['empty.txt', Buffer.from('\n\n')],
    ['bad.txt', Buffer.from('Apologies\n(pages 9-2)\n')],
  ])
  const run = (...args: string[]) =>
    runHandedCommand(args, files, {
      ground: { prisma: database().prisma, now: council.clock.now, onMessages: () => undefined },
      slack: withoutSlack,
      houses: council.houses,
    })
  const at = () => ['--council', name]
  const audited = async (what: string) => {
    const { prisma } = database()
    expect((await verifyAudit(prisma, council.id)).filter(({ broken }) => broken)).toEqual([])
    const rows = await prisma.auditEntry.findMany({
      where: { councilId: council.id },
      orderBy: { id: 'asc' },
    })
    return rows.filter((row) => row.canonical.includes(`"what":"${what}"`)).length
  }

  describe('days', () => {
    test('adds a holiday, a closure over several days, lists both and takes them away', async () => {
      expect((await run('days', ...at())).out).toContain('no day is added')
      expect(await run('days', 'add', '2017-09-14', 'Day of mourning', '--holiday', ...at())).toMatchObject({
        code: 0,
        err: '',
      })
      await run('days', 'add', '2017-12-27', 'Christmas closure', '--closure', '--until=2017-12-29', ...at())
      const { out } = await run('days', ...at())
      expect(out).toContain('2017-09-14  holiday  Day of mourning (Thursday 14 September 2017)')
      expect(out.match(/Christmas closure/g)).toHaveLength(3)
      expect((await run('days', 'add', '2017-09-14', 'Day of mourning', '--holiday', ...at())).out).toContain(
        'Nothing to do',
      )
      expect(await audited('council.day-added')).toBe(4)
      expect((await run('days', 'remove', '2017-12-01', '--until', '2017-12-30', ...at())).out).toContain(
        '2017-12-28',
      )
      expect(await run('days', 'remove', '2017-12-28', ...at())).toMatchObject({ code: 1 })
      expect(await audited('council.day-removed')).toBe(3)
      expect(await database().prisma.addedDay.count({ where: { councilId: theirs.id } })).toBe(0)
    })

    test('are counted by clear-days for that council alone', async () => {
      const asked = ['clear-days', '--published', '2017-09-12', '--meeting', '2017-09-20']
      expect(await run(...asked, ...at())).toMatchObject({ code: 0 })
      await run('days', 'add', '2017-09-14', 'Day of mourning', '--holiday', ...at())
      await run('days', 'add', '2017-09-15', 'Staff day', '--closure', ...at())
      const { code, out } = await run(...asked, ...at())
      expect(code).toBe(1)
      expect(out).toContain('Thu 14 Sep (Day of mourning)')
      expect(out).toContain('Warning: the offices were closed on Fri 15 Sep (Staff day)')
      const json = JSON.parse((await run(...asked, `--council=${name}`, '--json')).out)
      expect(json).toMatchObject({
        nation: 'england',
        clearDays: 4,
        officesClosedOn: [{ date: '2017-09-15' }],
      })
      const other = (await database().prisma.council.findUniqueOrThrow({ where: { id: theirs.id } })).name
      expect(await run(...asked, '--council', other)).toMatchObject({ code: 0 })
    })

    test.each([
      [['add', '2017-02-30', 'x', '--holiday'], 'is no date'],
      [['add', '2017-09-14', 'x'], '--holiday or --closure'],
      [['add', '2017-09-14', '--holiday'], 'Something is missing'],
      [['add', '2017-09-14', 'x', '--holiday', '--until', '2017-09-13'], 'is before'],
      [['add', '2017-09-14', 'x', '--holiday', '--until', '2018-09-13'], 'More than 60 days'],
      [['remove'], 'Something is missing'],
      [['show'], '“show” is not understood'],
      [['--what'], 'has no option'],
    ])('%j is refused: %s', async (args, said) => {
      const { code, err } = await run('days', ...args)
      expect(code).toBe(2)
      expect(err).toContain(said)
      expect(err).toContain('Use: days')
    })

    test('ask which council where there are several, and know a mistyped one', async () => {
      expect((await run('days')).err).toContain('Say which council, with --council NAME')
      expect((await run('days', '--council', `${name}x`)).err).toContain(`Did you mean “${name}”?`)
    })
  })

  describe('privacy', () => {
    test('says for how long private text is kept, and sets it for that council alone', async () => {
      expect((await run('privacy', ...at())).out).toContain('kept for 90 days after the meeting')
      expect(await audited('council.privacy-set')).toBe(0)
      expect(await run('privacy', '--days', '30', ...at())).toMatchObject({
        code: 0,
        out: expect.stringContaining('kept for 30 days after the meeting'),
      })
      await run('privacy', '--days', '30', ...at())
      expect(await audited('council.privacy-set')).toBe(1)
      const { prisma } = database()
      expect((await prisma.council.findUniqueOrThrow({ where: { id: theirs.id } })).reasonDays).toBe(90)
    })

    test.each(['0', '3651', '-1', '1.5', 'soon'])('%s days are refused with what is meant', async (days) => {
      const { code, err } = await run('privacy', `--days=${days}`, ...at())
      expect(code).toBe(2)
      expect(err).toContain('give a number of days from 1 to 3650')
    })
  })

  describe('standing-items', () => {
    const committee = () => council.committee.name
    test('are taken from a file without their numbers, listed, and taken away', async () => {
      expect((await run('standing-items', committee(), ...at())).out).toContain('has no standing items')
      const set = await run('standing-items', committee(), '--file', 'items.txt', ...at())
      expect(set).toMatchObject({ code: 0, err: '' })
      expect(set.out).toContain(
        '1. Apologies for absence\n  2. Declarations of interest\n  3. Urgent business',
      )
      expect((await run('standing-items', committee(), '--file=items.txt', ...at())).out).toContain(
        'As before',
      )
      expect((await run('standing-items', committee(), '--none', ...at())).out).toContain('no standing items')
    })

    test.each([
      ['empty.txt', 'has no title in it'],
      ['bad.txt', 'line 2: there is no title'],
    ])('%s is refused: %s', async (file, said) => {
      const { code, err } = await run('standing-items', committee(), '--file', file, ...at())
      expect([code, err]).toEqual([1, expect.stringContaining(said)])
    })
  })

  describe('committee', () => {
    test('shows and sets lead times and whether openings are counted', async () => {
      const shown = await run('committee', council.committee.name, ...at())
      expect(shown.out).toMatch(/draft of a report {4}15[\s\S]*not counted/)
      const set = await run('committee', council.committee.name, '--draft', '20', '--openings=on', ...at())
      expect(set.out).toMatch(/draft of a report {4}20[\s\S]*final text {11}10[\s\S]*counted, never by name/)
      const row = await database().prisma.committee.findUniqueOrThrow({ where: { id: council.committee.id } })
      expect(row).toMatchObject({ draftLead: 20, finalLead: 10, countsOpenings: true })
      expect(await audited('committee.set')).toBe(1)
    })

    test.each([
      [['x', '--draft', '61'], 'from 0 to 60'],
      [['x', '--draft', 'soon'], 'from 0 to 60'],
      [['x', '--openings', 'yes'], 'give on or off'],
      [[], 'Something is missing'],
    ])('%j is refused: %s', async (args, said) => {
      const { code, err } = await run('committee', ...args)
      expect([code, err]).toEqual([2, expect.stringContaining(said)])
    })

    test('knows a mistyped name', async () => {
      expect((await run('committee', 'Wellbeing Scrutiny', ...at())).err).toContain('There is no committee')
    })
  })
})
