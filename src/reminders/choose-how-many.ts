import type { House } from '../database/house.ts'
import { messageKinds } from '../meetings/messages.ts'

/**
 * A person chooses to be reminded less, or as usual again. Choosing twice is the same as once.
 *
 * @param act.day the ISO day of the message in which it was chosen, which then shows it
 */
export async function chooseHowMany(
  house: House,
  act: { readonly by: string; readonly fewer: boolean; readonly day: string },
): Promise<void> {
  await house.transact(act.by, async (tx) => {
    const { councilId } = tx
    const changed = await tx.db.person.updateMany({
      where: { councilId, id: act.by, wantsFewer: !act.fewer },
      data: { wantsFewer: act.fewer },
    })
    if (changed.count > 0) tx.audit('reminders.fewer', { person: act.by, fewer: act.fewer })
    await tx.refresh({
      kind: messageKinds.reminders,
      subject: act.by,
      recipient: { person: act.by },
      slot: act.day,
    })
  })
}
