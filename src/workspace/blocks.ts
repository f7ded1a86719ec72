import { newBlockId } from './ids.ts'
import { isRecord, type Json, record, records, string } from './json.ts'

/**
 * Blocks as Slack hands them back: it gives ids to those that came without one and spells out
 * `emoji`, `verbatim`, `optional` and `dispatch_action` (seen in recorded production payloads).
 */
export function filledIn(blocks: readonly Json[]): Json[] {
  return blocks.map((block) => {
    const filled = record(spelledOut(block))
    const input = block['type'] === 'input' ? { optional: false, dispatch_action: false } : {}
    return { ...input, ...filled, block_id: string(block['block_id']) || newBlockId() }
  })
}

const interactive = new Set([
  'button',
  'overflow',
  'static_select',
  'multi_static_select',
  'external_select',
  'multi_external_select',
  'users_select',
  'multi_users_select',
  'conversations_select',
  'multi_conversations_select',
  'channels_select',
  'multi_channels_select',
  'radio_buttons',
  'checkboxes',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
])

export function isInteractive(type: unknown): boolean {
  return typeof type === 'string' && interactive.has(type)
}

function spelledOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(spelledOut)
  if (!isRecord(value)) return value
  const copy: Json = {}
  for (const [key, item] of Object.entries(value)) copy[key] = spelledOut(item)
  if (copy['type'] === 'plain_text' && typeof copy['text'] === 'string') copy['emoji'] ??= true
  if (copy['type'] === 'mrkdwn' && typeof copy['text'] === 'string') copy['verbatim'] ??= false
  if (isInteractive(copy['type'])) copy['action_id'] ||= newBlockId()
  return copy
}

/** A control and where it stands. */
export interface Placed {
  readonly block: Json
  readonly element: Json
  readonly type: string
  readonly blockId: string
  readonly actionId: string
  readonly place: 'input' | 'accessory' | 'actions'
}

export function placedElements(blocks: readonly Json[]): Placed[] {
  return blocks.flatMap((block) => {
    if (block['type'] === 'input') return placed(block, [record(block['element'])], 'input')
    if (block['type'] === 'section' && isRecord(block['accessory'])) {
      return placed(block, [block['accessory']], 'accessory')
    }
    if (block['type'] === 'actions' || block['type'] === 'context_actions') {
      return placed(block, records(block['elements']), 'actions')
    }
    return []
  })
}

function placed(block: Json, elements: readonly Json[], place: Placed['place']): Placed[] {
  return elements
    .filter((element) => isInteractive(element['type']))
    .map((element) => ({
      block,
      element,
      type: string(element['type']) ?? '',
      blockId: string(block['block_id']) ?? '',
      actionId: string(element['action_id']) ?? '',
      place,
    }))
}

/** The words of a text object or a bare string. */
export function words(text: unknown): string {
  return string(text) ?? string(record(text)['text']) ?? ''
}

export interface Choice {
  readonly text: string
  readonly value: string
  readonly option: Json
}

export function choicesOf(element: Json): Choice[] {
  const grouped = records(element['option_groups']).flatMap((group) => records(group['options']))
  return [...records(element['options']), ...grouped].map((option) => ({
    text: words(option['text']),
    value: string(option['value']) ?? '',
    option,
  }))
}
