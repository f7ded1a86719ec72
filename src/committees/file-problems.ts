/** The columns of the import file, in the order in which the guide names them. */
export const COLUMNS = [
  'council',
  'nation',
  'committee',
  'channel',
  'clerks_channel',
  'quorum',
  'name',
  'title',
  'email',
  'role',
  'group',
  'voting',
] as const

export type Column = (typeof COLUMNS)[number]

/** Where a problem stands and what it is; `words.en.ts` says it, with the mend. */
export interface FileProblem {
  /** As a spreadsheet counts: the header is line 1. */
  readonly line: number
  readonly column?: Column | undefined
  readonly fault: FileFault
}

export type FileFault =
  | { readonly code: 'too-big'; readonly bytes: number; readonly most: number }
  | { readonly code: 'workbook' }
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-people' }
  | { readonly code: 'no-seats' }
  | { readonly code: 'too-many-rows'; readonly most: number }
  | { readonly code: 'not-csv'; readonly said: string }
  | { readonly code: 'column-missing' }
  | { readonly code: 'column-unknown'; readonly said: string; readonly meant: string | undefined }
  | { readonly code: 'column-twice' }
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly columns: number }
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly length: number; readonly most: number }
  | { readonly code: 'not-one-of'; readonly said: string; readonly allowed: readonly string[] }
  | { readonly code: 'not-a-quorum'; readonly said: string; readonly most: number }
  | { readonly code: 'not-an-email'; readonly said: string }
  | { readonly code: 'not-a-channel'; readonly said: string }
  | { readonly code: 'same-channel'; readonly channel: string }
  | {
      readonly code: 'contradicts'
      readonly said: string
      readonly first: string
      readonly firstLine: number
    }
  | { readonly code: 'group-without-councillor'; readonly role: string }
  | { readonly code: 'voting-without-seat'; readonly role: string }
  | { readonly code: 'second-chair'; readonly firstLine: number }
  | { readonly code: 'email-twice'; readonly email: string; readonly firstLine: number }
  | { readonly code: 'person-twice'; readonly name: string; readonly firstLine: number }
  /** Only seen beside what is stored: several people of the council bear the name. */
  | { readonly code: 'name-of-several'; readonly name: string }
  /** Only seen beside Slack: two addresses lead to one account. */
  | { readonly code: 'slack-account-twice'; readonly firstLine: number }
  | { readonly code: 'slack-account-of-another'; readonly owner: string }
