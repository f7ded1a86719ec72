import { longDate } from '../calendar/words.en.ts'
import { latestWords, verdictWords, workingOfClearDays } from '../calendar/working.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Notice } from './notice-rules.ts'

/** What is said about the notice that members and the public were given. */
export const noticeWords = {
  /** Before publishing: what the notice would be. */
  preview: (notice: Notice): Mrkdwn => mrkdwn`*If the papers are opened now:* ${verdict(notice)}`,
  /** After publishing, to the clerk: what the notice was, and what follows. */
  outcome: (notice: Notice): Mrkdwn => mrkdwn`*Notice:* ${verdict(notice)}`,
  /** How it was counted. */
  working: (notice: Notice): Mrkdwn =>
    notice.state === 'in-time' && notice.basis === 'convened'
      ? mrkdwn`A meeting convened at shorter notice is lawful when its papers are open from the time at which it was convened (LGA 1972 s100B(4)(a)).`
      : joinMrkdwn(
          workingOfClearDays(notice.count).map((line) => mrkdwn`${line}`),
          '\n',
        ),
  /** On the card, where the whole agenda was opened too late. */
  agendaLate: (): Mrkdwn =>
    mrkdwn`:scales: These papers were opened later than the law asks. Each item can be considered only if the Chair rules at the meeting that it is urgent.`,
  itemLate: (): Mrkdwn => mrkdwn`_needs the Chair’s ruling_`,
  reportLate: (): Mrkdwn => mrkdwn`_report opened late_`,
  /** On the card, for whoever wants to know since when papers are open. */
  openedOn: (date: string): Mrkdwn => mrkdwn`Open to inspection since ${longDate(date)}`,
}

function verdict(notice: Notice): Mrkdwn {
  switch (notice.state) {
    case 'in-time':
      return notice.basis === 'convened'
        ? mrkdwn`:white_check_mark: lawful, since the meeting itself was convened at short notice on ${longDate(notice.convenedOn)}.`
        : mrkdwn`:white_check_mark: ${verdictWords(notice.count)}`
    case 'late':
      return mrkdwn`:warning: ${verdictWords(notice.count)} ${latestWords(notice.count.latest, notice.count.rule, notice.count.calendar)} Publishing is not stopped, but then each item can be considered only if whoever presides rules at the meeting that special circumstances make it urgent (LGA 1972 s100B(4)(b)).`
    case 'not-certain':
      return mrkdwn`:warning: ${verdictWords(notice.count)}`
  }
}
