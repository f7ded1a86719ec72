import type { Temporal } from 'temporal-polyfill'
import { commandWords } from '../apologies/command-words.en.ts'
import { dayIn, wordsIn } from '../apologies/said-days.ts'
import { isBeforeDay } from '../calendar/days.ts'

/** How the rows that are looked for stand; the words by which they are asked for are in `list-words.en.ts`. */
const SEARCH_STATES = [
  'overdue',
  'open',
  'proposed',
  'closed',
  'paused',
  'waiting',
  'unowned',
  'superseded',
  'transferred',
  'withdrawn',
] as const
export type SearchState = (typeof SEARCH_STATES)[number]

/** What somebody looks for in the tracker. All that is named must fit. */
export interface TrackerSearch {
  /** "R3/17", or the beginning of it: "R3". */
  readonly reference: string | undefined
  readonly state: SearchState | undefined
  /** ISO civil date of the meeting that it comes from. */
  readonly metOn: string | undefined
  /** Somebody who was chosen, and not typed. */
  readonly slackUserId: string | undefined
  /** Words of the row, or a name of somebody who owes or asked it; in small letters. */
  readonly words: readonly string[]
  /** Words beyond those that are looked for: the person is told of them. */
  readonly leftOut: readonly string[]
}

/** How a state is asked for, in the person's language: each as one or more words. */
export type StatesAsked = Readonly<Record<SearchState, readonly string[]>>

/** Beyond it a number says nothing that "more than" does not; what is counted stops one above it. */
export const COUNTED = 1_000

/** More is no search any more, and each word costs the database one. */
export const MOST_WORDS = 8

const REFERENCE = /^[rqa]\d+(?:\/\d{0,2})?$/u
const MENTION = /<@(?<id>[A-Z0-9]+)(?:\|[^>]*)?>/u

/**
 * What is looked for, from what was typed: "overdue Ward", "R3/17", "20 September 2017 open", "@Jane Smith".
 *
 * A day without a year is the last such day: it is meetings that were, which the tracker remembers.
 */
export function searchOf(text: string, today: Temporal.PlainDate, states: StatesAsked): TrackerSearch {
  const slackUserId = MENTION.exec(text)?.groups?.['id']
  const typed = wordsIn(text.replace(MENTION, ' '))
  const day = dayTyped(typed, today)
  const rest = day ? day.rest : typed
  const state = stateTyped(rest, states)
  const left = state ? state.rest : rest
  const at = left.findIndex((word) => REFERENCE.test(word))
  const words = left.filter((word, place) => place !== at && isSearchable(word))
  return {
    reference: at < 0 ? undefined : left[at]?.toUpperCase(),
    state: state?.state,
    metOn: day?.day.toString(),
    slackUserId,
    words: words.slice(0, MOST_WORDS),
    leftOut: words.slice(MOST_WORDS),
  }
}

/**
 * "waiting times" and "A38" may also have been meant as words: what was typed, with nothing taken for how a row stands or
 * for a reference. Of a state alone, or of a whole reference, there is no doubt.
 */
export function searchForWords(text: string, search: TrackerSearch): TrackerSearch | undefined {
  const { reference, state, words } = search
  const isDoubtful = (state !== undefined && words.length > 0) || reference?.includes('/') === false
  if (!isDoubtful || search.metOn !== undefined) return undefined
  const typed = wordsIn(text.replace(MENTION, ' ')).filter(isSearchable)
  return {
    ...search,
    reference: undefined,
    state: undefined,
    words: typed.slice(0, MOST_WORDS),
    leftOut: typed.slice(MOST_WORDS),
  }
}

function isSearchable(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}

/** Nothing was named by which rows could be found. */
export function isEmptySearch(search: TrackerSearch): boolean {
  const { reference, state, metOn, slackUserId, words } = search
  return [reference, state, metOn, slackUserId].every((it) => it === undefined) && words.length === 0
}

/** "20 September 2017", "20/9/2017", "2017-09-20": the longest run of words that is a day and names its month. */
function dayTyped(words: readonly string[], today: Temporal.PlainDate) {
  for (const length of [3, 2, 1])
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length)
      if (!namesMonth(run)) continue
      const day = dayIn(run, today, commandWords)
      if (!day) continue
      const isPast = !isBeforeDay(today, day) || hasYear(run)
      return {
        day: isPast ? day : day.subtract({ years: 1 }),
        rest: [...words.slice(0, at), ...words.slice(at + length)],
      }
    }
  return undefined
}

/** A number or a weekday alone is more likely a word of what is looked for. */
function namesMonth(words: readonly string[]): boolean {
  const isMonth = (word: string) => commandWords.months.some((names) => names.includes(word))
  return words.some((word) => /^\d/.test(word)) && words.some((word) => isMonth(word) || word.includes('/'))
}

function hasYear(words: readonly string[]): boolean {
  return words.some((word) => /\d{4}/.test(word))
}

function stateTyped(words: readonly string[], states: StatesAsked) {
  for (const state of SEARCH_STATES)
    for (const asked of states[state]) {
      const parts = asked.split(' ')
      const at = words.findIndex((_, place) => parts.every((part, more) => words[place + more] === part))
      if (at >= 0) return { state, rest: [...words.slice(0, at), ...words.slice(at + parts.length)] }
    }
  return undefined
}
