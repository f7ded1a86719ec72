import type { Line } from '../../lines/line.ts'
import { officeIn } from '../phrases/names.ts'
import { piecesIn } from '../phrases/people.ts'
import { mentionsIn } from '../phrases/person.ts'
import type { RollKind } from './roll.ts'

const WHOSE =
  '(?:(?:the|all|other|elected|co-?opted|voting|non-?voting|board|committee|sub-?committee|panel|council|commission|cabinet|executive|forum|parish|town|community|local|county|district|borough|city|visiting|invited|external|partner|key|non-?committee|non-?member)\\s+){0,3}'
const WHO =
  '(?:members?|councillors|cllrs|members/officers|those|persons|people|officers?|staff|attendees|others?|representatives|guests|observers|witnesses|advis[eo]rs|clerks?|portfolio holders|leads?|trustees|governors)'
const GUESTS =
  '(?:officers?|staff|attendees|others|representatives|guests|observers|witnesses|advis[eo]rs|portfolio holders)'
const CAME = '(?:present|in attendance|attending)'
const BODY = '(?:committee|sub-?committee|panel|board|cabinet|forum|commission)'
const AREA = '(?:county|district|borough|unitary)'

/** What people are listed under who came without being of the body. */
const ALSO_CAME = [
  `(?:(?:members?|councillors?|officers?)\\s)?also,? (?:${CAME}|attended)`,
  `${WHOSE}${GUESTS}(?: (?:and|&|/) ${GUESTS})?(?: (?:also )?${CAME})?`,
  `other (?:members|councillors|cllrs)(?: ${CAME})?`,
  `(?:cabinet|executive|non-?committee|visiting|non-?member|invited|ward) (?:members?|councillors)(?: (?:also )?${CAME})?`,
  'in[ -]attendance(?: (?:virtually|remotely|online|for (?:item|part|minute)s?[\\w ]{0,30}))?',
  'observing',
  'by invitation',
  'invitees',
  'secretariat',
  `${AREA} (?:councillors?|cllrs?)(?: present)?`,
  '(?:(?:parish|town|community|acting|locum|deputy|assistant|council) )?clerk(?: to the (?:parish |town |community )?council)?(?: (?:present|in attendance))?',
]

/** What members are listed under who came. */
const CAME_AS_MEMBERS = [
  `the following (?:${WHOSE}${WHO} )?(?:were|was) (?:present|in attendance)`,
  'present(?: (?:at the meeting|in person|were|virtually|remotely|members|councillors))?',
  `${WHOSE}${WHO}\\s+(?:(?:were|was)\\s+)?(?:${CAME}|attended|attendance)`,
  'attendance(?: (?:list|details|record))?',
  'attending',
  'attendees',
  `(?:(?:${BODY}|council|elected|voting)\\s)?(?:members|councillors)(?=\\s?:)`,
  'roll[- ]call',
  'sederunt',
  `(?:the )?${BODY}(?=\\s?:)`,
]

function oneOf(labels: readonly string[]): RegExp {
  return new RegExp(`^(?:${labels.join('|')})(?=\\W|$)`, 'i')
}

