import { labelByWords } from './label-words.ts'

/** What the front sheet of a report says under a label. */
export type ReportLabel =
  | 'title'
  | 'committee'
  | 'date'
  | 'item'
  | 'wards'
  | 'keyDecision'
  | 'implementation'
  | 'executiveLead'
  | 'supportingOfficer'
  | 'author'
  | 'cabinetMember'
  | 'cmtMember'
  | 'contact'
  | 'part'
  | 'published'
  | 'reportOf'
  /** A label of front sheets for which the record has no field; it ends the value above it. */
  | 'other'

const S = '(?:\\(s\\)|\\/s|s)?'
const CONTACT = '(?: (?:name|contact|details|title|and|telephone|number|email|role)){0,4}'
const BODY = '(?:committee|cabinet|panel|board|forum|council|executive|decision(?:[ -]making)? body)'
const AREA = `(?:electoral )?(?:ward|division|area|locality|community|parish)${S}`

/** As councils print them, in lower case and without colon or question mark; the more particular first. */
const LABELS: readonly (readonly [string, ReportLabel])[] = [
  ['(?:report |paper |agenda )?(?:title|subject|name)(?: of (?:the )?(?:report|paper|item))?', 'title'],
  ['report on', 'title'],

  [`(?:name of )?(?:${BODY}|meeting|decision maker)(?: name)?`, 'committee'],
  [`${BODY} ?/ ?meeting|meeting ?/ ?${BODY}|name of meeting|meeting of`, 'committee'],
  ['(?:report|submitted|presented|reporting|addressed) (?:to|for)|to|for', 'committee'],

  [`(?:meeting|report|${BODY}) date`, 'date'],
  [`date(?: of)?(?: the)?(?: (?:meeting|decision|${BODY})){0,2}(?: and time)?|on`, 'date'],
  ['(?:date|time) ?(?:and|&|/) ?(?:time|date)(?: of (?:the )?meeting)?', 'date'],

  ['(?:agenda )?item(?: no\\.?| number)?', 'item'],

  [
    `${AREA}(?: ?(?:/|and|or|&) ?${AREA}){0,2}(?: (?:specifically |directly |particularly |most )?(?:affected|involved|concerned|covered))?`,
    'wards',
  ],
  [`affected ${AREA}|local ${AREA}|(?:if yes, )?name${S} of ${AREA}(?: affected)?`, 'wards'],

  [
    '(?:is (?:this|it|the (?:decision|report|matter)) (?:a )?)?key(?: or non-?key)?(?: executive)? decision(?: status| required)?(?: \\(?(?:yes/no|y/n)\\)?)?',
    'keyDecision',
  ],
  [
    '(?:report for )?key ?(?:/|or) ?non-? ?key(?: decision)?|non-? ?key decision|decision type|type of (?:key )?decision',
    'keyDecision',
  ],

  [
    'when (?:does|will|is) the decision (?:need to be |to be |be )?(?:implemented|take effect)',
    'implementation',
  ],
  ['(?:date of |proposed )?implementation(?: date)?', 'implementation'],

  [`executive (?:lead|member)(?: member)?${S}${CONTACT}`, 'executiveLead'],

  [
    `(?:report |officer )?author${S}(?: (?:of|for) (?:the |this )?report)?${CONTACT}|author of report`,
    'author',
  ],
  [`author ?(?:/|and) ?lead officer(?: of report)?${CONTACT}|report(?:ing)? officer${CONTACT}`, 'author'],
  ['(?:report )?(?:prepared|written) by|originator', 'author'],

  [
    `(?:supporting|contact|lead|responsible|accountable|link|service|presenting) officer${S}${CONTACT}`,
    'supportingOfficer',
  ],
  [`officer presenting(?: the)?(?: report)?|officer (?:contact|responsible)${CONTACT}`, 'supportingOfficer'],
  ['(?:contact )?for further information(?: contact)?|contact person', 'supportingOfficer'],

  [
    `(?:relevant |lead |responsible |appropriate )?(?:cabinet|portfolio) (?:member|holder|lead|councillor)${S}(?: ?(?:/|and|&) ?portfolio)?(?: responsible| consulted)?${CONTACT}`,
    'cabinetMember',
  ],
  [`lead (?:member|councillor)${S}${CONTACT}|cabinet member ?/ ?lead|portfolio`, 'cabinetMember'],

  ['(?:cmt|smt|clt|elt|slt|corporate (?:management|leadership) team) (?:member|lead|sponsor)', 'cmtMember'],

  [`contact${S}(?: details| information)?|(?:contact )?e-?mail(?: address)?`, 'contact'],
  ['part(?: (?:i|1) or (?:ii|2))?|agenda part', 'part'],
  ['(?:date (?:of )?)?(?:published|publication|issue)(?: on| date)?', 'published'],
  ['(?:joint )?report (?:of|by|from)', 'reportOf'],

  ['tel(?:ephone)?(?: no\\.?| number)?|phone|ext(?:ension)?|role|job title|position|name|address', 'other'],
  [
    '(?:report )?ref(?:erence)?(?: no\\.?| number)?|report (?:no|number)\\.?|version|forward plan.{0,20}',
    'other',
  ],
  ['venue|time|place|status|classification|category|from', 'other'],
  [
    'exempt(?:ion)?(?: information)?|confidential\\w*|(?:public|open) or (?:private|exempt)|access to information',
    'other',
  ],
  ['reasons? for (?:exemption|confidentiality|lateness|urgency)|urgen(?:t|cy)|delegated', 'other'],
  [
    'purpose(?: of (?:the |this )?report)?|for (?:decision|information)|(?:executive )?summary|recommendations?',
    'other',
  ],
  ['appendi(?:x|ces)|annex(?:es)?|attachments?|background (?:papers|documents)|consultation', 'other'],
  [
    '(?:directorate|department|service)(?: area)?|(?:corporate |executive |strategic |assistant )?director(?: lead)?',
    'other',
  ],
  [
    '(?:chief|senior|section 151|monitoring|statutory) officer|head of service|committee chair|proposal origin',
    'other',
  ],
  [
    '(?:corporate|council|strategic) (?:priorit(?:y|ies)|plan|objectives?)|previous (?:meetings?|decisions?)',
    'other',
  ],
  ['(?:is (?:this|the) )?(?:decision |report )?(?:subject to |eligible for )?call-?in', 'other'],
  [
    'relevant (?:to |scrutiny |o ?& ?s ).{2,40}|(?:report )?(?:signed|cleared|approved|authorised).{0,20}',
    'other',
  ],
  [`(?:are )?(?:there )?(?:any )?specific (?:electoral )?wards affected`, 'other'],
]
const PATTERNS = LABELS.map(([pattern, label]) => ({ pattern: new RegExp(`^(?:${pattern})$`), label }))
/** No label is longer, in letters. */
const LONGEST = 75

/** The field that a label stands for, however it is spelt. */
export function reportLabel(printed: string): ReportLabel | undefined {
  if (printed.length > LONGEST || !/^\p{L}/u.test(printed)) return undefined
  const plain = printed
    .toLowerCase()
    .replace(/\s*[:?*]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return PATTERNS.find(({ pattern }) => pattern.test(plain))?.label ?? labelByWords(plain)
}
