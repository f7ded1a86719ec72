// Who is entitled to what, when: kept beside Scrutineer, from what was done and not from what it stored.
import { addressesIn, filesIn, wordsIn } from './secrets.ts'

/** Counts what happens, so that before and after can be told. */
export class Order {
  #now = 0

  next(): number {
    this.#now += 1
    return this.#now
  }
}

interface Spell {
  readonly account: string
  readonly from: number
  until: number
}

/** One paper: by account, when it was somebody's who was entitled. */
export class Paper {
  readonly address: string
  readonly #spells: Spell[] = []
  isWithdrawn = false
  /** By a clerk's leave, in the order of being let. */
  readonly granted: string[] = []

  constructor(address: string) {
    this.address = address
  }

  /** From the beginning of the act that made it so. */
  begins(account: string, from: number): void {
    if (!this.isOf(account)) this.#spells.push({ account, from, until: Number.POSITIVE_INFINITY })
  }

  /** To the end of the act that ended it: what is rendered before may still arrive. */
  ends(account: string, until: number): void {
    for (const spell of this.#spells)
      if (spell.account === account && spell.until === Number.POSITIVE_INFINITY) spell.until = until
  }

  isOf(account: string): boolean {
    return this.#spells.some(({ account: of, until }) => of === account && until === Number.POSITIVE_INFINITY)
  }

  /** Whether the account was entitled at some moment of a sending, from its claim to its call. */
  wasOf(account: string, from: number, until: number): boolean {
    return this.#spells.some(
      (spell) => spell.account === account && spell.from <= until && spell.until >= from,
    )
  }
}

export interface Leak {
  readonly seed: number
  readonly what: string
}

/** A call that the bot made, with when its message was claimed. */
export interface BotCall {
  readonly method: string
  readonly body: string
  readonly channel: string
  readonly claimedAt: number
  readonly calledAt: number
}

/** The account behind a direct message of the local workspace; `undefined` for a channel. */
export function accountOf(channel: string): string | undefined {
  return channel.startsWith('D') ? `U${channel.slice(1)}` : undefined
}

export function leaksIn(
  call: BotCall,
  paperAt: (address: string) => Paper | undefined,
  clerkOf: (seed: number) => string | undefined,
): Leak[] {
  const place = `${call.method}${call.channel === '' ? '' : ` to ${call.channel}`}`
  const words = wordsIn(call.body).map(({ seed, secret }) => ({ seed, what: `${secret} in ${place}` }))
  const account = accountOf(call.channel)
  const addresses = addressesIn(call.body).flatMap(({ seed, secret }) => {
    const paper = paperAt(secret)
    const isTheirs =
      account !== undefined &&
      call.method.startsWith('chat.') &&
      paper?.wasOf(account, call.claimedAt, call.calledAt)
    return isTheirs ? [] : [{ seed, what: `${secret} in ${place}` }]
  })
  const files = filesIn(call.body).flatMap(({ seed, secret }) =>
    account === clerkOf(seed) && call.method.startsWith('chat.')
      ? []
      : [{ seed, what: `${secret} in ${place}` }],
  )
  return [...words, ...files, ...addresses]
}
