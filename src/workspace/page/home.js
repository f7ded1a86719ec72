/** The app's Home tab. */
import { press } from './act.js'
import { block } from './blocks/block.js'
import { h, showList } from './dom.js'
import { route } from './route.js'
import { state } from './state.js'
import { FormValues } from './surface.js'

export function createHome() {
  const blocks = h('div', { class: 'blocks home-blocks' })
  const empty = h('p', { class: 'home-empty' })
  const root = h(
    'div',
    { class: 'home', id: 'home-panel', role: 'tabpanel', 'aria-labelledby': 'tab-home', tabindex: 0 },
    empty,
    blocks,
  )
  /** @type {Map<string, FormValues>} */
  const valuesOf = new Map()

  return {
    root,
    draw() {
      const person = route.as
      const shown = state.screen?.home?.blocks ?? []
      const values = valuesOf.get(person) ?? new FormValues()
      valuesOf.set(person, values)
      empty.hidden = shown.length > 0
      empty.textContent = `${state.screen?.app.name ?? 'The app'} has not put anything here yet.`
      const surface = {
        kind: /** @type {const} */ ('home'),
        person,
        values,
        press: (/** @type {import('./api.js').Press} */ what) => press({ home: true, ...what }),
      }
      const items = shown.map((one, index) => ({ one, key: `${person} ${blockKey(one, index)}` }))
      showList(blocks, items, {
        key: (item) => item.key,
        signature: (item) => JSON.stringify(item.one),
        build: (item) => block(item.one, surface),
      })
    },
  }
}

/**
 * @param {unknown} one
 * @param {number} index
 */
export function blockKey(one, index) {
  const id = typeof one === 'object' && one !== null && 'block_id' in one ? String(one.block_id) : ''
  return id || `at ${index}`
}
