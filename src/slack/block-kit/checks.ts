// The small words in which Block Kit's shapes are written down (`composition.ts`, `elements.ts`, `blocks.ts`).
import { lengthOf } from '../limits.ts'

/** What Slack would refuse, and where: a path such as `blocks[2].element.options[0].text`. */
export interface BlockKitProblem {
  readonly path: string
  readonly problem: string
}

export type Report = (path: string, problem: string) => void

/** Looks at one value and reports what is wrong with it. */
export type Check = (value: unknown, path: string, report: Report) => void

export type Plain = Readonly<Record<string, unknown>>

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A required field's check, or an optional one's inside `maybe`. */
interface Optional {
  readonly maybe: Check
}

export type Fields = Readonly<Record<string, Check | Optional>>

export function maybe(check: Check): Optional {
  return { maybe: check }
}

/** A string of so many code points. */
export function string(most: number, least = 0): Check {
  return (value, path, report) => {
    if (typeof value !== 'string') return report(path, 'must be a string')
    const length = lengthOf(value)
    if (length > most) report(path, `has ${length} characters, over the limit of ${most}`)
    if (length < least) report(path, least === 1 ? 'is empty' : `has ${length} characters, under ${least}`)
  }
}

export function matching(pattern: RegExp, example: string): Check {
  return (value, path, report) => {
    if (typeof value !== 'string' || !pattern.test(value)) report(path, `must look like ${example}`)
  }
}

export const boolean: Check = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'must be true or false')
}

export function whole(least: number, most: number): Check {
  return (value, path, report) => {
    if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
      report(path, `must be a whole number from ${least} to ${most}`)
  }
}

export function oneOf(...allowed: readonly (string | number)[]): Check {
  return (value, path, report) => {
    if (!allowed.some((each) => each === value)) report(path, `must be one of ${allowed.join(', ')}`)
  }
}

export function list(item: Check, most: number, least = 1): Check {
  return (value, path, report) => {
    if (!Array.isArray(value)) return report(path, 'must be a list')
    if (value.length > most) report(path, `has ${value.length} items, over the limit of ${most}`)
    if (value.length < least) report(path, `has ${value.length} items, and needs at least ${least}`)
    for (const [index, each] of value.entries()) item(each, `${path}[${index}]`, report)
  }
}

/** An object with these fields and no others: Slack refuses a field that it does not know. */
export function object(fields: Fields, ...also: readonly Check[]): Check {
  return (value, path, report) => {
    if (!isPlain(value)) return report(path, 'must be an object')
    for (const [name, field] of Object.entries(fields)) {
      const there = value[name] !== undefined
      const check = typeof field === 'function' ? field : field.maybe
      if (there) check(value[name], at(path, name), report)
      else if (typeof field === 'function') report(at(path, name), 'is missing')
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report(at(path, name), 'is not a field that Slack knows here')
    }
    for (const check of also) check(value, path, report)
  }
}

/** An object whose `type` names its shape. */
export function oneOfTypes(shapes: Readonly<Record<string, Check>>): Check {
  return (value, path, report) => {
    if (!isPlain(value)) return report(path, 'must be an object')
    const { type } = value
    const shape = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined
    if (shape) shape(value, path, report)
    else report(at(path, 'type'), `is "${String(type)}", which Slack does not take here`)
  }
}

/** Exactly one of two fields. */
export function either(one: string, other: string): Check {
  return (value, path, report) => {
    if (!isPlain(value)) return
    const count = [one, other].filter((name) => value[name] !== undefined).length
    if (count !== 1) report(path, `needs ${one} or ${other}${count > 1 ? ', not both' : ''}`)
  }
}

export function all(...checks: readonly Check[]): Check {
  return (value, path, report) => {
    for (const check of checks) check(value, path, report)
  }
}

export function anything(): Check {
  return () => undefined
}

export function at(path: string, name: string): string {
  return path ? `${path}.${name}` : name
}
