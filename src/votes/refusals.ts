import type { MotionRefusal } from './motion-rules.ts'
import type { OwnVoteRefusal } from './own-vote-rules.ts'
import type { CountFault, NameFault } from './rules.ts'
import type { Bar } from './types.ts'

/**
 * - `not-a-clerk`: only a clerk of this committee records votes
 * - `not-sitting`: the meeting has not been opened; open it first
 * - `signed`: the minutes are signed; a later meeting amends them
 * - `no-business`: that item is not before the meeting; begin it first
 * - `time-outside`: a time before the meeting began, after it ended, or still to come
 * - `changed-meanwhile`: somebody else has just recorded something on this item; look at it first
 */
export type GroundRefusal =
  | { readonly code: 'not-a-clerk' }
  | { readonly code: 'not-sitting' }
  | { readonly code: 'signed' }
  | { readonly code: 'no-business' }
  | { readonly code: 'time-outside' }
  | { readonly code: 'changed-meanwhile' }

/**
 * - `another-open`: one question at a time: close or abandon the vote that is open
 * - `not-electronic`: standing orders do not let members vote by pressing a button
 * - `text-missing`: write what is moved
 * - `names-needed`: enough members asked for names; call the roll
 * - `outcome-missing`: say whether it was carried
 * - `vote-gone`, `vote-ended`: it was closed, declared or abandoned already
 * - `not-equal`: there is no casting vote where the votes are not equal
 * - `nobody-presides`: enter who takes the chair; the casting vote is theirs
 * - `why-missing`: a correction says why it is made
 * - `corrected-meanwhile`: somebody else corrected it; look at it as it is now
 * - `not-entitled`: what keeps this person from voting
 */
export type VoteRefusal =
  | GroundRefusal
  | MotionRefusal
  | CountFault
  | NameFault
  | OwnVoteRefusal
  | { readonly code: 'another-open'; readonly question: string }
  | { readonly code: 'not-electronic' }
  | { readonly code: 'text-missing' }
  | { readonly code: 'names-needed' }
  | { readonly code: 'outcome-missing' }
  | { readonly code: 'vote-gone' }
  | { readonly code: 'vote-ended' }
  | { readonly code: 'not-equal' }
  | { readonly code: 'nobody-presides' }
  | { readonly code: 'why-missing' }
  | { readonly code: 'corrected-meanwhile' }
  | { readonly code: 'not-entitled'; readonly personId: string; readonly bar: Bar }
  | { readonly code: 'resolution-gone' }
