import type { Tx } from '../database/transact.ts'
import { disclosureToldMessage, messageKinds } from '../meetings/messages.ts'
import { refreshReminders } from '../meetings/reminder-messages.ts'
import type { SittingAtHand } from './at-hand.ts'
import type { DisclosureRow } from './disclosure-row.ts'

/** Whether a meeting is over, so that its members may be written to. */
function isOver({ state }: Pick<SittingAtHand, 'state'>): boolean {
  return state === 'closed' || state === 'inquorate'
}

/** Entered after the meeting: it is told at once. While the meeting sits nobody gets anything of it (law 12). */
export async function tellIfOver(
  tx: Tx,
  sitting: Pick<SittingAtHand, 'state' | 'meeting'>,
  row: DisclosureRow,
): Promise<void> {
  if (isOver(sitting) && row.isRunning) await tell(tx, sitting.meeting.committeeId, row)
}

/** When a meeting is closed: whoever has 28 days from it is told of them, and so are the Monitoring Officers. */
export async function tellDisclosures(tx: Tx, { meeting }: Pick<SittingAtHand, 'meeting'>): Promise<void> {
  const rows = await tx.db.disclosure.findMany({
    where: {
      councilId: tx.councilId,
      meetingId: meeting.id,
      struckAt: null,
      notifiedAt: null,
      notifyUntil: { not: null },
    },
    select: { id: true, personId: true },
    orderBy: { id: 'asc' },
  })
  for (const row of rows) await tell(tx, meeting.committeeId, { ...row, isRunning: true })
}

/** Struck, or told: the messages about it become true. */
export async function showTold(
  tx: Tx,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<void> {
  await tx.refresh({ kind: messageKinds.disclosureTold, subject: id })
  await refreshReminders(tx, { subject: id, personId })
}

async function tell(tx: Tx, committeeId: string, { id, personId }: DisclosureRow): Promise<void> {
  const officers = await tx.db.councilRole.findMany({
    where: { councilId: tx.councilId, duty: 'monitoringOfficer' },
    select: { personId: true },
  })
  const people = [...new Set([personId, ...officers.map((role) => role.personId)])]
  // Who has no Slack account cannot be written to: the clerk's list names them.
  const onSlack = await tx.db.person.findMany({
    where: { councilId: tx.councilId, id: { in: people }, slackUserId: { not: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  for (const person of onSlack)
    await tx.show(disclosureToldMessage({ disclosureId: id, committeeId, personId: person.id }))
}
