import type { Line } from '../../lines/line.ts'
import { type Paragraph, paragraphsOf } from '../../lines/paragraphs.ts'

const MINUTED = /^(?:minutes|decisions?)\s?:(?:\s|$)/i

/**
 * What the minutes say under an item: on a meeting's page the agenda's own words ("Members are asked to
 * declare …") stand above "Minutes:".
 */
export function saidIn(body: readonly Line[], vocabulary?: ReadonlySet<string>): Paragraph[] {
  const paragraphs = paragraphsOf(body, vocabulary)
  const minuted = paragraphs.findIndex(({ text }) => MINUTED.test(text))
  if (minuted < 0) return paragraphs
  return paragraphs
    .slice(minuted)
    .map((paragraph) => ({ ...paragraph, text: paragraph.text.replace(MINUTED, '').trim() }))
    .filter(({ text }) => text !== '')
}
