import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { MINUTES_STYLES, type MinutesStyleName } from './styles.ts'

/** `no-such-style`: choose one that there is. */
export interface StyleRefusal {
  readonly code: 'not-a-clerk' | 'no-such-style'
}

/** Choose the house style in which a committee's minutes are printed. The same again changes nothing. */
export async function chooseStyle(
  house: House,
  act: { readonly by: string; readonly committeeId: string; readonly style: string },
): Promise<Outcome<{ readonly style: MinutesStyleName }, StyleRefusal>> {
  return house.transact<Outcome<{ readonly style: MinutesStyleName }, StyleRefusal>>(act.by, async (tx) => {
    if (!(await isClerk(tx, act.committeeId, act.by))) return refused({ code: 'not-a-clerk' })
    const style = MINUTES_STYLES.find((one) => one === act.style)
    if (!style) return refused({ code: 'no-such-style' })
    const { count } = await tx.db.committee.updateMany({
      where: { councilId: tx.councilId, id: act.committeeId, minutesStyle: { not: style } },
      data: { minutesStyle: style },
    })
    if (count > 0) tx.audit('minutes.style', { style }, act.committeeId)
    return done({ style })
  })
}
