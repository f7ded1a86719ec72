import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { ChangedFact, ProgrammePlan, RowDifference } from './programme-file.ts'
import { isDay } from './rules.ts'

/** Taking a work programme over from a paper. */
export const importWords = {
  title: 'Import a programme',
  read: 'Read',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Earlier',
  on: 'More',
  file: 'The paper',
  fileHint:
    'A Word document, PDF or page with the work programme, or a pack that has it. Nothing is changed before you have seen what would be.',
  reading: (): Mrkdwn => mrkdwn`:hourglass_flowing_sand: Reading the paper. This view shows what it found.`,
  takeOver: 'Take over',
  none: (plan: ProgrammePlan): Mrkdwn =>
    mrkdwn`Nothing is different: all ${plan.unchanged} rows of the paper are on the programme already.`,
  summary: (plan: ProgrammePlan): Mrkdwn => {
    const added = plan.differences.filter(({ code }) => code === 'new').length
    return mrkdwn`*${added} new, ${plan.differences.length - added} changed, ${plan.unchanged} as they are.* Nothing is changed until you press *Take over*.`
  },
  unreadableRows: (many: number): Mrkdwn =>
    mrkdwn`:warning: ${many === 1 ? 'One row' : `${many} rows`} of the paper could not be read and ${many === 1 ? 'is' : 'are'} left out. Add what is missing with *Add…*.`,
  further: (): Mrkdwn =>
    mrkdwn`… and more than a view holds. Everything that the paper prints is taken over together; look at the programme afterwards.`,
  notInPaper: (titles: readonly string[]): Mrkdwn =>
    mrkdwn`Not in the paper, and kept as they are:\n${titles.map((title) => `• ${title}`).join('\n')}`,
  difference: (one: RowDifference): Mrkdwn =>
    mrkdwn`${one.code === 'new' ? mrkdwn`:heavy_plus_sign:` : mrkdwn`:pencil2:`} *${one.row.title}*${importWords.rest(one)}`,
  /** What follows the title, wherever it is read. */
  rest: (one: RowDifference): string => {
    const { row } = one
    const where =
      row.date === '' ? (row.kind === 'review' ? 'a review' : 'to be scheduled') : dayWords(row.date)
    if (one.code === 'new') {
      const more = [row.scoreText, row.lead].filter((text) => text !== '' && text !== '-').join('; ')
      return `, ${where}${more === '' ? '' : `; ${more}`}`
    }
    const from = one.from === '' ? 'to be scheduled' : dayWords(one.from)
    const moved = one.facts.includes('date') ? ` (${from} → ${where})` : ''
    return `: ${one.facts.map((fact) => importWords.facts[fact]).join(', ')}${moved}`
  },
  facts: {
    reason: 'the reason',
    scoreText: 'the score',
    lead: 'who is responsible',
    kind: 'item or review',
    date: 'the meeting',
    accepted: 'a proposal, which is accepted with this',
  } satisfies Record<ChangedFact, string>,
  done: (plan: ProgrammePlan): Mrkdwn =>
    mrkdwn`:white_check_mark: Taken over: ${plan.differences.length} ${plan.differences.length === 1 ? 'entry is' : 'entries are'} new or changed. Each can be changed by itself; *Undo last change* takes back what was changed, and *Schedule…* takes off what is new.`,
  refusals: {
    'no-programme': (name: string): Mrkdwn =>
      mrkdwn`No work programme was found in “${name}”. Give the paper that has the table of topics by meeting, or add the entries with *Add…*.`,
    unreadable: (name: string): Mrkdwn =>
      mrkdwn`“${name}” could not be read: it may be damaged, locked, or a picture of a page. Save it as Word or PDF with text and try again.`,
    'plan-changed': (): Mrkdwn =>
      mrkdwn`The programme was changed since these differences were shown, so nothing was taken over. Give the paper again and look.`,
    tooLarge: (name: string, megabytes: number): Mrkdwn =>
      mrkdwn`“${name}” is larger than ${megabytes} MB. Give the pages with the work programme alone.`,
    notFetched: (name: string): Mrkdwn =>
      mrkdwn`“${name}” could not be fetched from Slack. Choose the file again.`,
  },
}
export type ImportWords = typeof importWords

function dayWords(date: string): string {
  return isDay(date) ? longDate(date) : date
}
