/**
 * Where blocks are shown: a message, a form or Home. It keeps what the person chose and passes on what they press.
 *
 * @import { ConfirmationDialog } from '@slack/types'
 * @import { ScreenField } from '../screen.ts'
 * @import { FieldValue, Press } from './api.js'
 */
import { confirmed } from './confirm.js'

/**
 * @typedef {object} Surface
 * @property {'message' | 'modal' | 'home'} kind
 * @property {string} person who is looking
 * @property {FormValues} values
 * @property {(press: Press) => Promise<void>} press
 * @property {(blockId: string, actionId: string) => ScreenField | undefined} [field] what the server knows of a field
 * @property {(key: string) => string | undefined} [errorAt] what is wrong with a field
 * @property {(key: string) => void} [edited] what was wrong may be right now
 */

/** What was typed or chosen, by `blockId/actionId`: it outlives the nodes that show it. */
export class FormValues {
  /** @type {Map<string, FieldValue>} */
  #values = new Map()
  /** Names of chosen files, which the server's value (ids) does not tell. @type {Map<string, { name: string, size: number }>} */
  files = new Map()

  /** @param {string} key */
  get(key) {
    return this.#values.get(key)
  }

  /**
   * @param {string} key
   * @param {FieldValue} value
   */
  set(key, value) {
    this.#values.set(key, value)
  }
}

/**
 * The place of one control.
 *
 * @typedef {object} Place
 * @property {Surface} surface
 * @property {string} blockId
 * @property {boolean} inForm kept until the form is submitted; otherwise every change goes to the app at once
 * @property {boolean} dispatch in a form, but the app also wants to know of every change
 * @property {string} [labelledBy]
 * @property {string} [describedBy]
 * @property {string} [name] an accessible name where no label is shown
 * @property {boolean} [invalid]
 * @property {boolean} [required]
 * @property {() => void} [onEdit]
 */

/** @typedef {{ type: string, action_id?: string, confirm?: ConfirmationDialog }} Control */

/**
 * @param {string} blockId
 * @param {string | undefined} actionId
 */
export const keyOf = (blockId, actionId) => `${blockId}/${actionId ?? ''}`

/**
 * What the control shows: what the person chose, else what the server holds, else what the app proposed.
 *
 * @param {Place} place
 * @param {Control} element
 * @param {FieldValue} initial
 * @returns {FieldValue}
 */
export function valueAt(place, element, initial) {
  const { surface, blockId } = place
  return (
    surface.values.get(keyOf(blockId, element.action_id)) ??
    surface.field?.(blockId, element.action_id ?? '')?.value ??
    initial
  )
}

/**
 * @param {FieldValue} value
 * @returns {string}
 */
export const asText = (value) => (typeof value === 'string' ? value : (value[0] ?? ''))

/**
 * @param {FieldValue} value
 * @returns {readonly string[]}
 */
export const asList = (value) => (typeof value === 'string' ? (value === '' ? [] : [value]) : value)

/**
 * The person changed a control.
 *
 * @param {Place} place
 * @param {Control} element
 * @param {FieldValue} value
 * @param {{ quiet?: boolean, undo?: () => void }} [how] quiet: typing that the app is not told of yet
 */
export async function change(place, element, value, how = {}) {
  const key = keyOf(place.blockId, element.action_id)
  if (place.inForm) {
    place.surface.values.set(key, value)
    place.surface.edited?.(key)
    place.onEdit?.()
    if (!place.dispatch || how.quiet) return
  }
  if (!(await confirmed(element.confirm))) {
    how.undo?.()
    return
  }
  // A control in a message or in Home shows what the app makes of it; an open form keeps the choice.
  if (place.surface.kind === 'modal') place.surface.values.set(key, value)
  await place.surface.press({
    blockId: place.blockId,
    actionId: element.action_id ?? '',
    value,
  })
}

/**
 * Names and states that every form control carries.
 *
 * @param {Place} place
 * @param {Control} element
 */
export function marksOf(place, element) {
  return {
    'aria-labelledby': place.labelledBy ?? null,
    'aria-label': place.labelledBy ? null : (place.name ?? null),
    'aria-describedby': place.describedBy ?? null,
    'aria-invalid': place.invalid ? 'true' : null,
    'aria-required': place.required ? 'true' : null,
    'data-focus': keyOf(place.blockId, element.action_id),
  }
}
