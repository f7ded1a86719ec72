/**
 * The record of one document, as `read --json` prints it and as `corpus/SCHEMA.md` describes it. A key that
 * the paper does not state is left out, never guessed; an empty list says that the paper states that there
 * were none. Dates are `YYYY-MM-DD`, times `HH:MM` of 24 hours, names without Councillor, Mr, Mrs, Dr or
 * letters after the name, and `item` is an item's number as printed, or its title where none is printed.
 */
export interface DocumentRecord {
  kind: DocumentKind

  council?: string
  /** The body that meets, as printed. */
  committee?: string
  /** Of the meeting; of a report, the meeting that it goes to. */
  date?: string
  time?: string
  /** When the meeting closed. */
  ended?: string
  /** The close that the notice foresees. */
  plannedEnd?: string
  venue?: string
  cancelled?: boolean
  title?: string
  /** Date of issue. */
  published?: string
  draft?: true
  supplementNo?: number
  /** The officer to ask about the paper. */
  clerk?: string

  chair?: string
  viceChair?: string
  /** Membership listed on a front sheet, chair included. */
  members?: string[]
  /** Members listed as present, chair included. */
  present?: string[]
  /** Officers, guests and visiting councillors. */
  inAttendance?: string[]
  publicPresent?: string[]
  apologies?: string[]
  lateness?: Lateness[]
  leftEarly?: EarlyLeave[]
  substitutes?: Substitution[]
  apologyReasons?: ApologyReason[]
  declarations?: DeclaredInterest[]
  lobbying?: Lobbying[]

  items?: PaperItem[]
  resolutions?: PaperResolution[]
  votes?: PaperVote[]
  /** Motions, bids or proposals that were refused, in the paper's words. */
  notApproved?: string[]
  actions?: PaperAction[]
  questions?: PaperQuestion[]
  callIn?: CallIn
  /** Last day on which a decision can be called in. */
  callInDeadline?: string

  /** Rows of a tracker or a work programme. */
  entries?: PaperEntry[]
  /** The years or months that a work programme is for. */
  period?: string

  /** The item of the agenda that a report is for. */
  item?: string
  pages?: string
  wards?: string
  keyDecision?: boolean
  implementation?: string
  executiveLead?: string
  supportingOfficer?: string
  author?: string
  cabinetMember?: string
  cmtMember?: string
  contact?: string
  part?: string
  recommendations?: Clause[]
}

export type DocumentField = keyof DocumentRecord

export type DocumentKind =
  | 'agenda'
  /** A meeting's page with both. */
  | 'agenda+minutes'
  | 'minutes'
  | 'supplement'
  | 'decisions'
  | 'tracker'
  | 'work-programme'
  | 'report'

/** One line of business. */
export interface PaperItem {
  /** As printed, without its full stop; empty where the paper prints none. */
  number: string
  title: string
  /** As `7-28`. */
  pages?: string
  /** Closed to the public. */
  exempt?: true
  /** Only an enclosure is closed. */
  part?: true
  /** The paragraph of Schedule 12A that the paper gives as the reason. */
  paragraph?: string
  minuteNumber?: string
  /** Business that whoever presides has let in late. */
  urgent?: true
  /** Its report was not sent with the paper. */
  toFollow?: true
}

export interface Lateness {
  member: string
  arrived?: string
}

export interface EarlyLeave {
  member: string
  at?: string
  afterItem?: string
}

export interface Substitution {
  for: string
  by: string
}

export interface ApologyReason {
  member: string
  reason: string
}

export interface DeclaredInterest {
  member: string
  item?: string
  /** In the paper's words, lower case: "disclosable pecuniary", "personal and prejudicial"; or "interest". */
  type?: string
  nature?: string
  leftRoom?: boolean
  tookNoPart?: boolean
  coopted?: true
}

export interface Lobbying {
  member: string
  item?: string
}

/** What the meeting resolved, agreed, approved, noted or advised, in full. */
export interface PaperResolution {
  item?: string
  text: string
  clauses?: Clause[]
  textTruncated?: true
}

/** One part of a resolution or of a report's recommendations; the children of 2 are 2a and 2b, in reading order. */
export interface Clause {
  label: string
  text: string
}

export type VoteMode =
  /** With names, or a division. */
  | 'recorded'
  | 'unanimous'
  /** Counted without names. */
  | 'show-of-hands'
  /** Put to the vote without a count. */
  | 'voice'

/** A count is there only where the paper states it; 0 only where it says that there were none. */
export interface PaperVote {
  item?: string
  on?: string
  mode: VoteMode
  result: 'carried' | 'lost'
  for?: number
  against?: number
  abstain?: number
  noVote?: number
  casting?: string
  names?: VoteNames
  moved?: string
  seconded?: string
  /** How the paper says that it was unanimous or agreed. */
  wording?: string
}

export interface VoteNames {
  for?: string[]
  against?: string[]
  abstain?: string[]
  noVote?: string[]
}

/** What somebody agreed to do or was asked to do: the sentence. */
export interface PaperAction {
  item?: string
  text: string
  owner?: string
  due?: string
}

/** A lettered line of questioning. */
export interface PaperQuestion {
  item?: string
  label: string
  text: string
}

export interface CallIn {
  decisionDate?: string
  signatories?: string[]
  outcome?: string
}

/** A row of a tracker (`recommendation`) or of a work programme (`title`); dates with a day are ISO, others as printed. */
export interface PaperEntry {
  recommendation?: string
  title?: string
  reference?: string
  number?: string
  minute?: string
  origin?: string
  date?: string
  meetingDate?: string
  executiveDate?: string
  due?: string
  owner?: string
  status?: string
  rag?: string
  update?: string
  comments?: string
  reason?: string
  score?: string
  section?: string
  partExempt?: boolean
  paragraph?: string
}
