import { everyDatabase, serverMissing } from '../../support/databases.ts'

export interface Ground {
  readonly transport: 'socket' | 'http'
  readonly database: 'embedded' | 'server'
}

const transports = ['socket', 'http'] as const

/** Both transports on each kind of database that is at hand, for `describe.each`: for the journey that all others build on. */
export const everyGround: Ground[] = everyDatabase.flatMap(({ name }) =>
  transports.map((transport) => ({ transport, database: name })),
)

/**
 * Each transport once and each database once, for journeys in which nothing depends on both together: whether it
 * came over a socket is forgotten before anything is stored. Without a server both transports are still travelled.
 */
export const pairedGrounds: Ground[] = [
  { transport: 'socket', database: 'embedded' },
  { transport: 'http', database: serverMissing === undefined ? 'server' : 'embedded' },
]

/**
 * One half of the pair each, in turn, for journeys whose promises are about words and forms: the journeys on both
 * halves go the same ways through transport and database.
 */
export const firstGround = pairedGrounds.slice(0, 1)
export const secondGround = pairedGrounds.slice(1)

export { serverMissing }
