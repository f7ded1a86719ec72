import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNotRespond } from '../../src/tracker/response-rules.ts'
import { isAbout, topicWordsOf } from '../../src/tracker/standing-rules.ts'
import { isLive, ROW_ACTS, stateAfter, whyNotClose } from '../../src/tracker/state-rules.ts'
import { isTrackingItem } from '../../src/tracker/tracking-item.ts'
import { TRACKED_STATES, type TrackedState } from '../../src/tracker/types.ts'

describe('the states of a row', () => {
  test('whatever is done to a row and in whatever order, only the committee’s closing closes it (law 6)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROW_ACTS), { maxLength: 30 }), (acts) => {
        let state: TrackedState = 'open'
        for (const act of acts) {
          const next = stateAfter(act, state)
          if (next === undefined) continue
          if (next === 'closed') expect(act).toBe('close')
          if (state === 'closed') expect(act).toBe('reopen')
          state = next
        }
      }),
    )
  })

  test('each state that is not live leads back to open, save where another row has taken its place', () => {
    const over = TRACKED_STATES.filter((state) => !isLive({ state }))
    const back = over.filter((state) => ROW_ACTS.some((act) => stateAfter(act, state) === 'open'))
    expect(over).toEqual(['closed', 'superseded', 'transferred', 'withdrawn'])
    expect(back).toEqual(['closed', 'withdrawn'])
  })

  test.each([
    ['a row of its own', {}, undefined],
    ['another committee’s', { committeeId: 'other' }, 'other-committee'],
    ['one that is closed', { state: 'closed' as const }, 'row-over'],
    ['one that was asked for later', { metOn: '2017-09-21' }, 'too-early'],
    ['one of the same day', { metOn: '2017-09-20' }, undefined],
  ])('a committee closes at its meeting: %s', (_, row, expected) => {
    const meeting = { committeeId: 'ours', date: '2017-09-20' }
    const standing = { committeeId: 'ours', state: 'proposed' as const, metOn: '2017-08-09', ...row }
    expect(whyNotClose(standing, meeting)).toBe(expected)
  })

  test.each([
    'Tracking Resolutions',
    'Action Log',
    'Rolling actions log',
    'Outstanding actions',
    'Matters arising',
    'Recommendation tracker',
  ])('“%s” is the item under which rows are closed', (title) => expect(isTrackingItem(title)).toBe(true))

  test.each(['Fracture clinics', 'Minutes', 'Work programme', 'Transactions of the pension fund'])(
    '“%s” is not',
    (title) => expect(isTrackingItem(title)).toBe(false),
  )
})

describe('a response', () => {
  const said = {
    state: 'accepted' as const,
    reasons: '',
    proposed: '',
    body: 'Cabinet',
    consideredOn: '2017-11-14',
    minute: '61',
    publishedOn: undefined,
  }
  const of = { metOn: '2017-09-20', isClosed: false, today: '2017-11-20' }

  test.each([
    ['accepted as it stands needs no reasons', {}, {}, undefined],
    ['in part needs its reasons', { state: 'inPart' as const }, {}, 'reasons-missing'],
    ['rejected needs its reasons', { state: 'rejected' as const }, {}, 'reasons-missing'],
    ['noted only needs its reasons', { state: 'notedOnly' as const }, {}, 'reasons-missing'],
    ['not feasible needs its reasons', { state: 'unfeasible' as const }, {}, 'reasons-missing'],
    ['rejected with reasons stands', { state: 'rejected' as const, reasons: 'No money.' }, {}, undefined],
    [
      'reasons for closed business stay in its papers',
      { state: 'rejected' as const },
      { isClosed: true },
      undefined,
    ],
    ['is somebody’s', { body: '' }, {}, 'body-missing'],
    ['is not considered in the future', { consideredOn: '2017-11-21' }, {}, 'not-yet'],
    ['is not considered before it was asked for', { consideredOn: '2017-09-19' }, {}, 'before-it-was-made'],
    ['is not published before it was considered', { publishedOn: '2017-11-13' }, {}, 'published-before'],
  ])('%s', (_, response, about, expected) => {
    expect(whyNotRespond({ ...said, ...response }, { ...of, ...about })?.code).toBe(expected)
  })
})

describe('a standing condition', () => {
  test('speaks of later items by the words of its own item, and of the condition where that has none', () => {
    const topic = 'Establishing a Strategic Partnership with Torbay Council'
    expect(topicWordsOf({ topic, text: '' })).toEqual(['establishing', 'strategic', 'partnership', 'torbay'])
    expect(topicWordsOf({ topic: '', text: 'That such reports include fracture clinics.' })).toEqual([
      'fracture',
      'clinics',
    ])
  })

  test.each([
    ['Torbay partnership: due diligence', true],
    ['Strategic partnerships in the region', true],
    ['Torbay lido', false],
    ['Fracture clinics', false],
    ['', false],
  ])('“%s” is about it: %s', (title, expected) => {
    expect(isAbout(title, ['strategic', 'partnership', 'torbay'])).toBe(expected)
  })

  test('a single word, or a phrase that the clerk wrote, is enough', () => {
    expect(isAbout('Fracture clinics at Derriford', ['fracture clinic'])).toBe(true)
    expect(isAbout('Clinics for fractures', ['fracture clinic'])).toBe(false)
    expect(isAbout('Anything', [])).toBe(false)
  })
})
