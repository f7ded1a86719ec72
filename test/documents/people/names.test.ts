import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { peopleAtEnd, peopleIn, piecesIn } from '../../../src/documents/records/phrases/people.ts'
import { mentionsIn } from '../../../src/documents/records/phrases/person.ts'
import { isSamePerson } from '../../../src/documents/records/phrases/same-person.ts'

const surname = fc.constantFrom(
  'Ash',
  'Birch',
  'Cole',
  'Dale',
  'Elm',
  "O'Fern",
  'Gorse-Heath',
  'McIvy',
  'Ward',
  'Hall',
)
const surnames = fc.uniqueArray(surname, { minLength: 2, maxLength: 8 })
const named = (text: string): string[] => peopleIn(text).map(({ name }) => name)

describe('whoever a list names is read, in its order', () => {
  const inWords = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

  test('after Councillors, without titles of their own', () => {
    fc.assert(
      fc.property(surnames, (names) => {
        expect(named(`Councillors ${inWords(names)}`)).toEqual(names)
      }),
    )
  })

  test('each with a title, with or without commas', () => {
    fc.assert(
      fc.property(surnames, fc.constantFrom(', ', '; ', ' ', '\n', ' and '), (names, between) => {
        const list = names.map((name) => `Cllr J ${name}`).join(between)
        expect(named(list)).toEqual(names.map((name) => `J ${name}`))
      }),
    )
  })

  test('with what stands in brackets beside each kept apart', () => {
    fc.assert(
      fc.property(
        surnames,
        fc.constantFrom(
          'Labour',
          'Quay and Pier ward',
          'substitute for Councillor Zed',
          'Chair of Vale Trust',
        ),
        (names, note) => {
          const people = peopleIn(`Councillors ${inWords(names.map((name) => `${name} (${note})`))}`)
          expect(people.map(({ name, notes }) => [name, notes])).toEqual(names.map((name) => [name, [note]]))
        },
      ),
    )
  })
})

test.each([
  ['John Ash, Head of Legal and Governance; Jane Birch, Director of Place', ['John Ash', 'Jane Birch']],
  ['Head of Legal (A Ash), Director of Place (B Birch)', ['A Ash', 'B Birch']],
  ['the Chief Executive, the Director of Resources and officers', []],
  ['There were none', []],
  ['4 members of the public', []],
  ["Further to Councillor Ash's report, Councillor Birch", ['Birch']],
])('%s', (text, names) => {
  expect(named(text)).toEqual(names)
})

test('those before a verb are told from those whom the sentence names before', () => {
  expect(
    peopleAtEnd('Councillor Ash asked about the pier and, under item 4, Councillors Birch and Cole').map(
      ({ name }) => name,
    ),
  ).toEqual(['Birch', 'Cole'])
})

test.each(['Councillor ', 'Cllr A ', 'Mr Mrs Ms Dr ', '(', 'J Ash B Birch ', 'Ash, ', 'de la '])(
  'a line of nothing but %j is read at once',
  (word) => {
    const from = performance.now()
    piecesIn(word.repeat(20_000 / word.length), { surnames: true, clerk: true })
    expect(performance.now() - from).toBeLessThan(1000)
  },
)

test('titled names are found wherever they stand', () => {
  expect(
    mentionsIn('It was noted that Cllr J de Souza sat for Councillor Birch.').map(({ name }) => name),
  ).toEqual(['J de Souza', 'Birch'])
})

test.each([
  ['Ash', 'Jo Ash', true],
  ['J Ash', 'Jo Ash', true],
  ['J. Ash', 'M Ash', false],
  ['Jo Ash', 'Jim Ash', false],
  ['Ash', 'Birch', false],
])('%s and %s: one person %s', (one, other, same) => {
  expect(isSamePerson(one, other)).toBe(same)
  expect(isSamePerson(other, one)).toBe(same)
})
