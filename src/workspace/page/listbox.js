/** A list of choices that is steered from a text field: arrow keys move, Enter picks, Escape leaves. */
import { freshId, h } from './dom.js'
import { showPopup, whenLeft } from './popup.js'

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} text
 * @property {string} [detail]
 * @property {string} [group]
 * @property {Node} [face]
 * @property {boolean} [chosen]
 * @property {boolean} [disabled]
 */

/**
 * @param {{ input: HTMLElement, label: string, anchor?: () => HTMLElement, side?: 'above' | 'below', multiple?: boolean,
 *   empty?: string, onPick: (choice: Choice) => void, onHide?: () => void }} how
 */
export function createListbox(how) {
  const id = freshId('list')
  const list = h('div', {
    class: 'listbox',
    role: 'listbox',
    id,
    'aria-label': how.label,
    popover: 'manual',
    'aria-multiselectable': how.multiple ? 'true' : null,
  })
  const { input } = how
  input.setAttribute('aria-controls', id)
  input.setAttribute('aria-autocomplete', 'list')
  const expandable = input.getAttribute('role') === 'combobox'
  if (expandable) input.setAttribute('aria-expanded', 'false')

  /** @type {Choice[]} */
  let choices = []
  let active = -1
  /** @type {(() => void) | undefined} */
  let takeAway
  /** @type {(() => void) | undefined} */
  let stopWatching

  // Pressing an entry must not take the focus from the field.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const entry = event.target instanceof Element ? event.target.closest('[data-index]') : null
    const choice = entry instanceof HTMLElement ? choices[Number(entry.dataset['index'])] : undefined
    if (choice && !choice.disabled) how.onPick(choice)
  })

  const self = {
    element: list,
    get open() {
      return takeAway !== undefined
    },

    /**
     * @param {readonly Choice[]} wanted
     * @param {number} [at] the entry that Enter would pick
     */
    show(wanted, at = 0) {
      choices = [...wanted]
      list.replaceChildren(...entries())
      takeAway?.()
      takeAway = showPopup((how.anchor ?? (() => input))(), list, {
        sameWidth: true,
        ...(how.side ? { side: how.side } : {}),
      })
      if (expandable) input.setAttribute('aria-expanded', 'true')
      stopWatching ??= whenLeft([input, list], self.hide)
      move(choices.length > 0 ? Math.min(at, choices.length - 1) : -1)
    },

    hide() {
      if (!takeAway) return
      takeAway()
      takeAway = undefined
      stopWatching?.()
      stopWatching = undefined
      active = -1
      input.removeAttribute('aria-activedescendant')
      if (expandable) input.setAttribute('aria-expanded', 'false')
      how.onHide?.()
    },

    /**
     * @param {KeyboardEvent} event
     * @returns {boolean} true when the key was meant for the list
     */
    key(event) {
      if (!self.open || event.isComposing) return false
      const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
      if (step !== undefined && choices.length > 0) move(wrap(active + step, step))
      else if (event.key === 'Enter' || event.key === 'Tab') {
        const choice = choices[active]
        if (!choice || choice.disabled) return false
        how.onPick(choice)
        if (event.key === 'Tab' && how.multiple) return false
      } else if (event.key === 'Escape') self.hide()
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
  return self

  /**
   * @param {number} to
   * @param {number} step
   */
  function wrap(to, step) {
    if (Math.abs(step) > 1) return Math.max(0, Math.min(choices.length - 1, to))
    return (to + choices.length) % choices.length
  }

  /** @param {number} to */
  function move(to) {
    active = to
    for (const entry of list.querySelectorAll('[data-index]'))
      entry.classList.toggle('active', Number(/** @type {HTMLElement} */ (entry).dataset['index']) === to)
    const entry = list.querySelector(`[data-index="${to}"]`)
    if (entry) {
      input.setAttribute('aria-activedescendant', entry.id)
      entry.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }

  function entries() {
    if (choices.length === 0) return [h('div', { class: 'listbox-empty' }, how.empty ?? 'Nothing matches')]
    /** @type {HTMLElement[]} */
    const out = []
    let group = ''
    for (const [index, choice] of choices.entries()) {
      if (choice.group && choice.group !== group)
        out.push(h('div', { class: 'listbox-group', role: 'presentation' }, choice.group))
      group = choice.group ?? ''
      out.push(
        h(
          'div',
          {
            class: 'listbox-entry',
            role: 'option',
            id: `${id}-${index}`,
            'data-index': index,
            'aria-selected': choice.chosen ? 'true' : 'false',
            'aria-disabled': choice.disabled ? 'true' : null,
          },
          choice.face ?? false,
          h(
            'span',
            { class: 'listbox-words' },
            h('span', { class: 'listbox-text' }, choice.text),
            choice.detail && h('span', { class: 'listbox-detail' }, choice.detail),
          ),
          choice.chosen && h('span', { class: 'listbox-tick', 'aria-hidden': 'true' }, '✓'),
        ),
      )
    }
    return out
  }
}
