/** What could not be done, said where it is seen, until the person sends it away. */
import { byId, h } from './dom.js'
import { icon } from './icons.js'

/** @param {unknown} failure */
export function sentenceOf(failure) {
  return failure instanceof Error ? failure.message : String(failure)
}

/** @param {unknown} failure */
export function showFailure(failure) {
  const box = byId('toasts')
  const words = sentenceOf(failure)
  const toast = h(
    'div',
    { class: 'toast' },
    icon('warning'),
    h('p', {}, words),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': 'Dismiss', onclick: () => toast.remove() },
      icon('close'),
    ),
  )
  for (const old of box.children) if (old.textContent === toast.textContent) old.remove()
  box.append(toast)
  while (box.children.length > 3) box.firstElementChild?.remove()
}
