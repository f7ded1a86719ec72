import type { KnownBlock, ModalView } from '@slack/types'
import { displayName } from '../committees/people.ts'
import { button, context, modal, personField, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import { limits } from '../slack/limits.ts'
import type { Mrkdwn } from '../slack/mrkdwn.ts'
import { pageOf, pagesOf } from '../slack/pages.ts'
import { shortened } from '../slack/shorten.ts'
import { turnButtons } from '../slack/turn-pages.ts'
import type { RowWords } from './row-words.en.ts'
import type { ServiceLineWords } from './service-line-words.en.ts'
import type { ServiceLineAtHand } from './service-lines.ts'

export interface ServiceLineForm {
  /** The committee of the desk: its clerk comes back to it. */
  readonly committeeId: string
  readonly lines: readonly ServiceLineAtHand[]
  readonly page: number
  readonly first?: Mrkdwn | undefined
}

/** Officers and their heads of service: one is added or replaced above, those known stand below. */
export function serviceLineView(form: ServiceLineForm, words: ServiceLineWords, say: RowWords): ModalView {
  const { committeeId, lines, first } = form
  const { field } = ids.serviceLine
  const above: KnownBlock[] = [
    ...(first ? [section(first)] : []),
    section(words.intro()),
    personField({ id: field.officer, label: words.officer }),
    personField({ id: field.head, label: words.head, hint: words.headHint }),
    section(words.list()),
  ]
  const pages = pagesOf(
    lines.map((line) => [lineBlock(line, committeeId, words)]),
    above,
  )
  const { page, at } = pageOf(pages, form.page)
  return modal({
    id: ids.serviceLine.form,
    title: words.title,
    submit: say.save,
    close: say.close,
    metadata: committeeId,
    blocks: [
      ...above,
      ...(lines.length === 0 ? [context(words.none())] : (page ?? [])),
      ...turnButtons(ids.serviceLine.open, committeeId, { at, pages: pages.length }, say),
    ],
  })
}

function lineBlock(
  { id, officer, head }: ServiceLineAtHand,
  committeeId: string,
  words: ServiceLineWords,
): KnownBlock {
  const name = displayName(officer)
  return {
    ...section(words.one(name, displayName(head))),
    accessory: button({
      id: ids.serviceLine.remove,
      text: words.remove,
      value: `${committeeId}/${id}`,
      label: shortened(words.removeLabel(name), limits.button.accessibilityLabel),
    }),
  }
}
