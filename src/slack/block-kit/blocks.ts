// Blocks (docs.slack.dev/reference/block-kit/blocks).

import { lengthOf, limits } from '../limits.ts'
import {
  all,
  anything,
  boolean,
  type Check,
  either,
  type Fields,
  isPlain,
  list,
  maybe,
  object,
  oneOf,
  oneOfTypes,
  string,
  whole,
} from './checks.ts'
import { imageSource, plainText, text } from './composition.ts'
import { elementsOf, imageElement } from './elements.ts'

function block(type: string, fields: Fields, ...also: readonly Check[]): Readonly<Record<string, Check>> {
  const shape = object({ type: oneOf(type), block_id: maybe(string(limits.blockId, 1)), ...fields }, ...also)
  return { [type]: shape }
}

const textOrFields: Check = (value, path, report) => {
  if (isPlain(value) && value['text'] === undefined && value['fields'] === undefined)
    report(path, 'needs text or fields')
}

const styled = { style: maybe(anything()) }
const named = string(255, 1)

const richTextElements = oneOfTypes({
  text: object({ type: oneOf('text'), text: string(Number.POSITIVE_INFINITY, 1), ...styled }),
  link: object({
    type: oneOf('link'),
    url: string(limits.button.url, 1),
    text: maybe(string(limits.text)),
    unsafe: maybe(boolean),
    ...styled,
  }),
  user: object({ type: oneOf('user'), user_id: named, ...styled }),
  usergroup: object({ type: oneOf('usergroup'), usergroup_id: named, ...styled }),
  channel: object({ type: oneOf('channel'), channel_id: named, ...styled }),
  emoji: object({ type: oneOf('emoji'), name: named, unicode: maybe(named), ...styled }),
  date: object({
    type: oneOf('date'),
    timestamp: whole(0, Number.MAX_SAFE_INTEGER),
    format: named,
    url: maybe(named),
    fallback: maybe(named),
    ...styled,
  }),
})
const runs = list(richTextElements, Number.POSITIVE_INFINITY, 0)
const border = maybe(oneOf(0, 1))
const richTextSection = object({ type: oneOf('rich_text_section'), elements: runs })

const richText = block('rich_text', {
  elements: list(
    oneOfTypes({
      rich_text_section: richTextSection,
      rich_text_list: object({
        type: oneOf('rich_text_list'),
        elements: list(richTextSection, Number.POSITIVE_INFINITY),
        style: oneOf('bullet', 'ordered'),
        indent: maybe(whole(0, 8)),
        offset: maybe(whole(0, Number.MAX_SAFE_INTEGER)),
        border,
      }),
      rich_text_quote: object({ type: oneOf('rich_text_quote'), elements: runs, border }),
      rich_text_preformatted: object({ type: oneOf('rich_text_preformatted'), elements: runs, border }),
    }),
    Number.POSITIVE_INFINITY,
  ),
})

const cell = oneOfTypes({
  raw_text: object({ type: oneOf('raw_text'), text: string(limits.table.characters, 1) }),
  raw_number: object({
    type: oneOf('raw_number'),
    value: anything(),
    text: string(limits.table.characters, 1),
  }),
  ...richText,
})

const tableCharacters: Check = (value, path, report) => {
  const rows = isPlain(value) && Array.isArray(value['rows']) ? value['rows'].flat() : []
  const cells: unknown[] = rows
  const count = cells.reduce<number>(
    (sum, each) => sum + (isPlain(each) && typeof each['text'] === 'string' ? lengthOf(each['text']) : 0),
    0,
  )
  if (count > limits.table.characters)
    report(path, `has ${count} characters in its cells, over the limit of ${limits.table.characters}`)
}

const everywhere = {
  ...block('actions', { elements: list(oneOfTypes(elementsOf.actions), limits.actionsElements) }),
  ...block('context', {
    elements: list(
      oneOfTypes({ ...imageElement, plain_text: text(), mrkdwn: text() }),
      limits.contextElements,
    ),
  }),
  ...block('divider', {}),
  ...block('header', { text: plainText(limits.header) }),
  ...block(
    'image',
    {
      ...imageSource,
      alt_text: string(limits.image.altText, 1),
      title: maybe(plainText(limits.image.title)),
    },
    either('image_url', 'slack_file'),
  ),
  ...block('input', {
    label: plainText(limits.input.label),
    hint: maybe(plainText(limits.input.hint)),
    optional: maybe(boolean),
    dispatch_action: maybe(boolean),
    element: oneOfTypes(elementsOf.input),
  }),
  ...block(
    'section',
    {
      text: maybe(text(limits.section.text)),
      fields: maybe(list(text(limits.section.fieldText), limits.section.fields)),
      accessory: maybe(oneOfTypes(elementsOf.section)),
      expand: maybe(boolean),
    },
    textOrFields,
  ),
  ...richText,
}

const inMessages = {
  ...everywhere,
  ...block('context_actions', {
    elements: list(oneOfTypes(elementsOf.contextActions), limits.contextActionsElements),
  }),
  ...block('markdown', { text: string(limits.markdown, 1) }),
  ...block(
    'table',
    {
      rows: list(list(cell, limits.table.columns), limits.table.rows),
      column_settings: maybe(
        list(
          object({ align: maybe(oneOf('left', 'center', 'right')), is_wrapped: maybe(boolean) }),
          limits.table.columns,
        ),
      ),
    },
    tableCharacters,
  ),
}

const fileInputOutsideModal: Check = (value, path, report) => {
  const element = isPlain(value) && value['type'] === 'input' ? value['element'] : undefined
  if (isPlain(element) && element['type'] === 'file_input') report(path, 'file_input stands in modals only')
}

/**
 * The blocks that this house may use, by where they are shown.
 *
 * Blocks for agents and cards (`alert`, `card`, `carousel`, `container`, `plan`, …) are left out: whoever
 * uses one writes its shape here first.
 */
export const blockOn = {
  message: all(oneOfTypes(inMessages), fileInputOutsideModal),
  modal: oneOfTypes(everywhere),
  home: all(oneOfTypes(everywhere), fileInputOutsideModal),
}
