import type { Line } from '../../lines/line.ts'
import { type Found, found, listOf } from '../found.ts'
import { isTitled, looksLikeName, type Office, officeIn, plainName, withoutOffice } from '../phrases/names.ts'
import { isCaption } from './roll-labels.ts'

export interface Membership {
  members: Found<string[]>
  chair?: Found<string>
  viceChair?: Found<string>
}

const LABEL =
  /^(?:(?:committee|panel|board|commission|council)\s+)?(?:members|membership|councillors|distribution)(?:\s+of\s+the\s+[\w&, -]{3,60})?\s*(?:[:–-]|$|\(\d+\))/i
const IN_BLOCK =
  /^(?:(?:voting|non-?voting|statutory|other|elected|appointed)\s+)*(?:co-?opt(?:ed|ees?)|councillors|cllrs|members|chair|vice)/i
/** "Co-optees / Non-voting members:" before names. */
const CAPTION_LABEL = /^([^:,;.]{3,60}):\s*/
/** "C Anders - Old Harbour and Quay;": a name and the ward behind it. */
const WITH_WARD = /^([^,;:–]{2,45}?)\s+[-–]\s+\p{L}[^,:]*$/u
const STOP =
  /^(?:quorum|substitut|reserve|deput(?:y|ies) members|named sub|officers?\b|contact|for (?:further|more|any)|members (?:are|will|of the public)|please|issued|published|date\b|time\b|venue|agenda|in attendance|apolog|notes?\b|yours|the public|if you|this meeting|enquir|democratic|tel(?:ephone)?\b|e-?mail|www|https?:|also|copies?\b|executive|cabinet member|chief|quor|members.? interests|public|press|\d+\s*[.)]?\s|\d+\.?$|part\b|you are|a meeting|lead officer|clerk|committee (?:officer|clerk|manager))/i
/** No committee is larger; a block that goes on and on is not a list of its members. */
const LONGEST_BLOCK = 90

/** The membership list of a front sheet: "Members:" and what follows, or the lines that begin "Councillor". */
export function membersIn(lines: readonly Line[]): Membership | undefined {
  for (const [index, line] of lines.entries()) {
    if (!LABEL.test(line.text)) continue
    const from = withChairAbove(lines, index)
    const list = readBlock(
      lines,
      from,
      from < index ? (lines[from]?.text ?? '') : line.text.replace(LABEL, '').trim(),
    )
    if (list && list.members.value.length >= 2) return list
  }
  const first = lines.findIndex((line) => /^(?:councillors?|cllrs?)\b/i.test(line.text))
  const list = first < 0 ? undefined : readBlock(lines, first, lines[first]?.text ?? '')
  return list && list.members.value.length >= 3 ? list : undefined
}

/** "Chair: Councillor Green" may stand directly above the list of the others. */
function withChairAbove(lines: readonly Line[], index: number): number {
  let from = index
  while (
    from > 0 &&
    !lines[from]?.gapAbove &&
    /^(?:(?:vice|deputy)[\s-]*)?chair\w*\s*[:–-]/i.test(lines[from - 1]?.text ?? '')
  )
    from -= 1
  return from
}

interface Named {
  name: string
  office: Office | undefined
  line: Line
}

function readBlock(lines: readonly Line[], start: number, firstText: string): Membership | undefined {
  const people: Named[] = []
  const end = Math.min(lines.length, start + LONGEST_BLOCK)
  let at = start
  while (at < end) {
    const line = lines[at]
    if (!line) break
    const text = at === start ? firstText : line.text
    if (at > start && STOP.test(text) && !IN_BLOCK.test(text)) break
    const paragraph = listFrom(lines, at, end, text, at === start ? undefined : line)
    const named = paragraph.texts.flatMap((part) => peopleIn(part, line))
    if (text !== '' && named.length === 0 && people.length > 0 && !isCaption(text)) break
    if (text !== '' && named.length === 0 && at > start + 3 && people.length === 0) break
    people.push(...named)
    at = paragraph.next
  }
  return membershipOf(people)
}

