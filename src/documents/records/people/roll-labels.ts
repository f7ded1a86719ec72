import type { Line } from '../../lines/line.ts'
import { isGroup } from '../phrases/groups.ts'
import { officeIn } from '../phrases/names.ts'
import { piecesIn } from '../phrases/people.ts'
import { mentionsIn } from '../phrases/person.ts'
import type { Roll, RollKind } from './roll.ts'

const WHOSE =
  '(?:(?:the|all|other|elected|co-?opted|voting|non-?voting|board|committee|sub-?committee|panel|council|commission|cabinet|executive|forum|parish|town|community|local|county|district|borough|city|visiting|invited|external|partner|key|non-?committee|non-?member)\\s+){0,3}'
const WHO =
  '(?:members?|councillors|cllrs|members/officers|those|persons|people|officers?|staff|attendees|others?|representatives|guests|observers|witnesses|advis[eo]rs|clerks?|portfolio holders|leads?|trustees|governors)'

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
  [
    'inAttendance',
    new RegExp(
      `^(?:also,? (?:present|in attendance|attending|attended)|${WHOSE}(?:officers?|staff|attendees|others|representatives|guests|observers|witnesses|advis[eo]rs|portfolio holders)(?: (?:and|&|/) (?:officers?|staff|guests|others|advis[eo]rs|representatives|witnesses|observers))?(?: (?:also )?(?:present|in attendance|attending))?|other (?:members|councillors|cllrs)(?: (?:present|in attendance|attending))?|(?:cabinet|executive|non-?committee|visiting|non-?member|invited|ward) (?:members?|councillors)(?: (?:also )?(?:present|in attendance|attending))?|in[ -]attendance(?: (?:virtually|remotely|online|for (?:item|part|minute)s?[\\w ]{0,30}))?|observing|by invitation|invitees|secretariat|(?:county|district|borough|unitary) (?:councillors?|cllrs?)(?: present)?|(?:(?:parish|town|community|acting|locum|deputy|assistant|council) )?clerk(?: to the (?:parish |town |community )?council)?(?: (?:present|in attendance))?)(?=\\W|$)`,
      'i',
    ),
  ],
  [
    'present',
    new RegExp(
      `^(?:the following (?:${WHOSE}${WHO} )?(?:were|was) (?:present|in attendance)|present(?: (?:at the meeting|in person|were|virtually|remotely|members|councillors))?|${WHOSE}${WHO}\\s+(?:(?:were|was)\\s+)?(?:present|in attendance|attending|attended|attendance)|attendance(?: (?:list|details|record))?|attending|attendees|(?:(?:committee|sub-?committee|panel|board|commission|council|elected|voting)\\s)?(?:members|councillors)(?=\\s?:)|roll[- ]call|sederunt|presennol)(?=\\W|$)`,
      'i',
    ),
  ],
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
    const sure = rest === '' || /[:–—-]/.test(mark) || /\s(?:from|by)$/i.test(label)
    if (sure || beginsWithPerson(rest)) return { kind, label, rest }
    return undefined
  }
  return undefined
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

const INLINE =
  /(?<=[\s.;,)])(?=(?:Also,? (?:in attendance|present)|In attendance|Members of the public|Public|Apologies(?: for absence)?|Officers(?: present| in attendance)?|(?:The |Parish |Town )?Clerk|Absent)\s?[:–-]|Apologies(?: for absence)?(?: (?:were|was|had been|have been))?(?: (?:also|received|given|sent|noted|accepted|tendered|and|approved)){0,3} (?:from|by)\s)/g

/** The texts of a line, parted where a further label stands in it: "… and Dale. Public: 3 Also in attendance: …". */
export function withInlineLabels(line: Line): { text: string; cells: readonly string[] }[] {
  const texts = line.text.split(INLINE).map((text) => text.trim())
  if (texts.length > 1) return texts.filter((text) => text !== '').map((text) => ({ text, cells: [text] }))
  return [{ text: line.text, cells: line.cells.map((cell) => cell.text) }]
}

const STOP =
  /^(?:the meeting\b|meeting (?:started|commenced|opened|began)|n\.?b\.?\b|note\b|agenda\b|minutes\b|date\b|time\b|venue\b|start(?:ed)?\b|quorum\b|deadline\b|declarations?\b|contact\b|distribution\b|circulation\b|tel(?:ephone)?\b|e-?mail\b|page \d|item\b|chair(?:man|'s|person)?['’]?s? (?:welcome|announcements|opening|remarks)|welcome\b|papers\b|part \w+\b|min(?:ute)? no|vacanc|resignations?\b|emergency\b|public (?:session|forum|participation|question)|open (?:forum|session)|the (?:chair|chairman|chairperson|clerk) (?:welcomed|opened|thanked|declared|reported|announced|informed))/i

/** Whether a line is a further field of a form: "Deadline for call-in 4 March", "(b) Ward:". */
export function isFieldOfForm(text: string): boolean {
  return STOP.test(text) || /^(?:\([a-z]\)\s)?\p{Lu}[^.:]{2,40}:/u.test(text)
}

/** "12. Highways", "4.1 Welcome": the next item; a list of people can be numbered too. */
const NUMBERED = /^\(?[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4}){0,2}[.):]?\s+(?=\p{Lu})/u

function namesOne(text: string): boolean {
  return piecesIn(text, { clerk: true })[0]?.person !== undefined
}

/** Whether a line is no more part of the roll above it. */
export function stopsRoll(text: string, line: Line, roll: Roll): boolean {
  if (STOP.test(text)) return true
  const words = text.split(' ').length
  const pieces = piecesIn(text, { surnames: roll.kind !== 'inAttendance', clerk: true })
  const people = pieces.some(({ person }) => person)
  if (NUMBERED.test(text) && !pieces[0]?.person && !namesOne(text.replace(NUMBERED, ''))) return true
  if (people) {
    const listed = pieces[0]?.person !== undefined && pieces[0].person.before.split(' ').length < 6
    return !listed && words > 7 && !(isTold(roll) && ABOUT_COMING.test(text))
  }
  if (line.heading && roll.entries.length > 0) return !isCaption(text)
  if (/[.]$/.test(text) && words > 7) return true
  return line.gapAbove && roll.entries.length > 0 && words > 3 && !isCaption(text)
}

const ABOUT_COMING = /\b(?:apolog|absen|attend|substitut|late|arriv|unwell|represent|deputi)/i

/** Rolls in which sentences stand as well as lists: "Councillor Ash had sent apologies." */
function isTold({ kind }: Roll): boolean {
  return kind === 'apologies' || kind === 'substitutes' || kind === 'lateness'
}

/** A heading of a party or of a kind of member between the names. */
export function isCaption(text: string): boolean {
  if (isGroup(text)) return true
  return (
    text.length < 40 &&
    !/[.]$/.test(text) &&
    /\b(?:group|party|labour|conservatives?|liberal democrats?|independents?|greens?|plaid cymru|snp|reform uk|co-?opt\w*|members|councillors|voting|vacan\w*)\b/i.test(
      text,
    )
  )
}
