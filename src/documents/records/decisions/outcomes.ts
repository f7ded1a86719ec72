import { sentencesOf } from '../phrases/sentences.ts'
import { SHALL_BE, withoutNumber } from './lead-ins.ts'
import { BODY, isElsewhere, type OwnBody } from './own-body.ts'

const NOTED =
  'noted|approved|endorsed|agreed|accepted|received|adopted|supported|confirmed|ratified|thanked [^.,;]{2,80} and noted|considered and (?:noted|approved|agreed)'
const ADVERBS = '(?:(?:then|therefore|duly|unanimously|also|further|has|have|formally)\\s){0,3}'

/** "The Committee noted the report.", "Members noted the score card." */
const BODY_DID = new RegExp(
  `^(${BODY})(?:,\\s[^,.;]{3,120},)?\\s${ADVERBS}(?:${NOTED})(?:\\sand\\s(?:${NOTED}))?\\s(?!that\\b|to\\b|with\\b)`,
  'iu',
)
/** "agreed to note" is a decision; "agreed that" may be an opinion unless it says what should be. */
const BODY_AGREED = new RegExp(
  `^(${BODY})\\s${ADVERBS}(?:agreed|decided|resolved)(?:\\s(?:in terms of|under|in accordance with|pursuant to)\\s[^;]{3,160}?)?\\s(?:to\\s\\p{L}|that\\s${SHALL_BE})`,
  'iu',
)
/** "The committee advises council to consider the following -", "The Committee agreed:-" */
const BODY_DECIDES = new RegExp(
  `^(${BODY})\\s${ADVERBS}(?:resolved|agreed|decided|determined|recommends|recommended|advises|advised|requests|requested|approved|noted|endorsed)\\b[^.]{0,160}(?::\\s?-?|[-–—])$`,
  'iu',
)
/** "That the Transport Committee: 1. noted", "The Policy Committee:" */
const BODY_ALONE = new RegExp(`^(?:that\\s)?(${BODY})(?:\\s\\([^()]{1,40}\\))?\\s?[:;]?\\s?[-–—]?$`, 'iu')
/** "That the Committee approved the plan." */
const THAT_BODY_DID = new RegExp(`^that\\s(${BODY})\\s${ADVERBS}(?:${NOTED}|authorised|delegated)\\s`, 'iu')
/** "Approved as a correct record.", "Noted.", "The report was noted." */
const SHORT =
  /^(?:(?:report |update |minutes )?(?:noted|approved|agreed|received|confirmed)(?: (?:and|&) signed)?(?: as (?:a |an )?(?:true|correct|accurate)[\w\s,]{0,40})?|(?:the|this) (?:[\p{L}’'-]+\s){1,6}(?:was|were) (?:noted|approved|agreed|received|endorsed|accepted))\.?$/iu
/** "The minutes of the meeting of 3 May were agreed as a correct record." */
const MINUTES_AGREED =
  /^(?:that )?(?:the |those )?(?:draft |public |open |exempt |confidential )?minutes?\b[^.]{0,260}?\b(?:was|were|(?<!\b(?:to|will|would|should|could|must) )be) (?:then |duly |unanimously )?(?:agreed|approved|confirmed|accepted|signed|taken as read|adopted|received|noted)\b/i
const DECISION_VERB =
  'noted|approved|agreed|endorsed|received|accepted|authorised|adopted|supported|requested|recommended|delegated|confirmed|appointed|granted|deferred|invited|instructed|arranged'
/** "That the report be noted.": the mood says that it was resolved. */
const THAT_BE = new RegExp(`^that\\s[^.]{3,300}?\\bbe\\s(?:${DECISION_VERB})\\b`, 'iu')
/** "1) the minutes be noted;" where the word RESOLVED above it is lost. */
const NUMBERED_BE = new RegExp(`^\\(?(?:1|a|i)[.)]\\)?\\s+[^.]{3,300}?\\bbe\\s(?:${DECISION_VERB})\\b`, 'iu')
/** "(1) That the minutes be confirmed" */
const NUMBERED_THAT_BE = new RegExp(
  `^\\(?1[.)]\\)?\\s+that\\s[^.]{3,300}?\\bbe\\s(?:${DECISION_VERB})\\b`,
  'iu',
)
/** Something proposed or reported stands above, not the discussion. */
const PROPOSED =
  /(?:[:;–—-]|\b(?:that|to|amendment|recommendations?|motion))$|\b(?:amendment|recommend\w*|moved|proposed|suggested|motion)\b[^.]{0,200}$/i
/** "The report recommended:-" */
const RECOMMENDS = /\b(?:recommend\w*|moved|amendment|propos\w+|motion|asked|invited)\b[^.]{0,200}[:;–—-]$/i
/** "It was moved by A, seconded by B and" */
const MOVED_AND = /\bseconded\b[^.]{0,120}\band(?:\sit\swas)?:?$/i
const PAST =
  /^(?:\(?\w{1,4}[.)]\s+)?(?:that\s|the\s)?(?:\p{L}+\s){0,6}?(?:noted|approved|approves?|agreed|authoris\w+|authoriz\w+|delegated|endorsed|initiated|resolved|recommended|received|requested|accepted|supported|adopted|appointed|confirmed|instructed|considered|reviewed|established)\b/iu

/** A decision told without a lead-in. */
export interface Outcome {
  /** The words of the decision on this paragraph; empty where they begin on the next. */
  words: string
  /** A decision only as the last thing under its item; higher up it is a point of the discussion. */
  onlyLast: boolean
  /** "The minutes were approved." */
  ofMinutes?: true
}

/** The texts of the paragraphs next to one. */
interface Neighbours {
  above: string | undefined
  below: string | undefined
}

/** Whether a paragraph tells a decision of the body that met. */
export function outcomeOf(printed: string, { above, below }: Neighbours, body: OwnBody): Outcome | undefined {
  const text = withoutNumber(printed)
  if (text.length > LONGEST) return undefined
  if (MINUTES_AGREED.test(text)) return { words: text, onlyLast: false, ofMinutes: true }
  if (isElsewhere(text)) return undefined
  const closing = /[:–—-]$/.test(text) ? (sentencesOf(text).at(-1) ?? text) : text
  const decides = BODY_DECIDES.exec(closing)
  if (decides?.[1] && body.is(decides[1])) {
    const words = SAYS_ONLY_THAT.test(closing) ? '' : closing
    return { words, onlyLast: /\b(?:noted|requested)\b/.test(closing) }
  }
  const alone = BODY_ALONE.exec(text)
  if (
    alone?.[1] &&
    below !== undefined &&
    PAST.test(below) &&
    !(above !== undefined && RECOMMENDS.test(above)) &&
    body.is(alone[1]) &&
    /^that|[:;–—-]/i.test(text)
  ) {
    return { words: text, onlyLast: false }
  }
  const did = BODY_DID.exec(text) ?? BODY_AGREED.exec(text) ?? THAT_BODY_DID.exec(text)
  if (did && INTRODUCES.test(text)) return undefined
  // "All Members agreed that": a sentence of the prose, read as such.
  if (did?.[1] && !/^all\s.*\bthat\b/i.test(did[0]))
    return body.is(did[1]) ? { words: text, onlyLast: !SHOUTED.test(did[0]) } : undefined
  if (MOVED_AND.test(text)) return { words: '', onlyLast: false }
  if (above !== undefined && !PROPOSED.test(above)) {
    if (THAT_BE.test(text)) return { words: text, onlyLast: true }
    const goesOn = /^\(?(?:2|b|ii)[.)]/i.test(below ?? '')
    if (NUMBERED_THAT_BE.test(text) || (goesOn && NUMBERED_BE.test(text))) {
      return { words: text, onlyLast: false }
    }
  }
  return SHORT.test(text) && !ONLY_VOTED.test(text) ? { words: text, onlyLast: true } : undefined
}

/** "The Panel received a report on the waiting times": how the discussion begins. */
const INTRODUCES =
  /^[^.]{1,160}?\sreceived\s(?!and\b)(?:a|an|the following|further|verbal|apologies|from)\b(?![^.]{0,200}\b(?:and|which was)\s(?:was\s)?(?:noted|approved|agreed|accepted))/i

/** "The Committee NOTED the report." is set apart by its capitals, wherever it stands. */
const SHOUTED = /\b(?:NOTED|AGREED|APPROVED|ENDORSED|RECEIVED|SUPPORTED|ACCEPTED|ADOPTED)\b/
/** "The motion was agreed.": how it was voted on, not what was decided. */
const ONLY_VOTED = /\b(?:motion|amendment|vote|proposal)\b/i

/** "Councillors agreed that the bench should be moved." in the run of a paragraph. */
export function isAgreedInProse(sentence: string, body: OwnBody): boolean {
  const agreed = BODY_AGREED.exec(sentence)
  if (agreed?.[1] && !/\bhas|have\b/.test(agreed[0])) return PLAIN_BODY.test(agreed[1]) && body.is(agreed[1])
  const did = SHOUTED.test(sentence) ? BODY_DID.exec(sentence) : null
  return did?.[1] !== undefined && SHOUTED.test(did[0]) && body.is(did[1])
}

const PLAIN_BODY =
  /^(?:the\s|all\s)?(?:(?:parish|town|community)\s)?(?:council|committee|panel|board|sub-?committee|commission|meeting|members|councillors|cllrs)$/i

/** "The Committee resolved:-" adds nothing to the words below it; "advises council to consider, during its debate -" does. */
const SAYS_ONLY_THAT = /\b(?:resolved|agreed|decided)(?:\sunanimously)?(?:\s(?:that|to))?\s?[:;–—-]{1,3}$/i
/** A decision without a mark is one paragraph of moderate length. */
const LONGEST = 4000
