import { COUNTDOWN } from '../publications/countdown-rules.ts'
import type { PolicyId } from './types.ts'

/** Days that a clerk can set, and within which bounds. */
export interface PolicyOfKind {
  readonly id: PolicyId
  /** Working days before what it is about, or after it; 0 is the day itself. */
  readonly days: readonly number[]
  readonly of:
    | 'before the meeting'
    | 'before its due day'
    | 'before the latest lawful publication'
    | 'after the meeting'
  /** The fewest working days that may be set. */
  readonly least: number
  /** How many days may be set; 0 where they are fixed and it is only on or off. */
  readonly most: number
  /** Whether there is something to remind of yet, so that clerks are offered it. */
  readonly isOffered: boolean
}

/** The longest that people are reminded ahead, or afterwards. */
export const MOST_DAYS = 20

/** What can be set for a committee, in the order of the form. */
export const policies: Readonly<Record<PolicyId, PolicyOfKind>> = {
  /** Whether they come, and their interests, in one message. Three, since a member gets no more a meeting. */
  members: { id: 'members', days: [5, 2, 0], of: 'before the meeting', least: 0, most: 3, isOffered: true },
  /** What is owed before a pack: on the working day before, and on the one after. */
  reports: { id: 'reports', days: [1], of: 'before its due day', least: 1, most: 0, isOffered: true },
  /** To the clerks, while the papers are not out. */
  notice: {
    id: 'notice',
    days: COUNTDOWN,
    of: 'before the latest lawful publication',
    least: 0,
    most: 6,
    isOffered: true,
  },
  /** To the clerks, while no minutes of a meeting that is over are drafted. */
  drafts: { id: 'drafts', days: [10, 5], of: 'after the meeting', least: 1, most: 3, isOffered: true },
  /** What owners owe the committee; once it is overdue, what follows has days of its own. */
  actions: { id: 'actions', days: [10, 0], of: 'before its due day', least: 0, most: 5, isOffered: true },
}
