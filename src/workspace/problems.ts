import { isRecord, type Json } from './json.ts'

/** One thing that is wrong with a payload, in the shape of docs.slack.dev/reference/methods/blocks.validate. */
export interface BlockProblem {
  readonly pointer: string
  readonly code: string
  readonly message: string
  readonly constraint?: Json
}

/** Collects problems while a payload is walked. */
export class Problems {
  readonly found: BlockProblem[] = []

  add(pointer: string, code: string, message: string, constraint?: Json): void {
    this.found.push({ pointer, code, message, ...(constraint ? { constraint } : {}) })
  }

  missing(pointer: string, field: string): void {
    this.add(pointer, 'missing_required_field', `missing required field: ${field}`)
  }

  oneOf(pointer: string, value: unknown, expected: readonly string[]): boolean {
    if (typeof value === 'string' && expected.includes(value)) return true
    this.add(pointer, 'invalid_enum', `unsupported type: ${String(value)}`, {
      type: 'enum',
      expected,
      got: String(value),
    })
    return false
  }

  /** Text that must be there, is a string, and is neither empty nor too long. */
  string(pointer: string, value: unknown, max: number, min = 1): boolean {
    if (typeof value !== 'string') {
      this.add(pointer, 'invalid_type', 'must be a string', { type: 'type', expected: ['string'] })
      return false
    }
    const length = [...value].length
    if (length > max) {
      this.add(pointer, 'max_length_exceeded', `must be less than ${max + 1} characters`, {
        type: 'max_length',
        max,
      })
    }
    if (length < min) {
      this.add(pointer, 'min_length', `must be more than ${min - 1} characters`, { type: 'min_length', min })
    }
    return length <= max && length >= min
  }

  optionalString(pointer: string, value: unknown, max: number): void {
    if (value !== undefined && value !== null) this.string(pointer, value, max, 0)
  }

  count(pointer: string, value: unknown, min: number, max: number): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.add(pointer, 'invalid_type', 'must be an array', { type: 'type', expected: ['array'] })
      return []
    }
    if (value.length > max)
      this.add(pointer, 'max_items_exceeded', `no more than ${max} items allowed`, { type: 'max_items', max })
    if (value.length < min)
      this.add(pointer, 'min_items', `must provide at least ${min} item${min === 1 ? '' : 's'}`, {
        type: 'min_items',
        min,
      })
    return value
  }

  object(pointer: string, value: unknown): Json | undefined {
    if (isRecord(value)) return value
    this.add(pointer, 'invalid_type', 'must be an object', { type: 'type', expected: ['object'] })
    return undefined
  }
}
