/** A button that opens a short menu. */
import { freshId, h } from './dom.js'
import { showPopup, whenLeft } from './popup.js'

/** @typedef {{ text: string, detail?: string, act: () => void }} MenuEntry */

/**
 * @param {HTMLButtonElement} button
 * @param {() => readonly MenuEntry[]} entriesOf
 * @param {string} label
 * @returns {HTMLElement} the button and its menu
 */
export function withMenu(button, entriesOf, label) {
  const id = freshId('menu')
  const menu = h('div', { class: 'menu', role: 'menu', id, popover: 'manual', 'aria-label': label })
  button.setAttribute('aria-haspopup', 'menu')
  button.setAttribute('aria-expanded', 'false')
  button.setAttribute('aria-controls', id)
  /** @type {(() => void) | undefined} */
  let takeAway
  /** @type {(() => void) | undefined} */
  let stopWatching

  const items = () => /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('[role=menuitem]')])
  const hide = () => {
    takeAway?.()
    stopWatching?.()
    takeAway = undefined
    button.setAttribute('aria-expanded', 'false')
  }
  const show = () => {
    menu.replaceChildren(
      ...entriesOf().map((entry) =>
        h(
          'button',
          {
            type: 'button',
            class: 'menu-entry',
            role: 'menuitem',
            tabindex: -1,
            onclick: () => {
              hide()
              button.focus()
              entry.act()
            },
          },
          h('span', {}, entry.text),
          entry.detail && h('span', { class: 'listbox-detail' }, entry.detail),
        ),
      ),
    )
    takeAway = showPopup(button, menu, { align: 'end' })
    stopWatching = whenLeft([button, menu], hide)
    button.setAttribute('aria-expanded', 'true')
    items()[0]?.focus()
  }

  button.addEventListener('click', () => (takeAway ? hide() : show()))
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' || takeAway) return
    event.preventDefault()
    show()
  })
  menu.addEventListener('keydown', (event) => {
    const all = items()
    const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement))
    const to = {
      ArrowDown: (here + 1) % all.length,
      ArrowUp: (here - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key]
    if (to !== undefined) all[to]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') {
      hide()
      button.focus()
      if (event.key === 'Tab') return
    } else return
    event.preventDefault()
    event.stopPropagation()
  })
  return h('span', { class: 'menu-holder' }, button, menu)
}
