import { clockTime, longDate } from '../../calendar/words.en.ts'
import type * as record from '../record.ts'

/** A value of a record in words: a line, and what belongs under it. */
export interface Told {
  readonly text: string
  readonly under?: readonly string[]
}

/** How people read a field: under which heading, and each of its values in words. */
export interface FieldWords<Value> {
  readonly label: string
  /** How several values stand: in one line, as names do, or each on its own. */
  readonly several?: 'in-line' | 'each'
  tell(value: Value): readonly Told[]
}

type Field = Exclude<record.DocumentField, 'kind'>

/** Every field of a record, in the order in which people look for them. */
export const FIELD_WORDS: { readonly [F in Field]: FieldWords<NonNullable<record.DocumentRecord[F]>> } = {
  council: text('Council'),
  committee: text('Committee'),
  title: text('Title'),
  date: { label: 'Date', tell: (date) => one(dateWords(date)) },
  time: { label: 'Start', tell: (time) => one(timeWords(time)) },
  ended: { label: 'Closed', tell: (time) => one(timeWords(time)) },
  plannedEnd: { label: 'Planned end', tell: (time) => one(timeWords(time)) },
  venue: text('Place'),
  cancelled: { label: 'Cancelled', tell: yesOrNo },
  published: { label: 'Published', tell: (date) => one(dateWords(date)) },
  draft: { label: 'Draft', tell: yesOrNo },
  supplementNo: { label: 'Supplement', tell: (number) => one(String(number)) },
  clerk: text('Please ask for'),

  chair: text('Chair'),
  viceChair: text('Vice Chair'),
  members: names('Members'),
  present: names('Present'),
  inAttendance: names('In attendance'),
  publicPresent: names('Public'),
  apologies: names('Apologies'),
  apologyReasons: each('Reasons for absence', ({ member, reason }) => ({ text: `${member}: ${reason}` })),
  lateness: each('Late', ({ member, arrived }) => ({
    text: listed(member, arrived && `arrived ${timeWords(arrived)}`),
  })),
  leftEarly: each('Left early', ({ member, at, afterItem }) => ({
    text: listed(member, at && `at ${timeWords(at)}`, afterItem && `after item ${afterItem}`),
  })),
  substitutes: each('Substitutes', ({ for: absent, by }) => ({ text: `${by} for ${absent}` })),
  declarations: each('Interests declared', declarationWords),
  lobbying: each('Lobbied', ({ member, item }) => ({ text: listed(member, item && `item ${item}`) })),

  items: each('Items', itemWords),
  resolutions: each('Resolutions', resolutionWords),
  votes: each('Votes', voteWords),
  notApproved: each('Not approved', (motion) => ({ text: motion })),
  actions: each('Actions', ({ item, text, owner, due }) => ({
    text: `${itemFirst(item)}${text}`,
    under: known(owner && `Owner: ${owner}`, due && `Due: ${dateWords(due)}`),
  })),
  questions: each('Questions', ({ item, label, text }) => ({ text: `${itemFirst(item)}${label}. ${text}` })),
  callIn: { label: 'Call-in', tell: callInWords },
  callInDeadline: { label: 'Call-in until', tell: (date) => one(dateWords(date)) },

  item: text('Item'),
  pages: text('Pages'),
  wards: text('Wards'),
  keyDecision: { label: 'Key decision', tell: yesOrNo },
  implementation: text('Implementation'),
  executiveLead: text('Executive lead'),
  supportingOfficer: text('Officer'),
  author: text('Author'),
  cabinetMember: text('Cabinet member'),
  cmtMember: text('CMT member'),
  contact: text('Contact'),
  part: text('Part'),
  period: text('Period'),
  recommendations: each('Recommendations', (clause) => ({ text: clauseWords(clause) })),
  entries: each('Rows', entryWords),
}

/** The paper says that there were none, which is not the same as saying nothing. */
export const statedNoneWords = 'none'

function text(label: string): FieldWords<string> {
  return { label, tell: one }
}

function names(label: string): FieldWords<readonly string[]> {
  return { label, several: 'in-line', tell: (value) => value.flatMap(one) }
}

function each<Entry>(label: string, tell: (entry: Entry) => Told): FieldWords<readonly Entry[]> {
  return { label, several: 'each', tell: (value) => value.map(tell) }
}

function one(text: string): Told[] {
  return [{ text }]
}

function yesOrNo(value: boolean): Told[] {
  return one(value ? 'yes' : 'no')
}

function dateWords(date: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? longDate(date) : date
}

function timeWords(time: string): string {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? clockTime(time) : time
}

function itemFirst(item: string | undefined): string {
  return item === undefined ? '' : /\d/.test(item) && item.length < 15 ? `Item ${item}: ` : `${item}: `
}

function itemWords(item: record.PaperItem): Told {
  const closed = item.exempt && (item.part ? 'partly closed' : 'closed')
  const marks = known(
    closed && (item.paragraph ? `${closed}, paragraph ${item.paragraph}` : closed),
    item.urgent && 'urgent',
    item.minuteNumber && `minute ${item.minuteNumber}`,
  )
  const pages = item.pages ? ` (pages ${item.pages})` : ''
  return {
    text: `${item.number.padStart(3)}  ${item.title}${pages}${marks.map((mark) => ` [${mark}]`).join('')}`,
  }
}

