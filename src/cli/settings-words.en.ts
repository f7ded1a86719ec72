import { longDate } from '../calendar/words.en.ts'
import type { DayAdded } from '../committees/added-days.ts'
import type { CommitteeSettings } from '../meetings/committee-settings.ts'
import type { ItemLineProblem } from '../publications/item-lines.ts'
import { itemProblem } from './item-problem.en.ts'

export function whichCouncil(names: readonly string[]): string {
  return names.length === 0
    ? 'There is no council yet. Import a committee first: import-committee FILE.csv --apply'
    : `Say which council, with --council NAME: ${names.toSorted().join('; ')}.`
}

export function unknownCouncil(name: string, meant: string | undefined, all: readonly string[]): string {
  if (all.length === 0) return whichCouncil([])
  return `There is no council “${name}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}\nThe councils here: ${all.toSorted().join('; ')}.`
}

export function strange(word: string): string {
  return word === '' ? 'Something is missing.' : `“${word}” is not understood here.`
}

export const days = {
  usage: [
    'Use: days [--council NAME]',
    '     days add DATE NAME --holiday|--closure [--until DATE] [--council NAME]',
    '     days remove DATE [--until DATE] [--council NAME]',
    '',
    'Dates as 2017-09-12. Write names in quotation marks.',
    '--holiday  proclaimed since this version of Scrutineer, such as for a state funeral: it is no working day,',
    '           so that it does not count as a clear day of notice.',
    '--closure  the council’s own offices are closed: by law the day counts, so notice gets a warning; no report',
    '           falls due then, and nobody is reminded.',
  ].join('\n'),
  badDate: (given: string) => `“${given}” is no date that the calendar has. Write it as 2017-09-12.`,
  backwards: (from: string, until: string) => `${until} is before ${from}: --until gives the last day.`,
  tooMany: (most: number) => `More than ${most} days at once: is the year right?`,
  which: 'Say what it is: --holiday or --closure.',
  none: (council: string) => `${council}: no day is added. Bank holidays are known without that.`,
  heading: (council: string) => `${council}:`,
  line: (day: DayAdded) =>
    `  ${day.date}  ${day.kind === 'holiday' ? 'holiday' : 'closure'}  ${day.name} (${longDate(day.date)})`,
  added: (fresh: readonly DayAdded[], asked: number) =>
    fresh.length === 0
      ? 'Nothing to do: that is so already.'
      : `Added${asked === fresh.length ? '' : `, ${asked - fresh.length} being so already`}:\n${fresh.map(days.line).join('\n')}`,
  removed: (gone: readonly DayAdded[]) => `Taken away:\n${gone.map(days.line).join('\n')}`,
  notThere: (dates: string) => `${dates}: nothing was added there. See what is: days`,
}

export const standing = {
  usage: [
    'Use: standing-items COMMITTEE [--council NAME]',
    '     standing-items COMMITTEE --file items.txt [--council NAME]',
    '     standing-items COMMITTEE --none [--council NAME]',
    '',
    'The items with which every agenda of the committee begins: /pack with nothing given starts with them.',
    'The file has one title a line, in their order; numbers at the beginning are left out.',
  ].join('\n'),
  none: (committee: string) => `${committee} has no standing items.`,
  listed: (committee: string, titles: readonly string[]) =>
    [`${committee} begins every agenda with:`, ...titles.map((title, at) => `  ${at + 1}. ${title}`)].join(
      '\n',
    ),
  set: (committee: string, titles: readonly string[], isNew: boolean) =>
    `${isNew ? 'From now on' : 'As before,'} ${titles.length === 0 ? standing.none(committee) : standing.listed(committee, titles)}`,
  empty: (file: string) => `${file} has no title in it. To take all standing items away: --none`,
  tooMany: (most: number) => `These are more than ${most} titles: is it the right file?`,
  problems: (file: string, problems: readonly ItemLineProblem[]) =>
    [`${file} cannot be taken:`, ...problems.map((problem) => `  ${itemProblem(problem)}`)].join('\n'),
}

export const committee = {
  usage: [
    'Use: committee NAME [--draft N] [--final N] [--clearance N] [--briefing N] [--openings on|off] [--council NAME]',
    '',
    'Without an option it shows how the committee is set.',
    '--draft … --briefing  so many working days before the meeting a report’s draft, its final text, its',
    '                      clearance and the Chair’s briefing are due (0 to 60)',
    '--openings            whether it is counted how many members open the papers; never who. It needs PUBLIC_URL.',
  ].join('\n'),
  badNumber: (option: string, given: string) =>
    `--${option} ${given}: give a number of working days from 0 to 60.`,
  badSwitch: (given: string) => `--openings ${given}: give on or off.`,
  shown: (name: string, { leads, countsOpenings }: CommitteeSettings) =>
    [
      name,
      '  working days before the meeting:',
      `    draft of a report    ${leads.draft}`,
      `    final text           ${leads.final}`,
      `    clearance            ${leads.clearance}`,
      `    Chair’s briefing     ${leads.briefing}`,
      `  openings of the papers: ${countsOpenings ? 'counted, never by name' : 'not counted'}`,
    ].join('\n'),
}

export const privacy = {
  usage: [
    'Use: privacy [--council NAME]',
    '     privacy --days N [--council NAME]',
    '',
    'For how many days private text is kept:',
    'reasons for absence so long after the meeting, what an interest is so long after its member has left the council.',
    'What is older is deleted within minutes, for good.',
  ].join('\n'),
  badDays: (given: string, { least, most }: { readonly least: number; readonly most: number }) =>
    `--days ${given}: give a number of days from ${least} to ${most}.`,
  shown: (council: string, days: number) => {
    const kept = days === 1 ? 'one day' : `${days} days`
    return [
      `${council}:`,
      `  Private reasons for absence are kept for ${kept} after the meeting.`,
      `  What an interest is, is kept while its member sits in the council and for ${kept} after they have left.`,
    ].join('\n')
  },
}
