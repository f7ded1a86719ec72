import { randomBytes, randomInt } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A Slack-looking id: a letter for the kind and ten letters or figures. */
export function newId(kind: string): string {
  return kind + letters(10)
}

/** What Slack gives a block or an action that came without an id, such as `aB3x9`. */
export function newBlockId(): string {
  return letters(5)
}

export function newSecret(bytes = 12): string {
  return randomBytes(bytes).toString('hex')
}

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')
}
