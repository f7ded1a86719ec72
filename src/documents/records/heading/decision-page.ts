import type { Line } from '../../lines/line.ts'
import { type Found, type FoundFields, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { frontSheetOf } from '../reports/front-sheet.ts'
import { statedIn } from '../reports/stated.ts'
import { councilAlone, looksLikeBody } from './bodies.ts'

/** How a council's site, or the form that stands behind its pages, says who decided and when. */
const LABEL = {
  council: /^(?:name of )?(?:council|authority)\s*:/i,
  decidedAt: /^(?:decided|made|taken) at (?:the )?meeting\s*:/i,
  maker: /^(?:decision[ -](?:maker|taker|making body)|(?:decision )?(?:made|taken) by|decided by)\s*:/i,
  decided:
    /^(?:date (?:of|the) (?:the )?decision(?: was)?(?: made| taken)?|decision date|date decision (?:made|taken))\s*:/i,
  published: /^(?:publication date|date (?:of publication|published)|published(?: on)?)\s*:/i,
}

/** What the page of one decision says of its meeting: below the decision, or beside its labels. */
export function decisionPage(lines: readonly Line[]): FoundFields {
  const at = valueUnder(lines, LABEL.decidedAt)
  const maker = valueUnder(lines, LABEL.maker)
  if (!at && !maker) return {}
  const day = at ?? valueUnder(lines, LABEL.decided)
  const published = valueUnder(lines, LABEL.published)
  return {
    ...frontSheet(lines),
    ...fieldOf('council', councilAtFoot(lines) ?? councilNamed(lines)),
    ...fieldOf('committee', bodyOf(at) ?? bodyOf(maker)),
    ...fieldOf('date', dateOf(day)),
    ...fieldOf('published', dateOf(published)),
  }
}

/** What the page says beside, as the front sheet of a report does; where several decisions stand, it is not theirs all. */
function frontSheet(lines: readonly Line[]): FoundFields {
  if (lines.filter(({ text }) => LABEL.maker.test(text)).length > 1) return {}
  const stated = statedIn(lines)
  const { wards, keyDecision, author, supportingOfficer, cabinetMember, part } = frontSheetOf(stated, lines)
  const title = stated.find(({ label }) => label === 'title')
  return {
    ...{ wards, keyDecision, author, supportingOfficer, cabinetMember, part },
    title: title && found(title.value, title.at),
  }
}

function fieldOf<Field extends 'council' | 'committee' | 'date' | 'published'>(
  field: Field,
  value: Found<string> | undefined,
): FoundFields {
  return value ? { [field]: value } : {}
}

function valueUnder(lines: readonly Line[], label: RegExp): Found<string> | undefined {
  for (const [index, line] of lines.entries()) {
    const match = label.exec(line.text)
    if (!match) continue
    const own = line.text.slice(match[0].length).trim()
    const next = lines[index + 1]
    if (own !== '') return found(own, line)
    return next && found(next.text, next)
  }
  return undefined
}

function dateOf(value: Found<string> | undefined): Found<string> | undefined {
  const date = value && dateIn(value.value)
  return value && date && found(date.date, value.at)
}

/** "13/01/2027 - Cabinet"; an officer or a member who decides alone is no body. */
function bodyOf(value: Found<string> | undefined): Found<string> | undefined {
  if (!value) return undefined
  const date = dateIn(value.value)
  const name = (date ? value.value.slice(date.index + date.length) : value.value)
    .replace(/^[\s,–—-]+/, '')
    .replace(/\s+on\s.*$|\s*\(.*$/, '')
  return looksLikeBody(name) ? found(name, value.at) : undefined
}

/** The council's own address stands below its page. */
function councilAtFoot(lines: readonly Line[]): Found<string> | undefined {
  const line = lines.slice(-6).find(({ text }) => councilAlone(text) !== undefined)
  return line && found(line.text, line)
}

function councilNamed(lines: readonly Line[]): Found<string> | undefined {
  const name = valueUnder(lines, LABEL.council)
  return name && councilAlone(name.value) ? name : undefined
}
