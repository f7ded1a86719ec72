import type { KnownBlock } from '@slack/types'
import type { Temporal } from 'temporal-polyfill'
import type { MeetingForecast } from '../apologies/quorum-forecast.ts'
import type { MemberModel } from '../cards/member-view.ts'
import type { TroubleModel } from '../cards/trouble-view.ts'
import type { ReportShown } from '../meetings/duty-shown.ts'
import type { MeetingAtHand } from '../meetings/meeting.ts'
import type { SomeRows, TrackerToDo } from '../tracker/own-rows.ts'

/** A clerk: what needs them today, and their committees. */
export interface ClerkHome {
  readonly committees: readonly {
    readonly id: string
    readonly name: string
    readonly next: MeetingAtHand | undefined
  }[]
  /** Meetings whose papers are not published, near the last lawful day. */
  readonly deadlines: readonly {
    readonly meeting: MeetingAtHand
    readonly latest: Temporal.PlainDate
    readonly isPast: boolean
    /** Every holiday in between is known. */
    readonly isCovered: boolean
  }[]
  readonly troubles: readonly TroubleModel[]
  readonly moreTroubles: number
  /** Of the coming days, where it is not certain. */
  readonly forecasts: readonly ForecastShown[]
  /** Meetings that are over and have no minutes. */
  readonly toMinute: readonly MeetingAtHand[]
  readonly tracker: TrackerToDo
  /** Proposals for the work programme that nobody has decided. */
  readonly proposals: number
}

export interface ForecastShown {
  readonly meeting: MeetingAtHand
  readonly forecast: MeetingForecast
}

export interface ChairHome {
  readonly committees: readonly string[]
  readonly forecasts: readonly ForecastShown[]
  /** Items that were not open to inspection in time, each with its meeting. */
  readonly urgent: readonly {
    readonly meeting: MeetingAtHand
    readonly number: string
    /** Absent of an item whose title may not be shown. */
    readonly title: string | undefined
  }[]
  /** Proposals to the work programme that they decide. */
  readonly proposals: number
  readonly overdue: SomeRows
}

export interface MemberHome {
  /** The page of meetings that is open, each as in the member's own message. */
  readonly meetings: readonly MemberModel[]
  readonly page: PageShown
  readonly questions: SomeRows
  readonly wantsFewer: boolean
}

export interface OfficerHome {
  readonly owed: SomeRows
  /** In whose place they answer while those are away. */
  readonly inPlaceOf: readonly { readonly name: string; readonly owed: SomeRows }[]
  readonly reports: readonly { readonly meeting: MeetingAtHand; readonly reports: readonly ReportShown[] }[]
}

export interface AdminHome {
  readonly version: string
  readonly database: 'embedded' | 'server'
  /** Embedded with real Slack: it holds no council's record safely. */
  readonly isAtRisk: boolean
  readonly slackConnected: boolean
  readonly lastTickAt: Temporal.Instant | undefined
  readonly unsent: number
  readonly undelivered: number
  readonly withoutSlack: readonly string[]
  /** Beyond those that are named. */
  readonly moreWithoutSlack: number
}

/** Which page of a list is open, of how many. */
export interface PageShown {
  readonly at: number
  readonly pages: number
}

/** What somebody's Home shows: each part where it concerns them. */
export interface HomeModel {
  readonly name: string
  /** As the tracker's search takes a person who is chosen. */
  readonly mention: string
  readonly today: string
  readonly timeZone: string
  readonly clerk: ClerkHome | undefined
  readonly chair: ChairHome | undefined
  readonly member: MemberHome | undefined
  readonly officer: OfficerHome | undefined
  /** Overdue of those whose head of service they are. */
  readonly head: SomeRows | undefined
  readonly admin: AdminHome | undefined
  /** For somebody without any part: whom to ask. */
  readonly clerksToAsk: readonly string[]
}

/** An entry of a Home, shown whole. */
export type HomeEntry = readonly KnownBlock[]
