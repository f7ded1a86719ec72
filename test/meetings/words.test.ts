import { expect, test } from 'vitest'
import { words } from '../../src/meetings/words.en.ts'

const meeting = {
  committeeName: 'Wellbeing & Care Scrutiny Committee',
  date: '2017-09-20',
  startTime: '10:00',
}

test('a meeting is named as papers name it', () => {
  expect(words.meeting(meeting)).toBe(
    'Wellbeing & Care Scrutiny Committee, Wednesday 20 September 2017, 10 am',
  )
})

test('an entry of a list begins with the date, which is what tells meetings apart', () => {
  expect(words.entry(meeting)).toBe('Wed 20 Sep, 10 am – Wellbeing & Care Scrutiny Committee')
})
