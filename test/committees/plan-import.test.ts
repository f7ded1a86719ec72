import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PresentState } from '../../src/committees/import-plan.ts'
import { planImport } from '../../src/committees/plan-import.ts'
import { nothingFound } from '../../src/committees/slack-directory.ts'
import { difference, planList } from '../../src/committees/words.en.ts'
import { everybodyInSlack, fileOf, inventedRows } from './invented-committee.ts'

const nobody: PresentState = { committee: undefined, people: [] }

function planned(present: PresentState, file = fileOf(inventedRows), slack = everybodyInSlack(file)) {
  const plan = planImport(present, file, slack)
  if (!plan.ok) throw new Error(JSON.stringify(plan.refusal))
  return plan.value
}

test('a new committee is planned as papers list it: chair, vice chair, members by surname, co-optees, substitutes', () => {
  const filled = planned(nobody).differences.filter((one) => one.code === 'seat-filled')
  expect(filled.map((one) => difference(one))).toEqual([
    'Seat 1: Councillor Ada Quill takes it, Chair',
    'Seat 2: Councillor Bram Osgood takes it, Vice Chair',
    'Seat 3: Councillor Finn Aldous takes it',
    'Seat 4: Councillor Dev Marlow takes it',
    'Seat 5: Councillor Cora Velde takes it',
    'Seat 6: Councillor Edie Zambra takes it',
    'Seat 7: Mrs Gwen Tolley takes it',
    'Seat 8: Councillor Hal Pruett takes it',
  ])
})

test('the order of the rows changes nothing in the plan', () => {
  const anyOrder = fc.shuffledSubarray([...inventedRows], { minLength: inventedRows.length })
  fc.assert(
    fc.property(anyOrder, (rows) => {
      expect(planned(nobody, fileOf(rows))).toEqual(planned(nobody))
    }),
  )
})

test('people whom Slack does not know are imported without it, and listed', () => {
  const file = fileOf(inventedRows)
  const plan = planned(nobody, file, { ...everybodyInSlack(file), users: new Map() })
  expect(plan.withoutSlack).toHaveLength(10)
  expect(plan.warnings).toContainEqual(expect.objectContaining({ code: 'clerk-without-slack' }))
  expect(planList(plan, false)).toContain('In Slack: 0 of 10 people.')
})

test('without Slack settings the plan says that nobody was looked up', () => {
  expect(planned(nobody, fileOf(inventedRows), nothingFound).warnings[0]?.code).toBe('slack-not-asked')
})

test.each([
  ['a channel that Scrutineer cannot see', new Map(), 'Scrutineer sees no channel #wellbeing.'],
  [
    'a channel that Scrutineer is not in',
    new Map([['wellbeing', { id: 'C1', botIsMember: false }]]),
    'invite @Scrutineer to #wellbeing.',
  ],
])('%s is warned about', (_what, channels, said) => {
  const file = fileOf(inventedRows)
  expect(planList(planned(nobody, file, { ...everybodyInSlack(file), channels }), false)).toContain(said)
})

test('an account known before stays known when Slack is not asked', () => {
  const present: PresentState = {
    committee: undefined,
    people: [
      {
        id: 'p1',
        name: 'Ada Quill',
        title: 'Councillor',
        email: 'ada.quill@exmoorvale.example',
        slackUserId: 'U1',
      },
    ],
  }
  const plan = planned(present, fileOf(inventedRows), nothingFound)
  expect(plan.inSlack).toBe(1)
  expect(plan.differences.filter((one) => one.code === 'person-changed')).toEqual([])
})

test('somebody whose address changed is known again by their Slack account', () => {
  const file = fileOf(inventedRows)
  const slack = everybodyInSlack(file)
  const account = slack.users.get('ada.quill@exmoorvale.example')
  const present: PresentState = {
    committee: undefined,
    people: [
      { id: 'p1', name: 'Ada Quill', title: 'Councillor', email: 'aq@old.example', slackUserId: account },
    ],
  }
  const changed = planned(present, file, slack).differences.filter((one) => one.code === 'person-changed')
  expect(changed.map((one) => difference(one))).toEqual([
    'Councillor Ada Quill: e-mail aq@old.example → ada.quill@exmoorvale.example',
  ])
})

test.each([
  [
    'one Slack account for two people',
    (users: Map<string, string>) =>
      users.set('bram.osgood@exmoorvale.example', users.get('ada.quill@exmoorvale.example') ?? ''),
    'slack-account-twice',
  ],
])('%s is refused', (_what, change, code) => {
  const file = fileOf(inventedRows)
  const slack = everybodyInSlack(file)
  const users = new Map(slack.users)
  change(users)
  const plan = planImport(nobody, file, { ...slack, users })
  expect(plan.ok ? [] : plan.refusal.problems.map((problem) => problem.fault.code)).toEqual([code])
})

test('a name that several people bear is asked about', () => {
  const twice = ['p1', 'p2'].map((id) => ({
    id,
    name: 'Gwen Tolley',
    title: 'Mrs',
    email: undefined,
    slackUserId: undefined,
  }))
  const plan = planImport({ committee: undefined, people: twice }, fileOf(inventedRows), nothingFound)
  expect(plan.ok ? [] : plan.refusal.problems).toEqual([
    { line: 8, column: 'name', fault: { code: 'name-of-several', name: 'Gwen Tolley' } },
  ])
})
