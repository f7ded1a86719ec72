import { longDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** What the printed work programme says beside its entries. */
export const programmePaperWords = {
  title: (committee: string): string => `Work Programme: ${committee}`,
  asOf: (date: string): string =>
    `As at ${longDate(date)}. This is a live document and changes through the year.`,
  sections: {
    toReschedule: 'Items to be re-scheduled',
    toSchedule: 'Items to be scheduled',
    reviews: 'Select Committee Reviews',
    varied: 'Varied between meetings under delegation',
  },
  none: 'Nothing is on the work programme.',
  section: 'Section',
  /** As council papers print a day in a narrow column. */
  day: (date: string): string => longDate(date).replace(/^\p{L}+ /u, ''),
  off: (date: string): string => `(meeting of ${programmePaperWords.day(date)} off)`,
  scope: (scope: string): string => `Scope: ${scope}`,
  outcome: (outcome: string): string => `Desired outcome: ${outcome}`,
  varied: (of: {
    readonly on: string
    readonly title: string
    readonly by: string
    readonly why: string
  }): string =>
    `${programmePaperWords.day(of.on)}, ${of.by}: ${of.title}${of.why === '' ? '' : `. ${of.why}`}`,
  variedBy: (delegation: string): string => `The committee’s delegation: ${delegation}`,
  file: (committee: string, date: string, ending: string): string =>
    `work-programme-${slug(committee)}-${date}.${ending}`,

  form: {
    title: 'Print the programme',
    submit: 'Print',
    close: 'Close',
    cancel: 'Cancel',
    columns: 'Columns',
    format: 'As',
    formats: { docx: 'Word document', html: 'Web page', csv: 'CSV for a spreadsheet' },
    coming: (): Mrkdwn => mrkdwn`The file comes in your direct message with Scrutineer.`,
  },
  gone: (): Mrkdwn => mrkdwn`This committee is not there any more. Open */programme* again.`,
}

/** A name that every file system takes. */
function slug(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}
