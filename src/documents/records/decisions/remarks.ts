import { sentencesOf } from '../phrases/sentences.ts'
import { ownSentences } from './endings.ts'
import type { LeadIn } from './lead-ins.ts'
import { isBare, statementIn } from './vote-statements.ts'

/** Words around a decision that may tell how it was voted on. */
export interface Remark {
  words: string
  /** They belong to the decision itself, as "RESOLVED UNANIMOUSLY" does. */
  byLeadIn: boolean
}

/** Around the words of a decision: what stands before them, notes in brackets inside them, the sentences after them. */
export function aroundDecision(lead: LeadIn): Remark[] {
  const sentences = sentencesOf(lead.rest)
  const own = lead.sentence ? sentences : ownSentences(sentences)
  const notes = notesIn(own.join(' ')).map((words) => ({ words, byLeadIn: true }))
  return [
    ...sentencesOf(lead.before).map((words, index, all) => ({ words, byLeadIn: index === all.length - 1 })),
    ...notes,
    ...endNotes(own),
    ...sentences.slice(own.length).map((words) => ({ words, byLeadIn: IN_BRACKETS.test(words) })),
  ]
}

/** How it was voted on, in brackets: "(unanimously)", "(5 for, 4 against)". */
export function notesIn(text: string): string[] {
  const brackets = [...text.matchAll(/[([][^()[\]]{2,160}[)\]]/g)].map((match) => match[0])
  return brackets.filter((words) => statementIn(words, true) !== undefined)
}

/** "..., all in favour." or "... unanimously." at the end of the decision's own words. */
function endNotes(own: readonly string[]): Remark[] {
  const last = own.at(-1) ?? ''
  const words = (AT_END.exec(last) ?? /\s(unanimously)\.?$/i.exec(last))?.[1]
  return words !== undefined && isBare(words) ? [{ words, byLeadIn: true }] : []
}

const AT_END =
  /,\s((?:all|unanimous|carried|with|\d{1,2}\s(?:votes?\s)?(?:for|in favour))[^,;()]{0,60}(?:,[^;()]{0,60})?)\.?$/i

/** "(Proposed CB, seconded DO; 4 for, 1 against)" right after the decision. */
const IN_BRACKETS = /^\([^()]{2,160}\)\.?$/
