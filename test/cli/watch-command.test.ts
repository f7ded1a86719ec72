import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { type InventedCouncil, inventCouncil } from '../support/council.ts'
import { describeWithDatabase } from '../support/databases.ts'

const ADDRESS = 'https://democracy.underfell.example/modgov/mgCommitteeDetails.aspx?ID=144&bcr=1'
const NAME = 'wellbeing and care scrutiny committee'

describeWithDatabase('watch', (database) => {
  let council: InventedCouncil
  beforeEach(async () => {
    council = await inventCouncil(database())
  })
  const run = (...args: string[]) => {
    const { ground, houses, id } = council
    // Other tests' councils share the database.
    const ours = { ...houses, all: async () => [await houses.of(id)] }
    return runHandedCommand(['watch', ...args], new Map(), {
      ground: { ...ground, now: () => Temporal.Instant.from('2017-09-06T08:00:00Z') },
      houses: ours,
      slack: withoutSlack,
    })
  }
  const rows = () => database().prisma.watchedCommittee.findMany({ where: { councilId: council.id } })

  test('watches a committee by its page, and explains what that does', async () => {
    const { code, out, err } = await run('--committee', NAME, '--address', ADDRESS)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(
      'watches Wellbeing & Care Scrutiny Committee on https://democracy.underfell.example/modgov/mgCommitteeDetails.aspx?ID=144',
    )
    expect(out).toContain('It proposes in the clerks’ channel')
    expect(out).toContain('Nothing is published or changed until a clerk says so.')
    expect(await rows()).toMatchObject([
      {
        committeeId: council.committee.id,
        site: 'https://democracy.underfell.example/modgov/',
        siteCommitteeId: 144,
        publishes: false,
        nextLookAt: new Date('2017-09-06T08:00:00Z'),
      },
    ])
  })

  test('takes the address of the list of meetings too, and says aloud that packs are published by themselves', async () => {
    const address = 'https://democracy.underfell.example/ieListMeetings.aspx?CommitteeId=144'
    const { code, out } = await run(`--committee=${NAME}`, '--address', address, '--publishes')
    expect(code).toBe(0)
    expect(out).toContain('PUBLISHED BY\nITSELF')
    expect(await rows()).toMatchObject([{ publishes: true }])
  })

  test('of another place takes over from the one before; twice is the same as once', async () => {
    await run('--committee', NAME, '--address', ADDRESS)
    expect((await run('--committee', NAME, '--address', ADDRESS)).out).toContain('As before,')
    await run('--committee', NAME, '--address', ADDRESS.replace('144', '200'))
    const watched = (await rows()).filter((it) => it.stoppedAt === null)
    expect(watched.map((it) => it.siteCommitteeId)).toEqual([200])
  })

  test('list shows what is watched, when it was looked at and what is wrong; stop ends it', async () => {
    expect((await run('list')).out).toContain('No committee is watched.')
    await run('--committee', NAME, '--address', ADDRESS)
    expect((await run('list')).out).toContain('last look: none yet')
    await database().prisma.watchedCommittee.updateMany({
      where: { councilId: council.id },
      data: {
        lookedAt: new Date('2017-09-06T07:00:00Z'),
        problem: 'refuses-programs 403',
        reference: '7F3KQ2M',
      },
    })
    const { out } = await run('list')
    expect(out).toContain('last look: 08:00 on Wednesday 6 September 2017')
    expect(out).toContain('NOT WORKING: refuses-programs 403, reference 7F3KQ2M')
    expect((await run('stop', '--committee', NAME)).out).toContain('is not watched any more')
    expect(await run('stop', '--committee', NAME)).toMatchObject({
      code: 1,
      err: expect.stringContaining('watch list'),
    })
    expect((await run('list')).out).toContain('No committee is watched.')
  })

  test('the pages of one committee are not watched for another', async () => {
    await run('--committee', NAME, '--address', ADDRESS)
    const other = await run('--committee', council.second.committee.name, '--address', ADDRESS)
    expect(other).toMatchObject({
      code: 1,
      err: expect.stringContaining('watch stop --committee "Wellbeing & Care Scrutiny Committee"'),
    })
  })

  describe('is refused', () => {
    test.each([
      ['ftp://democracy.example/mgCommitteeDetails.aspx?ID=1', 'is not a web address'],
      [
        'https://ann:secret@democracy.example/mgCommitteeDetails.aspx?ID=1',
        'without the part before the “@”',
      ],
      ['https://democracy.example/mgListCommittees.aspx', 'is not the page of a committee'],
      ['https://democracy.example/mgCommitteeDetails.aspx?ID=0', 'is not the page of a committee'],
      ['https://www.example.gov.uk/health', 'is not the page of a committee'],
    ])('for the address %s', async (address, why) => {
      const { code, err } = await run('--committee', NAME, '--address', address)
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(why) })
      expect(await rows()).toEqual([])
    })

    test('for a committee that is not here, with what was meant', async () => {
      const { code, err } = await run(
        '--committee',
        'Welbeing & Care Scrutiny Committee',
        '--address',
        ADDRESS,
      )
      expect(code).toBe(1)
      expect(err).toContain('Did you mean “Wellbeing & Care Scrutiny Committee”?')
    })

    test.each([
      [[]],
      [['--committee', NAME]],
      [['--address', ADDRESS]],
      [['list', 'all']],
      [['stop']],
      [['begin', '--committee', NAME, '--address', ADDRESS]],
      [['--committee', NAME, '--address', ADDRESS, '--publish']],
      [['--committee', '--address', ADDRESS]],
    ])('%j, with how to use it', async (args) => {
      expect(await run(...args)).toMatchObject({ code: 2, err: expect.stringContaining('Use: watch') })
    })
  })
})
