import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import { clerksOf, displayName } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { standingSubstitutions } from '../meetings/substitutions.ts'
import { done, type Outcome } from '../outcome.ts'
import { type AnswerAtHand, type Answering, answerAtHand, answeredAt, showAnswer } from './answering.ts'
import type { MinutesPhrase } from './minutes-phrases.ts'
import type { AnswerRefusal, ApologyKind } from './rules.ts'
import { declineIn, endIn, nameWithin, type SubstituteRefusal } from './substituting.ts'

export interface TenderApologies extends Answering {
  readonly kind: ApologyKind
  /** Private to the clerks; empty when none is given, which takes an earlier one away. */
  readonly reason: string
  /** How a relayed answer reached the clerk: "by telephone". */
  readonly relayedNote?: string
  /** What the minutes may say of the reason; nothing when absent. */
  readonly inMinutes?: MinutesPhrase | undefined
  /** Whom the member would like to sit for them; a substitute who stands already stays when absent. */
  readonly substituteId?: string | undefined
}

export interface ApologiesReceipt {
  readonly meeting: MeetingAtHand
  readonly kind: ApologyKind
  readonly reasonGiven: boolean
  readonly at: Temporal.Instant
  /** Who is told. */
  readonly clerks: readonly string[]
  /** Who is asked, or has agreed, to sit for the member, where one was named now. */
  readonly substitute: string | undefined
}

/** What a sealed reason is bound to, so that it opens for no other apology. */
export function reasonPlace(apologyId: string): string {
  return `apology-reason/${apologyId}`
}

/** Record a member's apologies, or say why not. Tendering twice is the same as once. */
export async function tenderApologies(
  house: House,
  act: TenderApologies,
): Promise<Outcome<ApologiesReceipt, AnswerRefusal | SubstituteRefusal>> {
  return house.transact(act.by, (tx) => tenderWithin(house, tx, act))
}

/** The same in a transaction that is open: apologies for several meetings are one act. */
export async function tenderWithin(
  house: House,
  tx: Tx,
  act: TenderApologies,
): Promise<Outcome<ApologiesReceipt, AnswerRefusal | SubstituteRefusal>> {
  const found = await answerAtHand(tx, act)
  if (!found.ok) return found
  const { meeting, member } = found.value
  const relayed = act.by !== act.memberId

  const of = { councilId: tx.councilId, meetingId: act.meetingId, personId: act.memberId }
  const tendered = {
    seatId: member.seatId,
    kind: act.kind,
    way: act.way,
    relayedNote: act.relayedNote ?? '',
    tenderedById: act.by,
    tenderedAt: answeredAt(meeting, tx.now),
    withdrawnAt: null,
    withdrawnById: null,
    // A clerk who was told something else does not say for the member what the minutes may say.
    ...(relayed && act.inMinutes === undefined ? {} : { inMinutes: act.inMinutes ?? '' }),
  }
  const apology = await tx.db.apology.upsert({
    where: { councilId_meetingId_personId: of },
    create: { ...of, ...tendered },
    update: { ...tendered, version: { increment: 1 } },
  })
  // A clerk who was told something else does not take away what the member wrote.
  if (act.reason !== '' || !relayed) await keepReason(house, tx, apology.id, act.reason)
  // Somebody who comes late still comes; somebody who is absent no longer does.
  if (act.kind === 'absent')
    await tx.db.attendance.updateMany({ where: { ...of, state: 'expected' }, data: { state: 'unsaid' } })
  tx.audit(
    'apologies.tendered',
    { meeting: act.meetingId, member: act.memberId, kind: act.kind, way: act.way, relayed },
    meeting.committeeId,
  )
  const substitute = await followWithSubstitute(tx, found.value, act)
  if (!substitute.ok) return substitute
  await showAnswer(tx, found.value, act)
  const clerks = (await clerksOf(tx, meeting.committeeId)).map((clerk) => clerk.name)
  return done({
    meeting,
    kind: act.kind,
    reasonGiven: act.reason !== '',
    at: tx.now,
    clerks,
    substitute: substitute.value.name,
  })
}

/** Whoever comes needs no substitute; whoever does not may name one, and is none themselves any more. */
async function followWithSubstitute(
  tx: Tx,
  { meeting, member }: AnswerAtHand,
  act: TenderApologies,
): Promise<Outcome<{ readonly name: string | undefined }, SubstituteRefusal>> {
  if (act.kind !== 'absent') {
    await endIn(tx, meeting, { absentId: act.memberId }, 'comes')
    return done({ name: undefined })
  }
  const own = (await standingSubstitutions(tx, meeting)).find(
    ({ substitute }) => substitute.id === act.memberId,
  )
  if (own)
    await declineIn(tx, meeting, {
      id: own.id,
      absentId: own.absent.id,
      substituteId: act.memberId,
      namedById: own.namedById,
    })
  if (act.substituteId === undefined) return done({ name: undefined })
  const named = await nameWithin(tx, meeting, member, act.substituteId)
  return named.ok ? done({ name: displayName(named.value.named.substitute) }) : named
}

async function keepReason(house: House, tx: Tx, apologyId: string, reason: string): Promise<void> {
  if (reason === '') {
    await tx.db.apologyReason.deleteMany({ where: { councilId: tx.councilId, apologyId } })
    return
  }
  const sealed = house.privateText.seal(reason, reasonPlace(apologyId))
  const givenAt = toDate(tx.now)
  await tx.db.apologyReason.upsert({
    where: { apologyId, councilId: tx.councilId },
    create: { councilId: tx.councilId, apologyId, sealed, givenAt },
    update: { sealed, givenAt },
  })
}
