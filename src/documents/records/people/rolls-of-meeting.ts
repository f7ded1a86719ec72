import type { Line } from '../../lines/line.ts'
import type { Business } from '../business.ts'
import { namesOffice } from '../phrases/office-words.ts'
import { peopleIn } from '../phrases/people.ts'
import { markedListIn } from './attendance-marks.ts'
import { rollTitle } from './labels.ts'
import { officesAbove } from './offices-above.ts'
import type { Roll } from './roll.ts'
import { rollsIn } from './rolls-in-lines.ts'

/** The rolls in front of the business ("Present:", "Apologies:") and those that are items of it. */
export function rollsOf({ kind: paper, front, sections }: Business): Roll[] {
  const rolls = rollsInBlock(front)
  if (paper === 'minutes' && !rolls.some(({ kind }) => kind === 'present'))
    rolls.push(...unlabelledRoll(front))
  // On a page with the agenda too, "Members:" may be the membership.
  if (paper === 'agenda+minutes') dropMembership(rolls)
  for (const { item, body } of sections) {
    const [first] = body
    if (!first) continue
    const kind = rollTitle(item.title)
    if (kind === 'present' || kind === 'inAttendance')
      rolls.push(...rollsInBlock(body, { kind, label: item.title, at: first, entries: [] }))
    // "Attendance, apologies and declarations" with labels below it.
    else if (/\b(?:attendance|present|apologies)\b/i.test(item.title))
      rolls.push(...rollsIn(body).filter((roll) => roll.kind === 'present' || roll.kind === 'inAttendance'))
  }
  return rolls
}

/** The rolls of an attendance block: of a list in which marks say who came, and of what is left. */
function rollsInBlock(lines: readonly Line[], open?: Roll): Roll[] {
  const { rolls, others } = markedListIn(lines)
  return [...rolls, ...withOfficesAbove(rollsIn(others, open), others)]
}

/** Names that begin with "Councillors" where nothing says that they were present. */
function unlabelledRoll(front: readonly Line[]): Roll[] {
  const index = front.findIndex(
    (line) => /^(?:councillors|cllrs)\b/i.test(line.text) && peopleIn(line.text).length >= 3,
  )
  const at = front[index]
  if (!at) return []
  const [roll] = rollsIn(front.slice(index), { kind: 'present', label: '', at, entries: [] })
  if (!roll) return []
  const [members, ...others] = roll.entries
  // "Jo Ash, Town Clerk" below the councillors.
  const officers = others.filter(({ text }) => namesOffice(text))
  return [
    { ...roll, entries: members ? [members] : [] },
    { ...roll, kind: 'inAttendance', entries: officers },
  ]
}

/** "Mr Ash in the Chair.", "Chairman: Cllr Ash": printed above the list of the others, and present too. */
function withOfficesAbove(rolls: readonly Roll[], front: readonly Line[]): Roll[] {
  const first = rolls.find(({ kind }) => kind === 'present')
  const index = first ? front.indexOf(first.at) : -1
  const from = officesAbove(front, index)
  if (!first || from >= index) return [...rolls]
  const [above] = rollsIn(front.slice(from, index), { ...first, entries: [] })
  return rolls.map((roll) =>
    roll === first ? { ...roll, entries: [...(above?.entries ?? []), ...roll.entries] } : roll,
  )
}

function dropMembership(rolls: Roll[]): void {
  const kept = rolls.filter(({ label }) => !/^(?:members|councillors)$/i.test(label))
  rolls.splice(0, rolls.length, ...kept)
}
