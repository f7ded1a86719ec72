import type { Temporal } from 'temporal-polyfill'
import { longDate, stamp } from '../calendar/words.en.ts'
import { joinMrkdwn, type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Delivery } from './asked-delivery.ts'
import { clockNames, startedByWords } from './clock-words.en.ts'
import type { TrackerToDo } from './own-rows.ts'
import { COUNTED, type StatesAsked } from './read-search.ts'
import type { ClockOnPage, HistoryEntry } from './row-page.ts'
import { dueDayOf, type Standing } from './rules.ts'
import type { Due, Rag, TrackedRow, TrackedState } from './types.ts'

/** How a state is asked for after `/tracker`. */
export const statesAsked: StatesAsked = {
  overdue: ['overdue', 'late'],
  open: ['open', 'outstanding'],
  proposed: ['proposed', 'done', 'proposed complete'],
  closed: ['closed', 'complete', 'completed'],
  paused: ['paused'],
  waiting: ['waiting'],
  unowned: ['no owner', 'unowned', 'without owner'],
  superseded: ['superseded'],
  transferred: ['transferred'],
  withdrawn: ['withdrawn'],
}

const KINDS: Readonly<Record<TrackedRow['kind'], string>> = {
  recommendation: 'recommendation',
  information: 'request for information',
  action: 'action',
}

const STATES: Readonly<Record<TrackedState, string>> = {
  open: 'Open',
  proposed: 'Proposed complete: the committee has still to close it',
  closed: 'Closed by the committee',
  paused: 'Paused',
  superseded: 'Superseded',
  transferred: 'Transferred to another committee',
  withdrawn: 'Withdrawn',
}

const STANDINGS: Readonly<Record<Exclude<Standing, 'over' | 'paused' | 'in-time' | 'overdue'>, string>> = {
  'due-today': 'Due today',
  'waiting-for-event': 'Waits for what must come first',
  'standing-condition': 'Holds for every later report about it',
  'no-day': 'Open, with no day set',
  'for-the-committee': 'Answered: the committee has still to close it',
}

const RAG: Readonly<Record<Rag, string>> = { red: 'red', amber: 'amber', green: 'green' }

const CHANGES: Readonly<Record<Extract<HistoryEntry, { kind: 'change' }>['change'], string>> = {
  closed: 'Closed by the committee',
  reopened: 'Opened again',
  paused: 'Paused',
  resumed: 'Taken up again',
  superseded: 'Superseded',
  transferred: 'Transferred',
  withdrawn: 'Withdrawn',
  proposed: 'Proposed complete',
  unproposed: 'No longer proposed complete',
  dueMoved: 'Due day moved',
  owners: 'Owners changed',
  edited: 'Details changed',
  rag: 'Colour changed',
}

const UPDATES: Readonly<Record<Extract<HistoryEntry, { kind: 'update' }>['update'], string>> = {
  progress: 'Progress',
  done: 'Done, says its owner',
  outcome: 'Outcome',
  note: 'Note',
  event: 'What it waits for',
}

const RESPONSES: Readonly<Record<Extract<HistoryEntry, { kind: 'response' }>['state'], string>> = {
  accepted: 'Accepted',
  inPart: 'Accepted in part',
  rejected: 'Rejected',
  notedOnly: 'Noted only, which is not acceptance',
  unfeasible: 'Found not feasible',
}

const ANSWERS: Readonly<Record<Extract<HistoryEntry, { kind: 'answer' }>['standing'], string>> = {
  shared: 'Answered',
  waiting: 'Answer given, waiting to be cleared',
  sentBack: 'Answer sent back',
  kept: 'Answer given, not shared yet',
}

const WISHES: Readonly<Record<Extract<HistoryEntry, { kind: 'wish' }>['wish'], string>> = {
  moreTime: 'Its owner asked for more time',
  notMine: 'Its owner said that it is not theirs',
}

const WISH_STATES: Readonly<Record<Extract<HistoryEntry, { kind: 'wish' }>['state'], string>> = {
  waiting: 'waiting to be decided',
  granted: 'granted',
  refused: 'refused',
  lapsed: 'no longer needed',
}

const STEPS: Readonly<Record<Extract<HistoryEntry, { kind: 'asked' }>['step'], string>> = {
  beforeDue: 'Reminded before the day',
  due: 'Asked on the day',
  overdue: 'Asked after the day',
  digest: 'In the owner’s weekly list',
  headOfService: 'Head of service told',
  agenda: 'Overdue on the next agenda, head of service invited',
  finalNotice: 'Final notice',
  letter: 'The Chair’s letter drafted',
}

const OUTCOMES: Readonly<Record<Extract<HistoryEntry, { kind: 'asked' }>['outcome'], string>> = {
  sent: 'sent',
  undeliverable: 'could not be delivered',
  skipped: 'left out',
}

