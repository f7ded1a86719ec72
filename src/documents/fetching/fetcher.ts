import { setTimeout as pause } from 'node:timers/promises'
import { Agent, fetch, type Response } from 'undici'
import { collectBytes } from '../../collect-bytes.ts'
import { done, type Outcome, refused } from '../../outcome.ts'
import type { Attempt, WebFile } from './attempt.ts'
import { fileNameOf } from './file-name.ts'
import { isPrivateNumber, lookupPublic } from './private-networks.ts'
import { problemOfError } from './problem-of-error.ts'
import { type FetchRefusal, refusalOfStatus } from './refusal.ts'
import { pauseAfter, retryAfterMs } from './retry.ts'

/** How far a web address is followed. */
export interface FetchLimits {
  /** Of a file, once it is unpacked. */
  readonly maxBytes: number
  /** For a council whose own server stands in its private network, and for tests on loopback. */
  readonly allowPrivate: boolean
  /** Told to the sites, so that they know whom to ask: an e-mail or web address. */
  readonly contact?: string | undefined
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal
  /** For the whole of it: all requests, redirects and pauses. */
  readonly wholeMs?: number
  readonly connectMs?: number
  /** How long a site may say nothing: councils' own servers may take a minute to begin. */
  readonly silentMs?: number
  /** Before the second attempt; the third waits longer. */
  readonly firstPauseMs?: number
}

/** Fetches from one site, for one errand: all its requests share the time allowed. */
export interface Fetcher extends AsyncDisposable {
  /** Never throws for what a site does; what it refuses says what a person can do. */
  get(address: string | URL, maxBytes?: number): Promise<Outcome<WebFile, FetchRefusal>>
}

const MOST_REDIRECTS = 5
const MEGABYTE = 1024 * 1024

export function openFetcher(limits: FetchLimits): Fetcher {
  const { wholeMs = 120_000, connectMs = 10_000, silentMs = 60_000, firstPauseMs = 1_000 } = limits
  const endsAt = Date.now() + wholeMs
  const signal = AbortSignal.any([AbortSignal.timeout(wholeMs), ...(limits.signal ? [limits.signal] : [])])
  const agent = new Agent({
    connect: { timeout: connectMs, ...(limits.allowPrivate ? {} : { lookup: lookupPublic }) },
    headersTimeout: silentMs,
    bodyTimeout: silentMs,
  })
  const headers = { 'user-agent': userAgent(limits.contact), 'accept-language': 'en-GB, en' }

  async function follow(from: URL, maxBytes: number): Promise<Attempt> {
    let url = from
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const unfit = unfitFor(url)
      if (unfit) return { refusal: unfit }
      const response = await fetch(url, { redirect: 'manual', dispatcher: agent, signal, headers })
      const next = redirectOf(response, url)
      if (!next) return fileOf(response, url, maxBytes)
      await response.body?.cancel()
      url = next
    }
    return { refusal: { code: 'too-many-redirects' } }
  }

  function unfitFor(url: URL): FetchRefusal | undefined {
    if (!['http:', 'https:'].includes(url.protocol)) return { code: 'not-a-web-address' }
    if (url.username !== '' || url.password !== '') return { code: 'holds-a-password' }
    if (!limits.allowPrivate && isPrivateNumber(url)) return { code: 'not-public' }
    return undefined
  }

  async function attempt(url: URL, maxBytes: number): Promise<Attempt> {
    try {
      return await follow(url, maxBytes)
    } catch (error) {
      if (signal.aborted) return { refusal: { code: 'too-slow', seconds: wholeMs / 1000 } }
      return problemOfError(error, silentMs)
    }
  }

  return {
    async get(address, maxBytes = limits.maxBytes) {
      if (!URL.canParse(String(address))) return refused({ code: 'not-a-web-address' })
      const url = new URL(address)
      for (let tried = 1; ; tried += 1) {
        const { file, refusal, again } = await attempt(url, maxBytes)
        if (file) return done(file)
        const wait = again && pauseAfter(tried, again.askedMs, firstPauseMs)
        if (wait === undefined || Date.now() + wait > endsAt) return refused(refusal)
        await pause(wait)
      }
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  }
}

/** Who asks and what for: some sites refuse clients that do not say. */
function userAgent(contact: string | undefined): string {
  const purpose = 'reads agenda packs for the members of a council committee'
  return `Scrutineer (${contact === undefined ? purpose : `${purpose}; ${contact}`})`
}

function redirectOf(response: Response, from: URL): URL | undefined {
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || location === null) return undefined
  return URL.canParse(location, from.href) ? new URL(location, from) : undefined
}

async function fileOf(response: Response, url: URL, maxBytes: number): Promise<Attempt> {
  if (!response.ok || !response.body) {
    await response.body?.cancel()
    const refusal = refusalOfStatus(response.status)
    if (refusal.code !== 'busy') return { refusal }
    return { refusal, again: { askedMs: retryAfterMs(response.headers.get('retry-after'), Date.now()) } }
  }
  // Counted as it comes and after unpacking: neither a length nor a small packed body is to be believed.
  const bytes = await collectBytes(response.body, maxBytes)
  if (!bytes) return { refusal: { code: 'too-large', megabytes: Math.floor(maxBytes / MEGABYTE) } }
  return { file: { name: fileNameOf(url, response.headers.get('content-disposition')), bytes, url } }
}
