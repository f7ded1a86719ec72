import { toDate } from '../calendar/civil.ts'
import type { InterestNotice } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import {
  type DeclarationAtHand,
  type DeclareRefusal,
  type Declaring,
  declarationAtHand,
  noteAnswer,
} from './declaring.ts'
import { dispensationsInForce } from './dispensations.ts'
import { forgetNature, keepNature, natureOf } from './interest-nature.ts'
import { type InterestKind, kindOf } from './kind-rules.ts'
import type { NoticeRefusal, Registration } from './rules.ts'

/** What a member says of an interest. */
export interface InterestGiven {
  /** A kind of the council's code. */
  readonly type: string
  readonly holder: 'own' | 'partner'
  /** Only the fact is kept then (Localism Act 2011 s32). */
  readonly sensitive: boolean
  /** Asked of kinds that the Monitoring Officer must be told of. */
  readonly registration: Registration | undefined
  /** In what it lies; empty keeps what an earlier notice says. */
  readonly nature: string
  readonly dispensationId: string | undefined
}

export interface DeclareInterest extends Declaring {
  readonly interest: InterestGiven
  /** The items that it is in; the whole meeting when none is named. */
  readonly itemIds: readonly string[]
  readonly isWholeMeeting: boolean
  /** An earlier notice of the same member that this one repeats. */
  readonly repeatsId?: string | undefined
}

export interface NoticeReceipt {
  readonly meeting: MeetingAtHand
  readonly noticeIds: readonly string[]
}

/**
 * Take advance notice of an interest, one for each item, or say why not. Giving the same notice twice is the same
 * as once. It is no disclosure yet: that is made, and minuted, at the meeting.
 */
export async function declareInterest(
  house: House,
  act: DeclareInterest,
): Promise<Outcome<NoticeReceipt, DeclareRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await declarationAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, items } = found.value
    const chosen = items.filter((item) => act.itemIds.includes(item.id))
    if (!act.isWholeMeeting && act.itemIds.length === 0) return refused({ code: 'no-item' })
    if (!act.isWholeMeeting && chosen.length < new Set(act.itemIds).size)
      return refused({ code: 'agenda-changed', meeting: meetingWords.meeting(meeting) })
    const checked = await checkedInterest(tx, found.value, act.memberId, act.interest)
    if (!checked.ok) return checked

    const noticeIds: string[] = []
    for (const itemId of act.isWholeMeeting ? [null] : chosen.map((item) => item.id)) {
      const standing = await standingLike(tx, act, itemId, act.interest)
      const data = {
        ...kept(act.interest, checked.value),
        ...givenNow(tx, act),
        repeatsId: act.repeatsId ?? null,
      }
      const notice = standing
        ? await tx.db.interestNotice.update({
            where: { id: standing.id, councilId: tx.councilId },
            data: { ...data, version: { increment: 1 } },
          })
        : await tx.db.interestNotice.create({ data: { ...ofMember(tx, act), itemId, ...data } })
      const natured = await settleNature(house, tx, notice, act.interest, checked.value, act.repeatsId)
      if (!natured.ok) return natured
      noticeIds.push(notice.id)
    }
    tx.audit(
      'interests.notice-given',
      {
        ...noted(act),
        // Of a sensitive interest only that a notice was given.
        ...(act.interest.sensitive
          ? {}
          : {
              type: act.interest.type,
              items: act.isWholeMeeting ? ['whole meeting'] : chosen.map(({ position }) => String(position)),
            }),
      },
      meeting.committeeId,
    )
    await noteAnswer(tx, found.value, act, 'all')
    return done({ meeting, noticeIds })
  })
}

export interface ChangeInterest extends Declaring {
  readonly noticeId: string
  /** As the form showed it. */
  readonly version: number
  readonly interest: InterestGiven
}

