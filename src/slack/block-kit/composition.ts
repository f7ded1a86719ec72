// Composition objects: text, options, confirmation (docs.slack.dev/reference/block-kit/composition-objects).
import { isDeepStrictEqual } from 'node:util'
import { limits } from '../limits.ts'
import {
  at,
  boolean,
  type Check,
  either,
  type Fields,
  isPlain,
  maybe,
  object,
  oneOf,
  oneOfTypes,
  string,
} from './checks.ts'

export function plainText(most: number = limits.text): Check {
  return object({ type: oneOf('plain_text'), text: string(most, 1), emoji: maybe(boolean) })
}

/** Plain text or mrkdwn. */
export function text(most: number = limits.text): Check {
  return oneOfTypes({
    plain_text: plainText(most),
    mrkdwn: object({ type: oneOf('mrkdwn'), text: string(most, 1), verbatim: maybe(boolean) }),
  })
}

export const style = maybe(oneOf('primary', 'danger'))

export const confirm = object({
  title: maybe(plainText(limits.confirm.title)),
  text: text(limits.confirm.text),
  confirm: maybe(plainText(limits.confirm.button)),
  deny: maybe(plainText(limits.confirm.button)),
  style,
})

export const webAddress: Check = (value, path, report) => {
  string(limits.button.url, 1)(value, path, report)
  if (typeof value === 'string' && !URL.canParse(value)) report(path, 'is not a web address')
}

export function option(label: Check, more: Fields = {}): Check {
  return object({
    text: label,
    value: string(limits.option.value, 1),
    description: maybe(text(limits.option.description)),
    ...more,
  })
}

export const plainOption = option(plainText(limits.option.text))
export const richOption = option(text(limits.option.text))
/** Every option once, and what is chosen at first is one of them, exactly. */
export const optionsFit: Check = (value, path, report) => {
  if (!isPlain(value)) return
  const groups = Array.isArray(value['option_groups']) ? value['option_groups'] : []
  const inGroups = groups.flatMap((group) => (isPlain(group) ? group['options'] : []))
  const offered = [value['options'] ?? [], inGroups].flat()
  const values = offered.flatMap((each) => (isPlain(each) ? [each['value']] : []))
  for (const twice of new Set(values.filter((each, index) => values.indexOf(each) !== index)))
    report(at(path, 'options'), `has two options of the value "${String(twice)}"`)
  for (const name of ['initial_option', 'initial_options']) {
    for (const chosen of [value[name] ?? []].flat()) {
      if (!offered.some((each) => isDeepStrictEqual(each, chosen)))
        report(at(path, name), 'is not exactly one of the options')
    }
  }
}

/** An image's source: an address, or a file of Slack's. */
export const imageSource = {
  image_url: maybe(string(limits.image.url, 1)),
  slack_file: maybe(
    object({ id: maybe(string(255, 1)), url: maybe(string(limits.image.url, 1)) }, either('id', 'url')),
  ),
}

/** What most elements carry. */
export const actionId = { action_id: maybe(string(limits.actionId, 1)) }
export const actionable = { ...actionId, confirm: maybe(confirm) }
export const focusable = { ...actionable, focus_on_load: maybe(boolean) }
export const placeheld = { ...focusable, placeholder: maybe(plainText(limits.placeholder)) }

/** An element of this type, by its type. */
export function element(
  type: string,
  fields: Fields,
  ...also: readonly Check[]
): Readonly<Record<string, Check>> {
  return { [type]: object({ type: oneOf(type), ...fields }, ...also) }
}
