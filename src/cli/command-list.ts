/** What the help says of a command. */
export interface CommandFacts {
  readonly name: string
  /** As the help prints it after the name. */
  readonly takes: string
  readonly does: string
}

/*
 * The commands by name, apart from their code: reading papers must not wait for the database's code to load.
 */

export const read: CommandFacts = {
  name: 'read',
  takes: '[--json] [--explain] FILE|ADDRESS…',
  does: 'show what papers say, without storing anything',
}

export const importCommittee: CommandFacts = {
  name: 'import-committee',
  takes: 'FILE.csv [--apply]',
  does: 'show what a committee’s CSV would change; with --apply, change it',
}

export const importAttendance: CommandFacts = {
  name: 'import-attendance',
  takes: 'FILE.csv --clerk E-MAIL [--apply]',
  does: 'show what a CSV adds to attendance at other bodies; with --apply, add it',
}

export const importTracker: CommandFacts = {
  name: 'import-tracker',
  takes: 'FILE --committee NAME [--apply]',
  does: 'show what a council’s own tracker would add or change; with --apply, take it over',
}

export const importProgramme: CommandFacts = {
  name: 'import-programme',
  takes: 'FILE --clerk E-MAIL [--committee NAME] [--apply]',
  does: 'show what a council’s own work programme would change; with --apply, take it over',
}

export const pack: CommandFacts = {
  name: 'pack',
  takes: 'FILE --clerk E-MAIL',
  does: 'read a pack too large for Slack and hand it to its clerk',
}

export const audit: CommandFacts = {
  name: 'audit',
  takes: '',
  does: 'verify that nobody altered the audit trail',
}

export const watch: CommandFacts = {
  name: 'watch',
  takes: '--committee NAME --address ADDRESS | list | stop',
  does: 'say which committees’ pages on a Modern.Gov site are watched',
}

export const clearDays: CommandFacts = {
  name: 'clear-days',
  takes: '--published DATE --meeting DATE --nation NATION',
  does: 'count the clear days of notice and show how',
}

export const days: CommandFacts = {
  name: 'days',
  takes: '[add DATE NAME --holiday|--closure | remove DATE]',
  does: 'holidays proclaimed since this version, and closures of the offices',
}

export const standingItems: CommandFacts = {
  name: 'standing-items',
  takes: 'COMMITTEE [--file items.txt]',
  does: 'the items with which every agenda of a committee begins',
}

export const committee: CommandFacts = {
  name: 'committee',
  takes: 'NAME [--draft N …] [--openings on|off]',
  does: 'when reports are due, and whether openings of papers are counted',
}

export const code: CommandFacts = {
  name: 'code',
  takes: '[--kind KIND --name NAME …] [--officer E-MAIL]',
  does: 'what the code of conduct calls its interests, and the Monitoring Officer',
}

export const privacy: CommandFacts = {
  name: 'privacy',
  takes: '[--days N]',
  does: 'for how long reasons for absence and natures of interests are kept',
}

export const help: CommandFacts = { name: 'help', takes: '', does: 'this list' }

export const commandList: readonly CommandFacts[] = [
  read,
  pack,
  importCommittee,
  importAttendance,
  importTracker,
  importProgramme,
  committee,
  code,
  privacy,
  standingItems,
  days,
  watch,
  audit,
  clearDays,
  help,
]
