import { validate } from 'uuid'
import { toDate } from '../calendar/civil.ts'
import { type CouncilRows, isClerk, personById, type SittingMember } from '../committees/people.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import {
  clerksList,
  memberMessage,
  messageKinds,
  type SubstitutionTold,
  substitutionLine,
  substitutionMessage,
} from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import { type StandingSubstitution, standingSubstitutions } from '../meetings/substitutions.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { followMembership } from '../publications/restricted-follow.ts'
import { sinceAsked } from './asked-day.ts'
import { noteQuorum } from './quorum-changes.ts'
import { poolFor, substituteRule, substitutionsInYear } from './substitute-pool.ts'
import { type NamedBy, type NotInPool, type NotToName, whyNotName } from './substitute-rules.ts'

/**
 * - the refusals of `substitute-rules.ts`
 * - `not-in-pool`: choose somebody else; `why` says which rule stands against this one
 * - `not-yours-to-name`: only the member, a clerk of the committee or the whip of the member's group names
 * - `substitution-ended`: it was answered otherwise, taken back or replaced meanwhile
 * - `not-yours-to-answer`: only the substitute answers, or a clerk for them
 */
export type SubstituteRefusal =
  | NotToName
  | { readonly code: 'not-in-pool'; readonly name: string; readonly why: NotInPool | 'not-a-councillor' }
  | { readonly code: 'not-yours-to-name' | 'substitution-ended' | 'not-yours-to-answer' }

/** As whom this person names substitutes for this member; `undefined` where they do not. */
export async function whoNames(
  rows: CouncilRows,
  meeting: Pick<MeetingAtHand, 'committeeId'>,
  absent: SittingMember,
  by: string,
): Promise<NamedBy | undefined> {
  if (by === absent.person.id) return 'member'
  if (await isClerk(rows, meeting.committeeId, by)) return 'clerk'
  const whips = await groupsWhippedBy(rows, by)
  return absent.group !== undefined && whips.has(absent.group) ? 'whip' : undefined
}

/** The groups of which this person is a whip, by name. */
export async function groupsWhippedBy(
  { councilId, db }: CouncilRows,
  personId: string,
): Promise<Set<string>> {
  const roles = await db.councilRole.findMany({ where: { councilId, personId, duty: 'groupWhip' } })
  const groups = await db.politicalGroup.findMany({
    where: { councilId, id: { in: roles.flatMap(({ groupId }) => groupId ?? []) } },
  })
  return new Set(groups.map(({ name }) => name))
}

/** Who stands in for this member at this meeting, if anybody. */
export async function substitutionFor(
  rows: CouncilRows,
  meeting: MeetingAtHand,
  absentId: string,
): Promise<StandingSubstitution | undefined> {
  return (await standingSubstitutions(rows, meeting)).find(({ absent }) => absent.id === absentId)
}

/**
 * Name a substitute, with the meeting held: they get one message with *I will* and *I cannot*. Naming the same one
 * twice is the same as once; naming another ends the one before.
 */
export async function nameWithin(
  tx: Tx,
  meeting: MeetingAtHand,
  absent: SittingMember,
  substituteId: string,
): Promise<Outcome<{ readonly named: StandingSubstitution }, SubstituteRefusal>> {
  const { councilId, db } = tx
  const by = await whoNames(tx, meeting, absent, tx.by)
  if (!by) return refused({ code: 'not-yours-to-name' })
  const before = await substitutionFor(tx, meeting, absent.person.id)
  if (before?.substitute.id === substituteId) return done({ named: before })
  const rule = await substituteRule(tx, meeting)
  const refusal = whyNotName({
    rule,
    isAbsent: absent.kind !== 'substitute' && (await isAway(tx, meeting, absent.person.id)),
    by,
    until: rule.cutOff.at,
    inYear: await substitutionsInYear(tx, meeting, absent.person.id),
    now: tx.now,
  })
  if (refusal) return refused(refusal)
  // Who is asked for two meetings of one day at the same moment is asked for one of them.
  await db.$queryRaw`SELECT "id" FROM "Person"
    WHERE "councilId" = ${councilId}::uuid AND "id" = ${substituteId}::uuid FOR UPDATE`
  const pool = await poolFor(tx, meeting, absent, rule)
  const chosen = pool.find(({ person }) => person.id === substituteId)
  if (!chosen || chosen.why) {
    const name = chosen?.person.name ?? (await personById(tx, substituteId))?.name ?? ''
    return refused({ code: 'not-in-pool', name, why: chosen?.why ?? 'not-a-councillor' })
  }
  // Also one for somebody who held the seat before.
  await endIn(tx, meeting, { seatId: absent.seatId }, 'replaced')
  const { id } = await db.substitution.create({
    data: {
      councilId,
      meetingId: meeting.id,
      seatId: absent.seatId,
      absentId: absent.person.id,
      substituteId,
      state: 'asked',
      namedById: tx.by,
      namedAt: toDate(tx.now),
    },
  })
  const facts = {
    meeting: meeting.id,
    substitution: id,
    absent: absent.person.id,
    substitute: substituteId,
    by,
  }
  tx.audit('substitution.asked', facts, meeting.committeeId)
  if (chosen.person.slackUserId !== undefined)
    await tx.show(
      substitutionMessage({ substitutionId: id, committeeId: meeting.committeeId, personId: substituteId }),
    )
  await showSubstitution(tx, meeting, absent.person.id)
  const named = await substitutionFor(tx, meeting, absent.person.id)
  if (!named) throw new Error(`substitution ${id} was made a moment ago`)
  return done({ named })
}