const DELIVERIES: Readonly<Record<Delivery, string>> = {
  arrived: 'arrived',
  'on-its-way': 'on its way',
  'not-needed': 'not needed any more when it was to be sent',
  failed: 'could not be sent: see the notice about it',
  unsure: 'may or may not have arrived: see the notice about it',
}

/** What is said of a row of closed business: its kind, its meeting and its reference, and nothing of its words. */
export function closedRowSaid({ kind, metOn, reference }: TrackedRow): Mrkdwn {
  const what = kind === 'action' || kind === 'recommendation' ? KINDS[kind] : 'request'
  const article = /^[aeiou]/.test(what) ? 'An' : 'A'
  return metOn === undefined
    ? mrkdwn`${article} ${what} from closed business (${reference})`
    : mrkdwn`${article} ${what} from the closed part of the meeting of ${dayInFull(metOn)} (${reference})`
}

/** "9 August 2017" */
export function dayInFull(date: string): string {
  return longDate(date).split(' ').slice(1).join(' ')
}

/** When it is due, in the words that were printed and with the day that they mean. */
function dueSaid(row: TrackedRow): string {
  const day = dueDayOf(row)
  const printed = row.isClosed || row.dueText === '' ? '' : `“${row.dueText}”`
  const meant = dueMeant(row.due, day)
  if (printed === '') return meant
  return meant === '' ? printed : `${meant} (printed: ${printed})`
}

function dueMeant(due: Due, day: string | undefined): string {
  if (due.kind === 'range' && day === due.on) return `between ${dayInFull(due.from)} and ${dayInFull(due.on)}`
  if (day !== undefined) return dayInFull(day)
  switch (due.kind) {
    case 'event':
      return due.happenedOn === undefined
        ? 'when what it waits for has come about'
        : `what it waited for came about on ${dayInFull(due.happenedOn)}`
    case 'standing':
      return 'on every later report about it'
    case 'recurrence':
      return 'again and again'
    default:
      return ''
  }
}

function standingSaid(row: TrackedRow, standing: Standing): string {
  if (standing === 'over' || standing === 'paused') return STATES[row.state]
  const day = dueDayOf(row)
  if (standing === 'overdue' && day !== undefined) return `Overdue since ${dayInFull(day)}`
  if (standing === 'in-time' && day !== undefined) return `Open, due ${dayInFull(day)}`
  if (standing === 'overdue' || standing === 'in-time') return STATES.open
  return row.state === 'proposed' ? STATES.proposed : STANDINGS[standing]
}

function counted(count: number, one: string, many: string): Mrkdwn[] {
  return count === 0
    ? []
    : [
        mrkdwn`${count === 1 ? `1 row ${one}` : `${count > COUNTED ? `More than ${COUNTED.toLocaleString('en-GB')}` : count.toLocaleString('en-GB')} rows ${many}`}`,
      ]
}

const by = (entry: HistoryEntry) => (entry.by === undefined ? '' : `, ${entry.by}`)

function historySaid(entry: HistoryEntry, timeZone: string): Mrkdwn {
  const when = mrkdwn`${stampWithYear(entry.at, timeZone)}${by(entry)}: `
  return mrkdwn`${when}${happened(entry)}`
}

function happened(entry: HistoryEntry): Mrkdwn {
  switch (entry.kind) {
    case 'change':
      return withWhy(
        mrkdwn`*${CHANGES[entry.change]}*${
          entry.metOn === undefined
            ? ''
            : `, at the meeting of ${dayInFull(entry.metOn)}${entry.minute === '' ? '' : `, minute ${entry.minute}`}`
        }`,
        entry.why,
      )
    case 'update':
      return withWhy(
        mrkdwn`*${UPDATES[entry.update]}*${entry.quarter === '' ? '' : ` of ${entry.quarter}`}, ${dayInFull(entry.on)}${
          entry.rag === undefined ? '' : ` (${RAG[entry.rag]})`
        }`,
        entry.text,
      )
    case 'response':
      return joinMrkdwn([
        mrkdwn`*${RESPONSES[entry.state]}*${entry.body === '' ? '' : ` by ${entry.body}`} on ${dayInFull(entry.consideredOn)}${
          entry.minute === '' ? '' : `, minute ${entry.minute}`
        }`,
        ...(entry.reasons === '' ? [] : [mrkdwn`Reasons: ${entry.reasons}`]),
        ...(entry.proposed === '' ? [] : [mrkdwn`They propose: ${entry.proposed}`]),
      ])
    case 'answer':
      if (!entry.isPublic)
        return mrkdwn`*${ANSWERS[entry.standing]}*. It is not public, and stands on the council’s restricted site.`
      return withWhy(
        mrkdwn`*${ANSWERS[entry.standing]}*${entry.fileName === '' ? '' : ` with the file ${entry.fileName}`}`,
        entry.text,
      )
    case 'wish':
      return joinMrkdwn([
        withWhy(
          mrkdwn`*${WISHES[entry.wish]}*${entry.until === undefined ? '' : `, until ${dayInFull(entry.until)}`}${
            entry.proposed === '' ? '' : `, and named ${entry.proposed}`
          } – ${WISH_STATES[entry.state]}`,
          entry.why,
        ),
        ...(entry.decidedWhy === '' ? [] : [mrkdwn`Decided because: ${entry.decidedWhy}`]),
      ])
    case 'asked':
      return mrkdwn`*${STEPS[entry.step]}*${entry.whom === undefined ? '' : `: ${entry.whom}`} – ${
        entry.delivery === undefined ? OUTCOMES[entry.outcome] : DELIVERIES[entry.delivery]
      }${entry.hasSeen ? ', and seen' : ''}`
  }
}

