import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { Agent, fetch } from 'undici'
import { collectBytes } from '../collect-bytes.ts'
import { done, type Outcome, refused } from '../outcome.ts'

export type AddressRefusal =
  | { readonly code: 'not-public' }
  | { readonly code: 'not-found'; readonly status: number }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'too-slow'; readonly seconds: number }
  | { readonly code: 'unreachable' }
  | { readonly code: 'too-many-redirects' }

export interface AddressLimits {
  readonly maxBytes: number
  /** For a council whose own server stands in its private network, and for tests on loopback. */
  readonly allowPrivate: boolean
  /** For the whole of it, redirects included. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 60_000
const MAX_REDIRECTS = 5
const MEGABYTE = 1024 * 1024

/** Addresses that are not of the public internet (IANA special-purpose registries). */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  // Also the ways to write an IPv4 address as an IPv6 one: compatible, mapped, translated, Teredo, 6to4.
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** A connection into a private network was about to be made. */
class NotPublic extends Error {
  readonly code = 'NOT_PUBLIC'
}

function isInside(address: string, family: number): boolean {
  return PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/**
 * A name is looked up once, where the connection is made: one that is public when it is checked and
 * private when it is used finds no gap between the two.
 */
const lookupPublic: LookupFunction = (host, options, found) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, [])
    if (addresses.some(({ address, family }) => isInside(address, family)))
      return found(new NotPublic(`${host} leads into a private network`), [])
    found(null, addresses)
  })
}

/** Numbers are not looked up, so that they are checked as they stand in the address. */
function isPrivateNumber(url: URL): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && isInside(host, isIP(host))
}

/**
 * Fetch a file by its web address: bounded in time and size, redirects followed a few times and looked
 * at each time, politely named.
 */
export async function fetchAddress(
  address: string,
  limits: AddressLimits,
): Promise<Outcome<Uint8Array, AddressRefusal>> {
  const timeoutMs = limits.timeoutMs ?? TIMEOUT_MS
  const signal = AbortSignal.timeout(timeoutMs)
  const agent = new Agent(limits.allowPrivate ? {} : { connect: { lookup: lookupPublic } })
  let url = new URL(address)
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (!['http:', 'https:'].includes(url.protocol)) return refused({ code: 'not-public' })
      if (!limits.allowPrivate && isPrivateNumber(url)) return refused({ code: 'not-public' })
      const response = await fetch(url, {
        redirect: 'manual',
        dispatcher: agent,
        signal,
        headers: { 'user-agent': 'Scrutineer (agenda packs for a council committee)' },
      })
      const next = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && next !== null) {
        await response.body?.cancel()
        url = new URL(next, url)
        continue
      }
      if (!response.ok || !response.body) return refused({ code: 'not-found', status: response.status })
      const bytes = await collectBytes(response.body, limits.maxBytes)
      return bytes
        ? done(bytes)
        : refused({ code: 'too-large', megabytes: Math.floor(limits.maxBytes / MEGABYTE) })
    }
    return refused({ code: 'too-many-redirects' })
  } catch (error) {
    if (signal.aborted) return refused({ code: 'too-slow', seconds: timeoutMs / 1000 })
    if (error instanceof TypeError)
      return refused({ code: error.cause instanceof NotPublic ? 'not-public' : 'unreachable' })
    throw error
  } finally {
    await agent.destroy()
  }
}
