import type { ResolutionOfMinutes, ResolutionPart } from '../votes/types.ts'
import type { MinutesLineWords } from './minutes-lines.en.ts'
import type { PaperPart } from './paper-parts.ts'
import { passageParts } from './passage-parts.ts'
import type { MinutesStyle } from './styles.ts'

type Resolved = Pick<ResolutionOfMinutes, 'text' | 'leadIn' | 'reasons' | 'parts'>

const WHO =
  '(?:the |full )?(?:sub-?committee|committee|panel|board|commission|council|cabinet|meeting|members?|councillors?)'
/** "has agreed"; but not "be asked" or "that … was": that is what was decided, and does not say that it was. */
const BETWEEN = "(?:\\s(?!(?:be|to|that)\\b)[\\w’'(),-]+){0,6}?"
const DECIDED =
  '(?:agree[ds]?|note[ds]?|resolve[ds]?|recommend(?:s|ed)?|advise[ds]?|approve[ds]?|receive[ds]?|welcome[ds]?)\\b'
const SOMEBODY_APPOINTED = '.{0,60}?\\s(?:was|were) (?:appointed|elected|re-?elected|nominated)\\b'
const SAID_ALREADY = '(?:it was |(?:agreed|resolved|recommended|noted|approved)\\b)'
/**
 * Sentences that say by themselves that something was decided: "Members noted …", "The Committee agreed …". The
 * style's own word before them would say it twice.
 */
const STANDS_ALONE = new RegExp(
  `^(?:${WHO}${BETWEEN}\\s${DECIDED}|${SOMEBODY_APPOINTED}|${SAID_ALREADY})`,
  'i',
)
const BULLET_AT_START = /^[•·▪*–-]\s+/
const BULLET = /^[•·▪*–-]$/
const TO_NOTE = /^to note\s+/i
const DASH_AT_END = /[:–—-]\s*$/

/** What was resolved on an item, in the outcome words of the style. */
export function outcomeParts(
  resolution: Resolved,
  style: Pick<MinutesStyle, 'outcome'>,
  { outcome: say }: MinutesLineWords,
): PaperPart[] {
  const { parts, text } = resolution
  const leadIn = bareLeadIn(resolution.leadIn)
  // A sentence that notes and requests in one has two parts for the tracker, and is printed as one.
  const isNumbered = parts.some(({ label }) => label !== '')
  return [
    ...(isNumbered
      ? [paragraph(leadInOf(leadIn, parts, style, say)), ...clausesOf(text, parts, style)]
      : sentenceParts(withoutLeadIn(text, resolution.leadIn), parts, style, say)),
    ...reasonsOf(resolution, say),
  ]
}

/** "Agreed", "RESOLVED:" and "Agreed that" before the clauses: the style has its own word for it. */
const BARE = /^(?:it was )?(?:unanimously )?(?:agreed|resolved)\b[\s,:;–—-]*(that|to)?[\s:–—-]*$/i

function bareLeadIn(leadIn: string): string {
  const bare = BARE.exec(leadIn.trim())
  return bare ? (bare[1] ?? '').toLowerCase() : leadIn
}

function withoutLeadIn(text: string, leadIn: string): string {
  const isBare = BARE.test(leadIn.trim())
  return isBare && text.startsWith(leadIn) ? text.slice(leadIn.length).replace(/^[\s:;,–—-]+/, '') : text
}

/** The first line is what was resolved; lines below it, as typed, go on from it. */
function sentenceParts(
  text: string,
  parts: readonly ResolutionPart[],
  style: Pick<MinutesStyle, 'outcome'>,
  say: Say,
): PaperPart[] {
  const [first = '', ...below] = text.split('\n')
  return [paragraph(oneOutcome(first, parts, style, say)), ...passageParts(below.join('\n'))]
}

type Say = MinutesLineWords['outcome']

function oneOutcome(
  text: string,
  parts: readonly ResolutionPart[],
  { outcome }: Pick<MinutesStyle, 'outcome'>,
  say: Say,
): string {
  if (STANDS_ALONE.test(text)) return text
  if (outcome === 'resolved') {
    const addressee = recommendedTo(parts)
    return addressee === undefined
      ? say.resolved.one(upperFirst(text))
      : say.resolved.recommended(addressee, upperFirst(text))
  }
  if (TO_NOTE.test(text)) return say.agreed.noted(text.replace(TO_NOTE, ''))
  return /^(?:that|to)\b/i.test(text) ? say.agreed.one(lowerFirst(text)) : say.agreed.plain(text)
}

