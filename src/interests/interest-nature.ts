import { toDate } from '../calendar/civil.ts'
import type { House } from '../database/house.ts'
import type { Tx } from '../database/transact.ts'

/** What a sealed nature is bound to, so that it opens for no other notice. */
export function naturePlace(noticeId: string): string {
  return `interest-nature/${noticeId}`
}

/** Seal in what an interest lies; what was kept before is replaced. */
export async function keepNature(house: House, tx: Tx, noticeId: string, nature: string): Promise<void> {
  const sealed = house.privateText.seal(nature, naturePlace(noticeId))
  const givenAt = toDate(tx.now)
  await tx.db.interestNature.upsert({
    where: { noticeId, councilId: tx.councilId },
    create: { councilId: tx.councilId, noticeId, sealed, givenAt },
    update: { sealed, givenAt },
  })
}

/** Of a sensitive interest, or one that is withdrawn, nothing is kept. */
export async function forgetNature(tx: Tx, noticeId: string): Promise<void> {
  await tx.db.interestNature.deleteMany({ where: { councilId: tx.councilId, noticeId } })
}

/** The nature that a notice of this member holds; of somebody else's nothing is ever taken over. */
export async function natureOf(
  house: House,
  tx: Tx,
  noticeId: string,
  personId: string,
): Promise<string | undefined> {
  const { councilId } = tx
  const row = await tx.db.interestNature.findFirst({
    where: { councilId, noticeId, notice: { councilId, personId } },
  })
  return row ? openedNature(house, noticeId, row.sealed) : undefined
}

/** One that does not open must not hide the others. */
export function openedNature(
  house: Pick<House, 'privateText' | 'log'>,
  noticeId: string,
  sealed: string,
): string | undefined {
  try {
    return house.privateText.open(sealed, naturePlace(noticeId))
  } catch (error) {
    house.log.error(
      { err: error, notice: noticeId },
      'a sealed nature does not open: was PRIVATE_TEXT_KEY changed?',
    )
    return undefined
  }
}
