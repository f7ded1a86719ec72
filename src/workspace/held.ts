import { type Choice, choicesOf, type Placed, placedElements } from './blocks.ts'
import { type Json, record, records, string, strings } from './json.ts'

/** What a control holds: text, a date, an option's value or an id; or several of them. */
export type HeldValue = string | readonly string[]

/** What the controls of one surface hold, by block and action. */
export type Held = Map<string, HeldValue>

export function heldKey(blockId: string, actionId: string): string {
  return `${blockId}/${actionId}`
}

export function keyOf(placed: Placed): string {
  return heldKey(placed.blockId, placed.actionId)
}

const several: Record<string, string> = {
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
}

const single: Record<string, string> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
}

export function holdsSeveral(type: string): boolean {
  return type in several || type === 'file_input'
}

export function holdsOption(type: string): boolean {
  return several[type] === 'selected_options' || single[type] === 'selected_option'
}

/** A button or an overflow menu holds nothing: it only acts. */
export function holdsNothing(type: string): boolean {
  return type === 'button' || type === 'overflow'
}

/** The value an element starts with (`initial_*`). */
export function initialValue(element: Json): HeldValue | undefined {
  const initialOption = element['initial_option']
  if (initialOption) return string(record(initialOption)['value'])
  if (Array.isArray(element['initial_options'])) {
    return records(element['initial_options']).flatMap((option) => string(option['value']) ?? [])
  }
  const plain = element['initial_value'] ?? element['initial_date'] ?? element['initial_time']
  const chosen = element['initial_user'] ?? element['initial_conversation'] ?? element['initial_channel']
  const one = plain ?? chosen ?? element['initial_date_time']
  if (typeof one === 'string') return one
  if (typeof one === 'number') return String(one)
  const many = element['initial_users'] ?? element['initial_conversations'] ?? element['initial_channels']
  return Array.isArray(many) ? strings(many) : undefined
}

/**
 * What a surface holds after its blocks were replaced: a control with the same block_id and
 * action_id keeps what was typed, even when its `initial_*` changed (docs.slack.dev, modals).
 */
export function heldAfter(blocks: readonly Json[], before: Held = new Map()): Held {
  const held: Held = new Map()
  for (const placed of placedElements(blocks)) {
    const key = keyOf(placed)
    const kept = before.get(key) ?? initialValue(placed.element)
    if (kept !== undefined) held.set(key, kept)
  }
  return held
}

export type FileObject = (id: string) => Json

/** One entry of `state.values`, and the same fields in an action's payload. */
export function stateOf(placed: Placed, value: HeldValue | undefined, fileObject: FileObject): Json {
  const { type, element } = placed
  const one = typeof value === 'string' ? value : value?.[0]
  const many = typeof value === 'string' ? [value] : (value ?? [])
  if (type === 'file_input') return { type, files: many.map(fileObject) }
  if (type === 'rich_text_input') return { type, rich_text_value: one ? richText(one) : null }
  const manyField = several[type]
  if (manyField === 'selected_options') {
    const choices = choicesOf(element)
    return { type, selected_options: many.map((item) => optionOf(choices, item)) }
  }
  if (manyField) return { type, [manyField]: many }
  const oneField = single[type]
  if (oneField === 'selected_option') {
    return { type, selected_option: one === undefined ? null : optionOf(choicesOf(element), one) }
  }
  if (oneField === 'selected_date_time') return { type, [oneField]: one === undefined ? null : Number(one) }
  if (oneField) return { type, [oneField]: one ?? null }
  return { type, value: one ? one : null }
}

/** `state.values` of a whole surface. */
export function stateValues(blocks: readonly Json[], held: Held, fileObject: FileObject): Json {
  const values: Record<string, Json> = {}
  for (const placed of placedElements(blocks)) {
    if (holdsNothing(placed.type)) continue
    const block = values[placed.blockId] ?? {}
    block[placed.actionId] = stateOf(placed, held.get(keyOf(placed)), fileObject)
    values[placed.blockId] = block
  }
  return values
}

function optionOf(choices: readonly Choice[], value: string): Json {
  const option = choices.find((choice) => choice.value === value)?.option
  if (!option) return { text: { type: 'plain_text', text: value, emoji: true }, value }
  return {
    text: option['text'],
    value: option['value'],
    ...(option['description'] ? { description: option['description'] } : {}),
  }
}

function richText(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}
