import type { ImportRefusal } from './import-committee.ts'
import type { ChannelColumn, Difference, ImportPlan, ImportWarning, PlannedSeat } from './import-plan.ts'
import type { SeatKind, SeatOffice, SeatVoting } from './people.ts'
import { fileProblem } from './problem-words.en.ts'

const KINDS: Readonly<Record<SeatKind, string>> = {
  member: 'member',
  coOptee: 'co-optee',
  substitute: 'substitute',
}

const OFFICES: Readonly<Record<SeatOffice, string>> = {
  none: 'member without an office',
  chair: 'Chair',
  viceChair: 'Vice Chair',
}

const VOTING: Readonly<Record<SeatVoting, string>> = {
  always: 'votes',
  never: 'does not vote',
  educationOnly: 'votes on education only',
  ifCommitteeDetermines: 'votes if the committee so determines',
}

const FIELDS = { name: 'name', title: 'title', email: 'e-mail', slackUserId: 'Slack account' } as const

export function importRefused(refusal: ImportRefusal): string {
  switch (refusal.code) {
    case 'file-problems': {
      const { problems } = refusal
      const count = problems.length === 1 ? 'There is a problem' : `There are ${problems.length} problems`
      return `${count} in the file; nothing was changed.\n${problems.map(fileProblem).join('\n')}`
    }
    case 'team-of-another-council':
      return (
        `This Slack workspace belongs to “${refusal.owner}”, and the file is of “${refusal.council}”; nothing was changed.\n` +
        'Correct the column council, or import the file where Scrutineer works in that council’s own Slack.'
      )
    case 'council-of-another-nation':
      return (
        `${refusal.council} is known as a council in ${capital(refusal.nation)}; nothing was changed.\n` +
        'Correct the column nation: it decides the law that applies.'
      )
  }
}

export function difference(it: Difference): string {
  switch (it.code) {
    case 'committee-new':
      return `New committee: ${it.name}${it.quorum === undefined ? '' : `, quorum ${it.quorum}`}`
    case 'quorum-changed':
      return `Quorum: ${it.from ?? 'not set'} → ${it.to}`
    case 'channel-changed':
      return `${channelSaid(it.which)}: #${it.name}${it.from === undefined ? '' : ' instead of another'}`
    case 'person-new':
      return `New person: ${it.who.name}${it.email === undefined ? ', no e-mail' : `, ${it.email}`}${it.slackUserId === undefined ? ', not found in Slack' : ', found in Slack'}`
    case 'person-changed':
      return it.field === 'slackUserId'
        ? `${it.who.name}: ${it.from === undefined ? 'found in Slack' : 'another Slack account'}`
        : `${it.who.name}: ${FIELDS[it.field]} ${it.from ?? 'not known'} → ${it.to}`
    case 'seat-new':
      return `New seat ${it.seat.position}: ${seatSaid(it.seat)}`
    case 'seat-changed':
      return `Seat ${it.to.position}: ${seatSaid(it.from)} → ${seatSaid(it.to)}`
    case 'seat-vacated':
      return `Seat ${it.position}: ${it.who.name} leaves`
    case 'seat-filled':
      return `Seat ${it.position}: ${it.who.name} takes it${it.office === 'none' ? '' : `, ${OFFICES[it.office]}`}`
    case 'office-changed':
      return it.to === 'none'
        ? `${it.who.name}: no longer ${OFFICES[it.from]}`
        : `${it.who.name}: now ${OFFICES[it.to]}${it.from === 'none' ? '' : `, no longer ${OFFICES[it.from]}`}`
    case 'duty-given':
      return `${it.who.name}: ${it.duty} of the committee`
    case 'duty-ended':
      return `${it.who.name}: no longer ${it.duty} of the committee`
  }
}

export function warning(it: ImportWarning): string {
  switch (it.code) {
    case 'slack-not-asked':
      return 'Slack is not set up here, so nobody and no channel could be looked up in it. Import the file again when it is.'
    case 'channel-not-said':
      return `The file names no ${channelWhat(it.which)}.`
    case 'channel-not-found':
      return `Scrutineer sees no channel #${it.name}. Make it in Slack, invite @Scrutineer there, and import the file again.`
    case 'bot-not-in-channel':
      return `Scrutineer is not in #${it.name} and cannot post there: invite @Scrutineer to #${it.name}.`
    case 'nobody-clerks':
      return 'The file names no clerk: nobody could publish a pack for this committee.'
    case 'nobody-chairs':
      return 'The file names no chair.'
    case 'clerk-without-slack':
      return `${it.who.name} is a clerk and has no Slack account by that address: they cannot publish.`
    case 'quorum-above-seats':
      return `The quorum is ${it.quorum}, but only ${it.seats} people sit on the committee.`
  }
}

/** The whole plan as a plain list, for a dry run and after it was applied. */
export function planList(plan: ImportPlan, applied: boolean): string {
  const { differences } = plan
  const count = differences.length === 1 ? '1 change' : `${differences.length} changes`
  const head =
    differences.length === 0
      ? 'Nothing to change: the record already says what the file says.'
      : applied
        ? `${capital(count)} made:`
        : `${capital(count)} to make:`
  return [
    `${plan.council}: ${plan.committee}`,
    '',
    head,
    ...differences.map((one) => `  ${difference(one)}`),
    '',
    `In Slack: ${plan.inSlack} of ${plan.inSlack + plan.withoutSlack.length} people.`,
    ...(plan.withoutSlack.length === 0
      ? []
      : [
          'Without Slack (every send lists them for the clerk, who answers for them):',
          ...plan.withoutSlack.map(({ name }) => `  ${name}`),
        ]),
    ...(plan.warnings.length === 0
      ? []
      : ['', 'Look at this:', ...plan.warnings.map((one) => `  ${warning(one)}`)]),
    ...(applied || differences.length === 0
      ? []
      : ['', 'Nothing was changed yet. To make these changes, run the command again with --apply.']),
  ].join('\n')
}

function seatSaid({ kind, group, voting }: PlannedSeat): string {
  return [KINDS[kind], group, VOTING[voting]].filter((part) => part !== undefined).join(', ')
}

function channelSaid(which: ChannelColumn): string {
  return capital(channelWhat(which))
}

function channelWhat(which: ChannelColumn): string {
  return which === 'channel' ? 'committee’s channel' : 'clerks’ channel'
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
