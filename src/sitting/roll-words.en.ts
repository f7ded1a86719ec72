import { type Mrkdwn, mrkdwn } from '../slack/mrkdwn.ts'
import type { AgainstSubstitute } from './substitute-warnings.ts'
import type { PresenceMode } from './types.ts'

/** Who comes and goes, who is also in attendance, and who presides. */
export const rollWords = {
  button: 'Roll',
  title: 'Roll',
  submit: 'Enter',
  inRoom: (names: readonly string[]): Mrkdwn =>
    names.length === 0
      ? mrkdwn`*In the room:* nobody yet.`
      : mrkdwn`*In the room (${String(names.length)}):* ${names.join(', ')}`,
  /** "Councillor A", "Ms B (for Councillor A)", "Councillor C (attending remotely)" */
  person: (name: string, forName: string | undefined, mode: PresenceMode): string => {
    const notes = [
      ...(forName === undefined ? [] : [`for ${forName}`]),
      ...(mode === 'inRoom' ? [] : [rollWords.mode[mode]]),
    ]
    return notes.length === 0 ? name : `${name} (${notes.join(', ')})`
  },
  mode: { inRoom: 'in the room', remoteMember: 'attending remotely', remoteObserver: 'watching remotely' },
  came: 'Came in',
  left: 'Left',
  several: 'Any number of people at the same time.',
  substitute: 'Somebody who sits for an absent member',
  forWhom: 'For whom they sit',
  entered: (): Mrkdwn => mrkdwn`:white_check_mark: It is entered.`,
  sitsDespite: (name: string, forName: string, why: AgainstSubstitute): Mrkdwn =>
    mrkdwn`:warning: ${name} sits for ${forName}, although ${againstSubstitute[why]}. The roll says what happened; tell the Chair. Entered by mistake, strike it in *Entries*.`,

  entries: {
    button: 'Entries',
    title: 'Roll: entries',
    intro: (): Mrkdwn =>
      mrkdwn`Everything that was entered, latest first. A wrong entry is struck: it stays in the record as struck and counts no more.`,
    none: (): Mrkdwn => mrkdwn`Nothing is entered.`,
    arrived: (time: string, person: string): Mrkdwn => mrkdwn`${time}: ${person} *came in*`,
    left: (time: string, person: string): Mrkdwn => mrkdwn`${time}: ${person} *left*`,
    strikeLabel: (person: string, time: string) => `Strike: ${person}, ${time}`,
    page: (from: number, to: number, all: number): Mrkdwn =>
      mrkdwn`Entries ${String(from)} to ${String(to)} of ${String(all)}.`,
    newer: 'Later entries',
    older: 'Earlier entries',
  },

  also: {
    button: 'Also in attendance',
    title: 'Also in attendance',
    submit: 'Add',
    intro: (): Mrkdwn =>
      mrkdwn`Officers, partners, members of the executive: as the minutes should print them.`,
    name: 'Name',
    role: 'Role and organisation',
    roleHint: 'As the minutes print it, such as: Director for Integrated Commissioning – NEW Devon CCG',
    person: (name: string, role: string): string => (role === '' ? name : `${name} (${role})`),
    strikeLabel: (name: string) => `Strike: ${name}`,
    more: (count: number): Mrkdwn =>
      mrkdwn`And ${String(count)} more, who are named in the minutes. Strike some of these to reach them here.`,
  },

  chair: {
    button: 'Chair',
    title: 'Who presides',
    submit: 'Enter',
    now: (name: string | undefined): Mrkdwn =>
      name === undefined
        ? mrkdwn`*Nobody presides.* The members present elect somebody for this meeting.`
        : mrkdwn`*${name}* presides.`,
    nobodyThere: (): Mrkdwn =>
      mrkdwn`Nobody is in the room by the roll. Enter who came in first, then who presides.`,
    who: 'Takes the chair',
    scope: 'For how long',
    rest: 'The rest of the meeting',
    thisItem: (item: string) => `This item only: ${item}`,
    line: (time: string, name: string, item: string | undefined): Mrkdwn =>
      item === undefined
        ? mrkdwn`${time}: ${name} took the chair`
        : mrkdwn`${time}: ${name} took the chair for “${item}”`,
    strikeLabel: (name: string, time: string) => `Strike: ${name}, ${time}`,
  },
}

const againstSubstitute: Readonly<Record<AgainstSubstitute, string>> = {
  'no-substitutes': 'this committee’s rules, as entered here, take no substitutes',
  'not-a-councillor': 'they hold no member’s seat in the council on that day',
  executive:
    'members of the executive may not sit on overview and scrutiny (Local Government Act 2000, s9FA)',
  'not-named': 'only the committee’s named substitutes may',
  'other-group': 'the seat belongs to another political group',
  taken: 'they are down to sit for another member on that day',
  'year-full': 'this member has had as many substitutes this municipal year as the rules allow',
}