function leadInOf(
  leadIn: string,
  parts: readonly ResolutionPart[],
  { outcome }: Pick<MinutesStyle, 'outcome'>,
  say: Say,
): string {
  if (leadIn !== '' && STANDS_ALONE.test(leadIn)) return withDash(leadIn)
  const addressee = recommendedTo(parts)
  if (leadIn === '') {
    if (outcome === 'agreed') return say.agreed.several
    return addressee === undefined ? say.resolved.several : say.resolved.recommendedSeveral(addressee)
  }
  if (outcome === 'agreed')
    return withDash(
      /^(?:that|to)\b/i.test(leadIn) ? say.agreed.one(lowerFirst(leadIn)) : say.agreed.plain(leadIn),
    )
  return withDash(
    addressee === undefined
      ? say.resolved.one(upperFirst(leadIn))
      : say.resolved.recommended(addressee, upperFirst(leadIn)),
  )
}

const PRINTED_LABEL = /^\(?[\p{L}\d.]{1,8}[.)]{1,2}\s*[-–—]?\s*/u
/** So many characters tell one clause from another. */
const BEGINNING = 40

/**
 * The clauses line by line as they were written, so that reasons with bullets stay what they are; where several
 * stand on one line, clause by clause.
 */
function clausesOf(
  text: string,
  parts: readonly ResolutionPart[],
  style: Pick<MinutesStyle, 'outcome'>,
): PaperPart[] {
  const entries: Extract<PaperPart, { code: 'entry' }>[] = []
  let next = 0
  for (const line of text.split('\n').map((one) => one.trim())) {
    const rest = line.replace(PRINTED_LABEL, '')
    const part = parts[next]
    const last = entries.at(-1)
    if (part && rest !== '' && part.text.startsWith(rest.slice(0, BEGINNING))) {
      entries.push({ code: 'entry', ...placeOf(part, style), text: rest })
      next += 1
    } else if (last && BULLET_AT_START.test(line)) {
      const depth = last.label === '•' ? last.depth : last.depth + 1
      entries.push({ code: 'entry', label: '•', text: line.replace(BULLET_AT_START, ''), depth })
    } else if (last) entries.splice(-1, 1, { ...last, text: `${last.text} ${line}` })
  }
  if (next === parts.length) return entries
  return parts.map((part) => ({ code: 'entry', ...placeOf(part, style), text: part.text }))
}

/** To whom everything is recommended, empty where that is not said; `undefined` where something else is resolved too. */
function recommendedTo(parts: readonly ResolutionPart[]): string | undefined {
  const isRecommended = ({ verbClass }: ResolutionPart) =>
    verbClass === 'recommend' || verbClass === 'recommendExternal'
  if (parts.length === 0 || !parts.every(isRecommended)) return undefined
  const named = [...new Set(parts.map(({ addressee }) => addressee).filter((one) => one !== ''))]
  return named.length > 1 ? '' : (named[0] ?? '')
}

/** By its place, so that "I., 2., 3." is printed as 1, 2 and 3; what had a bullet keeps one. */
function placeOf(
  { path, label }: ResolutionPart,
  { outcome }: Pick<MinutesStyle, 'outcome'>,
): { label: string; depth: number } {
  const places = path.split('.')
  const depth = places.length - 1
  if (BULLET.test(label.trim())) return { label: '•', depth }
  const last = places.at(-1) ?? path
  return { label: outcome === 'agreed' ? `${last}.` : `(${last})`, depth }
}

function reasonsOf({ reasons, parts }: Resolved, say: Say): PaperPart[] {
  if (reasons === '') return []
  return [paragraph(recommendedTo(parts) === undefined ? say.reason(reasons) : say.referral(reasons))]
}

function paragraph(text: string): PaperPart {
  return { code: 'paragraph', text }
}

function withDash(text: string): string {
  return DASH_AT_END.test(text) ? text.trimEnd() : `${text.trimEnd()} –`
}

/** "That the report be noted" within a sentence; an abbreviation stays as it is. */
function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
