/** A meeting in a Modern.Gov site's list of a committee's meetings. */
export interface ListedMeeting {
  readonly siteMeetingId: number
  /** ISO civil date. */
  readonly date: string
  /** As the council's clerk typed it: "10.00 am", "13:30". */
  readonly time: string
  /** Free text: "Confirmed", "Cancelled", "Confirmed; Rescheduled from 24 September 2026". */
  readonly status: string
}

/** A paper of a meeting that the public may open. Of a restricted one nothing is kept but that there is one. */
export interface SitePaper {
  /** What tells it from another, however the site writes its address. */
  readonly key: string
  readonly address: string
  readonly title: string
  /** The number of its item; empty where it belongs to the whole meeting. */
  readonly item: string
}

/** What the site says of one meeting. */
export interface SiteMeeting extends ListedMeeting {
  readonly venue: string
  /** The agenda is out, and with it the pack. */
  readonly hasAgenda: boolean
  readonly papers: readonly SitePaper[]
  /** How many papers are closed to the public. */
  readonly restricted: number
  /** Who named the papers: the web service those of items, the page those of the whole meeting. */
  readonly isByService: boolean
  readonly isByPage: boolean
}

/** A committee's meetings ahead, as a site shows them at one look. */
export interface SiteLook {
  readonly meetings: readonly SeenOnSite[]
}

/** A listed meeting; what is on its own page only where that was asked for and answered. */
export interface SeenOnSite {
  readonly listed: ListedMeeting
  readonly whole: SiteMeeting | undefined
}

/** Why a site could not be looked at: a code, and the figure that explains it. */
export interface LookProblem {
  readonly code: string
  readonly figure?: number
  /** How long the site asked to be left alone. */
  readonly retryAfterMs?: number
}
