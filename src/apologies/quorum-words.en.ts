import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { MeetingForecast } from './quorum-forecast.ts'
import type { Quorum, QuorumForecast } from './quorum-rules.ts'

/** Everything clerks and the Chair read of a quorum. */
export const quorumWords = {
  /** "greater of 3 and a quarter of 11 seats, rounded up: 3" */
  working: (quorum: Quorum): string => {
    const { rule, share, seats } = quorum
    if (!rule.fraction || !share) return 'the number that standing orders set'
    const seatWords = rule.base === 'wholeMembership' ? seatsOf(seats) : `${seatsOf(seats)} that are filled`
    const part = `${fractionWords(rule.fraction)} of ${seatWords}`
    const rounding = Number.isInteger(share.exact) ? '' : `, ${ROUNDING[rule.rounding]}`
    return rule.least === undefined
      ? `${part}${rounding}: ${quorum.number}`
      : `greater of ${rule.least} and ${part}${rounding}: ${quorum.number}`
  },

  /** In the clerks' list. */
  inList: (forecast: QuorumForecast): Mrkdwn =>
    mrkdwn`${MARK[forecast.state]} *${STATE[forecast.state]}:* ${numbers(forecast)}`,
  workingInList: ({ quorum }: QuorumForecast): Mrkdwn =>
    mrkdwn`Quorum ${quorum.number} (${quorumWords.working(quorum)}).${waitWords(quorum)}`,
  risks: (forecast: QuorumForecast): Mrkdwn | undefined => {
    const late = `At the start there is no quorum without ${people(forecast.late)} who will come late.`
    const early = `Towards the end there is no quorum without ${people(forecast.leavingEarly)} who will leave early.`
    if (!forecast.waitsForLate && !forecast.endsWithEarly) return undefined
    if (!forecast.endsWithEarly) return mrkdwn`:hourglass: ${late}`
    return forecast.waitsForLate ? mrkdwn`:hourglass: ${late} ${early}` : mrkdwn`:hourglass: ${early}`
  },

  heading: (meeting: MeetingInWords): Mrkdwn => mrkdwn`*Quorum:* ${meetingWords.meeting(meeting)}`,
  short: (meeting: MeetingInWords, forecast: QuorumForecast): Mrkdwn =>
    mrkdwn`${STATE[forecast.state]}: ${meetingWords.meeting(meeting)}`,
  names: (forecast: MeetingForecast): Mrkdwn => {
    const named = (...outlooks: readonly string[]) =>
      forecast.seats.filter((seat) => outlooks.includes(seat.outlook)).map(nameOf)
    const lines = [
      ['Away', named('away')],
      ['No answer yet', named('unanswered')],
      ['Coming late', named('late')],
      ['Leaving early', named('leavingEarly')],
      ['Coming', named('coming')],
    ] as const
    const said = lines.filter(([, names]) => names.length > 0)
    return mrkdwn`${said.map(([heading, names]) => `${heading}: ${names.join(', ')}`).join('\n')}`
  },
  /** What a clerk can do about it. */
  whatToDo: (forecast: QuorumForecast): Mrkdwn | undefined => {
    switch (forecast.state) {
      case 'certain':
        return undefined
      case 'likely':
        return forecast.spare === 0
          ? mrkdwn`It depends on those who have not answered: all of them are needed.`
          : mrkdwn`It depends on those who have not answered: at most ${String(forecast.spare)} of them can stay away.`
      case 'lost':
        return mrkdwn`Without a quorum no business can be done. Find substitutes, or move or cancel the meeting with *Change the meeting* in its list.`
    }
  },
  notNeeded: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`${meetingWords.meeting(meeting)} does not take place on that day: no quorum is needed.`,
  noRule: (meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`No quorum is set for this committee any more: ${meetingWords.meeting(meeting)}.`,
}

const STATE = { certain: 'Quorum certain', likely: 'Quorum likely', lost: 'Quorum lost' } as const
const MARK = { certain: mrkdwn`:white_check_mark:`, likely: mrkdwn`:grey_question:`, lost: mrkdwn`:warning:` }
const ROUNDING = { up: 'rounded up', down: 'rounded down', nearest: 'rounded to the nearest' } as const

function numbers(forecast: QuorumForecast): string {
  const { quorum, coming, unanswered, away, vacant } = forecast
  const parts = [
    `${coming} coming`,
    `${unanswered} not answered`,
    `${away} away`,
    ...(vacant > 0 ? [`${vacant} vacant`] : []),
  ]
  return `${parts.join(', ')}; ${quorum.number} needed.`
}

function waitWords({ rule }: Quorum): string {
  if (rule.waitMinutes === 0) return ''
  const minutes = rule.waitMinutes === 1 ? 'a minute' : `${rule.waitMinutes} minutes`
  return ` Without it the meeting waits ${minutes} and is then abandoned.`
}

function nameOf({ name, substitute }: MeetingForecast['seats'][number]): string {
  return substitute === undefined ? name : `${substitute} (for ${name})`
}

function seatsOf(count: number): string {
  return count === 1 ? '1 seat' : `${count} seats`
}

function people(count: number): string {
  return count === 1 ? 'one member' : `${count} members`
}

/** "a quarter", "a third", "half", "two fifths" as "2/5". */
function fractionWords({ numerator, denominator }: { numerator: number; denominator: number }): string {
  if (numerator !== 1) return `${numerator}/${denominator}`
  return { 2: 'half', 3: 'a third', 4: 'a quarter', 5: 'a fifth' }[denominator] ?? `1/${denominator}`
}