/**
 * Why a substitution ends: the member comes after all, it is taken back, somebody else is named, or the substitute
 * may sit for nobody any more.
 */
export type EndedBecause = 'comes' | 'taken-back' | 'replaced' | 'not-in-pool'

/** End what stands for a seat or an absent member; the substitute and the member get one line each. */
export async function endIn(
  tx: Tx,
  meeting: MeetingAtHand,
  of: { readonly seatId: string } | { readonly absentId: string },
  because: EndedBecause,
): Promise<boolean> {
  const { councilId, db } = tx
  const standing = await db.substitution.findFirst({
    where: { councilId, meetingId: meeting.id, standing: true, ...of },
  })
  if (!standing) return false
  const { id, absentId, substituteId } = standing
  await db.substitution.update({
    where: { id, councilId },
    data: {
      state: 'withdrawn',
      standing: null,
      // An operator at the command line is no person of the council.
      endedById: validate(tx.by) ? tx.by : null,
      endedAt: toDate(tx.now),
      version: { increment: 1 },
    },
  })
  const facts = { meeting: meeting.id, substitution: id, absent: absentId, substitute: substituteId, because }
  tx.audit('substitution.ended', facts, meeting.committeeId)
  await tellOfEnd(tx, meeting, standing)
  for (const personId of because === 'replaced' ? [substituteId] : [substituteId, absentId])
    await tellLine(tx, meeting, { id, personId, told: 'ended' })
  return true
}

/** The substitute cannot after all: whoever named them must name another. */
export async function declineIn(
  tx: Tx,
  meeting: MeetingAtHand,
  standing: {
    readonly id: string
    readonly absentId: string
    readonly substituteId: string
    readonly namedById: string
  },
): Promise<void> {
  const { councilId, db } = tx
  const { id, absentId, substituteId, namedById } = standing
  await db.substitution.update({
    where: { id, councilId },
    data: {
      state: 'declined',
      standing: null,
      answeredById: tx.by,
      answeredAt: toDate(tx.now),
      endedById: tx.by,
      endedAt: toDate(tx.now),
      version: { increment: 1 },
    },
  })
  const relayed = tx.by !== substituteId
  const facts = { meeting: meeting.id, substitution: id, absent: absentId, substitute: substituteId, relayed }
  tx.audit('substitution.declined', facts, meeting.committeeId)
  await tellOfEnd(tx, meeting, standing)
  for (const personId of new Set([absentId, namedById]))
    if (personId !== tx.by) await tellLine(tx, meeting, { id, personId, told: 'declined' })
}

async function tellOfEnd(
  tx: Tx,
  meeting: MeetingAtHand,
  {
    id,
    absentId,
    substituteId,
  }: { readonly id: string; readonly absentId: string; readonly substituteId: string },
): Promise<void> {
  await tx.refresh({ kind: messageKinds.substitution, subject: id })
  await refreshReminders(tx, { subject: meeting.id, personId: substituteId })
  await tx.refresh({ kind: messageKinds.member, subject: meeting.id, recipient: { person: substituteId } })
  await showSubstitution(tx, meeting, absentId)
  await followMembership(tx)
}

/** One new line, to somebody on Slack. */
export async function tellLine(
  tx: Tx,
  meeting: Pick<MeetingAtHand, 'committeeId'>,
  { id, personId, told }: { readonly id: string; readonly personId: string; readonly told: SubstitutionTold },
): Promise<void> {
  const person = await personById(tx, personId)
  if (person?.slackUserId === undefined) return
  const { committeeId } = meeting
  await tx.show(substitutionLine({ substitutionId: id, committeeId, personId, told, now: tx.now }))
}

/** The absent member's message and the clerks' list say who sits for them. */
export async function showSubstitution(tx: Tx, meeting: MeetingAtHand, absentId: string): Promise<void> {
  const { id: meetingId, committeeId } = meeting
  const own = memberMessage({ meetingId, committeeId, personId: absentId })
  await tx.refresh({ kind: own.kind, subject: own.subject, recipient: own.recipient })
  if (meeting.clerksChannelId)
    await tx.show(clerksList({ meetingId, committeeId, channelId: meeting.clerksChannelId }))
  await noteQuorum(tx, meeting)
}

async function isAway(
  { councilId, db }: CouncilRows,
  meeting: MeetingAtHand,
  personId: string,
): Promise<boolean> {
  const of = { councilId, meetingId: meeting.id, personId }
  const apologies = await db.apology.count({
    where: { ...of, withdrawnAt: null, kind: 'absent', tenderedAt: sinceAsked(meeting) },
  })
  return apologies > 0
}
