/** How a paper sets the titles of its items apart from what it says under them. */
export interface TitleStyle {
  /** Text is expected under the titles: minutes and decisions. */
  expectsText: boolean
  /** "Police Report: Attached." throughout. */
  colons: boolean
}

export interface SplitTitle {
  title: string
  /** What the line says after its title. */
  rest: string
}

/** The blocks under an item of a meeting's page, where the page was flattened to one line an item. */
const BLOCK =
  /(?<!\b(?:of|the|previous|last|draft|and|&))\s(?=(?:Additional documents|Minutes|Decisions?)\s?:(?:\s|$))/
const COLON = /\s?:(?:-|–)?(?=\s|$)/
const SENTENCE_END = /[.!?]['’"”)]{0,2}$/
const FULL_STOP =
  /(?<!\b(?:Mrs?|Ms|Dr|St|No|Nos|Cllrs?|Rev|Prof|Hon|Co|Ltd|vs?|\p{Lu}))\.\s+(?=[\p{Lu}‘“'"(£\d])/u
const DASH = /\s[-–—]\s/
const LIST = /\s(?=\(?(?:a|i|1)[.)]\s+\p{Lu})/u
/** How the first sentence under a title begins where the two were run together. */
const OPENING =
  /(?<!\b(?:of|by|from|to|with|and|for|the|on|in|at|or|as|that|between)|[,–&-])\s(?=(?:(?:The|This|A) (?:chair\w*|clerk|council|committee|panel|board|minutes|meeting|members?|report|following|parish|town|mayor|leader|officer|proposal|draft)\b|There (?:was|were|being|is|are|had|has)\b|It (?:was|is|had|has)\b|(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr)\.? \p{Lu}|No (?:declarations?|interests?|apologies|comments|questions|members|further|one)\b|None\b|(?:RESOLVED|Resolved|AGREED|Agreed|NOTED|Noted|Proposed|PROPOSED)\b|All (?:members|councillors|present|were|in favour|agreed)\b|Apologies (?:were|had|have|received|from|accepted)\b|Members (?:were|noted|agreed|considered|received|discussed|had|asked)\b))/u
/** The most words of a title before a colon, a full stop or a dash. */
const WORDS = 14
/** A paragraph is only run together with its title where the line is longer. */
const SHORT_LINE = 60

/** A line of an item without its number, parted into the title and what is said on the same line. */
export function splitTitle(text: string, style: TitleStyle): SplitTitle {
  const block = at(text, BLOCK)
  if (block) return block
  const colon = at(text, COLON)
  if (colon && (colon.rest === '' || wordsIn(colon.title) <= WORDS)) {
    const prose = style.expectsText && SENTENCE_END.test(colon.rest)
    if (colon.rest === '' || /:[-–]$/.test(text.slice(0, -colon.rest.length).trim()) || style.colons || prose)
      return colon
  }
  if (!style.expectsText) return { title: text, rest: '' }
  return runTogether(text) ?? { title: text, rest: '' }
}

/** Whether most of these lines have a colon after their title. */
export function colonsThroughout(texts: readonly string[]): boolean {
  const with_ = texts.filter((text) => COLON.test(text.slice(0, 120))).length
  return with_ >= 3 && with_ >= texts.length * 0.6
}

function runTogether(text: string): SplitTitle | undefined {
  const list = at(text, LIST)
  if (list && wordsIn(list.title) <= WORDS) return list
  const stop = at(text, FULL_STOP)
  if (stop && wordsIn(stop.title) <= WORDS) return stop
  if (text.length < SHORT_LINE || !SENTENCE_END.test(text)) return undefined
  const dash = at(text, DASH)
  if (
    dash &&
    wordsIn(dash.title) <= WORDS &&
    /\.\s|^(?:The|This|There|It|Cllr|Councillor|No|None)\b/.test(dash.rest)
  )
    return dash
  const opening = at(text, OPENING)
  return opening && wordsIn(opening.title) <= 2 * WORDS ? opening : undefined
}

function at(text: string, mark: RegExp): SplitTitle | undefined {
  const match = mark.exec(text)
  if (!match || match.index === 0) return undefined
  return { title: text.slice(0, match.index).trim(), rest: text.slice(match.index + match[0].length).trim() }
}

function wordsIn(text: string): number {
  return text.split(' ').length
}
