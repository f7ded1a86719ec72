/** What is typed: plain text, addresses, numbers. */
/** @import { EmailInput, NumberInput, PlainTextInput, RichTextInput, URLInput } from '@slack/types' */
import { freshId, h } from '../dom.js'
import { asText, change, marksOf, valueAt } from '../surface.js'

/** @import { Place } from '../surface.js' */

/** @typedef {PlainTextInput | EmailInput | NumberInput | URLInput | RichTextInput} Typed */

const INPUT_TYPES = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'text',
  rich_text_input: 'text',
}

/**
 * @param {Typed} element
 * @param {Place} place
 * @returns {HTMLElement}
 */
export function text(element, place) {
  const proposed =
    'initial_value' in element && typeof element.initial_value === 'string' ? element.initial_value : ''
  const value = asText(valueAt(place, element, proposed))
  const several =
    element.type === 'rich_text_input' || (element.type === 'plain_text_input' && element.multiline === true)
  const most = element.type === 'plain_text_input' ? element.max_length : undefined
  const counter = most === undefined ? undefined : h('span', { class: 'counter', id: freshId('counter') })
  const marks = marksOf(place, element)
  const onKey = element.dispatch_action_config?.trigger_actions_on?.includes('on_character_entered') ?? false
  const onEnter =
    place.dispatch &&
    (element.dispatch_action_config?.trigger_actions_on?.includes('on_enter_pressed') ?? !onKey)

  const props = {
    ...marks,
    class: several ? 'text-input text-area' : 'text-input',
    'aria-describedby': [marks['aria-describedby'], counter?.id].filter(Boolean).join(' ') || null,
    placeholder: element.placeholder?.text ?? null,
    // The limit is told, not enforced key by key: a pasted paragraph must not be cut without a word.
    oninput: () => {
      count()
      if (several) grow()
      void change(place, element, input.value, { quiet: !onKey })
    },
    /** @param {KeyboardEvent} event */
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.isComposing || !onEnter || (several && event.shiftKey)) return
      event.preventDefault()
      void change(place, element, input.value)
    },
  }
  const input = several
    ? h('textarea', { ...props, rows: 4 })
    : h('input', {
        ...props,
        type: INPUT_TYPES[element.type],
        inputmode:
          element.type === 'number_input' ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : null,
        autocomplete: 'off',
      })
  input.value = value
  count()
  return counter ? h('div', { class: 'text-frame' }, input, counter) : input

  function count() {
    if (!counter || most === undefined) return
    const left = most - [...input.value].length
    counter.textContent = left < 0 ? `${-left} too many` : `${left} left`
    counter.classList.toggle('counter-over', left < 0)
    counter.hidden = left > Math.max(20, most * 0.25)
  }
  function grow() {
    const area = /** @type {HTMLTextAreaElement} */ (input)
    if (area.scrollHeight > area.clientHeight) area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`
  }
}
