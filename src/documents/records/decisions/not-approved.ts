import { type Found, found } from '../found.ts'
import { sentencesOf } from '../phrases/sentences.ts'
import { isElsewhere } from './own-body.ts'
import type { Passage } from './passages.ts'

/** "Recommendation 3 was not approved", "the request was refused": by the meeting, not by another body. */
const REFUSED =
  /^(?:it was resolved that )?(?:the\s|this\s)?(?:recommendations?|motion|amendment|proposal|request|bid|application for (?:a )?(?:grant|funding)|grant)\b[^.;]{0,120}?\b(?:was|were)\s(?:therefore\s|then\s)?(?:not\s(?:approved|agreed|supported|accepted|carried)|refused|rejected|defeated|lost)\b/i

/** What the meeting refused, in the paper's words. */
export function refusalsIn(passage: Passage): Found<string>[] {
  return passage.paragraphs.flatMap((paragraph) =>
    paragraph.bullet
      ? []
      : sentencesOf(paragraph.text)
          .filter((sentence) => REFUSED.test(sentence) && !isElsewhere(sentence))
          .map((sentence) => found(sentence, paragraph.first)),
  )
}
