import { randomInt } from 'node:crypto'
import type { ModalView } from '@slack/types'
import type { Logger } from 'pino'
import { modal, section } from './blocks.ts'
import type { Mrkdwn } from './mrkdwn.ts'
import { words } from './words.en.ts'

/** No letters or digits that are mistaken for each other when read over the telephone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const REFERENCE_LENGTH = 7

/** A reference that a person can read out and an administrator finds in the log (law 9). */
export function newReference(): string {
  return Array.from({ length: REFERENCE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}

/** Prisma: the server cannot be reached (P1001, P1002), closed the connection (P1017), no connection free (P2024, P2028). */
const DATABASE_AWAY: readonly unknown[] = [
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
]

export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false
  const field = (name: string): unknown => Reflect.get(error, name)
  if (DATABASE_AWAY.includes(field('code')) && !('method' in error)) return true
  if (/terminat|Connection ended|not queryable|DatabaseNotReachable/i.test(String(field('message'))))
    return true
  return isDatabaseAway(field('cause'), depth + 1)
}

/** Log a failure and give the words for the person, under one reference. */
export function reportTrouble(log: Logger, error: unknown, doing: string): Mrkdwn {
  const reference = newReference()
  log.error({ err: error, reference, doing }, 'a request failed')
  return isDatabaseAway(error) ? words.databaseAway(reference) : words.trouble(reference)
}

export function troubleView(text: Mrkdwn): ModalView {
  return modal({ title: words.troubleTitle(), close: words.close(), blocks: [section(text)] })
}
