import type { Line } from '../../lines/line.ts'
import { isGroup } from '../phrases/groups.ts'
import { piecesIn } from '../phrases/people.ts'
import type { Roll } from './roll.ts'

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

/** "Minute taker: Ann Ash" below the apologies is somebody who came. */
const CAME =
  /^(?:(?:minutes?|notes?)[\s-]?(?:taker|secretary|by)|(?:minuted|taken|recorded) by|clerk\s?:|secretary\s?:|in the chair\b)/i

/** Whether a line is no more part of the roll above it. */
export function stopsRoll(text: string, line: Line, roll: Roll): boolean {
  if (STOP.test(text) || (isOfAbsent(roll) && CAME.test(text))) return true
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

function isOfAbsent({ kind }: Roll): boolean {
  return kind === 'apologies' || kind === 'absent'
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
