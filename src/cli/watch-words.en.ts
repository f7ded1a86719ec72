import { stampInFull } from '../calendar/words.en.ts'
import type { AddressRefusal } from '../connectors/site-address.ts'
import { committeePage } from '../connectors/site-address.ts'
import type { Watched } from '../connectors/watch-committee.ts'

export function usage(): string {
  return [
    'Use: watch --committee NAME --address ADDRESS [--publishes] [--council NAME]',
    '     watch list',
    '     watch stop --committee NAME [--council NAME]',
    '',
    'ADDRESS is that of the committee’s page on the council’s Modern.Gov site, as a browser shows it:',
    '  https://democracy.example.gov.uk/mgCommitteeDetails.aspx?ID=144',
    '  https://democracy.example.gov.uk/ieListMeetings.aspx?CommitteeId=144',
    'Write names and addresses in quotation marks.',
  ].join('\n')
}

export function strange(word: string): string {
  return word === '' ? 'Something is missing.' : `“${word}” is not understood here.`
}

export function unknownCommittee(name: string, meant: string | undefined, all: readonly string[]): string {
  if (all.length === 0)
    return `There is no committee “${name}”. Import the committee first: import-committee FILE.csv --apply`
  const known = `The committees here: ${all.toSorted().join('; ')}.`
  return `There is no committee “${name}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}\n${known}`
}

export function severalCommittees(name: string, councils: readonly string[]): string {
  return `Several councils have a committee “${name}”: ${councils.join('; ')}. Say which, with --council NAME.`
}

export function badAddress(address: string, refusal: AddressRefusal): string {
  switch (refusal.code) {
    case 'not-a-web-address':
      return `“${address}” is not a web address. Copy it from the browser’s address line: it begins with https://.`
    case 'holds-a-password':
      return 'This address holds a user name or password, which would be kept. Give the public address, without the part before the “@”.'
    case 'not-a-committee':
      return `“${address}” is not the page of a committee on a Modern.Gov site. Open the committee there and copy the address of its page: it has “mgCommitteeDetails.aspx?ID=” and a number in it.`
  }
}

export function watchedForAnother(committee: string): string {
  return `These pages are watched for ${committee} already. Stop that first: watch stop --committee "${committee}"`
}

export function watching(of: {
  readonly name: string
  readonly site: string
  readonly siteCommitteeId: number
  readonly publishes: boolean
  readonly isNew: boolean
  readonly clerks: number
  readonly hasClerksChannel: boolean
}): string {
  const place = of.hasClerksChannel ? 'in the clerks’ channel' : 'in a direct message to each clerk'
  return [
    `${of.isNew ? 'From now on' : 'As before,'} Scrutineer watches ${of.name} on ${committeePage(of)}`,
    '',
    'The running bot looks within a minute, then about every quarter of an hour, less often at night and',
    `while the site does not answer. It proposes ${place}, once each:`,
    '  - a meeting that is not in Scrutineer yet: to schedule it',
    '  - an agenda pack or a further paper: to read it, for a clerk to check and publish',
    '  - a cancellation, another day, time or room: to change the meeting',
    'Papers marked as restricted are counted, never opened.',
    of.publishes
      ? 'A pack whose reading leaves no doubt, and that has no mark of exempt matter at all, is PUBLISHED BY\nITSELF, in the name of the committee’s first clerk. Without --publishes a clerk decides.'
      : 'Nothing is published or changed until a clerk says so.',
    ...(of.clerks === 0
      ? ['', `${of.name} has no clerk yet, so that nobody can decide: import the committee with one.`]
      : []),
    '',
    'See how it stands: watch list',
  ].join('\n')
}

export function stopped(name: string): string {
  return `${name} is not watched any more. What was asked about it in Slack needs no answer now.`
}

export function notWatched(name: string): string {
  return `${name} is not watched. See what is: watch list`
}

export function nothingWatched(): string {
  return `No committee is watched.\n\n${usage()}`
}

export function listed(watched: Watched, timeZone: string): string {
  const { committee, meetings, lookedAt, nextLookAt, problem, reference } = watched
  const state =
    problem === undefined
      ? []
      : [
          `  NOT WORKING: ${problem.code}${problem.figure === undefined ? '' : ` ${problem.figure}`}${reference === undefined ? '' : `, reference ${reference}`}`,
        ]
  return [
    committee,
    `  ${committeePage(watched)}`,
    ...state,
    `  last look: ${lookedAt ? stampInFull(lookedAt, timeZone) : 'none yet'}`,
    `  next look: ${stampInFull(nextLookAt, timeZone)}`,
    `  meetings ahead: ${meetings}`,
    `  packs: ${watched.publishes ? 'published by themselves where no doubt is left' : 'a clerk decides'}`,
  ].join('\n')
}
