import { Temporal } from 'temporal-polyfill'
import type { MinutesPhrase } from '../apologies/minutes-phrases.ts'
import type { AttendanceLineWords } from './attendance-lines.en.ts'
import { bySurname, listed, type NamedPerson, nameIn, namesIn } from './attendance-names.ts'
import type { AttendanceStyle } from './attendance-styles.ts'

/** Who was there, as recorded. Who follows from afar is not present in the sense of the law (England). */
export interface AttendanceOfMeeting {
  readonly present: readonly (NamedPerson & {
    /** Presided, whoever holds the office. */
    readonly inTheChair?: boolean
    readonly viceChair?: boolean
    /** Whose seat they took for this meeting. */
    readonly sitsFor?: NamedPerson
  })[]
  readonly apologies: readonly (NamedPerson & {
    /** What the member lets the minutes say; nothing when absent. */
    readonly because?: MinutesPhrase
    /** Who sat for them. */
    readonly substitute?: NamedPerson
  })[]
  /** Neither came nor sent apologies. */
  readonly absent?: readonly NamedPerson[]
  readonly late?: readonly (NamedPerson & {
    /** Local time `HH:MM`; absent where it was not recorded. */
    readonly joined?: string
    /** Absent for the end of the meeting. */
    readonly left?: string
  })[]
  readonly remoteObservers?: readonly NamedPerson[]
}

/** The lines of the minutes, by part; an empty part has nothing to say. */
export interface AttendanceLines {
  readonly present: readonly string[]
  readonly apologies: readonly string[]
  readonly substitutes: readonly string[]
  readonly absent: readonly string[]
  readonly lateness: readonly string[]
  readonly remote: readonly string[]
}

/**
 * Who was present, away and in whose place, in a council's house style. The names of those present are what the law
 * asks for (LGA 1972 Sch 12 para 40); the rest is convention. An absent member stays among the apologies though
 * somebody sat for them.
 */
export function attendanceLines(
  meeting: AttendanceOfMeeting,
  style: AttendanceStyle,
  say: AttendanceLineWords,
): AttendanceLines {
  const { absent = [], late = [], remoteObservers = [] } = meeting
  const sorted = (people: readonly NamedPerson[]) => namesIn(people.toSorted(bySurname), style)
  return {
    present: presentLines(meeting, style, say),
    apologies: [apologiesLine(meeting, style, say)],
    substitutes: substituteLines(meeting, style, say),
    absent: absent.length === 0 ? [] : [say.absent[style.absent](sorted(absent), absent.length > 1)],
    lateness: late
      .toSorted(bySurname)
      .map((one) => say.lateness(nameIn(one, style), timeIn(one.joined, say), timeIn(one.left, say))),
    remote:
      remoteObservers.length === 0 ? [] : [say.remote(sorted(remoteObservers), remoteObservers.length > 1)],
  }
}

type Present = AttendanceOfMeeting['present'][number]

function presentLines(
  { present }: AttendanceOfMeeting,
  style: AttendanceStyle,
  say: AttendanceLineWords,
): string[] {
  if (present.length === 0) return [say.nobodyPresent]
  const chair = present.filter(({ inTheChair }) => inTheChair)
  const vice = present.filter(({ inTheChair, viceChair }) => viceChair && !inTheChair)
  const members = present.filter((one) => !chair.includes(one) && !vice.includes(one)).toSorted(bySurname)
  const sitting = ({ sitsFor }: Present) =>
    sitsFor && style.substitutes === 'substitute-for'
      ? say.substitutes.substituteFor(nameIn(sitsFor, style))
      : ''
  if (style.present === 'lines')
    return [
      say.presentHeading,
      ...chair.map((one) => say.chair(nameIn(one, style))),
      ...vice.map((one) => say.viceChair(nameIn(one, style))),
      ...(members.length === 0 ? [] : [say.members(namesIn(members, style, sitting))]),
    ]
  const office = (one: Present) => (one.inTheChair ? say.inTheChair : one.viceChair ? say.asViceChair : '')
  const all = namesIn([...chair, ...vice, ...members], style, (one) => `${office(one)}${sitting(one)}`)
  return [say.presentList(all)]
}

