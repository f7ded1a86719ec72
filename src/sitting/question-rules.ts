/** By when something is asked for: never, on a day, again and again, or once something has happened. */
export const QUESTION_DUES = ['none', 'date', 'recurrence', 'event'] as const
export type QuestionDue = (typeof QUESTION_DUES)[number]

/** `area`: a line of questioning that the minutes list; `request`: somebody shall find out or provide something. */
export const QUESTION_KINDS = ['area', 'request'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** A question as it is entered. */
export interface QuestionSaid {
  readonly kind: QuestionKind
  readonly text: string
  /** Somebody known here, or a name. */
  readonly askerId: string | undefined
  readonly askerName: string
  readonly ownerId: string | undefined
  readonly ownerName: string
  readonly due: QuestionDue
  /** ISO civil date. */
  readonly dueOn: string | undefined
  /** As said: "once properly developed", "every six months". */
  readonly dueText: string
}

/**
 * - `text-missing`: say what was asked
 * - `day-missing`: say on which day
 * - `due-missing`: say how often, or after what
 */
export type QuestionRefusal = { readonly code: 'text-missing' | 'day-missing' | 'due-missing' }

export function whyNotAsk(said: QuestionSaid): QuestionRefusal | undefined {
  if (said.text === '') return { code: 'text-missing' }
  if (said.due === 'date' && said.dueOn === undefined) return { code: 'day-missing' }
  if ((said.due === 'event' || said.due === 'recurrence') && said.dueText === '')
    return { code: 'due-missing' }
  return undefined
}

/** What is kept: a day only where a day was said, and words only of what is none; an event is never made into a day. */
export function keptDue({ due, dueOn, dueText }: Pick<QuestionSaid, 'due' | 'dueOn' | 'dueText'>): {
  readonly due: QuestionDue
  readonly dueOn: string | undefined
  readonly dueText: string
} {
  if (due === 'date') return { due, dueOn, dueText: '' }
  return { due, dueOn: undefined, dueText: due === 'none' ? '' : dueText }
}

/** "a", "b" … "z", "aa": as the minutes letter the questions of an item. @param place from 0 */
export function letterOf(place: number): string {
  const LETTERS = 26
  const rest = String.fromCharCode('a'.charCodeAt(0) + (place % LETTERS))
  return place < LETTERS ? rest : `${letterOf(Math.floor(place / LETTERS) - 1)}${rest}`
}
