import type { Line } from '../../lines/line.ts'
import type { Paragraph } from '../../lines/paragraphs.ts'
import { Ballot } from './ballot.ts'
import type { NamedVote } from './named-votes.ts'
import { voterNamed } from './voters.ts'
import { type Answer, wayOf } from './ways.ts'

/** After a name: "– For", "(Against)", "Abstained". In capitals or with one: "for" within prose says nothing. */
const CALLED =
  /[\s:,(.…–—-]\s?\(?\b(For|FOR|In [Ff]avour|IN FAVOUR|Voted [Ff]or|Against|AGAINST|Voted [Aa]gainst|Abst(?:ain(?:ed|s)?|ention)|ABSTAIN(?:ED|S)?|ABSTENTION|Absent|ABSENT|Did [Nn]ot [Vv]ote|Not [Vv]oting|Yes|YES|No|NO|Aye|AYE|Nay|NAY)\b\)?/gu
/** "Conservative:" before the names of a group, or on a line of its own. */
const PARTY =
  /^(?:(?:the\s)?(?:(?:scottish|welsh|local|ratepayers?|residents?|unaligned|other)\s)?(?:conservatives?|labour(?: (?:and|&) co-?operative)?|liberal democrats?|lib dems?|greens?(?: party)?|independents?|reform(?: uk)?|snp|plaid(?: cymru)?|ukip|unionists?|residents?(?: association)?|non-?aligned)(?:\s(?:party|group|members|councillors))?(?:\s\(\d{1,3}\))?\s?[:–—-]?\s?){1,6}/i
/** Fewer names than this, each with a way of voting, are more likely a remark. */
const FEWEST = 3
const LONGEST = 200
/** How many lines of heads can stand above the names in one paragraph. */
const MOST_HEADS = 3

interface Called {
  name: string
  way: Answer
}

/** The roll call that begins in a paragraph: each name with how that member voted, one or several to a line. */
export function rollCallAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const called = openingCalls(paragraphs[at]?.lines ?? [])
  if (!called) return undefined
  let next = at + 1
  for (; next < Math.min(paragraphs.length, at + LONGEST); next += 1) {
    const text = paragraphs[next]?.text ?? ''
    const more = callsIn(text)
    if (more) called.push(...more)
    else if (!isParty(text) || !callsIn(paragraphs[next + 1]?.text ?? '')) break
  }
  if (called.length < FEWEST) return undefined
  const ballot = new Ballot()
  for (const { name, way } of called) ballot.add(way, [name])
  return { names: ballot.names, counts: {}, next, before: '' }
}

/** Below heads such as "Member / Vote" or the names of the groups. */
function openingCalls(lines: readonly Line[]): Called[] | undefined {
  for (let heads = 0; heads <= Math.min(MOST_HEADS, lines.length - 1); heads += 1) {
    const called = callsIn(
      lines
        .slice(heads)
        .map((line) => line.text)
        .join(' '),
    )
    if (called) return called
    if ((lines[heads]?.text.length ?? 0) > 100) return undefined
  }
  return undefined
}

/** Who is called in a text that holds nothing else. */
function callsIn(text: string): Called[] | undefined {
  const called: Called[] = []
  let from = 0
  for (const match of text.matchAll(CALLED)) {
    const printed = text
      .slice(from, match.index)
      .replace(/^[\s,;.|•-]+|[\s,;:.…(|–—-]+$/g, '')
      .replace(PARTY, '')
    const name = voterNamed(printed)
    if (name === undefined) return undefined
    called.push({ name, way: wayOf((match[1] ?? '').replace(/^voted\s/i, '')) })
    from = match.index + match[0].length
  }
  return called.length > 0 && /^[\s,;.|)]*$/.test(text.slice(from)) ? called : undefined
}

function isParty(text: string): boolean {
  return text.length < 60 && text.replace(PARTY, '').trim() === ''
}
