import type { Paragraph } from '../../lines/paragraphs.ts'
import type { VoteNames } from '../../record.ts'
import { numberOf } from '../phrases/figures.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { countAfter, namesIn } from './voter-lists.ts'
import { type Counts, WAYS, type Way, wayInCell, wayOf } from './ways.ts'

/** How each of those named voted. */
export interface NamedVote {
  names: VoteNames
  /** As printed beside the names: "For (19)". */
  counts: Counts
  /** The first paragraph after the names. */
  next: number
  /** What stands before the names in the first paragraph. */
  before: string
  /** What follows the last name in its paragraph. */
  after?: string
}

const WHO = '(?:(?:the|following|members|councillors|those|votes?|voting|voted|there|cast)\\s){0,5}'
const HOW =
  '(for|in favour|yes|no|ayes?|noes|against|abstain(?:ed|ing)?|abstentions?|declined to vote|not voting|did not vote|no vote(?: cast)?|absent from the vote)\\b'
/** "the motion by the Convener", "recommendation (4)"; after "there voted for" whatever stands before the colon. */
const ON =
  '(?:\\s(?:of\\s)?(?:the\\s)?(motion|amendment|proposal|recommendations?|substantive motion|proposition|original motion)(?:\\s(?:by|of)\\s[^:()–;-]{1,50}?)?(?:\\s\\(\\d{1,2}\\))?|(?<=\\bthere\\s(?:voted\\s)?(?:for|in favour|against|abstained))\\s[^:.;()]{1,80}(?=:))?'
/** "(19)", "(no vote cast)", "– 19" */
const HOW_MANY = '(?:\\(([^()]{1,30})\\)|[-–]\\s?(\\d{1,3})(?=\\s|$))?'
const END = '(?::-?|[-–—]{1,2}|(?<=\\)|[-–]\\s?\\d{1,3}))(?=\\s|$)'
const HEADING = new RegExp(
  `(?:^|[\\s(])(?:\\([a-d]\\)\\s|[-–]\\s)?${WHO}${HOW}${ON}\\s?${HOW_MANY}\\s?${END}`,
  'gi',
)
/** One way of voting with names after it may be anything: two must stand near each other. */
const FEWEST_HEADINGS = 2
/** How many paragraphs the names of one vote can take. */
const LONGEST = 80

/** The names under one heading. */
interface Listed {
  way: Way
  on: string
  names: string[]
  count: number | undefined
  /** The sentences after the names. */
  after: string
}

/** The recorded vote whose first heading stands in a paragraph, with the names below it. */
export function namedVoteAt(paragraphs: readonly Paragraph[], at: number): NamedVote | undefined {
  const opening = paragraphs[at]
  const start = opening && headingsIn(printed(opening))[0]
  if (!start) return undefined
  const lists: Listed[] = []
  let after = ''
  let next = at
  for (; after === '' && next < Math.min(paragraphs.length, at + LONGEST); next += 1) {
    const paragraph = paragraphs[next]
    if (!paragraph) break
    const listed = listedIn(paragraph)
    if (listed === 'no names') return undefined
    if (listed.length > 0 && (next === at || startsWithHeading(paragraph))) {
      lists.push(...listed)
      after = listed
        .map((list) => list.after)
        .join(' ')
        .trim()
      continue
    }
    const last = lists.at(-1)
    const more = listed.length > 0 ? undefined : namesIn(paragraph.lines.map((line) => line.text).join(', '))
    if (!last || !more || (more.length === 0 && last.names.length > 0)) break
    if (more.length === 0) last.count ??= 0
    last.names.push(...more)
  }
  if (lists.length < FEWEST_HEADINGS || lists.flatMap(({ names }) => names).length < 2) return undefined
  return { ...gathered(lists), next, before: printed(opening).slice(0, start.from), after }
}

function startsWithHeading(paragraph: Paragraph): boolean {
  return headingsIn(printed(paragraph))[0]?.from === 0
}

function listedIn(paragraph: Paragraph): Listed[] | 'no names' {
  const text = printed(paragraph)
  const headings = headingsIn(text)
  const lists: Listed[] = []
  for (const [index, { to, way, on, count }] of headings.entries()) {
    const words = text.slice(to, headings[index + 1]?.from).trim()
    const [list = words, ...others] = namesIn(words) ? [words] : sentencesOf(words)
    const names = namesIn(list)
    if (!names) return 'no names'
    lists.push({ way, on, names, count: count ?? countAfter(list), after: others.join(' ') })
  }
  return lists
}

/** In a division the amendment stands against the motion: who voted for it voted against the motion. */
function gathered(lists: readonly Listed[]): { names: VoteNames; counts: Counts } {
  const division =
    lists.some(({ way, on }) => way === 'for' && /motion/i.test(on)) &&
    lists.some(({ way, on }) => way === 'for' && /amendment/i.test(on))
  const names: VoteNames = {}
  const counts: Counts = {}
  for (const list of lists) {
    const way = division && list.way === 'for' && /amendment/i.test(list.on) ? 'against' : list.way
    if (list.names.length > 0) names[way] = [...(names[way] ?? []), ...list.names]
    if (list.count !== undefined) counts[way] = list.count
  }
  return { names: inOrder(names), counts }
}

function inOrder(names: VoteNames): VoteNames {
  const ordered: VoteNames = {}
  for (const way of WAYS) {
    const list = names[way]
    if (list) ordered[way] = list
  }
  return ordered
}

const WAY_RUN_ON = /^(For|Against|Abstain(?:ed)?|Abstentions?|Absent)(?=\p{Lu})/u

/**
 * With a colon after "For" where the way of voting stands on a line or in a cell of its own, or was run on:
 * "ForArkwell, Boyce2".
 */
function printed({ text, first, lines }: Paragraph): string {
  const [way, ...others] = first.cells
  if (way && others.length > 0 && wayInCell(way.text)) return `${way.text}: ${text.slice(way.text.length)}`
  if (lines.some((line) => wayInCell(line.text))) {
    return lines.map((line) => (wayInCell(line.text) ? `${line.text}:` : `${line.text},`)).join(' ')
  }
  return text.replace(WAY_RUN_ON, '$1: ')
}

interface Heading {
  from: number
  to: number
  way: Way
  on: string
  count: number | undefined
}

function headingsIn(text: string): Heading[] {
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const [whole, words = '', on = '', inside = '', dashed = ''] = match
    const before = text.slice(Math.max(0, match.index - 8), match.index).trimEnd()
    const plain = /^[\s(]*\p{Lu}.*:-?$/u.test(whole)
    if (before !== '' && !plain && !/[;.:–—-]$|\band$/.test(before)) return []
    const way = /no vote/i.test(inside) ? 'noVote' : wayOf(words)
    const count = numberOf(inside) ?? numberOf(dashed)
    return [{ from: match.index, to: match.index + whole.length, way, on, count }]
  })
}
