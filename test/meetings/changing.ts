import { type ChangeMeeting, changeMeeting, type Follow } from '../../src/meetings/change-meeting.ts'
import { changesOf } from '../../src/meetings/changes.ts'
import { meetingAtHand } from '../../src/meetings/meeting.ts'
import { meetingAhead } from '../apologies/answering.ts'
import type { InventedCouncil, InventedPerson } from '../support/council.ts'
import type { TestDatabase } from '../support/databases.ts'

type Wanted = ChangeMeeting['change'] extends infer Change
  ? Change extends unknown
    ? Omit<Change, 'reason'> & { readonly reason?: string }
    : never
  : never

interface How {
  readonly by?: InventedPerson
  readonly meetingId?: string
  /** The version that the clerk saw; the present one when absent. */
  readonly version?: number
  readonly follow?: readonly Follow[]
}

/** A committee with a meeting ahead of it on 20 September 2017 at 10, and its clerks. */
export async function changing(database: TestDatabase, given?: InventedCouncil) {
  const stage = await meetingAhead(database, given)
  const { house, ground, council, meetingId, clerk } = stage
  const meeting = () => meetingAtHand(house, meetingId)
  const about = { councilId: council.id, subject: meetingId }
  return {
    ...stage,
    meeting,
    change: async (wanted: Wanted, { by = clerk, follow = [], ...how }: How = {}) =>
      changeMeeting(
        house,
        {
          by: by.id,
          meetingId: how.meetingId ?? meetingId,
          version: how.version ?? (await meeting())?.version ?? 0,
          change: { reason: '', ...wanted },
        },
        follow,
      ),
    changes: () => changesOf(house, meetingId),
    /** The new lines, to people and to the channel. */
    lines: () => ground.prisma.outboxMessage.findMany({ where: { ...about, kind: 'meeting-change' } }),
    wanted: () => ground.prisma.outboxMessage.count({ where: { councilId: council.id } }),
    audit: async () => (await stage.audit()).map((entry) => JSON.parse(entry.canonical)),
    /** A week later, in the afternoon, elsewhere. */
    move: { to: 'scheduled', date: '2017-09-27', startTime: '14:00', venue: 'Committee Room 3' } as const,
    /** As it was planned. */
    restore: { to: 'scheduled', date: '2017-09-20', startTime: '10:00', venue: 'Committee Room 2' } as const,
  }
}
