import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { natureOf } from '../interests/interest-nature.ts'
import {
  type StandingInterest,
  type StandingWhip,
  standingInterests,
} from '../interests/standing-interests.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, type HeldSitting, onSitting } from './acting.ts'
import { type ChangeDisclosureRefusal, type ConductSaid, recordConduct } from './disclose-change.ts'
import { keptDisclosure, notedItem } from './disclosure-row.ts'
import { unsettled } from './member-effects.ts'
import { tellIfOver } from './tell-disclosures.ts'

/** What became of a notice when its item came up. */
export interface NoticeSettled {
  readonly noticeId: string
  readonly outcome: 'disclosed' | 'notDeclared'
}

export interface RecordInterests extends ActOnSitting {
  /** Of interests and of party whips; those that are settled already or withdrawn are left as they are. */
  readonly settled: readonly NoticeSettled[]
  /** What members did, of interests that stand as disclosed. */
  readonly conducts: readonly ConductSaid[]
}

/**
 * Record which notices were disclosed at the meeting and which were not, and what members did. What is disclosed is
 * public: its nature, which was sealed, is opened into the record, save of a sensitive interest (Localism Act 2011
 * s32(3)). All of it or nothing: a form is one press.
 *
 * @returns how many notices were settled now
 */
export async function recordInterests(
  house: House,
  act: RecordInterests,
): Promise<Outcome<{ readonly recorded: number }, ChangeDisclosureRefusal>> {
  return onSitting<{ readonly recorded: number }, ChangeDisclosureRefusal>(house, act, async (held) => {
    const { tx } = held
    const { meeting } = held.sitting
    const standing = await standingInterests(tx, meeting)
    const open = await openNotices(tx, meeting.id, standing)
    let recorded = 0
    for (const settled of act.settled) {
      const interest = open.interests.find(({ id }) => id === settled.noticeId)
      const whip = open.whips.find(({ id }) => id === settled.noticeId)
      if (interest) await settleInterest(house, { held, interest, settled })
      else if (whip) await settleWhip({ held, whip, settled })
      else continue
      recorded += 1
    }
    for (const said of act.conducts)
      if (!(await recordConduct(held, said))) return refused({ code: 'disclosure-gone' })
    return done({ recorded })
  })
}

/** Notices of which nothing was recorded yet. */
async function openNotices(
  { councilId, db }: Tx,
  meetingId: string,
  { interests, whips }: { interests: readonly StandingInterest[]; whips: readonly StandingWhip[] },
) {
  const where = { councilId, meetingId, struckAt: null, noticeId: { not: null } }
  const disclosed = await db.disclosure.findMany({ where, select: { noticeId: true } })
  const declared = await db.whipDeclaration.findMany({ where, select: { noticeId: true } })
  const told = (rows: readonly { noticeId: string | null }[]) =>
    rows.map(({ noticeId }) => ({ noticeId: noticeId ?? undefined }))
  return { interests: unsettled(interests, told(disclosed)), whips: unsettled(whips, told(declared)) }
}

async function settleInterest(
  house: House,
  of: { readonly held: HeldSitting; readonly interest: StandingInterest; readonly settled: NoticeSettled },
): Promise<void> {
  const { held, interest, settled } = of
  const { tx } = held
  const isDisclosed = settled.outcome === 'disclosed'
  const nature =
    isDisclosed && !interest.sensitive ? await natureOf(house, tx, interest.id, interest.memberId) : undefined
  const row = await keptDisclosure(held, {
    personId: interest.memberId,
    itemId: interest.item?.id,
    noticeId: interest.id,
    outcome: settled.outcome,
    kind: interest.kind,
    holder: interest.holder,
    sensitive: interest.sensitive,
    nature: nature ?? '',
    registration: interest.registration,
    dispensationId: interest.dispensation?.id,
    conduct: undefined,
  })
  await tellIfOver(tx, held.sitting, row)
}

async function settleWhip(of: {
  readonly held: HeldSitting
  readonly whip: StandingWhip
  readonly settled: NoticeSettled
}): Promise<void> {
  const { held, whip, settled } = of
  const { tx } = held
  const { meeting } = held.sitting
  await tx.db.whipDeclaration.create({
    data: {
      councilId: tx.councilId,
      meetingId: meeting.id,
      personId: whip.memberId,
      itemId: whip.item?.id ?? null,
      noticeId: whip.id,
      outcome: settled.outcome,
      nature: whip.nature,
      at: toDate(held.at),
      enteredAt: toDate(tx.now),
      byId: tx.by,
    },
  })
  tx.audit(
    settled.outcome === 'disclosed' ? 'sitting.whip-declared' : 'sitting.whip-not-declared',
    { meeting: meeting.id, member: whip.memberId, item: notedItem(held.sitting, whip.item?.id) },
    meeting.committeeId,
  )
}
