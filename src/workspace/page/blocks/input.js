/** A field of a form: label, control, hint and what is wrong with it. */
/** @import { InputBlock } from '@slack/types' */
import { freshId, h } from '../dom.js'
import { element } from '../elements/element.js'
import { icon } from '../icons.js'
import { textObject } from '../mrkdwn.js'
import { asList, asText, keyOf, valueAt } from '../surface.js'

/** @import { FieldValue } from '../api.js' */
/** @import { Place, Surface } from '../surface.js' */

/** Controls that a `<label for>` can point at; the rest are groups with a name of their own. */
const LABELLED =
  /^(plain_text_input|email_text_input|url_text_input|number_input|rich_text_input|date|time|static_select|multi_|users_|channels_|conversations_|external_)/

/**
 * @param {InputBlock} block
 * @param {Surface} surface
 */
export function input(block, surface) {
  const blockId = block.block_id ?? ''
  const id = freshId('field')
  const error = surface.errorAt?.(keyOf(blockId, block.element.action_id))
  const problem = error
    ? h('p', { class: 'field-error', id: `${id}-error` }, icon('warning'), h('span', {}, error))
    : undefined
  const hint = block.hint && h('p', { class: 'field-hint', id: `${id}-hint` }, textObject(block.hint))
  const describedBy = [problem && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  /** @type {Place} */
  const place = {
    surface,
    blockId,
    inForm: true,
    dispatch: block.dispatch_action === true,
    labelledBy: `${id}-label`,
    name: block.label.text,
    invalid: error !== undefined,
    required: !block.optional,
    ...(describedBy ? { describedBy } : {}),
    // What was wrong may be right now; the next submission tells.
    onEdit: () => {
      if (!problem?.isConnected) return
      problem.remove()
      frame.classList.remove('field-invalid')
      for (const node of frame.querySelectorAll('[aria-invalid]')) node.removeAttribute('aria-invalid')
    },
  }
  const control = element(block.element, place)
  const words = [textObject(block.label), block.optional && h('span', { class: 'optional' }, ' (optional)')]
  const target = LABELLED.test(block.element.type) ? controlIn(control) : undefined
  if (target) target.id = id
  const label = target
    ? h('label', { class: 'field-label', id: `${id}-label`, for: id }, words)
    : h('div', { class: 'field-label', id: `${id}-label` }, words)
  const frame = h('div', { class: `field${error ? ' field-invalid' : ''}` }, label, control, problem, hint)
  return frame
}

/** @param {HTMLElement} node */
function controlIn(node) {
  return node.matches('input, textarea') ? node : (node.querySelector('input, textarea') ?? undefined)
}

/**
 * What the fields of a form hold now, as `POST /_local/submit` wants it.
 *
 * @param {readonly { type: string }[]} blocks
 * @param {Surface} surface
 * @returns {Record<string, FieldValue>}
 */
export function valuesOf(blocks, surface) {
  return Object.fromEntries(
    inputsIn(blocks).map((block) => [
      keyOf(block.block_id ?? '', block.element.action_id),
      valueIn(block, surface),
    ]),
  )
}

/**
 * @param {readonly { type: string }[]} blocks
 * @returns {InputBlock[]}
 */
function inputsIn(blocks) {
  return /** @type {InputBlock[]} */ (blocks.filter((block) => block.type === 'input'))
}

/**
 * @param {InputBlock} block
 * @param {Surface} surface
 * @returns {FieldValue}
 */
function valueIn(block, surface) {
  const it = block.element
  const place = { surface, blockId: block.block_id ?? '', inForm: true, dispatch: false }
  const several = it.type === 'checkboxes' || it.type === 'file_input' || it.type.startsWith('multi_')
  const value = valueAt(place, it, initialIn(it))
  return several ? asList(value) : asText(value)
}

/**
 * @param {InputBlock['element']} it
 * @returns {FieldValue}
 */
function initialIn(it) {
  if ('initial_value' in it) return typeof it.initial_value === 'string' ? it.initial_value : ''
  if ('initial_option' in it) return it.initial_option?.value ?? ''
  if ('initial_options' in it) return (it.initial_options ?? []).map((option) => option.value ?? '')
  if ('initial_date' in it) return it.initial_date ?? ''
  if ('initial_time' in it) return it.initial_time ?? ''
  if ('initial_date_time' in it) return it.initial_date_time === undefined ? '' : String(it.initial_date_time)
  if ('initial_user' in it) return it.initial_user ?? ''
  if ('initial_users' in it) return it.initial_users ?? []
  if ('initial_channel' in it) return it.initial_channel ?? ''
  if ('initial_channels' in it) return it.initial_channels ?? []
  if ('initial_conversation' in it) return it.initial_conversation ?? ''
  if ('initial_conversations' in it) return it.initial_conversations ?? []
  return ''
}
