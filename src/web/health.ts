import { setTimeout as pause } from 'node:timers/promises'
import { type Route, sendJson } from './routes.ts'

export interface HealthChecks {
  readonly version: string
  /** Resolves when the database answers. */
  database(): Promise<void>
  slackConnected(): boolean
  /** Told when a check fails, so that the reason is in the log and not in the answer. */
  failed?(error: unknown): void
}

/** A container's health check gives up after a few seconds; this answers before it does. */
const PATIENCE_MS = 2_000

/** `GET /health`: 200 when the database answers and Slack is connected, 503 with what is wrong otherwise. */
export function healthRoute(checks: HealthChecks): Route {
  const startedAt = performance.now()
  return {
    method: 'GET',
    path: '/health',
    async answer(_request, response) {
      const database = await answersInTime(checks)
      const slack = checks.slackConnected()
      sendJson(response, database && slack ? 200 : 503, {
        status: database && slack ? 'ok' : 'unwell',
        database: database ? 'ok' : 'does not answer',
        slack: slack ? 'connected' : 'not connected',
        version: checks.version,
        uptimeSeconds: Math.floor((performance.now() - startedAt) / 1000),
      })
    },
  }
}

async function answersInTime(checks: HealthChecks): Promise<boolean> {
  const inTime = new AbortController()
  try {
    const answered = checks.database().then(() => true)
    return await Promise.race([answered, pause(PATIENCE_MS, false, { signal: inTime.signal })])
  } catch (error) {
    checks.failed?.(error)
    return false
  } finally {
    inTime.abort()
  }
}
