import { dateOfColumn, toDate, toInstant } from '../calendar/civil.ts'
import { isClerk } from '../committees/people.ts'
import type { Disclosure } from '../database/generated/client.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'
import { councilCode } from '../interests/council-code.ts'
import { kindOfNotice } from '../interests/kind-rules.ts'
import { isMonitoringOfficer } from '../interests/read-interests.ts'
import { meetingAtHand } from '../meetings/meeting.ts'
import { messageKinds } from '../meetings/messages.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { type ActOnSitting, type HeldSitting, onSitting, type SittingRefusal } from './acting.ts'
import { keptDisclosure, notedItem } from './disclosure-row.ts'
import type { Conduct } from './interest-rules.ts'
import { showTold, tellIfOver } from './tell-disclosures.ts'

export interface OfDisclosure extends ActOnSitting {
  /** Of an interest or of a party whip. */
  readonly disclosureId: string
}

/** - `disclosure-gone`: it was struck meanwhile */
export type ChangeDisclosureRefusal = SittingRefusal | { readonly code: 'disclosure-gone' }

/** What a member did about an item in which they have an interest. */
export interface ConductSaid {
  readonly disclosureId: string
  readonly conduct: Conduct
}

/**
 * What a member did, also where the law does not allow it: the record says what happened (law 4). Said otherwise
 * before, the earlier entry is struck and a new one takes its place.
 *
 * @returns whether there was such a disclosure
 */
export async function recordConduct(
  { tx, sitting }: Pick<HeldSitting, 'tx' | 'sitting'>,
  { disclosureId, conduct }: ConductSaid,
): Promise<boolean> {
  const row = await standing(tx, { disclosureId, meetingId: sitting.meeting.id })
  if (row?.outcome !== 'disclosed') return false
  if (row.conduct === conduct) return true
  tx.audit(
    'sitting.conduct-recorded',
    {
      meeting: sitting.meeting.id,
      member: row.personId,
      item: notedItem(sitting, row.itemId ?? undefined),
      conduct,
    },
    sitting.meeting.committeeId,
  )
  if (row.conduct === null) {
    await tx.db.disclosure.update({ where: { id: row.id, councilId: tx.councilId }, data: { conduct } })
    return true
  }
  await strike(tx, row)
  const kept = await keptDisclosure(
    { tx, sitting, at: toInstant(row.at) },
    {
      personId: row.personId,
      itemId: row.itemId ?? undefined,
      noticeId: row.noticeId ?? undefined,
      outcome: row.outcome,
      kind: kindOfNotice(await councilCode(tx), row.type),
      holder: row.holder,
      sensitive: row.sensitive,
      nature: row.nature,
      registration: row.registration ?? undefined,
      dispensationId: row.dispensationId ?? undefined,
      conduct,
    },
  )
  if (row.notifiedAt)
    await tx.db.disclosure.update({
      where: { id: kept.id, councilId: tx.councilId },
      data: { notifiedAt: row.notifiedAt },
    })
  else await tellIfOver(tx, sitting, kept)
  return true
}

/** Take back what was recorded by mistake: it stays, struck, and a notice that it settled is open again. */
export async function strikeDisclosure(
  house: House,
  act: OfDisclosure,
): Promise<Outcome<undefined, ChangeDisclosureRefusal>> {
  return onSitting<undefined, ChangeDisclosureRefusal>(house, act, async ({ tx, sitting: { meeting } }) => {
    const row = await standing(tx, act)
    const of = { id: act.disclosureId, councilId: tx.councilId, meetingId: meeting.id, struckAt: null }
    const whip = row ? null : await tx.db.whipDeclaration.findFirst({ where: of })
    if (row) await strike(tx, row)
    else if (whip)
      await tx.db.whipDeclaration.update({
        where: { id: whip.id, councilId: tx.councilId },
        data: { struckAt: toDate(tx.now), struckById: act.by },
      })
    else return refused({ code: 'disclosure-gone' })
    const struck = row ?? whip
    tx.audit(
      row ? 'sitting.interest-struck' : 'sitting.whip-struck',
      { meeting: meeting.id, member: struck?.personId ?? '', entry: act.disclosureId },
      meeting.committeeId,
    )
    return done(undefined)
  })
}

/** - `not-an-officer`: only the Monitoring Officer or a clerk of the committee says so */
export type ToldRefusal = { readonly code: 'disclosure-gone' | 'not-an-officer' }

/**
 * The member has told the Monitoring Officer: that ends the 28 days. Once is enough. This may come after the minutes
 * are signed, since it changes nothing in them.
 */
export async function noteTold(
  house: House,
  act: { readonly by: string; readonly disclosureId: string },
): Promise<Outcome<{ readonly meetingId: string }, ToldRefusal>> {
  return house.transact(act.by, async (tx) => {
    const { councilId } = tx
    const row = await tx.db.disclosure.findFirst({
      where: { councilId, id: act.disclosureId, struckAt: null, notifyUntil: { not: null } },
    })
    const meeting = row && (await meetingAtHand(tx, row.meetingId))
    if (!row || !meeting) return refused({ code: 'disclosure-gone' })
    const isTheirs = await isClerk(tx, meeting.committeeId, act.by)
    if (!isTheirs && !(await isMonitoringOfficer(tx, act.by))) return refused({ code: 'not-an-officer' })
    const { count } = await tx.db.disclosure.updateMany({
      where: { councilId, id: row.id, notifiedAt: null },
      data: { notifiedAt: toDate(tx.now) },
    })
    if (count > 0)
      tx.audit(
        'sitting.officer-told',
        {
          meeting: meeting.id,
          member: row.personId,
          ...(row.notifyUntil ? { until: dateOfColumn(row.notifyUntil) } : {}),
        },
        meeting.committeeId,
      )
    await showTold(tx, row)
    await tx.refresh({ kind: messageKinds.control, subject: meeting.id })
    return done({ meetingId: meeting.id })
  })
}

function standing(tx: Tx, act: Pick<OfDisclosure, 'disclosureId' | 'meetingId'>): Promise<Disclosure | null> {
  const { councilId } = tx
  return tx.db.disclosure.findFirst({
    where: { councilId, id: act.disclosureId, meetingId: act.meetingId, struckAt: null },
  })
}

async function strike(tx: Tx, row: Disclosure): Promise<void> {
  await tx.db.disclosure.update({
    where: { id: row.id, councilId: tx.councilId },
    data: { struckAt: toDate(tx.now), struckById: tx.by },
  })
  await showTold(tx, row)
}
