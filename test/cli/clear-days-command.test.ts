import { describe, expect, test } from 'vitest'
import { clearDaysCommand } from '../../src/cli/clear-days-command.ts'

function run(line: string): { code: number; out: string; err: string } {
  let out = ''
  let err = ''
  const code = clearDaysCommand(
    line.split(' ').filter((word) => word !== ''),
    { write: (text: string) => (out += text) },
    { write: (text: string) => (err += text) },
  )
  return { code, out, err }
}

describe('clear-days', () => {
  test('prints the days counted, the days left out, the verdict and the latest lawful day', () => {
    const { code, out, err } = run('--published 2017-09-12 --meeting 2017-09-20 --nation england')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(
      'Counted: Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep = 5 clear days.',
    )
    expect(out).toContain('Left out: Sat 16 Sep (weekend); Sun 17 Sep (weekend).')
    expect(out).toContain('Lawful: 5 clear days, and 5 are needed.')
    expect(out).toContain('The latest lawful publication is Tuesday 12 September 2017')
  })

  test('ends with 1 when the notice is short, so that a script can tell', () => {
    expect(run('--published 2017-09-13 --meeting 2017-09-20 --nation england').code).toBe(1)
    expect(run('--published 2028-12-20 --meeting 2029-01-05 --nation england').code).toBe(1)
  })

  test('prints one line of JSON', () => {
    const { code, out } = run('--published 2022-09-12 --meeting 2022-09-20 --nation wales --json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      nation: 'wales',
      published: '2022-09-12',
      meeting: '2022-09-20',
      counted: ['2022-09-13', '2022-09-14', '2022-09-15', '2022-09-16'],
      leftOut: [
        { date: '2022-09-17', reason: 'weekend' },
        { date: '2022-09-18', reason: 'weekend' },
        { date: '2022-09-19', reason: 'Bank Holiday for the State Funeral of Queen Elizabeth II' },
      ],
      clearDays: 4,
      verdict: 'lawful',
      latestLawful: '2022-09-13',
    })
  })

  test('asks about another rule when told so', () => {
    expect(
      run('--published 2017-09-10 --meeting 2017-09-21 --nation england --days 10 --mode calendar').code,
    ).toBe(0)
  })

  test.each([
    ['', '--published is missing'],
    ['--published 2017-09-12 --meeting 2017-09-20', '--nation is missing'],
    [
      '--published 12/09/2017 --meeting 2017-09-20 --nation england',
      '--published “12/09/2017” is not understood',
    ],
    ['--published 2017-02-30 --meeting 2017-09-20 --nation england', 'a date that the calendar has'],
    ['--published 2017-09-12 --meeting 2017-09-20 --nation cornwall', 'give england, wales, scotland'],
    ['--published 2017-09-12 --meeting 2017-09-20 --nation england --days 0', '--days “0” is not understood'],
    ['--published 2017-09-12 --meeting 2017-09-20 --nation england --mode some', '--mode “some”'],
    ['--published 2017-09-12 --meeting 2017-09-20 --nation england --jsn', 'no option “jsn”'],
    ['today', 'no option “today”'],
  ])('"%s" is answered with what would be right', (line, said) => {
    const { code, out, err } = run(line)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
    expect(err).toContain('Use: clear-days')
  })
})
