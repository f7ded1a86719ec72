import type { Bar, CastingSide, Counts, VoteResult, VoteSide } from './types.ts'

/** The sentences with which minutes tell how a vote went. */
export const voteLineWords = {
  /** "(Members voted unanimously in favour of the recommendation to …)" */
  unanimous: (about: string) => `(Members voted unanimously in favour of ${about}.)`,
  aboutMotion: (question: string) => {
    const said = question.trim().replace(/[.;]+$/, '')
    if (/\n/.test(said) || said.length > ABOUT) return 'the motion'
    // Put in words of its own: "the recommendation to further scrutinise …".
    return /^the (?:recommendations?|motion|proposals?)\b/i.test(said) ? said : `the motion “${said}”`
  },
  /** "(For 5, Against 0, Abstentions 1)" */
  division: ({ for: yes, against, abstain, none }: Counts) =>
    `(For ${yes}, Against ${against}, Abstentions ${abstain}${none > 0 ? `, Not voting ${none}` : ''})`,
  put: (isAmendment: boolean, result: VoteResult) =>
    `On being put to the meeting and a vote taken, the ${isAmendment ? 'amendment' : 'motion'} was declared ${results[result]}.`,
  results: { carried: 'carried', lost: 'lost', tied: 'not carried, the votes being equal' } satisfies Record<
    VoteResult,
    string
  >,
  casting: (name: string, side: CastingSide) =>
    `The votes being equal, ${name}, presiding, used the casting vote ${side === 'for' ? 'for' : 'against'} it.`,
  noCasting: 'The votes being equal, no casting vote was used.',
  headings: {
    for: 'For',
    against: 'Against',
    abstain: 'Abstentions',
    none: 'Not voting',
  } satisfies Record<VoteSide, string>,
  /** "(a) For – 38" and below it the names. */
  option: (letter: string, heading: string, count: number) => `(${letter}) ${heading} – ${count}`,
  /** "For:- Councillors … (19)" */
  heading: (heading: string, names: string, count: number) =>
    `${heading}:-${names === '' ? '' : ` ${names}`} (${count})`,
  columns: ['Member', 'For', 'Against', 'Abstained', 'Did not vote'] as const,
  tick: 'X',
  total: 'Total',
  bars: {
    notInRoom: 'not in the room',
    remote: 'attended remotely',
    noVote: 'no vote on this question',
    interest: 'interest',
    whip: 'party whip',
  } satisfies Record<Bar, string>,
  noVoteCast: 'no vote cast',
  castingRow: (side: CastingSide) =>
    `Casting vote of the person presiding: ${side === 'for' ? 'For' : 'Against'}`,
  despite: (name: string, why: 'interest' | 'whip') =>
    why === 'whip'
      ? `${name} voted although under a party whip; the vote is disregarded.`
      : `${name} voted although an interest barred the vote.`,
  own: (name: string, side: VoteSide) => `${name} requested that their ${ownVotes[side]} be recorded.`,
  requested: (names: string) => `A recorded vote was requested by ${names}.`,
  corrected: (why: string) => `(Corrected: ${why.trim().replace(/\.$/, '')}.)`,
}
export type VoteLineWords = typeof voteLineWords

/** A question that is longer is not repeated in the note below it. */
const ABOUT = 200

const results: Readonly<Record<VoteResult, string>> = {
  carried: 'CARRIED',
  lost: 'LOST',
  tied: 'NOT CARRIED',
}

const ownVotes: Readonly<Record<VoteSide, string>> = {
  for: 'vote for',
  against: 'vote against',
  abstain: 'abstention',
  none: 'not voting',
}
