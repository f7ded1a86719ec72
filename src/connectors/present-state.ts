// How a meeting of a site stands to what is here: what every question about it is decided by.
import { columnOfDate, dateOfColumn } from '../calendar/civil.ts'
import type { CouncilRows } from '../committees/people.ts'
import type { SeenMeeting } from '../database/generated/client.ts'
import { type Compared, type OnSite, type Proposal, type ProposalKind, proposalKinds } from './rules.ts'
import { keysOf, storedPapers } from './seen-papers.ts'
import { startTimeOf } from './site-pages.ts'

export function onSiteOf(seen: Pick<SeenMeeting, 'date' | 'time' | 'venue' | 'status'>): OnSite {
  return {
    date: dateOfColumn(seen.date),
    startTime: startTimeOf(seen.time),
    venue: seen.venue,
    status: seen.status,
  }
}

/** The meeting here that a site's meeting is: the one it was known to be, else the committee's of that day. */
export async function meetingHere(
  rows: CouncilRows,
  of: { readonly committeeId: string; readonly date: string; readonly meetingId: string | null },
) {
  const { councilId } = rows
  if (of.meetingId !== null) return rows.db.meeting.findFirst({ where: { councilId, id: of.meetingId } })
  const found = await rows.db.meeting.findMany({
    where: { councilId, committeeId: of.committeeId, date: columnOfDate(of.date) },
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }],
  })
  for (const meeting of found) {
    const another = await rows.db.seenMeeting.count({ where: { councilId, meetingId: meeting.id } })
    if (another === 0) return meeting
  }
  return null
}

/** What a proposal about this meeting is measured by. */
export async function comparison(
  rows: CouncilRows,
  seen: Pick<SeenMeeting, 'date' | 'time' | 'venue' | 'status' | 'meetingId' | 'papers'>,
): Promise<Omit<Compared, 'before'>> {
  const here =
    seen.meetingId === null
      ? null
      : await rows.db.meeting.findFirst({ where: { councilId: rows.councilId, id: seen.meetingId } })
  return {
    onSite: onSiteOf(seen),
    here: here
      ? {
          date: dateOfColumn(here.date),
          startTime: here.startTime,
          venue: here.venue,
          state: here.state,
        }
      : undefined,
    isPublished: here ? await isPublished(rows, here.id) : false,
    paperKeys: keysOf(storedPapers(seen.papers)),
  }
}

async function isPublished(rows: CouncilRows, meetingId: string): Promise<boolean> {
  const where = { councilId: rows.councilId, meetingId, number: 0 }
  return (await rows.db.publication.count({ where })) > 0
}

/** A stored proposal as the rules know it. @throws on a kind that no version stored */
export function proposalOf(row: { readonly kind: string; readonly what: string }): Proposal {
  const kind = proposalKinds.find((one): one is ProposalKind => one === row.kind)
  if (!kind) throw new Error(`"${row.kind}" is no kind of proposal`)
  return { kind, what: row.what }
}
