import type { Placed } from './blocks.ts'
import { fieldsOf } from './fill.ts'
import { type Held, type HeldValue, keyOf } from './held.ts'
import { type Json, strings } from './json.ts'
import type { Parts } from './parts.ts'

/** What Slack's client itself refuses before it sends a form: the words by block_id. */
export function inlineErrors(parts: Parts, blocks: readonly Json[], held: Held): Map<string, string> {
  const errors = new Map<string, string>()
  for (const field of fieldsOf(blocks)) {
    const words = whyNot(parts, field, held.get(keyOf(field)))
    if (words) errors.set(field.blockId, words)
  }
  return errors
}

function whyNot(parts: Parts, field: Placed, value: HeldValue | undefined): string | undefined {
  const isEmpty = value === undefined || value.length === 0
  if (isEmpty) return field.block['optional'] === true ? undefined : 'Please complete this required field.'
  if (Array.isArray(value)) return whyNotSeveral(parts, field, value)
  return typeof value === 'string' ? whyNotText(field, value) : undefined
}

function whyNotText({ type, element }: Placed, value: string): string | undefined {
  const length = [...value].length
  const max = number(element['max_length'])
  const min = number(element['min_length'])
  if (max !== undefined && length > max) return `This must be ${max} characters or fewer.`
  if (min !== undefined && length < min) return `This must be at least ${min} characters.`
  switch (type) {
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.'
    case 'number_input':
      return whyNotNumber(element, value)
    case 'datepicker':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? undefined : 'Please enter a valid date.'
    case 'timepicker':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? undefined : 'Please enter a valid time.'
    default:
      return undefined
  }
}

function whyNotNumber(element: Json, value: string): string | undefined {
  const entered = Number(value)
  const min = number(element['min_value'])
  const max = number(element['max_value'])
  if (!Number.isFinite(entered)) return 'Please enter a valid number.'
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(entered))
    return 'Please enter a whole number.'
  if (min !== undefined && entered < min) return `This must be ${min} or more.`
  if (max !== undefined && entered > max) return `This must be ${max} or less.`
  return undefined
}

function whyNotSeveral(
  parts: Parts,
  { type, element }: Placed,
  value: readonly string[],
): string | undefined {
  const most = number(element['max_selected_items'])
  if (most !== undefined && value.length > most) return `Please choose ${most} or fewer.`
  if (type !== 'file_input') return undefined
  const files = number(element['max_files']) ?? 10
  if (value.length > files) return `Please attach ${files} file${files === 1 ? '' : 's'} or fewer.`
  const types = strings(element['filetypes']).map((one) => one.toLowerCase())
  const wrong = value
    .map((id) => parts.state.files.get(id)?.name ?? id)
    .find((name) => types.length > 0 && !types.includes(name.split('.').at(-1)?.toLowerCase() ?? ''))
  return wrong ? `${wrong} is not a supported file type. Supported: ${types.join(', ')}.` : undefined
}

function number(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value !== '' ? Number(value) : undefined
}
