import { toInstant } from '../calendar/civil.ts'
import { displayName, memberOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { type MeetingAtHand, meetingsAhead } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { toMetadata } from '../slack/metadata.ts'
import { shortened } from '../slack/shorten.ts'
import { sinceAsked } from './answering.ts'
import { minutesPhrase } from './minutes-phrases.ts'
import { poolFor, substituteRule, substitutionsInYear } from './substitute-pool.ts'
import { whyNotName } from './substitute-rules.ts'
import { substituteWords } from './substitute-words.ts'
import { substitutionFor } from './substituting.ts'
import type { ApologiesForm } from './views.ts'

/** Slack's limit for the text of an option. */
const OPTION_TEXT = 75

/** The form for a member, at their next meeting or the one chosen; `undefined` when none is ahead. */
export async function apologiesForm(
  house: House,
  memberId: string,
  way: 'command' | 'button',
  chosen?: string,
): Promise<ApologiesForm | undefined> {
  const meetings = await meetingsAhead(house, memberId, house.now(), house.timeZone)
  const meeting = meetings.find((it) => it.id === chosen) ?? meetings[0]
  if (!meeting) return undefined
  const apology = await house.db.apology.findFirst({
    where: {
      councilId: house.councilId,
      meetingId: meeting.id,
      personId: memberId,
      tenderedAt: sinceAsked(meeting),
    },
  })
  return {
    metadata: toMetadata({ id: meeting.id, version: meeting.version, day: meeting.date, way }),
    meetings: meetings.map(choiceOf),
    meetingId: meeting.id,
    sent:
      apology && apology.withdrawnAt === null
        ? { kind: apology.kind, at: toInstant(apology.tenderedAt) }
        : undefined,
    timeZone: house.timeZone,
    inMinutes: minutesPhrase(apology && apology.withdrawnAt === null ? apology.inMinutes : ''),
    ...(await substitutesFor(house, meeting, memberId)),
  }
}

/** Who may sit for the member, while one may be named, and who is named already. */
async function substitutesFor(
  house: House,
  meeting: MeetingAtHand,
  memberId: string,
): Promise<Pick<ApologiesForm, 'substitutes' | 'substituteSaid'>> {
  const { councilId, db, timeZone } = house
  const member = await memberOn(db, councilId, meeting.committeeId, meeting.date, memberId)
  if (!member || member.kind === 'substitute') return {}
  const rule = await substituteRule(house, meeting)
  const standing = await substitutionFor(house, meeting, memberId)
  const refusal = whyNotName({
    rule,
    // They are, once the form is sent.
    isAbsent: true,
    by: 'member',
    until: rule.cutOff.at,
    inYear: await substitutionsInYear(house, meeting, memberId),
    now: house.now(),
  })
  const pool = refusal ? [] : await poolFor(house, meeting, member, rule)
  const lawful = pool.filter(({ why }) => why === undefined)
  const { standing: say, desk } = substituteWords('en')
  const name = standing ? displayName(standing.substitute) : ''
  const until = lawful.length === 0 ? undefined : desk.until(rule.cutOff.at, timeZone, rule.cutOff.covered)
  return {
    substitutes: lawful.map(({ person }) => ({
      value: person.id,
      text: shortened(displayName(person), OPTION_TEXT),
    })),
    substituteSaid: standing
      ? standing.acceptedAt
        ? say.accepted(name, standing.acceptedAt, timeZone)
        : say.asked(name, standing.namedAt, timeZone)
      : until,
  }
}

function choiceOf(meeting: MeetingAtHand) {
  return { value: meeting.id, text: shortened(meetingWords.entry(meeting), OPTION_TEXT) }
}
