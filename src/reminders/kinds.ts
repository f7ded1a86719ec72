import type { House } from '../database/house.ts'
import { actionsDue } from './actions-due.ts'
import { attendanceDue } from './attendance-due.ts'
import { disclosuresDue } from './disclosures-due.ts'
import { draftsDue } from './drafts-due.ts'
import { interestsDue } from './interests-due.ts'
import { reportsDue } from './reports-due.ts'
import { substitutesDue } from './substitutes-due.ts'
import type { DueReminder, Moment, PolicyId, ReminderCap } from './types.ts'

/**
 * A kind of reminder that goes into the bundle of a person's day. When and to whom is decided here, from the
 * present state; what the message says of it, and that it is still needed when it is sent, is decided by its part
 * in cards/bundle-parts.ts. Common to all: working hours of the offices, one bundle a person and day, no member
 * while one of their meetings sits.
 */
export interface ReminderKind {
  readonly id: string
  readonly to: 'members' | 'officers' | 'clerks' | 'owners'
  /** Whose days and switch it follows. */
  readonly policy: PolicyId
  /** When nobody hears of it any more. */
  readonly stops: string
  readonly cap: ReminderCap
  /** Who has not been told what is due now. Nothing for those who were told today is lost: it waits a day. */
  due(house: House, moment: Moment): Promise<DueReminder[]>
}

/** Every kind that is bundled. The countdown to lawful publication goes to the clerks' channel: count-down.ts. */
export const reminderKinds: readonly ReminderKind[] = [
  {
    id: 'attendance',
    to: 'members',
    policy: 'members',
    stops: 'answered; the meeting begins, is cancelled or postponed; no seat any more',
    cap: 'meeting',
    due: attendanceDue,
  },
  {
    id: 'interests',
    to: 'members',
    policy: 'members',
    stops: 'answered for every item; away; the meeting begins, is cancelled or postponed',
    cap: 'meeting',
    due: interestsDue,
  },
  {
    id: 'substitutes',
    to: 'members',
    policy: 'members',
    stops: 'answered; not needed any more; the meeting begins, is cancelled or postponed',
    cap: 'meeting',
    due: substitutesDue,
  },
  {
    id: 'reports',
    to: 'officers',
    policy: 'reports',
    stops: 'done or said to be late; not needed any more; the agenda is out, except for a briefing',
    cap: 'meeting',
    due: reportsDue,
  },
  {
    id: 'disclosures',
    to: 'members',
    policy: 'members',
    stops: 'the Monitoring Officer was told; struck; the last day is over',
    cap: 'meeting',
    due: disclosuresDue,
  },
  {
    id: 'drafts',
    to: 'clerks',
    policy: 'drafts',
    stops: 'minutes are drafted; the meeting is reopened; two months are over; no clerk any more',
    cap: 'meeting',
    due: draftsDue,
  },
  {
    id: 'actions',
    to: 'owners',
    policy: 'actions',
    stops: 'answered, proposed complete, paused, or closed by the committee; final notice was given',
    cap: 'owner',
    due: actionsDue,
  },
]
