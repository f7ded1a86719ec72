import { paragraphsOf } from '../../lines/paragraphs.ts'
import type { PaperQuestion } from '../../record.ts'
import { type Business, itemReference, type Section } from '../business.ts'
import { labelAt, Numbering } from '../decisions/clause-labels.ts'
import { type Found, found } from '../found.ts'

/** "Key areas of questioning related to –", "Members asked:", "The Panel sought clarification on the following:". */
const LEADS_TO_QUESTIONS =
  /\b(?:(?:areas?|lines?|topics?|themes?) of (?:questioning|enquiry|inquiry|challenge)|questions|queries|questioning|questioned|(?<!\b(?:are|were|is|was|be|been|being)\s)asked(?!\sto\b)|sought (?:clarification|assurances?|further information|information))\b[^.?!]{0,120}[:–—-]+$/i
/** A list of answers, or of what the public asked, is led in with such words too. */
const NOT_THE_MEMBERS =
  /\b(?:respon[ds]\w*|answer\w*|repl(?:y|ied|ies)|reported|advised|confirmed|explained|clarified that|heard|public|supplementary|those who attended|petition\w*|residents?|agreed|resolved|recommend\w*)\b/i

/** One numbered paragraph alone, with others between, is a heading over answers. */
const FEWEST = 2

/** The lettered lines of questioning of each item. */
export function questionsIn({ sections, vocabulary }: Business): Found<PaperQuestion>[] {
  return sections.flatMap((section) => questionsOf(section, vocabulary))
}

function questionsOf(section: Section, vocabulary: ReadonlySet<string>): Found<PaperQuestion>[] {
  const questions: Found<PaperQuestion>[] = []
  let numbering: Numbering | undefined
  let list: Found<PaperQuestion>[] = []
  const close = (): void => {
    if (list.length >= FEWEST) questions.push(...list)
    list = []
  }
  for (const { text, first } of paragraphsOf(section.body, vocabulary)) {
    const own = numbering && labelAt(text)
    if (own && own.rest !== '' && numbering?.follows(own.label)) {
      numbering.place(own.label)
      const question = { item: itemReference(section), label: own.label.printed, text: withoutStop(own.rest) }
      list.push(found(question, first))
      continue
    }
    close()
    const leads = LEADS_TO_QUESTIONS.test(lastSentence(text)) && !NOT_THE_MEMBERS.test(lastSentence(text))
    numbering = leads ? new Numbering() : undefined
  }
  close()
  return questions
}

function lastSentence(text: string): string {
  return (
    text
      .slice(-200)
      .split(/[.!?]\s+(?=\p{Lu})/u)
      .at(-1) ?? text
  )
}

/** The list's own punctuation: "fees; and", "staff." A question mark is the question's. */
function withoutStop(text: string): string {
  return text.replace(/\s*[;,]\s*(?:and|or)?$|\s*[;,.]+$/i, '')
}
