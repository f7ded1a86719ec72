/** @import { SectionBlock } from '@slack/types' */
import { h } from '../dom.js'
import { element } from '../elements/element.js'
import { textObject } from '../mrkdwn.js'

/** @import { Surface } from '../surface.js' */

/**
 * @param {SectionBlock} block
 * @param {Surface} surface
 */
export function section(block, surface) {
  const words = block.text ?? block.fields?.[0]
  const name = words?.text
    .split('\n')[0]
    ?.replace(/[*_~`]/g, '')
    .slice(0, 80)
  const place = {
    surface,
    blockId: block.block_id ?? '',
    inForm: false,
    dispatch: false,
    ...(name ? { name } : {}),
  }
  return h(
    'div',
    { class: 'block-section' },
    h(
      'div',
      { class: 'section-words' },
      block.text && h('div', { class: 'text' }, textObject(block.text)),
      block.fields &&
        h(
          'div',
          { class: 'section-fields' },
          block.fields.map((field) => h('div', { class: 'text' }, textObject(field))),
        ),
    ),
    block.accessory &&
      h(
        'div',
        { class: `section-accessory accessory-${block.accessory.type}` },
        element(block.accessory, place),
      ),
  )
}
