import type { KnownBlock } from '@slack/types'
import { actions, button, context, divider, section } from '../slack/blocks.ts'
import { ids } from '../slack/ids.ts'
import type { BundleWords } from './bundle-words.en.ts'
import type { Post } from './duties-view.ts'
import { fitsMessage } from './whole.ts'

/** What one kind of reminder says about one thing. */
export interface BundlePart {
  /** Whether something is still to be answered. */
  readonly isOpen: boolean
  /** Parts about the same thing stand together, under one heading. */
  readonly group: string
  readonly heading: KnownBlock
  /** Among those of its group; as they were stored where it is absent. */
  readonly order?: string
  /** As much of it as fits. None where not even its beginning does. */
  build(fits: (blocks: readonly KnownBlock[]) => boolean): readonly KnownBlock[]
}

export interface BundleModel {
  readonly parts: readonly BundlePart[]
  readonly wantsFewer: boolean
  /** The day of the message, for the button that changes how many come. */
  readonly day: string
}

/** The one message of reminders a day: what is still open, each with its answer in place. */
export function bundleMessage(model: BundleModel, say: BundleWords): Post {
  const { parts } = model
  const open = parts.some(({ isOpen }) => isOpen)
  const frame = frameOf(model, say)
  const blocks: KnownBlock[] = [section(open ? say.intro() : say.allDone())]
  const groups = [...new Set(parts.map(({ group }) => group))]
  let left = 0
  for (const group of groups) {
    let isHeaded = false
    for (const part of parts.filter((one) => one.group === group).toSorted(byOrder)) {
      const before = isHeaded ? [] : [divider, part.heading]
      const next = part.build((added) =>
        fitsMessage([...blocks, ...before, ...added, context(say.more(parts.length)), ...frame]),
      )
      if (next.length === 0) {
        left += 1
        continue
      }
      blocks.push(...before, ...next)
      isHeaded = true
    }
  }
  return {
    text: (open ? say.notification() : say.allDone()).text,
    blocks: [...blocks, ...(left > 0 ? [context(say.more(left))] : []), ...frame],
  }
}

function byOrder(one: BundlePart, other: BundlePart): number {
  const [first = '', second = ''] = [one.order, other.order]
  return first === second ? 0 : first < second ? -1 : 1
}

function frameOf({ wantsFewer, day }: BundleModel, say: BundleWords): KnownBlock[] {
  return [
    divider,
    context(wantsFewer ? say.fewerChosen() : say.few()),
    actions(
      wantsFewer
        ? button({ id: ids.reminders.usual, text: say.usual, value: day })
        : button({ id: ids.reminders.fewer, text: say.fewer, value: day }),
    ),
  ]
}
