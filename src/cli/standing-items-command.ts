import { OPERATOR } from '../committees/import-committee.ts'
import { standingItems } from '../meetings/standing-agenda.ts'
import { setStandingItems } from '../meetings/standing-set.ts'
import { itemsOf } from '../publications/item-lines.ts'
import { standingItems as facts } from './command-list.ts'
import type { Command } from './desk.ts'
import { committeeNamed } from './find-committee.ts'
import { misused, understood } from './options.ts'
import { standing as say, strange } from './settings-words.en.ts'

/** Far more than any agenda begins with. */
const MOST_ITEMS = 60

/** `standing-items COMMITTEE [--file items.txt | --none]`: with what every agenda of a committee begins. */
export const standingItemsCommand: Command = {
  ...facts,
  async bring(args, file) {
    const asked = argumentsOf(args)
    if ('problem' in asked || asked.file === undefined) return new Map()
    return new Map([[asked.file, await file(asked.file)]])
  },
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('problem' in asked) return misused(desk, asked.problem, say.usage)
    const committee = await committeeNamed(desk, asked.committee, asked.council)
    if (!committee) return 1
    const { house, id: committeeId, name } = committee
    if (asked.file === undefined && !asked.none) {
      const titles = await standingItems(house, committeeId)
      desk.out(titles.length === 0 ? say.none(name) : say.listed(name, titles))
      return 0
    }
    const read =
      asked.file === undefined
        ? { items: [], problems: [] }
        : itemsOf(
            Buffer.from(await desk.file(asked.file))
              .toString('utf8')
              .replace(/^\uFEFF/, ''),
          )
    const problem =
      read.problems.length > 0
        ? say.problems(asked.file ?? '', read.problems)
        : asked.file !== undefined && read.items.length === 0
          ? say.empty(asked.file)
          : read.items.length > MOST_ITEMS
            ? say.tooMany(MOST_ITEMS)
            : undefined
    if (problem !== undefined) {
      desk.err(problem)
      return 1
    }
    const titles = read.items.map((item) => item.title)
    const isNew = await setStandingItems(house, { by: OPERATOR, committeeId, titles })
    desk.out(say.set(name, titles, isNew))
    return 0
  },
}

interface Asked {
  readonly committee: string
  readonly council: string | undefined
  readonly file: string | undefined
  readonly none: boolean
}

function argumentsOf(args: readonly string[]): Asked | { readonly problem: string } {
  const called = understood(facts.name, args, { values: ['--council', '--file'], switches: ['--none'] })
  if ('problem' in called) return called
  const { words, values, switches } = called
  const [committee, more] = words
  if (committee === undefined || more !== undefined) return { problem: strange(more ?? '') }
  const file = values.get('--file')
  const none = switches.has('--none')
  if (none && file !== undefined) return { problem: strange('--none') }
  return { committee, council: values.get('--council'), file, none }
}
