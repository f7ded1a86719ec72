import { Temporal } from 'temporal-polyfill'
import { answersOf } from '../apologies/answers.ts'
import { askedValue } from '../apologies/asked-day.ts'
import { isAfter } from '../calendar/civil.ts'
import { memberOn } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { interestsPart } from '../interests/member-part.ts'
import { interestsAsked } from '../interests/unanswered-interests.ts'
import { interestWords } from '../interests/words.ts'
import { hasCalled, isStillAsked } from '../meetings/duty-rules.ts'
import { type ReportShown, reportsShown } from '../meetings/duty-shown.ts'
import { fittingReports } from '../meetings/duty-views.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { isAhead } from '../meetings/report-ground.ts'
import { isPublished } from '../meetings/report-models.ts'
import { reportWords } from '../meetings/report-words.ts'
import { isTold } from '../meetings/who-is-told.ts'
import { actions, button, context, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { actionsPart } from './bundle-actions.ts'
import { draftsPart } from './bundle-drafts.ts'
import { substitutesPart } from './bundle-substitutes.ts'
import { disclosuresPart } from './bundle-told.ts'
import type { BundlePart } from './bundle-view.ts'
import { bundleWords } from './bundle-words.ts'
import { cardWords } from './words.ts'

/** A reminder that went to somebody on a day. */
export interface Reminder {
  readonly subject: string
  readonly personId: string
  readonly day: Temporal.PlainDate
  readonly language: string
}

/**
 * What a kind says of one of its reminders now; nothing where what it is about is gone. It looks at the present
 * state, so that what was answered or called off since it fell due is not sent (law 2).
 */
export type PartOf = (house: House, reminder: Reminder) => Promise<BundlePart | undefined>

const attendance: PartOf = async (house, { subject, personId, language }) => {
  const meeting = await meetingAtHand(house, subject)
  if (!meeting) return undefined
  const say = bundleWords(language)
  const closed = (said: ReturnType<typeof say.begun>) => part(meeting, false, say, [section(said)])
  if (meeting.state !== 'scheduled') return closed(say[meeting.state]())
  if (!(await memberOn(house.db, house.councilId, meeting.committeeId, meeting.date, personId)))
    return closed(say.notAMember())
  const answer = (await answersOf(house, meeting)).find(({ person }) => person.id === personId)
  const cards = cardWords(language)
  if (answer && answer.state !== 'unanswered' && answer.at)
    return closed(cards.member[answer.state](answer.at, house.timeZone))
  if (!isAfter(meeting.startsAt, house.now())) return closed(say.begun())
  return part(meeting, true, say, [
    section(say.attendance()),
    actions(
      button({
        id: ids.apologies.coming,
        text: cards.member.iWillBeThere,
        value: askedValue(meeting.id, meeting.date),
        style: 'primary',
      }),
      button({ id: ids.apologies.open, text: cards.member.sendApologies, value: meeting.id }),
    ),
  ])
}

/** Whether there is anything to declare; never what was declared. */
const interests: PartOf = async (house, { subject, personId, language }) => {
  const meeting = await meetingAtHand(house, subject)
  if (meeting?.state !== 'scheduled' || !isAfter(meeting.startsAt, house.now())) return undefined
  if (!(await isTold(house, meeting, meeting.date, personId))) return undefined
  const answer = (await answersOf(house, meeting)).find(({ person }) => person.id === personId)
  if (answer?.state === 'absent') return undefined
  const asked = await interestsAsked(house, meeting, personId)
  const blocks = interestsPart(asked, { meetingId: meeting.id, day: meeting.date }, interestWords(language))
  return part(meeting, asked.toAsk.length > 0, bundleWords(language), blocks)
}

/** What is still unanswered of what called on that day. */
const reports: PartOf = async (house, { subject, personId, day, language }) => {
  const meeting = await meetingAtHand(house, subject)
  if (!meeting || !isAhead(meeting, house.now())) return undefined
  const { reports: all, offices } = await reportsShown(house, meeting, { now: house.now(), personId })
  const published = await isPublished(house, meeting.id)
  const open = all.flatMap(({ title, duties }): ReportShown[] => {
    const called = duties.filter(
      ({ step, state, dueOn }) =>
        (state === 'open' || state === 'overdue') &&
        isStillAsked(step, published) &&
        hasCalled(Temporal.PlainDate.from(dueOn), day, offices),
    )
    return called.length === 0 ? [] : [{ title, duties: called }]
  })
  if (open.length === 0) return undefined
  const say = bundleWords(language)
  return {
    isOpen: true,
    group: `reports ${meeting.id}`,
    heading: section(say.reportsFor(meeting)),
    build: (fits) =>
      fittingReports(
        open,
        { timeZone: house.timeZone, isDue: true },
        reportWords(language),
        fits,
        (own, left) => (own.length === 0 || left === 0 ? own : [...own, context(say.moreReports(left))]),
      ),
  }
}

/** By the kind of reminders/kinds.ts that it speaks for. */
export const bundleParts: ReadonlyMap<string, PartOf> = new Map([
  ['attendance', attendance],
  ['interests', interests],
  ['reports', reports],
  ['disclosures', disclosuresPart],
  ['substitutes', substitutesPart],
  ['drafts', draftsPart],
  ['actions', actionsPart],
])

function part(
  meeting: MeetingAtHand,
  isOpen: boolean,
  say: ReturnType<typeof bundleWords>,
  blocks: ReturnType<BundlePart['build']>,
): BundlePart {
  return {
    isOpen,
    group: `meeting ${meeting.id}`,
    heading: section(say.meeting(meeting)),
    build: (fits) => (fits(blocks) ? blocks : []),
  }
}
