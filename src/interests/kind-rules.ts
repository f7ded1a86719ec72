// The councils' codes of conduct as data: which kinds of interest there are in each nation, and what each
// keeps a member from. What the law itself says of a kind no council's setting can lighten.
import type { Nation } from '../calendar/nations.ts'
import type { Period } from '../calendar/periods.ts'

export const KIND_IDS = [
  'dpi',
  'ori',
  'nri',
  'affected',
  'transparency',
  'personal',
  'prejudicial',
  'financial',
  'nonFinancial',
  'connection',
  'arrears',
] as const
export type KindId = (typeof KIND_IDS)[number]

/**
 * What an interest keeps a member from:
 * - `all`: neither speaks nor votes
 * - `asPublic`: speaks only as far as the public may, and does not vote
 * - `vote`: speaks, and does not vote
 * - `nothing`: it is declared, and that is all
 */
export const BARS = ['all', 'asPublic', 'vote', 'nothing'] as const
export type Bar = (typeof BARS)[number]

export interface InterestKind {
  readonly id: KindId
  readonly bars: Bar
  /** Whether a member whom it bars leaves the room: by the code or the law itself, or by the council's standing orders. */
  readonly leaves: 'always' | 'byCouncil' | 'never'
  /** Statute decides: a council's own code gives it another name at most. */
  readonly isStatutory: boolean
  /** Whether a dispensation can lift what it bars. */
  readonly isDispensable: boolean
  /** Whether it may be a partner's as well as the member's own. */
  readonly mayBePartners: boolean
  /** Whether it is asked in what the interest lies. */
  readonly asksNature: boolean
  /** After its disclosure at a meeting, unless it is registered or the Monitoring Officer was told: until when they must be. */
  readonly notifying: Period | undefined
  readonly source: string
}

/** 28 days "beginning with the date of the disclosure": the day of the meeting is the first. */
const TWENTY_EIGHT_DAYS: Omit<Period, 'source'> = { length: 28, unit: 'days', start: 'beginning-with' }

const plainKind = {
  isStatutory: false,
  isDispensable: true,
  mayBePartners: true,
  asksNature: true,
  notifying: undefined,
} as const

const arrears: InterestKind = {
  ...plainKind,
  id: 'arrears',
  bars: 'vote',
  leaves: 'never',
  isStatutory: true,
  isDispensable: false,
  mayBePartners: false,
  asksNature: false,
  source: 'Local Government Finance Act 1992 s106',
}

const scottish = {
  ...plainKind,
  bars: 'all',
  leaves: 'always',
  source: 'Councillors’ Code of Conduct (Scotland) 2021, section 5',
} as const

const MODEL_CODE = 'LGA Model Councillor Code of Conduct 2020, Appendix B'

/** In the order in which members are offered them. */
export const kindsOfNation: Readonly<Record<Nation, readonly InterestKind[]>> = {
  england: [
    {
      ...plainKind,
      id: 'dpi',
      bars: 'all',
      leaves: 'byCouncil',
      isStatutory: true,
      notifying: { ...TWENTY_EIGHT_DAYS, source: 'Localism Act 2011 s31(3)' },
      source: 'Localism Act 2011 s31(4)',
    },
    { ...plainKind, id: 'ori', bars: 'asPublic', leaves: 'byCouncil', source: `${MODEL_CODE}, paragraph 6` },
    { ...plainKind, id: 'nri', bars: 'asPublic', leaves: 'byCouncil', source: `${MODEL_CODE}, paragraph 7` },
    {
      ...plainKind,
      id: 'affected',
      bars: 'nothing',
      leaves: 'byCouncil',
      source: `${MODEL_CODE}, paragraph 8`,
    },
    {
      ...plainKind,
      id: 'transparency',
      bars: 'nothing',
      leaves: 'never',
      source: 'said for openness; no interest in the sense of the code',
    },
    arrears,
  ],
  wales: [
    {
      ...plainKind,
      id: 'personal',
      bars: 'nothing',
      leaves: 'never',
      source: 'Model Code of Conduct (Wales), SI 2008/788, paragraph 11',
    },
    {
      ...plainKind,
      id: 'prejudicial',
      bars: 'asPublic',
      leaves: 'always',
      isStatutory: true,
      source: 'Model Code of Conduct (Wales), SI 2008/788, paragraph 14',
    },
    arrears,
  ],
  scotland: [
    { ...scottish, id: 'financial', isStatutory: true },
    { ...scottish, id: 'nonFinancial', isStatutory: true },
    { ...scottish, id: 'connection', bars: 'nothing', leaves: 'never' },
  ],
}

