import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import { councilCode } from '../interests/council-code.ts'
import { dispensationsInForce } from '../interests/dispensations.ts'
import { kindOf } from '../interests/kind-rules.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, onSitting, type SittingRefusal } from './acting.ts'
import type { SittingAtHand } from './at-hand.ts'
import { keptDisclosure, notedItem } from './disclosure-row.ts'
import { type Conduct, type InterestSaid, type SaidRefusal, whyNotSaid } from './interest-rules.ts'
import { tellIfOver } from './tell-disclosures.ts'

interface SaidByMember extends ActOnSitting {
  readonly memberId: string
  /** Absent for the whole meeting. */
  readonly itemId: string | undefined
}

export interface DiscloseInterest extends SaidByMember {
  readonly interest: InterestSaid
  readonly conduct?: Conduct | undefined
}

/**
 * - `not-a-member`: only members, co-optees and substitutes of the committee declare
 * - `no-such-item`: it is not on the agenda of this meeting
 * - `no-whip`: this council does not ask about a party whip
 */
export type DiscloseRefusal =
  | SittingRefusal
  | SaidRefusal
  | { readonly code: 'not-a-member' | 'no-such-item' | 'no-whip' }

/**
 * Record an interest that a member declared on the spot, without notice of it. The same entered twice is one; of the
 * same kind with another nature it is another.
 */
export async function discloseInterest(
  house: House,
  act: DiscloseInterest,
): Promise<Outcome<{ readonly disclosureId: string }, DiscloseRefusal>> {
  return onSitting<{ readonly disclosureId: string }, DiscloseRefusal>(house, act, async (held) => {
    const { tx, sitting } = held
    const { memberId: personId, itemId, interest } = act
    const refusal = whyNotIn(sitting, act)
    if (refusal) return refused(refusal)
    const kind = kindOf(await councilCode(tx), interest.type)
    const inForce = await dispensationsInForce(tx, personId, sitting.meeting.date)
    const said = whyNotSaid(interest, kind, inForce)
    if (said || !kind) return refused(said ?? { code: 'no-such-kind' })
    const { sensitive } = interest
    const holder = kind.mayBePartners ? interest.holder : 'own'
    const nature = sensitive || !kind.asksNature ? '' : interest.nature
    const like = await tx.db.disclosure.findFirst({
      where: {
        councilId: tx.councilId,
        meetingId: sitting.meeting.id,
        personId,
        itemId: itemId ?? null,
        type: kind.id,
        holder,
        sensitive,
        nature,
        outcome: 'disclosed',
        struckAt: null,
      },
      select: { id: true },
    })
    if (like) return done({ disclosureId: like.id })
    const row = await keptDisclosure(held, {
      personId,
      itemId,
      noticeId: undefined,
      outcome: 'disclosed',
      kind,
      holder,
      sensitive,
      nature,
      registration: kind.notifying ? interest.registration : undefined,
      dispensationId: interest.dispensationId,
      conduct: act.conduct,
    })
    await tellIfOver(tx, sitting, row)
    return done({ disclosureId: row.id })
  })
}

export interface DiscloseWhip extends SaidByMember {
  readonly nature: string
}

/** Record a party whip that a member declared at the meeting; the last one on an item stands. */
export async function discloseWhip(
  house: House,
  act: DiscloseWhip,
): Promise<Outcome<{ readonly declarationId: string }, DiscloseRefusal>> {
  return onSitting<{ readonly declarationId: string }, DiscloseRefusal>(
    house,
    act,
    async ({ tx, sitting, at }) => {
      const refusal = whyNotIn(sitting, act)
      if (refusal) return refused(refusal)
      if (!(await councilCode(tx)).whip.asks) return refused({ code: 'no-whip' })
      if (act.nature === '') return refused({ code: 'nature-missing' })
      const { memberId: personId, itemId } = act
      const of = { councilId: tx.councilId, meetingId: sitting.meeting.id, personId, itemId: itemId ?? null }
      const standing = await tx.db.whipDeclaration.findFirst({
        where: { ...of, outcome: 'disclosed', struckAt: null },
      })
      if (standing?.nature === act.nature) return done({ declarationId: standing.id })
      if (standing)
        await tx.db.whipDeclaration.update({
          where: { id: standing.id, councilId: tx.councilId },
          data: { struckAt: toDate(tx.now), struckById: act.by },
        })
      const { id } = await tx.db.whipDeclaration.create({
        data: { ...of, nature: act.nature, at: toDate(at), enteredAt: toDate(tx.now), byId: act.by },
      })
      tx.audit(
        'sitting.whip-declared',
        {
          meeting: sitting.meeting.id,
          member: personId,
          item: notedItem(sitting, itemId),
          ...(standing ? { instead: standing.id } : {}),
        },
        sitting.meeting.committeeId,
      )
      return done({ declarationId: id })
    },
  )
}

function whyNotIn(
  { members, roll, business }: Pick<SittingAtHand, 'members' | 'roll' | 'business'>,
  { memberId, itemId }: SaidByMember,
): { readonly code: 'not-a-member' | 'no-such-item' } | undefined {
  const sits = members.some(({ person }) => person.id === memberId)
  const isSubstitute = roll.some((line) => line.personId === memberId && line.forId !== undefined)
  if (!sits && !isSubstitute) return { code: 'not-a-member' }
  if (itemId !== undefined && !business.some((one) => one.itemId === itemId)) return { code: 'no-such-item' }
  return undefined
}
