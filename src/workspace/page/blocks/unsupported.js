/** A part of Block Kit that this page does not draw: shown as such, with what it holds, never left out. */
import { h } from '../dom.js'

/**
 * @param {'block' | 'element'} what
 * @param {{ type: string }} it
 */
export function unsupported(what, it) {
  return h(
    'details',
    { class: 'unsupported' },
    h('summary', {}, `Unsupported ${what}: ${it.type}`),
    h('pre', { class: 'code-block' }, JSON.stringify(it, null, 2)),
  )
}