/** What a council's own code says of a kind: another name, that it has none, or more where statute does not decide. */
export type OwnKind =
  | string
  | false
  | {
      readonly name?: string | undefined
      readonly bars?: Bar | undefined
      /** Its code asks that the Monitoring Officer be told within 28 days, as Bracknell's does. */
      readonly notifies?: boolean | undefined
    }
export type OwnKinds = Readonly<Partial<Record<KindId, OwnKind>>>

/** What a council goes by. */
export interface CouncilCode {
  readonly nation: Nation
  readonly kinds: readonly InterestKind[]
  /** What its own code calls them, where that differs. */
  readonly names: ReadonlyMap<KindId, string>
  /** Standing orders oblige a member whom an interest bars to leave the room (Localism Act 2011 s31(10)). */
  readonly leavesRoom: boolean
  readonly whip: WhipRule
}

export interface WhipRule {
  readonly asks: boolean
  /** A member under a whip does not vote on the question. */
  readonly barsVote: boolean
  readonly source: string
}

/** Wales forbids whipped votes in scrutiny and has every whip declared; in England local rules ask, in Scotland nothing does. */
const whipOfNation: Readonly<Record<Nation, WhipRule>> = {
  england: { asks: true, barsVote: false, source: 'the council’s scrutiny procedure rules' },
  wales: { asks: true, barsVote: true, source: 'Local Government (Wales) Measure 2011 s78' },
  scotland: { asks: false, barsVote: false, source: 'the council’s standing orders' },
}

/**
 * - `statutory`: statute decides what this kind bars; only another name can be given
 * - `other-nation`: the nation's code has no such kind
 */
export interface OwnKindProblem {
  readonly code: 'statutory' | 'other-nation'
  readonly kind: KindId
}

/** What is wrong with a council's own kinds; none when they can be kept. */
export function problemsOf(own: OwnKinds, nation: Nation): OwnKindProblem[] {
  return KIND_IDS.flatMap((id): OwnKindProblem[] => {
    const said = own[id]
    if (said === undefined) return []
    const kind = kindsOfNation[nation].find((one) => one.id === id)
    if (!kind) return [{ code: 'other-nation', kind: id }]
    const isMoreThanName = said === false || (typeof said === 'object' && said.bars !== undefined)
    return kind.isStatutory && isMoreThanName ? [{ code: 'statutory', kind: id }] : []
  })
}

/** The code of a council: the nation's, with its own names and rules where statute leaves it any. */
export function codeOf(council: {
  readonly nation: Nation
  readonly own: OwnKinds
  readonly leavesRoom: boolean
  readonly asksForWhip: boolean | undefined
}): CouncilCode {
  const { nation, own, leavesRoom, asksForWhip } = council
  const whip = whipOfNation[nation]
  return {
    nation,
    kinds: kindsOfNation[nation].flatMap((kind) => adapted(kind, own[kind.id])),
    names: new Map(
      KIND_IDS.flatMap((id): [KindId, string][] => {
        const name = nameOf(own[id])
        return name === undefined ? [] : [[id, name]]
      }),
    ),
    leavesRoom,
    whip: { ...whip, asks: whip.barsVote || (asksForWhip ?? whip.asks) },
  }
}

function nameOf(said: OwnKinds[KindId]): string | undefined {
  return typeof said === 'string' ? said : typeof said === 'object' ? said.name : undefined
}

function adapted(kind: InterestKind, said: OwnKinds[KindId]): InterestKind[] {
  if (kind.isStatutory || said === undefined || typeof said === 'string') return [kind]
  if (said === false) return []
  const notifying = said.notifies
    ? { ...TWENTY_EIGHT_DAYS, source: 'the council’s own code of conduct' }
    : kind.notifying
  return [{ ...kind, bars: said.bars ?? kind.bars, notifying }]
}

export function kindOf(code: CouncilCode, id: string): InterestKind | undefined {
  return code.kinds.find((kind) => kind.id === id)
}

/** The kind of a notice that was given, also where the council has changed its code since. */
export function kindOfNotice(code: CouncilCode, id: string): InterestKind {
  const kind = kindOf(code, id) ?? kindsOfNation[code.nation].find((one) => one.id === id)
  if (!kind) throw new Error(`a notice names the kind of interest "${id}", which ${code.nation} has not`)
  return kind
}
