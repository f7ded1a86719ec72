/**
 * Why the database cannot be used, by what the administrator does about it:
 *
 * - `url-invalid`, `password-refused`, `database-missing`: correct `DATABASE_URL`
 * - `unreachable`: start the server, or correct host and port; trying again later may help
 * - `server-too-old`, `encoding-not-utf8`: another server or database is needed
 * - `folder-unusable`: correct `DATA_DIR` or its permissions
 * - `folder-in-use`: stop the other process, or choose another `DATA_DIR`
 * - `database-newer`: run the newer Scrutineer
 * - `migration-edited`, `migration-unfinished`, `migration-failed`, `not-ours`: nothing was changed; read the mend
 */
export type DatabaseProblemCode =
  | 'url-invalid'
  | 'password-refused'
  | 'database-missing'
  | 'unreachable'
  | 'server-too-old'
  | 'encoding-not-utf8'
  | 'folder-unusable'
  | 'folder-in-use'
  | 'database-newer'
  | 'migration-edited'
  | 'migration-unfinished'
  | 'migration-failed'
  | 'not-ours'

/** A database that cannot be used: the message says what happened, `mend` what to do. Neither holds a password. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode
  readonly mend: string

  constructor(code: DatabaseProblemCode, message: string, mend: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseProblem'
    this.code = code
    this.mend = mend
  }
}

/** The SQLSTATE or the system's code of an error, such as `28P01` or `ECONNREFUSED`. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** What an error says; Node leaves the message of a refused connection to several addresses empty. */
export function sayingOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sayingOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
