import { civilDate } from '../calendar/civil.ts'
import { workingOfPeriod } from '../calendar/working.en.ts'
import { councilCalendar } from '../committees/council-calendar.ts'
import { type CouncilRows, displayName } from '../committees/people.ts'
import { notifyUntil } from '../interests/rules.ts'
import { interestWords, kindName } from '../interests/words.ts'
import type { SittingAtHand } from './at-hand.ts'
import { interestsOfSitting, type RecordedDisclosure } from './item-interests.ts'
import type { ToldLine } from './told-view.ts'

/** Whose 28 days run from a meeting, or ran, each with how the last day was found (law 7). */
export async function toldLines(
  rows: CouncilRows,
  { meeting, people }: Pick<SittingAtHand, 'meeting' | 'people'>,
  language: string,
): Promise<ToldLine[]> {
  const { standing, disclosures } = await interestsOfSitting(rows, meeting)
  const words = interestWords(language)
  const lines: ToldLine[] = []
  for (const one of disclosures) {
    if (one.notifyUntil === undefined) continue
    const person = people.get(one.personId)
    lines.push({
      disclosureId: one.id,
      name: person ? displayName(person) : '',
      kind: kindName(standing.code, one.type.id, words),
      isTold: one.isNotified,
      byHand: person?.slackUserId === undefined,
      working: await workingOfNotice(rows, one, meeting.timeZone),
    })
  }
  return lines
}

/** How the last day on which the Monitoring Officer can be told was found. */
export async function workingOfNotice(
  rows: CouncilRows,
  { type, registration, at }: Pick<RecordedDisclosure, 'type' | 'registration' | 'at'>,
  timeZone: string,
): Promise<string[]> {
  const { holidays } = await councilCalendar(rows)
  const end = notifyUntil(type, registration, civilDate(at, timeZone), holidays)
  return end ? workingOfPeriod(end, holidays) : []
}
