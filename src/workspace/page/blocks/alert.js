/** @import { AlertBlock } from '@slack/types' */
import { h } from '../dom.js'
import { icon } from '../icons.js'
import { textObject } from '../mrkdwn.js'

/** @param {AlertBlock} block */
export function alert(block) {
  const level = block.level ?? 'default'
  return h(
    'div',
    { class: `block-alert alert-${level}`, role: 'note', 'aria-label': level === 'default' ? null : level },
    icon(level === 'success' ? 'tick' : 'warning'),
    h('div', { class: 'text' }, textObject(block.text)),
  )
}
