import { describe, expect, test } from 'vitest'
import { codeOf } from '../../src/interests/kind-rules.ts'
import { type Effect, effectOf, FREE, whipEffect } from '../../src/interests/rules.ts'
import { problemsOfConduct } from '../../src/sitting/interest-rules.ts'
import { effectsOf, type InterestsAtHand } from '../../src/sitting/member-effects.ts'
import { keptDue, letterOf, whyNotAsk } from '../../src/sitting/question-rules.ts'

const england = codeOf({ nation: 'england', own: {}, leavesRoom: true, asksForWhip: undefined })
const wales = codeOf({ nation: 'wales', own: {}, leavesRoom: true, asksForWhip: undefined })
const [dpi, , , affected] = england.kinds.map((kind) => effectOf(kind, england))
const BARRED: Effect = dpi ?? FREE
const NONE: InterestsAtHand = { notices: [], disclosures: [], whipNotices: [], whips: [] }
const notice = { id: 'n', personId: 'a', itemId: 'i', effect: BARRED, kind: 'dpi' }
const disclosed = { ...notice, id: 'd', noticeId: 'n', outcome: 'disclosed' as const }

describe('what a member may do about an item', () => {
  test.each<[string, Partial<InterestsAtHand>, string | undefined, object | undefined]>([
    [
      'follows from a notice that stands',
      { notices: [notice] },
      'i',
      { isDisclosed: false, noticeIds: ['n'] },
    ],
    ['is not touched by a notice of another item', { notices: [notice] }, 'j', undefined],
    [
      'follows from a notice of the whole meeting in every item',
      { notices: [{ ...notice, itemId: undefined }] },
      'j',
      { effect: { mayVote: false } },
    ],
    [
      'follows from the disclosure once the notice is disclosed',
      { notices: [notice], disclosures: [disclosed] },
      'i',
      { isDisclosed: true, disclosureIds: ['d'], noticeIds: [] },
    ],
    [
      'is free where the notice was not declared at the meeting',
      { notices: [notice], disclosures: [{ ...disclosed, outcome: 'notDeclared' }] },
      'i',
      undefined,
    ],
    [
      'is the strictest of several',
      {
        notices: [{ ...notice, id: 'm', effect: affected ?? FREE, kind: 'affected' }],
        disclosures: [disclosed],
      },
      'i',
      { effect: { speaking: 'no', mayVote: false }, kinds: ['dpi', 'affected'] },
    ],
    [
      'has no vote under a whip in Wales',
      { whipNotices: [{ id: 'w', personId: 'a', itemId: 'i', effect: whipEffect(wales) }] },
      'i',
      { isWhipped: true, effect: { speaking: 'yes', mayVote: false }, kinds: [] },
    ],
    [
      'has a vote under a declared whip in England',
      {
        whips: [
          {
            id: 'w',
            personId: 'a',
            itemId: 'i',
            effect: whipEffect(england),
            noticeId: undefined,
            outcome: 'disclosed',
          },
        ],
      },
      'i',
      { isWhipped: true, isDisclosed: true, effect: { mayVote: true } },
    ],
    [
      'follows from the whole meeting alone in business that no agenda listed',
      { notices: [notice, { ...notice, id: 'm', itemId: undefined, personId: 'b' }] },
      undefined,
      { personId: 'b' },
    ],
  ])('%s', (_, at, itemId, expected) => {
    const found = effectsOf({ ...NONE, ...at }, itemId)
    expect(found).toHaveLength(expected ? 1 : 0)
    if (expected) expect(found[0]).toMatchObject(expected)
  })

  test.each([
    ['left', []],
    ['silent', []],
    ['spoke', ['spoke']],
    ['tookPart', ['spoke', 'voted']],
    [undefined, []],
  ] as const)('of one who is barred, "%s" is flagged as it should be', (conduct, problems) => {
    expect(problemsOfConduct(BARRED, conduct)).toEqual(problems)
    expect(problemsOfConduct(FREE, conduct)).toEqual([])
  })
})

describe('a question', () => {
  const said = {
    kind: 'request' as const,
    text: 'The final proposals',
    askerId: undefined,
    askerName: '',
    ownerId: undefined,
    ownerName: '',
    due: 'none' as const,
    dueOn: undefined,
    dueText: '',
  }
  test.each([
    [{}, undefined],
    [{ text: '' }, 'text-missing'],
    [{ due: 'date' as const }, 'day-missing'],
    [{ due: 'event' as const }, 'due-missing'],
    [{ due: 'recurrence' as const }, 'due-missing'],
    [{ due: 'event' as const, dueText: 'once properly developed' }, undefined],
  ])('with %o is refused with %s', (change, code) => {
    expect(whyNotAsk({ ...said, ...change })?.code).toBe(code)
  })

  test('that waits for an event never gets a day (F31)', () => {
    const due = { due: 'event' as const, dueOn: '2018-01-31', dueText: 'once properly developed' }
    expect(keptDue(due)).toEqual({ ...due, dueOn: undefined })
  })

  test('is lettered as minutes letter them', () => {
    expect([0, 1, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'b', 'z', 'aa', 'ab', 'ba'])
  })
})