function withWhy(said: Mrkdwn, why: string): Mrkdwn {
  return why === '' ? said : mrkdwn`${said}\n${why}`
}

/** "14:05 on Tue 12 Sep 2017": a history goes over years. */
function stampWithYear(at: Temporal.Instant, timeZone: string): string {
  return `${stamp(at, timeZone)} ${at.toZonedDateTimeISO(timeZone).year}`
}

function clockSaid(clock: ClockOnPage): Mrkdwn {
  const working = mrkdwn`${clockNames[clock.kind]}: from ${startedByWords(clock.startedBy)} on ${dayInFull(clock.startedOn)}, until *${dayInFull(clock.dueOn)}*.${
    clock.rule === '' ? '' : ` Counted as: ${clock.rule}.`
  }`
  return clock.struckWhy === undefined
    ? working
    : mrkdwn`~${working}~\nTaken off${clock.struckWhy === '' ? '' : `: ${clock.struckWhy}`}`
}

export const trackerListWords = {
  title: 'Tracker',
  rowTitle: 'From the tracker',
  close: 'Close',
  search: 'Search',
  searchLabel: 'What are you looking for?',
  searchHint:
    'A word, a name, a reference (R3/17), the day of a meeting (20 September 2017), or how it stands: overdue, open, proposed, closed, paused, waiting, no owner.',
  open: 'Open',
  openLabel: (reference: string) => `Open ${reference}`,
  more: 'More',
  fromStart: 'From the beginning',
  backToList: 'Back to the list',
  earlier: 'Later entries',
  later: 'Earlier entries',
  ownOnly: 'Your committees only',

  help: () =>
    joinMrkdwn([
      mrkdwn`*/tracker* shows what the committees have asked for and what became of it.`,
      mrkdwn`• \`/tracker\` – what concerns you`,
      mrkdwn`• \`/tracker housing\`, \`/tracker Ward\`, \`/tracker R3/17\`, \`/tracker 20 September 2017\` – by a word, a name, a reference, or the day of a meeting`,
      mrkdwn`• \`/tracker overdue\` – also open, proposed, closed, paused, waiting, no owner; with other words too: \`/tracker overdue housing\``,
      mrkdwn`• \`/tracker leave\` – for officers: when you are away, and who answers for you`,
      mrkdwn`• For clerks: \`/tracker desk\`, \`/tracker add\`, \`/tracker import\`, \`/tracker paper\`, \`/tracker figures\``,
    ]),

  /** Above what concerns somebody. */
  headings: {
    owed: 'What you owe',
    asked: 'What you asked',
    toDo: 'What your committees’ tracker needs',
  },
  nothingToDo: () =>
    mrkdwn`Nothing in the tracker concerns you at the moment. Search below for anything else.`,
  none: (said: string) =>
    mrkdwn`Nothing in the tracker fits “${said}”. Try fewer words, a part of a word, or how it stands: overdue, open, closed.`,
  found: (count: number, most: number) =>
    count > most
      ? mrkdwn`More than ${most.toLocaleString('en-GB')} fit; the newest come first. Add a word to find fewer.`
      : mrkdwn`${count === 1 ? 'One fits.' : `${count} fit; the newest come first.`}`,
  tooLong: (most: number) =>
    mrkdwn`Nothing was looked for: that is longer than ${most} characters. Type \`/tracker\` and a few words of it.`,
  leftOut: (words: readonly string[], most: number) =>
    mrkdwn`Only the first ${most} words were looked for, and not: ${words.join(' ')}`,
  asWords: () => mrkdwn`Nothing fits as it would be read first, so all of it was looked for as words.`,
  part: (heading: string) => mrkdwn`*${heading}*`,
  /** Beyond `COUNTED` nobody has counted them. */
  beyond: (shown: number, count: number) =>
    count > COUNTED
      ? mrkdwn`… and more than ${(COUNTED - shown).toLocaleString('en-GB')} others.`
      : mrkdwn`… and ${(count - shown).toLocaleString('en-GB')} more.`,
  moreOwed: (count: number) =>
    mrkdwn`… and ${count} more. All of them are on your Home: open Scrutineer and its tab *Home*.`,
  toDo: (of: TrackerToDo): Mrkdwn[] => [
    ...counted(of.overdue, 'is overdue', 'are overdue'),
    ...counted(of.unowned, 'has no owner', 'have no owner'),
    ...counted(
      of.proposed,
      'is proposed complete: for the next meeting to close',
      'are proposed complete: for the next meeting to close',
    ),
    ...counted(
      of.wishes,
      'has an owner who asks for more time, or says that it is not theirs',
      'have owners who ask for more time, or say that it is not theirs',
    ),
    ...counted(of.answers, 'has an answer that waits to be cleared', 'have answers that wait to be cleared'),
  ],
  gone: () => mrkdwn`This is not in the tracker, or is not open to you. Search again with /tracker.`,

  /** One line of a list, and a second in small print. */
  line: (row: TrackedRow): Mrkdwn =>
    row.isClosed
      ? closedRowSaid(row)
      : mrkdwn`*${row.reference}* ${row.leadIn === '' ? '' : `${row.leadIn} `}${row.text}`,
  below: (row: TrackedRow, standing: Standing): Mrkdwn => {
    const owners = row.owners.filter(({ role }) => role === 'owner').map(({ name }) => name)
    const parts = [
      standingSaid(row, standing),
      ...(row.isClosed ? [] : [owners.length === 0 ? 'Nobody named' : owners.join(', ')]),
      ...(row.isClosed || row.metOn === undefined ? [] : [`Meeting of ${dayInFull(row.metOn)}`]),
    ]
    return mrkdwn`${parts.join(' · ')}`
  },

  page: {
    what: (row: TrackedRow, committee: string): Mrkdwn =>
      row.isClosed
        ? mrkdwn`${closedRowSaid(row)}\nIts words are not shown in Slack. They stand in the closed minutes of ${committee}.`
        : joinMrkdwn([
            mrkdwn`*${row.reference}* · ${KINDS[row.kind]} · ${committee}`,
            ...(row.leadIn === '' ? [] : [mrkdwn`${row.leadIn}`]),
            mrkdwn`${row.text}`,
          ]),
    standing: (row: TrackedRow, standing: Standing): Mrkdwn =>
      mrkdwn`*${standingSaid(row, standing)}*${row.rag === undefined ? '' : ` · ${RAG[row.rag]}`}${
        row.status === '' || row.isClosed ? '' : ` · ${row.status}`
      }`,
    /** What is known of it, a line each. */
    facts: (row: TrackedRow): Mrkdwn[] => {
      const owners = row.owners.filter(({ role }) => role === 'owner')
      const heads = row.owners.filter(({ role }) => role === 'head')
      const due = dueSaid(row)
      const facts: [string, string][] = [
        ['Due', due === '' ? 'no day set' : due],
        ['Meeting', meetingSaid(row)],
      ]
      if (!row.isClosed)
        facts.push(
          ['Owners', owners.length === 0 ? 'nobody named' : owners.map(({ name }) => name).join(', ')],
          ['Head of service', heads.map(({ name }) => name).join(', ')],
          ['Asked by', row.askerName],
          ['Addressed to', row.addressee],
          ['Executive member', row.executiveMember],
          ['Topic', row.topic],
          ['How', row.how],
          ['Measure of success', row.successMeasure],
          ['Earlier reference', row.backReference],
          ['Paused because', row.pausedWhy],
        )
      if (row.completedOn !== undefined) facts.push(['Done on', dayInFull(row.completedOn)])
      return facts.filter(([, value]) => value !== '').map(([name, value]) => mrkdwn`*${name}:* ${value}`)
    },
    supersededBy: (reference: string) => mrkdwn`Its place was taken by *${reference}*.`,
    transferredTo: (reference: string) => mrkdwn`It goes on as *${reference}* of another committee.`,
    clocks: 'Times that run',
    clock: clockSaid,
    history: 'What has happened',
    noHistory: () => mrkdwn`Nothing has happened yet.`,
    entry: historySaid,
  },
}

function meetingSaid({ metOn, minute, path }: TrackedRow): string {
  if (metOn === undefined) return ''
  return `${dayInFull(metOn)}${minute === '' ? '' : `, minute ${minute}`}${path === '' ? '' : `, part ${path}`}`
}

export type TrackerListWords = typeof trackerListWords
