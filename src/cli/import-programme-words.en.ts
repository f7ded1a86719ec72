import type { ImportRefusal } from '../programme/import-programme.ts'
import { importWords as words } from '../programme/import-words.en.ts'
import type { ProgrammePlan } from '../programme/programme-file.ts'

export const usage =
  'Use: import-programme FILE --clerk E-MAIL [--committee NAME] [--apply]\nWithout --apply it shows what would change and changes nothing. --committee is needed where the clerk has several.'
export const whichFile = 'Name one file, and whose programme it is: --clerk E-MAIL.'
export const nothingChanged = 'Nothing is changed yet. With --apply it is taken over.'

export function whichCommittee(names: readonly string[]): string {
  if (names.length === 0)
    return 'This person is no clerk of any committee. Name a clerk of the committee with --clerk E-MAIL.'
  return `Say which committee with --committee NAME: ${names.join('; ')}.`
}

export function plan({ differences, unchanged, unreadable, notInPaper }: ProgrammePlan): string {
  return [
    `${differences.length} new or changed, ${unchanged} as they are.`,
    ...differences.map((one) => `${one.code === 'new' ? '+' : '~'} ${one.row.title}${words.rest(one)}`),
    ...(unreadable === 0
      ? []
      : [
          `Could not be read and left out: ${unreadable} of the paper’s rows. Add them in Slack with /programme.`,
        ]),
    ...(notInPaper.length === 0
      ? []
      : ['Not in the paper, and kept as they are:', ...notInPaper.map(({ title }) => `  ${title}`)]),
  ].join('\n')
}

export function taken({ differences }: ProgrammePlan): string {
  return `Taken over: ${differences.length} new or changed.`
}

export function refusal({ code }: ImportRefusal, file: string): string {
  switch (code) {
    case 'no-programme':
      return `No work programme was found in ${file}. Give the paper that has the table of topics by meeting.`
    case 'unreadable':
      return `${file} could not be read: it may be damaged, locked, or a picture of a page. Save it as Word or PDF with text and try again.`
    case 'plan-changed':
      return 'The programme was changed meanwhile, so nothing was taken over. Try again.'
    default:
      return 'Only a clerk of the committee takes a work programme over.'
  }
}