/** Change what a notice says; its item stays. */
export async function changeInterest(
  house: House,
  act: ChangeInterest,
): Promise<Outcome<NoticeReceipt, DeclareRefusal>> {
  return house.transact(act.by, async (tx) => {
    const found = await declarationAtHand(tx, act)
    if (!found.ok) return found
    const { meeting, items } = found.value
    const notice = await tx.db.interestNotice.findFirst({
      where: { ...ofMember(tx, act), id: act.noticeId, withdrawnAt: null },
    })
    if (!notice) return refused({ code: 'notice-gone' })
    if (notice.version !== act.version) return refused({ code: 'notice-changed' })
    const like = await standingLike(tx, act, notice.itemId, act.interest)
    if (like && like.id !== notice.id) return refused({ code: 'same-notice' })
    const checked = await checkedInterest(tx, found.value, act.memberId, act.interest)
    if (!checked.ok) return checked
    await tx.db.interestNotice.update({
      where: { id: notice.id, councilId: tx.councilId },
      data: { ...kept(act.interest, checked.value), ...givenNow(tx, act), version: { increment: 1 } },
    })
    const natured = await settleNature(house, tx, notice, act.interest, checked.value)
    if (!natured.ok) return natured
    const position = items.find((item) => item.id === notice.itemId)?.position
    const isSensitive = notice.sensitive || act.interest.sensitive
    tx.audit(
      'interests.notice-changed',
      {
        ...noted(act),
        ...(isSensitive ? {} : { type: act.interest.type, items: [position?.toString() ?? 'whole meeting'] }),
      },
      meeting.committeeId,
    )
    await noteAnswer(tx, found.value, act, 'as before')
    return done({ meeting, noticeIds: [notice.id] })
  })
}

/** What the audit says of every notice: whose it is and who gave it. */
function noted(act: Declaring) {
  return { meeting: act.meetingId, member: act.memberId, way: act.way, relayed: act.by !== act.memberId }
}

function ofMember(tx: Tx, act: Declaring) {
  return { councilId: tx.councilId, meetingId: act.meetingId, personId: act.memberId }
}

function givenNow(tx: Tx, act: Declaring) {
  const { way, relayedNote = '', by: givenById } = act
  return { way, relayedNote, givenById, givenAt: toDate(tx.now) }
}

function kept(given: InterestGiven, kind: InterestKind) {
  return {
    type: kind.id,
    holder: kind.mayBePartners ? given.holder : ('own' as const),
    sensitive: given.sensitive,
    registration: kind.notifying ? (given.registration ?? null) : null,
    dispensationId: given.dispensationId ?? null,
  }
}

async function standingLike(tx: Tx, act: Declaring, itemId: string | null, { type, holder }: InterestGiven) {
  return tx.db.interestNotice.findFirst({
    where: { ...ofMember(tx, act), itemId, type, holder, withdrawnAt: null },
  })
}

/** The kind, when the interest can be noted so. */
async function checkedInterest(
  tx: Tx,
  { meeting, code }: DeclarationAtHand,
  memberId: string,
  given: InterestGiven,
): Promise<Outcome<InterestKind, NoticeRefusal>> {
  const kind = kindOf(code, given.type)
  if (!kind) return refused({ code: 'no-such-kind' })
  if (kind.notifying && given.registration === undefined) return refused({ code: 'registration-missing' })
  if (given.dispensationId !== undefined) {
    const inForce = await dispensationsInForce(tx, memberId, meeting.date)
    if (!inForce.some((one) => one.id === given.dispensationId)) return refused({ code: 'no-leave' })
  }
  return done(kind)
}

/** A nature for every notice that needs one, and none of a sensitive interest. */
async function settleNature(
  house: House,
  tx: Tx,
  notice: Pick<InterestNotice, 'id' | 'personId'>,
  given: InterestGiven,
  kind: InterestKind,
  repeatsId?: string,
): Promise<Outcome<undefined, NoticeRefusal>> {
  if (given.sensitive || !kind.asksNature) {
    await forgetNature(tx, notice.id)
    return done(undefined)
  }
  const earlier = async () =>
    (await natureOf(house, tx, notice.id, notice.personId)) ??
    (repeatsId === undefined ? undefined : await natureOf(house, tx, repeatsId, notice.personId))
  const nature = given.nature === '' ? await earlier() : given.nature
  if (nature === undefined) return refused({ code: 'nature-missing' })
  await keepNature(house, tx, notice.id, nature)
  return done(undefined)
}
