import type { PaperEntry } from '../../record.ts'

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

const WHO =
  'officers?|members?|councillors?|directors?|directorates?|leads?|owners?|persons?|departments?|services?|managers?|authors?|portfolio holders?'
const OFFICE =
  'report|reporting|lead|contact|link|relevant|cabinet|executive|senior|responsible|scrutiny|supporting|action'
const DONE = 'completed?|closed|done|open|ongoing|yes|no|y|n'

/** The words that councils print at the head of a column, in lower case; the more particular first. */
const HEADS: readonly (readonly [Meaning, ...string[]])[] = [
  ['title', '^title\\b'],
  ['other', '\\btype\\b', '\\bkey decisions?\\b', '^to whom\\b', '^(?:\\w+ )?witness(?:es)?\\b'],
  ['other', '\\b(?:made|addressed|recommended|referred) to\\b'],
  ['rag', '^(?:b?rag|traffic[ -]lights?)\\b', '\\bb?rag(?: rating| status)?$'],
  ['number', '^(?:rec(?:ommendation)?s?|actions?|items?|serial|row|s/?)? ?\\.?(?:nos?|nr|numbers?|#|№)\\.?$'],
  ['meetingAndMinute', '\\bminutes?\\b.*\\bdate\\b', '\\b(?:date|meeting)\\b.*\\bmin(?:ute)?s?\\b'],
  ['minute', '^min(?:ute)?s?\\b(?!.*\\b(?:action|text|resolution)\\b)'],
  ['reference', '^(?:[a-z]+ )?(?:ref(?:erence)?s?|id|code)\\b\\.?(?: ?(?:nos?|numbers?|code|#)\\.?)?$'],
  ['other', '\\bactual\\b.*\\bdate\\b', '\\b(?:date|when) (?:\\w+ )?(?:completed|closed|done)\\b'],
  [
    'other',
    '^completed (?:on|date)$',
    '^closed date$',
    '^success (?:measures?|criteria)',
    '^how\\b',
    '^evidence\\b',
  ],
  ['other', '^(?:resources?|costs?|budget|links?|risks?|key performance)\\b'],
  ['action', '\\b(?:actions?|steps?)\\b.*\\bto be\\b'],
  ['update', '\\b(?:actions?|work|steps?)\\b.*\\b(?:taken|undertaken|to date)\\b'],
  [
    'executiveDate',
    '\\b(?:exec(?:utive)?|cabinet)\\b.*\\bdate\\b',
    '\\bdate\\b.*\\b(?:exec(?:utive)?|cabinet)\\b',
  ],
  ['partExempt', '\\bpart (?:ii|2|exempt)\\b', '^(?:is (?:this|the) \\w+ )?exempt\\b', '^confidential\\b'],
  ['partExempt', '\\b(?:public|open)\\W+(?:or\\W+)?(?:private|exempt|closed)\\b'],
  ['paragraph', '^(?:exemption )?paragraph\\b'],
  [
    'due',
    '\\b(?:target|due|deadlines?|timescales?|time ?frames?|timetable|timelines?|timings?)\\b',
    '^(?:by )?when\\b',
  ],
  ['due', '\\b(?:expected|planned|anticipated|implementation|completion)\\b.*\\bdate\\b'],
  [
    'due',
    '\\bdate (?:for|of) (?:completion|implementation)\\b',
    '^(?:to be )?(?:complet|progress|implement)\\w* by\\b',
  ],
  ['due', '^to be completed\\b'],
  ['meetingDate', '\\bdate (?:of|for) (?:the )?(?:[a-z&]+ ){0,3}(?:meeting|committee|panel|board)\\b'],
  [
    'meetingDate',
    '\\b(?:meeting|committee|panel|board|scrutiny) dates?\\b',
    '^(?:date to|considered (?:at|on|by)|meetings?$)',
  ],
  ['date', '^date(?: \\w+){0,2}$', '^(?:raised|added)(?: on)?$'],
  [
    'update',
    '\\b(?:progress|updates?|latest (?:position|news)|follow[ -]?up)\\b',
    '\\b(?:current position|position statement)\\b',
  ],
  [
    'status',
    '\\bstatus\\b',
    '^achieved\\b',
    '^stage$',
    `^(?:completed?|closed|done|open)(?: ?\\W ?(?:${DONE}))*$`,
  ],
  ['reason', '^(?:expected|desired|intended) (?:outcomes?|results?)\\b'],
  ['outcome', '^(?:actual )?(?:outcomes?|results?)\\b'],
  ['score', '\\b(?:scor(?:e|es|ing)|priorit(?:y|isation))\\b'],
  ['update', '\\bresponse\\b', '^(?:reply|answer|feedback|explanation|position)\\b'],
  ['update', '\\b(?:cabinet|executive) decision\\b(?! maker)'],
  [
    'comments',
    '^(?:comments?|notes?|remarks?|commentary|observations?|additional|further|other)\\b',
    '\\bcomments?$',
  ],
  [
    'owner',
    '^(?:by )?whom?\\b',
    '\\b(?:responsib\\w+|accountab\\w+|assigned|allocated|owners?)\\b',
    '\\baction(?:ed)? by\\b',
  ],
  ['owner', '[/&]\\s?leads?$', '^(?:invited|invitees?|presenters?|presented by)\\b'],
  ['owner', '\\bdecision (?:makers?|takers?)\\b', `^(?:${OFFICE})?(?: ?(?:\\W|and|or) ?)?(?:${WHO})\\b`],
  [
    'recommendation',
    '^(?!reasons?\\b|rationale\\b|purpose\\b).*\\b(?:recommendations?|resolutions?|resolved|decisions?)\\b',
  ],
  [
    'recommendation',
    '^(?!reasons?\\b|purpose\\b).*\\b(?:requests?|requirements?|(?:agreed|improvement) actions?|undertakings?)\\b',
  ],
  ['reason', '\\b(?:reasons?|purpose|rationale|objectives?|aims?|details|scope|background|why|benefits?)\\b'],
  ['reason', '\\b(?:overview|summary|brief)\\b'],
  [
    'origin',
    '^(?:origin|source|committee|panel|board|select committee|raised by|requested by|originat\\w+|body)\\b',
  ],
  [
    'action',
    '\\bactions?\\b',
    '\\btasks?$',
    '^activit(?:y|ies)$',
    '^activity\\b',
    '^quer(?:y|ies)\\b',
    '^questions?\\b',
  ],
  ['item', '^(?:agenda )?items?$', '^items? of business$'],
  ['description', '^(?:description|desc|detail|issue and description)\\b'],
  [
    'title',
    '^what\\b',
    '\\b(?:titles?|topics?|subjects?|issues?|matters?|items?|reports?|reviews?|business)\\b',
  ],
  ['title', '\\b(?:themes?|areas?|policy|policies|projects?)\\b'],
  ['section', '^(?:category|section|workstream|heading|quarter)$'],
]
const PATTERNS = HEADS.map(([meaning, ...words]) => ({ meaning, pattern: new RegExp(words.join('|')) }))

