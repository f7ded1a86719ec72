import type { ReportLabel } from './report-labels.ts'

/** The words of which labels of front sheets are made; a label with any other word in it is none that is known. */
const WORDS = new Set(
  `a accountable affected agenda and appropriate area areas assistant author authors be body by cabinet chief clt cmt
committee consultation consulted contact corporate council councillor councillors date decision decisions details
director directors division divisions elt electoral email enquiries executive final for from further head heads holder
holders in information is it item key lead leads link local maker making manager matter meeting member members name
names no number of officer officers or originating overview panel paper parish parishes person phone please portfolio
presented presenter presenting reference ref relevant report reporting reports required responsible scrutiny senior
service services slt smt specific sponsor status strategic subject submitted supporting taken taker team tel telephone
the this time title to type ward wards who will with written`.split(/\s+/),
)
const MOST_WORDS = 12

type Rule = readonly [ReportLabel, (has: (...words: string[]) => boolean) => boolean]

/** What a label is about by the words in it; the more particular first. */
const RULES: readonly Rule[] = [
  ['other', (has) => has('reference', 'ref', 'final')],
  ['keyDecision', (has) => has('key') && has('decision', 'decisions')],
  ['author', (has) => has('author', 'authors', 'written', 'originating')],
  ['cmtMember', (has) => has('cmt', 'slt', 'clt', 'elt', 'smt')],
  ['other', (has) => has('ward', 'wards', 'local', 'division') && has('member', 'members', 'councillor')],
  ['wards', (has) => has('wards', 'ward', 'division', 'divisions', 'parishes', 'parish')],
  ['executiveLead', (has) => has('executive') && has('member', 'members', 'lead', 'councillor')],
  [
    'cabinetMember',
    (has) =>
      has('cabinet', 'portfolio', 'lead', 'scrutiny') &&
      has('member', 'members', 'holder', 'holders', 'councillor', 'councillors', 'sponsor', 'portfolio'),
  ],
  ['title', (has) => has('title', 'subject')],
  ['date', (has) => has('date') && has('meeting', 'committee', 'panel', 'council')],
  ['other', (has) => has('relevant') && has('committee', 'panel')],
  ['supportingOfficer', (has) => has('officer', 'officers') && !has('chief', 'team')],
  ['supportingOfficer', (has) => has('enquiries') || (has('further') && has('information', 'contact'))],
  [
    'other',
    (has) => has('director', 'directors', 'head', 'heads', 'service', 'services', 'chief', 'portfolio'),
  ],
  ['reportOf', (has) => has('by') && has('presented', 'submitted')],
]

/** The field that a label stands for by its words alone, in lower case. */
export function labelByWords(plain: string): ReportLabel | undefined {
  const words = plain
    .replace(/\(s\)|\/s\b|['’]s\b/g, '')
    .split(/[\s/&,()-]+/)
    .filter((word) => word !== '')
  if (words.length < 2 || words.length > MOST_WORDS || !words.every((word) => WORDS.has(word)))
    return undefined
  const own = new Set(words)
  return RULES.find(([, matches]) => matches((...asked) => asked.some((word) => own.has(word))))?.[0]
}
