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

const CONTACT = '(?: contact)?(?: details| name)?'
/** As councils print them, in lower case and without colon or question mark; the more particular first. */
const LABELS: readonly (readonly [RegExp, ReportLabel])[] = [
  [
    /^(?:report )?(?:title|subject|name)(?: of (?:the )?(?:report|paper|item))?$|^(?:report|paper|agenda) (?:title|subject)$|^report on$/,
    'title',
  ],
  [
    /^(?:name of )?(?:meeting|committee|cabinet|panel|board|forum|decision(?:[ -]making)? body|decision maker|committee\/meeting|meeting\/committee|meeting name|name of meeting)$|^(?:report|submitted|presented|reporting|addressed) (?:to|for)$|^(?:to|for)$|^meeting of$/,
    'committee',
  ],
  [
    /^(?:meeting |committee |report |cabinet |council )?date(?: of)?(?: the)?(?: (?:committee|meeting|cabinet|decision|council|panel|board))?(?: and time)?$|^on$|^(?:date|time)(?: and | & |\/)(?:time|date)(?: of (?:the )?meeting)?$|^date to be (?:considered|taken)$/,
    'date',
  ],
  [/^(?:agenda )?item(?: no\.?| number)?$/, 'item'],
  [
    /^(?:(?:electoral )?(?:wards?|divisions?|areas?|localities|communities)(?:\(s\))?(?: ?(?:\/|and|or|&) ?(?:electoral )?(?:wards?|divisions?|areas?|communities|parishes|members?)(?:\(s\))?)*)(?: (?:specifically |directly |particularly |most )?(?:affected|involved|concerned|covered))?$|^affected wards?(?:\(s\))?$|^local (?:electoral )?(?:wards?|divisions?)$/,
    'wards',
  ],
  [
    /^(?:is (?:this|it|the (?:decision|report|matter)) (?:a )?)?key(?: or non-?key)?(?: executive)? decision(?: \(?(?:yes\/no|y\/n)\)?)?$|^(?:type of )?key decision(?: required)?$|^(?:decision type|type of decision)$|^key decision (?:status|ref\w*)$/,
    'keyDecision',
  ],
  [
    /^when (?:does|will|is) the decision (?:need to be |to be |be )?(?:implemented|take effect)$|^(?:date of |proposed )?implementation(?: date)?$/,
    'implementation',
  ],
  [new RegExp(`^executive (?:lead|member)(?: member)?(?:\\(s\\))?${CONTACT}$`), 'executiveLead'],
  [
    new RegExp(
      `^(?:report )?author(?:\\(s\\)|s)?(?: (?:of (?:the )?report|and (?:title|contact|date)|name))?${CONTACT}$|^prepared by$|^(?:report|written|officer) author$|^originator$|^report(?:ing)? officer${CONTACT}$|^report written by$`,
    ),
    'author',
  ],
  [
    new RegExp(
      `^(?:supporting|contact|lead|responsible|accountable|link|service|presenting) officer(?:\\(s\\)|s)?${CONTACT}(?: and (?:title|telephone))?$|^officer(?: contact| responsible)${CONTACT}$|^(?:further information|for further information)(?: contact)?$|^contact (?:for further information|person)$`,
    ),
    'supportingOfficer',
  ],
  [
    /^(?:(?:relevant|lead|responsible|appropriate) )?(?:cabinet|portfolio|lead|executive portfolio) (?:members?|holders?|councillors?|lead)(?:\(s\))?(?: ?(?:\/|and|&) ?portfolio)?(?: \(?name\)?)?(?: responsible| consulted)?(?: details)?$|^cabinet (?:portfolio|member)(?: holder|s)?(?:\/lead)?$|^lead cabinet member$|^portfolio$/,
    'cabinetMember',
  ],
  [
    /^(?:cmt|smt|clt|elt|slt|corporate (?:management|leadership) team) (?:member|lead|sponsor|director)$/,
    'cmtMember',
  ],
  [/^contact(?:s| details| information)?$|^(?:contact )?e-?mail(?: address)?$/, 'contact'],
  [/^part(?: (?:i|ii|1|2) or (?:i|ii|1|2))?$|^agenda part$/, 'part'],
  [/^(?:date (?:of )?(?:published|publication|issue)|publication date|published(?: on)?)$/, 'published'],
  [/^(?:joint )?report (?:of|by|from)$|^from$/, 'reportOf'],
  [
    /^(?:tel(?:ephone)?(?: no\.?| number)?|phone|ext(?:ension)?|ref(?:erence)?(?: no\.?| number)?|report (?:no|number|ref)\.?|venue|time|place|status|classification|exempt(?:ion)?(?: information)?|confidential\w*|reasons? for (?:exemption|confidentiality|lateness|urgency)|purpose(?: of (?:the )?report)?|for (?:decision|information)|appendi(?:x|ces)|annex(?:es)?|attachments?|background (?:papers|documents)|directorate|department|service|service area|director|(?:chief|corporate|executive|strategic|assistant) (?:officer|director|executive)|head of service|corporate (?:priority|plan|objectives?)|forward plan(?: ref\w*| no\w*)?|delegated|public or private|open or exempt|access to information|category|version|priorit(?:y|ies)|council priorit(?:y|ies)|summary|executive summary|recommendations?|(?:is (?:this|the) )?(?:decision )?(?:subject to |eligible for )?call-?in|urgen(?:t|cy)|consultation|previous (?:meetings?|decisions?)|relevant to .{2,40}|signed.{0,20}|cleared by|approved by|section 151 officer|monitoring officer)$/,
    'other',
  ],
]
/** No label is longer, in letters. */
const LONGEST = 75

/** The field that a label stands for, however it is spelt. */
export function reportLabel(printed: string): ReportLabel | undefined {
  if (printed.length > LONGEST || !/^\p{L}/u.test(printed)) return undefined
  const plain = printed
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/\s*[:?*]+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return LABELS.find(([pattern]) => pattern.test(plain))?.[1]
}
