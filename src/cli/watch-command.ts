import { columnOfDate } from '../calendar/civil.ts'
import { OPERATOR } from '../committees/import-committee.ts'
import { civilToday } from '../connectors/civil-today.ts'
import { siteCommittee } from '../connectors/site-address.ts'
import { stopWatching, watchCommittee, watchedCommittees } from '../connectors/watch-committee.ts'
import type { House } from '../database/house.ts'
import { nearest } from '../nearest.ts'
import { sameCommittee } from '../publications/rules.ts'
import { watch as watchFacts } from './command-list.ts'
import type { Command, Desk } from './desk.ts'
import * as say from './watch-words.en.ts'
import { unknownOption } from './words.en.ts'

/**
 * `watch --committee NAME --address ADDRESS [--publishes]`, `watch list`, `watch stop --committee NAME`: which
 * committees' pages on a council's Modern.Gov site are looked at. The bot looks; this only says what at.
 */
export const watchCommand: Command = {
  ...watchFacts,
  bring: async () => new Map(),
  async run(args, desk) {
    const asked = argumentsOf(args)
    if ('strange' in asked) {
      desk.err(
        asked.strange.startsWith('--')
          ? unknownOption(asked.strange, watchFacts.name)
          : say.strange(asked.strange),
      )
      desk.err(say.usage())
      return 2
    }
    if (asked.act === 'list') return list(desk)
    const found = await committeeOf(desk, asked.committee, asked.council)
    if (!found) return 1
    return asked.act === 'stop' ? stop(desk, found) : begin(desk, found, asked)
  },
}

type Asked =
  | { readonly act: 'list' }
  | { readonly act: 'stop'; readonly committee: string; readonly council: string | undefined }
  | {
      readonly act: 'watch'
      readonly committee: string
      readonly council: string | undefined
      readonly address: string
      readonly publishes: boolean
    }
  | { readonly strange: string }

const WITH_VALUE = ['--committee', '--address', '--council']

function argumentsOf(args: readonly string[]): Asked {
  const values = new Map<string, string>()
  const words: string[] = []
  let publishes = false
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const [name = '', ...rest] = arg.split('=')
    if (WITH_VALUE.includes(name)) {
      const value = rest.length > 0 ? rest.join('=') : args[++at]
      if (value === undefined || value.startsWith('--')) return { strange: '' }
      values.set(name, value)
    } else if (arg === '--publishes') publishes = true
    else if (arg.startsWith('--')) return { strange: arg }
    else words.push(arg)
  }
  const [word, ...more] = words
  const [committee, address, council] = ['--committee', '--address', '--council'].map((it) => values.get(it))
  if (more[0] !== undefined) return { strange: more[0] }
  if (word === 'list' && values.size === 0 && !publishes) return { act: 'list' }
  if (word === 'stop' && committee !== undefined && address === undefined && !publishes)
    return { act: 'stop', committee, council }
  if (word === undefined && committee !== undefined && address !== undefined)
    return { act: 'watch', committee, council, address, publishes }
  return { strange: word !== undefined && !['list', 'stop'].includes(word) ? word : '' }
}

interface Found {
  readonly house: House
  readonly id: string
  readonly name: string
  readonly clerks: number
  readonly hasClerksChannel: boolean
}

/** The committee by name, as papers write it; which council's, where several have one of that name. */
async function committeeOf(
  desk: Desk,
  name: string,
  council: string | undefined,
): Promise<Found | undefined> {
  const all: (Found & { readonly council: string })[] = []
  for (const house of await desk.houses.all()) {
    const { councilId } = house
    const { name: councilName } = await house.db.council.findUniqueOrThrow({ where: { id: councilId } })
    const committees = await house.db.committee.findMany({
      where: { councilId },
      include: { roles: { where: { councilId, duty: 'clerk' } } },
    })
    for (const { id, name, roles, clerksChannelId } of committees)
      all.push({
        house,
        id,
        name,
        clerks: roles.length,
        hasClerksChannel: clerksChannelId !== null,
        council: councilName,
      })
  }
  const inCouncil = council === undefined ? all : all.filter((it) => sameCommittee(it.council, council))
  const found = inCouncil.filter((it) => sameCommittee(it.name, name))
  const [only] = found
  if (only && found.length === 1) return only
  const names = inCouncil.map((it) => it.name)
  desk.err(
    only
      ? say.severalCommittees(
          name,
          found.map((it) => it.council),
        )
      : say.unknownCommittee(name, nearest(name, names), names),
  )
  return undefined
}

async function begin(
  desk: Desk,
  committee: Found,
  asked: { readonly address: string; readonly publishes: boolean },
): Promise<number> {
  const where = siteCommittee(asked.address)
  if (!where.ok) {
    desk.err(say.badAddress(asked.address, where.refusal))
    return 1
  }
  const outcome = await watchCommittee(committee.house, {
    by: OPERATOR,
    committeeId: committee.id,
    where: where.value,
    publishes: asked.publishes,
  })
  if (!outcome.ok) {
    desk.err(say.watchedForAnother(outcome.refusal.committee))
    return 1
  }
  desk.out(say.watching({ ...where.value, ...committee, ...asked, ...outcome.value }))
  return 0
}

async function stop(desk: Desk, { house, id, name }: Found): Promise<number> {
  if (!(await stopWatching(house, { by: OPERATOR, committeeId: id }))) {
    desk.err(say.notWatched(name))
    return 1
  }
  desk.out(say.stopped(name))
  return 0
}

async function list(desk: Desk): Promise<number> {
  const lines: string[] = []
  for (const house of await desk.houses.all())
    for (const watched of await watchedCommittees(house, columnOfDate(civilToday(house))))
      lines.push(say.listed(watched, house.timeZone))
  desk.out(lines.length === 0 ? say.nothingWatched() : lines.join('\n\n'))
  return 0
}
