import { describe, expect, test } from 'vitest'
import { FIELD_WORDS } from '../../../src/documents/command/record-words.en.ts'
import { summary } from '../../../src/documents/command/summary.ts'
import type { Doubt, Paper, PaperDocument } from '../../../src/documents/paper.ts'
import { lengthOf } from '../../../src/slack/limits.ts'
import { paperOf, plainAgenda } from '../papers.ts'

function paperWith(fields: Partial<PaperDocument>): Paper {
  const document: PaperDocument = { kind: 'minutes', where: {}, doubts: [], ...fields }
  return { file: 'minutes.pdf', format: 'pdf', pages: 12, documents: [document], restrictedMarks: [] }
}
const told = (fields: Partial<PaperDocument>, explain = false) => summary(paperWith(fields), { explain })

/** A value for each field that there is. */
const everything: Required<PaperDocument> = {
  kind: 'minutes',
  where: {},
  doubts: [],
  council: 'Wexbourne Borough Council',
  committee: 'Housing Scrutiny Panel',
  title: 'Damp in council homes',
  date: '2027-03-04',
  time: '14:00',
  ended: '16:25',
  plannedEnd: '17:00',
  venue: 'Tide Room, Civic Offices',
  cancelled: false,
  published: '2027-02-24',
  draft: true,
  supplementNo: 2,
  clerk: 'Petra Lund',
  chair: 'Arkwell',
  viceChair: 'Boyce',
  members: ['Arkwell', 'Boyce', 'Cardow'],
  present: ['Arkwell', 'Boyce'],
  inAttendance: ['Quentin Marl'],
  publicPresent: [],
  apologies: ['Cardow'],
  apologyReasons: [{ member: 'Cardow', reason: 'illness' }],
  lateness: [{ member: 'Boyce', arrived: '14:20' }],
  leftEarly: [{ member: 'Boyce', at: '16:00', afterItem: '5' }],
  substitutes: [{ for: 'Cardow', by: 'Eaves' }],
  declarations: [
    {
      member: 'Arkwell',
      item: '5',
      type: 'disclosable pecuniary',
      nature: 'Owns a flat',
      leftRoom: true,
      tookNoPart: true,
    },
    { member: 'Boyce', leftRoom: false },
  ],
  lobbying: [{ member: 'Boyce', item: '6' }],
  items: [
    { number: '1', title: 'Apologies' },
    { number: '5', title: 'Contract', pages: '9-20', exempt: true, paragraph: '3', minuteNumber: '41' },
    { number: '', title: 'Buses', exempt: true, part: true, urgent: true },
  ],
  resolutions: [
    {
      item: '5',
      text: 'RESOLVED: That 1. the report be noted; and 2. officers report back. The Panel thanked staff.',
      clauses: [
        { label: '1', text: 'the report be noted; and' },
        { label: '2', text: 'officers report back.' },
      ],
    },
    { item: 'Damp in council homes', text: 'That it be noted', textTruncated: true },
  ],
  votes: [
    {
      item: '5',
      on: 'amendment',
      mode: 'recorded',
      result: 'lost',
      for: 2,
      against: 3,
      abstain: 0,
      noVote: 1,
      names: { for: ['Arkwell', 'Boyce'], against: ['Eaves'], abstain: [], noVote: ['Marl'] },
      moved: 'Boyce',
      seconded: 'Arkwell',
      casting: 'against',
      wording: 'The amendment fell',
    },
    { mode: 'voice', result: 'carried' },
  ],
  notApproved: ['That the levy be scrapped'],
  actions: [{ item: '5', text: 'To circulate the survey', owner: 'Marl', due: '2027-04-01' }],
  questions: [{ item: '6', label: 'A', text: 'Who pays?' }],
  callIn: { decisionDate: '2027-02-01', signatories: ['Boyce', 'Eaves'], outcome: 'Referred back' },
  callInDeadline: '2027-03-11',
  item: '7',
  pages: '9-20',
  wards: 'All',
  keyDecision: true,
  implementation: '18 March',
  executiveLead: 'Ida Crane',
  supportingOfficer: 'Quentin Marl',
  author: 'Sol Denny',
  cabinetMember: 'Ida Crane',
  cmtMember: 'Uma Thorne',
  contact: 'sol.denny@wexbourne.example',
  part: 'I',
  period: '2027-28',
  recommendations: [{ label: '1', text: 'That the Panel note the report.' }],
  entries: [
    {
      recommendation: 'Publish the survey',
      reference: 'R4',
      status: 'Open',
      due: '2027-05-01',
      partExempt: true,
    },
    { title: 'Allotments', date: 'End Feb 2017' },
  ],
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

describe('the summary for people', () => {
  test('shows every field of a record', () => {
    expect(summary(paperWith(everything), { width: 100 })).toMatchInlineSnapshot(`
      "minutes.pdf: 12 pages, minutes

        MINUTES
          Council:           Wexbourne Borough Council
          Committee:         Housing Scrutiny Panel
          Title:             Damp in council homes
          Date:              Thursday 4 March 2027
          Start:             2 pm
          Closed:            4.25 pm
          Planned end:       5 pm
          Place:             Tide Room, Civic Offices
          Cancelled:         no
          Published:         Wednesday 24 February 2027
          Draft:             yes
          Supplement:        2
          Please ask for:    Petra Lund
          Chair:             Arkwell
          Vice Chair:        Boyce
          Members (3):       Arkwell, Boyce, Cardow
          Present (2):       Arkwell, Boyce
          In attendance (1): Quentin Marl
          Public:            none
          Apologies (1):     Cardow
          Reasons for absence (1):
            Cardow: illness
          Late (1):
            Boyce, arrived 2.20 pm
          Left early (1):
            Boyce, at 4 pm, after item 5
          Substitutes (1):
            Eaves for Cardow
          Interests declared (2):
            Arkwell: disclosable pecuniary, item 5
                 Owns a flat
                 Left the room
                 Took no part
            Boyce
                 Stayed in the room
          Lobbied (1):
            Boyce, item 6
          Items (3):
              1  Apologies
              5  Contract (pages 9-20) [closed, paragraph 3] [minute 41]
                 Buses [partly closed] [urgent]
          Resolutions (2):
            Item 5: RESOLVED: That
                 1. the report be noted; and
                 2. officers report back.
                 The Panel thanked staff.
            Damp in council homes: That it be noted [cut short in the paper]
          Votes (2):
            Item 5: amendment: lost, recorded vote, 2 for, 3 against, 0 abstained, 1 did not vote
                 Moved: Boyce
                 Seconded: Arkwell
                 For: Arkwell, Boyce
                 Against: Eaves
                 Abstained: none
                 Did not vote: Marl
                 Casting vote: against
                 In the paper’s words: The amendment fell
            carried, without a count
          Not approved (1):
            That the levy be scrapped
          Actions (1):
            Item 5: To circulate the survey
                 Owner: Marl
                 Due: Thursday 1 April 2027
          Questions (1):
            Item 6: A. Who pays?
          Call-in:
            Decision of Monday 1 February 2027
            Called in by Boyce, Eaves
            Referred back
          Call-in until:     Thursday 11 March 2027
          Item:              7
          Pages:             9-20
          Wards:             All
          Key decision:      yes
          Implementation:    18 March
          Executive lead:    Ida Crane
          Officer:           Quentin Marl
          Author:            Sol Denny
          Cabinet member:    Ida Crane
          CMT member:        Uma Thorne
          Contact:           sol.denny@wexbourne.example
          Part:              I
          Period:            2027-28
          Recommendations (1):
            1. That the Panel note the report.
          Rows (2):
            Publish the survey
                 Reference: R4
                 Due: Saturday 1 May 2027
                 Status: Open
                 Closed: in part
            Allotments
                 Date: End Feb 2017"
    `)
  })

  test('hides no text of a record', () => {
    const said = summary(paperWith(everything), { width: 110 }).replace(/\s+/g, ' ')
    const { where: _, doubts: __, resolutions, ...fields } = everything
    const ours = /^(\d{4}-\d\d-\d\d|\d\d:\d\d|recorded|voice)$/
    for (const text of textsIn(fields)) if (!ours.test(text)) expect(said).toContain(text)
    for (const { clauses } of resolutions)
      for (const { text } of clauses ?? []) expect(said.split(text)).toHaveLength(2)
  })

  test('shows no field that the paper does not state', () => {
    expect(told({})).toBe('minutes.pdf: 12 pages, minutes\n\n  MINUTES')
  })

  test('says "none" where the paper says so', () => {
    expect(told({ apologies: [], declarations: [] })).toMatch(/Apologies: +none\n +Interests declared: +none/)
  })

  test('marks what is doubtful beside its field, with the place', () => {
    const doubts: Doubt[] = [
      { code: 'weekday-differs', field: 'date', at: { page: 1, line: 5 }, text: 'Tuesday 6 May 2024' },
      { code: 'which-person', field: 'present', at: { page: 2, line: 8 }, text: 'Cllr Boyce' },
    ]
    const lines = told({ date: '2024-05-06', time: '10:00', present: ['Boyce'], doubts }).split('\n')
    expect(lines.map((line) => line.trim())).toEqual([
      'minutes.pdf: 12 pages, minutes',
      '',
      'MINUTES',
      'Date:              Monday 6 May 2024',
      'CHECK: The paper says “Tuesday 6 May 2024”, but 6 May 2024 is a Monday.  (page 1, line 5)',
      'Start:             10 am',
      'Present (1):       Boyce',
      'CHECK: Two people of the paper share this name: “Cllr Boyce”.  (page 2, line 8)',
    ])
  })

  test('is not wider than the terminal, and hides nothing', () => {
    const lines = summary(paperWith(everything), { width: 60 }).split('\n')
    for (const line of lines) expect(lengthOf(line)).toBeLessThanOrEqual(60)
    const words = (text: string) => text.split(/\s+/).join(' ')
    expect(words(lines.join(' '))).toBe(words(summary(paperWith(everything), { width: 110 })))
  })

  test('lets no text of a paper move the cursor, colour the terminal or turn letters round', () => {
    const said = told({ committee: 'Health\u001b[31m\u001b]0;evil\u0007 Panel\u202e', venue: 'a\nb\u009b2J' })
    expect(said.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(said.split('\n')).toHaveLength(5)
  })
})

describe('the explained summary', () => {
  test('says of each value and of each entry where it was read', async () => {
    expect(summary(await paperOf(plainAgenda), { explain: true })).toMatchInlineSnapshot(`
      "paper.txt: 1 page, agenda

        AGENDA  (page 1, line 1)
          Council:           Wexbourne Borough Council  (page 1, line 1)
          Committee:         HOUSING SCRUTINY PANEL  (page 1, line 3)
          Date:              Thursday 4 March 2027  (page 1, line 5)
          Start:             2 pm  (page 1, line 6)
          Place:             Tide Room, Civic Offices  (page 1, line 7)
          Chair:             Arkwell  (page 1, line 10)
          Vice Chair:        Boyce  (page 1, line 11)
          Members (5):
            Arkwell  (page 1, line 10)
            Boyce  (page 1, line 11)
            Cardow  (page 1, line 12)
            Dellow  (page 1, line 12)
            Eaves  (page 1, line 12)
          Items (3):
              1  Apologies for Absence  (page 1, line 16)
              2  Minutes (pages 3-8)  (page 1, line 20)
              3  Repairs and damp (pages 9-20)  (page 1, line 25)"
    `)
  })
})

test('every field has a label of its own', () => {
  const labels = Object.values(FIELD_WORDS).map(({ label }) => label)
  expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
})
