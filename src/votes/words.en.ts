import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { Bar, Counts, VerbClass, VoteMethod, VoteResult, VoteSide } from './types.ts'

/** Everything people read about votes, but the forms. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',

  methods: {
    assent: 'Agreed without a vote',
    voices: 'By voices',
    hands: 'Show of hands',
    rollCall: 'By name (roll call)',
    electronic: 'By button in Slack',
  } satisfies Record<VoteMethod, string>,
  sides: { for: 'For', against: 'Against', abstain: 'Abstained', none: 'No vote' } satisfies Record<
    VoteSide,
    string
  >,
  results: {
    carried: 'Carried',
    lost: 'Lost',
    tied: 'Not carried (equal, no casting vote)',
  } satisfies Record<VoteResult, string>,
  bars: {
    notInRoom: 'not in the room',
    remote: 'attending remotely',
    noVote: 'no vote on this question',
    interest: 'an interest bars the vote',
    whip: 'under a party whip',
  } satisfies Record<Bar, string>,
  verbs: {
    note: 'Notes: nothing to chase',
    decide: 'Decides',
    request: 'Asks for information',
    recommend: 'Recommends, within the council',
    recommendExternal: 'Recommends, to a partner',
    direct: 'Directs an officer',
    refer: 'Refers to another committee',
  } satisfies Record<VerbClass, string>,

  /** What is agreed or noted in one tap where nobody moved anything, by what the item is. */
  standard: {
    agreed: {
      minutes: 'That the minutes be agreed as a correct record and signed by the Chair.',
      programme: 'That the work programme be agreed.',
      tracker: 'That the tracking of resolutions be agreed.',
      exclusion: 'That the press and public be excluded.',
      other: 'That the recommendations be agreed.',
    },
    noted: (title: string) => (title === '' ? 'That the item be noted.' : `That the ${title} be noted.`),
  },

  counts: ({ for: yes, against, abstain, none }: Counts) =>
    `${yes} for, ${against} against, ${abstain} abstained${none > 0 ? `, ${none} cast no vote` : ''}`,
  closedQuestion: 'A motion in closed business',

  control: {
    agreed: 'Agreed',
    noted: 'Noted',
    vote: 'Vote…',
    roll: 'Call the roll…',
    count: 'Enter the count…',
    closeVote: 'Close the vote',
    declare: 'Declare',
    declareTied: 'No casting vote',
    castFor: 'Casting vote: for',
    castAgainst: 'Casting vote: against',
    motion: 'Motion or amendment…',
    list: 'Votes and motions…',
    resolutions: 'What was resolved…',
    names: 'Names asked for…',
    byHand: 'Finish by roll call…',
    abandon: 'Abandon the vote',
    openMotion: (text: string, mover: string) =>
      mrkdwn`:speech_balloon: *Motion:* ${text}${mover === '' ? '' : mrkdwn` (moved by ${mover})`}`,
    openAmendment: (text: string, mover: string) =>
      mrkdwn`:speech_balloon: *Amendment:* ${text}${mover === '' ? '' : mrkdwn` (moved by ${mover})`}`,
    openVote: (question: string, method: string, eligible: number) =>
      mrkdwn`:ballot_box_with_ballot: *Vote open* (${method}): ${question}. ${eligible} can vote.`,
    entered: (entered: number, missing: readonly string[]) =>
      missing.length === 0
        ? mrkdwn`All ${entered} votes are entered.`
        : mrkdwn`${entered} entered, ${missing.length} missing: ${missing.join(', ')}.`,
    closedVote: (question: string, counts: string) =>
      mrkdwn`:ballot_box_with_ballot: *Vote closed, not declared yet:* ${question}. ${counts}`,
    equal: (presiding: string) =>
      presiding === ''
        ? mrkdwn`The votes are equal. Enter who takes the chair, or declare it not carried.`
        : mrkdwn`The votes are equal. ${presiding} presides and has a casting vote, but need not use it.`,
    result: (question: string, result: string, how: string, isCorrected: boolean) =>
      mrkdwn`:white_check_mark: *${result}*${isCorrected ? ' (corrected)' : ''}: ${question}${how === '' ? '' : ` (${how})`}`,
    despite: (names: readonly string[]) =>
      mrkdwn`:warning: Recorded although barred from voting: ${names.join(', ')}. It stands in the record and is flagged.`,
    overclaimed: (side: string) =>
      mrkdwn`:warning: More members say they voted “${side}” than were counted. Please check the count.`,
    unconfirmed: (count: number) =>
      count === 1
        ? mrkdwn`1 resolution to look at: see *More*, “What was resolved”.`
        : mrkdwn`${count} resolutions to look at: see *More*, “What was resolved”.`,
  },

  ballot: {
    ask: (committee: string, question: string) => mrkdwn`*${committee}: how do you vote?*\n${question}`,
    closedQuestion: 'The motion in closed business that has just been read out.',
    chosen: (side: string) => mrkdwn`You pressed: *${side}*. You can change it until the vote is closed.`,
    notYet: () => mrkdwn`You have not voted yet. If you press nothing, the clerk will ask you.`,
    over: (side: string | undefined) =>
      side === undefined
        ? mrkdwn`This vote is closed. Nothing was recorded from you here.`
        : mrkdwn`This vote is closed. Recorded for you: *${side}*.`,
    byHand: () => mrkdwn`The clerk takes this vote by other means. Please do not press here any more.`,
    abandoned: () => mrkdwn`This vote was abandoned. Nothing of it counts.`,
    notEntitled: (why: string) => mrkdwn`You cannot vote on this question: ${why}.`,
    barred: (why: string) =>
      mrkdwn`This was not recorded: ${why}. Please tell the clerk if you vote all the same: they enter it, and it stands in the record with a note.`,
    none: () => mrkdwn`No vote by button is open for you at the moment.`,
  },

  posted: {
    text: (committee: string, result: string) => `${committee}: ${result}`,
    result: (committee: string, question: string, result: string) =>
      mrkdwn`*${committee}*\n${question}\n*${result}*`,
    closed: (committee: string) => mrkdwn`*${committee}*\nA vote was taken while the public was excluded.`,
    unanimous: 'Unanimous',
    corrected: (why: string) => mrkdwn`Corrected: ${why}`,
  },

  help: () =>
    mrkdwn`*/vote* opens the form for a vote on the item under consideration (clerks); for a member it opens their ballot where the committee votes by button.\n• */vote record* – have the minutes say how you voted, between the result and the next item\n• */vote settings* – recorded votes, voting by button, posting of results (clerks)`,
  unknown: (text: string): Mrkdwn => mrkdwn`I do not know “${text}”. ${words.help()}`,
  noMeeting: () =>
    mrkdwn`No meeting of yours is open at the moment. A clerk opens it by */meeting open*; then votes can be recorded.`,
  noItem: () =>
    mrkdwn`No item is under consideration. Begin one in the meeting’s control message, then record the vote.`,
  notAMember: () =>
    mrkdwn`Votes are for members and clerks of a committee, and you are neither here. Ask the clerk if that is wrong.`,

  refusals: {
    notAClerk: 'Only a clerk of this committee records votes.',
    notSitting: 'This meeting has not been opened. Type /meeting open first.',
    signed:
      'The minutes of this meeting are signed, so nothing of it changes any more. A later meeting can agree an amendment.',
    noBusiness: 'That item is not before the meeting any more. Please look at the items again.',
    timeOutside: 'That time is not within the meeting. Please give a time between its beginning and its end.',
    changedMeanwhile:
      'Something was recorded on this item a moment ago, so this was not recorded a second time. Please look at the control message.',
    motionGone: 'That motion is not in the record. Please open the form again.',
    motionEnded: (state: string) => `That motion was ${state} already, so nothing more can be done with it.`,
    motionStates: {
      open: 'opened',
      carried: 'carried',
      lost: 'lost',
      withdrawn: 'withdrawn',
      deferred: 'deferred',
      fell: 'dropped with the motion it amended',
    },
    amendmentOpen: (text: string) =>
      `Amendments are put first, in the order moved. Put this one before: “${text}”`,
    amendsAmendment:
      'An amendment changes a motion, not another amendment. Decide that one first, then move the next.',
    anotherOpen: (question: string) => `Another vote is open: “${question}”. Close or abandon it first.`,
    notElectronic:
      'This committee does not vote by button, or the meeting is over. Choose another way of voting.',
    textMissing: 'Write what is moved.',
    namesNeeded: 'Enough members asked for names. Enter how each voted.',
    outcomeMissing: 'Say whether it was carried.',
    voteGone: 'That vote is not in the record. Please look at the control message.',
    voteEnded:
      'This vote is closed, so nothing was changed. If the record is wrong, the clerk corrects the result.',
    notEqual: 'The votes are not equal, so there is no casting vote. Choose “None”.',
    nobodyPresides:
      'Nobody is entered as taking the chair, and the casting vote is theirs. Enter who takes the chair first.',
    whyMissing: 'Say why it is corrected. The reason stands in the record.',
    correctedMeanwhile: 'Somebody else corrected this a moment ago. Please look at it as it is now.',
    resolutionGone: 'That resolution is not in the record any more.',
    notEntitled: (name: string, why: string) => `${name} cannot vote on this question: ${why}.`,
    countsMissing: (eligible: number, entered: number, by: number) =>
      `${eligible} can vote and are in the room, ${entered} are entered: ${by} missing.`,
    countsTooMany: (eligible: number, entered: number, by: number) =>
      `${eligible} can vote and are in the room, ${entered} are entered: ${by} too many.`,
    namesMissing: (eligible: number, entered: number, names: readonly string[]) =>
      `${eligible} present, ${entered} entered: ${names.length} missing: ${names.join(', ')}.`,
    namesNotEntitled: (names: readonly string[]) =>
      `A vote is entered for somebody who could not vote: ${names.join(', ')}. Take it back, or correct the roll.`,
    despiteNotCounted: 'Who voted despite an interest must be in the count of their side, too.',
    notUnanimous: 'Somebody voted against, or nobody for, so this cannot be noted as unanimous.',
    notDeclared: 'The result is not declared yet. Ask once it is.',
    nextBegun:
      'The next item has begun, or the meeting is over. A member can have their own vote recorded only immediately after the vote. If you asked in time, please tell the clerk, who can enter it with that time.',
    notThere: 'Only who could vote on it can have their vote recorded.',
    namedAlready: 'The minutes name how everybody voted, so this is recorded already.',
    otherSide: (side: string) =>
      `Another vote is recorded for this member: ${side}. If that is wrong, the clerk corrects the vote.`,
  },
}
export type VoteWords = typeof words
