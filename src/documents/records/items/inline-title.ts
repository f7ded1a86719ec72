import type { Line } from '../../lines/line.ts'

/** How a paper sets the titles of its items apart from what it says under them. */
export interface TitleStyle {
  /** Text is expected under the titles: minutes and decisions. */
  expectsText: boolean
  /** "Police Report: Attached." throughout. */
  colons: boolean
  /** A meeting's page, with blocks of "Minutes:" and "Additional documents:" under its titles. */
  blocks: boolean
}

export interface SplitTitle {
  title: string
  /** What the line says after its title. */
  rest: string
}

/** The blocks under an item of a meeting's page, where the page was flattened to one line an item. */
const BLOCK = /\s(?=(?:Additional documents|Minutes|Decisions?)\s?:(?:\s|$))/
const BLOCK_ALONE = /^(?:additional documents|minutes|decisions?)\s?:$/i
const COLON = /\s?:(?=[-–]?(?:\s|$))/
const FULL_STOP =
  /(?<!\b(?:Mrs?|Ms|Dr|St|No|Nos|Cllrs?|Rev|Prof|Hon|Co|Ltd|vs?|\p{Lu}))\.\s+(?=[\p{Lu}‘“'"(£\d])/u
const DASH = /\s(?:[-–—]|…|\.{3})\s/
const LIST = /\s(?=\(?(?:a|i|1)[.)]\s+\p{Lu})/u
/** "APOLOGIES To receive apologies": what an item is for, run together with its title. */
const DESCRIPTION =
  /(?<!\b(?:[Oo]f|[Bb]y|[Ff]rom|[Ww]ith|[Aa]nd|[Ff]or|[Tt]he|[Oo]n|[Ii]n|[Aa]t|[Oo]r|[Aa]s|AND|OF|FOR|THE|[Rr]ight|[Ii]nvitation|[Ff]reedom|[Dd]uty)|[,–&-])\s(?=To (?:receive|consider|note|approve|confirm|agree|discuss|declare|elect|appoint|authorise|sign|hear|resolve|report)\b|Members (?:are|will|should|who)\b|Report (?:of|by|from) )/u
/** "Apologies for absence were received from": the title is the subject of a sentence. */
const SUBJECT =
  /^(apologies(?: for absence)?|declarations? of (?:pecuniary |personal |members.? )?interests?|(?:the )?minutes of (?:the )?(?:last|previous) meeting|public (?:participation|questions?|forum))(?=\s(?:were|was|had been|have been|received|accepted|none)\b)/i
/** "Date of next meeting 14th September": what stands there is the answer. */
const NEXT_MEETING =
  /(?<=^(?:date|time)(?: and time)? of (?:the )?next (?:\p{L}{3,12} ){0,3}meeting)[\s:–-]+(?=\S)/iu
const IN_CAPITALS = /^(?=.{0,200}\p{Lu}{2})[^\p{Ll}]{3,200}\s$/u
/** What was said ends with a full stop, or leads in what stands below. */
const IS_TOLD = /[.:–-]$/
const IS_PROSE = /\.['’"”)]{0,2}$/
/** What a meeting, its members or its papers do in a sentence: no title has such a verb behind such a subject. */
const VERB =
  '(?:was|were|is|are|had|has|have|will|would|asked|advised|agreed|approved|apologised|confirmed|considered|decided|declared|discussed|explained|gave|informed|introduced|invited|moved|noted|opened|outlined|presented|proposed|raised|read|received|referred|reminded|reported|resolved|said|stated|submitted|thanked|took|updated|welcomed)'
const SOMEBODY =
  '(?:(?:The|This|A) (?:[Cc]hair\\w*|[Cc]lerk|[Cc]ouncil|[Cc]ommittee|[Pp]anel|[Bb]oard|minutes|meeting|[Mm]embers?|report|following|[Pp]arish|[Tt]own|[Mm]ayor|[Ll]eader|[Oo]fficer|proposal|draft)\\b|(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\\.? \\p{Lu}[\\p{L}’]{0,20})'
const SURELY_SAID = [
  'Th(?:is|ese|ey) (?:was|were|had|has|have)\\b',
  'There (?:was|were|being|is|are|had|has)\\b',
  'It (?:was|is|had|has)\\b',
  'No (?:declarations?|interests?|apologies|comments|questions|members|further|one)\\b',
  '(?:[Nn]one|[Nn]il)\\b',
  '(?:RESOLVED|Resolved|AGREED|Agreed|NOTED|Noted|(?:Proposed|PROPOSED)(?= (?:by|BY|that|THAT|Cllrs?|Councillors?)))\\b',
  'All (?:members|councillors|present|were|in favour|agreed)\\b',
  'Apologies (?:were|had|have|received|from|accepted)\\b',
  'Members (?:were|noted|agreed|considered|received|discussed|had|asked)\\b',
].join('|')
/** How the first sentence under a title begins where the two were run together. */
const OPENING = new RegExp(
  `(?<!\\b(?:of|by|from|to|with|and|for|the|on|in|at|or|as|that|between)|[,–&-])\\s(?=${SOMEBODY}|${SURELY_SAID})`,
  'u',
)
/** "MINUTES – Resolved – That", "Grass cutting: The Clerk reported": a mark, and what can only be a sentence. */
const MARKED_OPENING = new RegExp(
  `\\s?[-–—:]\\s?(?=${SURELY_SAID}|${SOMEBODY}(?:[.\\s'’-]{1,2}\\p{L}{1,20}){0,5}\\s${VERB}\\b)`,
  'u',
)
/** Who stayed away and who declared an interest is said behind such a title, sentence or not. */
const ANSWERED =
  /(?<=^(?:(?:welcome|attendance|present|introductions?)\s?(?:and|&|,)\s)?(?:present|attendance|apologies(?: for absence)?|declarations? of (?:\p{L}{3,10} ){0,3}interests?))\s?[-–—:]\s/iu
const HAS_VERB = new RegExp(`\\b${VERB}\\b`, 'u')
/** The most words of a title before a colon, a full stop or a dash; before a sentence that was run together with it. */
const WORDS = 14
const WORDS_OF_LONG_TITLE = 28
/** In letters; beyond it no title ends. */
const LONGEST_TITLE = 500
/** Only a line that is longer can hold a title and a paragraph. */
const SHORT_LINE = 40

/** A line of an item without its number, parted into the title and what is said on the same line. */
export function splitTitle(text: string, style: TitleStyle): SplitTitle {
  const whole = { title: text, rest: '' }
  const block = style.blocks && splitAtBlock(text)
  if (block) return block
  const colon = parted(text, COLON, WORDS)
  if (colon && (style.colons || /^(?:[-–]|$)/.test(colon.rest)))
    return { ...colon, rest: colon.rest.replace(/^[-–]\s*/, '') }
  const described = parted(text, DESCRIPTION, WORDS)
  if (described) return described
  if (!style.expectsText) return whole
  const told =
    parted(text, NEXT_MEETING) ??
    parted(text, ANSWERED) ??
    parted(text, MARKED_OPENING, WORDS_OF_LONG_TITLE) ??
    capitalsApart(text)
  if (told) return told
  const subject = SUBJECT.exec(text)?.[1]
  if (subject) return { title: subject, rest: text }
  if (colon && IS_PROSE.test(colon.rest)) return openingWithin(text, colon) ?? colon
  return runTogether(text) ?? whole
}

/** A line in which the blocks of a meeting's page were run together with the title, or nothing. */
export function splitAtBlock(text: string): SplitTitle | undefined {
  const block = parted(text, BLOCK)
  const described = block && parted(block.title, DESCRIPTION)
  return described ? { title: described.title, rest: `${described.rest} ${block.rest}` } : block
}

/** Whether the blocks of a meeting's page stand on lines of their own: then "Decision:" within a title is a word of it. */
export function blocksStandAlone(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => BLOCK_ALONE.test(text))
}

/** Whether most of these lines have a colon after their title. */
export function colonsThroughout(texts: readonly string[]): boolean {
  const withColon = texts.filter((text) => COLON.test(text.slice(0, 120))).length
  return withColon >= 3 && withColon >= texts.length * 0.6
}

/** The colon belongs to the title where a sentence only begins further on: "Course: Law and Practice The Clerk said that". */
function openingWithin(text: string, colon: SplitTitle): SplitTitle | undefined {
  const opening = parted(text, OPENING, WORDS_OF_LONG_TITLE)
  const later = opening && opening.title.length > colon.title.length + 2
  return later && !/[.:]\s/.test(opening.title.slice(colon.title.length + 2)) ? opening : undefined
}

/** "PUBLIC REQUESTS TO SPEAK There were none", "BUSES - Moved by Councillor Ash –": the title is in capitals, what was said is not. */
function capitalsApart(text: string): SplitTitle | undefined {
  const small = /\p{Lu}\p{Ll}/u.exec(text.slice(0, LONGEST_TITLE))
  const capitals = small ? text.slice(0, small.index).replace(/\sA\s$/, ' ') : ''
  if (!IN_CAPITALS.test(capitals) || capitals.split(' ').length > WORDS_OF_LONG_TITLE) return undefined
  const rest = text.slice(capitals.length)
  const mark = /\s?[-–—:.]\s$/.exec(capitals)
  const isSaid = mark ? IS_TOLD.test(rest) || HAS_VERB.test(rest) : goesOnSmall(capitals, rest)
  return isSaid ? { title: capitals.slice(0, mark?.index).trim(), rest } : undefined
}

/** Without a mark between them, only words in capitals and then a sentence are sure to be two things. */
function goesOnSmall(capitals: string, rest: string): boolean {
  return /\p{Lu}{4}.{0,200}\p{Lu}{2}\)?\s$/u.test(capitals) && /^(?:A|\p{Lu}\p{Ll}+)\s\p{Ll}/u.test(rest)
}

function runTogether(text: string): SplitTitle | undefined {
  const short = parted(text, LIST, WORDS) ?? parted(text, FULL_STOP, WORDS)
  if (short) return short
  if (!IS_PROSE.test(text)) return undefined
  const dash = parted(text, DASH, WORDS)
  if (dash && /\.\s|^(?:The|This|There|It|Cllr|Councillor|No|None)\b/.test(dash.rest)) return dash
  return text.length < SHORT_LINE ? undefined : parted(text, OPENING, WORDS_OF_LONG_TITLE)
}

function parted(text: string, mark: RegExp, mostWords = Number.POSITIVE_INFINITY): SplitTitle | undefined {
  const match = mark.exec(text.slice(0, LONGEST_TITLE))
  if (!match || match.index === 0) return undefined
  const title = text.slice(0, match.index).trim()
  if (title === '' || title.split(' ').length > mostWords) return undefined
  return { title, rest: text.slice(match.index + match[0].length).trim() }
}
