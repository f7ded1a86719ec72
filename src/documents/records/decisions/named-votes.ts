import type { Paragraph } from '../../lines/paragraphs.ts'
import type { VoteNames } from '../../record.ts'
import { numberOf } from '../phrases/figures.ts'
import { looksLikeName, plainName } from '../phrases/names.ts'
import { type Counts, wayOf } from './vote-counts.ts'

/** How each of those named voted. */
export interface NamedVote {
  names: VoteNames
  /** As printed beside the names: "For (19)". */
  counts: Counts
  /** Of an amendment against a motion: the counts and names of the motion are "for". */
  division: boolean
  /** The first paragraph after the names. */
  next: number
  /** What stands before the names in the first paragraph. */
  before: string
}

const HEADING =
  /(?:^|[\s(])(?:\([a-d]\)\s|[-–]\s)?(?:(?:members|councillors|those|votes?|voting|voted|there|cast)\s){0,3}(for|in favour|against|abstain(?:ed|ing)?|abstentions?|declined to vote|not voting|did not vote|no vote(?: cast)?|absent from the vote)\b(?:\s(?:of\s)?(?:the\s)?(motion|amendment|proposal|recommendations?|substantive motion|proposition|original motion)(?:\s(?:by|of)\s[^:()–;-]{1,50}?)?(?:\s\(\d{1,2}\))?|(?<=\bthere\s(?:voted\s)?(?:for|in favour|against|abstained))\s[^:.;()]{1,80}(?=:))?\s?(?:\(([^()]{1,30})\)|[-–]\s?(\d{1,3})(?=\s|$))?\s?(:-?|[-–—]{1,2}|(?<=\)|[-–]\s?\d{1,3}))(?=\s|$)/gi
/** Only whole sentences tell more than the names: two headings at least must stand near each other. */
const FEWEST_HEADINGS = 2
/** How many paragraphs the names of one vote can take. */
const LONGEST = 80

/** The recorded vote whose first heading stands in a paragraph, with the names below it. */
export function namedVoteAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const opening = paragraphs[at]
  if (!opening) return undefined
  const start = headingsIn(printed(opening))[0]
  if (!start) return undefined
  const names: VoteNames = {}
  const counts: Counts = {}
  let division = false
  let headings = 0
  let way: keyof Counts | undefined
  let next = at
  for (; next < Math.min(paragraphs.length, at + LONGEST); next += 1) {
    const paragraph = paragraphs[next]
    if (!paragraph) break
    const whole = printed(paragraph)
    const found = headingsIn(whole)
    if (found.length === 0) {
      const more = way && namesIn(paragraph.lines.map((line) => line.text).join(', '))
      if (!way || !more || more.length === 0) break
      names[way] = [...(names[way] ?? []), ...more]
      continue
    }
    if (next > at && (found[0]?.from ?? 0) > 0) break
    for (const [index, heading] of found.entries()) {
      const text = whole.slice(heading.to, found[index + 1]?.from)
      const listed = namesIn(text)
      if (!listed) return undefined
      headings += 1
      division ||= heading.amendment
      way = heading.amendment && heading.way === 'for' ? 'against' : heading.way
      names[way] = [...(names[way] ?? []), ...listed]
      const count = heading.count ?? countAfter(text) ?? (SAYS_NONE.test(text.trim()) ? 0 : undefined)
      if (count !== undefined) counts[way] = count
    }
  }
  const named = Object.values(names).flat().length
  if (headings < FEWEST_HEADINGS || named < 2) return undefined
  return { names: withoutEmpty(names), counts, division, next, before: printed(opening).slice(0, start.from) }
}

const WAY_ALONE = /^(?:for|in favour|against|abstain(?:ed)?|abstentions?|not voting|did not vote|absent)$/i
const WAY_RUN_ON = /^(For|Against|Abstain(?:ed)?|Abstentions?|Absent)(?=\p{Lu})/u

/** With a colon after "For" where the way of voting stands in a cell of its own, or was run on: "ForArkwell, Boyce2". */
function printed({ text, first }: Paragraph): string {
  const [way] = first.cells
  if (way && first.cells.length > 1 && WAY_ALONE.test(way.text))
    return `${way.text}: ${text.slice(way.text.length)}`
  return text.replace(WAY_RUN_ON, '$1: ')
}

/** "Arkwell, Boyce 2", "Councillors Arkwell and Boyce (2)" */
function countAfter(text: string): number | undefined {
  const count = /[\p{L}.…]\s?\(?(\d{1,3})\)?[;.]?$/u.exec(text.trim())?.[1]
  return count === undefined ? undefined : Number(count)
}

interface Heading {
  from: number
  to: number
  way: keyof Counts
  amendment: boolean
  count: number | undefined
}

function headingsIn(text: string): Heading[] {
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const [whole, words = '', matter = '', inside = '', dashed = ''] = match
    const before = text.slice(0, match.index).trimEnd()
    const plain = /^[\s(]*\p{Lu}.*:-?$/u.test(whole)
    if (before !== '' && !plain && !/[;.:–—-]$|\band$/.test(before)) return []
    const way = /no vote/i.test(inside) ? 'noVote' : wayOf(words)
    return [
      {
        from: match.index,
        to: match.index + whole.length,
        way: /^declined|^absent/i.test(words) ? wayDeclined(words) : way,
        amendment: /amendment/i.test(matter),
        count: numberOf(inside) ?? numberOf(dashed),
      },
    ]
  })
}

/** Who declines to vote was there and did not vote for or against: an abstention. */
function wayDeclined(words: string): keyof Counts {
  return /^declined/i.test(words) ? 'abstain' : 'noVote'
}

const SAYS_NONE = /^(?:none|nil|0|no one|nobody)\.?$/i
const NONE = /^(?:none|nil|0|no one|nobody|[-–—])?\.?$/i

/** The names in a list, or nothing where the text is no list of names. */
function namesIn(text: string): string[] | undefined {
  const tidy = text
    .replace(/\s?(?:\.{3,}|…+)\s?/g, ' ')
    .replace(/\((\d{1,3})\)/g, ' ')
    .replace(/(?<=[\p{L}.])\s?\d{1,3}$/u, '')
    .replace(/\b(?:total|votes?)\s?[:=–-]?\s?\d{1,3}\b/gi, ' ')
    .replace(/(?:^|(?<=[,;]\s?))\s*(?:and\s)?(?:the\s)?(?:councillors?|cllrs?|members)\.?:?\s/gi, ' ')
    .trim()
  if (NONE.test(tidy)) return []
  const parts = tidy
    .split(/[,;/]|\sand\s|\s&\s|\.\s*$|\s\|\s/)
    .map((part) => part.replace(/^\s*and\s/, '').trim())
    .filter((part) => part !== '')
  const names = parts.flatMap((part) => {
    if (OFFICE.test(part)) return [part.replace(/^The\b/, 'the')]
    const name = plainName(part)
    return looksLikeName(name, true) ? [name] : []
  })
  return names.length >= parts.length * 0.8 && parts.length > 0 ? names : undefined
}

/** Who is named by office only. */
const OFFICE =
  /^(?:the\s)?(?:vice[\s-]|deputy\s|lord\s)?(?:chair(?:man|woman|person)?|convener|convenor|mayor|leader|provost|president)$/i

function withoutEmpty(names: VoteNames): VoteNames {
  const kept: VoteNames = {}
  for (const way of ['for', 'against', 'abstain', 'noVote'] as const) {
    const list = names[way]
    if (list && list.length > 0) kept[way] = list
  }
  return kept
}
