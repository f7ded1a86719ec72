import { columnOfDate } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { Recipient } from '../database/intended-message.ts'
import { clerksAddress } from '../meetings/clerks-address.ts'

/** Clerks in one place, with the councillors of their committees. */
export interface SixMonthReaders {
  readonly recipient: Recipient
  readonly committeeId: string
  readonly councillors: ReadonlySet<string>
}

/** Who is told of whom: the clerks of each committee, of the councillors who sit there today. */
export async function sixMonthReaders(rows: CouncilRows, today: string): Promise<SixMonthReaders[]> {
  const { councilId, db } = rows
  const day = columnOfDate(today)
  const committees = await db.committee.findMany({
    where: { councilId },
    orderBy: { name: 'asc' },
    include: {
      seats: {
        where: { councilId, kind: { not: 'coOptee' } },
        include: {
          occupancies: {
            where: { councilId, since: { lte: day }, OR: [{ until: null }, { until: { gte: day } }] },
          },
        },
      },
    },
  })
  const found = new Map<string, { recipient: Recipient; committeeId: string; councillors: Set<string> }>()
  for (const { id, clerksChannelId, seats } of committees) {
    const sitting = seats.flatMap(({ occupancies }) => occupancies.map(({ personId }) => personId))
    for (const recipient of await clerksAddress(rows, {
      committeeId: id,
      clerksChannelId: clerksChannelId ?? undefined,
    })) {
      const key = JSON.stringify(recipient)
      const known = found.get(key) ?? { recipient, committeeId: id, councillors: new Set<string>() }
      for (const personId of sitting) known.councillors.add(personId)
      found.set(key, known)
    }
  }
  return [...found.values()]
}
