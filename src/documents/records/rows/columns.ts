import type { PaperEntry } from '../../record.ts'
import type { Row } from './table-rows.ts'

/** What a column holds: a field of the entries, or something that only the rest of the head or the cell decides. */
export type Meaning =
  | keyof PaperEntry
  /** "Action": what is asked for, unless another column holds that; then what was done. */
  | 'action'
  /** "Item": a number or a title. */
  | 'item'
  /** "Description": what is asked for where no column says so better. */
  | 'description'
  /** "Outcome": one word of status, or a report. */
  | 'outcome'
  /** The date of the meeting and the minute in one cell. */
  | 'meetingAndMinute'
  /** Known, and no field of an entry ("Success measures", "Actual completion date"). */
  | 'other'

/** The column of each field, from 0; the same field in two columns is kept in reading order. */
export interface Columns {
  meanings: ReadonlyMap<number, Meaning>
  /** The column with the main text of a row. */
  main: number
  /** How many columns the head has. */
  width: number
}

const WHO =
  'officers?|members?|councillors?|directors?|directorates?|leads?|owners?|persons?|departments?|services?|managers?|authors?|portfolio holders?'
/** The words that councils print at the head of a column, the more particular first. */
const HEADS: readonly (readonly [RegExp, Meaning])[] = [
  [/^title\b/, 'title'],
  [
    /\btype\b|\bkey decisions?\b|\b(?:made|addressed|recommended|referred) to\b|^to whom\b|^(?:\w+ )?witness(?:es)?\b/,
    'other',
  ],
  [/^(?:b?rag|traffic[ -]lights?)\b|\bb?rag(?: rating| status)?$/, 'rag'],
  [/^(?:rec(?:ommendation)?s?|actions?|items?|serial|row|s\/?)? ?\.?(?:nos?|nr|numbers?|#|№)\.?$/, 'number'],
  [/\bminutes?\b.*\bdate\b|\bdate\b.*\bmin(?:ute)?s?\b|\bmeeting\b.*\bmin(?:ute)?s?\b/, 'meetingAndMinute'],
  [/^min(?:ute)?s?\b(?!.*\b(?:action|text|resolution)\b)/, 'minute'],
  [/^(?:[a-z]+ )?(?:ref(?:erence)?s?|id|code)\b\.?(?: ?(?:nos?|numbers?|code|#)\.?)?$/, 'reference'],
  [
    /\bactual\b.*\bdate\b|\b(?:date|when) (?:\w+ )?(?:completed|closed|done)\b|^completed (?:on|date)$|^closed date$/,
    'other',
  ],
  [
    /^success (?:measures?|criteria)|^how\b|^evidence\b|^(?:resources?|costs?|budget|links?|risks?|key performance)\b/,
    'other',
  ],
  [/\b(?:action|work|steps?)\b.*\b(?:taken|undertaken|to date)\b/, 'update'],
  [/\b(?:exec(?:utive)?|cabinet)\b.*\bdate\b|\bdate\b.*\b(?:exec(?:utive)?|cabinet)\b/, 'executiveDate'],
  [
    /\bpart (?:ii|2|exempt)\b|^(?:is (?:this|the) \w+ )?exempt\b|\bopen or exempt\b|\b(?:public|open)\W+(?:private|exempt|closed)\b|^confidential\b/,
    'partExempt',
  ],
  [/^(?:exemption )?paragraph\b/, 'paragraph'],
  [
    /\b(?:target|due|deadlines?|timescales?|time ?frames?|timetable|timelines?|timings?)\b|^(?:by )?when\b|\b(?:expected|planned|anticipated|implementation|completion)\b.*\bdate\b|\bdate (?:for|of) (?:completion|implementation)\b|^(?:to be )?(?:complet|progress|implement)\w* by\b|^to be completed\b/,
    'due',
  ],
  [
    /\bdate (?:of|for) (?:the )?(?:[a-z&]+ ){0,3}(?:meeting|committee|panel|board)\b|\b(?:meeting|committee|panel|board|scrutiny) dates?\b|^(?:date to|considered (?:at|on|by)|meetings?$)/,
    'meetingDate',
  ],
  [/^date(?: \w+){0,2}$|^(?:raised|added)(?: on)?$/, 'date'],
  [
    /\b(?:progress|updates?|latest (?:position|news)|current position|position statement|follow[ -]?up)\b/,
    'update',
  ],
  [
    /\bstatus\b|^(?:completed?|closed|done|open)\??(?: ?\W ?(?:completed?|closed|done|open|ongoing|y|n|yes|no)\??)*$|^achieved\b|^stage$/,
    'status',
  ],
  [/^(?:expected|desired|intended) (?:outcomes?|results?)\b/, 'reason'],
  [/^(?:actual )?(?:outcomes?|results?)\b/, 'outcome'],
  [/\b(?:scor(?:e|es|ing)|priorit(?:y|isation))\b/, 'score'],
  [
    /\bresponse\b|^(?:reply|answer|feedback|explanation|position)\b|\b(?:cabinet|executive) decision\b(?! maker)/,
    'update',
  ],
  [
    /^(?:comments?|notes?|remarks?|commentary|observations?|additional|further|other)\b|\bcomments?$/,
    'comments',
  ],
  [
    new RegExp(
      `^(?:by )?who\\b|\\b(?:responsib\\w+|accountab\\w+|assigned|allocated|owners?|action(?:ed)? by|decision (?:makers?|takers?))\\b|^(?:report(?:ing)?|lead|contact|link|relevant|cabinet|executive|senior|responsible|scrutiny|supporting|action)?(?: ?(?:\\W|and|or) ?)?(?:${WHO})\\b`,
    ),
    'owner',
  ],
  [
    /^(?!reasons?\b|rationale\b|purpose\b).*\b(?:recommendations?|resolutions?|resolved|decisions?|requests?|requirements?|agreed actions?|improvement actions?|undertakings?)\b/,
    'recommendation',
  ],
  [
    /\b(?:reasons?|purpose|rationale|objectives?|aims?|details|scope|background|why|expected outcomes?|benefits?|overview|summary|brief)\b/,
    'reason',
  ],
  [
    /^(?:origin|source|committee|panel|board|select committee|raised by|requested by|originat\w+|body)\b/,
    'origin',
  ],
  [/\bactions?\b|\btasks?$|^activity\b|^activities$|^queries$|^query\b|^questions?\b/, 'action'],
  [/^(?:agenda )?items?$|^items? of business$/, 'item'],
  [/^(?:description|desc|detail|issue and description)\b/, 'description'],
  [
    /^what\b|\b(?:titles?|topics?|subjects?|issues?|matters?|items?|reports?|reviews?|business|themes?|areas?|subject area|policy|policies|projects?|objective)\b/,
    'title',
  ],
  [/^(?:category|section|workstream|heading|type|quarter)$/, 'section'],
]
/** "Recommendation tracker", "Work programme": what the whole table is called. */
const NAMES_TABLE =
  /\b(?:tracker|tracking|log|programme|schedule|snapshot)\b|\b(?:work|forward|action|improvement) plan\b/
/** A head is a few words, not a sentence. */
const LONGEST_HEAD = 12

export type RowsOf = 'tracker' | 'work-programme'

/** The columns under this row where it is the head of a table of entries; a row of data is no head. */
export function columnsOf(row: Row, of: RowsOf): Columns | undefined {
  if (row.cells.size < 2) return undefined
  const read = [...row.cells].map(([column, text]) => ({ column, text, meaning: meaningOf(text) }))
  const known = read.filter(({ meaning }) => meaning !== undefined).length
  if (known < 2 || known * 3 < read.length * 2) return undefined
  const meanings = settled(
    read.flatMap(({ column, text, meaning }) => (meaning ? [{ column, text, meaning }] : [])),
    of,
  )
  const main = mainColumn(meanings, of)
  return main === undefined ? undefined : { meanings, main, width: Math.max(...row.cells.keys()) + 1 }
}

export function meaningOf(head: string): Meaning | undefined {
  if (head.length > 100) return undefined
  const words = head
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[?:*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.split(' ').length > LONGEST_HEAD || /[.;]\s|\d{4}/.test(head) || NAMES_TABLE.test(words))
    return undefined
  return HEADS.find(([pattern]) => pattern.test(words))?.[1]
}

interface Read {
  column: number
  text: string
  meaning: Meaning
}

/** Of the cabinet member who answers for a matter and the officer who does it, the officer is its owner. */
const DOES_IT = /officer|owner|\bwho\b|responsib|assigned|action(?:ed)? by/i

/** Each column with its field: what a word alone leaves open, the other columns decide. */
function settled(read: readonly Read[], of: RowsOf): Map<number, Meaning> {
  const has = (meaning: Meaning): boolean => read.some((one) => one.meaning === meaning)
  const meanings = new Map<number, Meaning>()
  for (const { column, meaning } of read) meanings.set(column, meaning)
  const owners = read.filter(({ meaning }) => meaning === 'owner')
  const owner = owners.find(({ text }) => DOES_IT.test(text)) ?? owners[0]
  for (const { column, meaning } of read) {
    if (meaning === 'owner' && column !== owner?.column) meanings.set(column, 'other')
    else if (meaning === 'action') {
      if (of === 'tracker' && !has('recommendation')) meanings.set(column, 'recommendation')
      else meanings.set(column, has('update') ? 'other' : 'update')
    } else if (meaning === 'description') {
      const better = has('recommendation') || has('action') || has('title')
      meanings.set(column, better ? 'reason' : 'recommendation')
    } else if (meaning === 'item' && has('title') && !has('number')) meanings.set(column, 'number')
    else if (meaning === 'date' && of === 'work-programme' && !has('meetingDate'))
      meanings.set(column, 'meetingDate')
    else if (meaning === 'outcome' && of === 'work-programme')
      meanings.set(column, has('reason') ? 'other' : 'reason')
    else if (meaning === 'recommendation' && of === 'work-programme' && has('title'))
      meanings.set(column, 'reason')
  }
  return meanings
}

/** Of two columns that could hold the main text, a tracker's is what was asked for, a programme's the topic. */
function mainColumn(meanings: ReadonlyMap<number, Meaning>, of: RowsOf): number | undefined {
  const order: readonly Meaning[] =
    of === 'tracker' ? ['recommendation', 'title', 'item'] : ['title', 'item', 'recommendation']
  for (const wanted of order) for (const [column, meaning] of meanings) if (meaning === wanted) return column
  return undefined
}
