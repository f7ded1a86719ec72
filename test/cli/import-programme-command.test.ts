import { expect, test } from 'vitest'
import { runHandedCommand } from '../../src/cli/commands.ts'
import { withoutSlack } from '../../src/cli/desk.ts'
import { programme } from '../programme/programme-stage.ts'
import { describeWithDatabase } from '../support/databases.ts'

const PAPER = `Work Programme 2017 - 2018

| Date of meeting | Agenda item | Prioritisation Score | Reason for consideration | Responsible Cabinet Member / Officer |
| --- | --- | --- | --- | --- |
| 20 September 2017 | Bus services in the north | 5 (High) | Member request | Imogen Sallow |
`

describeWithDatabase('import-programme', (database) => {
  test('shows first, then takes over, and takes over nothing the second time', {
    timeout: 60_000,
  }, async () => {
    const it = await programme(database())
    const email = `clerk-${it.teamId.toLowerCase()}@underfell.example`
    await it.prisma.person.update({ where: { id: it.clerk.id }, data: { email } })
    const run = (text: string, ...args: string[]) =>
      runHandedCommand(
        ['import-programme', 'programme.md', ...args],
        new Map([['programme.md', Buffer.from(text)]]),
        {
          ground: { prisma: it.prisma, now: it.clock.now, onMessages: () => undefined },
          slack: withoutSlack,
          houses: it.houses,
        },
      )
    const shown = await run(PAPER, '--clerk', email)
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out).toContain(
      '+ Bus services in the north, Wednesday 20 September 2017; 5 (High); Imogen Sallow',
    )
    expect(shown.out).toContain('Nothing is changed yet')
    expect(await it.all()).toEqual([])
    expect((await run(PAPER, '--clerk', email, '--apply')).out).toContain('Taken over: 1 new or changed.')
    expect((await run(PAPER, '--clerk', email, '--apply')).out).toContain('Taken over: 0 new or changed.')
    expect(await it.standings()).toEqual(['Bus services in the north: scheduled'])

    expect(await run(PAPER, '--clerk', 'nobody@underfell.example')).toMatchObject({ code: 1 })
    const elsewhere = await run(PAPER, '--clerk', email, '--committee', it.second.committee.name)
    expect(elsewhere).toMatchObject({ code: 1 })
    expect(elsewhere.err).toContain(it.committee.name)
    expect(await run(PAPER)).toMatchObject({ code: 2 })
  })
})
