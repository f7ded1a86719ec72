import type { Column, FileProblem } from './file-problems.ts'
import type { SeatKind, SeatOffice, SeatVoting } from './people.ts'

/*
 * What importing a file would change, as data: shown to the administrator first, applied afterwards.
 */

/** What is stored about the council's people and the file's committee, before the import. */
export interface PresentState {
  readonly committee: PresentCommittee | undefined
  /** Everybody of the council: a person may be known from another committee. */
  readonly people: readonly PresentPerson[]
}

export interface PresentCommittee {
  readonly id: string
  readonly name: string
  readonly channelId: string | undefined
  readonly clerksChannelId: string | undefined
  readonly quorum: number | undefined
  readonly seats: readonly PresentSeat[]
  readonly duties: readonly { readonly personId: string; readonly duty: Duty }[]
}

export interface PresentPerson {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly email: string | undefined
  readonly slackUserId: string | undefined
}

export interface PresentSeat {
  readonly id: string
  readonly position: number
  readonly kind: SeatKind
  readonly group: string | undefined
  readonly voting: SeatVoting
  /** Who sits there today. */
  readonly occupant: { readonly personId: string; readonly office: SeatOffice } | undefined
}

export type Duty = 'clerk' | 'officer'

/** A person of the plan. `id` is absent for somebody who is not stored yet; `key` tells them apart. */
export interface Who {
  readonly key: string
  readonly id: string | undefined
  readonly name: string
}

export interface PlannedSeat {
  readonly position: number
  readonly kind: SeatKind
  readonly group: string | undefined
  readonly voting: SeatVoting
}

export type Difference =
  | { readonly code: 'committee-new'; readonly name: string; readonly quorum: number | undefined }
  | {
      readonly code: 'quorum-changed'
      readonly from: number | undefined
      readonly to: number
    }
  | {
      readonly code: 'channel-changed'
      readonly which: 'channel' | 'clerks_channel'
      readonly name: string
      readonly from: string | undefined
      readonly to: string
    }
  | {
      readonly code: 'person-new'
      readonly who: Who
      readonly name: string
      readonly title: string
      readonly email: string | undefined
      readonly slackUserId: string | undefined
    }
  | {
      readonly code: 'person-changed'
      readonly who: Who
      readonly field: 'name' | 'title' | 'email' | 'slackUserId'
      readonly from: string | undefined
      readonly to: string
    }
  | { readonly code: 'seat-new'; readonly seat: PlannedSeat }
  | { readonly code: 'seat-changed'; readonly from: PlannedSeat; readonly to: PlannedSeat }
  | { readonly code: 'seat-vacated'; readonly position: number; readonly who: Who }
  | {
      readonly code: 'seat-filled'
      readonly position: number
      readonly who: Who
      readonly office: SeatOffice
    }
  | {
      readonly code: 'office-changed'
      readonly position: number
      readonly who: Who
      readonly from: SeatOffice
      readonly to: SeatOffice
    }
  | { readonly code: 'duty-given'; readonly who: Who; readonly duty: Duty }
  | { readonly code: 'duty-ended'; readonly who: Who; readonly duty: Duty }

/** What stops nothing, but an administrator wants to mend. */
export type ImportWarning =
  | { readonly code: 'slack-not-asked' }
  | { readonly code: 'channel-not-said'; readonly which: ChannelColumn }
  | { readonly code: 'channel-not-found'; readonly which: ChannelColumn; readonly name: string }
  | { readonly code: 'bot-not-in-channel'; readonly which: ChannelColumn; readonly name: string }
  | { readonly code: 'nobody-clerks' }
  | { readonly code: 'nobody-chairs' }
  | { readonly code: 'clerk-without-slack'; readonly who: Who }
  | { readonly code: 'quorum-above-seats'; readonly quorum: number; readonly seats: number }

export type ChannelColumn = Extract<Column, 'channel' | 'clerks_channel'>

export interface ImportPlan {
  readonly council: string
  readonly committee: string
  /** Empty when the record already says what the file says. */
  readonly differences: readonly Difference[]
  readonly warnings: readonly ImportWarning[]
  /** How many of the file's people have a Slack account that Scrutineer knows. */
  readonly inSlack: number
  /** Imported all the same: every send lists them for the clerk, who answers for them. */
  readonly withoutSlack: readonly Who[]
}

/** The file cannot be told together with what is stored. */
export interface PlanRefusal {
  readonly code: 'file-problems'
  readonly problems: readonly FileProblem[]
}
