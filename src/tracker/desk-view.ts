import type { ModalView } from '@slack/types'
import { actions, button, type Choice, modal, section, selectField } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { DeskWords } from './desk-words.en.ts'
import type { RowWords } from './row-words.en.ts'

export interface Desk {
  readonly committeeId: string
  readonly committees: readonly Choice[]
  readonly counts: Parameters<DeskWords['intro']>[0]
}

/** A committee's whole tracker in numbers, and what its clerk does about more than one row. */
export function deskView(
  { committeeId, committees, counts }: Desk,
  words: DeskWords,
  say: RowWords,
): ModalView {
  const of = (id: string, text: string) => button({ id, text, value: committeeId })
  return modal({
    title: words.title,
    close: say.close,
    metadata: committeeId,
    blocks: [
      selectField({
        id: ids.trackerDesk.committee,
        label: words.committee,
        choices: committees,
        chosen: committeeId,
        tellsAtOnce: committees.length > 1,
      }),
      section(words.intro(counts)),
      actions(
        of(ids.trackerDesk.add, words.add),
        of(ids.trackerDesk.notice, words.notice),
        of(ids.trackerDesk.closing, words.close),
        of(ids.trackerDesk.leavers, words.leaves),
        of(ids.trackerDesk.transfer, words.handOver),
        of(ids.trackerDesk.settings, words.set),
      ),
    ],
  })
}
