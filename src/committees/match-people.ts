import { type FilePerson, nameKey } from './committee-file.ts'
import type { FileProblem } from './file-problems.ts'
import type { PresentPerson, PresentState, Who } from './import-plan.ts'
import { displayName } from './people.ts'
import type { SlackFindings } from './slack-directory.ts'

/** Somebody of the file, with the stored person they are and their Slack account. */
export interface MatchedPerson {
  readonly who: Who
  readonly row: FilePerson
  readonly title: string
  readonly stored: PresentPerson | undefined
  readonly slackUserId: string | undefined
}

/**
 * Who of the stored people each row is: by e-mail address, by Slack account (an address changes, the
 * account stays), and by name only where that leaves no doubt.
 */
export function matchPeople(
  present: PresentState,
  rows: readonly FilePerson[],
  slack: SlackFindings,
): { matched: readonly MatchedPerson[]; problems: readonly FileProblem[] } {
  const problems: FileProblem[] = []
  // By their own signs, so that the order of the rows decides nothing.
  const people = [...rows].sort((one, other) => (signOf(one) < signOf(other) ? -1 : 1))
  const claims = new Map<FilePerson, PresentPerson>()
  const claimed = new Set<string>()
  const claim = (row: FilePerson, stored: PresentPerson | undefined): void => {
    if (!stored || claims.has(row) || claimed.has(stored.id)) return
    claims.set(row, stored)
    claimed.add(stored.id)
  }
  // Everybody by the surest sign first: a name must not take whom an address would claim.
  for (const row of people) if (row.email !== undefined) claim(row, byEmail(present, row.email))
  for (const row of people) {
    const account = row.email === undefined ? undefined : slack.users.get(row.email)
    if (account !== undefined) claim(row, bySlack(present, account))
  }
  const onCommittee = peopleOfCommittee(present)
  for (const row of people.filter((other) => !claims.has(other))) {
    const free = present.people.filter(
      (person) => nameKey(person.name) === nameKey(row.name) && !claimed.has(person.id),
    )
    const likely = free.filter((person) => couldBe(row, person, onCommittee))
    if (likely.length > 1)
      problems.push({ line: row.line, column: 'name', fault: { code: 'name-of-several', name: row.name } })
    else claim(row, likely[0])
  }

  const matched = people.map((row) => {
    const stored = claims.get(row)
    const found = row.email === undefined ? undefined : slack.users.get(row.email)
    // An account once known stays known: an import without Slack must not cut people off from it.
    const title = titleOf(row, stored)
    return { who: whoIs(row, title, stored), row, title, stored, slackUserId: found ?? stored?.slackUserId }
  })
  return { matched, problems: [...problems, ...accountsUsedTwice(matched, present, claimed)] }
}

function signOf(row: FilePerson): string {
  return row.email ?? `name:${nameKey(row.name)}`
}

/** Without an address the name must do; a new address is believed only of somebody on this committee. */
function couldBe(row: FilePerson, person: PresentPerson, onCommittee: ReadonlySet<string>): boolean {
  return row.email === undefined || person.email === undefined || onCommittee.has(person.id)
}

function byEmail(present: PresentState, email: string): PresentPerson | undefined {
  return present.people.find((person) => person.email?.toLowerCase() === email)
}

function bySlack(present: PresentState, slackUserId: string): PresentPerson | undefined {
  return present.people.find((person) => person.slackUserId === slackUserId)
}

function peopleOfCommittee({ committee }: PresentState): Set<string> {
  return new Set([
    ...(committee?.seats.flatMap((seat) => seat.occupant?.personId ?? []) ?? []),
    ...(committee?.duties.map((duty) => duty.personId) ?? []),
  ])
}

function titleOf({ title, part }: FilePerson, stored: PresentPerson | undefined): string {
  const isCouncillor = part.as === 'seat' && part.kind !== 'coOptee'
  return title ?? (stored?.title || (isCouncillor ? 'Councillor' : ''))
}

function whoIs(row: FilePerson, title: string, stored: PresentPerson | undefined): Who {
  const key = stored ? `id:${stored.id}` : signOf(row)
  return { key, id: stored?.id, name: displayName({ name: row.name, title }) }
}

/** One Slack account is one person: two of them would answer for each other. */
function accountsUsedTwice(
  matched: readonly MatchedPerson[],
  present: PresentState,
  claimed: ReadonlySet<string>,
): FileProblem[] {
  const problems: FileProblem[] = []
  const firstLines = new Map<string, number>()
  const inFile = [...matched].sort((one, other) => one.row.line - other.row.line)
  for (const { row, stored, slackUserId } of inFile) {
    if (slackUserId === undefined) continue
    const firstLine = firstLines.get(slackUserId)
    const owner = bySlack(present, slackUserId)
    if (firstLine !== undefined)
      problems.push({ line: row.line, column: 'email', fault: { code: 'slack-account-twice', firstLine } })
    else if (owner && owner.id !== stored?.id && !claimed.has(owner.id))
      problems.push({
        line: row.line,
        column: 'email',
        fault: { code: 'slack-account-of-another', owner: displayName(owner) },
      })
    firstLines.set(slackUserId, firstLine ?? row.line)
  }
  return problems
}
