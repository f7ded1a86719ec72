import { longDate, shortDate } from '../calendar/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import { SIX_MONTHS_SOURCE, type WarningStep } from './six-month-rules.ts'
import type { KeptApproval, SixMonthList, WatchedCouncillor } from './six-month-watch.ts'

/** What clerks read of the six months. Apologies are never called approved. */
export const sixMonthWords = {
  title: 'Six-month watch',
  close: 'Close',
  cancel: 'Cancel',
  intro: ({ nation, today }: SixMonthList): Mrkdwn =>
    mrkdwn`:lock: For clerks. A councillor who attends no meeting of the authority for six months ceases to be one, unless a reason was approved before they were over (${SIX_MONTHS_SOURCE[nation]}). Apologies are no approval. As known on ${longDate(today)}.`,
  nobody: (): Mrkdwn => mrkdwn`No councillor holds a seat in the record.`,
  approveFor: (): Mrkdwn => mrkdwn`Has the authority approved a reason for somebody not to attend?`,
  chooseCouncillor: 'Choose the councillor',
  line: (one: WatchedCouncillor): Mrkdwn => mrkdwn`• ${one.name}: ${briefly(one)}`,

  /** Name, last attendance, expiry and its working. */
  councillor: (one: WatchedCouncillor, today: string): Mrkdwn => {
    const { watch } = one
    const over = today > watch.expiry
    const step = one.step === undefined ? '' : `${STEPS[one.step]}. `
    const ends = over
      ? mrkdwn`:warning: *By what is known the six months were over on ${longDate(watch.expiry)}.* Check other attendance first; then it is for the Monitoring Officer.`
      : mrkdwn`The six months are over on *${longDate(watch.expiry)}*; the last safe day for an approval is *${longDate(watch.lastSafeDay)}*.`
    return mrkdwn`*${one.name}:* ${step}${lastWords(one)} ${ends}`
  },
  working: (one: WatchedCouncillor): string =>
    [
      `Six months from ${longDate(one.watch.from)}, by the corresponding date, or the last day of a shorter month.`,
      ...one.watch.extended.map(
        ({ approvedOn, until }) =>
          `A reason approved on ${longDate(approvedOn)} holds until ${longDate(until)}.`,
      ),
      ...one.watch.tooLate.map(
        ({ approvedOn }) =>
          `The approval of ${longDate(approvedOn)} came when the six months were over, and changed nothing.`,
      ),
    ].join(' '),
  council: (one: WatchedCouncillor, list: SixMonthList): Mrkdwn | undefined => {
    if (list.today > one.watch.lastSafeDay) return undefined
    if (one.council)
      return mrkdwn`The last full council before that is on *${longDate(one.council)}*: a reason has to be on its agenda.`
    return list.knowsCouncil
      ? mrkdwn`:warning: No full council stands in the schedule between now and then.`
      : mrkdwn`No meetings of the full council are known here; look up the last one before that day. A clerk says which committee it is with */meeting quorum*.`
  },
  /** What the watch does not know: other bodies count too (s85(2)). */
  bodies: ({ bodies, unrecorded }: SixMonthList): Mrkdwn => {
    const known = bodies.map(({ name, knownUntil }) =>
      knownUntil ? `${name}: known until ${longDate(knownUntil)}` : `${name}: nothing known`,
    )
    const missing = unrecorded.map(({ committee, date }) => `${committee}, ${shortDate(date)}`)
    const shown = missing.slice(-MISSING_SHOWN)
    const left = missing.length - shown.length
    const lines = [
      bodies.length === 0
        ? 'Attendance at other committees, joint bodies and bodies on which a councillor represents the authority counts too, and none of it has been imported.'
        : `Other bodies count too. ${known.join('; ')}. Those not named here are not known.`,
      ...(missing.length === 0
        ? []
        : [`Not recorded here yet: ${shown.join('; ')}${left > 0 ? ` and ${left} earlier` : ''}.`]),
    ]
    return mrkdwn`${lines.join('\n')}`
  },
  approval: (one: KeptApproval): Mrkdwn =>
    mrkdwn`${KINDS[one.kind]} approved by ${one.approvedBy} on ${longDate(one.approvedOn)}${one.minute === '' ? '' : `, minute ${one.minute}`}, until ${longDate(one.until)}`,
  revoke: 'Take back',
  revokeConfirm: {
    title: 'Take it back?',
    text: 'It stays in the audit trail, and the six months are counted without it.',
    yes: 'Take back',
    no: 'Keep',
  },

  form: {
    title: 'Approved absence',
    submit: 'Record',
    intro: (name: string, lastSafeDay: string): Mrkdwn =>
      mrkdwn`*${name}*\nRecord what the authority has resolved. It counts if it was approved by ${longDate(lastSafeDay)} at the latest.`,
    kind: 'What was approved?',
    kinds: {
      reason: 'A reason for not attending',
      familyAbsence: 'Family absence (Local Government (Wales) Measure 2011)',
    },
    approvedBy: 'By whom?',
    approvedByHint: 'The full council, unless it has delegated this.',
    approvedOn: 'On which day?',
    minute: 'Minute',
    until: 'Until which day does it hold?',
    doneTitle: 'Recorded',
    done: (name: string, expiry: string): Mrkdwn =>
      mrkdwn`:white_check_mark: *Recorded for ${name}.* The six months are now over on ${longDate(expiry)}.`,
  },

  warning: {
    heading: (count: number): Mrkdwn =>
      count === 1
        ? mrkdwn`:hourglass: *Six-month rule: one councillor*`
        : mrkdwn`:hourglass: *Six-month rule: ${count} councillors*`,
    short: (): Mrkdwn => mrkdwn`Six-month rule: councillors who have not attended`,
    others: (rest: readonly WatchedCouncillor[]): Mrkdwn =>
      mrkdwn`Also: ${rest.map((one) => `${one.name} (${briefly(one)})`).join('; ')}`,
    settled: (): Mrkdwn =>
      mrkdwn`:white_check_mark: Nobody named in this warning is due any more: they have attended, or a reason was approved in time.`,
  },

  refusals: {
    title: 'Not recorded',
    notAClerk: (): Mrkdwn => mrkdwn`The six-month watch is for the council’s clerks.`,
    gone: (): Mrkdwn => mrkdwn`This councillor holds no seat any more.`,
    tooLate: (expiry: string): string =>
      `The six months were over on ${longDate(expiry)}: an approval counts only from before that day. Ask the Monitoring Officer.`,
    notYet: 'That day is still to come: record it once the authority has resolved it.',
    backwards: 'It must hold beyond the day on which it was approved.',
    missing: 'Please fill this in.',
    welshOnly: 'Family absence is a right in Wales alone.',
  },
}

const MISSING_SHOWN = 12
const KINDS = { reason: 'Reason', familyAbsence: 'Family absence' } as const
const STEPS: Readonly<Record<WarningStep, string>> = {
  '3 months': 'Three months without an attendance that is known',
  '4 months': 'Four months without an attendance that is known',
  '5 months': 'Five months without an attendance that is known',
  '28 days': '28 days or fewer are left',
  '14 days': '14 days or fewer are left',
}

function lastWords({ last, watch }: WatchedCouncillor): string {
  return last
    ? `Last attended ${last.at} on ${longDate(last.date)}.`
    : `No attendance is known; counted from taking the seat on ${longDate(watch.from)}.`
}

function briefly({ last, watch }: WatchedCouncillor): string {
  const end = `six months over on ${longDate(watch.expiry)}`
  return last ? `last attended on ${longDate(last.date)}, ${end}` : `no attendance known, ${end}`
}
