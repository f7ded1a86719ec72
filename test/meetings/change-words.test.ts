import { describe, expect, test } from 'vitest'
import { emailText } from '../../src/meetings/change-email.ts'
import {
  faceAfter,
  kindsOfChange,
  type MeetingFace,
  type WantedMeeting,
} from '../../src/meetings/change-rules.ts'
import { changeWords } from '../../src/meetings/change-words.en.ts'

const COMMITTEE = 'Wellbeing Scrutiny Committee'
const planned: MeetingFace = {
  state: 'scheduled',
  date: '2027-01-20',
  startTime: '10:00',
  venue: 'Staithe Room',
}
const cancelled = { ...planned, state: 'cancelled' } as const
const postponed = { ...planned, state: 'postponed' } as const

function told(before: MeetingFace, wanted: WantedMeeting, reason = '') {
  const after = faceAfter(before, wanted)
  return { before, after, kinds: kindsOfChange(before, after), reason }
}
const hold = (changes: Partial<MeetingFace>): WantedMeeting => ({ ...planned, ...changes, to: 'scheduled' })

describe('a change is told plainly: what, from what to what', () => {
  test.each([
    [
      told(planned, { to: 'cancelled' }),
      'Cancelled: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am.',
    ],
    [
      told(planned, { to: 'postponed' }),
      'Postponed: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am. A new date will be sent.',
    ],
    [
      told(planned, hold({ date: '2027-01-28', startTime: '14:00' })),
      'Moved: Wellbeing Scrutiny Committee, from Wednesday 20 January, 10 am, to Thursday 28 January 2027, 2 pm.',
    ],
    [
      told(planned, hold({ date: '2028-01-20', venue: 'Wherry Room' })),
      'Moved: Wellbeing Scrutiny Committee, from Wednesday 20 January 2027, 10 am, to Thursday 20 January 2028, 10 am. Place: Wherry Room, no longer Staithe Room.',
    ],
    [
      told(planned, hold({ startTime: '14:30' })),
      'Another time: Wellbeing Scrutiny Committee, Wednesday 20 January 2027: at 2.30 pm, not 10 am.',
    ],
    [
      told(planned, hold({ venue: 'Wherry Room' })),
      'Another room: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am. Place: Wherry Room, no longer Staithe Room.',
    ],
    [
      told({ ...planned, venue: '' }, hold({ venue: 'Wherry Room' })),
      'Another room: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am. Place: Wherry Room.',
    ],
    [
      told(planned, hold({ startTime: '12:00', venue: '' })),
      'Another time and room: Wellbeing Scrutiny Committee, Wednesday 20 January 2027: at noon, not 10 am. The place is not known yet; it is no longer Staithe Room.',
    ],
    [
      told(cancelled, hold({})),
      'Takes place after all: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am, Staithe Room. The cancellation is taken back.',
    ],
    [
      told(cancelled, hold({ date: '2027-01-28', venue: 'Wherry Room' })),
      'Takes place after all: Wellbeing Scrutiny Committee, Thursday 28 January 2027, 10 am, Wherry Room. The cancellation is taken back. It was to be on Wednesday 20 January, 10 am. Place: Wherry Room, no longer Staithe Room.',
    ],
    [
      told(postponed, hold({})),
      'Takes place after all: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am, Staithe Room. The postponement is taken back.',
    ],
    [
      told(postponed, hold({ date: '2027-01-28', startTime: '14:00' })),
      'New date: Wellbeing Scrutiny Committee, Thursday 28 January 2027, 2 pm, Staithe Room. It was postponed from Wednesday 20 January, 10 am.',
    ],
    [
      told(cancelled, { to: 'postponed' }),
      'Postponed: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am. A new date will be sent.',
    ],
  ])('%#', (change, said) => {
    expect(changeWords.plain(COMMITTEE, change)).toBe(said)
  })
})

test('the reason follows, and is data', () => {
  const change = told(planned, { to: 'cancelled' }, 'Floods <!channel> & wind')
  expect(changeWords.line(COMMITTEE, change).text).toBe(
    ':no_entry_sign: *Cancelled:* Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am.\n*Why:* Floods &lt;!channel&gt; &amp; wind',
  )
})

test('what a later change has overtaken says what holds now', () => {
  expect(changeWords.overtaken(cancelled).text).toContain('*Changed again since:* it is now cancelled.')
  expect(changeWords.overtaken(postponed).text).toContain('it is now postponed, without a new date yet.')
  expect(changeWords.overtaken(planned).text).toContain(
    'it is now on Wednesday 20 January 2027, 10 am, Staithe Room.',
  )
})

test('the e-mail asks again only where there is a new day', () => {
  expect(emailText(COMMITTEE, told(planned, { to: 'cancelled' }, 'Snow'))).toMatchInlineSnapshot(`
    "Cancelled: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am

    Dear colleague,

    Cancelled: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am.

    Why: Snow

    You are not expected."
  `)
  expect(emailText(COMMITTEE, told(planned, hold({ date: '2027-01-28' })))).toMatchInlineSnapshot(`
    "Moved: Wellbeing Scrutiny Committee, Wednesday 20 January 2027, 10 am

    Dear colleague,

    Moved: Wellbeing Scrutiny Committee, from Wednesday 20 January, 10 am, to Thursday 28 January 2027, 10 am.

    Please let me know whether you will be there on the new day."
  `)
  expect(emailText(COMMITTEE, told(planned, hold({ venue: 'x' })))).not.toContain('let me know')
})
