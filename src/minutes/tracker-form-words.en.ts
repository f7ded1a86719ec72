import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { shortened } from '../slack/shorten.ts'
import type { TrackerFigures } from '../tracker/figures.ts'
import { type FiguresOf, figuresWords } from './tracker-figures-words.en.ts'
import type { TrackerProfileName } from './tracker-profiles.ts'
import type { TrackerWanted } from './tracker-views.ts'

/** Of what was recommended, on the screen: the Word document and the CSV have it whole. */
const ON_A_LINE = 150

/** What clerks read when they print a tracker or look at its numbers. */
export const trackerFormWords = {
  cancel: 'Cancel',
  close: 'Close',
  committee: 'Committee',

  paper: {
    title: 'Print the tracker',
    print: 'Print',
    profile: 'Columns',
    profiles: {
      plain: 'Plain: reference, what was asked, who, when, response, status',
      plymouth: 'Tracking resolutions: resolution, officer and response, progress',
      torbay: 'Red, amber and green: recommendation, colour, comments',
    } satisfies Record<TrackerProfileName, string>,
    own: 'As the committee’s settings say',
    what: 'What do you need?',
    wanted: {
      docx: 'Word, for the agenda; closed business as a file of its own',
      html: 'Web page, of open business',
      csv: 'CSV with every field, of open business',
      handOver: 'Hand-over paper of what another committee follows now',
    } satisfies Record<TrackerWanted, string>,
  },

  figures: {
    title: 'Tracker in numbers',
    year: 'Municipal year',
    heading: (of: FiguresOf): Mrkdwn => mrkdwn`*${of.committee}*\n${figuresWords.period(of)}`,
    line: (what: string, number: string): Mrkdwn => mrkdwn`• ${what}: *${number}*`,
    owners: ({ overdueByOwner }: TrackerFigures): Mrkdwn[] => [
      mrkdwn`*${figuresWords.overdueByOwner}*`,
      ...overdueByOwner.map(({ name, count }) => mrkdwn`• ${name}: ${String(count)}`),
    ],
    committees: (counted: readonly { readonly name: string; readonly count: number }[]): Mrkdwn[] => [
      mrkdwn`*${figuresWords.overdueByCommittee}*`,
      ...counted.map(({ name, count }) => mrkdwn`• ${name}: ${String(count)}`),
    ],
    late: ({ late }: TrackerFigures): Mrkdwn[] => [
      mrkdwn`*${figuresWords.late}*`,
      ...late.map(
        ({ reference, text, daysLate }) =>
          mrkdwn`• ${reference}: ${text === undefined ? figuresWords.closedBusiness : shortened(text, ON_A_LINE)} (${daysLate === 1 ? '1 day' : `${daysLate} days`})`,
      ),
    ],
    chart: 'Chart',
    word: 'Word document',
    csv: 'CSV for the annual report',
  },

  coming: (): Mrkdwn =>
    mrkdwn`:hourglass_flowing_sand: The file comes to your direct message with me in a moment.`,
  nothingHandedOver: (): Mrkdwn => mrkdwn`Nothing of this committee goes on in another.`,
  notAClerk: (): Mrkdwn => mrkdwn`Only a clerk of this committee prints its tracker and its numbers.`,
}
