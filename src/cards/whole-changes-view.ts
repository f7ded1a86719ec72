import type { ModalView } from '@slack/types'
import { changeWords } from '../meetings/change-words.en.ts'
import type { RecordedChange } from '../meetings/changes.ts'
import type { MeetingInWords } from '../meetings/words.en.ts'
import { contexts, divider, modal, sections } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { CardWords } from './words.en.ts'

/** Everything that was changed about a meeting since its papers are out, the last change first; a page at a time. */
export function wholeChanges(
  model: {
    readonly meeting: MeetingInWords & { readonly id: string }
    readonly changes: readonly RecordedChange[]
    readonly timeZone: string
  },
  page: number,
  say: CardWords,
): ModalView {
  const { meeting, changes, timeZone } = model
  const pages = pagesOf(
    [...changes]
      .reverse()
      .map((change) => [
        ...sections(changeWords.line(meeting.committeeName, change)),
        ...contexts(say.pack.changed(change.kinds, change.at, timeZone)),
      ]),
  )
  const { page: shown = [], at } = pageOf(pages, page)
  const turns = { back: say.pack.later, on: say.pack.sooner }
  return modal({
    title: say.pack.allChanges,
    close: say.close,
    blocks: [
      ...sections(say.pack.meeting(meeting)),
      divider,
      ...shown,
      ...turnButtons(ids.whole.changes, meeting.id, { at, pages: pages.length }, turns),
    ],
  })
}
