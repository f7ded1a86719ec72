// Asks a council's site as little as can be: one request at a time, with a pause between them, and what
// has not changed is not sent again where the site can tell.
import { setTimeout as pause } from 'node:timers/promises'
import { Agent, fetch, type Response } from 'undici'
import { collectBytes } from '../collect-bytes.ts'
import type { FetchLimits } from '../documents/fetching/fetcher.ts'
import { isPrivateNumber, lookupPublic } from '../documents/fetching/private-networks.ts'
import { problemOfError } from '../documents/fetching/problem-of-error.ts'
import { refusalOfStatus } from '../documents/fetching/refusal.ts'
import { pauseAfter, retryAfterMs } from '../documents/fetching/retry.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import type { AnswerMemory } from './answer-memory.ts'
import type { LookProblem } from './types.ts'

export interface SiteAnswer {
  readonly bytes: Uint8Array
  /** Where it was in the end, after redirects. */
  readonly url: URL
}

export interface SiteClient extends AsyncDisposable {
  /** Never throws for what a site does. */
  get(url: URL): Promise<Outcome<SiteAnswer, LookProblem>>
  /** Whether there is time for another question. */
  hasTime(): boolean
}

export type SiteLimits = Omit<FetchLimits, 'maxBytes'> & {
  /** Between two requests to a site. */
  readonly betweenMs?: number
}

/** An answer with 5,000 meetings has 2 MB; the longest page of a meeting less. */
const LARGEST_ANSWER = 20 * 1024 * 1024
const MOST_REDIRECTS = 5

/** @param limits `wholeMs` is for the whole look; a council's own server may take a minute for each answer */
export function openSiteClient(limits: SiteLimits, memory: AnswerMemory): SiteClient {
  const {
    wholeMs = 480_000,
    connectMs = 10_000,
    silentMs = 75_000,
    firstPauseMs = 2_000,
    betweenMs = 500,
  } = limits
  const endsAt = Date.now() + wholeMs
  const signal = AbortSignal.any([AbortSignal.timeout(wholeMs), ...(limits.signal ? [limits.signal] : [])])
  const agent = new Agent({
    connections: 1,
    connect: { timeout: connectMs, ...(limits.allowPrivate ? {} : { lookup: lookupPublic }) },
    headersTimeout: silentMs,
    bodyTimeout: silentMs,
  })
  const headers = { 'user-agent': userAgent(limits.contact), 'accept-language': 'en-GB, en' }
  let asked = 0

  async function follow(from: URL): Promise<Attempted> {
    let url = from
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const unfit = unfitFor(url)
      if (unfit) return { problem: { code: unfit } }
      const known = memory.get(url.href)
      const response = await fetch(url, {
        redirect: 'manual',
        dispatcher: agent,
        signal,
        headers: { ...headers, ...(known ? known.conditions : {}) },
      })
      const next = redirectOf(response, url)
      if (!next) {
        if (response.status !== 304 || !known) return answerOf(response, url)
        await response.body?.cancel()
        return { answer: { bytes: known.bytes, url } }
      }
      await response.body?.cancel()
      url = next
    }
    return { problem: { code: 'too-many-redirects' } }
  }

  function unfitFor(url: URL): string | undefined {
    if (!['http:', 'https:'].includes(url.protocol)) return 'not-a-web-address'
    if (url.username !== '' || url.password !== '') return 'holds-a-password'
    return !limits.allowPrivate && isPrivateNumber(url) ? 'not-public' : undefined
  }

  async function answerOf(response: Response, url: URL): Promise<Attempted> {
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      const { code } = refusalOfStatus(response.status)
      const askedMs = retryAfterMs(response.headers.get('retry-after'), Date.now())
      const problem = {
        code,
        figure: response.status,
        ...(askedMs === undefined ? {} : { retryAfterMs: askedMs }),
      }
      return code === 'busy' ? { problem, again: { askedMs } } : { problem }
    }
    const bytes = await collectBytes(response.body, LARGEST_ANSWER)
    if (!bytes) return { problem: { code: 'too-large' } }
    memory.keep(url.href, response.headers, bytes)
    return { answer: { bytes, url } }
  }

  async function attempt(url: URL): Promise<Attempted> {
    try {
      return await follow(url)
    } catch (error) {
      if (signal.aborted) return { problem: { code: 'too-slow', figure: wholeMs / 1000 } }
      const { refusal, again } = problemOfError(error, silentMs)
      if (!refusal) throw error
      const problem = { code: refusal.code, ...('seconds' in refusal ? { figure: refusal.seconds } : {}) }
      return again ? { problem, again } : { problem }
    }
  }

  return {
    async get(url) {
      asked += 1
      if (asked > 1 && betweenMs > 0) await pause(betweenMs)
      for (let tried = 1; ; tried += 1) {
        const { answer, problem, again } = await attempt(url)
        if (answer) return done(answer)
        const wait = again && pauseAfter(tried, again.askedMs, firstPauseMs)
        if (wait === undefined || Date.now() + wait > endsAt) return refused(problem)
        await pause(wait)
      }
    },
    // One answer more may take as long as a site may be silent.
    hasTime: () => !signal.aborted && Date.now() + silentMs < endsAt,
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

type Attempted =
  | { readonly answer: SiteAnswer; readonly problem?: undefined; readonly again?: undefined }
  | {
      readonly answer?: undefined
      readonly problem: LookProblem
      readonly again?: { readonly askedMs?: number | undefined }
    }

/** Who asks and what for: some sites refuse clients that do not say. */
function userAgent(contact: string | undefined): string {
  const purpose = 'looks for new agenda papers for the members of a council committee'
  return `Scrutineer (${contact === undefined ? purpose : `${purpose}; ${contact}`})`
}

function redirectOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || location === null) return undefined
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined
}
