import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { lineOf } from '../../src/publications/item-lines.ts'
import { type ReviewModel, reviewModal } from '../../src/publications/review-view.ts'
import {
  emailView,
  notPublishedView,
  packStartModal,
  publishedView,
  readingView,
} from '../../src/publications/views.ts'
import { words } from '../../src/publications/words.en.ts'
import { escapeMrkdwn } from '../../src/slack/mrkdwn.ts'
import { partsOf, readable, textsOf, untouched } from '../support/shown.ts'
import {
  allEscaped,
  CONTROL,
  expectShowable,
  long,
  longCommittee,
  longPerson,
} from '../support/worst-case.ts'
import { noticeFor } from './notices.ts'

const said = (shown: unknown) => textsOf(shown).join('\n')
const people = (many: number) => Array.from({ length: many }, (_, place) => longPerson(place))

const review: ReviewModel = {
  metadata: '{"id":"0198a000-0000-7000-8000-000000000001","version":1}',
  mark: '00000001',
  source: { kind: 'read', name: 'Agenda pack.pdf', pages: 32 },
  committees: [
    { value: 'k1', text: 'Places and Growth Scrutiny Committee' },
    { value: 'k2', text: 'Wellbeing & Care Scrutiny Committee' },
  ],
  committeeId: 'k2',
  unknownCommittee: undefined,
  date: '2017-09-20',
  time: '10:00',
  venue: 'Committee Room 2',
  items: [
    { number: '1', title: 'Apologies' },
    { number: '2', title: 'Minutes', pageFrom: 1, pageTo: 6 },
  ],
  chair: 'Ottilie Brandreth',
  viceChair: 'Hamish Ferncastle',
  members: ['Ottilie Brandreth', 'Hamish Ferncastle', 'Al New'],
  membership: { onlyOnPaper: ['Al New'], onlyInSeats: ['Priya Ravensworth'] },
  alsoHolds: ['minutes', 'report'],
  marks: [],
  mayShareFile: false,
  publicAddress: '',
  opened: { date: '2017-09-12', time: '09:00' },
  notice: noticeFor('2017-09-12', '2017-09-20'),
  where: {},
  doubts: [],
}

const fieldsRead = ['committee', 'date', 'time', 'venue', 'chair', 'viceChair', 'members', 'items'] as const

const mark = (place: number, kind = 'confidential') => ({
  kind,
  page: 10_000 + place,
  line: 1,
  text: long(`Mark ${place}`, 400),
  times: 1_000,
})

const worst: ReviewModel = {
  ...review,
  mayShareFile: true,
  source: { kind: 'read', name: long('Pack', 255), pages: 10_000 },
  committees: Array.from({ length: 12 }, (_, place) => ({ value: `k${place}`, text: long(`${place}`, 200) })),
  committeeId: 'k11',
  unknownCommittee: longCommittee,
  venue: long('Room', 700),
  items: Array.from({ length: 60 }, (_, place) => ({
    number: `${place + 1}`,
    title: long(`Item ${place + 1}:`, 500),
    pageFrom: 10_000,
    pageTo: 10_001,
  })),
  chair: longPerson(1),
  viceChair: longPerson(2),
  members: people(80),
  membership: { onlyOnPaper: people(80), onlyInSeats: people(80) },
  alsoHolds: Array.from({ length: 12 }, () => 'work-programme'),
  marks: Array.from({ length: 40 }, (_, place) => mark(place)),
  publicAddress: `https://underfell.example/${allEscaped(2_900)}`,
  notice: noticeFor('2028-01-01', '2029-01-20'),
  where: Object.fromEntries(
    fieldsRead.map((field) => [
      field,
      Array.from({ length: 300 }, (_, at) => ({ page: 10_000 + at, line: 99_999 })),
    ]),
  ),
  doubts: fieldsRead.flatMap((field) =>
    Array.from({ length: 5 }, (_, line) => ({
      code: 'accounts-differ',
      field,
      at: { page: 10_000, line },
      text: long('Two', 300),
    })),
  ),
}

