import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readCommitteeFile } from '../../src/committees/committee-file.ts'
import { COLUMNS } from '../../src/committees/file-problems.ts'
import { fileProblem } from '../../src/committees/problem-words.en.ts'
import { councillor, csv, fileOf, inventedRows, type Row } from './invented-committee.ts'

function problemsOf(bytes: Uint8Array): string[] {
  const read = readCommitteeFile(bytes)
  return read.ok ? [] : read.refusal.problems.map(fileProblem)
}

function withRow(index: number, change: Row): Uint8Array {
  return csv(inventedRows.map((row, at) => (at === index ? { ...row, ...change } : row)))
}

test('a committee is read with its facts, seats and duties', () => {
  const file = fileOf(inventedRows)
  expect(file).toMatchObject({
    council: 'Exmoor Vale Council',
    nation: 'england',
    committee: 'Wellbeing Scrutiny Committee',
    channel: 'wellbeing',
    clerksChannel: 'wellbeing-clerks',
    quorum: 3,
  })
  expect(file.people[0]).toEqual({
    line: 2,
    name: 'Ada Quill',
    title: 'Councillor',
    email: 'ada.quill@exmoorvale.example',
    part: { as: 'seat', kind: 'member', office: 'chair', group: 'Heather', voting: 'always' },
  })
  expect(file.people[6]?.part).toEqual({
    as: 'seat',
    kind: 'coOptee',
    office: 'none',
    group: undefined,
    voting: 'never',
  })
  expect(file.people[8]?.part).toEqual({ as: 'duty', duty: 'clerk' })
})

test.each([
  ['Windows line ends', csv(inventedRows, { lineEnd: '\r\n' })],
  ['semicolons, as Excel writes them in some countries', csv(inventedRows, { separator: ';' })],
  ['tabs', csv(inventedRows, { separator: '\t' })],
  ['a byte order mark', Buffer.concat([Buffer.from('\uFEFF'), csv(inventedRows)])],
  ['blank lines and rows of commas', Buffer.concat([csv(inventedRows), Buffer.from('\n,,,,,,,,,,,\n\n')])],
  [
    'column names as people write them',
    csv(inventedRows, {
      columns: [
        'Council',
        'NATION',
        'committee',
        'Channel',
        'Clerks channel',
        'quorum',
        'Name',
        'Title',
        'E-mail',
        'Role',
        'Group',
        'Voting',
      ],
    }),
  ],
])('the same committee is read from a file with %s', (_what, bytes) => {
  expect(readCommitteeFile(bytes)).toEqual({ ok: true, value: fileOf(inventedRows) })
})

test('columns may stand in any order', () => {
  const text =
    'role,name,committee,nation,council,email\nChair,Ada Quill,Wellbeing,wales,Exmoor,ada@exmoor.example\n'
  const read = readCommitteeFile(Buffer.from(text))
  expect(read.ok && read.value).toMatchObject({
    council: 'Exmoor',
    nation: 'wales',
    people: [{ name: 'Ada Quill' }],
  })
})

test('accents survive, in UTF-8 and in what Excel on Windows writes', () => {
  const rows = [{ ...inventedRows[0], name: 'Siân Prosser' }]
  const windows = Buffer.from(new TextDecoder().decode(csv(rows)), 'latin1')
  for (const bytes of [csv(rows), windows]) {
    const read = readCommitteeFile(bytes)
    expect(read.ok && read.value.people[0]?.name).toBe('Siân Prosser')
  }
})

test.each([
  ['Vice Chair', { kind: 'member', office: 'viceChair' }],
  ['VICE_CHAIR', { kind: 'member', office: 'viceChair' }],
  ['Co-Optee', { kind: 'coOptee', office: 'none' }],
  ['cooptee', { kind: 'coOptee', office: 'none' }],
  ['Substitute', { kind: 'substitute', office: 'none' }],
])('the role “%s” is understood', (role, part) => {
  const { people } = fileOf(
    [...inventedRows, { name: 'Kit Sorrel', role }].filter(
      (row) => row.role === role || row.role === 'chair',
    ),
  )
  expect(people.at(-1)?.part).toMatchObject(part)
})

test('“Cllr” in the name becomes a title', () => {
  const file = fileOf([{ ...inventedRows[0], name: 'Cllr. Ada Quill', title: '' }])
  expect(file.people[0]).toMatchObject({ name: 'Ada Quill', title: 'Councillor' })
})

