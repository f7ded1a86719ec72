import { z } from 'zod'
import { COUNCIL_SCOPE, canonicalText, chainHash, chainStart } from './audit.ts'
import type { PrismaClient } from './generated/client.ts'

/** One chain of the audit trail, and where it stops being believable. */
export interface ChainVerdict {
  readonly councilId: string
  /** The committee's id, or "council". */
  readonly scope: string
  readonly length: number
  readonly broken: ChainBreak | undefined
}

/**
 * - `missing`: entry `at` is not there; an entry was deleted, or the head was moved
 * - `altered`: the text of entry `at` is not what was hashed
 * - `moved`: entry `at` is genuine text of another place: another council, chain or position
 * - `unlinked`: entry `at` does not follow the one before it
 * - `beyond-head`: entry `at` stands after the end that the chain records
 * - `head`: all entries hold, but the recorded head is not the hash of the last one
 */
export interface ChainBreak {
  readonly at: number
  readonly how: 'missing' | 'altered' | 'moved' | 'unlinked' | 'beyond-head' | 'head'
}

/** Chains grow for years: they are read in portions. */
const ENTRIES_AT_ONCE = 1_000

const ownPlace = z.looseObject({ council: z.string(), scope: z.string(), sequence: z.number() })

/** Recompute every hash of one council's audit trail; the council's own chain first, then by committee. */
export async function verifyAudit(prisma: PrismaClient, councilId: string): Promise<ChainVerdict[]> {
  const chains = await prisma.auditChain.findMany({ where: { councilId }, orderBy: { scope: 'asc' } })
  const verdicts: ChainVerdict[] = []
  for (const chain of chains)
    verdicts.push({
      councilId,
      scope: chain.scope,
      length: chain.length,
      broken: await firstBreak(prisma, chain),
    })
  return verdicts.sort((one, other) => rank(one) - rank(other))
}

interface Chain {
  readonly id: string
  readonly councilId: string
  readonly scope: string
  readonly length: number
  readonly head: string
}

async function firstBreak(prisma: PrismaClient, chain: Chain): Promise<ChainBreak | undefined> {
  const { id: chainId, councilId, scope, length, head } = chain
  let previous = chainStart(councilId, scope)
  let at = 0
  for (;;) {
    const entries = await prisma.auditEntry.findMany({
      where: { councilId, chainId, sequence: { gt: at } },
      orderBy: { sequence: 'asc' },
      take: ENTRIES_AT_ONCE,
    })
    for (const entry of entries) {
      at += 1
      if (at > length) {
        // A bot that runs may append while this reads; what stands after the head we read is its affair.
        if (!(await hasGrown(prisma, chain))) return { at, how: 'beyond-head' }
        return previous === head ? undefined : { at: length, how: 'head' }
      }
      if (entry.sequence !== at) return { at, how: 'missing' }
      if (entry.previous !== previous) return { at, how: 'unlinked' }
      if (entry.hash !== chainHash(previous, entry.canonical)) return { at, how: 'altered' }
      if (!standsWhereItSays(entry.canonical, chain, at)) return { at, how: 'moved' }
      previous = entry.hash
    }
    if (entries.length < ENTRIES_AT_ONCE) break
  }
  if (at < length) return { at: at + 1, how: 'missing' }
  return previous === head ? undefined : { at: length, how: 'head' }
}

async function hasGrown(prisma: PrismaClient, { id, councilId, length }: Chain): Promise<boolean> {
  const chain = await prisma.auditChain.findFirst({ where: { id, councilId } })
  return chain !== null && chain.length > length
}

function standsWhereItSays(canonical: string, chain: Chain, at: number): boolean {
  const text = parsedJson(canonical)
  const place = ownPlace.safeParse(text)
  return (
    place.success &&
    canonicalText(text) === canonical &&
    place.data.council === chain.councilId &&
    place.data.scope === chain.scope &&
    place.data.sequence === at
  )
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function rank({ scope }: ChainVerdict): number {
  return scope === COUNCIL_SCOPE ? 0 : 1
}
