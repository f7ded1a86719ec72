import { isClerk } from '../committees/people.ts'
import type { House } from '../database/house.ts'
import { namedWithAddress } from '../meetings/change-email.ts'
import { whoIsTold, withoutSlack } from '../meetings/who-is-told.ts'
import { words as meetingWords } from '../meetings/words.en.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { supplementNews } from './supplement-news.ts'
import type { SupplementWords } from './supplement-words.en.ts'

/** The text that a clerk pastes into an e-mail about a supplement for the members without Slack. */
export async function emailForSupplement(
  house: House,
  act: { readonly by: string; readonly publicationId: string },
  say: SupplementWords,
): Promise<
  Outcome<{ readonly names: readonly string[]; readonly text: string }, { readonly code: 'not-a-clerk' }>
> {
  const news = await supplementNews(house, { publicationId: act.publicationId })
  if (!news || !(await isClerk(house, news.meeting.committeeId, act.by)))
    return refused({ code: 'not-a-clerk' })
  const { meeting } = news
  const told = await whoIsTold(house, meeting, meeting.date)
  const name = say.name(news)
  const subject = say.email.subject(name, meetingWords.meeting(meeting))
  return done({
    names: withoutSlack(told).map(namedWithAddress),
    text: `${subject}\n\n${say.email.body(news, name, house.timeZone)}`,
  })
}
