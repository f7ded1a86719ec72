import { expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { importTrackerCommand } from '../../src/cli/import-tracker-command.ts'
import { inventTwoCouncils } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

const FILE = [
  'Ref,Recommendation,Lead officer,By when,Status',
  'SR 01,That benches be mended,Tobias Wraxall,End Feb 2017,COMPLETED',
  'SR 02,That gulls be counted,,Half Termly,',
].join('\r\n')

describeWithDatabase('import-tracker', (database) => {
  async function stage() {
    const { ours } = await inventTwoCouncils(database())
    const { name: council } = await database().prisma.council.findUniqueOrThrow({ where: { id: ours.id } })
    const run = async (text: string, ...options: string[]) => {
      const args = ['tracker.csv', '--committee', ours.committee.name, '--council', council, ...options]
      const files = await importTrackerCommand.bring(args, async () => Buffer.from(text))
      return runHandedCommand(['import-tracker', ...args], files, {
        ground: { prisma: database().prisma, now: ours.clock.now, onMessages: () => undefined },
        slack: withoutSlack,
        houses: ours.houses,
      })
    }
    const count = () => ours.house.db.trackerRow.count({ where: { councilId: ours.id } })
    return { ours, run, count }
  }

  test('shows first what is new, then takes it over, and once', async () => {
    const { run, count } = await stage()
    const shown = await run(FILE)
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out).toContain('2 new · 0 changed')
    expect(shown.out).toContain('“End Feb 2017”: Tuesday 28 February 2017; COMPLETED; proposed complete')
    expect(shown.out).toContain('Nothing is changed. With --apply it is taken over.')
    expect(await count()).toBe(0)
    expect((await run(FILE, '--apply')).out).toContain('2 rows taken over, 0 changed.')
    expect(await run(FILE, '--apply')).toMatchObject({ code: 0, err: '' })
    expect(await count()).toBe(2)
  })

  test('says what a file lacks, and how the command is called', async () => {
    const { run, count } = await stage()
    const none = await run('Name,Telephone\r\nA,1')
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('No table in tracker.csv is a tracker')
    const strange = await run(FILE, '--kind', 'wish')
    expect(strange.code).toBe(2)
    expect(strange.err).toContain('--kind is one of: recommendation, information, action.')
    expect((await run(FILE, '--take')).code).toBe(2)
    expect(await count()).toBe(0)
  })
})
