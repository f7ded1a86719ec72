import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { votePicture } from '../../src/minutes/vote-picture.ts'
import { type ChoiceInMinutes, VOTE_SIDES, type VoteOfMinutes } from '../../src/votes/types.ts'
import { voteLineWords as say } from '../../src/votes/vote-lines.en.ts'
import { type VoteStyle, voteLines } from '../../src/votes/vote-lines.ts'

const person = (name: string) => ({
  id: name,
  name,
  title: 'Councillor',
  email: undefined,
  slackUserId: undefined,
  language: 'en',
})
const choice = (
  name: string,
  side: ChoiceInMinutes['side'],
  more: Partial<ChoiceInMinutes> = {},
): ChoiceInMinutes => ({
  person: person(name),
  group: 'Red',
  side,
  despite: undefined,
  ...more,
})
const at = Temporal.Instant.from('2017-09-20T10:00:00Z')
const vote = (over: Partial<VoteOfMinutes> = {}): VoteOfMinutes => ({
  id: 'v',
  number: 3,
  revision: 1,
  why: '',
  recordId: 'r',
  itemId: undefined,
  isClosed: false,
  motion: {
    id: 'm',
    recordId: 'r',
    number: 1,
    kind: 'motion',
    parentId: undefined,
    text: 'That it be noted.',
    substantive: 'That it be noted.',
    mover: undefined,
    seconder: undefined,
    state: 'carried',
  },
  question: 'That it be noted.',
  method: 'hands',
  isRecorded: false,
  requestedBy: [],
  presiding: undefined,
  counts: { for: 5, against: 0, abstain: 1, none: 0 },
  isUnanimous: false,
  casting: undefined,
  result: 'carried',
  choices: [],
  barred: [],
  owns: [],
  closedAt: at,
  declaredAt: at,
  ...over,
})
const style = (over: Partial<VoteStyle> = {}): VoteStyle => ({
  layout: 'by-option',
  division: 'counts',
  saysPut: false,
  name: ({ title, name }) => `${title} ${name}`,
  names: (people) => people.map(({ name }) => name).join(', '),
  ...over,
})
const recorded = vote({
  isRecorded: true,
  method: 'rollCall',
  counts: { for: 2, against: 1, abstain: 0, none: 0 },
  choices: [choice('A', 'for'), choice('B', 'for', { group: 'Blue' }), choice('C', 'against')],
  barred: [{ person: person('D'), group: 'Blue', bar: 'interest' }],
})

describe('The lines of a vote', () => {
  test('are a count without names (Melton), or nothing where it was agreed without a vote', () => {
    expect(voteLines(vote(), style(), say).lines).toEqual(['(For 5, Against 0, Abstentions 1)'])
    const agreed = voteLines(vote({ method: 'assent', counts: undefined }), style({ saysPut: true }), say)
    expect([...agreed.lines, ...agreed.after]).toEqual([])
  })

  test('note unanimity in words, with no number in them (F33)', () => {
    const { lines } = voteLines(vote({ isUnanimous: true, counts: undefined }), style(), say)
    expect(lines).toEqual(['(Members voted unanimously in favour of the motion “That it be noted”.)'])
    expect(lines.join()).not.toMatch(/\d/)
  })

  test('keep the casting vote apart from the count (F22)', () => {
    const equal = vote({
      counts: { for: 5, against: 5, abstain: 1, none: 0 },
      casting: { side: 'for', by: person('Chair') },
    })
    const { lines, after } = voteLines(equal, style(), say)
    expect(lines).toEqual(['(For 5, Against 5, Abstentions 1)'])
    expect(after).toEqual([
      'The votes being equal, Councillor Chair, presiding, used the casting vote for it.',
    ])
  })

  test('are by option, by heading, or a table with who did not vote and why', () => {
    expect(voteLines(recorded, style(), say).lines).toEqual([
      '(a) For – 2',
      'A, B',
      '(b) Against – 1',
      'C',
      '(c) Abstentions – 0',
    ])
    expect(voteLines(recorded, style({ layout: 'by-heading' }), say).lines).toEqual([
      'For:- A, B (2)',
      'Against:- C (1)',
      'Abstentions:- (0)',
    ])
    const { table, lines } = voteLines(recorded, style({ layout: 'table' }), say)
    expect(lines).toEqual([])
    expect(table?.rows).toEqual([
      ['Councillor A', 'X', '', '', ''],
      ['Councillor B', 'X', '', '', ''],
      ['Councillor C', '', 'X', '', ''],
      ['Councillor D', '', '', '', 'interest'],
      ['Total', '2', '1', '0', '0'],
    ])
  })

  test('say what a member required of their own vote, what was cast despite an interest, and a correction', () => {
    const { after } = voteLines(
      vote({
        owns: [{ person: person('A'), side: 'against' }],
        choices: [choice('B', 'for', { despite: 'interest' })],
        revision: 2,
        why: 'Misheard',
        result: 'lost',
      }),
      style(),
      say,
    )
    expect(after).toEqual([
      'On being put to the meeting and a vote taken, the motion was declared LOST.',
      'Councillor A requested that their vote against be recorded.',
      'Councillor B voted although an interest barred the vote.',
      '(Corrected: Misheard.)',
    ])
  })

  test('name nobody where the vote was not recorded, whatever was cast', () => {
    const choices = fc.array(fc.constantFrom(...VOTE_SIDES), { maxLength: 12 })
    fc.assert(
      fc.property(choices, fc.constantFrom('by-option', 'by-heading', 'table'), (sides, layout) => {
        const secret = vote({ choices: sides.map((side, place) => choice(`Name${place}`, side)) })
        const { lines, table, after } = voteLines(secret, style({ layout }), say)
        expect(JSON.stringify([lines, table, after])).not.toContain('Name')
      }),
      { numRuns: 50 },
    )
  })
})

describe('The picture of a recorded vote', () => {
  test('is an image by group, and its text says everything that it shows', async () => {
    const picture = await votePicture(recorded)
    expect([...(picture?.png.slice(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')])
    expect(picture?.alt).toBe(
      [
        'Vote 3: Carried: That it be noted.',
        '2 for, 1 against, 0 abstained',
        'Red: For 1 (Councillor A); Against 1 (Councillor C).',
        'Blue: For 1 (Councillor B).',
      ].join('\n'),
    )
  })

  test('there is none where nobody is named', async () => {
    expect(await votePicture(vote())).toBeUndefined()
  })
})