type Apology = AttendanceOfMeeting['apologies'][number]

function apologiesLine(
  meeting: AttendanceOfMeeting,
  style: AttendanceStyle,
  say: AttendanceLineWords,
): string {
  const apologies = meeting.apologies.toSorted(bySurname)
  if (apologies.length === 0) return say.none[style.none]
  const because = ({ because: phrase = '' }: Apology) => {
    const said = say.phrases[phrase]
    return said === '' ? '' : ` (${said})`
  }
  const names =
    style.substitutes === 'represented' && apologies.some(({ substitute }) => substitute)
      ? representedNames(apologies, style, say, because)
      : namesIn(apologies, style, (one) => `${because(one)}${inBrackets(one, style, say)}`)
  return style.apologies === 'label'
    ? say.apologies.label(names)
    : say.apologies[style.apologies](names, apologies.length > 1)
}

/** Each with who sat for them; those without a substitute first, so that the clause leans on nobody else. */
function representedNames(
  apologies: readonly Apology[],
  style: AttendanceStyle,
  say: AttendanceLineWords,
  because: (one: Apology) => string,
): string {
  const alone = apologies.filter(({ substitute }) => !substitute)
  const represented = apologies.flatMap((one) =>
    one.substitute
      ? [`${nameIn(one, style)}${because(one)}${say.substitutes.represented(nameIn(one.substitute, style))}`]
      : [],
  )
  const parts = [...(alone.length === 0 ? [] : [namesIn(alone, style, because)]), ...represented]
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('; ')}; and ${last}`
}

function inBrackets({ substitute }: Apology, style: AttendanceStyle, say: AttendanceLineWords): string {
  if (!substitute) return ''
  if (style.substitutes === 'substituted-by') return say.substitutes.substitutedBy(nameIn(substitute, style))
  return style.substitutes === 'sub' ? say.substitutes.sub(nameIn(substitute, style)) : ''
}

function substituteLines(
  { apologies, present }: AttendanceOfMeeting,
  style: AttendanceStyle,
  say: AttendanceLineWords,
): string[] {
  const pairs = [
    ...apologies.flatMap((absent) => (absent.substitute ? [{ absent, substitute: absent.substitute }] : [])),
    // Somebody may have sat for a member who sent no apologies.
    ...present.flatMap((substitute) =>
      substitute.sitsFor && !apologies.some(({ name }) => name === substitute.sitsFor?.name)
        ? [{ absent: substitute.sitsFor, substitute }]
        : [],
    ),
  ].toSorted((one, other) => bySurname(one.absent, other.absent))
  const named = pairs.map((pair) => [nameIn(pair.substitute, style), nameIn(pair.absent, style)] as const)
  switch (style.substitutes) {
    case 'substituted-for':
      return named.map(([substitute, absent]) => say.substitutes.substitutedFor(substitute, absent))
    case 'due-notice':
      return named.map(([substitute, absent]) => say.substitutes.dueNotice(substitute, absent))
    case 'numbered':
      return named.map(([substitute, absent], place) =>
        say.substitutes.numbered(roman(place + 1), substitute, absent),
      )
    case 'replaced':
      return named.length === 0
        ? []
        : [`${listed(named.map(([substitute, absent]) => say.substitutes.replaced(substitute, absent)))}.`]
    default:
      // Said beside the names already.
      return []
  }
}

function timeIn(time: string | undefined, say: AttendanceLineWords): string | undefined {
  if (time === undefined) return undefined
  const { hour, minute } = Temporal.PlainTime.from(time)
  return say.time(hour, minute)
}

const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  let [left, said] = [number, '']
  for (const [value, letters] of ROMAN)
    while (left >= value) {
      said += letters
      left -= value
    }
  return said
}
