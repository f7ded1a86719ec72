import type { Paragraph } from '../../lines/paragraphs.ts'
import { numberOf } from '../phrases/figures.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import type { BelowRows } from './rows-below.ts'
import { countAfter, namesIn } from './voter-lists.ts'
import { type Answer, wayInCell, wayOf } from './ways.ts'

/** The names under one heading, such as "Voting against (3):". */
export interface NameList {
  way: Answer
  /** What the heading says was voted on: "motion", "amendment"; empty where it does not say. */
  on: string
  names: string[]
  count: number | undefined
  /** The sentences after the names. */
  after: string
}

const WHO = '(?:(?:the|following|members|councillors|those|votes?|voting|voted|there|cast)\\s){0,5}'
const HOW =
  '(for|in favour|yes|no|ayes?|noes|against|abstain(?:ed|ing)?|abstentions?|declined to vote|not voting|did not vote|no vote(?: cast)?|absent(?: from the vote)?|not present)\\b'
/** "the motion by the Convener", "recommendation (4)"; after "there voted for" whatever stands before the colon. */
const ON =
  '(?:\\s(?:of\\s)?(?:the\\s)?((?:(?:procedural|substantive|original|composite|amended)\\s)?(?:motion|amendment|proposal|recommendations?|proposition)(?:\\sas\\samended)?)(?:\\s(?:by|of)\\s[^:()–;-]{1,50}?)?(?:\\s\\(\\d{1,2}\\))?|(?<=\\bthere\\s(?:voted\\s)?(?:for|in favour|against|abstained))\\s[^:.;()]{1,80}(?=:))?'
/** "(19)", "(no vote cast)", "– 19" */
const HOW_MANY = '(?:\\(([^()]{1,30})\\)|[-–]\\s?(\\d{1,3})(?=\\s|$))?'
const END = '(?::-?|[-–—]{1,2}|(?<=\\)|[-–]\\s?\\d{1,3}))(?=\\s|$)'
const HEADING = new RegExp(
  `(?:^|[\\s(])(?:\\([a-d]\\)\\s|[-–]\\s)?${WHO}${HOW}${ON}\\s?${HOW_MANY}\\s?${END}`,
  'gi',
)
/** How many paragraphs the names of one vote can take. */
const LONGEST = 80

/** The headed lists of names that begin in a paragraph, what stands before them in it, and where they end. */
export function listsAt(
  paragraphs: readonly Paragraph[],
  at: number,
): { lists: NameList[]; before: string; below: BelowRows } | undefined {
  const opening = paragraphs[at]
  const start = opening && headingsIn(printed(opening))[0]
  if (!start) return undefined
  const lists: NameList[] = []
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
  return { lists, before: printed(opening).slice(0, start.from), below: { next, after } }
}

function startsWithHeading(paragraph: Paragraph): boolean {
  return headingsIn(printed(paragraph))[0]?.from === 0
}

function listedIn(paragraph: Paragraph): NameList[] | 'no names' {
  const text = printed(paragraph)
  const headings = headingsIn(text)
  const lists: NameList[] = []
  for (const [index, { to, way, on, count }] of headings.entries()) {
    const words = text.slice(to, headings[index + 1]?.from).trim()
    const [list = words, ...others] = namesIn(words) ? [words] : sentencesOf(words)
    const names = namesIn(list)
    if (!names) return 'no names'
    lists.push({ way, on, names, count: count ?? countAfter(list), after: others.join(' ') })
  }
  return lists
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
    return lines
      .map((line) => (wayInCell(line.text) ? `${line.text.replace(/:$/, '')}:` : `${line.text},`))
      .join(' ')
  }
  return text.replace(WAY_RUN_ON, '$1: ')
}

interface Heading {
  from: number
  to: number
  way: Answer
  on: string
  count: number | undefined
}

function headingsIn(text: string): Heading[] {
  return [...text.matchAll(HEADING)].flatMap((match) => {
    const [whole, words = '', on = '', inside = '', dashed = ''] = match
    const before = text.slice(Math.max(0, match.index - 8), match.index).trimEnd()
    const plain = /^[\s(]*\p{Lu}.*(?::-?|\)\s?[-–—]{1,2})$/u.test(whole)
    if (before !== '' && !plain && !/[;.:–—-]$|\band$/.test(before)) return []
    const way = /no vote/i.test(inside) ? 'noVote' : wayOf(words)
    const count = numberOf(inside) ?? numberOf(dashed)
    return [{ from: match.index, to: match.index + whole.length, way, on, count }]
  })
}
