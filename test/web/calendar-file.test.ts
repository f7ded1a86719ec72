import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../src/calendar/civil.ts'
import { type CalendarMeeting, calendarFeed, calendarFile } from '../../src/web/calendar-file.ts'

const at = (text: string) => Temporal.Instant.from(text)

function meeting(over: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return {
    id: '0198f0c2-7a10-7000-8000-00000000a001',
    committeeName: 'Health and Adult Care Scrutiny Committee',
    date: '2017-09-20',
    startTime: '10:00',
    timeZone: 'Europe/London',
    startsAt: at('2017-09-20T09:00:00Z'),
    endsAt: at('2017-09-20T11:30:00Z'),
    venue: 'Room 2; first floor, Town Hall\nRiver Street',
    state: 'scheduled',
    version: 3,
    changedAt: at('2017-09-12T13:05:00Z'),
    address: 'https://democracy.example/pack.pdf?a=1;b=2',
    ...over,
  }
}

/** As a calendar reads it: lines unfolded, then names and values. */
function read(file: string): string[] {
  expect(file.endsWith('\r\n')).toBe(true)
  return file.replaceAll('\r\n ', '').trimEnd().split('\r\n')
}

describe('The calendar file of a meeting', () => {
  test('says when in London’s time with its rules, where, and which version it is', () => {
    const lines = read(calendarFile(meeting()))
    expect(lines.slice(0, 6)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Scrutineer//Meetings of scrutiny committees//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE',
    ])
    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:0198f0c2-7a10-7000-8000-00000000a001@scrutineer',
      'DTSTAMP:20170912T130500Z',
      'LAST-MODIFIED:20170912T130500Z',
      'SEQUENCE:2',
      'STATUS:CONFIRMED',
      'DTSTART;TZID=Europe/London:20170920T100000',
      'DTEND;TZID=Europe/London:20170920T123000',
      'SUMMARY:Health and Adult Care Scrutiny Committee',
      'LOCATION:Room 2\\; first floor\\, Town Hall\\nRiver Street',
      'URL:https://democracy.example/pack.pdf?a=1;b=2',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test.each([
    ['cancelled', 'Cancelled'],
    ['postponed', 'Postponed'],
  ] as const)('of a meeting that is %s takes it out', (state, word) => {
    const lines = read(calendarFile(meeting({ state })))
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain(`SUMMARY:${word}: Health and Adult Care Scrutiny Committee`)
  })

  test('in another zone gives the instant, which needs no rules', () => {
    const file = calendarFile(meeting({ timeZone: 'Atlantic/Stanley' }))
    expect(file).toContain('DTSTART:20170920T090000Z')
    expect(file).not.toContain('VTIMEZONE')
  })

  test('without a place or an address leaves them out', () => {
    const file = calendarFile(meeting({ venue: '', address: '' }))
    expect(file).not.toMatch(/LOCATION|URL/)
  })

  test('gives the wall clock on both sides of each clock change', () => {
    for (const [date, time] of [
      ['2017-03-25', '10:00'],
      ['2017-03-26', '10:00'],
      ['2017-10-28', '18:30'],
      ['2017-10-29', '18:30'],
    ] as const) {
      const startsAt = instantOf(date, time, 'Europe/London')
      const file = calendarFile(meeting({ startsAt, endsAt: startsAt.add({ hours: 1 }) }))
      const local = `${date.replaceAll('-', '')}T${time.replace(':', '')}00`
      expect(file).toContain(`DTSTART;TZID=Europe/London:${local}`)
    }
  })

  test('has no line over 75 bytes, and nothing that a person wrote becomes a line of its own', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 200 }),
        (name, venue) => {
          const file = calendarFile(meeting({ committeeName: name, venue }))
          for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          const names = read(file).map((line) => line.split(/[:;]/)[0])
          const expected = read(calendarFile(meeting({ committeeName: 'x', venue: venue === '' ? '' : 'y' })))
          expect(names).toEqual(expected.map((line) => line.split(/[:;]/)[0]))
        },
      ),
    )
  })
})

describe('The feed of a committee’s meetings', () => {
  const later = meeting({ id: '0198f0c2-7a10-7000-8000-00000000a002', version: 1, state: 'cancelled' })

  test('holds every meeting with a name of its own that stays, and cancelled ones as cancelled', () => {
    const lines = read(calendarFeed('Health, Care & Wellbeing', [meeting(), later]))
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
      'UID:0198f0c2-7a10-7000-8000-00000000a001@scrutineer',
      'UID:0198f0c2-7a10-7000-8000-00000000a002@scrutineer',
    ])
    expect(lines.filter((line) => line.startsWith('STATUS:'))).toEqual([
      'STATUS:CONFIRMED',
      'STATUS:CANCELLED',
    ])
    expect(lines.filter((line) => line.startsWith('SEQUENCE:'))).toEqual(['SEQUENCE:2', 'SEQUENCE:0'])
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
    expect(lines).toContain('NAME:Health\\, Care & Wellbeing')
  })

  test('is a whole calendar without any meeting', () => {
    const lines = read(calendarFeed('Health', []))
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    expect(lines.filter((line) => line.includes('VEVENT'))).toEqual([])
  })
})
