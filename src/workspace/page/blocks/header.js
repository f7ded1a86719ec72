/** @import { HeaderBlock } from '@slack/types' */
import { h } from '../dom.js'
import { textObject } from '../mrkdwn.js'

/** @param {HeaderBlock} block */
export function header(block) {
  return h('h3', { class: 'block-header' }, textObject(block.text))
}
