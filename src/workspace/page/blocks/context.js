/** @import { ContextBlock } from '@slack/types' */
import { h } from '../dom.js'
import { textObject } from '../mrkdwn.js'
import { imageElement } from './image.js'

/** @param {ContextBlock} block */
export function context(block) {
  return h(
    'div',
    { class: 'block-context' },
    block.elements.map((one) =>
      one.type === 'image' ? imageElement(one) : h('span', { class: 'text' }, textObject(one)),
    ),
  )
}
