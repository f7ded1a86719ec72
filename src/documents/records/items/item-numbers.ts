/** A printed item number, taken apart: "A3", "5a", "23/12", "OS.12/23". */
export interface ItemNumber {
  printed: string
  prefix: string
  /** One number, or two for "23/12". */
  numbers: number[]
  suffix: string
  /** What stands after it: a full stop, a bracket or nothing. */
  mark: string
}

const NUMBERED =
  /^(?:agenda\s+)?(?:item\s+(?:no\.?\s*)?)?\(?((?:[A-Z]{1,4}\.?\s?)?\d{1,4}(?:\/\d{1,4}(?:\/\d{1,4})?)?[a-z]?)(\s?[.):]|:-)?(?=\s|$|\p{Lu}\p{Ll})/u

/** The item number that a line begins with, and the rest of the line. */
export function numberAt(text: string): { number: ItemNumber; rest: string } | undefined {
  const match = NUMBERED.exec(text)
  const printed = match?.[1]
  if (!match || !printed) return undefined
  const parts = /^(\D*?)\s?(\d+(?:\/\d+)*)([a-z]?)$/.exec(printed)
  if (!parts?.[2]) return undefined
  const number = {
    printed: printed.replace(/\s/g, ''),
    prefix: parts[1] ?? '',
    numbers: parts[2].split('/').map(Number),
    suffix: parts[3] ?? '',
    mark: (match[2] ?? '').trim(),
  }
  return { number, rest: text.slice(match[0].length).trim() }
}

/** How many numbers are passed over from one to the next: 0 for 5 → 6, 5 → 5a, A9 → B1; nothing if it does not follow. */
export function stepBetween(one: ItemNumber, next: ItemNumber): number | undefined {
  if (one.prefix !== next.prefix) {
    const letters = one.prefix.length === 1 && next.prefix.length === 1
    const nextLetter = letters && next.prefix.charCodeAt(0) === one.prefix.charCodeAt(0) + 1
    return nextLetter && next.numbers[0] === 1 ? 0 : undefined
  }
  if (one.numbers.length !== next.numbers.length) return undefined
  const steps = next.numbers.map((number, at) => number - (one.numbers[at] ?? 0))
  const moved = steps.filter((step) => step !== 0)
  if (moved.length === 0) return lettersFollow(one.suffix, next.suffix) ? 0 : undefined
  const step = moved[0] ?? 0
  if (moved.length > 1 || step < 1 || (next.suffix !== '' && next.suffix !== 'a')) return undefined
  return step - 1
}

function lettersFollow(one: string, next: string): boolean {
  if (next === '') return false
  return one === '' ? next === 'a' : next.charCodeAt(0) === one.charCodeAt(0) + 1
}
