/** @import { Button } from '@slack/types' */
import { confirmed } from '../confirm.js'
import { h } from '../dom.js'
import { withEmoji } from '../emoji.js'
import { safeAddress } from '../entity.js'

/** @import { Place } from '../surface.js' */

/**
 * @param {Button} element
 * @param {Place} place
 */
export function button(element, place) {
  const style =
    element.style === 'primary' ? ' button-primary' : element.style === 'danger' ? ' button-danger' : ''
  const href = element.url ? safeAddress(element.url) : undefined
  const focus = `${place.blockId}/${element.action_id ?? ''}/${element.value ?? ''}`
  const props = { class: `button${style}`, 'aria-label': element.accessibility_label, 'data-focus': focus }
  const words = withEmoji(element.text.text)
  const act = async () => {
    if (!(await confirmed(element.confirm))) return
    node.setAttribute('aria-busy', 'true')
    try {
      await place.surface.press({
        blockId: place.blockId,
        actionId: element.action_id ?? '',
        ...(element.value ? { value: element.value } : {}),
      })
    } finally {
      node.removeAttribute('aria-busy')
    }
  }
  const press = () => {
    if (node.getAttribute('aria-busy') !== 'true') void act()
  }
  /** @type {HTMLElement} */
  const node = href
    ? h(
        'a',
        { ...props, href, target: '_blank', rel: 'noopener noreferrer', onclick: press },
        words,
        h('span', { 'aria-hidden': 'true' }, ' ↗'),
      )
    : h('button', { ...props, type: 'button', onclick: press }, words)
  return node
}