function declarationWords(declared: record.DeclaredInterest): Told {
  const { member, type, item, nature } = declared
  const interest = listed(type, item && `item ${item}`, declared.coopted && 'co-opted')
  return {
    text: interest === '' ? member : `${member}: ${interest}`,
    under: known(
      nature,
      declared.leftRoom !== undefined && (declared.leftRoom ? 'Left the room' : 'Stayed in the room'),
      declared.tookNoPart !== undefined && (declared.tookNoPart ? 'Took no part' : 'Took part'),
    ),
  }
}

function resolutionWords({ item, text, clauses = [], textTruncated }: record.PaperResolution): Told {
  const { before, after } = aroundClauses(text, clauses)
  const end = textTruncated ? ' [cut short in the paper]' : ''
  const under = [...clauses.map(clauseWords), ...known(after)]
  return { text: `${itemFirst(item)}${before}${end}`, under }
}

/** What of a resolution stands before and after its clauses: its text holds them too, and nobody reads them twice. */
function aroundClauses(text: string, clauses: readonly record.Clause[]): { before: string; after: string } {
  const [first, last] = [clauses[0], clauses.at(-1)]
  const begins = first ? text.indexOf(first.text) : -1
  const ends = last ? text.lastIndexOf(last.text) : -1
  if (!first || !last || begins < 0 || ends < begins) return { before: text, after: '' }
  const before = text.slice(0, begins).trimEnd()
  // The first clause's own label: "1.", "(a)".
  const lead = before.replace(/(?:^|\s)\(?([\da-z]{1,4})[.):]{0,2}$/i, (end, label) =>
    label === first.label ? '' : end,
  )
  return { before: lead.trimEnd(), after: text.slice(ends + last.text.length).trim() }
}

const MODES: Readonly<Record<record.VoteMode, string>> = {
  recorded: 'recorded vote',
  unanimous: 'unanimous',
  'show-of-hands': 'show of hands',
  voice: 'without a count',
}

function voteWords(vote: record.PaperVote): Told {
  const counts = known(
    vote.for !== undefined && `${vote.for} for`,
    vote.against !== undefined && `${vote.against} against`,
    vote.abstain !== undefined && `${vote.abstain} abstained`,
    vote.noVote !== undefined && `${vote.noVote} did not vote`,
  )
  const result = listed(vote.result, MODES[vote.mode], ...counts)
  const { names = {} } = vote
  return {
    text: `${itemFirst(vote.item)}${vote.on === undefined ? '' : `${vote.on}: `}${result}`,
    under: known(
      vote.moved && `Moved: ${vote.moved}`,
      vote.seconded && `Seconded: ${vote.seconded}`,
      names.for && `For: ${names.for.join(', ') || statedNoneWords}`,
      names.against && `Against: ${names.against.join(', ') || statedNoneWords}`,
      names.abstain && `Abstained: ${names.abstain.join(', ') || statedNoneWords}`,
      names.noVote && `Did not vote: ${names.noVote.join(', ') || statedNoneWords}`,
      vote.casting && `Casting vote: ${vote.casting}`,
      vote.wording && `In the paper’s words: ${vote.wording}`,
    ),
  }
}

function callInWords({ decisionDate, signatories, outcome }: record.CallIn): Told[] {
  return known(
    decisionDate && `Decision of ${dateWords(decisionDate)}`,
    signatories && `Called in by ${signatories.join(', ')}`,
    outcome,
  ).flatMap(one)
}

function clauseWords({ label, text }: record.Clause): string {
  return label === '' ? text : `${label}. ${text}`
}

/** What a row of a tracker or work programme says beside its main text. */
const COLUMNS: {
  readonly [Column in keyof Required<Omit<record.PaperEntry, 'recommendation' | 'title'>>]: string
} = {
  reference: 'Reference',
  number: 'Number',
  section: 'Section',
  minute: 'Minute',
  origin: 'From',
  date: 'Date',
  meetingDate: 'Meeting',
  executiveDate: 'Executive',
  due: 'Due',
  owner: 'Owner',
  status: 'Status',
  rag: 'RAG',
  update: 'Update',
  comments: 'Comments',
  reason: 'Reason',
  score: 'Score',
  partExempt: 'Closed',
  paragraph: 'Paragraph',
}

function entryWords(entry: record.PaperEntry): Told {
  const { recommendation, title, partExempt, ...rest } = entry
  const cells = Object.entries({
    ...rest,
    ...(partExempt === undefined ? {} : { partExempt: partExempt ? 'in part' : 'no' }),
  })
  const main = recommendation ?? title
  const under = Object.entries(COLUMNS).flatMap(([column, label]) =>
    cells.flatMap(([name, value]) => (name === column ? [`${label}: ${dateWords(value)}`] : [])),
  )
  const both = recommendation !== undefined && title !== undefined ? [`Title: ${title}`] : []
  const [first = '', ...others] = main === undefined ? under : [main, ...both, ...under]
  return { text: first, under: others }
}

/** What is there, with commas. */
function listed(...parts: readonly (string | false | undefined)[]): string {
  return known(...parts).join(', ')
}

function known(...parts: readonly (string | false | undefined)[]): string[] {
  return parts.flatMap((part) => part || [])
}
