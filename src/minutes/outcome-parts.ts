import type { ResolutionOfMinutes, ResolutionPart } from '../votes/types.ts'
import type { MinutesLineWords } from './minutes-lines.en.ts'
import type { PaperPart } from './paper-parts.ts'
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
const BULLET = /^[•·▪*–-]$/
const TO_NOTE = /^to note\s+/i
const DASH_AT_END = /[:–—-]\s*$/

/** What was resolved on an item, in the outcome words of the style. */
export function outcomeParts(
  resolution: Resolved,
  style: Pick<MinutesStyle, 'outcome'>,
  { outcome: say }: MinutesLineWords,
): PaperPart[] {
  const { parts, leadIn, text } = resolution
  const [only] = parts
  const isOne = leadIn === '' && parts.length < 2
  const said: PaperPart[] = isOne
    ? [paragraph(oneOutcome(only?.text ?? text, parts, style, say))]
    : [
        paragraph(leadInOf(leadIn, parts, style, say)),
        ...parts.map((part): PaperPart => ({ code: 'entry', ...placeOf(part, style), text: part.text })),
      ]
  return [...said, ...reasonsOf(resolution, say)]
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