/** The lines of one list: names run on over lines until a full stop, a gap or a line that ends a list. */
function listFrom(
  lines: readonly Line[],
  at: number,
  end: number,
  text: string,
  line?: Line,
): { texts: string[]; next: number } {
  if (
    line &&
    line.cells.length > 1 &&
    line.cells.every((cell) => !/^[-–]/.test(cell.text) && peopleIn(cell.text, line).length === 1)
  ) {
    return { texts: line.cells.map((cell) => cell.text), next: at + 1 }
  }
  let joined = text
  let next = at + 1
  while (next < end) {
    const following = lines[next]
    if (!following || following.gapAbove || joined === '' || isInWard(joined)) break
    const runsOn =
      /(?:,|;|\band|&)$/i.test(joined) ||
      (/^(?:councillors|cllrs|members)\b/i.test(text) && !/\.$/.test(joined)) ||
      isListWithoutEnd(joined)
    if (!runsOn || STOP.test(following.text)) break
    // "Councillor A (Chair)," and below it "Councillor B,": each line is one person all the same.
    joined = `${joined} ${following.text}`
    next += 1
  }
  return { texts: [joined], next }
}

function isListWithoutEnd(joined: string): boolean {
  return joined.split(',').length > 3 && !/\.$/.test(joined) && !/\sand\s[^,]+$/.test(joined)
}

function peopleIn(text: string, line: Line): Named[] {
  const people: Named[] = []
  /** An office that stands before its name: "Chair: Councillor Green" over two parts. */
  let pendingOffice: Office | undefined
  for (const part of isInWard(text) ? [text.split(/\s[-–]\s/)[0] ?? ''] : partsOf(text)) {
    const office = officeIn(part)
    const rest = withoutOffice(withoutCaption(part)).replace(/^\s*[-–—:]\s*/, '')
    if (rest === '' && office) {
      const last = people.at(-1)
      if (last && !last.office) last.office = office
      else if (!last) pendingOffice = office
      continue
    }
    const name = plainName(rest)
    if (looksLikeName(name, isTitled(rest))) people.push({ name, office: office ?? pendingOffice, line })
    pendingOffice = undefined
  }
  return people
}

function isInWard(text: string): boolean {
  const name = WITH_WARD.exec(text)?.[1]
  return name !== undefined && looksLikeName(plainName(withoutOffice(name)), isTitled(name))
}

function withoutCaption(part: string): string {
  const label = CAPTION_LABEL.exec(part)
  return label?.[1] && /\b(?:co-?opt\w*|members?|membership|councillors)\b/i.test(label[1])
    ? part.slice(label[0].length)
    : part
}

/** Names stand apart by commas and "and", but not inside brackets. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const token of text.split(/(\s+and\s+|\s+&\s+|[,;()])/)) {
    if (token === '(') depth += 1
    if (token === ')') depth = Math.max(0, depth - 1)
    if (depth === 0 && /^(?:[,;]|\s+(?:and|&)\s+)$/.test(token)) {
      parts.push(part.trim())
      part = ''
    } else part += token
  }
  return [...parts, part.trim()].filter((one) => one !== '')
}

function membershipOf(people: readonly Named[]): Membership | undefined {
  const once = people.filter((person, at) => people.findIndex((one) => one.name === person.name) === at)
  const members = listOf(once.map((person) => found(person.name, person.line)))
  if (!members) return undefined
  const one = (office: Office): Named | undefined => {
    const holders = people.filter((person) => person.office === office)
    return holders.length === 1 ? holders[0] : undefined
  }
  const chair = one('chair')
  const viceChair = one('viceChair')
  return {
    members,
    ...(chair && { chair: found(chair.name, chair.line) }),
    ...(viceChair && { viceChair: found(viceChair.name, viceChair.line) }),
  }
}
