import type { PlainTextElement, PlainTextOption, StaticSelect } from '@slack/types'
import { limits } from './limits.ts'
import { shortened } from './shorten.ts'

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

export interface Choice {
  readonly value: string
  readonly text: string
  readonly description?: string
}

export function option(choice: Choice): PlainTextOption {
  return {
    text: plain(shortened(choice.text, limits.option.text)),
    value: choice.value,
    ...(choice.description === undefined ? {} : { description: plain(choice.description) }),
  }
}

/** One list, or groups of as many as Slack lists in one. */
export function offered(choices: readonly Choice[]): Pick<StaticSelect, 'options' | 'option_groups'> {
  const most = limits.select.options
  if (choices.length <= most) return { options: choices.map(option) }
  const groups = Array.from({ length: Math.ceil(choices.length / most) }, (_, place) =>
    choices.slice(place * most, (place + 1) * most),
  )
  return {
    option_groups: groups.map((group, place) => ({
      label: plain(`${place * most + 1} – ${place * most + group.length}`),
      options: group.map(option),
    })),
  }
}
