import type { Temporal } from 'temporal-polyfill'
import { toDate } from '../calendar/civil.ts'
import { clerksOf } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { done, type Outcome } from '../outcome.ts'
import { type Answering, answerAtHand, answeredAt, showAnswer } from './answering.ts'
import type { AnswerRefusal, ApologyKind } from './rules.ts'

export interface TenderApologies extends Answering {
  readonly kind: ApologyKind
  /** Private to the clerks; empty when none is given, which takes an earlier one away. */
  readonly reason: string
  /** How a relayed answer reached the clerk: "by telephone". */
  readonly relayedNote?: string
}

export interface ApologiesReceipt {
  readonly meeting: MeetingAtHand
  readonly kind: ApologyKind
  readonly reasonGiven: boolean
  readonly at: Temporal.Instant
  /** Who is told. */
  readonly clerks: readonly string[]
}

/** What a sealed reason is bound to, so that it opens for no other apology. */
export function reasonPlace(apologyId: string): string {
  return `apology-reason/${apologyId}`
}

/** Record a member's apologies, or say why not. Tendering twice is the same as once. */
export async function tenderApologies(
  house: House,
  act: TenderApologies,
): Promise<Outcome<ApologiesReceipt, AnswerRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await answerAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, member } = found.value

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
    }
    const apology = await tx.db.apology.upsert({
      where: { councilId_meetingId_personId: of },
      create: { ...of, ...tendered },
      update: { ...tendered, version: { increment: 1 } },
    })
    // A clerk who was told something else does not take away what the member wrote.
    if (act.reason !== '' || act.by === act.memberId) await keepReason(house, tx, apology.id, act.reason)
    // Somebody who comes late still comes; somebody who is absent no longer does.
    if (act.kind === 'absent')
      await tx.db.attendance.updateMany({ where: { ...of, state: 'expected' }, data: { state: 'unsaid' } })
    tx.audit(
      'apologies.tendered',
      {
        meeting: act.meetingId,
        member: act.memberId,
        kind: act.kind,
        way: act.way,
        relayed: act.by !== act.memberId,
      },
      meeting.committeeId,
    )
    await showAnswer(tx, found.value)
    const clerks = (await clerksOf(tx, meeting.committeeId)).map((clerk) => clerk.name)
    return done({ meeting, kind: act.kind, reasonGiven: act.reason !== '', at: tx.now, clerks })
  })
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
