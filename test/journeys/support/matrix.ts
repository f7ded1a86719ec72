import { everyDatabase, serverMissing } from '../../support/databases.ts'

export interface Ground {
  readonly transport: 'socket' | 'http'
  readonly database: 'embedded' | 'server'
}

const transports = ['socket', 'http'] as const

/** Both transports on each kind of database that is at hand, for `describe.each`. */
export const everyGround: Ground[] = everyDatabase.flatMap(({ name }) =>
  transports.map((transport) => ({ transport, database: name })),
)

export { serverMissing }
