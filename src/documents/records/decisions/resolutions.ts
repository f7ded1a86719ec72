import type { Paragraph } from '../../lines/paragraphs.ts'
import type { PaperResolution } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { decisionBlock, tidy } from './decision-block.ts'
import { isEnclosure, standsBelowDecision } from './endings.ts'
import { type LeadIn, leadInOf, leadInOfSentence } from './lead-ins.ts'
import { isAgreedInProse, outcomeOf } from './outcomes.ts'
import { isElsewhere, type OwnBody } from './own-body.ts'
import type { Passage } from './passages.ts'
import { saysNothing } from './says-nothing.ts'

/**
 * How a decision stands in the text: set apart as the decision on its item, as a sentence of the prose
 * ("it was agreed to ..."), or as the word that the minutes were agreed, which says nothing of what else was decided.
 */
export type Manner = 'set apart' | 'in prose' | 'on the minutes'

/** A decision and where it is told. */
export interface DecisionTold {
  resolution: Found<PaperResolution>
  paragraph: number
  manner: Manner
}

/** What a meeting resolved on one item, in the order of the paper. */
export function resolutionsIn(passage: Passage, body: OwnBody): DecisionTold[] {
  return passage.decision ? wholeDecision(passage, body) : minutedDecisions(passage, body)
}

/** All that stands in a box headed "Decision", by its lead-ins where it has some. */
function wholeDecision(passage: Passage, body: OwnBody): DecisionTold[] {
  const told = minutedDecisions(passage, body)
  if (told.length > 0) return told
  const { paragraphs } = passage
  const first = paragraphs.findIndex(({ text }) => !saysNothing(text) && !isEnclosure(text))
  const opening = paragraphs[first]
  if (!opening || (TELLS.test(opening.text) && !DECIDED_ALONE.test(opening.text))) return []
  const block = decisionBlock(paragraphs, opening.text, first + 1, true)
  if (!block) return []
  return [
    {
      resolution: resolutionOf(passage, opening, block.resolution, block.damaged),
      paragraph: first,
      manner: 'set apart',
    },
  ]
}

/** Some councils put the whole discussion into the box: then only its lead-ins tell the decision. */
const TELLS =
  /^(?:the (?:lord mayor|mayor|chair\w*|leader|clerk|director|head|chief|cabinet member|portfolio holder|officer|convener|provost)\b|councillors?\b|cllrs?\b|mrs?\b|ms\b|members (?:asked|discussed|considered|heard|received)|consideration was|in response|(?:a|the) report\b|apolog)/i

/** A decision of one member or officer: "The Cabinet Member:" over its parts, "The Director approved the scheme." */
const DECIDED_ALONE =
  /^the (?:leader|director|head|chief|cabinet member|portfolio holder|executive member|officer)\b[^.:]{0,120}?(?::-?$|\b(?:approved|authorised|awarded|delegated|endorsed|granted|resolved|determined|(?:agreed|decided|noted)(?!\s(?:that|with|how|whether)\b))\b)/i

function minutedDecisions(passage: Passage, body: OwnBody): DecisionTold[] {
  const { paragraphs } = passage
  const told: DecisionTold[] = []
  const closing = passage.decision ? 0 : closingFrom(paragraphs, body)
  for (let at = 0; at < paragraphs.length; ) {
    const paragraph = paragraphs[at]
    if (!paragraph) break
    const opening = openingOf(paragraphs, at, closing, body)
    const block = opening && decisionBlock(paragraphs, opening.words, at + 1)
    if (block) {
      const resolution = resolutionOf(passage, paragraph, block.resolution, block.damaged)
      told.push({ resolution, paragraph: at, manner: opening.manner })
      at = block.next
      continue
    }
    for (const text of decisionsInProse(paragraph, body)) {
      const resolution = resolutionOf(passage, paragraph, { text: tidy(text) })
      told.push({ resolution, paragraph: at, manner: 'in prose' })
    }
    at += 1
  }
  return told
}

