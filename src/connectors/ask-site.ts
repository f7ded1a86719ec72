import { done, type Outcome, refused } from '../outcome.ts'
import { ahead, daysToAsk, isNear, isOff } from './rules.ts'
import { meetingAnswered, meetingsAnswered } from './service-answers.ts'
import {
  listPage,
  meetingPage,
  meetingQuestion,
  meetingsQuestion,
  type SiteCommittee,
} from './site-address.ts'
import type { SiteClient } from './site-client.ts'
import { meetingOn, meetingsOn, papersOfWholeMeeting } from './site-pages.ts'
import type { ListedMeeting, LookProblem, SeenOnSite, SiteLook, SiteMeeting } from './types.ts'

/**
 * What a site says of a committee's meetings ahead: by its web service, else by the pages that people read.
 * Many councils have the service switched off, or answer it with a page that says that something went wrong.
 *
 * @param known meetings seen before: one that is far off is asked for by itself only when it is new
 */
export async function askSite(
  client: SiteClient,
  committee: SiteCommittee,
  today: string,
  known: ReadonlySet<number>,
): Promise<Outcome<SiteLook, LookProblem>> {
  const list = await listOf(client, committee, today)
  if (!list.ok) return list
  const meetings: SeenOnSite[] = []
  for (const listed of ahead(list.value.meetings, today)) {
    const isAsked =
      (isNear(listed.date, today) || !known.has(listed.siteMeetingId)) &&
      isOff(listed.status) === undefined &&
      client.hasTime()
    const whole = isAsked ? await wholeOf(client, committee, listed, list.value.byService) : undefined
    // Asked for last, what it says of itself is newer; a page says no more than its list does.
    meetings.push({ listed: whole ?? listed, whole })
  }
  return done({ meetings })
}

async function listOf(
  client: SiteClient,
  committee: SiteCommittee,
  today: string,
): Promise<Outcome<{ meetings: readonly ListedMeeting[]; byService: boolean }, LookProblem>> {
  const { from, to } = daysToAsk(today)
  const answer = await client.get(meetingsQuestion(committee, from, to))
  const meetings = answer.ok ? meetingsAnswered(answer.value.bytes, committee.siteCommitteeId) : undefined
  if (meetings) return done({ meetings, byService: true })
  // A site that is away as a whole is not asked a second time.
  if (!answer.ok && AWAY.includes(answer.refusal.code)) return answer
  const page = await client.get(listPage(committee))
  if (!page.ok) return page
  const listed = meetingsOn(page.value.bytes, page.value.url)
  return listed ? done({ meetings: listed, byService: false }) : refused({ code: 'not-modern-gov' })
}

const AWAY = ['unreachable', 'certificate', 'not-public', 'busy', 'too-slow', 'not-a-web-address']

/** `undefined` where it did not come this time: the next look asks again. */
async function wholeOf(
  client: SiteClient,
  committee: SiteCommittee,
  listed: ListedMeeting,
  byService: boolean,
): Promise<SiteMeeting | undefined> {
  const page = meetingPage(committee, listed.siteMeetingId)
  const answer = byService ? await client.get(meetingQuestion(committee, listed.siteMeetingId)) : undefined
  const said = answer?.ok ? meetingAnswered(answer.value.bytes, page) : undefined
  // An answer about another meeting is none.
  const answered = said?.siteMeetingId === listed.siteMeetingId ? said : undefined
  if (answered && (!answered.hasAgenda || !client.hasTime())) return answered
  const shown = await client.get(page)
  const onPage = shown.ok ? meetingOn(shown.value.bytes, shown.value.url, listed) : undefined
  if (!answered || !onPage) return answered ?? onPage
  return { ...answered, isByPage: true, papers: [...answered.papers, ...papersOfWholeMeeting(onPage)] }
}
