import { substituteWords } from '../apologies/substitute-words.ts'
import { isAfter, toInstant } from '../calendar/civil.ts'
import { type CouncilPerson, displayName, personById } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Renderer, Rendering } from '../delivery/rendering.ts'
import { type MeetingAtHand, meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { section } from '../slack/blocks.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { type SubstitutionModel, substitutionCard } from './substitution-view.ts'

/** To whoever is asked: the question, and what became of it. */
const renderSubstitution: Renderer = async (house, message) => {
  const found = await substitutionAtHand(house, message.subject)
  if (!found) return { drop: 'substitution-gone' }
  const { substitute } = found
  if (!('person' in message.recipient) || message.recipient.person !== substitute.id)
    return { drop: 'other-person' }
  return { post: substitutionCard(await modelOf(house, found), substituteWords(substitute.language)) }
}

/** What the substitute is asked, and what became of it. */
export async function substitutionModel(house: House, id: string): Promise<SubstitutionModel | undefined> {
  const found = await substitutionAtHand(house, id)
  return found && modelOf(house, found)
}

async function modelOf(
  house: House,
  { row, meeting, absent, substitute }: SubstitutionAtHand,
): Promise<SubstitutionModel> {
  const relayer =
    row.answeredById !== null && row.answeredById !== substitute.id ? row.answeredById : undefined
  return {
    substitutionId: row.id,
    meeting,
    venue: meeting.venue,
    absent: displayName(absent),
    state: await stateOf(house, meeting, row),
    at: row.state === 'accepted' && row.answeredAt ? toInstant(row.answeredAt) : undefined,
    relayedBy: relayer === undefined ? undefined : (await personById(house, relayer))?.name,
    namedBy:
      row.namedById === absent.id
        ? displayName(absent)
        : ((await personById(house, row.namedById))?.name ?? ''),
    timeZone: house.timeZone,
  }
}

/** What one new line says is as it was when it was wanted: one that is overtaken before it is sent is not sent. */
const renderSubstitutionLine: Renderer = async (house, message): Promise<Rendering> => {
  const found = await substitutionAtHand(house, message.subject)
  if (!found || !('person' in message.recipient)) return { drop: 'substitution-gone' }
  const { row, meeting, absent, substitute } = found
  const reader = await personById(house, message.recipient.person)
  if (!reader) return { drop: 'nobody' }
  const { line: say } = substituteWords(reader.language)
  const [away, stands] = [displayName(absent), displayName(substitute)]
  switch (message.slot) {
    case 'accepted':
      return row.state === 'accepted' ? said(say.accepted(stands, meeting)) : { drop: 'overtaken' }
    case 'declined':
      return said(say.declined(stands, away, meeting))
    case 'moved':
      return said(say.moved(away, meeting.committeeName))
    default:
      return reader.id === substitute.id
        ? said(say.endedForSubstitute(away, meeting))
        : said(say.endedForAbsent(stands, meeting))
  }
}

/** What is said of substitutes, by kind. */
export const substitutionRenderers: readonly (readonly [string, Renderer])[] = [
  [messageKinds.substitution, renderSubstitution],
  [messageKinds.substitutionLine, renderSubstitutionLine],
]

function said(text: Mrkdwn): Rendering {
  return { post: { text: text.text, blocks: [section(text)] } }
}

interface SubstitutionRow {
  readonly id: string
  readonly state: 'asked' | 'accepted' | 'declined' | 'withdrawn'
  readonly namedById: string
  readonly answeredById: string | null
  readonly answeredAt: Date | null
}

interface SubstitutionAtHand {
  readonly row: SubstitutionRow
  readonly meeting: MeetingAtHand
  readonly absent: CouncilPerson
  readonly substitute: CouncilPerson
}

async function substitutionAtHand(house: House, id: string): Promise<SubstitutionAtHand | undefined> {
  const row = await house.db.substitution.findFirst({ where: { councilId: house.councilId, id } })
  if (!row) return undefined
  const [meeting, absent, substitute] = [
    await meetingAtHand(house, row.meetingId),
    await personById(house, row.absentId),
    await personById(house, row.substituteId),
  ]
  return meeting && absent && substitute ? { row, meeting, absent, substitute } : undefined
}

async function stateOf(
  house: House,
  meeting: MeetingAtHand,
  { id, state }: SubstitutionRow,
): Promise<SubstitutionModel['state']> {
  if (state === 'declined') return 'declined'
  if (state === 'withdrawn') return 'ended'
  if (meeting.state !== 'scheduled') return 'off'
  // The absent member may hold the seat no more.
  const stands = (await standingSubstitutions(house, meeting)).some((one) => one.id === id)
  if (!stands) return 'ended'
  if (isAfter(meeting.endsAt, house.now())) return state
  return state === 'accepted' ? 'over' : 'ended'
}