interface Opening {
  /** The words of the decision on the paragraph that begins it; empty where they begin on the next. */
  words: string
  manner: Manner
}

/** How a paragraph begins a decision, if it does. */
function openingOf(
  paragraphs: readonly Paragraph[],
  at: number,
  closing: number,
  body: OwnBody,
): Opening | undefined {
  const text = paragraphs[at]?.text ?? ''
  const lead = leadInOf(text)
  if (lead) {
    if (isElsewhere(lead.before) || isOthers(lead, body)) return undefined
    if (lead.open && !isDecisionAt(paragraphs[at + 1])) return undefined
    return { words: lead.rest, manner: 'set apart' }
  }
  if (paragraphs[at]?.bullet) return undefined
  const outcome = outcomeOf(text, neighboursOf(paragraphs, at), body)
  if (!outcome || (outcome.onlyLast && at < closing)) return undefined
  return { words: outcome.words, manner: outcome.ofMinutes ? 'on the minutes' : 'set apart' }
}

/** "RESOLVED" may also stand below what was resolved: only words that begin a decision belong to it. */
function isDecisionAt(below: Paragraph | undefined): boolean {
  return below !== undefined && (below.bullet || DECIDES_BELOW.test(below.text))
}

const DECIDES_BELOW =
  /^[“‘'"]?(?:\(?(?:1|a|i|I|A)[.)]\)?\s|(?:that|to|T H A T)\s|(?:the|a|an|this|all)\s[^.]{3,200}?\bbe\s|(?:approved?|agreed?|noted?|endorsed?|supported?|recommended?|delegated?|no objections?)\b)/i

function neighboursOf(
  paragraphs: readonly Paragraph[],
  at: number,
): { above: string | undefined; below: string | undefined } {
  return { above: paragraphs[at - 1]?.text, below: paragraphs[at + 1]?.text }
}

/** "Cabinet RESOLVED that" in the minutes of another body. */
function isOthers(lead: LeadIn, body: OwnBody): boolean {
  const subject = /([^.,;]{1,80}?)\s(?:unanimously\s)?\p{Lu}{5,}\W*$/u.exec(
    lead.before.replace(/\s(?:that|to)\W*$/i, ''),
  )
  return subject?.[1] !== undefined && !body.is(subject[1])
}

/** "It was agreed to ...": in prose the decision is the one sentence; in a list of what was said "agreed that" is a point. */
function decisionsInProse(paragraph: Paragraph, body: OwnBody): string[] {
  return sentencesOf(paragraph.text.replace(PART_LABEL, '')).flatMap((sentence) => {
    if (isElsewhere(sentence)) return []
    const lead = leadInOfSentence(sentence)
    if (!lead) return !paragraph.bullet && isAgreedInProse(sentence, body) ? [sentence] : []
    return paragraph.bullet && !lead.moved && !/^to\s/i.test(lead.rest) ? [] : [lead.rest]
  })
}

/** "b) It was resolved to ..." under an item in parts. */
const PART_LABEL = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+/

/** From which paragraph on there are only outcomes and what stands after them. */
function closingFrom(paragraphs: readonly Paragraph[], body: OwnBody): number {
  let at = paragraphs.length
  while (at > 0) {
    const text = paragraphs[at - 1]?.text ?? ''
    if (!standsBelowDecision(text) && outcomeOf(text, neighboursOf(paragraphs, at - 1), body) === undefined)
      break
    at -= 1
  }
  return at
}

export function resolutionOf(
  { item }: Passage,
  { first }: Paragraph,
  resolution: Omit<PaperResolution, 'item'>,
  damaged?: string,
): Found<PaperResolution> {
  return {
    ...found({ ...(item !== undefined && { item }), ...resolution }, first),
    ...(damaged !== undefined && { doubt: { code: 'numbering-damaged', text: damaged } }),
  }
}
