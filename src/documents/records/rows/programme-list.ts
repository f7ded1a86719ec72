import type { Line } from '../../lines/line.ts'
import type { PaperEntry } from '../../record.ts'
import { type Found, found } from '../found.ts'
import { dateAlone, isEmpty } from './cell-values.ts'
import { meaningOf } from './heads.ts'

/** A topic is named, not told. */
const LONGEST_TITLE = 25
const BULLET = /^(?:[•●▪*–—-]|\d{1,2}[.)])\s+/
const LABEL = /^(?<label>\p{Lu}[\p{L} /&()]{1,40}?)\s*:\s*(?<value>\S.*)$/u

/** The topics of a programme without a table: below the date of each meeting, one a line. */
export function listedTopics(lines: readonly Line[]): Found<PaperEntry>[] {
  const topics: Found<PaperEntry>[] = []
  let meetingDate: string | undefined
  for (const line of lines) {
    const date = dateAlone(line.text)
    const { label, value } = LABEL.exec(line.text)?.groups ?? {}
    const meaning = label === undefined ? undefined : meaningOf(label)
    const last = topics.at(-1)
    if (date) meetingDate = date
    else if (meetingDate === undefined) continue
    else if (value !== undefined && last && (meaning === 'owner' || meaning === 'reason'))
      last.value = { ...last.value, [meaning]: value }
    else {
      const title = line.text.replace(BULLET, '')
      if (title.split(' ').length <= LONGEST_TITLE && !isEmpty(title) && !/[.:]$/.test(title))
        topics.push(found({ meetingDate, title }, line))
    }
  }
  return topics
}
