import type { App } from '@slack/bolt'
import type { KnownBlock } from '@slack/types'
import { Temporal } from 'temporal-polyfill'
import { shortDate } from '../calendar/words.en.ts'
import { displayName } from '../committees/people.ts'
import { type MeetingAtHand, meetingsAhead } from '../meetings/meeting.ts'
import { substitutionsAhead } from '../meetings/substitutions.ts'
import { section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { asCommand, type CommandVisit, type Reception } from '../slack/listen.ts'
import { joinMrkdwn, type Mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import { apologiesForm } from './apologies-form.ts'
import { awayModal, meetingButton, namedDay } from './away-view.ts'
import { commandWords } from './command-words.en.ts'
import { findMember } from './find-member.ts'
import { listModal, meetingsOf } from './meetings-list.ts'
import { type ApologiesCommand, readCommand } from './read-command.ts'
import { relayForm } from './relay-listeners.ts'
import { sayRefusal } from './say-refusal.ts'
import { openDesk, openRules } from './substitute-listeners.ts'
import { substituteWords } from './substitute-words.ts'
import { apologiesModal, relayModal } from './views.ts'
import { whyNoForm } from './why-no-form.ts'
import { withdrawApologies } from './withdraw-apologies.ts'
import { apologiesWords } from './words.ts'

/** `/apologies` and everything that can be typed after it. Whatever is answered, only the person sees it. */
export function registerCommand(app: App, reception: Reception): void {
  app.command(
    '/apologies',
    asCommand(reception, async (visit) => {
      const { house } = visit.visitor
      const today = house.now().toZonedDateTimeISO(house.timeZone).toPlainDate()
      await carryOut(visit, readCommand(visit.text, today, commandWords))
    }),
  )
}

async function carryOut(visit: CommandVisit, command: ApologiesCommand): Promise<void> {
  const { visitor, answer } = visit
  const say = apologiesWords(visitor.language)
  switch (command.wants) {
    case 'help':
      return answer(say.form.help())
    case 'unknown':
      return answer(joinMrkdwn([say.command.notUnderstood(shortened(command.said, SAID)), say.form.help()]))
    case 'form':
      return openForm(visit)
    case 'day':
      return openDay(visit, command.day)
    case 'list':
      return openList(visit, {})
    case 'withdraw':
      return withdraw(visit, command.day)
    case 'relay':
      return openRelay(visit, command)
    case 'away':
      return openAway(visit, command.days)
    case 'substitute':
      return openDesk(visit, undefined)
    case 'rules':
      return openRules(visit)
  }
}

async function openForm(visit: CommandVisit, chosen?: string): Promise<void> {
  const { visitor, client, triggerId, answer } = visit
  const say = apologiesWords(visitor.language)
  const form = await apologiesForm(visitor.house, visitor.personId, 'command', chosen)
  if (form) return void (await client.views.open({ trigger_id: triggerId, view: apologiesModal(form, say) }))
  // Whoever sits for somebody at a meeting has apologies of their own for none.
  const { house, personId } = visitor
  if ((await substitutionsAhead(house, personId, house.now())).length > 0) return openList(visit, {})
  await answer(await whyNoForm(visitor, say))
}

/** What somebody typed is given back to be recognised; they have the whole of it in front of them. */
const SAID = 200
/** Members of one name; whoever meant a sixth gives the whole name as well. */
const NAMES = 5
/** How many meetings are named where none is on the day that was meant. */
const NEAREST = 3

async function openDay(visit: CommandVisit, day: Temporal.PlainDate): Promise<void> {
  const { visitor, answer } = visit
  const say = apologiesWords(visitor.language)
  const meetings = await ahead(visit)
  const onDay = meetings.filter(({ date }) => date === day.toString())
  const [only, ...others] = onDay
  if (only && others.length === 0) return openForm(visit, only.id)
  if (only) return answer(choice(say.command.whichMeeting(namedDay(day)), onDay, ids.apologies.open, visit))
  if (meetings.length === 0) return answer(say.command.noneOnAtAll(namedDay(day)))
  const distance = ({ date }: MeetingAtHand) =>
    Math.abs(day.until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days)
  const nearest = meetings
    .toSorted((one, other) => distance(one) - distance(other))
    .slice(0, NEAREST)
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  await answer(choice(say.command.noneOn(namedDay(day)), nearest, ids.apologies.open, visit))
}

function choice(
  question: Mrkdwn,
  meetings: readonly MeetingAtHand[],
  action: string,
  { visitor }: CommandVisit,
): { text: string; blocks: KnownBlock[] } {
  const say = apologiesWords(visitor.language)
  return {
    text: question.text,
    blocks: [section(question), ...meetings.map((meeting) => meetingButton(meeting, action, say))],
  }
}

async function openList(
  { visitor, client, triggerId }: CommandVisit,
  which: { readonly withApologies?: boolean },
): Promise<void> {
  const { house, personId, language } = visitor
  const listed = await meetingsOf(house, personId, which)
  const shown = { metadata: JSON.stringify(which), timeZone: house.timeZone }
  const view = listModal(listed, shown, apologiesWords(language))
  await client.views.open({ trigger_id: triggerId, view })
}

async function withdraw(visit: CommandVisit, day: Temporal.PlainDate | undefined): Promise<void> {
  const { visitor, answer } = visit
  const { house, personId } = visitor
  const say = apologiesWords(visitor.language)
  const all = await meetingsOf(house, personId, { withApologies: true })
  const meant = day ? all.filter(({ meeting }) => meeting.date === day.toString()) : all
  const [only, ...others] = meant
  if (!only) return answer(say.command.nothingToWithdraw())
  if (others.length > 0) return openList(visit, { withApologies: true })
  const { id: meetingId, date } = only.meeting
  const act = { meetingId, day: date, memberId: personId, by: personId, way: 'command' as const }
  const outcome = await withdrawApologies(house, act)
  await answer(
    outcome.ok
      ? say.receipt.withdrawn(outcome.value.meeting)
      : await sayRefusal(house, outcome.refusal, meetingId, say),
  )
}

async function openRelay(
  visit: CommandVisit,
  command: Extract<ApologiesCommand, { wants: 'relay' }>,
): Promise<void> {
  const { visitor, client, triggerId, answer } = visit
  const { house } = visitor
  const say = apologiesWords(visitor.language)
  const found = await findMember(house, visitor.personId, command.member)
  if (!found.ok) {
    const { refusal } = found
    if (refusal.code === 'not-a-clerk') return answer(say.refusals.notAClerk())
    return answer(
      refusal.code === 'several'
        ? say.command.whichMember(shortened(refusal.said, SAID), refusal.names.slice(0, NAMES))
        : say.command.noSuchMember(shortened(refusal.said, SAID)),
    )
  }
  const { id, name, meetings } = found.value
  const [next] = meetings
  if (!next) return answer(say.command.noMeetingOf(name))
  const day = command.day?.toString()
  const meeting = day === undefined ? next : meetings.find(({ date }) => date === day)
  if (!meeting) {
    const near = meetings.slice(0, NEAREST)
    const said = say.command.noneOn(command.day ? namedDay(command.day) : shortDate(next.date))
    return answer(choice(said, near, ids.apologies.answerFor, visit))
  }
  const view = relayModal(await relayForm(house, meeting, say, id), say)
  await client.views.open({ trigger_id: triggerId, view })
}

async function openAway(
  visit: CommandVisit,
  days: Extract<ApologiesCommand, { wants: 'away' }>['days'],
): Promise<void> {
  const { visitor, client, triggerId, answer } = visit
  const say = apologiesWords(visitor.language)
  const [from, until] = [days.from.toString(), days.until.toString()]
  const isMeant = ({ date }: MeetingAtHand) => from <= date && date <= until
  const meetings = (await ahead(visit)).filter(isMeant)
  const { house, personId, language } = visitor
  const substituting = (await substitutionsAhead(house, personId, house.now())).filter(
    ({ meeting }) => isMeant(meeting) && meetings.every(({ id }) => id !== meeting.id),
  )
  if (meetings.length === 0 && substituting.length > 0) return openList(visit, {})
  if (meetings.length === 0) return answer(say.command.noneBetween(namedDay(days.from), namedDay(days.until)))
  const alsoSits = substituting.map(({ meeting, substitution }) =>
    substituteWords(language).awayToo(displayName(substitution.absent), meeting),
  )
  await client.views.open({ trigger_id: triggerId, view: awayModal({ days, meetings, alsoSits }, say) })
}

function ahead({ visitor: { house, personId } }: CommandVisit): Promise<MeetingAtHand[]> {
  return meetingsAhead(house, personId, house.now(), house.timeZone)
}
