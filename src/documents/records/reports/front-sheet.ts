import type { Line } from '../../lines/line.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { namedPeople } from './named-person.ts'
import type { ReportLabel } from './report-labels.ts'
import type { Stated } from './stated.ts'

/** What a front sheet says under its labels, of a report or of a decision: whose it is, where it counts, who answers for it. */
export function frontSheetOf(stated: readonly Stated[], front: readonly Line[]): FoundFields {
  const said = sayer(stated)
  return {
    published: said('published', (value) => dateIn(value)?.date),
    wards: said('wards', (value) => value),
    keyDecision: said('keyDecision', yesOrNo),
    implementation: said('implementation', (value) => value),
    executiveLead: said('executiveLead', namedPeople),
    supportingOfficer: said('supportingOfficer', namedPeople),
    author: said('author', namedPeople) ?? said('reportOf', namedPeople),
    cabinetMember: said('cabinetMember', namedPeople),
    cmtMember: said('cmtMember', namedPeople),
    contact: said('contact', addressOf),
    part: said('part', (value) => PART.exec(value)?.[0]) ?? partAlone(front),
  }
}

const PART = /^(?:I{1,2}|[12AB])(?=$|[\s(–—-])/

/** "Part I – not exempt" on a line of its own. */
function partAlone(front: readonly Line[]): Found<string> | undefined {
  for (const line of front) {
    const part = /^part (I{1,2}|[12AB])(?:$|\s*[(–—-])/i.exec(line.text)?.[1]
    if (part) return found(part, line)
  }
  return undefined
}

type Sayer = <T>(label: ReportLabel, read: (value: string) => T | undefined) => Found<T> | undefined

/** The first value under a label of which anything can be read. */
function sayer(stated: readonly Stated[]): Sayer {
  return (label, read) => {
    for (const one of stated) {
      if (one.label !== label) continue
      const value = read(one.value) ?? (one.first === one.value ? undefined : read(one.first))
      if (value !== undefined) return found(value, one.at)
    }
    return undefined
  }
}

/** Also where the sheet prints both answers and ticks one, before it or behind it; a reference number is given to key decisions alone. */
function yesOrNo(value: string): boolean | undefined {
  const answer = isChoice(value) ? tickedIn(value) : value
  if (answer === undefined) return undefined
  if (/^(?:no|n(?!\/)|non-? ?key|not (?:a )?key)\b/i.test(answer)) return false
  return /^(?:yes|y|key)\b|^[A-Z]{0,4}\s?\d{2,4}\/\d{2,6}\b/i.test(answer) ? true : undefined
}

function isChoice(value: string): boolean {
  return /\byes\b\W{0,6}(?:x\W{0,4})?\bno\b/i.test(value)
}

function tickedIn(value: string): string | undefined {
  const before = /^[☐☒☑✓✔□■]/.test(value)
  const ticked = before
    ? /[☒☑✓✔■]\s*(yes|no)\b/i.exec(value)
    : /\b(yes|no)\s*(?:[☒☑✓✔■]|\(?x\)?(?![a-z]))/i.exec(value)
  return ticked?.[1]
}

function addressOf(value: string): string | undefined {
  const email = /[^\s<>(),;]+@[^\s<>(),;]+\.[a-z]{2,}/i.exec(value)?.[0]
  return email ?? namedPeople(value) ?? (value.length <= 60 ? value : undefined)
}
