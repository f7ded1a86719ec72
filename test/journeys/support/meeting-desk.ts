// A clerk at the control of a meeting, as the journeys of whole meetings need one.
import { expect } from 'vitest'
import { controlWords } from '../../../src/cards/control-words.en.ts'
import type { PrismaClient } from '../../../src/database/generated/client.ts'
import { openingWords } from '../../../src/sitting/opening-words.en.ts'
import { rollWords } from '../../../src/sitting/roll-words.en.ts'
import { sittingWords } from '../../../src/sitting/words.en.ts'
import { formWords as form } from '../../../src/votes/form-words.en.ts'
import { words as votes } from '../../../src/votes/words.en.ts'
import type { TestDatabase } from '../../support/databases.ts'
import type { Person } from './person.ts'
import type { Spawned } from './spawned.ts'
import type { Weather } from './weather.ts'
import * as sample from './words.ts'

const sits = sittingWords.state.open
const when = sittingWords.time('2027-03-17')

export interface Desk {
  readonly clerk: Person
  /** What the control says. */
  control(said?: string): Promise<string>
  /** A button of the control. */
  press(text: string): Promise<void>
  /** What stands behind *More*. */
  more(text: string): Promise<void>
  /** A form, sent without an error; what it shows then is put away. */
  send(fields?: Readonly<Record<string, unknown>>): Promise<void>
  closeAll(): Promise<void>
  /** Everybody who was there when it began. */
  open(there: readonly string[]): Promise<void>
  roll(act: { came?: readonly string[]; left?: readonly string[]; at?: string }): Promise<void>
  /** A vote by a way of voting that is not a show of hands. */
  voteBy(method: keyof typeof votes.methods, text: string): Promise<void>
  /** The roll of a vote, as it is called: who votes how. */
  call(sides: Readonly<Record<string, keyof typeof votes.sides>>): Promise<void>
}

/** @param settle waits until everything that Slack kept from the screens has come through */
export function deskOf(clerk: Person, settle: () => Promise<void>): Desk {
  const closeAll = async () => {
    while (await clerk.openModal()) await clerk.close()
  }
  const named = async (label: string, names: readonly string[]) => {
    const { options = [] } = await clerk.field(label)
    const chosen = options.map(({ text }) => text).filter((text) => names.some((name) => text.includes(name)))
    expect(chosen).toHaveLength(names.length)
    return { [label]: chosen }
  }
  const desk: Desk = {
    clerk,
    closeAll,
    control: async (said = sits) => (await clerk.sees(said, sample.clerksChannel)).text,
    async press(text) {
      await clerk.click(text, { within: sits })
      await settle()
    },
    async more(text) {
      await clerk.click(controlWords.more, { within: sits })
      await clerk.click(text)
      await settle()
    },
    async send(fields = {}) {
      await clerk.submit(fields)
      await settle()
      const shown = await clerk.openModal()
      if (!shown) return
      expect(shown.fields.flatMap(({ label, error }) => (error ? [[label, error]] : []))).toEqual([])
      await closeAll()
    },
    async open(there) {
      await clerk.command('/meeting open')
      const parts = (await clerk.modal()).fields.filter(({ label }) =>
        label.startsWith(openingWords.there(1, 1, 1)),
      )
      const ticks = parts.map(({ label, options = [] }) => [
        label,
        options.map(({ text }) => text).filter((text) => there.some((name) => text.includes(name))),
      ])
      await desk.send(Object.fromEntries(ticks))
    },
    async roll({ came = [], left = [], at }) {
      await desk.press(rollWords.button)
      await desk.send({
        ...(came.length > 0 ? await named(rollWords.came, came) : {}),
        ...(left.length > 0 ? await named(rollWords.left, left) : {}),
        ...(at === undefined ? {} : { [when]: at }),
      })
    },
    async voteBy(method, text) {
      await desk.press(votes.control.vote)
      await clerk.click(form.method, { value: votes.methods[method] })
      await clerk.submit({ [form.text]: text })
      await settle()
    },
    async call(sides) {
      const { fields } = await clerk.modal()
      const said = Object.entries(sides).map(([name, side]) => {
        const label = fields.find((field) => field.label.includes(name))?.label
        return [label ?? name, votes.sides[side]]
      })
      await desk.send(Object.fromEntries(said))
    },
  }
  return desk
}

/** How many messages are not shown as they are wanted: not those that a person decides about. */
function unshown(prisma: PrismaClient): Promise<number> {
  return prisma.outboxMessage.count({
    where: {
      OR: [
        { state: { in: ['pending', 'sending'] } },
        { state: 'sent', shown: { lt: prisma.outboxMessage.fields.wanted } },
      ],
    },
  })
}

/** Everything of one meeting; a new life of the bot takes the place of the one before. */
export interface Run {
  bot: Spawned
  readonly database: TestDatabase
  readonly weather: Weather
  /** The settings of every life of the bot. */
  readonly env: Readonly<Record<string, string>>
}

/** Waits until everything that Slack kept from the screens has come through; then the next trouble is ordered. */
export const settled = (run: Run) => async () => {
  const { world } = run.bot
  for (let turn = 0; turn < 12; turn += 1) {
    await world.idle()
    if ((await unshown(run.database.prisma)) === 0) return run.weather.next(world)
    await world.advance({ advance: 'PT20S' })
  }
  throw new Error('Not everything is shown as it is wanted')
}

export const first = (run: Run): Desk => deskOf(run.bot.as(sample.clerk), settled(run))
export const second = (run: Run): Desk => deskOf(run.bot.as(sample.otherClerk), settled(run))
export const at = (run: Run, time: string) => run.bot.world.advance({ set: `2027-03-17T${time}:00Z` })

/** Two clerks press at the same time; the second may find the button gone. */
export function pressed(clerk: Person, text: string): Promise<void> {
  return clerk.click(text, { within: sittingWords.state.open, wait: false }).catch(() => undefined)
}
