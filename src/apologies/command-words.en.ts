/** What a person types after `/apologies`, in their language: the words, not the sentences. */
export interface CommandWords {
  readonly help: readonly string[]
  readonly list: readonly string[]
  readonly withdraw: readonly string[]
  readonly relayed: readonly string[]
  readonly away: readonly string[]
  readonly substitute: readonly string[]
  readonly rules: readonly string[]
  readonly today: readonly string[]
  readonly tomorrow: readonly string[]
  /** Before a weekday or "week". */
  readonly this: readonly string[]
  readonly next: readonly string[]
  readonly week: readonly string[]
  /** Between two days. */
  readonly to: readonly string[]
  /** Before the last day alone: from today on. */
  readonly until: readonly string[]
  /** Words that say nothing to the reader. */
  readonly filler: readonly string[]
  /** From January; each with its short forms. */
  readonly months: readonly (readonly string[])[]
  /** From Monday. */
  readonly weekdays: readonly (readonly string[])[]
  /** After the number of a day. */
  readonly ordinals: readonly string[]
}

export const commandWords: CommandWords = {
  help: ['help', '?'],
  list: ['list', 'all', 'mine'],
  withdraw: ['withdraw', 'cancel', 'undo'],
  relayed: ['for'],
  away: ['away'],
  substitute: ['substitute', 'substitutes', 'sub'],
  rules: ['rules', 'settings'],
  today: ['today', 'tonight'],
  tomorrow: ['tomorrow', 'tmrw'],
  this: ['this'],
  next: ['next'],
  week: ['week'],
  to: ['to', 'until', 'till', 'through', '-'],
  until: ['until', 'till'],
  filler: [
    'i',
    'am',
    'i’m',
    "i'm",
    'im',
    'will',
    'be',
    'the',
    'of',
    'on',
    'from',
    'my',
    'apologies',
    'meeting',
  ],
  months: [
    ['january', 'jan'],
    ['february', 'feb'],
    ['march', 'mar'],
    ['april', 'apr'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sept', 'sep'],
    ['october', 'oct'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'wednes', 'weds', 'wed'],
    ['thursday', 'thurs', 'thur', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  ordinals: ['st', 'nd', 'rd', 'th'],
}
