import type { Temporal } from 'temporal-polyfill'
import { stamp } from '../calendar/words.en.ts'
import { type MeetingInWords, words as meetingWords } from '../meetings/words.en.ts'
import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { NotInPool } from './substitute-rules.ts'

/** Everything a person reads about who sits for an absent member. */
export const words = {
  close: 'Close',
  cancel: 'Cancel',
  done: 'Done',

  /** The one message to whoever is asked. */
  asked: {
    notification: (absent: string, meeting: MeetingInWords) =>
      `Will you sit for ${absent}? ${meetingWords.meeting(meeting)}`,
    ask: (absent: string, meeting: MeetingInWords, venue: string): Mrkdwn =>
      mrkdwn`*Will you sit for ${absent}?*\n${meetingWords.meeting(meeting)}${venue === '' ? '' : ` · ${venue}`}\n${absent} has sent apologies and you are named as substitute.`,
    namedBy: (name: string): Mrkdwn => mrkdwn`Named by ${name}.`,
    accepted: (absent: string, meeting: MeetingInWords, at: Temporal.Instant, timeZone: string): Mrkdwn =>
      mrkdwn`:white_check_mark: *You sit for ${absent}.*\n${meetingWords.meeting(meeting)}\nRecorded at ${stamp(at, timeZone)}. From now on you get the papers and changes of this meeting as its members do.`,
    relayed: (by: string): Mrkdwn => mrkdwn`${by} recorded this for you.`,
    declined: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:heavy_multiplication_x: *You cannot sit for ${absent}.*\n${meetingWords.meeting(meeting)}\nWhoever named you has been told.`,
    ended: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*You are not needed as substitute for ${absent}.*\n${meetingWords.meeting(meeting)}`,
    off: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:no_entry_sign: *You are not needed as substitute for ${absent}:* the meeting does not take place as planned.\n${meetingWords.meeting(meeting)}`,
    iWill: 'I will',
    iCannot: 'I cannot',
    notAfterAll: 'I cannot after all',
  },

  /** One new line each, since an edit notifies nobody. */
  line: {
    accepted: (substitute: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:white_check_mark: *${substitute} will sit for you* at ${meetingWords.meeting(meeting)}. Your apologies stand.`,
    declined: (substitute: string, absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`:heavy_multiplication_x: *${substitute} cannot sit for ${absent}* at ${meetingWords.meeting(meeting)}. To name somebody else, use */apologies substitute*.`,
    endedForSubstitute: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*You are not needed as substitute for ${absent}* at ${meetingWords.meeting(meeting)}. Thank you for being ready.`,
    endedForAbsent: (substitute: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*${substitute} does not sit for you* at ${meetingWords.meeting(meeting)} any more, and has been told.`,
    moved: (absent: string, committee: string): Mrkdwn =>
      mrkdwn`*You are not needed as substitute for ${absent}:* the meeting of ${committee} was put off. If you are needed on the new day, you will be asked again.`,
  },

  /** In the absent member's message, and in the clerks' list. */
  standing: {
    asked: (substitute: string, at: Temporal.Instant, timeZone: string): string =>
      `${substitute} is asked to substitute (${stamp(at, timeZone)})`,
    accepted: (substitute: string, at: Temporal.Instant, timeZone: string): string =>
      `${substitute} substitutes (accepted ${stamp(at, timeZone)})`,
  },

  /** In the substitute's own list of meetings. */
  listed: {
    asked: (absent: string): string => `You are asked to sit for ${absent}`,
    accepted: (absent: string): string => `You sit for ${absent}`,
  },
  /** Where somebody says that they are away. */
  awayToo: (absent: string, meeting: MeetingInWords): Mrkdwn =>
    mrkdwn`You also sit, or are asked to sit, for ${absent} at ${meetingWords.meeting(meeting)}. If you cannot, say so with */apologies list*.`,

  /** In a substitute's message of the meeting. */
  sitsFor: (absent: string): Mrkdwn => mrkdwn`:white_check_mark: *You sit for ${absent}.*`,
  sitsNoMore: (): Mrkdwn => mrkdwn`You are not needed as a substitute at this meeting any more.`,

  field: {
    substitute: 'Substitute',
    placeholder: 'Nobody',
    hint: 'Whom you name is asked at once, and can say no. Only for an absence.',
    minutes: 'What the minutes may say of the reason',
  },

  desk: {
    title: 'Substitutes',
    intro: (): Mrkdwn => mrkdwn`Who is away from the coming meetings, and who sits for them.`,
    none: (): Mrkdwn =>
      mrkdwn`Nobody is away for whom you could name a substitute. Send the apologies first; a substitute is named for an absence.`,
    entry: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`*${absent}* – ${meetingWords.entry(meeting)}`,
    nobody: 'nobody yet',
    until: (at: Temporal.Instant, timeZone: string, covered: boolean): string =>
      covered
        ? `A substitute can be named until ${stamp(at, timeZone)}.`
        : `A substitute can be named until ${stamp(at, timeZone)}, or earlier: the bank holidays before the meeting are not all known.`,
    name: 'Name a substitute',
    another: 'Name somebody else',
    accepts: 'Has agreed',
    declines: 'Cannot',
    takeBack: 'Take back',
    page: (page: number, of: number): Mrkdwn => mrkdwn`Page ${page} of ${of}, the soonest meeting first.`,
    back: 'Sooner',
    on: 'Later',
  },

  naming: {
    title: 'Name a substitute',
    submit: 'Ask',
    intro: (absent: string, meeting: MeetingInWords): Mrkdwn =>
      mrkdwn`Who sits for *${absent}* at ${meetingWords.meeting(meeting)}?`,
    substitute: 'Substitute',
    empty: (): Mrkdwn =>
      mrkdwn`Nobody may sit for this member by the committee’s rules for substitutes, or everybody who may is away or taken. The clerk can look at the rules with */apologies rules*.`,
    missing: 'Please choose.',
    asked: (substitute: string, absent: string): Mrkdwn =>
      mrkdwn`:white_check_mark: *${substitute} is asked to sit for ${absent}.* You are told when they answer.`,
    byHand: (substitute: string): Mrkdwn =>
      mrkdwn`${substitute} is not on Slack. Please ask them, and record the answer in the list of substitutes.`,
    takenBack: (): Mrkdwn => mrkdwn`:white_check_mark: *Taken back.* The substitute has been told.`,
    recorded: (substitute: string, agreed: boolean): Mrkdwn =>
      agreed
        ? mrkdwn`:white_check_mark: *Recorded:* ${substitute} has agreed.`
        : mrkdwn`:white_check_mark: *Recorded:* ${substitute} cannot. Please name somebody else.`,
  },

  /** Plain, so that they stand at a field as well. */
  refusals: {
    noSubstitutes:
      'This committee takes no substitutes. If its standing orders do, a clerk sets it with /apologies rules.',
    notAbsent: 'There are no apologies for absence, so no seat is free. Send the apologies first.',
    tooLate: (at: Temporal.Instant, timeZone: string): string =>
      `Substitutes could be named until ${stamp(at, timeZone)}. Please speak to the clerk: notice that reached them in time still counts.`,
    yearFull: (most: number): string =>
      `This member has had ${most === 1 ? 'the one substitution' : `all ${most} substitutions`} that the rules allow from May to April.`,
    notInPool: (name: string, why: NotInPool | 'not-a-councillor'): string =>
      `${name} cannot sit for this member: ${whys[why]}. Please choose somebody else.`,
    notYoursToName:
      'Only the member, a clerk of the committee or the whip of the member’s group names a substitute.',
    ended:
      'This was answered, taken back or given to somebody else meanwhile, so nothing was recorded. /apologies substitute shows how it stands.',
    notYoursToAnswer: 'Only the substitute, or a clerk for them, answers this.',
  },

  rules: {
    title: 'Rules for substitutes',
    submit: 'Save',
    intro: (committee: string): Mrkdwn => mrkdwn`*${committee}*, as its standing orders say.`,
    pool: 'Who may be a substitute',
    pools: {
      none: 'Nobody: no substitutes',
      named: 'The committee’s named substitutes',
      group: 'Any member of the council',
    },
    sameGroup: 'Political group',
    sameGroupOnly: 'Only of the absent member’s own group',
    perYear: 'Most substitutions for one member in a municipal year',
    perYearHint: 'From 1 May to 30 April. Empty for no limit.',
    days: 'Working days before the meeting',
    daysHint: 'Until when one may be named; 0 is the day of the meeting. Empty: until it begins.',
    time: 'Time of that day',
    notANumber: 'Please give a whole number, or nothing.',
    saved: (committee: string): Mrkdwn => mrkdwn`:white_check_mark: *Saved* for ${committee}.`,
    notAClerk: (): Mrkdwn => mrkdwn`Only a clerk sets the rules for substitutes.`,
    which: 'Committee',
    person: 'Executive members and whips',
  },

  roles: {
    title: 'Executive and whips',
    submit: 'Save',
    intro: (): Mrkdwn =>
      mrkdwn`Executive members cannot be substitutes at scrutiny. A group’s whip may name substitutes for its members.`,
    person: 'Member of the council',
    duties: 'What they are',
    executive: 'Executive member',
    whip: 'Whip of their group',
    noGroup: 'This member has no political group, so they can be no group’s whip.',
    saved: (name: string): Mrkdwn => mrkdwn`:white_check_mark: *Saved* for ${name}.`,
  },
}
export type SubstituteWords = typeof words

const whys: Record<NotInPool | 'not-a-councillor', string> = {
  'sits-here': 'they sit on the committee themselves',
  executive: 'executive members may not sit on overview and scrutiny',
  'not-named': 'they are not one of the committee’s named substitutes',
  'other-group': 'the seat belongs to another political group',
  away: 'they have sent apologies too',
  taken: 'they already sit, or are asked to, for somebody else that day',
  'not-a-councillor': 'they hold no seat in the council on that day',
}
