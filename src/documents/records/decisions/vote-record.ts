import type { Line } from '../../lines/line.ts'
import type { PaperVote } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { isAmendment } from './floor.ts'
import type { Movers } from './movers.ts'
import type { NamedVote } from './named-votes.ts'
import { doubtOfNames } from './vote-doubts.ts'
import { USED, type VoteStatement } from './vote-statements.ts'
import { type Counts, WAYS } from './ways.ts'

/** A vote while its sentences are being read. */
export interface Telling {
  statement: VoteStatement
  names?: NamedVote
  movers?: Movers
  line: Line
  paragraph: number
  /** The last paragraph of its names; the same paragraph where it has none. */
  until: number
  /** Told by the lead-in of a decision: "RESOLVED UNANIMOUSLY". */
  byLeadIn: boolean
}

/** What the sentences have told of a vote, as it goes into the record. */
export function voteOf(telling: Telling, item: string | undefined): Found<PaperVote> {
  const { statement, names, movers } = telling
  const counts = inOrder({ ...lengths(names), ...names?.counts, ...statement.counts })
  const result = statement.result ?? ((counts.for ?? 0) > (counts.against ?? 0) ? 'carried' : 'lost')
  const vote: PaperVote = {
    ...(item !== undefined && { item }),
    ...(statement.on !== undefined && { on: statement.on }),
    mode: names?.names.for || names?.names.against ? 'recorded' : statement.mode,
    result,
    ...counts,
    ...(statement.casting !== undefined && { casting: castingOf(statement.casting, result) }),
    ...(names && { names: names.names }),
    ...movers,
    ...(statement.wording !== undefined && { wording: statement.wording }),
  }
  const doubt = names && doubtOfNames(vote, names.names)
  return { ...found(vote, telling.line), ...(doubt && { doubt }) }
}

function inOrder(counts: Counts): Counts {
  const ordered: Counts = {}
  for (const way of WAYS) if (counts[way] !== undefined) ordered[way] = counts[way]
  return ordered
}

function castingOf(stated: string, result: PaperVote['result']): string {
  if (stated !== USED) return stated
  return result === 'carried' ? 'for' : 'against'
}

function lengths(named: NamedVote | undefined): Counts {
  return Object.fromEntries(Object.entries(named?.names ?? {}).map(([way, list]) => [way, list.length]))
}

/** Whether a further sentence can tell of the same vote. */
export function agree(one: VoteStatement, more: VoteStatement): boolean {
  if (one.result !== undefined && more.result !== undefined && one.result !== more.result && !one.derived)
    return false
  if (WAYS.some((way) => one.counts[way] !== undefined && more.counts[way] !== undefined)) return false
  const against = (one.counts.against ?? 0) + (more.counts.against ?? 0)
  if (against > 0 && [one.mode, more.mode].includes('unanimous')) return false
  return one.on === undefined || more.on === undefined || isAmendment(one.on) === isAmendment(more.on)
}

/** What a further sentence tells of the same vote. */
export function join(telling: Telling, more: VoteStatement): void {
  const { statement } = telling
  const counted = Object.keys(more.counts).length > 0
  telling.statement = {
    ...more,
    ...statement,
    counts: { ...more.counts, ...statement.counts },
    mode: counted || statement.mode === 'voice' ? stronger(statement.mode, more.mode) : statement.mode,
    ...(more.casting !== undefined && { casting: more.casting }),
  }
  if (more.result !== undefined && (statement.derived === true || statement.result === undefined)) {
    telling.statement.result = more.result
    telling.statement.derived = more.derived
  }
}

const STRENGTH = ['voice', 'show-of-hands', 'unanimous', 'recorded'] as const

function stronger(one: PaperVote['mode'], other: PaperVote['mode']): PaperVote['mode'] {
  return STRENGTH.indexOf(one) >= STRENGTH.indexOf(other) ? one : other
}
