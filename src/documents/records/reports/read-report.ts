import { vocabularyOf } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import { type Found, type FoundFields, found, listOf } from '../found.ts'
import { councilAlone, looksLikeBody } from '../heading/bodies.ts'
import { councilByAddress, mixedCase } from '../heading/council.ts'
import type { Part } from '../kinds/kinds.ts'
import { dateIn } from '../phrases/dates.ts'
import { meetingOf } from './meeting-of-report.ts'
import { namedPeople } from './named-person.ts'
import { recommendationsIn } from './recommendations.ts'
import type { ReportLabel } from './report-labels.ts'
import { type Stated, statedIn } from './stated.ts'
import { titleOf } from './title-of-report.ts'

/** How far into a report its front sheet goes. */
const FRONT_SHEET = 60

/** What the front sheet of a report says of it, and what the report recommends. */
export function readReport({ lines }: Part, whole: readonly Line[]): FoundFields {
  const front = lines.slice(0, FRONT_SHEET)
  const stated = statedIn(front)
  const said = sayer(stated)
  const recommendations = recommendationsIn(lines, vocabularyOf(whole))
  return {
    council: councilOf(front, whole),
    ...meetingOf(front, stated, whole),
    title: titleOf(front, stated),
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
    part: said('part', (value) => /^(?:I{1,2}|[12AB])(?=$|[\s(–-])/.exec(value)?.[0]),
    recommendations: listOf(recommendations),
  }
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

function councilOf(front: readonly Line[], whole: readonly Line[]): Found<string> | undefined {
  const own = front.slice(0, 8).find((line) => councilAlone(line.text) && looksLikeBody(line.text))
  const name = own && councilAlone(own.text)
  return own && name ? found(mixedCase(name, whole), own) : councilByAddress(front, whole)
}
