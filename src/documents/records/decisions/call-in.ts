import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'
import type { CallIn } from '../../record.ts'
import type { Business, Section } from '../business.ts'
import { type Found, found } from '../found.ts'
import { dateIn } from '../phrases/dates.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'

const CALLED_IN = /\bcall(?:ed|ing)?[\s-]in\b/i
const SIGNED =
  /\b(?:signator(?:y|ies)|requisition(?:ed|ists)|call(?:ed)?[\s-]in by|called in by)\b(?:[^:.]{0,80}:)?/i
const DECIDED_ON = /\bdecision\b[^.;]{0,60}?\b(?:of|on|dated|taken on|made on)\s/i
const OUTCOME =
  /\b(?:decision\s(?:stood|stands|would stand|be upheld|was upheld|be implemented|take effect)|(?:be\s|was\s)?referred back(?:\sto\s(?:the\s)?[\p{L}\s]{3,30})?|call-?in\s(?:was\s|be\s)?(?:not\s)?(?:upheld|dismissed|rejected)|no further action)\b/iu
/** No call-in has more signatories. */
const MOST_SIGNATORIES = 40

/** What a paper says of a decision that was called in, under the item that considers it. */
export function callInOf(business: Business): Found<CallIn> | undefined {
  for (const section of business.sections) {
    const paragraphs = paragraphsOf(section.body, business.vocabulary)
    const signatories = signatoriesIn(paragraphs)
    if (!CALLED_IN.test(section.item.title) && signatories.length === 0) continue
    const decisionDate = paragraphs.map(({ text }) => dateOfDecision(text)).find((date) => date !== undefined)
    if (signatories.length === 0 && decisionDate === undefined) continue
    const outcome = outcomeIn(paragraphs)
    const first = lineOf(section)
    if (!first) continue
    return found(
      {
        ...(decisionDate !== undefined && { decisionDate }),
        ...(signatories.length > 0 && { signatories }),
        ...(outcome !== undefined && { outcome }),
      },
      first,
    )
  }
  return undefined
}

function lineOf({ body }: Section): Line | undefined {
  return body.find((line) => CALLED_IN.test(line.text)) ?? body[0]
}

/** "the decision of 27 October", in a sentence that says that it was called in. */
function dateOfDecision(text: string): string | undefined {
  if (!CALLED_IN.test(text)) return undefined
  const decided = DECIDED_ON.exec(text)
  return decided ? dateIn(text.slice(decided.index, decided.index + 120))?.date : undefined
}

/** The names after "The signatories are:", in its sentence or one a line below it. */
function signatoriesIn(paragraphs: readonly Paragraph[]): string[] {
  const at = paragraphs.findIndex(({ text }) => SIGNED.test(text) && CALLED_IN.test(text))
  const opening = paragraphs[at]
  if (!opening) return []
  const signed = SIGNED.exec(opening.text)
  const rest = opening.text.slice((signed?.index ?? 0) + (signed?.[0].length ?? 0))
  const inSentence = namesIn(rest.replace(/\.\s.*$/, ''))
  if (inSentence.length > 0) return inSentence
  const below: string[] = []
  for (const { text } of paragraphs.slice(at + 1, at + 1 + MOST_SIGNATORIES)) {
    const names = namesIn(text.replace(/^\(?[\da-z]{1,3}[.)]\s+/, ''))
    if (names.length === 0) break
    below.push(...names)
  }
  return below
}

/** The names of a list that holds nothing but names. */
function namesIn(text: string): string[] {
  const parts = text
    .replace(/^[\s:–-]+|[\s.]+$/g, '')
    .split(/[,;]\s*|\sand\s/)
    .filter((part) => part !== '')
  const names = parts.map(plainName).filter((name) => looksLikeName(name, true))
  return names.length === parts.length ? names : []
}

function outcomeIn(paragraphs: readonly Paragraph[]): string | undefined {
  const minuted = paragraphs.findIndex(({ text }) => /^minutes\s?:/i.test(text))
  for (const { text } of paragraphs.slice(minuted + 1)) {
    const outcome = OUTCOME.exec(text)
    if (outcome) return outcome[0].replace(/^(?:be|was)\s/i, '').toLowerCase()
  }
  return undefined
}

const DEADLINE =
  /\b(?:(?:deadline|last date|final date|closing date)\s(?:for|of)\s[^.:]{0,40}?(?:call[\s-]?in|escalation|referral)|call[\s-]?in\s(?:deadline|expiry|period\s(?:ends?|expires?|will\s(?:end|expire))|expires|ends)|(?:call(?:ed)?[\s-]in)\b[^.]{0,60}?\b(?:by|before|until|no later than))\b/i

/** The last day on which a decision of the paper can be called in. */
export function callInDeadlineOf(business: Business): Found<string> | undefined {
  for (const [index, line] of business.lines.entries()) {
    const named = DEADLINE.exec(line.text)
    if (!named) continue
    const after = line.text.slice(named.index + named[0].length)
    const date =
      dateIn(after) ?? (after.length < 40 ? dateIn(business.lines[index + 1]?.text ?? '') : undefined)
    if (date && date.index < 60) return found(date.date, line)
  }
  return undefined
}