test.each<[string, Uint8Array, string]>([
  ['a missing name', withRow(2, { name: '' }), 'Line 4, column name: a value is missing'],
  [
    'a role nobody knows',
    withRow(2, { role: 'chief' }),
    'Line 4, column role: “chief” is not known here. Write one of: chair, vice-chair',
  ],
  [
    'a vote nobody knows',
    withRow(2, { voting: 'sometimes' }),
    'Line 4, column voting: “sometimes” is not known here',
  ],
  [
    'half an e-mail address',
    withRow(2, { email: 'cora.velde' }),
    'Line 4, column email: “cora.velde” is not an e-mail address',
  ],
  [
    'a group for a co-optee',
    withRow(6, { group: 'Gorse' }),
    'Line 8, column group: a co-optee belongs to no political group',
  ],
  ['a vote for a clerk', withRow(8, { voting: 'always' }), 'Line 10, column voting: a clerk has no vote'],
  ['a second chair', withRow(3, { role: 'chair' }), 'Line 5, column role: line 2 has a chair already'],
  [
    'an e-mail address twice',
    withRow(3, { email: 'ADA.QUILL@exmoorvale.example' }),
    'Line 5, column email: ada.quill@exmoorvale.example stands in line 2 too',
  ],
  [
    'a person twice',
    withRow(3, { name: 'gwen tolley' }),
    'Line 8, column name: Gwen Tolley stands in line 5 too',
  ],
  [
    'another committee',
    withRow(3, { committee: 'Housing' }),
    'Line 5, column committee: “Housing” contradicts “Wellbeing Scrutiny Committee” in line 2',
  ],
  ['no council', withRow(0, { council: '' }), 'Line 2, column council: a value is missing'],
  [
    'Northern Ireland',
    withRow(0, { nation: 'northern ireland' }),
    'Line 2, column nation: “northern ireland” is not known here',
  ],
  ['a quorum of none', withRow(0, { quorum: '0' }), 'Line 2, column quorum: “0” is not a quorum'],
  [
    'a channel with spaces',
    withRow(0, { channel: 'well being' }),
    'Line 2, column channel: “well being” is not the name of a Slack channel',
  ],
  [
    'one channel for both',
    withRow(0, { clerks_channel: 'Wellbeing' }),
    'Line 2, column clerks_channel: #wellbeing is the committee’s channel too',
  ],
  [
    'a comma without quotation marks',
    Buffer.from('council,nation,committee,name,role\nA,england,B,Quill, Ada,chair\n'),
    'Line 2: this row has 6 values for 5 columns',
  ],
  [
    'an open quotation mark',
    Buffer.from('council,nation,committee,name,role\nA,england,"B,Ada,chair\n'),
    'cannot be read as CSV',
  ],
  [
    'a column nobody knows',
    Buffer.from('council,nation,committee,name,rol\nA,england,B,C,chair\n'),
    'Line 1: there is no column called “rol”. Did you mean “role”?',
  ],
  [
    'a missing column',
    Buffer.from('council,nation,name,role\nA,england,B,chair\n'),
    'Line 1, column committee: this column is missing',
  ],
  ['nothing', Buffer.from('\n\n'), 'Line 1: the file is empty'],
  ['no people', csv([]), 'Line 1: there are column names but no people'],
  ['an Excel workbook', Buffer.from('PK\u0003\u0004\u0000\u0000'), 'it may be an Excel workbook'],
  ['too many bytes', Buffer.alloc(300 * 1024, 'a'), 'the file has 300 KB'],
  [
    'too many people',
    csv([
      ...inventedRows,
      ...Array.from({ length: 191 }, (_, at) => councillor(`Extra Person${at}`, 'member', '')),
    ]),
    'more than 200 people',
  ],
  [
    'officers alone',
    csv([{ ...inventedRows[0], role: 'officer', group: '', voting: '' }]),
    'nobody in the file sits on the committee',
  ],
])('%s is named with its line, its column and the mend', (_what, bytes, said) => {
  const problems = problemsOf(bytes)
  expect(problems.join('\n')).toContain(said)
  for (const problem of problems) expect(problem).toMatch(/[.?] ?.*[.?]$/)
})

test('two people of one name are told apart by their e-mail addresses', () => {
  expect(problemsOf(withRow(3, { name: 'Ada Quill' }))).toEqual([])
})

test('every problem of a file is named at once, in the order of its lines', () => {
  const rows = inventedRows.map((row, at) =>
    at === 0
      ? { ...row, quorum: 'some' }
      : at === 4
        ? { ...row, email: 'x', role: '' }
        : at === 6
          ? { ...row, group: 'Gorse' }
          : row,
  )
  expect(problemsOf(csv(rows)).map((problem) => problem.split(':')[0])).toEqual([
    'Line 2, column quorum',
    'Line 6, column email',
    'Line 6, column role',
    'Line 8, column group',
  ])
})

test('the example of the guide is a committee without problems', async () => {
  const guide = await readFile('docs/importing-a-committee.md', 'utf8')
  const example = /```csv\n([^`]+)```/.exec(guide)?.[1] ?? ''
  const read = readCommitteeFile(Buffer.from(example))
  expect(read.ok && read.value.people).toHaveLength(7)
  expect(example.split('\n')[0]?.split(',')).toEqual([...COLUMNS])
  for (const column of COLUMNS) expect(guide).toContain(`| \`${column}\` |`)
})
