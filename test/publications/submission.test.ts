import { describe, expect, test } from 'vitest'
import { lineOf } from '../../src/publications/item-lines.ts'
import { type ReviewModel, reviewModal } from '../../src/publications/review-view.ts'
import { isWebAddress, reviewSubmission } from '../../src/publications/submission.ts'
import { words } from '../../src/publications/words.en.ts'
import { type Fields, fieldsOf } from '../../src/slack/fields.ts'
import { ids } from '../../src/slack/ids.ts'
import { untouched } from '../support/shown.ts'

const field = ids.pack.field
const filled: Fields = {
  [field.committee]: 'k',
  [field.date]: '2017-09-20',
  [field.time]: '10:00',
  [field.venue]: ' Committee Room 2 ',
  [`${field.items}.1`]: '1. Apologies\n2. Minutes (pages 1-6)',
  [field.publicAddress]: 'https://democracy.underfell.example/pack.pdf',
  [field.publicCopy]: ['yes'],
  [field.openedDate]: '2017-09-12',
  [field.openedTime]: '09:00',
}

describe('what a clerk submits', () => {
  test('is taken as it was typed', () => {
    expect(reviewSubmission(filled, words)).toEqual({
      ok: true,
      fields: {
        committeeId: 'k',
        date: '2017-09-20',
        startTime: '10:00',
        venue: 'Committee Room 2',
        items: [
          { number: '1', title: 'Apologies' },
          { number: '2', title: 'Minutes', pageFrom: 1, pageTo: 6 },
        ],
        publicAddress: 'https://democracy.underfell.example/pack.pdf',
        opened: { date: '2017-09-12', time: '09:00' },
        online: undefined,
        convenedOn: undefined,
        publicCopyConfirmed: true,
        sharesFile: false,
      },
    })
  })

  test('every field that is missing says so at itself', () => {
    expect(reviewSubmission({}, words)).toEqual({
      ok: false,
      errors: {
        [field.committee]: words.review.missing,
        [field.date]: words.review.missing,
        [field.time]: words.review.missing,
        [field.openedDate]: words.review.missing,
        [field.openedTime]: words.review.missing,
      },
    })
  })

  test('another time on the web site is given whole or not at all', () => {
    const read = (more: Fields) => reviewSubmission({ ...filled, ...more }, words)
    expect(read({ [field.onlineDate]: '2017-09-13', [field.onlineTime]: '12:00' })).toMatchObject({
      fields: { online: { date: '2017-09-13', time: '12:00' } },
    })
    expect(read({ [field.onlineTime]: '12:00' })).toEqual({
      ok: false,
      errors: { [field.onlineDate]: words.review.bothOrNeither },
    })
    expect(read({ [field.onlineDate]: '2017-09-13' })).toEqual({
      ok: false,
      errors: { [field.onlineTime]: words.review.bothOrNeither },
    })
  })

  test.each(['25:00', '10:60', '9:30', 'ten', '10:00:00'])(
    '"%s" is no time, and is said to be none',
    (time) => {
      const read = reviewSubmission({ ...filled, [field.time]: time }, words)
      expect(read).toEqual({ ok: false, errors: { [field.time]: words.review.badTime } })
    },
  )

  test.each([
    ['not a web address', 'javascript:alert(1)', words.start.badAddress],
    [
      'too long for a button',
      `https://underfell.example/${'a'.repeat(3_000)}`,
      words.review.addressTooLong(3_000),
    ],
  ])('a public address that is %s is said to be so', (_what, address, error) => {
    const read = reviewSubmission({ ...filled, [field.publicAddress]: address }, words)
    expect(read).toEqual({ ok: false, errors: { [field.publicAddress]: error } })
  })

  test('a line that cannot be read is named at the field where it stands', () => {
    const given = { ...filled, [`${field.items}.2`]: '3. Budget\n4.' }
    const read = reviewSubmission(given, words)
    expect(read).toEqual({
      ok: false,
      errors: { [`${field.items}.2`]: 'Line 2: this item has a number but no title.' },
    })
  })

  test('no tick is no confirmation', () => {
    for (const ticks of [[], null]) {
      const read = reviewSubmission({ ...filled, [field.publicCopy]: ticks }, words)
      expect(read.ok && read.fields.publicCopyConfirmed).toBe(false)
    }
  })

  test('every item of the longest agenda comes back from the form, in order', () => {
    const items = Array.from({ length: 120 }, (_, place) => ({
      number: String(place + 1),
      title: `${place + 1} ${'long '.repeat(98)}end`,
    }))
    const view = reviewModal({ ...emptyModel, items }, words)
    const given = { ...fieldsOf(untouched(view)), [field.date]: '2017-09-20', [field.time]: '10:00' }
    const read = reviewSubmission(given, words)
    const back = read.ok ? read.fields.items.map(lineOf) : []
    expect(back.length).toBe(items.length)
    expect(back.join('\n') === items.map(lineOf).join('\n')).toBe(true)
  })
})

describe('a web address', () => {
  test.each([
    ['https://democracy.underfell.example/pack.pdf', true],
    ['http://underfell.example', true],
    ['underfell.example/pack.pdf', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['https://clerk:secret@underfell.example/pack.pdf', false],
    ['https://', false],
    ['', false],
  ])('"%s": %s', (text, is) => {
    expect(isWebAddress(text)).toBe(is)
  })
})

const emptyModel: ReviewModel = {
  opened: { date: '2017-09-12', time: '09:00' },
  notice: undefined,
  metadata: '{}',
  mark: 'mark',
  source: { kind: 'typed' },
  committees: [{ value: 'k', text: 'Wellbeing Scrutiny' }],
  committeeId: 'k',
  unknownCommittee: undefined,
  date: undefined,
  time: undefined,
  venue: '',
  items: [],
  chair: '',
  viceChair: '',
  members: [],
  membership: undefined,
  alsoHolds: [],
  marks: [],
  mayShareFile: false,
  publicAddress: '',
  where: {},
  doubts: [],
}
