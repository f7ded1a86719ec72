import { done, type Outcome, refused } from '../outcome.ts'
import type { CommitteeFile } from './committee-file.ts'
import type {
  ChannelColumn,
  Difference,
  Duty,
  ImportPlan,
  ImportWarning,
  PlanRefusal,
  PresentCommittee,
  PresentState,
  Who,
} from './import-plan.ts'
import { type MatchedPerson, matchPeople } from './match-people.ts'
import { planSeats, storedWho } from './plan-seats.ts'
import type { SlackFindings } from './slack-directory.ts'

/**
 * What importing this file would change. The order of its rows changes nothing, and a file whose plan
 * has been applied gives a plan without differences.
 */
export function planImport(
  present: PresentState,
  file: CommitteeFile,
  slack: SlackFindings,
): Outcome<ImportPlan, PlanRefusal> {
  const { matched, problems } = matchPeople(present, file.people, slack)
  if (problems.length > 0) return refused({ code: 'file-problems', problems })
  // By key, which names a person whatever line they stand on.
  const ordered = [...matched].sort((one, other) => (one.who.key < other.who.key ? -1 : 1))
  const withoutSlack = ordered.filter((person) => person.slackUserId === undefined).map(({ who }) => who)
  return done({
    council: file.council,
    committee: present.committee?.name ?? file.committee,
    differences: [
      ...committeeDifferences(present.committee, file, slack),
      ...ordered.flatMap(personDifferences),
      ...planSeats(present.committee?.seats ?? [], ordered, present.people),
      ...dutyDifferences(present, ordered),
    ],
    warnings: warningsOn(file, slack, ordered),
    inSlack: ordered.length - withoutSlack.length,
    withoutSlack,
  })
}

function committeeDifferences(
  committee: PresentCommittee | undefined,
  file: CommitteeFile,
  slack: SlackFindings,
): Difference[] {
  const { quorum } = file
  const differences: Difference[] = []
  if (!committee) differences.push({ code: 'committee-new', name: file.committee, quorum })
  else if (quorum !== undefined && quorum !== committee.quorum)
    differences.push({ code: 'quorum-changed', from: committee.quorum, to: quorum })
  for (const { which, name } of channelsOf(file)) {
    const found = name === undefined ? undefined : slack.channels.get(name)
    const from = which === 'channel' ? committee?.channelId : committee?.clerksChannelId
    if (name !== undefined && found && found.id !== from)
      differences.push({ code: 'channel-changed', which, name, from, to: found.id })
  }
  return differences
}

function personDifferences({ who, row, title, stored, slackUserId }: MatchedPerson): Difference[] {
  if (!stored) {
    const { name, email } = row
    return [{ code: 'person-new', who, name, title, email, slackUserId }]
  }
  const wanted = {
    name: row.name,
    title,
    // An empty cell leaves what is known.
    email: row.email ?? stored.email,
    slackUserId,
  }
  const fields = ['name', 'title', 'email', 'slackUserId'] as const
  return fields.flatMap((field): Difference[] => {
    const to = wanted[field]
    return to === undefined || to === stored[field]
      ? []
      : [{ code: 'person-changed', who, field, from: stored[field] || undefined, to }]
  })
}

function dutyDifferences(present: PresentState, matched: readonly MatchedPerson[]): Difference[] {
  const had = present.committee?.duties ?? []
  const wanted = matched.flatMap(({ who, row }) =>
    row.part.as === 'duty' ? [{ who, duty: row.part.duty }] : [],
  )
  const isWanted = (personId: string, duty: Duty): boolean =>
    wanted.some((one) => one.who.id === personId && one.duty === duty)
  const ended = had
    .filter(({ personId, duty }) => !isWanted(personId, duty))
    .map(({ personId, duty }): Difference => {
      return { code: 'duty-ended', who: storedWho(personId, present.people), duty }
    })
  const given = wanted
    .filter(({ who, duty }) => !had.some((one) => one.personId === who.id && one.duty === duty))
    .map(({ who, duty }): Difference => ({ code: 'duty-given', who, duty }))
  return [...ended, ...given]
}

function warningsOn(
  file: CommitteeFile,
  slack: SlackFindings,
  matched: readonly MatchedPerson[],
): ImportWarning[] {
  const warnings: ImportWarning[] = slack.asked ? [] : [{ code: 'slack-not-asked' }]
  for (const { which, name } of channelsOf(file)) {
    if (name === undefined) warnings.push({ code: 'channel-not-said', which })
    else if (slack.asked) warnings.push(...channelWarnings(which, name, slack))
  }
  const clerks = matched.filter(({ row }) => row.part.as === 'duty' && row.part.duty === 'clerk')
  if (clerks.length === 0) warnings.push({ code: 'nobody-clerks' })
  if (!matched.some(({ row }) => row.part.as === 'seat' && row.part.office === 'chair'))
    warnings.push({ code: 'nobody-chairs' })
  if (slack.asked) warnings.push(...clerks.filter(lacksSlack).map(({ who }) => clerkWithoutSlack(who)))
  const seats = matched.filter(({ row }) => row.part.as === 'seat' && row.part.kind !== 'substitute').length
  if (file.quorum !== undefined && file.quorum > seats)
    warnings.push({ code: 'quorum-above-seats', quorum: file.quorum, seats })
  return warnings
}

function channelWarnings(which: ChannelColumn, name: string, slack: SlackFindings): ImportWarning[] {
  const found = slack.channels.get(name)
  if (!found) return [{ code: 'channel-not-found', which, name }]
  return found.botIsMember ? [] : [{ code: 'bot-not-in-channel', which, name }]
}

function lacksSlack(person: MatchedPerson): boolean {
  return person.slackUserId === undefined
}

function clerkWithoutSlack(who: Who): ImportWarning {
  return { code: 'clerk-without-slack', who }
}

function channelsOf(
  file: CommitteeFile,
): readonly { readonly which: ChannelColumn; readonly name: string | undefined }[] {
  return [
    { which: 'channel', name: file.channel },
    { which: 'clerks_channel', name: file.clerksChannel },
  ]
}