describe('the form to check and publish', () => {
  test('shows what was read, with the people held against the seats', () => {
    expect(readable(reviewModal(review, words))).toMatchInlineSnapshot(`
      "# Check and publish
      I have read *Agenda pack.pdf* (32 pages). Please check each field: what you publish is what members see.
      Are the papers of this meeting out already?
      Committee: [Wellbeing & Care Scrutiny Committee of Places and Growth Scrutiny Committee | Wellbeing & Care Scrutiny Committee]
      Date of the meeting: [2017-09-20]
      Start: [10:00]
      Place: [Committee Room 2]
      Agenda items: [1. Apologies
      2. Minutes (pages 1-6)]
      Public address of the pack: []
      ----
      *If the papers are opened now:* :white_check_mark: Lawful: 5 clear days, and 5 are needed.
      5 clear days needed (Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715); Saturdays, Sundays and bank holidays do not count.
      The papers were opened on Tuesday 12 September 2017 and the meeting is on Wednesday 20 September 2017; neither day counts.
      Counted: Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep = 5 clear days.
      Left out: Sat 16 Sep (weekend); Sun 17 Sep (weekend).
      Lawful: 5 clear days, and 5 are needed.
      The latest lawful publication is Tuesday 12 September 2017: it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep.
      Papers open to inspection since: [2017-09-12]
      At: [09:00]
      On the web site since: []
      Web site at: []
      Meeting convened at short notice on: []
      ----
      Chair on the paper: *Ottilie Brandreth*, Vice Chair: *Hamish Ferncastle*
      Members on the paper (3): Ottilie Brandreth, Hamish Ferncastle, Al New
      :warning: On the paper but not on the committee here: Al New. They get no message.
      :warning: On the committee here but not on the paper: Priya Ravensworth. They get a message.
      The file also holds: minutes, a report."
    `)
  })

  test('asks to confirm the public copy where the file shows marks, each with its page', () => {
    const marks = [{ ...mark(0), page: 9, text: 'NOT FOR PUBLICATION', times: 4 }]
    expect(readable(reviewModal({ ...review, marks }, words))).toMatchInlineSnapshot(`
      "# Check and publish
      I have read *Agenda pack.pdf* (32 pages). Please check each field: what you publish is what members see.
      Are the papers of this meeting out already?
      :no_entry: *This file shows 4 marks of exempt or confidential matter:*
      • page 9: “NOT FOR PUBLICATION”
      Is this the public copy?: [I have checked: this is the public copy]
      ----
      Committee: [Wellbeing & Care Scrutiny Committee of Places and Growth Scrutiny Committee | Wellbeing & Care Scrutiny Committee]
      Date of the meeting: [2017-09-20]
      Start: [10:00]
      Place: [Committee Room 2]
      Agenda items: [1. Apologies
      2. Minutes (pages 1-6)]
      Public address of the pack: []
      ----
      *If the papers are opened now:* :white_check_mark: Lawful: 5 clear days, and 5 are needed.
      5 clear days needed (Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715); Saturdays, Sundays and bank holidays do not count.
      The papers were opened on Tuesday 12 September 2017 and the meeting is on Wednesday 20 September 2017; neither day counts.
      Counted: Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep = 5 clear days.
      Left out: Sat 16 Sep (weekend); Sun 17 Sep (weekend).
      Lawful: 5 clear days, and 5 are needed.
      The latest lawful publication is Tuesday 12 September 2017: it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep.
      Papers open to inspection since: [2017-09-12]
      At: [09:00]
      On the web site since: []
      Web site at: []
      Meeting convened at short notice on: []
      ----
      Chair on the paper: *Ottilie Brandreth*, Vice Chair: *Hamish Ferncastle*
      Members on the paper (3): Ottilie Brandreth, Hamish Ferncastle, Al New
      :warning: On the paper but not on the committee here: Al New. They get no message.
      :warning: On the committee here but not on the paper: Priya Ravensworth. They get a message.
      The file also holds: minutes, a report."
    `)
  })

  test('only mentions the sentence about a possible exclusion', () => {
    const marks = [{ ...mark(0, 'possible-exclusion'), page: 2, text: 'the press may be excluded' }]
    const shown = readable(reviewModal({ ...review, marks }, words))
    expect(shown).toContain('page 2: “the press may be excluded”')
    expect(shown).not.toContain(words.review.publicCopyTick)
  })

  describe('beside each field', () => {
    const read: ReviewModel = {
      ...review,
      date: '2024-05-06',
      where: {
        committee: [{ page: 1, line: 3 }],
        date: [{ page: 1, line: 5 }],
        time: [{ page: 1, line: 6 }],
        venue: [{ page: 1, line: 7 }],
        items: [
          { page: 1, line: 20 },
          { page: 2, line: 4 },
        ],
        chair: [{ page: 1, line: 10 }],
        members: [
          { page: 1, line: 12 },
          { page: 1, line: 10 },
          { page: 1, line: 11 },
        ],
      },
    }
    const hints = (model: ReviewModel): Record<string, string> =>
      Object.fromEntries(
        partsOf(reviewModal(model, words)).flatMap((part) =>
          part['type'] === 'input' ? [[textsOf(part['label'])[0] ?? '', textsOf(part['hint'])[0] ?? '']] : [],
        ),
      )

    test('stands where it was read', () => {
      expect(hints(read)).toMatchObject({
        Committee: 'Read on page 1, line 3.',
        'Date of the meeting': 'Read on page 1, line 5.',
        Start: 'Read on page 1, line 6.',
        Place: 'Read on page 1, line 7.',
        'Agenda items': `${words.review.itemsHint} Read from page 1, line 20, to page 2, line 4.`,
        'Public address of the pack': words.review.publicAddressHint,
        'Papers open to inspection since': words.review.openedHint,
        'On the web site since': words.review.onlineHint,
        'Meeting convened at short notice on': words.review.convenedHint,
      })
      const shown = readable(reviewModal(read, words))
      expect(shown).toContain('Vice Chair: *Hamish Ferncastle* (read on page 1, line 10)')
      expect(shown).toContain('Al New (read on page 1, lines 10 to 12)')
    })

    test('stands nothing where the clerk types it', () => {
      expect(Object.values(hints(review)).filter((hint) => hint.includes('Read'))).toEqual([])
    })

    test('of a long agenda stands where its own part was read', () => {
      const items = worst.items.map((_, at) => ({ page: 1 + Math.floor(at / 10), line: (at % 10) + 1 }))
      const parts = Object.entries(hints({ ...worst, where: { items } })).filter(([label]) =>
        label.startsWith('Agenda'),
      )
      const places = parts.map(([, hint]) => /Read .*/.exec(hint)?.[0])
      expect(places[0]).toMatch(/^Read (on|from) page 1, line/)
      expect(places.at(-1)).toMatch(/page 6, lines? .*10\.$/)
      expect(new Set(places).size).toBe(parts.length)
    })

    test('stands what is doubtful, in words, with the request to check it', () => {
      const doubts: ReviewModel['doubts'] = [
        { code: 'weekday-differs', field: 'date', at: { page: 1, line: 5 }, text: 'Tuesday 6 May 2024' },
        { code: 'which-person', field: 'members', at: { page: 1, line: 12 }, text: 'Cllr Ferncastle' },
        { code: 'a-later-version', field: 'venue', at: { page: 1, line: 7 }, text: '<!channel>' },
      ]
      const shown = reviewModal({ ...read, doubts }, words)
      expectShowable(shown)
      const lines = readable(shown)
        .split('\n')
        .filter(
          (line, at, all) => line.includes('Please check it') || all[at - 1]?.includes('Please check it'),
        )
      expect(lines).toEqual([
        ':warning: *Date of the meeting:* The paper says “Tuesday 6 May 2024”, but 6 May 2024 is a Monday. (on page 1, line 5) Please check it before you publish.',
        'Date of the meeting: [2024-05-06]',
        ':warning: *Place:* The reader is not sure of “&lt;!channel&gt;”. (on page 1, line 7) Please check it before you publish.',
        'Place: [Committee Room 2]',
        ':warning: *Members:* Two people of the paper share this name: “Cllr Ferncastle”. (on page 1, line 12) Please check it before you publish.',
        'Members on the paper (3): Ottilie Brandreth, Hamish Ferncastle, Al New (read on page 1, lines 10 to 12)',
      ])
    })

    test('stand three doubts in words, and how many more there are', () => {
      const shown = readable(reviewModal(worst, words))
      expect(shown.match(/Please check it/g)).toHaveLength(3 * fieldsRead.length)
      expect(shown.match(/and 2 more that I am not sure of/g)).toHaveLength(fieldsRead.length)
    })
  })

  test.each([
    ['read', worst],
    ['read, with members that agree', { ...worst, membership: { onlyOnPaper: [], onlyInSeats: [] } }],
    ['read without members', { ...worst, members: [], membership: undefined }],
    ['typed', { ...worst, source: { kind: 'typed' }, marks: [], items: [], publicAddress: '' }],
    ['unreadable', { ...worst, source: { kind: 'unreadable', problem: long('A scan.', 4_000) } }],
    [
      'with weak marks',
      { ...worst, marks: Array.from({ length: 40 }, (_, at) => mark(at, 'possible-exclusion')) },
    ],
  ] as readonly [string, ReviewModel][])('%s is taken by Slack at its worst', (_how, model) => {
    expectShowable(reviewModal(model, words))
  })

  test('holds every item of the longest agenda, and every name', () => {
    const shown = reviewModal(worst, words)
    const typed = Object.values(untouched(shown).state.values)
      .map((value) => JSON.stringify(value))
      .join()
    for (const item of worst.items) expect(typed).toContain(JSON.stringify(lineOf(item)).slice(1, -1))
    const spoken = said(shown).replaceAll(/\s+/g, ' ')
    for (const name of worst.members) expect(spoken.split(escapeMrkdwn(name)).length).toBeGreaterThan(3)
    expect(spoken).toContain('Members on the paper (80)')
  })

  test('shows a paragraph that was misread as a title with a mark where it is cut, for the clerk to shorten', () => {
    const items = [{ number: '1', title: 'A paragraph '.repeat(400).trim() }]
    const shown = reviewModal({ ...review, items }, words)
    expectShowable(shown)
    expect(JSON.stringify(untouched(shown))).toContain('…')
  })

  test('has new fields when it is shown for another pack, so that Slack does not keep the old input', () => {
    const ids = (mark: string) => Object.keys(untouched(reviewModal({ ...review, mark }, words)).state.values)
    expect(ids('1').filter((id) => ids('2').includes(id))).toEqual([])
  })
})

