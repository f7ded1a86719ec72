import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { MemberState } from '../../src/apologies/rules.ts'
import type { CouncilPerson } from '../../src/committees/people.ts'
import { attendanceOfSitting } from '../../src/minutes/attendance-of-sitting.ts'
import { differencesOf } from '../../src/minutes/differences.ts'
import { clashesOf, nextNumber } from '../../src/minutes/number-rules.ts'
import { sayDifference } from '../../src/minutes/say-difference.ts'
import type { PresenceMode } from '../../src/sitting/types.ts'

const at = (minutes: number) => Temporal.Instant.from('2017-09-20T09:00:00Z').add({ minutes })
const person = (name: string): CouncilPerson => ({
  id: name,
  name,
  title: 'Councillor',
  email: undefined,
  slackUserId: undefined,
  language: 'en',
})
const ALL = ['Ash', 'Birch', 'Cole', 'Dale', 'Elm', 'Fir'].map(person)

type Line = [string, 'arrived' | 'left', number, { mode?: PresenceMode; for?: string }?]

/** Ash is the Chair, Birch the Vice Chair, Fir a named substitute; closed after 100 minutes. */
function told(
  lines: readonly Line[],
  answers: Readonly<Record<string, MemberState>> = {},
  chairs = [['Ash', 0]] as [string, number][],
) {
  return attendanceOfSitting(
    {
      meeting: meetingAtHand(),
      openedAt: at(0),
      closedAt: at(100),
      members: ALL.map((one, place) => ({
        seatId: one.id,
        position: place + 1,
        kind: one.name === 'Fir' ? ('substitute' as const) : ('member' as const),
        voting: 'always' as const,
        office: place === 0 ? ('chair' as const) : place === 1 ? ('viceChair' as const) : ('none' as const),
        group: undefined,
        person: one,
      })),
      people: new Map(ALL.map((one) => [one.id, one])),
      roll: lines.map(([personId, kind, minutes, more], place) => ({
        id: String(place).padStart(3, '0'),
        personId,
        kind,
        mode: more?.mode ?? 'inRoom',
        forId: more?.for,
        at: at(minutes),
      })),
      chairs: chairs.map(([personId, minutes], place) => ({
        id: String(place),
        personId,
        recordId: undefined,
        at: at(minutes),
      })),
    },
    Object.entries(answers).map(([name, state]) => ({ person: person(name), state, inMinutes: '' })),
  )
}

function meetingAtHand() {
  return {
    id: 'm',
    committeeId: 'c',
    committeeName: 'Health',
    channelId: undefined,
    clerksChannelId: undefined,
    quorum: 3,
    date: '2017-09-20',
    startTime: '10:00',
    timeZone: 'Europe/London',
    startsAt: at(0),
    endsAt: at(120),
    venue: '',
    state: 'scheduled' as const,
    convenedOn: undefined,
    answersSince: undefined,
    version: 1,
  }
}

const names = (people: readonly { readonly name: string }[] = []) => people.map(({ name }) => name)

describe('attendance by the roll', () => {
  test('has members present, apologies and those absent without', () => {
    const { attendance, movements } = told(
      [
        ['Ash', 'arrived', 0],
        ['Birch', 'arrived', 0],
      ],
      { Cole: 'absent', Dale: 'coming', Elm: 'late' },
    )
    expect(names(attendance.present)).toEqual(['Ash', 'Birch'])
    expect(attendance.present.map(({ inTheChair, viceChair }) => [inTheChair, viceChair])).toEqual([
      [true, false],
      [false, true],
    ])
    expect(names(attendance.apologies)).toEqual(['Cole'])
    expect(names(attendance.absent)).toEqual(['Dale', 'Elm'])
    expect(movements).toEqual([])
  })

  test('has whoever sat for an absent member among the present, and the member among the apologies', () => {
    const { attendance } = told(
      [
        ['Ash', 'arrived', 0],
        ['Fir', 'arrived', 0, { for: 'Cole' }],
      ],
      {
        Cole: 'absent',
        Birch: 'absent',
      },
    )
    expect(attendance.present.at(-1)).toMatchObject({ name: 'Fir', sitsFor: { name: 'Cole' } })
    expect(attendance.apologies.find(({ name }) => name === 'Cole')?.substitute?.name).toBe('Fir')
  })

  test('never counts who only looks on from afar', () => {
    const { attendance } = told(
      [
        ['Ash', 'arrived', 0],
        ['Dale', 'arrived', 0, { mode: 'remoteObserver' }],
      ],
      { Dale: 'absent' },
    )
    expect(names(attendance.present)).toEqual(['Ash'])
    expect(names(attendance.remoteObservers)).toEqual(['Dale'])
    expect(names(attendance.apologies)).toEqual(['Dale'])
    expect(names(attendance.absent)).not.toContain('Dale')
  })

  test('tells comings and goings at their true times, and no end of the meeting', () => {
    const { movements, attendance } = told(
      [
        ['Ash', 'arrived', 0],
        ['Cole', 'arrived', 20],
        ['Dale', 'arrived', 0],
        ['Dale', 'left', 30],
        ['Dale', 'arrived', 40],
        ['Elm', 'arrived', 77],
        ['Ash', 'left', 100],
      ],
      { Elm: 'late' },
    )
    expect(movements.map(({ person: { name }, kind, at: time }) => [name, kind, time])).toEqual([
      ['Cole', 'joined', '10:20'],
      ['Dale', 'left', '10:30'],
      ['Dale', 'returned', '10:40'],
    ])
    expect(attendance.late).toMatchObject([{ name: 'Elm', joined: '11:17' }])
  })

  test('says who took the chair later', () => {
    const { chairs, attendance } = told([['Birch', 'arrived', 0]], {}, [
      ['Birch', 0],
      ['Ash', 30],
    ])
    expect(attendance.present[0]).toMatchObject({ name: 'Birch', inTheChair: true })
    expect(chairs).toMatchObject([{ person: { name: 'Ash' }, at: '10:30' }])
  })
})