/** The labels of attendance blocks; the first that fits counts. */
const LABELS: readonly [RollKind, RegExp][] = [
  ['lateness', /^(?:apologies for )?(?:lateness|late arrivals?)\b/i],
  [
    'apologies',
    /^(?:(?:to )?(?:receive|note|record|accept)(?: and (?:accept|approve|consider|note))?\s+)?(?:members?['’]?\s+|other\s+)?apolog(?:y|ies)\b(?: for (?:(?:absence|absences|non-?attendance|inability to attend)))?(?: (?:were |was |have been |had been )?(?:received|accepted|noted|given|sent|submitted|tendered|intimated))?(?: (?:from|by)|(?: [a-z]{2,12}){1,5}(?=:))?/i,
  ],
  [
    'absent',
    /^(?:(?:members?|councillors|also)\s+)?(?:absent|not present|absences?)\b(?: (?:without apolog(?:y|ies)|with apolog(?:y|ies)))?/i,
  ],
  [
    'substitutes',
    /^(?:alternates|(?:named |notified )?substitut(?:es?|ions?))(?: members?)?\b(?: present| in attendance| attending)?/i,
  ],
  [
    'public',
    /^(?:(?:members|representatives) of (?:the )?(?:public|press)|(?:the )?public(?: and press| (?:&|\/) press| members)?|parishioners|residents|press)\b(?: (?:present|in attendance|attending))?/i,
  ],
  ['inAttendance', oneOf(ALSO_CAME)],
  ['present', oneOf(CAME_AS_MEMBERS)],
]

export interface RollLabel {
  kind: RollKind
  label: string
  /** What stands behind the label. */
  rest: string
}

/** The label that a text begins with, where what follows can stand behind one. */
export function rollAt(line: string): RollLabel | undefined {
  const text = line.replace(/^[•·▪*]\s*/, '')
  for (const [kind, pattern] of LABELS) {
    const label = pattern.exec(text)?.[0]
    if (label === undefined) continue
    const after = text.slice(label.length)
    const mark = /^\s?(?:\([^()]{0,40}\)\s?)?[:;.]?\s?[-–—]?(?:\s|$)/.exec(after)?.[0] ?? ''
    const rest = after.slice(mark.length).trim()
    return isSure(label, mark, rest) ? { kind, label, rest } : undefined
  }
  return undefined
}

/** "Committee: Housing" on a front sheet is a label of something else. */
const NAME_OF_A_BODY = new RegExp(`^(?:the )?${BODY}$`, 'i')
/** "Borough Councillor Ash" is one of a list. */
const TITLE_ALONE = new RegExp(`^${AREA} (?:councillor|cllr)$`, 'i')

/** Whether the words are a label, by what stands behind them. */
function isSure(label: string, mark: string, rest: string): boolean {
  if (NAME_OF_A_BODY.test(label)) return beginsWithPerson(rest)
  if (rest === '' || /[:–—-]/.test(mark) || /\s(?:from|by)$/i.test(label)) return true
  return !TITLE_ALONE.test(label) && (beginsWithPerson(rest) || listsFullNames(rest))
}

const TOLD =
  /^(?<people>.{5,400}?),? (?:was|were) (?<also>also )?(?:present|in attendance)(?: at the meeting)?\.?$/i

/** "The Town Clerk, Mrs Ash, was in attendance.": a roll told as a sentence. */
export function rollTold(text: string): { kind: RollKind; label: string; people: string } | undefined {
  const told = TOLD.exec(text)?.groups
  if (!told?.people || mentionsIn(told.people).length === 0) return undefined
  const members = told.also === undefined && /^(?:councillors|cllrs|the following)\b/i.test(told.people)
  return { kind: members ? 'present' : 'inAttendance', label: text, people: told.people }
}

/** Which roll an item of business is, by its title alone. */
export function rollTitle(title: string): RollKind | undefined {
  return rollAt(title)?.kind
}

function beginsWithPerson(text: string): boolean {
  const [first] = mentionsIn(text.slice(0, 120))
  if (first === undefined || /^\p{Ll}/u.test(text)) return false
  return first.start < 14 || (first.start < 30 && officeIn(text.slice(0, first.start)) !== undefined)
}

/** "Apologies Ann Ash, Bob Birch and Councillor Cole": several, the first with first name and surname. */
function listsFullNames(text: string): boolean {
  const [first, second] = piecesIn(text.slice(0, 120))
  return [first, second].every(
    (piece) => piece?.person && (/\s/.test(piece.person.name) || piece.person.title !== ''),
  )
}

const INLINE =
  /(?<=[\s.;,)])(?=(?:Also,? (?:in attendance|present)|In attendance|Members of the public|Public|Apologies(?: for absence)?|Officers(?: present| in attendance)?|(?:The |Parish |Town )?Clerk|Absent)\s?[:–-]|Apologies(?: for absence)?(?: (?:were|was|had been|have been))?(?: (?:also|received|given|sent|noted|accepted|tendered|and|approved)){0,3} (?:from|by)\s)/g

/** The texts of a line, parted where a further label stands in it: "… and Dale. Public: 3 Also in attendance: …". */
export function withInlineLabels(line: Line): { text: string; cells: readonly string[] }[] {
  const texts = line.text.split(INLINE).map((text) => text.trim())
  if (texts.length > 1) return texts.filter((text) => text !== '').map((text) => ({ text, cells: [text] }))
  return [{ text: line.text, cells: line.cells.map((cell) => cell.text) }]
}
