import { Temporal } from 'temporal-polyfill'
import { civilDate } from '../calendar/civil.ts'
import { workingOfPeriod } from '../calendar/working.en.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { allCommittees, type Roles, rolesOf } from './acting.ts'
import { windowOf } from './call-in-rules.ts'
import { callInsView, callInView } from './call-in-views.ts'
import { type CallInRow, callInAtHand, callInsOf } from './call-ins.ts'
import { callInWordsOf, programmeWords } from './words.ts'

interface How {
  readonly page?: number
  /** What was just done. */
  readonly first?: Mrkdwn
}

/** The call-ins of a committee, of the first one where none is named. */
export async function callInsShown(
  { house, personId, language }: Visitor,
  committeeId: string | undefined,
  { page }: How = {},
): Promise<Shown> {
  const committees = await allCommittees(house)
  const committee = committees.find(({ id }) => id === committeeId) ?? committees[0]
  if (!committee) return { why: programmeWords(language).noCommittee() }
  const model = {
    committee,
    isClerk: await isClerk(house, committee.id, personId),
    callIns: await callInsOf(house, committee.id),
  }
  return { view: callInsView(model, callInWordsOf(language), page) }
}

/** One decision, as it stands for who looks at it. */
export async function callInShown(visitor: Visitor, callInId: string, how: How = {}): Promise<Shown> {
  const { house, personId, language } = visitor
  const say = callInWordsOf(language)
  const found = await callInFor(visitor, callInId)
  if (!found) return { why: say.refusals['call-in-gone']() }
  const { callIn, roles } = found
  const model = {
    callIn,
    roles,
    hasAsked: callIn.requests.some((one) => one.personId === personId),
    working: await windowWorking(house, callIn),
    ...(how.first ? { first: how.first } : {}),
  }
  return { view: callInView(model, say, how.page) }
}

/** The decision of this council, and what the visitor is to its committee. */
export async function callInFor(
  { house, personId }: Visitor,
  callInId: string,
): Promise<{ readonly callIn: CallInRow; readonly roles: Roles } | undefined> {
  const callIn = await callInAtHand(house, callInId)
  if (!callIn) return undefined
  const today = civilDate(house.now(), house.timeZone).toString()
  return { callIn, roles: await rolesOf(house, callIn.committeeId, personId, today) }
}

/** How the last day for asking was counted; a holiday that was proclaimed since would show here and move nothing. */
export async function windowWorking(house: House, callIn: CallInRow): Promise<string[]> {
  const { holidays } = await councilCalendar(house)
  const window = windowOf(Temporal.PlainDate.from(callIn.publishedOn), callIn.rule, holidays)
  return window.lastDay.toString() === callIn.closesOn ? workingOfPeriod(window, holidays) : []
}