describe('numbers of minutes', () => {
  const minutes = (date: string, first: number, last: number, isSigned = false) => ({
    meetingId: date,
    date,
    first,
    last,
    isSigned,
  })

  test('go on from the meetings before, whatever was drafted first', () => {
    expect(nextNumber([], '2017-06-14')).toBe(1)
    expect(nextNumber([minutes('2017-06-14', 1, 18)], '2017-08-09')).toBe(19)
    expect(nextNumber([minutes('2017-06-14', 1, 18), minutes('2017-10-11', 30, 40)], '2017-08-09')).toBe(19)
  })

  test.each([
    [19, 11, ['signed'], []],
    [17, 2, ['signed'], []],
    [19, 1, [], []],
    [29, 2, [], ['draft']],
    [41, 9, [], []],
  ])('from %d for %d items clash with what is there', (first, count, signed, drafts) => {
    const others = [
      minutes('2017-06-14', 1, first === 19 && count === 11 ? 19 : 18, true),
      minutes('2017-10-11', 30, 40),
    ]
    const found = clashesOf(others, { first, count })
    expect([found.signed.length, found.drafts.length]).toEqual([signed.length, drafts.length])
  })
})

describe('differences between a text and the record', () => {
  const ours = {
    kind: 'minutes' as const,
    chair: 'Ash',
    present: ['Ash', 'Birch'],
    apologies: ['Cole'],
    resolutions: [{ item: '3', text: 'that the plan be approved.' }],
    votes: [{ item: '3', mode: 'show-of-hands' as const, result: 'carried' as const, for: 5, against: 2 }],
  }

  test('are none where only the layout differs, or a first name is added', () => {
    const theirs = {
      ...ours,
      chair: 'Ann Ash',
      present: ['Bea Birch', 'Ann Ash'],
      resolutions: [{ item: '3', text: 'That  the Plan be approved' }],
    }
    expect(differencesOf(ours, theirs)).toEqual([])
  })

  test('name the person, the resolution and the vote, in plain words', () => {
    const theirs = {
      ...ours,
      chair: 'Birch',
      present: ['Ash', 'Dale'],
      resolutions: [
        { item: '3', text: 'that the plan be refused.' },
        { item: '4', text: 'that it be noted.' },
      ],
      votes: [{ item: '3', mode: 'show-of-hands' as const, result: 'carried' as const, for: 4, against: 2 }],
    }
    const said = differencesOf(ours, theirs).map((one) => sayDifference(one).text)
    expect(said).toEqual([
      'The record has *Birch* present; the text does not.',
      'The text has *Dale* present; the record does not.',
      'In the chair: *Ash* by the record, *Birch* by the text.',
      'Minute 3: the resolution reads differently.\nRecord: “that the plan be approved.”\nText: “that the plan be refused.”',
      'Minute 4: the text has a resolution that the record does not: “that it be noted.”',
      'Minute 3: the vote differs.\nRecord: carried; for 5; against 2\nText: carried; for 4; against 2',
    ])
  })
})
