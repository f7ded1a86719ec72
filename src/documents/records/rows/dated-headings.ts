import { dateIn } from '../phrases/dates.ts'

/** Above the topics of each meeting: when it is, and perhaps where and until when papers are due. */
const LONGEST = 18
const BEFORE_DATE =
  /^(?:(?:meeting|session|date|committee|panel|board|scrutiny|special|extraordinary|cabinet|council|ordinary|additional|next|the|of|on|held|for|and|overview|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|january|february|march|april|may|june|july|august|september|october|november|december)(?:day)?[\s:,(–—-]*){0,8}$/i
const MONTH =
  /^(?:meeting (?:of|in)\s)?(?:(?:early|mid|late|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b[\s/&–-]{0,3}){1,4}\d{4}(?:\/\d{2,4})?:?$/i

/** The date, or the month as printed, of the meeting whose topics stand below this line. */
export function datedHeading(text: string): string | undefined {
  if (text.split(' ').length > LONGEST || /[.;]$/.test(text)) return undefined
  if (MONTH.test(text)) return text.replace(/^meeting (?:of|in)\s|:$/gi, '')
  const date = dateIn(text)
  if (!date || date.index > 60 || !BEFORE_DATE.test(text.slice(0, date.index))) return undefined
  // "4 May 2026 to 3 June 2026" is a period.
  const behind = text.slice(date.index + date.length)
  return /^\s*(?:to|until|[–—-])\s/i.test(behind) && dateIn(behind) ? undefined : date.date
}

const UNDATED =
  /^(?:(?:items?|topics?|issues?|matters?|reports?|reviews?|dates?|meetings?)\s)?(?:(?:that|which|still|yet|not|are|is|with(?:out)?|no|a|the|be|to|for|under|awaiting|of|fixed|set)\s){0,4}(?:(?:be|to be)?\s?(?:fixed|scheduled|confirmed|arranged|programmed|determined|agreed|allocated|timetabled|advised|decided|date|tb[acd])|unscheduled|unallocated|unprogrammed|undated|future|standing|pending|possible|potential|reserve|other|suggested|later|ongoing|tb[acd])\b[^.]{0,50}$/i
const GROUPS =
  /^(?:(?:scrutiny|select committee|in-depth|current|proposed|active)\s)?(?:task (?:and|&) finish (?:groups?|reviews?)|working (?:groups?|parties)|reviews?|briefings?|briefing notes?|information (?:items|reports|bulletins?)|site visits?|workshops?|training)$/i

/** "Dates to be fixed", "Unscheduled items": a heading of topics without a meeting. */
export function undatedHeading(text: string): boolean {
  return text.split(' ').length <= 9 && (UNDATED.test(text) || GROUPS.test(text))
}

const OTHER_MATTER =
  /^(?:past|previous|completed|complete|how|what|when|why|who|notes?|key|guidance|criteria|contacts?|background|membership|members|purpose|introduction|about|glossary|legend|appendix|for (?:more|further)|please|if you|published|agenda)\b/i

/** What stands below the topics: past meetings, how topics are chosen, whom to ask. */
export function endsTopics(text: string): boolean {
  return OTHER_MATTER.test(text) && text.split(' ').length <= 9 && !/[.;]$/.test(text)
}
