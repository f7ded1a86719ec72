import { Temporal } from 'temporal-polyfill'
import { civilDate } from '../calendar/civil.ts'
import { latestLawfulDay } from '../calendar/clear-days.ts'
import { isBeforeDay } from '../calendar/days.ts'
import { committeesWhereSitting, isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { changesOf } from '../meetings/changes.ts'
import { comingMeetings, type MeetingAtHand } from '../meetings/meeting.ts'
import { soonerFirst, substitutionsAhead } from '../meetings/substitutions.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { meetingNotice, publishedAgenda } from '../publications/published-agenda.ts'
import type { AgendaModel, LateItem } from './agenda-view.ts'
import { memberModel } from './member-model.ts'
import { papersLink } from './receipts-count.ts'
import { packCardModel } from './render-meeting.ts'

/** The committee to which a channel belongs. */
export async function committeeOfChannel(house: House, channelId: string): Promise<string | undefined> {
  const committee = await house.db.committee.findFirst({
    where: { councilId: house.councilId, OR: [{ channelId }, { clerksChannelId: channelId }] },
    select: { id: true },
  })
  return committee?.id
}

/**
 * The coming meetings that `/agenda` offers: those of the channel's committee, else of this person's own and
 * those at which they sit for somebody, else of every committee. That a meeting takes place is public.
 */
export async function meetingsToShow(
  house: House,
  personId: string,
  committeeId: string | undefined,
): Promise<MeetingAtHand[]> {
  if (committeeId !== undefined) return comingMeetings(house, [committeeId], house.now())
  const own = await comingMeetings(house, await committeesOf(house, personId), house.now())
  const known = new Set(own.map(({ id }) => id))
  const asSubstitute = (await substitutionsAhead(house, personId, house.now())).map(({ meeting }) => meeting)
  return [...own, ...asSubstitute.filter(({ id }) => !known.has(id))].sort(soonerFirst)
}

/** The next that takes place; a cancelled or postponed one only where there is no other. */
export function nextOf(meetings: readonly MeetingAtHand[]): MeetingAtHand | undefined {
  return meetings.find((meeting) => meeting.state === 'scheduled') ?? meetings[0]
}

async function committeesOf(house: House, personId: string): Promise<string[]> {
  const { councilId } = house
  const today = civilDate(house.now(), house.timeZone).toString()
  const sits = await committeesWhereSitting(house, personId, today, { substitutes: true })
  const roles = await house.db.committeeRole.findMany({
    where: { councilId, personId },
    select: { committeeId: true },
  })
  const own = new Set([...sits.map(({ id }) => id), ...roles.map((role) => role.committeeId)])
  if (own.size > 0) return [...own]
  const all = await house.db.committee.findMany({ where: { councilId }, select: { id: true } })
  return all.map(({ id }) => id)
}

/** What the view shows of one meeting to one person. */
export async function agendaModel(
  house: House,
  personId: string,
  meeting: MeetingAtHand,
  shown: { readonly meetings: readonly MeetingAtHand[]; readonly metadata: string },
): Promise<AgendaModel> {
  const card = await packCardModel(house, meeting)
  const publicAddress = await papersLink(house, {
    meeting,
    publicationId: card.countedAs,
    publicAddress: card.publicAddress,
    personId,
  })
  const forClerk = await isClerk(house, meeting.committeeId, personId)
  return {
    metadata: shown.metadata,
    forClerk,
    choices: shown.meetings.map((it) => ({ value: it.id, text: meetingWords.entry(it) })),
    card: { ...card, publicAddress },
    lastChange: (await changesOf(house, meeting.id)).at(-1),
    own: (await memberModel(house, meeting, personId))?.model,
    due: card.publishedAt === undefined ? await papersDue(house, meeting, forClerk) : undefined,
    late: await lateItems(house, meeting),
  }
}

async function papersDue(
  house: House,
  meeting: MeetingAtHand,
  forClerk: boolean,
): Promise<AgendaModel['due']> {
  if (meeting.state !== 'scheduled') return undefined
  const { meeting: day, rule, holidays } = await meetingNotice(house, meeting)
  const latest = latestLawfulDay(day, rule, holidays)
  const today = Temporal.PlainDate.from(civilDate(house.now(), meeting.timeZone))
  return {
    latest,
    isPast: isBeforeDay(latest.day, today),
    working: forClerk ? { rule, holidays } : undefined,
  }
}

async function lateItems(house: House, meeting: MeetingAtHand): Promise<LateItem[]> {
  const { entries } = await publishedAgenda(house, meeting)
  return entries
    .filter((entry) => entry.toFollow || entry.lateness !== 'none')
    .map(({ number, title, access, closed, lateness, toFollow }) => ({
      number,
      title,
      open: access === 'public',
      closed,
      lateness,
      toFollow,
    }))
}
