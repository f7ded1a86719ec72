/** What an item of nearly every agenda asks for before it names its matter. */
const ASKED =
  '(?:to |(?:receive|note|record|consider|accept|approve|confirm|agree|sign|declare|hear|resolve)\\b,? (?:and |& |or )?|(?:any|the|an|a|of) )'
const MATTER = [
  'welcome(?:$|,| and\\b| &)',
  'introductions?\\b',
  'apolog(?:y|ies)\\b',
  'attendance (?:and|&) apologies',
  'substitut(?:e|ion)',
  '(?:declarations?|disclosures?|registration) of (?:\\w+ ){0,3}interest',
  'minutes?(?:$|\\s(?:of|from|and|[-–(])|,)',
  'minutes? silence',
  '(?:previous|last) minutes',
  '(?:approval|confirmation|adoption|acceptance) of (?:the )?(?:\\w+ )?minutes',
  'matters arising',
  '(?:public|open) (?:participation|forum|session|speaking|question|time|comment)',
  'questions? (?:from|by|of|to) (?:the )?(?:public|members|councillors|residents)',
  '(?:deputations?|petitions?)\\b',
  "(?:chair(?:man|person)?|mayor|leader|clerk|convener)(?:['’]s|s['’]|s)? (?:announcements?|report|update|remarks|communications)",
  'announcements?\\b',
  'correspondence\\b',
  'planning(?:$|[:,]|\\s(?:applications?|matters|and|permissions?|decisions?|[-–]))',
  'finance(?:$|[:,]|\\s(?:and|report|matters|[-–]))',
  'financ(?:ial|e) (?:report|matters|statement)',
  '(?:accounts?|payments?|cheques?|invoices) (?:for|to|payable)',
  "(?:councillors?|county|district|borough|ward|police|village hall|committee|working group)(?:['’]s?)?(?: (?:councillors?|members?))?(?:['’]s?)? reports?",
  'reports? (?:from|of|by)\\b',
  '(?:scrutiny |committee |forward |cabinet )*(?:work|forward) (?:programme|plan)',
  '(?:any )?other (?:urgent )?business',
  'a\\.?o\\.?(?:c\\.?)?b\\b',
  '(?:any )?(?:urgent (?:items?|business|matters)|items? of urgent)',
  'items? for (?:the )?(?:next|future)',
  '(?:date|time|dates)\\b.{0,20} of (?:the )?(?:next|future)',
  'next meeting',
  'exclusion of (?:the )?(?:press|public)',
  'clos(?:e|ing|ure) of (?:the )?meeting',
  '(?:election|appointment) of (?:a |the )?(?:vice|deputy|chair|mayor|convener)',
  'co-?option\\b',
]
const STOCK = new RegExp(`^(?:[•·▪◦●*–-]\\s{0,3})?(?:${ASKED}){0,4}(?:${MATTER.join('|')})`, 'i')

/** Whether a title is one that nearly every council has on its agenda: it tells business from other lists and headings. */
export function isStockTitle(title: string): boolean {
  return title.length < 200 && STOCK.test(title)
}
