/** @import { ActionsBlock } from '@slack/types' */
import { h } from '../dom.js'
import { element } from '../elements/element.js'

/** @import { Surface } from '../surface.js' */

/**
 * @param {ActionsBlock} block
 * @param {Surface} surface
 */
export function actions(block, surface) {
  return h(
    'div',
    { class: 'block-actions' },
    block.elements.map((one) => {
      const words = 'placeholder' in one ? one.placeholder?.text : undefined
      return element(one, {
        surface,
        blockId: block.block_id ?? '',
        inForm: false,
        dispatch: false,
        ...(words ? { name: words } : {}),
      })
    }),
  )
}
