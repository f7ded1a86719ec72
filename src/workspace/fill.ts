import { type Choice, choicesOf, type Placed, placedElements, words } from './blocks.ts'
import { type HeldValue, holdsNothing, holdsOption, holdsSeveral, keyOf } from './held.ts'
import { isRecord, type Json } from './json.ts'
import { findChannel, findPerson } from './lookup.ts'
import type { Parts } from './parts.ts'

/** Why something that a person was said to choose is not there to choose. */
export class NotOffered extends Error {}

/** The value a control holds when a person picks or types this, said as they would say it. */
export function said(parts: Parts, placed: Placed, given: unknown): HeldValue | undefined {
  if (given === null || given === undefined || given === '') return holdsSeveral(placed.type) ? [] : undefined
  if (holdsNothing(placed.type)) return choose(placed, given)
  if (holdsSeveral(placed.type))
    return (Array.isArray(given) ? given : [given]).map((one) => single(parts, placed, one))
  return single(parts, placed, Array.isArray(given) ? given[0] : given)
}

function single(parts: Parts, placed: Placed, given: unknown): string {
  const { type } = placed
  if (holdsOption(type)) return choose(placed, given) ?? ''
  const text = String(given)
  if (type.includes('users_select')) {
    const person = findPerson(parts.state, text)
    if (!person) throw new NotOffered(`Nobody here is called "${text}".`)
    return person.id
  }
  if (type.includes('conversations_select') || type.includes('channels_select')) {
    const channel = findChannel(parts.state, text)
    if (!channel) throw new NotOffered(`There is no conversation "${text}".`)
    return channel.id
  }
  return text
}

function choose(placed: Placed, given: unknown): string | undefined {
  const choices = choicesOf(placed.element)
  if (placed.type === 'button') return undefined
  const text = isRecord(given) ? String(given['value']) : String(given)
  const found = pick(choices, text)
  // The options of an external select are the app's; what it does not offer here it may still know.
  if (!found && placed.type.includes('external_select')) return text
  if (!found) {
    const offered = choices.map((choice) => `"${choice.text}"`).join(', ')
    throw new NotOffered(`"${text}" is not offered; there is ${offered}.`)
  }
  return found.value
}

function pick(choices: readonly Choice[], text: string): Choice | undefined {
  const word = plain(text)
  return (
    choices.find((choice) => choice.value === text) ??
    choices.find((choice) => choice.text === text) ??
    choices.find((choice) => plain(choice.text) === word) ??
    choices.find((choice) => plain(choice.text).startsWith(word)) ??
    choices.find((choice) => plain(choice.text).includes(word))
  )
}

/** Words without emoji codes, case and outer space: how people compare what they read. */
export function plain(text: string): string {
  return text
    .replace(/:[a-z0-9_+-]+:/gi, '')
    .replace(/[*_~`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

export function labelOf(placed: Placed): string {
  return words(placed.block['label'])
}

/** The fields of a form: its input blocks. */
export function fieldsOf(blocks: readonly Json[]): Placed[] {
  return placedElements(blocks).filter((placed) => placed.place === 'input')
}

/** The field with this label (exactly, then whatever its case, then by how it begins), or this `blockId/actionId`. */
export function findField(blocks: readonly Json[], name: string): Placed | undefined {
  const all = placedElements(blocks).filter((placed) => !holdsNothing(placed.type))
  const fields = all.filter((placed) => placed.place === 'input')
  const word = plain(name)
  return (
    all.find((placed) => keyOf(placed) === name) ??
    fields.find((placed) => labelOf(placed) === name) ??
    fields.find((placed) => plain(labelOf(placed)) === word) ??
    fields.find((placed) => plain(labelOf(placed)).startsWith(word)) ??
    all.find((placed) => plain(words(placed.element['placeholder'])) === word)
  )
}
