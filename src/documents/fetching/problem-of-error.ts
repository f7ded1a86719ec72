import type { Attempt } from './attempt.ts'
import { NotPublic } from './private-networks.ts'

/** The connection ended under way, or a name could not be looked up just now: the next attempt may do better. */
const PASSING = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'EAI_AGAIN']
const SILENT = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']
/** What Node and OpenSSL call certificates that are out of date, incomplete or another site's. */
const CERTIFICATE = /CERT|UNABLE_TO_|SELF_SIGNED|ERR_TLS/
/** undici's word for a body that broke off, or that cannot be unpacked. */
const UNDER_WAY = 'terminated'

/** What it means that `fetch` threw. @throws what no site can cause */
export function problemOfError(error: unknown, silentMs: number): Attempt {
  if (!(error instanceof TypeError)) throw error
  if (error.cause instanceof NotPublic) return { refusal: { code: 'not-public' } }
  const code = codeOf(error.cause)
  if (SILENT.includes(code)) return { refusal: { code: 'too-slow', seconds: silentMs / 1000 } }
  if (CERTIFICATE.test(code)) return { refusal: { code: 'certificate' } }
  const refusal = { code: error.message === UNDER_WAY ? 'broke-off' : 'unreachable' } as const
  return PASSING.includes(code) ? { refusal, again: {} } : { refusal }
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : ''
}
