import { civilDate, columnOfDate } from '../calendar/civil.ts'
import { workingOfPeriod } from '../calendar/working.en.ts'
import { councilCalendar, plainDateOf } from '../committees/council-calendar.ts'
import type { House } from '../database/house.ts'
import type { SubmitAnswer } from '../slack/listen.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import type { Shown } from '../slack/opening.ts'
import type { Visitor } from '../slack/visitor.ts'
import { entryAtHand } from './entries.ts'
import { type EntryModel, entryModel, programmeModel } from './programme-model.ts'
import { entryView, programmeView, saidView } from './programme-views.ts'
import { decisionClock } from './rules.ts'
import { programmeWords } from './words.ts'

interface How {
  readonly page?: number
  /** What was just done. */
  readonly first?: Mrkdwn
}

/** The programme of a committee, of the first one where none is named. */
export async function programmeShown(
  { house, personId, language }: Visitor,
  committeeId: string | undefined,
  { page, first }: How = {},
): Promise<Shown> {
  const say = programmeWords(language)
  const model = await programmeModel(house, personId, committeeId)
  return model ? { view: programmeView(model, say, page, first) } : { why: say.noCommittee() }
}

/** One entry for somebody who may see it. */
export async function entryShown(
  visitor: Visitor,
  entryId: string,
  { page, first }: How = {},
): Promise<Shown> {
  const say = programmeWords(visitor.language)
  const model = await modelOf(visitor, entryId)
  if (!model) return { why: say.refusals['entry-gone']() }
  return { view: entryView(model, await workingOf(visitor.house, model), say, first, page) }
}

/** The entry of this council that somebody may see. */
export async function modelOf(
  { house, personId }: Visitor,
  entryId: string,
): Promise<EntryModel | undefined> {
  const entry = await entryAtHand(house, entryId)
  return entry && (await entryModel(house, personId, entry))
}

/** How the last day for deciding was found, while the rule of then is the rule of now. */
async function workingOf(house: House, { entry, settings }: EntryModel): Promise<string[]> {
  if (entry.state !== 'proposed' || !entry.proposedAt || entry.decideBy === undefined) return []
  const { holidays } = await councilCalendar(house)
  const proposedOn = civilDate(entry.proposedAt, house.timeZone)
  const clock = decisionClock(proposedOn, settings.proposalDays, holidays)
  const stored = plainDateOf(columnOfDate(entry.decideBy))
  return clock.lastDay.equals(stored) ? workingOfPeriod(clock, holidays) : []
}

/** The entry again after a form, with what was done. */
export async function shownAfter(visitor: Visitor, entryId: string, first?: Mrkdwn): Promise<SubmitAnswer> {
  const shown = await entryShown(visitor, entryId, first ? { first } : {})
  return 'view' in shown ? { show: shown.view } : { close: true }
}

/** Why a form did nothing, in its place. */
export function notDone(why: Mrkdwn, language: string, committeeId?: string): SubmitAnswer {
  const say = programmeWords(language)
  return { show: saidView([why], say, committeeId, say.refusals.title) }
}
