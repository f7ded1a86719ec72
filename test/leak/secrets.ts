// What is restricted carries its seed, wherever it turns up.

/** Titles, file names and reasons: no message, no row and no log line ever has one. */
const WORDS = /Quokka(\d+)/g
/** Names of files: the clerk who gave one has it in their own direct message, where it lies, and nobody else. */
const FILES = /Wombat(\d+)/g
/** Addresses: those entitled have them in their direct message, and their own row has them. */
const ADDRESSES = /restricted\.leak\.example\/s9(\d{6})(\d{3})/g

export class Secrets {
  readonly #seed: number
  #made = 0

  constructor(seed: number) {
    this.#seed = seed
  }

  title(): string {
    this.#made += 1
    return `Quokka${this.#seed} disposal number ${this.#made}`
  }

  fileName(): string {
    this.#made += 1
    return `Wombat${this.#seed}-disposal-${this.#made}.txt`
  }

  address(): string {
    this.#made += 1
    return `https://restricted.leak.example/s9${String(this.#seed).padStart(6, '0')}${String(this.#made).padStart(3, '0')}`
  }
}

export interface Found {
  readonly seed: number
  readonly secret: string
}

/** The titles, names and reasons in a text. */
export function wordsIn(text: string): Found[] {
  return [...text.matchAll(WORDS)].map((match) => ({ seed: Number(match[1]), secret: match[0] }))
}

/** The names of files in a text. */
export function filesIn(text: string): Found[] {
  return [...text.matchAll(FILES)].map((match) => ({ seed: Number(match[1]), secret: match[0] }))
}

/** The addresses in a text. */
export function addressesIn(text: string): Found[] {
  return [...text.matchAll(ADDRESSES)].map((match) => ({
    seed: Number(match[1]),
    secret: `https://${match[0]}`,
  }))
}
