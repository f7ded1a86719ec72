import type { Temporal } from 'temporal-polyfill'
import { stamp, stampInFull } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { exclusionWords } from './exclusion-words.en.ts'
import type { PageRange } from './paper-rules.ts'
import type { SupplementChange, SupplementNews } from './supplement-news.ts'

/** What members are told of a supplement. */
export const newsWords = {
  notification: (name: string, meeting: MeetingInWords) => mrkdwn`${name}: ${meetingWords.meeting(meeting)}`,
  reply: (name: string) => mrkdwn`:heavy_plus_sign: *${name}*`,
  line: (name: string, meeting: MeetingInWords) =>
    mrkdwn`:heavy_plus_sign: *${name}* to the papers of *${meetingWords.meeting(meeting)}*`,
  changed: () => mrkdwn`What changed:`,
  change: (change: SupplementChange): Mrkdwn => changeWords(change),
  more: (more: number) => mrkdwn`… and ${more} more: press *Whole agenda*.`,
  opened: (at: Temporal.Instant, timeZone: string) =>
    mrkdwn`Open to inspection since ${stampInFull(at, timeZone)}`,
  online: (at: Temporal.Instant, timeZone: string) =>
    mrkdwn`On the web site since ${stampInFull(at, timeZone)}`,
  lateItems: (count: number) =>
    count === 1
      ? mrkdwn`:scales: The new item came later than the law asks. It can be considered only if the Chair rules at the meeting that it is urgent.`
      : mrkdwn`:scales: ${count} new items came later than the law asks. Each can be considered only if the Chair rules at the meeting that it is urgent.`,
  lateReports: (count: number) =>
    count === 1
      ? mrkdwn`:scales: The report was opened later than the law asks. The item was on the agenda in time; that the report was late is recorded.`
      : mrkdwn`:scales: ${count} reports were opened later than the law asks. Their items were on the agenda in time; that the reports were late is recorded.`,
  open: 'Open the supplement',
  wholeAgenda: 'Whole agenda',
  askClerk: (clerks: readonly string[]) =>
    clerks.length === 0
      ? mrkdwn`It is not online yet: ask the clerk for it.`
      : mrkdwn`It is not online yet: ask ${clerks.join(' or ')} for it.`,
  withdrawnNow: (name: string, meeting: MeetingInWords) =>
    mrkdwn`:leftwards_arrow_with_hook: *${name}* to the papers of *${meetingWords.meeting(meeting)}* was withdrawn. Please do not use it; the papers are as they were before.`,
  withdrawnReply: (name: string) =>
    mrkdwn`:leftwards_arrow_with_hook: *${name}* was withdrawn. The card shows the papers without it.`,
  /** Stands where it was told of when it was published. */
  wasWithdrawn: (name: string, at: Temporal.Instant, timeZone: string) =>
    mrkdwn`:leftwards_arrow_with_hook: *${name}* was withdrawn at ${stamp(at, timeZone)}. Please do not use it.`,
}

/** For people without Slack. */
export const emailWords = {
  button: 'Text for an e-mail',
  intro: (names: readonly string[]) => mrkdwn`Not on Slack: ${names.join(', ')}. Copy this into an e-mail.`,
  subject: (name: string, meeting: string) => `${name}: ${meeting}`,
  body: (news: SupplementNews, name: string, timeZone: string): string => emailBody(news, name, timeZone),
  withdrawnSubject: (name: string, meeting: string) => `${name} withdrawn: ${meeting}`,
}

/** "pages 7–28" */
export function pagesInWords({ from, to }: PageRange): string {
  return from === to ? `page ${from}` : `pages ${from}–${to}`
}

export function listOfPages(ranges: readonly PageRange[]): string {
  const said = ranges.map((range) =>
    range.from === range.to ? `${range.from}` : `${range.from}–${range.to}`,
  )
  const isOne = ranges.length === 1 && ranges[0]?.from === ranges[0]?.to
  return `${isOne ? 'page' : 'pages'} ${said.join(', ')}`
}

/** "8. Improvement plan – the report that was to follow, pages 34–45" */
function changeWords(change: SupplementChange): Mrkdwn {
  const item =
    change.title === '' && !change.open
      ? mrkdwn`${exclusionWords.closedItem(change.number, change.closed)}`
      : change.number === ''
        ? mrkdwn`${change.title}`
        : mrkdwn`${change.number}. ${change.title}`
  const late =
    change.lateness === 'item-late'
      ? [mrkdwn` · _needs the Chair’s ruling_`]
      : change.lateness === 'report-late'
        ? [mrkdwn` · _report opened late_`]
        : []
  return joinMrkdwn([mrkdwn`• ${item} – ${effectWords(change)}`, ...late], '')
}

function effectWords({ effect, pages, replaced, toFollow }: SupplementChange): string {
  const where = pages ? `, ${pagesInWords(pages)}` : ''
  switch (effect) {
    case 'new':
      return toFollow ? 'new item, its report to follow' : `new item${where}`
    case 'fulfils':
      return `the report that was to follow${where}`
    case 'adds':
      return `a further report${where}`
    case 'replaces':
      return replaced.length === 0
        ? `replaces the report${where}`
        : pages && replaced.every(({ from, to }) => from >= pages.from && to <= pages.to)
          ? `replaces ${pagesInWords(pages)}`
          : `replaces ${listOfPages(replaced)}: now ${pages ? pagesInWords(pages) : 'in this supplement'}`
  }
}

function emailBody(news: SupplementNews, name: string, timeZone: string): string {
  const change = (one: SupplementChange) => {
    const number = one.number === '' ? '' : `${one.number}. `
    const item = one.open ? `${number}${one.title}` : exclusionWords.closedItem(one.number, one.closed)
    const late =
      one.lateness === 'item-late'
        ? ' (needs the Chair’s ruling at the meeting)'
        : one.lateness === 'report-late'
          ? ' (opened late)'
          : ''
    return `${item}: ${effectWords(one)}${late}`
  }
  return [
    'Dear colleague,',
    '',
    `${name} to the papers of ${meetingWords.meeting(news.meeting)} has been published. It has been open to inspection since ${stampInFull(news.openedAt, timeZone)}.`,
    '',
    'What changed:',
    ...news.changes.map(change),
    ...(news.publicAddress === ''
      ? ['', 'It is not online yet: please ask me for it.']
      : ['', `It is at ${news.publicAddress}`]),
  ].join('\n')
}
