import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'

const MINUTED = /^(?:minutes|decisions?)\s?:(?:\s|$)/i

/** "19/5 Councillor Ash", "4.1 There were none": paragraphs of minutes that have numbers. */
const MINUTE_NUMBER = /^[A-Z]{0,4}\d{1,4}(?:[./]\d{1,4}){1,2}[.:)]?\s+(?=\p{Lu})/u

/**
 * What the minutes say under an item: on a meeting's page the agenda's own words ("Members are asked to
 * declare …") stand above "Minutes:".
 */
export function saidIn(body: readonly Line[], vocabulary?: ReadonlySet<string>): Paragraph[] {
  const paragraphs = paragraphsOf(body, vocabulary).map((paragraph) => ({
    ...paragraph,
    text: paragraph.text.replace(MINUTE_NUMBER, ''),
  }))
  const minuted = paragraphs.findIndex(({ text }) => MINUTED.test(text))
  if (minuted < 0) return paragraphs
  return paragraphs
    .slice(minuted)
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replace(MINUTED, '').trim() }))
    .filter(({ text }) => text !== '')
}
