import type { CouncilRows } from '../committees/people.ts'
import { type MinutesStyleName, styleNamed } from './styles.ts'

/** The house style that a committee's clerk chose for its minutes. */
export async function styleOfCommittee(
  { councilId, db }: CouncilRows,
  committeeId: string,
): Promise<MinutesStyleName> {
  const committee = await db.committee.findFirst({
    where: { councilId, id: committeeId },
    select: { minutesStyle: true },
  })
  return styleNamed(committee?.minutesStyle ?? '')
}
