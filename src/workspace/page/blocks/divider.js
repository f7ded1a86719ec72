import { h } from '../dom.js'

export function divider() {
  return h('hr', { class: 'block-divider' })
}
