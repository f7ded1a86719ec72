import { type Fields, listOf, textOf } from '../slack/fields.ts'
import { ids } from '../slack/ids.ts'
import type { VoteCount } from './count-vote.ts'
import type { CalledChoice } from './enter-choices.ts'
import type { FormWords } from './form-words.en.ts'
import { type Counts, VOTE_METHODS, VOTE_SIDES, type VoteMethod, type VoteSide } from './types.ts'

const { field } = ids.votes

export function methodIn(fields: Fields): VoteMethod {
  return VOTE_METHODS.find((one) => one === textOf(fields, field.method)) ?? 'hands'
}

export function sideIn(said: string): VoteSide | undefined {
  return VOTE_SIDES.find((one) => one === said)
}

/** The count that a form says, or what is wrong at which field. An empty number beside others is none. */
export function countIn(
  fields: Fields,
  say: FormWords,
):
  | { readonly count: VoteCount; readonly isEmpty: boolean }
  | { readonly errors: Readonly<Record<string, string>> } {
  const said = VOTE_SIDES.map((side) => [side, textOf(fields, field[side])] as const)
  const wrong = said.filter(([, text]) => text !== '' && !/^\d{1,3}$/.test(text))
  if (wrong.length > 0)
    return { errors: Object.fromEntries(wrong.map(([side]) => [field[side], say.badNumber])) }
  const isUnanimous = listOf(fields, field.unanimous).includes('yes')
  const outcome = textOf(fields, field.outcome)
  const isCarried = outcome === '' ? undefined : outcome === 'carried'
  const hasNumbers = said.some(([, text]) => text !== '')
  const number = (side: VoteSide) => Number(textOf(fields, field[side]) || 0)
  const counts: Counts | undefined = hasNumbers
    ? { for: number('for'), against: number('against'), abstain: number('abstain'), none: number('none') }
    : undefined
  return { count: { counts, isUnanimous, isCarried }, isEmpty: !hasNumbers && !isUnanimous }
}

/** How members voted, by the fields that are named after them; "not called yet" takes back what was entered. */
export function choicesIn(fields: Fields): CalledChoice[] {
  const prefix = `${field.person}.`
  return Object.entries(fields).flatMap(([id, said]) => {
    if (!id.startsWith(prefix) || typeof said !== 'string') return []
    return [{ personId: id.slice(prefix.length), side: sideIn(said) }]
  })
}
