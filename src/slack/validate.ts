import type { HomeView, KnownBlock, ModalView } from '@slack/types'
import { blockOn } from './block-kit/blocks.ts'
import {
  type BlockKitProblem,
  boolean,
  type Check,
  isPlain,
  list,
  maybe,
  object,
  oneOf,
  type Plain,
  string,
} from './block-kit/checks.ts'
import { plainText } from './block-kit/composition.ts'
import { lengthOf, limits } from './limits.ts'

export type { BlockKitProblem } from './block-kit/checks.ts'

/** A message as it goes to `chat.postMessage`: `text` is what notifications and screen readers say. */
export interface ComposedMessage {
  readonly text: string
  readonly blocks: readonly KnownBlock[]
}

/**
 * Everything for which Slack would refuse this view or message; empty when it would take it.
 *
 * Our own reading of Slack's reference, on purpose not shared with the local workspace's: where the two
 * disagree, one of them misread.
 */
export function problemsOf(shown: ModalView | HomeView | ComposedMessage): BlockKitProblem[] {
  const problems: BlockKitProblem[] = []
  const report = (path: string, problem: string): void => void problems.push({ path, problem })
  const surface = 'type' in shown ? shown.type : 'message'
  surfaces[surface](shown, '', report)
  for (const check of [blockIdsOnce, actionIdsOnce, oneFocus]) check(shown.blocks, 'blocks', report)
  if (surface === 'message') lengthFits(shown.blocks, 'blocks', report)
  else sizeFits(shown, '', report)
  return problems
}

const viewFields = {
  private_metadata: maybe(string(limits.view.privateMetadata)),
  callback_id: maybe(string(limits.view.callbackId)),
  external_id: maybe(string(limits.view.externalId)),
}

const submitWhenInput: Check = (value, path, report) => {
  if (!isPlain(value) || value['submit'] !== undefined) return
  if (plainsIn(value['blocks']).some((block) => block['type'] === 'input'))
    report(path || 'submit', 'submit is missing, and the modal has inputs')
}

const oneTable: Check = (value, path, report) => {
  const blocks = isPlain(value) ? plainsIn(value['blocks']) : []
  if (blocks.filter((block) => block['type'] === 'table').length > 1)
    report(path || 'blocks', 'has more than one table')
}

const surfaces: Record<'modal' | 'home' | 'message', Check> = {
  modal: object(
    {
      type: oneOf('modal'),
      title: plainText(limits.view.title),
      submit: maybe(plainText(limits.view.title)),
      close: maybe(plainText(limits.view.title)),
      clear_on_close: maybe(boolean),
      notify_on_close: maybe(boolean),
      submit_disabled: maybe(boolean),
      blocks: list(blockOn.modal, limits.view.blocks),
      ...viewFields,
    },
    submitWhenInput,
  ),
  home: object({ type: oneOf('home'), blocks: list(blockOn.home, limits.view.blocks, 0), ...viewFields }),
  message: object(
    { text: string(limits.message.text, 1), blocks: list(blockOn.message, limits.message.blocks, 0) },
    oneTable,
  ),
}

const blockIdsOnce: Check = (blocks, path, report) => {
  for (const id of repeated(plainsIn(blocks).map((block) => block['block_id'])))
    report(path, `two blocks have the block_id "${id}"`)
}

const actionIdsOnce: Check = (blocks, path, report) => {
  for (const [index, block] of plainsIn(blocks).entries()) {
    for (const id of repeated(elementsIn(block).map((element) => element['action_id'])))
      report(`${path}[${index}]`, `two elements have the action_id "${id}"`)
  }
}

const oneFocus: Check = (blocks, path, report) => {
  const focused = plainsIn(blocks)
    .flatMap(elementsIn)
    .filter((element) => element['focus_on_load'] === true)
  if (focused.length > 1) report(path, 'more than one element has focus_on_load')
}

const lengthFits: Check = (blocks, path, report) => {
  const characters = lengthOf(JSON.stringify(blocks))
  if (characters > limits.message.characters)
    report(path, `has ${characters} characters as JSON, over the limit of ${limits.message.characters}`)
}

const sizeFits: Check = (view, path, report) => {
  const bytes = Buffer.byteLength(JSON.stringify(view))
  if (bytes > limits.view.bytes)
    report(path || 'view', `has ${bytes} bytes as JSON, over the limit of ${limits.view.bytes}`)
}

function elementsIn(block: Plain): Plain[] {
  return plainsIn([block['element'], block['accessory'], block['elements']].flat())
}

function plainsIn(value: unknown): Plain[] {
  return Array.isArray(value) ? value.filter(isPlain) : []
}

function repeated(ids: readonly unknown[]): string[] {
  const given = ids.filter((id) => typeof id === 'string')
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))]
}
