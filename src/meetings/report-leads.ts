import { type CouncilRows, displayName } from '../committees/people.ts'
import { byReport, dutiesOf } from './duty-rows.ts'
import { sameTitle } from './duty-rules.ts'

/** Who leads an item: the author of the report of that name, where one was asked for; else nobody. */
export async function reportLeads(rows: CouncilRows, meetingId: string): Promise<(title: string) => string> {
  const reports = byReport(await dutiesOf(rows, [meetingId])).filter(({ title }) => title !== '')
  return (title) => {
    const report = reports.find((one) => sameTitle(one.title, title))
    const author = report?.duties.find(({ step }) => step !== 'clearance') ?? report?.duties[0]
    return author ? displayName(author.person) : ''
  }
}
