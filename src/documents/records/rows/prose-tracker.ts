import { joinLines } from '../../lines/join-lines.ts'
import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { dateAlone, isStatus } from './cell-values.ts'

const MINUTE =
  /^min(?:ute)?s?\b\.?\s*(?:(?:no|number|ref)\b\.?)?\s*:?\s*([A-Z]{0,5}\.?\d{1,5}[\w/.()]{0,12})\s*[–—:-]*\s*(.*)$/i
/** Where the words of the minute begin: "Leisure Contract – Recommended – That ...". */
const DECIDED =
  /(?:^|[–—:-]\s*)(?:it was )?(?:recommended|resolved|agreed|requested|action(?:ed)?)\b\s*[–—:-]*\s*/i
const CLAUSE = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[).]\s+(?=\S)/i

/**
 * The entries of a tracker without a table: below each minute what was recommended, clause by clause, and below
 * each clause what came of it and one line with its status.
 */
export function proseEntries(lines: readonly Line[], vocabulary: ReadonlySet<string>): Found<PaperEntry>[] {
  const entries: Found<PaperEntry>[] = []
  let date: string | undefined
  let minute: Pick<PaperEntry, 'minute' | 'title'> | undefined
  let clause: { at: Line; recommended: string[]; update: string[]; status?: string } | undefined
  const close = (): void => {
    if (minute && clause) {
      const { at, recommended, update, status } = clause
      const entry: PaperEntry = {
        ...(date !== undefined && { date }),
        ...minute,
        recommendation: joinLines(recommended, vocabulary),
        ...(update.length > 0 && { update: joinLines(update, vocabulary) }),
        ...(status !== undefined && { status }),
      }
      entries.push(found(entry, at))
    }
    clause = undefined
  }
  for (const line of lines) {
    const heading = dateAlone(line.text)
    const named = MINUTE.exec(line.text)
    if (heading) {
      close()
      date = heading
      minute = undefined
    } else if (named?.[1]) {
      close()
      const { title, rest } = titleAndRest(named[2] ?? '')
      minute = { minute: named[1].replace(/[.:]$/, ''), ...(title !== '' && { title }) }
      if (rest !== '') clause = { at: line, recommended: [rest.replace(CLAUSE, '')], update: [] }
    } else if (minute && (CLAUSE.test(line.text) || (!clause && /^that\b/i.test(line.text)))) {
      close()
      clause = { at: line, recommended: [line.text.replace(CLAUSE, '')], update: [] }
    } else if (clause) {
      if (isStatus(line.text)) clause.status ??= line.text
      else if (clause.update.length === 0 && isUnfinished(clause.recommended))
        clause.recommended.push(line.text)
      else clause.update.push(line.text)
    }
  }
  close()
  return entries.filter(({ value }) => value.status !== undefined || value.update !== undefined)
}

function titleAndRest(text: string): { title: string; rest: string } {
  const decided = DECIDED.exec(text)
  if (!decided) return { title: text.trim(), rest: '' }
  return {
    title: text.slice(0, decided.index).replace(/[\s–—:-]+$/, ''),
    rest: text.slice(decided.index + decided[0].length).trim(),
  }
}

function isUnfinished(texts: readonly string[]): boolean {
  return !/[.;:]$/.test(texts.at(-1) ?? '')
}
