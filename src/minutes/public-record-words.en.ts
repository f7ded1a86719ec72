import type { VoteMethod, VoteResult, VoteSide } from '../votes/types.ts'

/** What stands in the files of votes and attendance that go out. */
export const publicRecordWords = {
  voteColumns: [
    'Date',
    'Committee',
    'Minute',
    'Item',
    'Question',
    'Method',
    'Result',
    'Unanimous',
    'For',
    'Against',
    'Abstained',
    'Did not vote',
    'Casting vote',
    'Names for',
    'Names against',
    'Names abstained',
    'Names not voting',
    'Own votes recorded at the member’s request',
  ],
  attendanceColumns: ['Date', 'Committee', 'Name', 'Attendance', 'Substitute for', 'Joined', 'Left'],
  methods: {
    assent: 'agreed without a vote',
    voices: 'by voices',
    hands: 'by show of hands',
    rollCall: 'roll call',
    electronic: 'electronic',
  } satisfies Record<VoteMethod, string>,
  results: { carried: 'carried', lost: 'lost', tied: 'equal, not carried' } satisfies Record<
    VoteResult,
    string
  >,
  sides: { for: 'for', against: 'against', abstain: 'abstained', none: 'did not vote' } satisfies Record<
    VoteSide,
    string
  >,
  states: {
    present: 'present',
    apologies: 'apologies',
    absent: 'absent',
    remote: 'followed remotely, without a vote',
  },
  yes: 'yes',
  casting: (by: string, side: string) => `${side}, by ${by}`,
  ownVote: (name: string, side: string) => `${name}: ${side}`,
}
