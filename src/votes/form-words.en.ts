import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'

/** The forms about votes and what was resolved. */
export const formWords = {
  cancel: 'Cancel',
  close: 'Close',
  record: 'Record',
  done: 'Recorded',
  title: 'Vote',
  item: (name: string) => mrkdwn`*${name}*`,
  motion: 'What is put to the vote?',
  newMotion: 'A new motion (write it below)',
  text: 'Text of the motion',
  textHint: 'As moved. Each numbered part on a line of its own.',
  mover: 'Moved by',
  seconder: 'Seconded by',
  nobody: 'Nobody named',
  method: 'How is it voted on?',
  for: 'For',
  against: 'Against',
  abstain: 'Abstained',
  none: 'Cast no vote',
  countHint: 'Leave all four empty to open the vote and enter the count later.',
  eligible: (eligible: number) => mrkdwn`${eligible} can vote and are in the room.`,
  barred: (names: readonly string[]) => mrkdwn`:no_entry_sign: Not among them: ${names.join('; ')}.`,
  barredName: (name: string, why: string) => `${name} (${why})`,
  unanimous: 'Unanimous',
  unanimousTick: 'Members voted unanimously',
  unanimousHint: 'With the numbers above left empty, none are recorded.',
  outcome: 'What was declared?',
  carried: 'Carried',
  lost: 'Lost',
  requested: 'Who asked for names to be recorded?',
  requestedHint: (needed: number) => `When ${needed} or more ask, the vote is taken by calling the roll.`,
  about: 'Who else votes on this?',
  aboutEducation: 'It concerns education: the education representatives vote',
  aboutDetermined: 'The committee has decided that its co-opted members vote',
  despite: (name: string, why: string) => `${name}: ${why}. Did they vote all the same?`,
  despiteHint: 'Then it is recorded, counted and flagged.',
  despiteWhipHint: 'Then it is recorded and flagged; the law has it disregarded.',
  didNot: 'No',
  timeHint: 'Left empty while the meeting sits: now.',
  badNumber: 'A whole number, please.',
  missing: 'Please answer.',
  textOrMotion: 'Write the motion, or choose one above.',

  roll: {
    title: 'Roll call',
    submit: 'Record',
    next: 'Next names',
    intro: (question: string) => mrkdwn`${question}`,
    notYet: 'Not called yet',
    stillMissing: 'Not entered yet. What you entered for others is kept.',
    page: (page: number, pages: number) => mrkdwn`Page ${page} of ${pages}`,
  },
  count: { title: 'Count' },
  opened: {
    title: 'Vote open',
    ballots: (sent: number, without: readonly string[]): Mrkdwn =>
      without.length === 0
        ? mrkdwn`${sent} members are asked by message. The control message shows who has not voted yet.`
        : mrkdwn`${sent} members are asked by message. Not on Slack, please ask them: ${without.join(', ')}. Enter their votes by *Call the roll*.`,
    hands: () => mrkdwn`The vote is open. Enter the count by the button in the control message.`,
  },
  equal: {
    title: 'Equal',
    said: (counts: string, presiding: string) =>
      presiding === ''
        ? mrkdwn`*The votes are equal:* ${counts}.\nEnter who takes the chair, or declare it not carried.`
        : mrkdwn`*The votes are equal:* ${counts}.\n${presiding} presides and has a second or casting vote, but need not use it.`,
  },
  recorded: (question: string, result: string, how: string) =>
    mrkdwn`:white_check_mark: *${result}*: ${question}${how === '' ? '' : ` (${how})`}`,

  move: {
    title: 'Motion or amendment',
    amends: 'Does it amend another motion?',
    noMotion: 'No, it is a motion of its own',
    substantive: 'How the motion would then read',
    substantiveHint: 'Of an amendment only: the whole motion, as amended.',
    excludes: 'Does it exclude the public?',
    excludesTick: 'The public would be excluded',
    excludesHint: 'Carried, they are excluded from then on. It must state the paragraphs of the Schedule.',
    lacksDescription:
      'Put the paragraphs of the Schedule in place of the brackets: the resolution must state them.',
    amendsAndExcludes: 'An amendment is no motion to exclude: leave this unticked.',
    needsSubstantive: 'Write how the motion would read with this amendment.',
  },
  names: {
    title: 'Names asked for',
    nobodyCan: () =>
      mrkdwn`This committee’s standing orders, as entered here, let nobody demand a recorded vote. You can still call the roll.`,
    result: (asking: number, needed: number, isDue: boolean) =>
      isDue
        ? mrkdwn`${asking} asked, ${needed} are needed: the vote is recorded by name.`
        : mrkdwn`${asking} asked, ${needed} are needed: the vote is not recorded by name.`,
  },
  list: {
    title: 'Votes and motions',
    none: () => mrkdwn`Nothing was moved or voted on so far.`,
    motion: (item: string, kind: string, text: string, mover: string, state: string) =>
      mrkdwn`*${item}* · ${kind}, ${state}${mover === '' ? '' : `, moved by ${mover}`}\n${text}`,
    vote: (number: number, item: string, question: string, result: string, how: string) =>
      mrkdwn`*Vote ${number}* · ${item} · *${result}*${how === '' ? '' : ` (${how})`}\n${question}`,
    earlierVersion: (result: string, how: string, why: string) =>
      mrkdwn`Before its correction: ${result}${how === '' ? '' : ` (${how})`}. Corrected because: ${why}`,
    own: (name: string, side: string) => mrkdwn`${name} had recorded: ${side}`,
    kinds: { motion: 'motion', amendment: 'amendment', exclusion: 'motion to exclude the public' },
    states: {
      open: 'open',
      carried: 'carried',
      lost: 'lost',
      withdrawn: 'withdrawn',
      deferred: 'deferred',
      fell: 'fell',
    },
    voteStates: { open: 'open', closed: 'closed, not declared', abandoned: 'abandoned' },
    withdraw: 'Withdrawn',
    defer: 'Deferred',
    correct: 'Correct…',
    ownVote: 'Own vote…',
    picture: 'As a picture',
    earlier: 'Earlier',
    later: 'Later',
  },
  correct: {
    title: 'Correct a vote',
    intro: () => mrkdwn`The result as it was declared stays in the record, with why it was corrected.`,
    why: 'Why is it corrected?',
    casting: 'Casting vote, where the votes are equal',
    noCasting: 'None',
    submit: 'Correct',
    lookAgain: () =>
      mrkdwn`:warning: The motion that it amends is carried already, in words that do not fit this any more. Please look at it in “What was resolved”.`,
    pageByPage: () =>
      mrkdwn`What you change here is kept only once you send it. Correct this page before you turn it.`,
    turn: { back: 'Names before', on: 'Next names' },
  },
  own: {
    title: 'My vote in the minutes',
    titleFor: 'A member’s own vote',
    intro: (question: string, result: string) =>
      mrkdwn`*${result}*: ${question}\nAny member may require the minutes to say how they voted, immediately after the vote.`,
    member: 'Who asked for it?',
    side: 'How did you vote?',
    sideFor: 'How did they vote?',
    time: 'When did they ask?',
    done: (side: string) => mrkdwn`:white_check_mark: The minutes will say how you voted: *${side}*.`,
    doneFor: (name: string, side: string) =>
      mrkdwn`:white_check_mark: The minutes will say how ${name} voted: *${side}*.`,
    none: () => mrkdwn`No result has been declared yet. Ask once it has.`,
  },
  resolutions: {
    title: 'What was resolved',
    none: () => mrkdwn`Nothing is resolved so far. What is carried appears here.`,
    head: (item: string, isConfirmed: boolean) =>
      isConfirmed ? mrkdwn`*${item}*` : mrkdwn`*${item}* · please look at how it was split`,
    lead: (leadIn: string) => mrkdwn`${leadIn}`,
    part: (label: string, text: string, verb: string, addressee: string) =>
      mrkdwn`${label === '' ? '' : `${label} `}${text}\n_${verb}${addressee === '' ? '' : `: ${addressee}`}_`,
    add: 'Write one…',
    edit: 'Change…',
    right: 'It is right',
    takeBack: 'Take back',
    takeBackTitle: 'Take it back?',
    takeBackText: 'It was not resolved. It stays in the record as taken back.',
    formTitle: 'As resolved',
    text: 'Text',
    textMore: 'Text, continued',
    textHint: 'Each part on a line of its own, with its number: “1.”, “a.”, “(i)”.',
    reasons: 'Reasons',
    next: 'Continue',
    partsTitle: 'What each part does',
    partsIntro: () =>
      mrkdwn`This decides what is followed up afterwards. Change what is wrong, then record it.`,
    verb: 'It …',
    addressee: 'Addressed to',
    turn: { back: 'Page before', on: 'Next page' },
    submit: 'It is right',
  },
  settings: {
    title: 'Votes',
    submit: 'Save',
    committee: 'Committee',
    members: 'How many members can demand a recorded vote?',
    membersHint: 'As standing orders say. Empty, with no fraction below: nobody can demand one.',
    fraction: 'Or which fraction of those present?',
    fractionHint: 'Such as 1/3. A part of a member counts as one.',
    flags: 'What else do standing orders allow?',
    electronic: 'Members in the room vote by pressing a button in Slack',
    posted: 'Results are posted in the committee’s channel',
    badNumber: 'A whole number from 1 to 200.',
    badFraction: 'A fraction such as 1/3.',
    saved: (committee: string) => mrkdwn`:white_check_mark: Saved for ${committee}.`,
  },
}
export type FormWords = typeof formWords
