import type { Line } from '../../lines/line.ts'
import { type Found, found } from '../found.ts'
import { councilAlone, councilAtStart, councilsIn } from './bodies.ts'

/** How far into a file its own council is looked for. */
const FAR = 6000
const FOOT = 4
/** "Council: Aye Town Council", as a form says it. */
const LABEL = /^(?:name of )?(?:council|(?:local )?authority|organisation)\s?:\s*/i

/** The council whose paper it is: named on a line of its own, or at the head of its committee's name. */
export function councilIn(
  lines: readonly Line[],
  committee: Found<string> | undefined,
  whole: readonly Line[],
): Found<string> | undefined {
  for (const line of lines) {
    const own = line.text.replace(LABEL, '').replace(/^\((.+)\)$/, '$1')
    for (const text of [own, ...line.cells.map((cell) => cell.text)]) {
      const council = councilAlone(text)
      if (council) return found(mixedCase(council.replace(/^The (?!Vale)/, ''), whole), line)
    }
  }
  const ofCommittee = new Set(committee ? councilsIn(committee.value) : [])
  const [only] = ofCommittee
  if (committee && only && ofCommittee.size === 1) return { value: only, at: committee.at }
  return (
    atHead(lines) ??
    inSummons(lines) ??
    atFoot(whole) ??
    councilByAddress(lines, whole) ??
    onLaterHeadings(whole) ??
    ofItsOwnMeetings(whole)
  )
}

function atHead(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines.slice(0, 12)) {
    const council = councilAtStart(line.text.replace(TITLE_OF_POST, ''))
    if (council) return found(council.replace(/^The (?!Vale)/, ''), line)
  }
  return undefined
}

/** "a meeting of the Finance Committee of Aye Town Council", "Aye Council held its meeting": the one council of the sentence. */
function inSummons(lines: readonly Line[]): Found<string> | undefined {
  for (const line of lines) {
    if (!/\bmeeting of\b|\b(?:council|authority) (?:held|met)\b/i.test(line.text)) continue
    const text = line.text.slice(0, 400)
    const named = councilsIn(text)
    const behindOf = text.split(/\bof (?:the )?/).flatMap((part) => councilAtStart(part) ?? [])
    const [only, ...others] = new Set(named.length > 0 ? named : behindOf)
    if (only && others.length === 0) return found(only, line)
  }
  return undefined
}

/** At the foot of a site's page stands its address: "Ayebridge Council, Town Hall, High Street". */
function atFoot(whole: readonly Line[]): Found<string> | undefined {
  for (const line of whole.slice(-FOOT)) {
    const council = councilAtStart(line.text)
    if (council && (line.text.length === council.length || line.text.startsWith(`${council},`)))
      return found(council, line)
  }
  return undefined
}

/** Above a Markdown post stands its title. */
const TITLE_OF_POST = /^title:\s*["'“]?/i

/** "The next Little Aye Parish Council meeting will be on": of all councils that a paper names, its own meets next. */
function ofItsOwnMeetings(whole: readonly Line[]): Found<string> | undefined {
  for (const line of whole.slice(0, FAR)) {
    const own =
      /\b[Nn]ext (?:ordinary |annual |full )?(?=\p{Lu})([\p{L}'’ &-]{4,60}?) (?:meeting|AGM)\b|\b(?:next|this) (?:ordinary |annual )?meeting of (?:the )?(?=\p{Lu})([\p{L}'’ &-]{4,60}?) (?:will|is|takes?|which)\b/u.exec(
        line.text.slice(0, 600),
      )
    const council = councilAlone(own?.[1] ?? own?.[2] ?? '')
    if (council) return found(council, line)
  }
  return undefined
}

/** Where the front sheet has only a logo: one council, and no other, on lines of its own further on. */
function onLaterHeadings(whole: readonly Line[]): Found<string> | undefined {
  let only: Found<string> | undefined
  for (const line of whole) {
    const council = councilAlone(line.text)
    if (!council) continue
    if (only && only.value.toLowerCase() !== council.replace(/^The (?!Vale)/, '').toLowerCase())
      return undefined
    only ??= found(council.replace(/^The (?!Vale)/, ''), line)
  }
  return only
}

/**
 * Where the front sheet has only a logo and an address: `health@aye.gov.uk` alone names no council, but
 * "Ayebridge Council" named in the paper, of all councils, then is the paper's own.
 */
export function councilByAddress(lines: readonly Line[], whole: readonly Line[]): Found<string> | undefined {
  const domains = new Set<string>()
  for (const line of lines)
    for (const match of line.text.matchAll(/\b([a-z][a-z0-9-]{3,40})\.gov\.(?:uk|wales|scot)\b/gi))
      domains.add(folded(match[1] ?? '').replace(/(?:council|cc|bc|dc|ca)$/, ''))
  if (domains.size !== 1) return undefined
  const [domain] = domains
  if (!domain) return undefined
  const counts = new Map<string, { times: number; at: Found<string> }>()
  for (const line of whole.slice(0, FAR)) {
    for (const name of councilsIn(line.text)) {
      if (!folded(name).startsWith(domain)) continue
      const known = counts.get(name.toLowerCase())
      if (known) known.times += 1
      else counts.set(name.toLowerCase(), { times: 1, at: found(name, line) })
    }
  }
  return [...counts.values()].sort((one, other) => other.times - one.times)[0]?.at
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** A name printed in capitals, in the mixed case that the paper uses for it elsewhere. */
export function mixedCase(name: string, whole: readonly Line[]): string {
  if (name !== name.toUpperCase()) return name
  for (const line of whole.slice(0, 2000)) {
    const at = line.text.toLowerCase().indexOf(name.toLowerCase())
    const form = at < 0 ? name : line.text.slice(at, at + name.length)
    if (form !== form.toUpperCase()) return form
  }
  return name
}