/** "Recommendation tracker", "Work programme": what the whole table is called. */
const NAMES_TABLE =
  /\b(?:tracker|tracking|log|programme|schedule|snapshot)\b|\b(?:work|forward|action|improvement) plan\b/
/** A head is a few words, not a sentence. */
const LONGEST_HEAD = 12

/** "Progress at March 2026": of when the column tells. */
const OF_WHEN =
  /\s*(?:\b(?:as )?(?:at|of|to|in|for)\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\d{4}$/i
const HOW_FAR: ReadonlySet<Meaning> = new Set(['update', 'status', 'rag', 'comments', 'outcome'])
/** "Min. No." is no sentence. */
const SHORTENED = /\b(?:min|no|ref|rec|resp|officer)\.(?=\s)/gi

/** What a column holds by the words at its head. */
export function meaningOf(head: string): Meaning | undefined {
  const timeless = head.length <= 100 ? head.replace(OF_WHEN, '') : head
  if (timeless === head) return meaningOfWords(head)
  const meaning = meaningOfWords(timeless)
  return meaning && HOW_FAR.has(meaning) ? meaning : undefined
}

function meaningOfWords(head: string): Meaning | undefined {
  if (head.length > 100) return undefined
  const words = head
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[?:*]+/g, ' ')
    .replace(SHORTENED, (word) => word.slice(0, -1))
    .replace(/\s+/g, ' ')
    .trim()
  if (words.split(' ').length > LONGEST_HEAD || /[.;]\s|\d{4}/.test(words) || NAMES_TABLE.test(words))
    return undefined
  return PATTERNS.find(({ pattern }) => pattern.test(words))?.meaning
}
