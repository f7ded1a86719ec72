/** Radio buttons and checkboxes. */
/** @import { Checkboxes, Option, RadioButtons } from '@slack/types' */
import { freshId, h } from '../dom.js'
import { textObject } from '../mrkdwn.js'
import { asList, change, keyOf, marksOf, valueAt } from '../surface.js'

/** @import { Place } from '../surface.js' */

/**
 * @param {RadioButtons | Checkboxes} element
 * @param {Place} place
 */
export function choice(element, place) {
  const radio = element.type === 'radio_buttons'
  const proposed =
    element.type === 'radio_buttons'
      ? element.initial_option
        ? [element.initial_option]
        : []
      : (element.initial_options ?? [])
  const chosen = new Set(
    asList(
      valueAt(
        place,
        element,
        proposed.map((option) => option.value ?? ''),
      ),
    ),
  )
  const group = freshId('choice')
  const marks = marksOf(place, element)

  const inputs = element.options.map((option) =>
    h('input', {
      type: radio ? 'radio' : 'checkbox',
      name: group,
      value: option.value ?? '',
      checked: chosen.has(option.value ?? ''),
      'data-focus': `${keyOf(place.blockId, element.action_id)}/${option.value ?? ''}`,
      'aria-describedby': option.description ? `${group}-${option.value}` : null,
      onchange: () => {
        const values = inputs.filter((input) => input.checked).map((input) => input.value)
        void change(place, element, radio ? (values[0] ?? '') : values, { undo })
      },
    }),
  )
  const undo = () => {
    for (const input of inputs) input.checked = chosen.has(input.value)
  }
  return h(
    'div',
    {
      class: 'choices',
      role: radio ? 'radiogroup' : 'group',
      'aria-labelledby': marks['aria-labelledby'],
      'aria-label': marks['aria-label'],
      'aria-describedby': marks['aria-describedby'],
      'aria-invalid': radio ? marks['aria-invalid'] : null,
      'aria-required': radio ? marks['aria-required'] : null,
    },
    element.options.map((option, index) => line(option, inputs[index], group)),
  )
}

/**
 * @param {Option} option
 * @param {HTMLInputElement | undefined} input
 * @param {string} group
 */
function line(option, input, group) {
  return h(
    'label',
    { class: 'choice' },
    input ?? false,
    h(
      'span',
      { class: 'choice-words' },
      h('span', {}, textObject(option.text)),
      option.description &&
        h('span', { class: 'choice-detail', id: `${group}-${option.value}` }, textObject(option.description)),
    ),
  )
}
