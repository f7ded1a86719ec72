/** From a block's type to the thing that draws it. */
/** @import { KnownBlock } from '@slack/types' */
import { h } from '../dom.js'
import { markdown } from '../markdown.js'
import { actions } from './actions.js'
import { alert } from './alert.js'
import { context } from './context.js'
import { divider } from './divider.js'
import { header } from './header.js'
import { image } from './image.js'
import { input } from './input.js'
import { richText } from './rich-text.js'
import { section } from './section.js'
import { table } from './table.js'
import { unsupported } from './unsupported.js'

/** @import { Surface } from '../surface.js' */

/**
 * One block that cannot be drawn must not take the others with it.
 *
 * @param {unknown} it
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
export function block(it, surface) {
  const known = /** @type {KnownBlock} */ (it)
  try {
    return h('div', { class: `block block-of-${known.type}` }, draw(known, surface))
  } catch (failure) {
    console.warn('A block could not be drawn', it, failure)
    return unsupported('block', known)
  }
}

/**
 * @param {KnownBlock} it
 * @param {Surface} surface
 * @returns {HTMLElement}
 */
function draw(it, surface) {
  switch (it.type) {
    case 'section':
      return section(it, surface)
    case 'header':
      return header(it)
    case 'context':
      return context(it)
    case 'divider':
      return divider()
    case 'actions':
      return actions(it, surface)
    case 'input':
      return input(it, surface)
    case 'image':
      return image(it)
    case 'rich_text':
      return richText(it)
    case 'markdown':
      return h('div', { class: 'text markdown' }, markdown(it.text))
    case 'table':
    case 'data_table':
      return table(it)
    case 'alert':
      return alert(it)
    default:
      return unsupported('block', it)
  }
}
