import { expect } from 'vitest'
import { openingWords } from '../../../src/sitting/opening-words.en.ts'
import type { Person } from './person.ts'

/** Who is in the room when a meeting is opened, ticked in whichever of the form's groups they stand. */
export async function ticked(
  clerk: Person,
  names: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const label = openingWords.there(1, 1, 1)
  const groups = (await clerk.modal()).fields.filter((field) => field.label.startsWith(label))
  const ticks = groups.map((group) => {
    const options = (group.options ?? []).map(({ text }) => text)
    return [group.label, options.filter((text) => names.some((name) => text.includes(name)))] as const
  })
  expect(ticks.flatMap(([, chosen]) => chosen)).toHaveLength(names.length)
  return Object.fromEntries(ticks)
}
