import { answersOf } from '../apologies/answers.ts'
import { recordsOf } from '../apologies/attendance-records.ts'
import { changesOf } from '../apologies/attendance-rules.ts'
import { recordRows } from '../apologies/record-attendance.ts'
import type { Tx } from '../database/transact.ts'
import type { SittingAtHand } from './at-hand.ts'
import { recordedByRoll } from './attendance-of-roll.ts'
import { sittingWords } from './words.en.ts'

/**
 * Record who came, by the roll, so that statistics and the six-month watch follow; what was recorded otherwise is
 * corrected.
 */
export async function recordRoll(
  tx: Tx,
  { meeting, members, roll }: Pick<SittingAtHand, 'meeting' | 'members' | 'roll'>,
): Promise<void> {
  const holders = members.filter(({ kind }) => kind !== 'substitute')
  const answers = new Map((await answersOf(tx, meeting)).map((it) => [it.person.id, it.state]))
  const standing = await recordsOf(tx, [meeting.id])
  const said = recordedByRoll(
    roll,
    holders.map(({ person }) => ({
      personId: person.id,
      hasApologies: answers.get(person.id) === 'absent',
    })),
    standing,
  )
  const seatOf = new Map(holders.map(({ person, seatId }) => [person.id, seatId]))
  const change = changesOf(standing, said, new Set(seatOf.keys()))
  if (change.fresh.length + change.corrected.length === 0) return
  await recordRows(tx, meeting, { ...change, standing, seatOf, why: sittingWords.byTheRoll })
}
