import type { KnownBlock, ModalView } from '@slack/types'
import { actions, button, type Choice, formatted, modal, section } from '../slack/blocks.ts'
import { offered, option } from '../slack/choices.ts'
import { ids } from '../slack/ids.ts'
import type { DeskWords } from './desk-words.en.ts'
import type { RowWords } from './row-words.en.ts'
import { serviceLineWords } from './service-line-words.en.ts'

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
      chooser(words.committee, committees, committeeId),
      section(words.intro(counts)),
      actions(
        of(ids.trackerDesk.add, words.add),
        of(ids.trackerDesk.notice, words.notice),
        of(ids.trackerDesk.closing, words.close),
        of(ids.trackerDesk.leavers, words.leaves),
        of(ids.trackerDesk.transfer, words.handOver),
        of(ids.serviceLine.open, serviceLineWords.button),
        of(ids.trackerDesk.settings, words.set),
      ),
    ],
  })
}

function chooser(label: string, committees: readonly Choice[], chosen: string): KnownBlock {
  const choices = committees.map(option)
  const initial = choices.find(({ value }) => value === chosen)
  return {
    type: 'section',
    text: formatted(label),
    accessory: {
      type: 'static_select',
      action_id: ids.trackerDesk.committee,
      ...offered(committees),
      ...(initial ? { initial_option: initial } : {}),
    },
  }
}