describe('the other views of publishing', () => {
  test('the first form and the wait are taken by Slack', () => {
    expectShowable(packStartModal(words))
    expectShowable(readingView(words))
    expect(readable(packStartModal(words))).toMatchInlineSnapshot(`
      "# Publish a pack
      Give me the agenda pack and I will read the committee, the date and the items from it. You check what I have read before anything is posted.
      The pack as a file: []
      Or its public web address: []
      Leave both empty to type the details yourself: the agenda starts with the committee’s standing items, what its work programme has put down for the meeting, and the reports that were asked for."
    `)
  })

  test('the receipt says who is told, and who is not on Slack', () => {
    const receipt = {
      committeeName: 'Wellbeing & Care Scrutiny Committee',
      date: '2017-09-20',
      startTime: '10:00',
      channelId: 'C0WELLBEING',
      publicAddress: '',
      told: 10,
      withoutSlack: 1,
      fileShared: false,
      notice: noticeFor('2017-09-13', '2017-09-20'),
    }
    expect(readable(publishedView(receipt, words))).toMatchInlineSnapshot(`
      "# Published
      :white_check_mark: *Published:* Wellbeing &amp; Care Scrutiny Committee, Wednesday 20 September 2017, 10 am
      The card goes to <#C0WELLBEING>.
      10 members get a direct message.
      *Notice:* :warning: Short by 1 clear day: 4 of the 5 that are needed. The latest lawful publication is Tuesday 12 September 2017: it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep. Publishing is not stopped, but then each item can be considered only if whoever presides rules at the meeting that special circumstances make it urgent (LGA 1972 s100B(4)(b)).
      5 clear days needed (Local Government Act 1972 s100A(6)(a) and s100B(3), as amended by SI 2002/715); Saturdays, Sundays and bank holidays do not count.
      The papers were opened on Wednesday 13 September 2017 and the meeting is on Wednesday 20 September 2017; neither day counts.
      Counted: Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep = 4 clear days.
      Left out: Sat 16 Sep (weekend); Sun 17 Sep (weekend).
      Short by 1 clear day: 4 of the 5 that are needed.
      The latest lawful publication is Tuesday 12 September 2017: it leaves Wed 13 Sep, Thu 14 Sep, Fri 15 Sep, Mon 18 Sep, Tue 19 Sep.
      :warning: You gave no public address, so members cannot open the papers from Slack: they are told to ask you.
      :envelope: 1 person is not on Slack: the list in your clerks’ channel names them, with text for an e-mail."
    `)
    expectShowable(publishedView({ ...receipt, committeeName: longCommittee, told: 80 }, words))
    expectShowable(publishedView({ ...receipt, channelId: undefined }, words))
    expect(readable(publishedView({ ...receipt, fileShared: true }, words))).toContain(
      'The PDF goes under it, as a reply.',
    )
  })

  test('every refusal is taken by Slack, with eighty clerks to ask', () => {
    const { refusals } = words
    const at = Temporal.Instant.from('2017-09-12T13:05:00Z')
    for (const why of [
      refusals.notAClerk(),
      refusals.notAClerkOf(longCommittee, people(80)),
      refusals.notAClerkOf(longCommittee, []),
      refusals.askAClerk(people(80)),
      refusals.alreadyPublished(longPerson(1), at, 'Europe/London'),
      refusals.changedMeanwhile(),
    ])
      expectShowable(notPublishedView(why, words))
  })

  test('the e-mail holds every name, item and character, as plain text to copy', () => {
    const names = people(80)
    const text = words.email.body({
      meeting: longCommittee,
      venue: worst.venue,
      items: worst.items.map(lineOf),
      address: worst.publicAddress,
      supplements: [{ name: 'Supplement 1', address: worst.publicAddress }],
    })
    const shown = emailView({ names, text }, words)
    expectShowable(shown)
    const spoken = said(shown)
    for (const name of names) expect(spoken.replaceAll(/\s+/g, ' ')).toContain(escapeMrkdwn(name))
    for (const line of text.split('\n')) expect(spoken).toContain(line)
    expect(spoken).toContain(CONTROL)
    expectShowable(emailView({ names: [], text: '' }, words))
  })
})
