import type { ChainVerdict } from '../database/verify-audit.ts'
import type { CommandFacts } from './command-list.ts'

const BREAKS: Readonly<Record<NonNullable<ChainVerdict['broken']>['how'], string>> = {
  missing: 'it is not there',
  altered: 'its text is not what was recorded',
  moved: 'it belongs to another place',
  unlinked: 'it does not follow the one before it',
  'beyond-head': 'it stands after the recorded end',
  head: 'the recorded end is not its own',
}

export function usage(commands: readonly CommandFacts[]): string {
  const calls = commands.map(({ name, takes }) => `${name} ${takes}`)
  const widest = Math.max(...calls.map((call) => call.length))
  const lines = commands.map(({ does }, index) => `  ${(calls[index] ?? '').padEnd(widest)}  ${does}`)
  return ['Scrutineer’s command line. Use: npm run -s cli -- COMMAND …', '', ...lines].join('\n')
}

export function unknownCommand(said: string, meant: string | undefined): string {
  return `There is no command “${said}”.${meant === undefined ? '' : ` Did you mean “${meant}”?`}`
}

export function importUsage(): string {
  return 'Use: import-committee FILE.csv [--apply]\nWithout --apply it shows what would change and changes nothing.\nThe columns are explained in docs/importing-a-committee.md.'
}

export function makesWay(present: string, wanted: string): string {
  return `In this trial workspace ${present} makes way for ${wanted}.\n`
}

export function packUsage(): string {
  return 'Use: pack FILE --clerk E-MAIL\nThe clerk gets a message in Slack with the button to check and publish.'
}

export function unknownClerk(email: string): string {
  return `Nobody with the e-mail address ${email} is a clerk of a committee here. Import the committee first: import-committee FILE.csv --apply`
}

export function packHandedOver(file: string, clerk: string, problem: string | undefined): string {
  return problem === undefined
    ? `${file} is read. ${clerk} gets a message in Slack to check and publish it.`
    : `${problem}\n${clerk} gets a message in Slack to type the details and publish all the same.`
}

export function unknownOption(said: string, command: string): string {
  return `${command} has no option “${said}”.`
}

export function fileMissing(name: string, why: string): string {
  return `${name} cannot be read: ${why}. Check the name and the folder.`
}

export function chainVerdict(scope: string, { length, broken }: ChainVerdict): string {
  const entries = length === 1 ? '1 entry' : `${length} entries`
  return broken
    ? `  BROKEN  ${scope}: entry ${broken.at} of ${length}, ${BREAKS[broken.how]}`
    : `  OK      ${scope}: ${entries}`
}

export const council = 'the council'
export const noCouncils = 'There is no council yet, and so no audit trail.'

export function auditSummary(broken: number): string {
  if (broken === 0) return 'Every chain holds.'
  return `${broken === 1 ? '1 chain does' : `${broken} chains do`} not hold: somebody changed the database by hand, or a copy was put back in part. Keep the database as it is and compare it with a copy.`
}

export function botGone(url: string, why: string): string {
  return `The running Scrutineer at ${url} holds the database and does not answer (${why}). Try again, or stop it first.`
}

export function botRefused(status: number, said: string): string {
  return `The running Scrutineer refused the command (${status}): ${said}`
}
